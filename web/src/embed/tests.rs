//! What an embed does, without a browser.

use stair_protocol::{Bundled, Debugged, Moment, Recording, Start};

use super::*;

const PROGRAM: &str = "fn main() {\n    println!(\"hi\");\n}\n";

/// An embed with these attributes, and what it did when it was loaded. The document brings no compiled program.
fn loaded(attributes: &[(&str, &str)]) -> (State, Vec<Effect>) {
    loaded_with(None, attributes)
}

fn loaded_with(bundle: Option<Vec<u8>>, attributes: &[(&str, &str)]) -> (State, Vec<Effect>) {
    let mut state = State::default();
    let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let effects = state.apply(Action::Load { source: PROGRAM.to_owned(), bundle, attributes });
    (state, effects)
}

/// A program, compiled.
fn bundle(source: &str) -> Vec<u8> {
    let session = stair::Session::new(&stair::Compiler::new(), PROGRAM_NAME, source, stair::Profile::Debug);
    session.bundle(&[]).expect("a program")
}

/// What the compiler is asked once it is there.
fn to_compiler(state: &mut State) -> (RequestId, Program, Vec<Stage>) {
    match &state.apply(Action::Compiled(BundleAnswer::Ready))[..] {
        [Effect::ToCompiler(BundleRequest { id, program, panes })] => (*id, program.clone(), panes.clone()),
        other => panic!("{other:?}"),
    }
}

/// The compiler, once it is there, makes this of the program.
fn compile(state: &mut State, bundled: Bundled) -> Vec<Effect> {
    let (id, ..) = to_compiler(state);
    state.apply(Action::Compiled(BundleAnswer::Bundled { id, bundled }))
}

/// What the worker is asked first, and what besides, once it is there.
fn once_ready(state: &mut State) -> (DebugRequest, Vec<DebugRequest>) {
    let sent = state.apply(Action::Stepped(DebugAnswer::Ready)).into_iter();
    let mut sent = sent.filter_map(|effect| if let Effect::ToStepper(request) = effect { Some(request) } else { None });
    (sent.next().expect("a request"), sent.collect())
}

/// Number, moment, and input of the run that is to be recorded.
fn opening(state: &mut State) -> (RequestId, Start, String) {
    match once_ready(state).0 {
        DebugRequest::Open { id, at, stdin, .. } => (id, at, stdin),
        other => panic!("{other:?}"),
    }
}

fn asked(effects: &[Effect]) -> Vec<&DebugRequest> {
    let requests = effects.iter().filter_map(|effect| match effect {
        Effect::ToStepper(request) => Some(request),
        _ => None,
    });
    requests.collect()
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
    compile(&mut state, Bundled::Done(vec![7]));
    let (id, ..) = opening(&mut state);
    arrive(&mut state, id, 0);
    (state, id)
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
    let (id, program, _) = to_compiler(&mut state);
    assert_eq!((program.source.as_str(), program.profile), (PROGRAM, Profile::Release));
    state.apply(Action::Compiled(BundleAnswer::Bundled { id, bundled: Bundled::Done(vec![7]) }));
    let (id, at, stdin) = opening(&mut state);
    assert_eq!((at, stdin.as_str()), (Start::End, "4\n"));
    let output = vec![(Stream::Stdout, "hi\n".to_owned())];
    let recording = moment(40).recording.clone();
    let effects = state.apply(Action::Stepped(DebugAnswer::Recorded { id, recording, output }));
    assert_eq!(effects, [Effect::Tell(Told::Output(Stream::Stdout, "hi\n".into()))]);
    let effects = arrive(&mut state, id, 40);
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
        compile(&mut state, Bundled::Done(vec![7]));
        let (id, at, _) = opening(&mut state);
        assert_eq!(at, start, "{value}");
        let effects = arrive(&mut state, id, 0);
        let to = asked(&effects).first().map(|request| match request {
            DebugRequest::Go { to: Travel::To(step), .. } => *step,
            other => panic!("{other:?}"),
        });
        assert_eq!(to, travels, "{value}");
    }
    let (mut state, effects) = loaded(&[("autorun", "")]);
    assert!(effects.contains(&Effect::StartStepper));
    compile(&mut state, Bundled::Done(vec![7]));
    assert_eq!(opening(&mut state).1, Start::End);
    assert!(!state.is_stepping());
}

#[test]
fn the_document_may_ask_for_a_moment_before_there_is_a_run() {
    let (mut state, _) = loaded(&[]);
    state.apply(Action::Travel(Travel::To(9)));
    compile(&mut state, Bundled::Done(vec![7]));
    let (id, ..) = opening(&mut state);
    let effects = arrive(&mut state, id, 0);
    assert!(matches!(asked(&effects)[..], [DebugRequest::Go { to: Travel::To(9), .. }]), "{effects:?}");
}

