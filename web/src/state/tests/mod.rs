//! The page's behaviour, told as actions and what follows from them.

use stair_protocol::{Class, CompileAnswer, ExitReason, Hover, PaneBuilder, PaneContent, RunAnswer, Span, Stream};

use super::*;

mod compare;
mod debugger;
mod input;
mod learn;
mod share;

/// A page whose workers are ready and that waits for nothing.
fn page() -> State {
    let (mut state, _) = State::new(Stored { source: Some("fn main() {}".into()), ..Stored::default() }, "");
    let effects = state.apply(Action::FromCompiler(CompileAnswer::Ready));
    let effects = analysed(&mut state, &effects);
    assert!(
        effects.contains(&Effect::ReplaceRunner),
        "the run worker starts once the compiler has done its first work"
    );
    state.apply(Action::FromRunner(RunAnswer::Ready));
    state
}

#[test]
fn what_was_run_before_a_change_is_known_to_be_old() {
    let mut state = page();
    assert!(!state.has_changed_since_run(), "nothing was run");
    let id = run_in(&state.apply(Action::Run)).unwrap_or_default();
    let reason = ExitReason::Code(0);
    state.apply(Action::FromRunner(RunAnswer::Exited { id, reason, has_read: false, compile: 1.0, run: 1.0 }));
    assert!(!state.has_changed_since_run());
    edit(&mut state, "fn main() { }");
    assert!(state.has_changed_since_run());
    edit(&mut state, "fn main() {}");
    assert!(!state.has_changed_since_run(), "it is the same program again");
}

#[test]
fn a_program_that_is_run_at_once_waits_for_its_worker() {
    let (mut state, _) = State::new(Stored::default(), "");
    let effects = state.apply(Action::Run);
    assert_eq!((effects.contains(&Effect::ReplaceRunner), run_in(&effects)), (true, None));
    assert!(run_in(&state.apply(Action::FromRunner(RunAnswer::Ready))).is_some());
}

fn analysis_in(effects: &[Effect]) -> Option<(RequestId, Program)> {
    effects.iter().find_map(|effect| match effect {
        Effect::ToCompiler(CompileRequest::Analyse { id, program, .. }) => Some((*id, program.clone())),
        _ => None,
    })
}

fn run_in(effects: &[Effect]) -> Option<RequestId> {
    effects.iter().find_map(|effect| match effect {
        Effect::ToRunner(RunRequest::Run { id, .. } | RunRequest::Time { id, .. }) => Some(*id),
        _ => None,
    })
}

/// Lets the compile worker finish the analysis that `effects` asked for.
fn analysed(state: &mut State, effects: &[Effect]) -> Vec<Effect> {
    let (id, _) = analysis_in(effects).unwrap_or_else(|| panic!("no analysis in {effects:?}"));
    state.apply(Action::FromCompiler(CompileAnswer::Analysed { id, milliseconds: 1.0 }))
}

/// A program by itself.
fn draft(source: &str) -> Draft {
    Draft { source: source.into(), ..Draft::default() }
}

fn edit(state: &mut State, text: &str) -> Vec<Effect> {
    state.apply(Action::Edited(text.into()))
}

fn pane(span: Span) -> PaneContent {
    let mut builder = PaneBuilder::new();
    builder.push(Class::Name, "line").end_line(0, Some(span));
    PaneContent::Doc { doc: builder.finish(), passes: Vec::new() }
}

#[test]
fn a_keystroke_is_stored_and_analysed() {
    let mut state = page();
    let effects = edit(&mut state, "fn main() { }");
    assert!(effects.contains(&Effect::StoreProgram("fn main() { }".into())));
    assert_eq!(analysis_in(&effects).map(|(_, program)| program.source).as_deref(), Some("fn main() { }"));
}

