//! Stepping through a run, told as actions and what follows from them.

use stair_protocol::{
    BreakAt, Calls, Class, DebugAnswer, DebugRequest, Debugged, Direction, Moment, PaneBuilder, PaneLines, Recording,
    RunAnswer, RunProfile, Start, Stream, Stretch, Travel, Unit,
};

use super::*;

fn debug(state: &mut State, action: DebugAction) -> Vec<Effect> {
    state.apply(Action::Debug(action))
}

fn answer(state: &mut State, answer: DebugAnswer) -> Vec<Effect> {
    debug(state, DebugAction::Answered(answer))
}

fn requests(effects: &[Effect]) -> Vec<&DebugRequest> {
    let sent = effects.iter().map(|effect| match effect {
        Effect::ToDebugger(request) => Some(request),
        _ => None,
    });
    sent.flatten().collect()
}

/// Where the one `Go` in `effects` leads, and its number.
fn go(effects: &[Effect]) -> Option<(RequestId, Travel)> {
    match requests(effects).as_slice() {
        [DebugRequest::Go { id, to }] => Some((*id, to.clone())),
        _ => None,
    }
}

fn moment(step: u64) -> Box<Moment> {
    let recording = Recording { steps: 1000, exit_code: Some(0), ..Recording::default() };
    let line = Some(1 + (step / 100) as u32);
    let narration = format!("pushes {step}");
    Box::new(Moment { step, recording, line, span: Some((0, 2)), narration, ..Moment::default() })
}

fn show(state: &mut State, id: RequestId, step: u64) -> Vec<Effect> {
    let (remark, milliseconds) = (String::new(), 1.0);
    answer(state, DebugAnswer::Moment { id, moment: moment(step), remark, milliseconds })
}

/// A page whose debugger is open at moment 7.
fn stepping() -> State {
    let mut state = page();
    let effects = debug(&mut state, DebugAction::Open(Start::Beginning));
    assert!(effects.contains(&Effect::ReplaceDebugger) && requests(&effects).is_empty(), "its worker starts first");
    let effects = answer(&mut state, DebugAnswer::Ready);
    let [DebugRequest::Open { id, program, .. }] = requests(&effects)[..] else { panic!("{effects:?}") };
    assert_eq!(*program, Debugged::Source(state.program.clone()));
    let id = *id;
    let effects = show(&mut state, id, 7);
    assert!(effects.contains(&Effect::MarkRunning(Some((1, Some((0, 2)))))));
    state
}

#[test]
fn opening_makes_room_for_the_run_and_closing_takes_it_away() {
    let mut state = stepping();
    let shown: Vec<_> = state.columns.iter().map(|column| (column.stage, column.run)).collect();
    assert_eq!(shown, [(Stage::Bytecode, None), (Stage::Ast, Some(RunView::Memory))]);
    assert_eq!(state.front, 1);
    let effects = debug(&mut state, DebugAction::Close);
    assert!(effects.contains(&Effect::MarkRunning(None)));
    assert!(!effects.contains(&Effect::ReplaceDebugger), "its worker is idle and can be used again");
    let shown: Vec<_> = state.columns.iter().map(|column| (column.stage, column.run)).collect();
    assert_eq!(shown, [(Stage::Ast, None)]);
    let effects = debug(&mut state, DebugAction::Open(Start::End));
    assert!(matches!(requests(&effects)[..], [DebugRequest::Open { at: Start::End, .. }]));
}

#[test]
fn layers_that_the_person_chose_stay() {
    let mut state = page();
    state.apply(Action::SelectStage(0, Stage::Types));
    debug(&mut state, DebugAction::Open(Start::Beginning));
    let effects = answer(&mut state, DebugAnswer::Ready);
    let [DebugRequest::Open { id, .. }] = requests(&effects)[..] else { panic!("{effects:?}") };
    let id = *id;
    show(&mut state, id, 0);
    assert_eq!((state.columns[0].stage, state.columns[1].run), (Stage::Types, Some(RunView::Memory)));
    state.apply(Action::AddColumn);
    assert_eq!(state.columns[2].run, Some(RunView::Machine), "what of the run is not shown yet");
    debug(&mut state, DebugAction::Close);
    assert_eq!((state.columns.len(), state.columns[0].stage, state.front), (1, Stage::Types, 0));
}

