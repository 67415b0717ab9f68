//! What the program reads, told as actions and what follows from them.

use stair_protocol::{DebugRequest, Start};

use super::*;

fn write(state: &mut State, text: &str) -> Vec<Effect> {
    state.apply(Action::EditedInput(text.into()))
}

/// Lets a run of the program end.
fn run(state: &mut State, has_read: bool) {
    let id = run_in(&state.apply(Action::Run)).unwrap_or_default();
    let reason = ExitReason::Code(0);
    state.apply(Action::FromRunner(RunAnswer::Exited { id, reason, has_read, compile: 1.0, run: 1.0 }));
}

#[test]
fn it_is_stored_and_nothing_is_compiled_anew() {
    let mut state = page();
    assert_eq!(write(&mut state, "7\n"), [Effect::StoreInput("7\n".into())]);
    assert_eq!(write(&mut state, "7\n"), [], "it is the same");
    let stored = Stored { stdin: "kept".into(), ..Stored::default() };
    assert_eq!(State::new(stored, "").0.stdin, "kept");
}

#[test]
fn every_kind_of_run_is_given_it() {
    let mut state = page();
    write(&mut state, "7\n");
    let given = |effects: &[Effect]| {
        let request = effects.iter().find_map(|effect| match effect {
            Effect::ToRunner(RunRequest::Run { stdin, .. } | RunRequest::Time { stdin, .. }) => Some(stdin.clone()),
            Effect::ToRunner(RunRequest::Count { stdin, .. }) => Some(stdin.clone()),
            Effect::ToDebugger(DebugRequest::Open { stdin, .. }) => Some(stdin.clone()),
            _ => None,
        });
        request.unwrap_or_else(|| panic!("{effects:?}"))
    };
    assert_eq!(given(&state.apply(Action::Run)), "7\n");
    state.apply(Action::Stop);
    state.apply(Action::FromRunner(RunAnswer::Ready));
    assert_eq!(given(&state.apply(Action::Time)), "7\n");
    state.apply(Action::Stop);
    state.apply(Action::FromRunner(RunAnswer::Ready));
    state.apply(Action::Compare(CompareAction::Toggle));
    assert_eq!(given(&state.apply(Action::Compare(CompareAction::Measure))), "7\n");
    state.apply(Action::Debug(DebugAction::Open(Start::Beginning)));
    let ready = stair_protocol::DebugAnswer::Ready;
    assert_eq!(given(&state.apply(Action::Debug(DebugAction::Answered(ready)))), "7\n");
    assert!(state.is_stepping());
    write(&mut state, "8\n");
    assert!(!state.is_stepping(), "the run that is stepped through has read something else");
    assert!(state.notice.is_some_and(|notice| notice.text.contains("the input has changed")));
}

#[test]
fn a_run_with_another_input_is_an_older_one() {
    let mut state = page();
    run(&mut state, true);
    assert!(!state.has_changed_since_run());
    write(&mut state, "7");
    assert!(state.has_changed_since_run());
    write(&mut state, "");
    assert!(!state.has_changed_since_run());
}

#[test]
fn only_a_program_that_has_asked_for_input_lacks_it() {
    let mut state = page();
    run(&mut state, false);
    assert!(!state.lacked_input());
    run(&mut state, true);
    assert!(state.lacked_input());
    let effects = state.apply(Action::WriteInput);
    assert_eq!((state.drawer, state.part, effects), (Drawer::Input, Part::Results, vec![Effect::FocusInput]));
    write(&mut state, "7");
    assert!(!state.lacked_input(), "now there is some");
    run(&mut state, true);
    assert!(!state.lacked_input());
}

#[test]
fn it_belongs_to_the_program() {
    let mut state = page();
    let with_input = EXAMPLES.iter().position(|example| !example.stdin.is_empty()).unwrap_or_default();
    edit(&mut state, "my own work");
    write(&mut state, "my own words");
    let mine = Draft { stdin: "my own words".into(), ..draft("my own work") };
    let effects = state.apply(Action::OpenExample(with_input));
    assert!(effects.contains(&Effect::StorePrevious(mine.clone())));
    assert!(effects.contains(&Effect::StoreInput(EXAMPLES[with_input].stdin.into())));
    assert_eq!(state.stdin, EXAMPLES[with_input].stdin);
    state.apply(Action::OpenExample(0));
    assert_eq!((state.stdin.as_str(), state.previous.as_ref()), ("", Some(&mine)), "an example's own is no loss");
    let effects = state.apply(Action::BringBackPrevious);
    assert!(effects.contains(&Effect::StoreInput("my own words".into())));
    assert_eq!(state.stdin, "my own words");

    let shared = stair_link::Shared { program: "fn main() {}".into(), ..stair_link::Shared::default() };
    state.apply(Action::OpenLink(stair_link::encode(&shared)));
    assert_eq!((state.stdin.as_str(), state.previous.as_ref()), ("", Some(&mine)));

    // Words of one's own for an example's program are work, too.
    state.apply(Action::OpenExample(with_input));
    write(&mut state, "41\n42\n");
    state.apply(Action::OpenExample(0));
    assert_eq!(state.previous.map(|draft| draft.stdin).as_deref(), Some("41\n42\n"));
}