#[test]
fn layers_are_compiled_with_the_program() {
    let (mut state, _) = loaded(&[("pane", "bytecode tree output")]);
    let effects = state.apply(Action::Step(None, Calls::Into, Direction::Forward));
    assert!(effects.contains(&Effect::StartCompiler) && effects.contains(&Effect::StartStepper));
    let (id, _, panes) = to_compiler(&mut state);
    assert_eq!(panes, [Stage::Bytecode, Stage::Ast]);
    state.apply(Action::Compiled(BundleAnswer::Bundled { id, bundled: Bundled::Done(vec![7]) }));
    let (DebugRequest::Open { id, program, view, .. }, listings) = once_ready(&mut state) else { panic!("a run") };
    assert_eq!(program, Debugged::Bundle(vec![7]));
    assert_eq!(view.panes, [(Stage::Bytecode, false), (Stage::Ast, false)]);
    let expected = [Stage::Bytecode, Stage::Ast].map(|stage| DebugRequest::Listing { id, stage });
    assert_eq!(listings, expected);
    state.apply(Action::Stepped(DebugAnswer::Listing { id, stage: Stage::Bytecode, doc: Some(PaneDoc::default()) }));
    state.apply(Action::Stepped(DebugAnswer::Listing { id, stage: Stage::Ast, doc: None }));
    assert!(matches!(&state.stages[..], [(_, Content::Doc(_)), (_, Content::Failed(_))]), "{:?}", state.stages);
}

#[test]
fn a_program_is_compiled_once() {
    let (mut state, id) = running(&[], Action::Run);
    arrive(&mut state, id, 40);
    let effects = state.apply(Action::Run);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::ToCompiler(_))), "{effects:?}");
    assert!(matches!(asked(&effects)[..], [DebugRequest::Open { .. }]), "{effects:?}");
}

#[test]
fn a_program_that_is_not_accepted_is_explained() {
    let (mut state, _) = loaded(&[]);
    state.apply(Action::Run);
    let diagnostic = Diagnostic {
        severity: stair_protocol::Severity::Error,
        code: "E0425".into(),
        message: "there is no `x`".into(),
        span: (3, 4),
        labels: Vec::new(),
        notes: Vec::new(),
        suggestions: Vec::new(),
    };
    let effects = compile(&mut state, Bundled::Rejected(vec![diagnostic]));
    assert_eq!(state.diagnostics.len(), 1);
    let told = "The compiler does not accept this program. E0425: there is no `x`.";
    assert!(effects.contains(&Effect::Tell(Told::Error(told.into()))), "{effects:?}");
    assert!(state.run.is_none());
}

#[test]
fn what_the_document_brings_needs_no_compiler() {
    let bytes = bundle(PROGRAM);
    let (mut state, _) = loaded_with(Some(bytes.clone()), &[("editable", "")]);
    let effects = state.apply(Action::Run);
    assert!(!effects.contains(&Effect::StartCompiler), "{effects:?}");
    let (DebugRequest::Open { id, program, .. }, _) = once_ready(&mut state) else { panic!("a run") };
    assert_eq!(program, Debugged::Bundle(bytes));
    // The worker cannot use it after all.
    let effects = state.apply(Action::Stepped(DebugAnswer::Failed { id, reason: "memory".into() }));
    assert!(effects.contains(&Effect::StartCompiler), "{effects:?}");
    assert_eq!(to_compiler(&mut state).1.source, PROGRAM);
}

#[test]
fn what_the_document_brings_has_to_be_this_program() {
    for wrong in [bundle("fn main() {}\n"), vec![1, 2, 3], Vec::new()] {
        let (mut state, _) = loaded_with(Some(wrong), &[]);
        assert!(state.apply(Action::Run).contains(&Effect::StartCompiler));
    }
    let (mut state, _) = loaded_with(Some(bundle(PROGRAM)), &[("editable", "")]);
    state.apply(Action::Edit);
    state.apply(Action::Edited("fn main() { }".into()));
    assert!(state.apply(Action::Run).contains(&Effect::StartCompiler));
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
fn a_lost_worker_is_told_and_replaced() {
    let (mut state, _) = running(&[], Action::Run);
    let effects = state.apply(Action::StepperLost("out of memory".into()));
    assert!(matches!(&effects[..], [Effect::Tell(Told::Error(text))] if text.contains("out of memory")), "{effects:?}");
    assert!(state.apply(Action::Run).contains(&Effect::StartStepper));
}

#[test]
fn another_program_takes_the_place_of_the_first() {
    let (mut state, id) = running(&[], Action::Run);
    let effects = state.apply(Action::Load { source: "fn main() {}\n".into(), bundle: None, attributes: Vec::new() });
    assert!(effects.contains(&Effect::Tell(Told::Loaded(Vec::new()))));
    assert!(state.run.is_none());
    arrive(&mut state, id, 3);
    assert!(state.run.is_none());
    assert_eq!((state.source.as_str(), state.text.len()), ("fn main() {}\n", 1));
    // The workers are still there.
    let effects = state.apply(Action::Run);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::ToCompiler(_))), "{effects:?}");
    assert!(!effects.contains(&Effect::StartStepper), "{effects:?}");
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