#[test]
fn steps_wait_for_each_other_and_a_number_goes_before_them() {
    let mut state = stepping();
    let step = DebugAction::Step(Calls::Over, Direction::Forward);
    let (first, travel) = go(&debug(&mut state, step.clone())).unwrap_or_else(|| panic!("a step is sent"));
    assert_eq!(travel, Travel::Step { unit: Unit::Line, calls: Calls::Over, direction: Direction::Forward });
    assert_eq!(go(&debug(&mut state, step.clone())), None, "one request at a time");
    let (second, _) = go(&show(&mut state, first, 8)).unwrap_or_else(|| panic!("the second step follows"));
    debug(&mut state, step);
    for number in [100, 300, 5000] {
        assert_eq!(go(&debug(&mut state, DebugAction::Travel(Travel::To(number)))), None);
    }
    let session = state.debugger.session.as_ref().unwrap_or_else(|| panic!("open"));
    assert_eq!(session.step(), 1000, "the scrubber stays where it was dragged, within the run");
    let (third, travel) = go(&show(&mut state, second, 9)).unwrap_or_else(|| panic!("the number follows"));
    assert_eq!(travel, Travel::To(5000), "the newest wins");
    show(&mut state, second, 12);
    assert_eq!(state.moment().map(|moment| moment.step), Some(9), "a late answer is dropped");
    assert_eq!(go(&show(&mut state, third, 1000)), None);
    assert_eq!(state.moment().map(|moment| moment.step), Some(1000));
}

#[test]
fn a_held_key_does_not_run_on() {
    let mut state = stepping();
    let step = DebugAction::Step(Calls::Into, Direction::Forward);
    let (mut id, _) = go(&debug(&mut state, step.clone())).unwrap_or_else(|| panic!("a step is sent"));
    for _ in 0..100 {
        debug(&mut state, step.clone());
    }
    let mut sent = 0;
    while let Some((next, _)) = go(&show(&mut state, id, sent)) {
        (id, sent) = (next, sent + 1);
    }
    assert!((2..=10).contains(&sent), "{sent} steps waited");
}

#[test]
fn what_takes_long_can_be_cancelled_and_gives_way() {
    let mut state = stepping();
    let (id, _) = go(&debug(&mut state, DebugAction::Travel(Travel::Run(Direction::Back))))
        .unwrap_or_else(|| panic!("the search is sent"));
    state.apply(Action::Late(id, Wait::Noticeable));
    answer(&mut state, DebugAnswer::Searched { id, part: 0.5 });
    let task = state.debugger.session.as_ref().and_then(|session| session.task);
    assert_eq!(task.map(|task| (task.wait, task.part)), Some((Wait::Noticeable, Some(0.5))));
    let effects = debug(&mut state, DebugAction::Cancel);
    let [DebugRequest::Cancel { id: cancel }] = requests(&effects)[..] else { panic!("{effects:?}") };
    let cancel = *cancel;
    show(&mut state, id, 900);
    assert_eq!(state.moment().map(|moment| moment.step), Some(7), "what was cancelled is not shown");
    show(&mut state, cancel, 7);
    assert!(state.debugger.session.as_ref().is_some_and(|session| session.task.is_none()));

    let (id, _) = go(&debug(&mut state, DebugAction::Travel(Travel::Run(Direction::Forward))))
        .unwrap_or_else(|| panic!("the search is sent"));
    state.apply(Action::Late(id, Wait::Noticeable));
    assert!(go(&debug(&mut state, DebugAction::Step(Calls::Out, Direction::Back))).is_some(), "it gives way");
}

#[test]
fn the_moments_belong_to_the_program_that_was_recorded() {
    let mut state = stepping();
    let effects = edit(&mut state, "fn main() { }");
    assert!(!state.is_stepping() && effects.contains(&Effect::MarkRunning(None)));
    assert!(state.notice.as_ref().is_some_and(|notice| notice.text.contains("the text has changed")));
    let mut state = stepping();
    state.apply(Action::SetProfile(Profile::Debug));
    assert!(state.is_stepping(), "it is the same profile");
    state.apply(Action::SetProfile(Profile::Release));
    assert!(!state.is_stepping());
    let mut state = stepping();
    debug(&mut state, DebugAction::Step(Calls::Into, Direction::Forward));
    let effects = edit(&mut state, "fn main() { }");
    assert!(effects.contains(&Effect::ReplaceDebugger), "a worker that is at work starts anew");
}

