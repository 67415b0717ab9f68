//! Links that were handed out. They open for ever: nothing here is ever changed, only added to.

use stair_link::workshop::Exercise;
use stair_link::{Breakpoint, Link, Other, Pane, Shared, View, Workshop, decode, encode, encode_workshop, open};

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

/// Links to workshops by the version that wrote them, with what they carry.
fn workshops() -> Vec<(&'static str, Workshop)> {
    let exercise = Exercise {
        file: "01-double.md".into(),
        json: "{\"id\":\"double\",\"starter\":{\"name\":\"\",\"code\":\"fn double(n: u32) -> u32 {\\n    n\\n}\\n\"}}"
            .into(),
    };
    let workshop = Workshop { title: "Twice → 2".into(), exercises: vec![exercise] };
    vec![
        // Version 3.
        (
            "A11YMQqAMAzc-4pyk4OCCoL0HY7dbIcOVhBEoXT1AT7Rl3ipm1u43JDhkhzHQIrs6Qiz18916175k4lU4E0YB912jVt3yS0Xp1RCcDD4ENSgkDdKDSZBrD1bBGVmVrIthVfF3xuysbgZG7ONyPkF",
            workshop,
        ),
    ]
}

#[test]
fn every_link_to_a_workshop_that_was_handed_out_opens() {
    for (link, carried) in workshops() {
        assert_eq!(encode_workshop(&carried), link, "the latest version is what is written");
        assert_eq!(open(link), Ok(Link::Workshop(carried)));
    }
}
