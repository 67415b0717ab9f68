//! What an embed does, without a browser.

use stair_protocol::{Moment, Recording};

use super::*;

const PROGRAM: &str = "fn main() {\n    println!(\"hi\");\n}\n";

/// An embed with these attributes, and what it did when it was loaded.
fn loaded(attributes: &[(&str, &str)]) -> (State, Vec<Effect>) {
    let mut state = State::default();
    let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let effects = state.apply(Action::Load { source: PROGRAM.to_owned(), bundle: Some(vec![1, 2]), attributes });
    (state, effects)
}

/// The request that the worker is to get once it is there.
fn once_ready(state: &mut State) -> ToStepper {
    let sent = state.apply(Action::Stepped(DebugAnswer::Ready)).into_iter();
    let mut sent = sent.filter_map(|effect| if let Effect::ToStepper(request) = effect { Some(request) } else { None });
    let first = sent.next().expect("a request");
    assert_eq!(sent.next(), None);
    first
}

fn opening(request: ToStepper) -> Opening {
    match request {
        ToStepper::Open(opening) => *opening,
        ToStepper::Ask(request) => panic!("{request:?}"),
    }
}

fn asked(effects: &[Effect]) -> Vec<&DebugRequest> {
    let asked =
        |effect| if let &Effect::ToStepper(ToStepper::Ask(ref request)) = effect { Some(request) } else { None };
    effects.iter().filter_map(asked).collect()
}

fn moment(step: u64) -> Box<Moment> {
    let recording = Recording { steps: 40, exit_code: Some(0), ..Recording::default() };
    Box::new(Moment {
        step,
        recording,
        line: Some(2),
        printed: (3, 0),
        narration: "`main` returns".into(),
        ..Moment::default()
    })
}

fn arrive(state: &mut State, id: RequestId, step: u64) -> Vec<Effect> {
    state.apply(Action::Stepped(DebugAnswer::Moment {
        id,
        moment: moment(step),
        remark: String::new(),
        milliseconds: 1.0,
    }))
}

/// A run whose first moment is shown, and the number of the request.
fn running(attributes: &[(&str, &str)], action: Action) -> (State, RequestId) {
    let (mut state, _) = loaded(attributes);
    state.apply(action);
    let opening = opening(once_ready(&mut state));
    arrive(&mut state, opening.id, 0);
    (state, opening.id)
}

#[test]
fn nothing_is_loaded_before_the_reader_asks() {
    let (state, effects) = loaded(&[("pane", "bytecode output"), ("theme", "dark")]);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::StartStepper | Effect::StartCompiler)));
    assert!(effects.contains(&Effect::ApplyTheme(Theme::Dark)));
    assert!(effects.contains(&Effect::Tell(Told::Loaded(Vec::new()))));
    assert!(state.run.is_none());
}

#[test]
fn values_that_mean_nothing_are_told() {
    let (_, effects) = loaded(&[("theme", "sepia")]);
    let told = effects
        .iter()
        .find_map(|effect| if let Effect::Tell(Told::Loaded(wrong)) = effect { Some(wrong) } else { None });
    assert_eq!(told.map(Vec::len), Some(1));
}

#[test]
fn run_records_to_the_end_and_tells_what_is_printed() {
    let (mut state, _) = loaded(&[("stdin", "4\n"), ("profile", "release")]);
    let effects = state.apply(Action::Run);
    assert!(effects.contains(&Effect::StartStepper));
    let opening = opening(once_ready(&mut state));
    assert_eq!((opening.at, opening.stdin.as_str()), (Start::End, "4\n"));
    assert_eq!((opening.program.source.as_str(), opening.program.profile), (PROGRAM, Profile::Release));
    assert_eq!(opening.bundle.as_deref(), Some(&[1, 2][..]));
    let output = vec![(Stream::Stdout, "hi\n".to_owned())];
    let recording = moment(40).recording.clone();
    let effects = state.apply(Action::Stepped(DebugAnswer::Recorded { id: opening.id, recording, output }));
    assert_eq!(effects, [Effect::Tell(Told::Output(Stream::Stdout, "hi\n".into()))]);
    let effects = arrive(&mut state, opening.id, 40);
    assert_eq!(effects, [Effect::Tell(Told::Step { step: 40, steps: 40, line: Some(2), printed: (3, 0) })]);
    let run = state.run.as_ref().expect("a run");
    assert!(!run.is_stepping && run.spoken.contains("exit code 0"), "{}", run.spoken);
    assert_eq!(state.running(), None, "nothing is marked where nobody steps");
}