#[test]
fn a_rejected_program_shows_its_problems_and_a_lost_worker_is_replaced() {
    let mut state = page();
    debug(&mut state, DebugAction::Open(Start::Beginning));
    let effects = answer(&mut state, DebugAnswer::Ready);
    let [DebugRequest::Open { id, .. }] = requests(&effects)[..] else { panic!("{effects:?}") };
    let id = *id;
    answer(&mut state, DebugAnswer::Rejected { id });
    assert_eq!((state.is_stepping(), state.drawer), (false, Drawer::Problems));
    assert_eq!(state.outcome, Some(Outcome::Rejected));

    let mut state = stepping();
    debug(&mut state, DebugAction::Lost("out of memory".to_owned()));
    assert!(!state.is_stepping());
    assert!(debug(&mut state, DebugAction::Open(Start::Beginning)).contains(&Effect::ReplaceDebugger));
}

#[test]
fn a_moment_is_said_once_with_its_line_when_that_is_new() {
    let mut state = stepping();
    let spoken = |state: &State| state.debugger.session.as_ref().map(|session| session.spoken.clone());
    assert_eq!(spoken(&state).as_deref(), Some("Stepping through 1\u{2009}000 instructions. Line 1. pushes 7"));
    let to = |state: &mut State, step| {
        let (id, _) = go(&debug(state, DebugAction::Travel(Travel::To(step)))).unwrap_or_else(|| panic!("sent"));
        show(state, id, step);
    };
    to(&mut state, 8);
    assert_eq!(spoken(&state).as_deref(), Some("pushes 8"));
    to(&mut state, 250);
    assert_eq!(spoken(&state).as_deref(), Some("Line 3. pushes 250"));
}

#[test]
fn panes_mark_the_lines_that_run_as_they_are_shown() {
    let lines = [(false, vec![3]), (true, vec![40, 41])];
    let lines = lines.map(|(library, lines)| PaneLines { stage: Stage::Bytecode, library, lines });
    let moment = Moment { lines: lines.to_vec(), ..Moment::default() };
    let mut column = Column::new(Stage::Bytecode);
    assert_eq!(column.running(&moment), [3]);
    column.library = true;
    assert_eq!(column.running(&moment), [40, 41]);
    let mut doc = PaneBuilder::new();
    for span in [(0, 20), (4, 9), (4, 5), (8, 9)] {
        doc.push(Class::Name, "node").end_line(0, Some(span));
    }
    let mut tree = Column::new(Stage::Ast);
    tree.content = Content::Doc(Rc::new(doc.finish()));
    let at = |span| Moment { span: Some(span), ..Moment::default() };
    assert_eq!(tree.running(&at((4, 9))), [1], "the node of the running expression");
    assert_eq!(tree.running(&at((4, 10))), [1, 2, 3], "else what is within it");
    column.is_old = true;
    assert_eq!(column.running(&moment), Vec::<usize>::new(), "its lines are of another program");
}

/// A page that has recorded a run which printed on both streams, and the number of the request that asked for it.
fn printing() -> (State, RequestId) {
    let mut state = page();
    debug(&mut state, DebugAction::Open(Start::Beginning));
    let effects = answer(&mut state, DebugAnswer::Ready);
    let [DebugRequest::Open { id, .. }] = requests(&effects)[..] else { panic!("{effects:?}") };
    let id = *id;
    let output = [(Stream::Stdout, "one\n"), (Stream::Stderr, "é\n"), (Stream::Stdout, "two\n")];
    let output = output.map(|(stream, text)| (stream, text.to_owned())).to_vec();
    answer(&mut state, DebugAnswer::Recorded { id, recording: Recording::default(), output });
    (state, id)
}

#[test]
fn output_is_cut_where_the_moment_is() {
    let (mut state, _) = printing();
    let printed = |state: &mut State, printed| {
        let session = state.debugger.session.as_ref().unwrap_or_else(|| panic!("open"));
        session.output.printed(printed)
    };
    assert_eq!(printed(&mut state, (0, 0)), [0, 0, 0]);
    assert_eq!(printed(&mut state, (4, 1)), [4, 0, 0], "never within a character");
    assert_eq!(printed(&mut state, (6, 3)), [4, 3, 2]);
    assert_eq!(printed(&mut state, (100, 100)), [4, 3, 4]);
}

