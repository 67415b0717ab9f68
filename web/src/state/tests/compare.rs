//! Two programs side by side.

use stair_protocol::{
    Compared, ComparedRow, Counts, Engine, EngineTiming, Outputs, PaneDoc, RunAnswer, RunRequest, Side, Stage, Summary,
};

use super::*;

fn compare(state: &mut State, action: CompareAction) -> Vec<Effect> {
    state.apply(Action::Compare(action))
}

/// What the compile worker is asked to set beside the program.
fn beside(effects: &[Effect]) -> Option<stair_protocol::CompareRequest> {
    effects.iter().find_map(|effect| match effect {
        Effect::ToCompiler(CompileRequest::Analyse { beside, .. }) => beside.as_deref().cloned(),
        _ => None,
    })
}

/// A page in which a comparison was begun and the other program was changed.
fn comparing() -> State {
    let mut state = page();
    let effects = compare(&mut state, CompareAction::Toggle);
    analysed(&mut state, &effects);
    let effects = edit(&mut state, "fn main() { 1; }");
    analysed(&mut state, &effects);
    state
}

#[test]
fn a_comparison_begins_with_the_same_program_twice() {
    let mut state = page();
    let effects = compare(&mut state, CompareAction::Toggle);
    assert!(effects.contains(&Effect::StoreOther(Some((Side::Right, "fn main() {}".into())))));
    let request = beside(&effects).expect("a comparison");
    assert_eq!((request.other.source.as_str(), request.side), ("fn main() {}", Side::Right));
    assert_eq!(request.pane.map(|pane| pane.stage), Some(Stage::Bytecode));
    analysed(&mut state, &effects);
    let effects = edit(&mut state, "fn main() { 1; }");
    assert_eq!(beside(&effects).map(|request| request.other.source).as_deref(), Some("fn main() {}"));
    assert_eq!(
        state.pair().map(|pair| pair.map(|program| program.source)),
        Some(["fn main() {}".into(), "fn main() { 1; }".into()])
    );
}

#[test]
fn the_programs_take_turns_in_the_editor() {
    let mut state = comparing();
    state.apply(Action::Break(BreakAction::ToggleLine(1)));
    let effects = compare(&mut state, CompareAction::Switch(Side::Left));
    assert!(effects.contains(&Effect::ShowProgram(Side::Left, "fn main() {}".into())));
    assert!(effects.contains(&Effect::StoreOther(Some((Side::Left, "fn main() { 1; }".into())))));
    assert!(effects.contains(&Effect::StoreProgram("fn main() {}".into())));
    assert!(state.debugger.stops.is_empty(), "breakpoints belong to their program");
    analysed(&mut state, &effects);
    assert_eq!(compare(&mut state, CompareAction::Switch(Side::Left)), [], "it is there already");
    compare(&mut state, CompareAction::Switch(Side::Right));
    assert_eq!((state.program.source.as_str(), state.debugger.stops.len()), ("fn main() { 1; }", 1));
}

#[test]
fn a_chosen_line_leads_to_its_program() {
    let mut state = comparing();
    let effects = compare(&mut state, CompareAction::GoTo(Side::Left, (3, 7)));
    assert!(matches!(effects.first(), Some(Effect::ShowProgram(Side::Left, _))));
    assert_eq!(effects.last(), Some(&Effect::GoTo((3, 7))));
    assert_eq!(state.part, Part::Code);
}

#[test]
fn the_layers_come_back_and_the_other_program_stays() {
    let mut state = comparing();
    let effects = compare(&mut state, CompareAction::Toggle);
    assert!(state.comparison().is_none() && state.compare.is_some());
    assert_eq!(beside(&effects), None);
    let panes = effects.iter().find_map(|effect| match effect {
        Effect::ToCompiler(CompileRequest::Analyse { panes, .. }) => Some(panes.len()),
        _ => None,
    });
    assert_eq!(panes, Some(1), "the layers are in view again");
    analysed(&mut state, &effects);
    let effects = compare(&mut state, CompareAction::End);
    assert!(state.compare.is_none());
    assert!(effects.contains(&Effect::StoreOther(None)));
}

#[test]
fn stepping_shows_the_layers() {
    let mut state = comparing();
    state.apply(Action::Debug(DebugAction::Open(stair_protocol::Start::Beginning)));
    assert!(state.is_stepping() && state.comparison().is_none());
    compare(&mut state, CompareAction::Toggle);
    assert!(!state.is_stepping() && state.comparison().is_some());
}

#[test]
fn rows_are_counted_and_stay_while_a_program_is_being_typed() {
    let mut state = comparing();
    let row = |lines, differs: Vec<(u32, u32)>| ComparedRow { lines, differs: [differs, Vec::new()] };
    let rows = vec![
        row([Some(0), Some(0)], vec![]),
        row([Some(1), Some(1)], vec![(0, 1)]),
        row([Some(2), None], vec![]),
        row([None, Some(2)], vec![]),
        row([Some(3), Some(3)], vec![]),
    ];
    let answer = |state: &mut State, compared: Compared| {
        let effects = edit(state, &format!("{} ", state.program.source.clone()));
        let (id, _) = analysis_in(&effects).expect("an analysis");
        state.apply(Action::FromCompiler(CompileAnswer::Compared { id, compared }));
        state.apply(Action::FromCompiler(CompileAnswer::Analysed { id, milliseconds: 1.0 }));
    };
    let docs = Box::new([PaneDoc::default(), PaneDoc::default()]);
    answer(&mut state, Compared::Rows { docs, rows, passes: Vec::new() });
    let tally = |state: &State| match state.compare.as_ref().map(|compare| (&compare.content, compare.is_old)) {
        Some((CompareContent::Rows(rows), is_old)) => Some((rows.tally, is_old)),
        _ => None,
    };
    assert_eq!(tally(&state), Some(([2, 1, 1, 1], false)));
    answer(&mut state, Compared::Unreachable([false, true]));
    assert_eq!(tally(&state), Some(([2, 1, 1, 1], true)));
    compare(&mut state, CompareAction::SelectStage(Some(Stage::Ir)));
    assert_eq!(tally(&state), None, "another stage is another document");
}