#[test]
fn keystrokes_during_an_analysis_make_one_more_and_old_answers_are_dropped() {
    let mut state = page();
    let first = edit(&mut state, "a");
    let (first_id, _) = analysis_in(&first).unwrap_or_default();
    for text in ["ab", "abc", "abcd"] {
        assert_eq!(analysis_in(&edit(&mut state, text)), None, "nothing queues up");
    }
    let old = Diagnostic {
        severity: stair_protocol::Severity::Error,
        code: String::new(),
        message: "old".into(),
        span: (0, 1),
        labels: Vec::new(),
        notes: Vec::new(),
        suggestions: Vec::new(),
    };
    let answer = CompileAnswer::Diagnostics { id: first_id, diagnostics: vec![old] };
    assert_eq!(state.apply(Action::FromCompiler(answer.clone())), Vec::new());
    assert!(state.diagnostics.is_empty(), "they are about an older text");
    let second = analysed(&mut state, &first);
    assert_eq!(analysis_in(&second).map(|(_, program)| program.source).as_deref(), Some("abcd"));
    state.apply(Action::FromCompiler(answer));
    assert!(state.diagnostics.is_empty(), "the number is an older request's");
}

#[test]
fn a_pane_keeps_its_last_document_while_the_program_is_broken() {
    let mut state = page();
    let effects = edit(&mut state, "good");
    let (id, _) = analysis_in(&effects).unwrap_or_default();
    let request = state.columns[0].request();
    state.apply(Action::FromCompiler(CompileAnswer::Pane { id, pane: request.clone(), content: pane((0, 4)) }));
    analysed(&mut state, &effects);
    assert_eq!(state.columns[0].lit(0, Some(Mark::at(1))), [0]);

    let effects = edit(&mut state, "bad");
    let (id, _) = analysis_in(&effects).unwrap_or_default();
    state.apply(Action::FromCompiler(CompileAnswer::Pane { id, pane: request, content: PaneContent::Unreachable }));
    assert!(state.columns[0].doc().is_some() && state.columns[0].is_old);
    assert!(state.columns[0].lit(0, Some(Mark::at(1))).is_empty(), "places have moved");
}

#[test]
fn what_is_pointed_at_goes_before_what_was_chosen() {
    let mut state = page();
    let place = |span| Place { span, from: None };
    state.apply(Action::ChoseInPane { column: 0, line: 0, place: Some(place((3, 7))), go: false });
    let effects = state.apply(Action::PointedAtPane { column: 0, place: Some(place((0, 2))) });
    assert_eq!(effects, [Effect::MarkSource(Some((0, 2)))]);
    let effects = state.apply(Action::PointedAtPane { column: 0, place: None });
    assert_eq!(effects, [Effect::MarkSource(Some((3, 7)))]);
    let effects = state.apply(Action::CursorMoved(5));
    assert_eq!(effects, [Effect::MarkSource(None)]);
}

#[test]
fn the_stage_above_lights_the_line_that_something_was_made_from() {
    let mut state = page();
    let effects = state.apply(Action::SelectStage(0, Stage::Ir));
    analysed(&mut state, &effects);
    let effects = state.apply(Action::AddColumn);
    analysed(&mut state, &effects);
    let effects = edit(&mut state, "text");
    let (id, _) = analysis_in(&effects).unwrap_or_default();
    let mut builder = PaneBuilder::new();
    for _ in 0..3 {
        builder.push(Class::Name, "line").end_line(0, Some((0, 4)));
    }
    let content = PaneContent::Doc { doc: builder.finish(), passes: Vec::new() };
    state.apply(Action::FromCompiler(CompileAnswer::Pane { id, pane: state.columns[0].request(), content }));
    state.apply(Action::PointedAtPane { column: 1, place: Some(Place { span: (0, 4), from: Some(2) }) });
    assert_eq!(state.columns[0].lit(0, state.mark()), [2]);
    state.apply(Action::PointedAtPane { column: 1, place: Some(Place { span: (0, 4), from: None }) });
    assert_eq!(state.columns[0].lit(0, state.mark()), [0, 1, 2]);
}

#[test]
fn output_arrives_as_it_is_printed_and_stays_after_stop() {
    let mut state = page();
    let effects = state.apply(Action::Run);
    let id = run_in(&effects).unwrap_or_default();
    for (stream, text) in [(Stream::Stdout, "a"), (Stream::Stdout, "b\n"), (Stream::Stderr, "c")] {
        state.apply(Action::FromRunner(RunAnswer::Output { id, stream, text: text.into() }));
    }
    let texts: Vec<&str> = state.console.chunks.iter().map(|chunk| chunk.text.as_str()).collect();
    assert_eq!(texts, ["ab\n", "c"]);

    assert_eq!(state.apply(Action::Stop), [Effect::ReplaceRunner]);
    assert_eq!(state.outcome, Some(Outcome::Stopped(Engine::Wasm)));
    state.apply(Action::FromRunner(RunAnswer::Output { id, stream: Stream::Stdout, text: "late".into() }));
    assert_eq!(state.console.chunks.len(), 2, "a stopped run prints no more");
    assert_eq!(state.apply(Action::Stop), [], "there is nothing to stop");
}