#[test]
fn output_leads_to_the_moment_that_printed_it() {
    let (mut state, id) = printing();
    show(&mut state, id, 0);
    let mut lead = |place| {
        let (id, travel) = go(&debug(&mut state, DebugAction::ToPrinted(place)))?;
        show(&mut state, id, 5);
        Some(travel)
    };
    assert_eq!(lead(3), Some(Travel::ToOutput(Stream::Stdout, 3)));
    assert_eq!(lead(4), Some(Travel::ToOutput(Stream::Stderr, 0)));
    assert_eq!(lead(8), Some(Travel::ToOutput(Stream::Stdout, 5)));
    assert_eq!(lead(11), None, "there is no such byte");
}

#[test]
fn a_panic_of_this_very_program_can_be_stepped_back_from() {
    let mut state = page();
    let panicked = |state: &mut State, text: &str| {
        let id = run_in(&state.apply(Action::Run)).unwrap_or_default();
        state.apply(Action::FromRunner(RunAnswer::Output { id, stream: Stream::Stderr, text: text.to_owned() }));
        let reason = ExitReason::Code(101);
        state.apply(Action::FromRunner(RunAnswer::Exited { id, reason, has_read: false, compile: 1.0, run: 1.0 }));
    };
    panicked(&mut state, "I leave\n");
    assert!(!state.ended_by_panic(), "it called exit(101)");
    panicked(&mut state, "\nthread 'main' panicked at main.rs:1:1:\nboom\n");
    assert!(state.ended_by_panic());
    edit(&mut state, "fn main() { }");
    assert!(!state.ended_by_panic(), "it was another program");
}

#[test]
fn to_the_cursor_is_to_the_line_that_was_chosen_last() {
    let mut state = stepping();
    state.program.source = "fn main() {\n    print();\n}\n".to_owned();
    state.apply(Action::CursorMoved(14));
    let to = go(&debug(&mut state, DebugAction::ToCursor(Direction::Back))).map(|(_, to)| to);
    assert_eq!(to, Some(Travel::ToLine(2, Direction::Back)));
    let mut state = stepping();
    state.apply(Action::ChoseInPane { column: 0, line: 12, place: None, go: false });
    let to = go(&debug(&mut state, DebugAction::ToCursor(Direction::Forward))).map(|(_, to)| to);
    let (stage, library, direction) = (Stage::Bytecode, false, Direction::Forward);
    assert_eq!(to, Some(Travel::ToPaneLine { stage, library, line: 12, direction }));
}

#[test]
fn breakpoints_are_told_once_there_is_a_run_and_follow_their_lines() {
    let mut state = page();
    let effects = state.apply(Action::Break(BreakAction::ToggleLine(1)));
    let shown = |line, look| Effect::ShowBreakpoints(vec![LineBreak { line, look }]);
    assert!(effects.contains(&shown(1, BreakLook::Plain)) && requests(&effects).is_empty());
    debug(&mut state, DebugAction::Open(Start::Beginning));
    let effects = answer(&mut state, DebugAnswer::Ready);
    let [DebugRequest::Open { id, .. }] = requests(&effects)[..] else { panic!("{effects:?}") };
    let id = *id;
    let effects = show(&mut state, id, 0);
    let [DebugRequest::Break { id, breakpoints }] = requests(&effects)[..] else { panic!("{effects:?}") };
    assert_eq!(breakpoints[0].at, BreakAt::Line(1));
    let id = *id;
    let effects = answer(&mut state, DebugAnswer::Breakpoints { id, states: vec![Err("no code".to_owned())] });
    assert!(effects.contains(&shown(1, BreakLook::Wrong)));
    let effects = state.apply(Action::Break(BreakAction::SetCondition(0, "n == 3".to_owned())));
    assert!(effects.contains(&shown(1, BreakLook::Conditional)));
    assert!(matches!(requests(&effects)[..], [DebugRequest::Break { .. }]));
    let effects = state.apply(Action::Break(BreakAction::Enable(0, false)));
    assert!(effects.contains(&shown(1, BreakLook::Disabled)));
    state.apply(Action::Break(BreakAction::Add(BreakAt::Memory { address: 16, len: 4 })));
    let effects = edit(&mut state, "// above\nfn main() {}");
    assert!(effects.contains(&shown(2, BreakLook::Disabled)), "it moved with its line; the address is of the old run");
    let effects = state.apply(Action::OpenExample(3));
    assert!(effects.contains(&Effect::ShowBreakpoints(Vec::new())), "another program has none yet");
}