fn timing(median: f64) -> EngineTiming {
    let steady = Summary { median, lower_quartile: median, upper_quartile: median, shortest: median, longest: median };
    EngineTiming {
        compile: 1.0,
        instantiate: 1.0,
        first_run: 1.0,
        first_samples: Vec::new(),
        warm_up_runs: 1,
        batch: 1,
        samples: 3,
        steady,
    }
}

fn counts(exit: Option<i32>) -> Result<Counts, String> {
    Ok(Counts { exit, steps: 10, allocations: 1, ir: [1, 2], bytecode: [1, 2], wasm: 3 })
}

/// What the run worker is asked for.
fn request(effects: &[Effect]) -> Option<RunRequest> {
    effects.iter().find_map(|effect| match effect {
        Effect::ToRunner(request) => Some(request.clone()),
        _ => None,
    })
}

#[test]
fn both_programs_are_counted_and_timed_in_turns() {
    let mut state = comparing();
    let effects = compare(&mut state, CompareAction::Measure);
    let Some(RunRequest::Count { id, programs, .. }) = request(&effects) else { panic!("{effects:?}") };
    assert_eq!(programs.map(|program| program.source), ["fn main() {}", "fn main() { 1; }"].map(str::to_owned));
    let answer = RunAnswer::Counted { id, counts: [counts(Some(0)), counts(Some(0))], outputs: Outputs::Same };
    let mut effects = state.apply(Action::FromRunner(answer));
    let mut timed = Vec::new();
    while let Some(RunRequest::Time { id, program, engines, .. }) = request(&effects) {
        timed.push((engines[0], program.source.clone()));
        state.apply(Action::FromRunner(RunAnswer::Timed {
            id,
            engine: engines[0],
            timing: Ok(timing(timed.len() as f64)),
        }));
        effects = state.apply(Action::FromRunner(RunAnswer::TimingDone { id, resolution: 100.0 }));
    }
    let expected = Engine::ALL
        .into_iter()
        .flat_map(|engine| ["fn main() {}", "fn main() { 1; }"].map(|text| (engine, text.to_owned())));
    assert_eq!(timed, expected.collect::<Vec<_>>());
    assert_eq!(state.activity, Activity::Idle);
    let numbers = state.compare.as_ref().and_then(|compare| compare.numbers.as_ref()).expect("numbers");
    assert_eq!(numbers.outputs, Some(Outputs::Same));
    let medians: Vec<f64> = numbers
        .times
        .iter()
        .flat_map(|(_, sides)| sides.iter().flatten().flatten())
        .map(|timing| timing.steady.median)
        .collect();
    assert_eq!(medians, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], "each beside its own program");
}

#[test]
fn what_does_not_end_is_not_timed() {
    for left in [counts(None), Err("the program has errors".to_owned())] {
        let mut state = comparing();
        let effects = compare(&mut state, CompareAction::Measure);
        let Some(RunRequest::Count { id, .. }) = request(&effects) else { panic!("{effects:?}") };
        let answer = RunAnswer::Counted { id, counts: [left, counts(Some(0))], outputs: Outputs::Same };
        assert_eq!(request(&state.apply(Action::FromRunner(answer))), None);
        assert_eq!(state.activity, Activity::Idle);
    }
}

#[test]
fn a_measurement_can_be_stopped_and_its_worker_lost() {
    let ended = |state: &State| state.compare.as_ref()?.numbers.as_ref()?.ended_early.clone();
    let mut state = comparing();
    compare(&mut state, CompareAction::Measure);
    assert!(state.apply(Action::Stop).contains(&Effect::ReplaceRunner));
    assert!(ended(&state).is_some_and(|reason| reason.contains("Stopped")));
    let mut state = comparing();
    compare(&mut state, CompareAction::Measure);
    state.apply(Action::RunnerLost("out of memory".into()));
    assert_eq!(state.activity, Activity::Idle);
    assert!(ended(&state).is_some_and(|reason| reason.contains("out of memory")));
}

#[test]
fn a_pair_is_kept_whole() {
    let mut state = comparing();
    let pair = EXAMPLES.iter().position(|example| example.other.is_some()).expect("an example of two ways");
    let effects = state.apply(Action::OpenExample(pair));
    let other = Some((Side::Right, "fn main() {}".into()));
    let mine = Draft { other, ..draft("fn main() { 1; }") };
    assert!(effects.contains(&Effect::StorePrevious(mine.clone())));
    assert_eq!(state.compare.as_ref().map(|compare| compare.other.as_str()), EXAMPLES[pair].other);
    assert_eq!(state.compare.as_ref().map(|compare| compare.side), Some(Side::Left));
    state.apply(Action::BringBackPrevious);
    assert_eq!(state.draft(), mine);
    state.apply(Action::OpenExample(0));
    assert!(state.compare.is_none(), "an example of one program is one program");
    let stored = Stored { source: Some("a".into()), other: Some((Side::Left, "b".into())), ..Stored::default() };
    let (state, _) = State::new(stored, "");
    assert!(state.comparison().is_some(), "a reload goes on where it was");
}