#[test]
fn a_run_waits_for_the_worker_to_be_replaced() {
    let mut state = page();
    state.apply(Action::Run);
    state.apply(Action::Stop);
    let effects = state.apply(Action::Run);
    assert_eq!(run_in(&effects), None);
    let effects = state.apply(Action::FromRunner(RunAnswer::Ready));
    let id = run_in(&effects).unwrap_or_default();
    state.apply(Action::FromRunner(RunAnswer::Exited {
        id,
        reason: ExitReason::Code(101),
        has_read: false,
        compile: 1.0,
        run: 2.0,
    }));
    assert!(matches!(state.outcome, Some(Outcome::Exited { reason: ExitReason::Code(101), .. })));
    assert!(!state.is_busy());
}

#[test]
fn a_run_that_reached_its_budget_goes_on() {
    let mut state = page();
    let id = run_in(&state.apply(Action::Run)).unwrap_or_default();
    let print = |state: &mut State, id, text: &str| {
        let text = text.to_owned();
        state.apply(Action::FromRunner(RunAnswer::Output { id, stream: stair_protocol::Stream::Stdout, text }));
    };
    print(&mut state, id, "one ");
    state.apply(Action::FromRunner(RunAnswer::Paused { id, steps: 1000, run: 2.0 }));
    assert!(matches!(state.outcome, Some(Outcome::Paused { steps: 1000, .. })));
    assert!(!state.is_busy());
    let effects = state.apply(Action::ContinueRun);
    let [Effect::ToRunner(RunRequest::Continue { id: next })] = effects[..] else { panic!("{effects:?}") };
    assert!(next > id && state.is_busy());
    print(&mut state, id, "of nobody ");
    print(&mut state, next, "two");
    assert_eq!(state.console.chunks[0].text, "one two");
    assert_eq!(state.apply(Action::ContinueRun), [], "it is running");
    state.apply(Action::Stop);
    assert!(matches!(state.outcome, Some(Outcome::Stopped(_))));
    assert_eq!(state.apply(Action::ContinueRun), [], "nothing waits");
}

#[test]
fn a_lost_worker_is_replaced_and_the_output_stays() {
    let mut state = page();
    let id = run_in(&state.apply(Action::Run)).unwrap_or_default();
    state.apply(Action::FromRunner(RunAnswer::Output { id, stream: Stream::Stdout, text: "a".into() }));
    assert_eq!(state.apply(Action::RunnerLost("out of memory".into())), [Effect::ReplaceRunner]);
    assert!(matches!(state.outcome, Some(Outcome::Lost(..))));
    assert!(!state.console.is_empty());
}

#[test]
fn a_compiler_that_is_lost_comes_back_with_the_next_change_only() {
    let mut state = page();
    let effects = edit(&mut state, "deadly");
    let (id, _) = analysis_in(&effects).unwrap_or_default();
    assert_eq!(state.apply(Action::Late(id, Wait::TooLong)), [Effect::ReplaceCompiler]);
    assert_eq!(analysis_in(&state.apply(Action::FromCompiler(CompileAnswer::Ready))), None);
    assert!(matches!(state.columns[0].content, Content::Failed(_)), "the pane says so");
    let other_pane = state.apply(Action::SelectStage(0, Stage::Tokens));
    assert!(analysis_in(&other_pane).is_some(), "another pane may be possible");
    analysed(&mut state, &other_pane);
    assert!(analysis_in(&edit(&mut state, "mended")).is_some());
    assert_eq!(state.apply(Action::Late(id, Wait::TooLong)), [], "that one is over");
}