#[test]
fn bytes_in_view_are_asked_for_at_each_moment() {
    let mut state = stepping();
    let effects = debug(&mut state, DebugAction::ShowBytes(Some((64, 16))));
    let [DebugRequest::Bytes { id, address: 64, len: 16 }] = requests(&effects)[..] else { panic!("{effects:?}") };
    let first = *id;
    assert!(debug(&mut state, DebugAction::ShowBytes(Some((64, 16)))).is_empty());
    let (id, _) = go(&debug(&mut state, DebugAction::Travel(Travel::To(8)))).unwrap_or_else(|| panic!("sent"));
    let effects = show(&mut state, id, 8);
    let [DebugRequest::Bytes { id, .. }] = requests(&effects)[..] else { panic!("{effects:?}") };
    let second = *id;
    let bytes = |id, byte| DebugAnswer::Bytes { id, address: 64, bytes: vec![byte], owners: vec![], changed: vec![] };
    answer(&mut state, bytes(first, 1));
    assert!(state.debugger.session.as_ref().is_some_and(|session| session.bytes.is_none()), "those were older");
    answer(&mut state, bytes(second, 2));
    let shown = state.debugger.session.as_ref().and_then(|session| session.bytes.clone());
    assert_eq!(shown.map(|shown| shown.bytes.clone()), Some(vec![2]));
}

#[test]
fn the_worker_is_told_once_what_is_in_view() {
    let mut state = stepping();
    assert!(requests(&state.apply(Action::SetFront(0))).is_empty(), "what comes into view by itself is known");
    let effects = state.apply(Action::SelectStage(0, Stage::Wat));
    let [DebugRequest::Look { id, view }] = requests(&effects)[..] else { panic!("{effects:?}") };
    assert_eq!(view.panes, [(Stage::Wat, false)]);
    let first = *id;
    assert!(requests(&state.apply(Action::SelectRunView(1, RunView::Machine))).is_empty());
    let effects = state.apply(Action::ShowLibrary(0, true));
    let [DebugRequest::Look { id, .. }] = requests(&effects)[..] else { panic!("{effects:?}") };
    let id = *id;
    let with_lines = |lines: Vec<u32>| {
        let lines = vec![PaneLines { stage: Stage::Wat, library: true, lines }];
        Box::new(Moment { lines, ..*moment(7) })
    };
    let look = |state: &mut State, id, lines| {
        let (remark, milliseconds) = (String::new(), 1.0);
        answer(state, DebugAnswer::Moment { id, moment: with_lines(lines), remark, milliseconds });
        state.moment().map(|moment| moment.lines.clone())
    };
    assert_eq!(look(&mut state, first, vec![1]), Some(vec![]), "that was of another view");
    // A step that is under way goes on, whether its moment comes first or last.
    let (step, _) = go(&debug(&mut state, DebugAction::Travel(Travel::To(8)))).unwrap_or_else(|| panic!("sent"));
    assert_eq!(look(&mut state, id, vec![2]), Some(with_lines(vec![2]).lines));
    assert!(state.debugger.session.as_ref().is_some_and(|session| session.task.is_some()));
    show(&mut state, step, 8);
    assert_eq!(state.moment().map(|moment| moment.step), Some(8));
}

