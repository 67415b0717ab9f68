//! Links that were handed out. They open for ever: nothing here is ever changed, only added to.

use stair_link::{Breakpoint, Other, Pane, Shared, View, decode, encode};

fn program(text: &str, is_release: bool) -> Shared {
    Shared { program: text.into(), view: View { is_release, ..View::default() }, ..Shared::default() }
}

fn pane(shows: &str, after: &str, library: bool) -> Pane {
    Pane { shows: shows.into(), after: after.into(), library }
}

/// Links by the version that wrote them, with what they carry.
fn links() -> Vec<(&'static str, Shared)> {
    let hello = "fn main() {\n    println!(\"{}\", 6 * 7);\n}\n";
    let stepping = Shared {
        view: View {
            panes: vec![pane("bytecode", "", true), pane("machine", "", false)],
            step: Some(42),
            unit: "line".into(),
            marks: vec![(16, 38)],
            breakpoints: vec![Breakpoint { place: "2".into(), condition: "x > 1".into(), is_off: false }],
            ..View::default()
        },
        ..program(hello, false)
    };
    let compared = Shared {
        other: Some(Other {
            is_left: true,
            program: "fn main() {}\n".into(),
            shown: Some(pane("ir", "inline", false)),
            only_differences: true,
        }),
        input: "1\nzwei\n".into(),
        view: View {
            is_release: true,
            engine: "vm".into(),
            front: 1,
            drawer: "timings".into(),
            part: "layers".into(),
            ..View::default()
        },
        ..program(hello, true)
    };
    vec![
        // Version 1.
        ("AQFLy1PITczM09BUqK7lAgA", program("fn main() {}\n", true)),
        // Version 2.
        ("AiMkbwYcHjEHN6EA", program(hello, false)),
        ("AoWYwQ0AQAQEayIXpzTlW9bPQwPWSCSb4UIrbDI49ClPV5qaPGL4Gx9YLc6ADpczzSBbfheyBA", stepping),
        (
            "AoWYOQoAIAwEe38TBPMihTS2guDfjdF4pLFPsZltlrH3h4ZGNuDvjiYFwQV-o-IXKA-lzcYt6SxeqPAJ1By4WiL9QgZ2NCg7rgM",
            compared,
        ),
    ]
}

#[test]
fn every_link_that_was_handed_out_opens() {
    for (link, carried) in links() {
        assert_eq!(decode(link), Ok(carried), "{link}");
    }
}

/// All but the first one are of the version that is written now.
#[test]
fn the_present_version_is_among_them() {
    for (link, carried) in links().into_iter().skip(1) {
        assert_eq!(encode(&carried), link, "the form has changed: that takes a new version");
    }
}