#[test]
fn a_long_analysis_shows_and_can_be_cancelled() {
    let mut state = page();
    let effects = edit(&mut state, "long");
    let (id, _) = analysis_in(&effects).unwrap_or_default();
    assert!(effects.contains(&Effect::Remind { id, wait: Wait::Noticeable, milliseconds: 500 }));
    let effects = state.apply(Action::Late(id, Wait::Noticeable));
    assert_eq!(effects, [Effect::Remind { id, wait: Wait::Long, milliseconds: 1_500 }]);
    assert_eq!(state.analysis_wait, Wait::Noticeable);
    state.apply(Action::Late(id, Wait::Long));
    assert_eq!(state.analysis_wait, Wait::Long);
    edit(&mut state, "long and then changed");
    assert_eq!(state.apply(Action::CancelAnalysis), [Effect::ReplaceCompiler]);
    assert_eq!(state.analysis_wait, Wait::Short);
    let again = state.apply(Action::FromCompiler(CompileAnswer::Ready));
    assert!(analysis_in(&again).is_some(), "the new text is tried");
    assert_eq!(state.apply(Action::CancelAnalysis), [Effect::ReplaceCompiler]);
    assert_eq!(state.apply(Action::CancelAnalysis), [], "there is nothing to cancel");
}

#[test]
fn an_example_replaces_the_program_which_can_be_brought_back() {
    let mut state = page();
    edit(&mut state, "my own work");
    let effects = state.apply(Action::OpenExample(2));
    assert!(effects.contains(&Effect::StorePrevious(draft("my own work"))));
    assert!(effects.contains(&Effect::SetEditorText(EXAMPLES[2].source.into())));
    state.apply(Action::OpenExample(3));
    assert_eq!(state.previous, Some(draft("my own work")), "an untouched example is no loss");
    let effects = state.apply(Action::BringBackPrevious);
    assert!(effects.contains(&Effect::SetEditorText("my own work".into())));
}

#[test]
fn a_link_opens_its_program_and_keeps_the_stored_one() {
    let stored = Stored { source: Some("mine".into()), ..Stored::default() };
    let (state, effects) = State::new(stored.clone(), "#AQFLy1PITczM09BUqK7lAgA");
    assert_eq!((state.program.source.as_str(), state.program.profile), ("fn main() {}\n", Profile::Release));
    assert!(effects.contains(&Effect::StorePrevious(draft("mine"))));
    assert!(effects.contains(&Effect::ClearFragment));

    let (state, _) = State::new(stored, "#damaged!");
    assert_eq!(state.program.source, "mine");
    assert!(state.notice.is_some_and(|notice| notice.text.contains("damaged")));
}

#[test]
fn only_the_last_hover_is_answered() {
    let mut state = page();
    let ask = |state: &mut State, token| match state.apply(Action::HoverAsked { token, offset: 3 }).pop() {
        Some(Effect::ToCompiler(CompileRequest::Hover { id, .. })) => id,
        other => panic!("{other:?}"),
    };
    let (first, second) = (ask(&mut state, 1), ask(&mut state, 2));
    let hover = Some(Hover { span: (3, 7), text: "fn main()".into() });
    let answer = |id| Action::FromCompiler(CompileAnswer::Hover { id, hover: hover.clone() });
    assert_eq!(state.apply(answer(first)), []);
    assert_eq!(state.apply(answer(second)), [Effect::AnswerHover { token: 2, hover: hover.clone() }]);
}

#[test]
fn a_rejected_program_shows_its_problems() {
    let mut state = page();
    let id = run_in(&state.apply(Action::Time)).unwrap_or_default();
    state.apply(Action::FromRunner(RunAnswer::Rejected { id }));
    assert_eq!((state.drawer, state.timings.is_none(), state.is_busy()), (Drawer::Problems, true, false));
}

#[test]
fn columns_are_added_downwards_and_one_always_stays() {
    let mut state = page();
    state.apply(Action::SelectStage(0, Stage::Ir));
    state.apply(Action::AddColumn);
    state.apply(Action::AddColumn);
    state.apply(Action::AddColumn);
    let stages: Vec<Stage> = state.columns.iter().map(|column| column.stage).collect();
    assert_eq!(stages, [Stage::Ir, Stage::Bytecode, Stage::Wat]);
    for _ in 0..5 {
        state.apply(Action::RemoveColumn(0));
    }
    assert_eq!(state.columns.len(), 1);
}