#[test]
fn elements_that_were_opened_stay_open() {
    let mut state = stepping();
    let stretch = |way: &str, from, to| Stretch { way: way.to_owned(), from, to };
    let asked = |effects: &[Effect]| match requests(effects)[..] {
        [DebugRequest::Look { id, view }] => Some((*id, view.stretches.clone())),
        _ => None,
    };
    let open = |state: &mut State, stretch| asked(&debug(state, DebugAction::OpenStretch(stretch)));
    let v = "main: v →";
    let (_, wanted) = open(&mut state, stretch(v, 100, 200)).unwrap_or_default();
    assert_eq!(wanted, [stretch(v, 100, 200)]);
    assert_eq!(open(&mut state, stretch(v, 120, 150)), None, "they are there already");
    let (_, wanted) = open(&mut state, stretch("main: v → [3] →", 700, 800)).unwrap_or_default();
    assert_eq!(wanted.len(), 2);
    let (id, wanted) = open(&mut state, stretch(v, 200, 300)).unwrap_or_default();
    assert_eq!(wanted, [stretch("main: v → [3] →", 700, 800), stretch(v, 100, 300)], "what touches is one");
    show(&mut state, id, 7);
    let effects = debug(&mut state, DebugAction::Travel(Travel::To(9)));
    assert!(go(&effects).is_some(), "a step says nothing of them: the worker knows");
    let (_, wanted) = asked(&debug(&mut state, DebugAction::CloseStretches(v.to_owned()))).unwrap_or_default();
    assert_eq!(wanted, [stretch("main: v → [3] →", 700, 800)]);
    debug(&mut state, DebugAction::Open(Start::Beginning));
    assert!(debug(&mut state, DebugAction::Close).iter().all(|effect| !matches!(effect, Effect::ToDebugger(_))));
}

#[test]
fn a_paused_recording_can_go_on() {
    let mut state = stepping();
    let (id, _) = go(&debug(&mut state, DebugAction::Travel(Travel::To(9)))).unwrap_or_else(|| panic!("sent"));
    let mut paused = moment(1000);
    paused.recording.exit_code = None;
    answer(&mut state, DebugAnswer::Moment { id, moment: paused, remark: String::new(), milliseconds: 1.0 });
    assert!(state.debugger.session.as_ref().is_some_and(Session::is_paused));
    let effects = debug(&mut state, DebugAction::Continue);
    assert!(matches!(requests(&effects)[..], [DebugRequest::Continue { .. }]));
    assert_eq!(go(&debug(&mut state, DebugAction::Travel(Travel::To(3)))), None, "it records now");
}

#[test]
fn keys_step_while_the_debugger_is_open() {
    let key = |name, ctrl, shift| Key { name, ctrl, shift };
    let closed = page();
    assert_eq!(closed.key(key("Enter", true, false)), Some(Action::Run));
    assert!(matches!(closed.key(key("Enter", true, true)), Some(Action::Debug(DebugAction::Open(Start::Beginning)))));
    assert_eq!(closed.key(key("F5", false, false)), None, "the browser's own");
    let open = stepping();
    let step = |calls, direction| Some(Action::Debug(DebugAction::Step(calls, direction)));
    assert_eq!(open.key(key("F10", false, false)), step(Calls::Over, Direction::Forward));
    assert_eq!(open.key(key("F11", true, false)), step(Calls::Into, Direction::Back));
    assert_eq!(open.key(key("F11", true, true)), step(Calls::Out, Direction::Back));
    let run = Action::Debug(DebugAction::Travel(Travel::Run(Direction::Back)));
    assert_eq!(open.key(key("F5", true, false)), Some(run));
    assert_eq!(open.key(key("F7", false, false)), Some(Action::Debug(DebugAction::ToCursor(Direction::Forward))));
    assert_eq!(open.key(key("F7", true, false)), Some(Action::Debug(DebugAction::ToCursor(Direction::Back))));
    assert_eq!(open.key(key("F8", false, false)), None, "the editor's: to the next problem");
    assert_eq!(open.key(key("F3", false, false)), None);
}

#[test]
fn counts_stand_beside_the_lines_until_the_debugger_closes() {
    let mut state = stepping();
    let effects = debug(&mut state, DebugAction::Count);
    let [DebugRequest::Count { id }] = requests(&effects)[..] else { panic!("{effects:?}") };
    let id = *id;
    assert_eq!(go(&debug(&mut state, DebugAction::Travel(Travel::To(9)))), None);
    let profile = Box::new(RunProfile { steps: 1000, source: vec![(1, 20)], ..RunProfile::default() });
    let effects = answer(&mut state, DebugAnswer::Profile { id, profile });
    assert!(effects.contains(&Effect::ShowCounts(vec![(1, 20)])));
    assert!(go(&effects).is_some(), "the step that was wanted meanwhile follows");
    let effects = debug(&mut state, DebugAction::Close);
    assert!(effects.contains(&Effect::ShowCounts(Vec::new())));
}