#[test]
fn a_first_step_shows_the_beginning_and_the_next_one_goes_on() {
    let (mut state, _) = running(&[], Action::Step(None, Calls::Into, Direction::Forward));
    assert!(state.is_stepping());
    assert_eq!(state.running(), Some((2, None)));
    let effects = state.apply(Action::Step(Some(Unit::Instruction), Calls::Over, Direction::Forward));
    let [DebugRequest::Go { to: Travel::Step { unit, calls, direction }, .. }] = asked(&effects)[..] else {
        panic!("{effects:?}")
    };
    assert_eq!((*unit, *calls, *direction), (Unit::Instruction, Calls::Over, Direction::Forward));
}

#[test]
fn a_step_back_from_the_end_of_a_run_begins_to_step() {
    let (mut state, _) = running(&[], Action::Run);
    let effects = state.apply(Action::Step(None, Calls::Into, Direction::Back));
    assert_eq!(asked(&effects).len(), 1);
    assert!(state.is_stepping());
}

#[test]
fn steps_wait_for_the_one_before_and_not_without_limit() {
    let (mut state, _) = running(&[], Action::Step(None, Calls::Into, Direction::Forward));
    let step = || Action::Step(None, Calls::Into, Direction::Forward);
    let effects = state.apply(step());
    let [DebugRequest::Go { id, .. }] = asked(&effects)[..] else { panic!("{effects:?}") };
    for _ in 0..50 {
        assert_eq!(asked(&state.apply(step())), Vec::<&DebugRequest>::new());
    }
    let mut id = *id;
    let mut steps = 0;
    loop {
        let effects = arrive(&mut state, id, 1 + steps);
        let [DebugRequest::Go { id: next, .. }] = asked(&effects)[..] else { break };
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::Tell(_))), "a moment on the way is not told");
        (id, steps) = (*next, steps + 1);
    }
    assert_eq!(steps, 8);
}

#[test]
fn the_author_chooses_where_it_opens() {
    for (value, start, travels) in
        [("7", Start::Beginning, Some(7)), ("end", Start::End, Some(u64::MAX)), ("panic", Start::End, None)]
    {
        let (mut state, effects) = loaded(&[("step", value)]);
        assert!(effects.contains(&Effect::StartStepper), "{value}");
        let opening = opening(once_ready(&mut state));
        assert_eq!(opening.at, start, "{value}");
        let effects = arrive(&mut state, opening.id, 0);
        let to = asked(&effects).first().map(|request| match request {
            DebugRequest::Go { to: Travel::To(step), .. } => *step,
            other => panic!("{other:?}"),
        });
        assert_eq!(to, travels, "{value}");
    }
    let (mut state, effects) = loaded(&[("autorun", "")]);
    assert!(effects.contains(&Effect::StartStepper));
    assert_eq!(opening(once_ready(&mut state)).at, Start::End);
    assert!(!state.is_stepping());
}

#[test]
fn the_document_may_ask_for_a_moment_before_there_is_a_run() {
    let (mut state, _) = loaded(&[]);
    state.apply(Action::Travel(Travel::To(9)));
    let opening = opening(once_ready(&mut state));
    let effects = arrive(&mut state, opening.id, 0);
    assert!(matches!(asked(&effects)[..], [DebugRequest::Go { to: Travel::To(9), .. }]), "{effects:?}");
}

#[test]
fn stages_are_compiled_once_a_run_is_wanted() {
    let (mut state, _) = loaded(&[("pane", "bytecode tree")]);
    let effects = state.apply(Action::Step(None, Calls::Into, Direction::Forward));
    assert!(effects.contains(&Effect::StartCompiler));
    let view = opening(once_ready(&mut state)).view;
    assert_eq!(view.panes, [(Stage::Bytecode, false), (Stage::Ast, false)]);
    let effects = state.apply(Action::Compiled(CompileAnswer::Ready));
    let [Effect::ToCompiler(CompileRequest::Analyse { panes, .. })] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(panes.len(), 2);
}

#[test]
fn a_program_that_is_not_accepted_is_explained() {
    let (mut state, _) = loaded(&[]);
    state.apply(Action::Run);
    let id = opening(once_ready(&mut state)).id;
    let effects = state.apply(Action::Stepped(DebugAnswer::Rejected { id }));
    assert_eq!(effects, [Effect::StartCompiler]);
    let effects = state.apply(Action::Compiled(CompileAnswer::Ready));
    let [Effect::ToCompiler(CompileRequest::Analyse { id, .. })] = effects[..] else { panic!("{effects:?}") };
    let diagnostic = Diagnostic {
        severity: stair_protocol::Severity::Error,
        code: "E0425".into(),
        message: "there is no `x`".into(),
        span: (3, 4),
        labels: Vec::new(),
        notes: Vec::new(),
        suggestions: Vec::new(),
    };
    let effects = state.apply(Action::Compiled(CompileAnswer::Diagnostics { id, diagnostics: vec![diagnostic] }));
    assert_eq!(state.diagnostics.len(), 1);
    let told = "The compiler does not accept this program. E0425: there is no `x`.";
    assert!(effects.contains(&Effect::Tell(Told::Error(told.into()))), "{effects:?}");
    assert!(state.run.is_none());
}

#[test]
fn only_what_is_editable_is_edited_and_an_edit_ends_the_run() {
    let (mut state, _) = loaded(&[]);
    assert_eq!(state.apply(Action::Edit), []);
    let (mut state, id) = running(&[("editable", ""), ("highlight", "2:5-2:11")], Action::Run);
    assert!(state.apply(Action::Edit).contains(&Effect::OpenEditor));
    state.apply(Action::Edited("fn main() {}".into()));
    assert!(state.run.is_none() && !state.is_original());
    assert_eq!(arrive(&mut state, id, 3), [], "an answer to what was there before");
    assert!(state.run.is_none());
    state.apply(Action::Run);
    assert_eq!(state.shared().program, "fn main() {}");
    assert!(state.shared().view.marks.is_empty(), "places of another text");
    let effects = state.apply(Action::Reset);
    assert!(effects.contains(&Effect::SetEditorText(PROGRAM.into())) && state.is_original());
}

#[test]
fn a_bundle_is_only_of_the_program_that_it_came_with() {
    let (mut state, _) = loaded(&[("editable", "")]);
    state.apply(Action::Edit);
    state.apply(Action::Edited("fn main() { }".into()));
    state.apply(Action::Run);
    assert_eq!(opening(once_ready(&mut state)).bundle, None);
}

#[test]
fn a_lost_worker_is_told_and_replaced() {
    let (mut state, _) = running(&[], Action::Run);
    let effects = state.apply(Action::StepperLost("out of memory".into()));
    assert!(matches!(&effects[..], [Effect::Tell(Told::Error(text))] if text.contains("out of memory")), "{effects:?}");
    assert!(state.apply(Action::Run).contains(&Effect::StartStepper));
}

#[test]
fn another_program_takes_the_place_of_the_first() {
    let (mut state, id) = running(&[("step", "3")], Action::Run);
    let effects = state.apply(Action::Load { source: "fn main() {}\n".into(), bundle: None, attributes: Vec::new() });
    assert!(effects.contains(&Effect::Tell(Told::Loaded(Vec::new()))));
    assert!(state.run.is_none());
    arrive(&mut state, id, 3);
    assert!(state.run.is_none());
    assert_eq!((state.source.as_str(), state.text.len()), ("fn main() {}\n", 1));
    // The worker is still there.
    let effects = state.apply(Action::Run);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::ToStepper(ToStepper::Open(_)))), "{effects:?}");
}

#[test]
fn the_playground_opens_with_everything() {
    let (state, _) = running(
        &[("pane", "output machine bytecode"), ("stdin", "1"), ("profile", "release"), ("highlight", "2:5-2:11")],
        Action::Step(None, Calls::Into, Direction::Forward),
    );
    let shared = state.shared();
    assert_eq!((shared.program.as_str(), shared.input.as_str()), (PROGRAM, "1"));
    let panes: Vec<&str> = shared.view.panes.iter().map(|pane| pane.shows.as_str()).collect();
    assert_eq!(panes, ["machine", "bytecode"]);
    assert_eq!((shared.view.step, shared.view.is_release), (Some(0), true));
    assert_eq!(shared.view.marks, [(16, 23)]);
}
