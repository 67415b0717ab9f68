//! Learning with a workshop.

use stair_protocol::{AskedQuestion, Course, Given, Judgement, LearnAnswer, LearnRequest, Sealed, Task, Unveiled};

use super::*;

fn task(id: &str, starter: Option<&str>) -> Task {
    Task {
        id: id.into(),
        title: id.to_uppercase(),
        sealed: Sealed { file: format!("01-{id}.md"), veiled: id.into() },
        edition: 1,
        listings: vec!["fn main() { 1; }".into(), "fn main() { 2; }".into()],
        starter: starter.map(str::to_owned),
        questions: vec![AskedQuestion { id: "q".into(), ..AskedQuestion::default() }],
        hints: 2,
        has_solution: starter.is_some(),
        ..Task::default()
    }
}

fn course() -> Course {
    Course {
        title: "Course".into(),
        tasks: vec![task("sum", Some("fn sum() {}")), task("read", None)],
        problems: Vec::new(),
    }
}

fn learn_request(effects: &[Effect]) -> Option<(RequestId, LearnRequest)> {
    effects.iter().find_map(|effect| match effect {
        Effect::ToCompiler(CompileRequest::Learn { id, request }) => Some((*id, request.clone())),
        _ => None,
    })
}

fn act(state: &mut State, action: LearnAction) -> Vec<Effect> {
    state.apply(Action::Learn(action))
}

fn answered(state: &mut State, id: RequestId, answer: LearnAnswer) -> Vec<Effect> {
    state.apply(Action::FromCompiler(CompileAnswer::Learn { id, answer }))
}

/// Lets a workshop of this site be fetched and read.
fn open(state: &mut State, kept: Vec<Option<String>>) -> Vec<Effect> {
    open_course(state, course(), kept)
}

fn open_course(state: &mut State, course: Course, kept: Vec<Option<String>>) -> Vec<Effect> {
    let source = Source::Site("w.json".into());
    let effects = act(state, LearnAction::Open(source.clone(), None));
    assert!(effects.contains(&Effect::Fetch(source.clone())), "{effects:?}");
    let effects = act(state, LearnAction::Fetched(source, Ok("{}".into())));
    let (id, _) = learn_request(&effects).expect("it is read");
    let effects = answered(state, id, LearnAnswer::Opened(Ok(course)));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::LoadKept { ids, .. } if ids == &["sum", "read"])));
    act(state, LearnAction::Kept(kept, None))
}

/// A page with a program of its own and the workshop.
fn learning() -> State {
    let mut state = page();
    edit(&mut state, "fn main() { own(); }");
    open(&mut state, Vec::new());
    state
}

fn kept(effects: &[Effect], name: &str) -> Option<Record> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep(at, text) if at.ends_with(name) => Record::read(text),
        _ => None,
    })
}

fn grade_in(effects: &[Effect]) -> Option<(RequestId, Given, bool)> {
    effects.iter().find_map(|effect| match effect {
        Effect::ToRunner(RunRequest::Grade { id, given, reveal, .. }) => Some((*id, given.clone(), *reveal)),
        _ => None,
    })
}

fn judgement(passed: bool) -> Judgement {
    Judgement {
        question: None,
        asked: "it compiles".into(),
        html: String::new(),
        passed,
        found: String::new(),
        place: Some(((3, 6), 1)),
        explain: String::new(),
        answer: None,
    }
}

#[test]
fn the_own_program_waits_while_a_workshop_is_open() {
    let mut state = learning();
    assert_eq!(state.program.source, "fn sum() {}");
    let effects = edit(&mut state, "fn sum() { 1; }");
    let stores = |effect: &Effect| matches!(effect, Effect::StoreProgram(_) | Effect::StorePrevious(_));
    assert!(!effects.iter().any(stores), "what is stored as the own program stays: {effects:?}");
    let record = kept(&effects, ".sum").expect("it is kept");
    assert_eq!(record.program.as_deref(), Some("fn sum() { 1; }"));
    act(&mut state, LearnAction::Close);
    assert_eq!((state.program.source.as_str(), state.previous.as_ref()), ("fn main() { own(); }", None));
    assert!(!state.is_learning());
}

#[test]
fn what_is_kept_comes_back_and_what_was_found_of_another_edition_does_not() {
    let record = |edition| Record { edition, solved: true, program: Some("mine".into()), ..Record::default() };
    for (edition, solved) in [(1, 1), (2, 0)] {
        let mut state = page();
        open(&mut state, vec![Some(record(edition).write()), Some("damaged".into())]);
        assert_eq!(state.program.source, "mine");
        assert_eq!(state.learn().map(Learn::solved), Some(solved));
    }
}

/// What the compiler says of a program without `main`, and perhaps of something else.
fn say(state: &mut State, effects: &[Effect], codes: &[&str]) -> Vec<Effect> {
    let (id, _) = analysis_in(effects).expect("it is analysed");
    let found = |code: &&str| Diagnostic {
        severity: stair_protocol::Severity::Error,
        code: (*code).into(),
        message: String::new(),
        span: (0, 0),
        labels: Vec::new(),
        notes: Vec::new(),
        suggestions: Vec::new(),
    };
    let diagnostics = codes.iter().map(found).collect();
    let effects = state.apply(Action::FromCompiler(CompileAnswer::Diagnostics { id, diagnostics }));
    state.apply(Action::FromCompiler(CompileAnswer::Analysed { id, milliseconds: 1.0 }));
    effects
}

#[test]
fn a_main_that_a_check_brings_is_no_problem() {
    for may_lack_main in [true, false] {
        let mut state = page();
        let mut course = course();
        course.tasks[0].may_lack_main = may_lack_main;
        let effects = open_course(&mut state, course, Vec::new());
        let shown = say(&mut state, &effects, &["E0601"]);
        assert_eq!((state.lacks_main, state.errors()), (may_lack_main, usize::from(!may_lack_main)));
        assert_eq!(shown, [Effect::ShowDiagnostics(Rc::clone(&state.diagnostics))], "the editor shows the same");
        let effects = edit(&mut state, "fn sum() -> u32 { \"\" }");
        say(&mut state, &effects, &["E0308", "E0601"]);
        assert_eq!((state.lacks_main, state.errors()), (may_lack_main, 2 - usize::from(may_lack_main)));
        let effects = edit(&mut state, "fn main() {}");
        say(&mut state, &effects, &[]);
        assert_eq!((state.lacks_main, state.errors()), (false, 0));
        // It is one in a program that is not the learner's.
        let effects = act(&mut state, LearnAction::Show(0, Use::Open));
        say(&mut state, &effects, &["E0601"]);
        assert_eq!((state.lacks_main, state.errors()), (false, 1));
        let effects = act(&mut state, LearnAction::Close);
        say(&mut state, &effects, &["E0601"]);
        assert_eq!((state.lacks_main, state.errors()), (false, 1));
    }
}

#[test]
fn a_link_or_an_example_brings_the_own_program_back_first() {
    let mut state = learning();
    edit(&mut state, "fn sum() { 1; }");
    state.apply(Action::OpenExample(0));
    assert_eq!(state.previous, Some(draft("fn main() { own(); }")));
    assert!(state.learn().is_none());
    let mut state = learning();
    let shared = stair_link::Shared { program: "fn main() { 7; }".into(), ..stair_link::Shared::default() };
    state.apply(Action::OpenLink(stair_link::encode(&shared)));
    assert_eq!(state.program.source, "fn main() { 7; }");
    assert_eq!(state.previous, Some(draft("fn main() { own(); }")));
    let mut state = learning();
    state.apply(Action::OpenLink("#damaged!".into()));
    assert_eq!(state.program.source, "fn sum() {}", "a damaged link changes nothing");
}

#[test]
fn addresses_lead_to_exercises() {
    let mut state = learning();
    let effects = state.apply(Action::OpenLink("#workshop=w.json&exercise=read".into()));
    assert_eq!(state.learn().map(|learn| learn.at), Some(1));
    assert!(effects.contains(&Effect::ShowFragment("workshop=w.json&exercise=read".into())), "{effects:?}");
    state.apply(Action::OpenLink("#workshop=w.json&exercise=nothing".into()));
    assert!(state.learn().is_some_and(|learn| learn.is_overview));
    assert!(state.notice.as_ref().is_some_and(|notice| notice.text.contains("“nothing”")));
    let (state, effects) = State::new(Stored::default(), "#lesson=06-calls");
    assert!(effects.contains(&Effect::Fetch(Source::Lessons)), "{effects:?}");
    assert!(state.is_learning());
}

#[test]
fn what_cannot_be_opened_is_said_and_changes_nothing() {
    let mut state = page();
    let source = Source::Site("w.json".into());
    act(&mut state, LearnAction::Open(source.clone(), None));
    act(&mut state, LearnAction::Fetched(source.clone(), Err("404".into())));
    assert!(state.notice.as_ref().is_some_and(|notice| notice.text.contains("w.json cannot be opened: 404")));
    assert!(!state.is_learning());
    act(&mut state, LearnAction::Open(source.clone(), None));
    let effects = act(&mut state, LearnAction::Fetched(source, Ok("no JSON".into())));
    let (id, _) = learn_request(&effects).expect("it is read");
    answered(&mut state, id, LearnAnswer::Opened(Err("it is no workshop".into())));
    assert!(!state.is_learning());
    assert_eq!((state.program.source.as_str(), state.part), ("fn main() {}", Part::Code));
}

#[test]
fn a_check_grades_what_is_written_and_marks_where_it_fails() {
    let mut state = learning();
    edit(&mut state, "fn sum() { 1; }");
    act(&mut state, LearnAction::Answer(0, "7".into()));
    let (id, given, reveal) = grade_in(&act(&mut state, LearnAction::Check)).expect("it is graded");
    assert_eq!(
        (given.program.as_deref(), given.answers.get("q").map(String::as_str)),
        (Some("fn sum() { 1; }"), Some("7"))
    );
    assert!(!reveal);
    state.apply(Action::FromRunner(RunAnswer::Judged { id, of: 2, judgement: judgement(false) }));
    assert_eq!(state.learn().and_then(|learn| learn.progress_of(0)), Some((1, 2)));
    let effects = state.apply(Action::FromRunner(RunAnswer::Graded { id, solved: Ok(false) }));
    assert_eq!(state.activity, Activity::Idle);
    assert!(effects.contains(&Effect::MarkSource(Some((3, 6)))), "{effects:?}");
    let record = kept(&effects, ".sum").expect("kept");
    assert_eq!((record.solved, record.held), (false, Some((0, 2))));
    assert!(state.learn().is_some_and(|learn| !learn.are_results_old()));
    edit(&mut state, "fn sum() { 2; }");
    assert!(state.learn().is_some_and(Learn::are_results_old));
}

#[test]
fn a_check_is_stopped_and_a_late_answer_is_dropped() {
    let mut state = learning();
    let (id, ..) = grade_in(&act(&mut state, LearnAction::Check)).expect("it is graded");
    let effects = state.apply(Action::Stop);
    assert!(effects.contains(&Effect::ReplaceRunner));
    let ended = state.learn().and_then(|learn| learn.results.as_ref()).and_then(|results| results.ended.clone());
    assert_eq!(ended, Some(Ended::Stopped));
    state.apply(Action::FromRunner(RunAnswer::Graded { id, solved: Ok(true) }));
    assert_eq!(state.learn().map(Learn::solved), Some(0));
}

#[test]
fn everything_that_was_begun_is_checked_one_after_the_other() {
    let mut state = learning();
    act(&mut state, LearnAction::CheckAll);
    assert!(state.notice.is_some(), "nothing has been written");
    act(&mut state, LearnAction::Answer(0, "1".into()));
    act(&mut state, LearnAction::Go(1));
    act(&mut state, LearnAction::Answer(0, "2".into()));
    act(&mut state, LearnAction::Overview(true));
    let (first, given, _) = grade_in(&act(&mut state, LearnAction::CheckAll)).expect("the first");
    assert_eq!(given.id, "sum");
    let effects = state.apply(Action::FromRunner(RunAnswer::Graded { id: first, solved: Ok(true) }));
    let (second, given, _) = grade_in(&effects).expect("the second");
    assert_eq!((given.id.as_str(), given.program), ("read", None));
    state.apply(Action::FromRunner(RunAnswer::Graded { id: second, solved: Ok(true) }));
    assert_eq!((state.learn().map(Learn::solved), &state.activity), (Some(2), &Activity::Idle));
}

#[test]
fn hints_open_one_by_one_and_the_solution_only_if_it_is_confirmed() {
    let mut state = learning();
    let effects = act(&mut state, LearnAction::Hint);
    let (id, request) = learn_request(&effects).expect("it is unveiled");
    assert!(matches!(request, LearnRequest::Unveil(_)));
    assert_eq!(state.learn().and_then(Learn::record).map(|record| record.hints), Some(1));
    answered(
        &mut state,
        id,
        LearnAnswer::Unveiled(Ok(Unveiled { solution: Some("fn sol() {}".into()), ..Unveiled::default() })),
    );
    act(&mut state, LearnAction::Hint);
    act(&mut state, LearnAction::Hint);
    assert_eq!(state.learn().and_then(Learn::record).map(|record| record.hints), Some(2), "there are no more");
    act(&mut state, LearnAction::Ask(Asking::Solution));
    act(&mut state, LearnAction::Dismiss);
    assert_eq!(state.learn().and_then(Learn::record).map(|record| record.solution), Some(false));
    act(&mut state, LearnAction::Ask(Asking::Solution));
    let (.., reveal) = grade_in(&act(&mut state, LearnAction::Confirm)).expect("the answers are found");
    assert!(reveal);
    act(&mut state, LearnAction::ShowSolution);
    assert_eq!(state.program.source, "fn sol() {}");
    edit(&mut state, "fn sol() { 1; }");
    act(&mut state, LearnAction::ShowOwn);
    assert_eq!(state.program.source, "fn sum() {}", "what is tried with the solution is not what is handed in");
}

#[test]
fn programs_of_the_text_are_tried_beside_the_own_one() {
    let mut state = learning();
    edit(&mut state, "fn sum() { 1; }");
    act(&mut state, LearnAction::Show(1, Use::Open));
    assert_eq!((state.program.source.as_str(), state.part), ("fn main() { 2; }", Part::Code));
    edit(&mut state, "fn main() { 3; }");
    act(&mut state, LearnAction::ShowOwn);
    assert_eq!(state.program.source, "fn sum() { 1; }");
    act(&mut state, LearnAction::Show(1, Use::Open));
    assert_eq!(state.program.source, "fn main() { 3; }", "what was changed is still there");
    let effects = act(&mut state, LearnAction::Show(0, Use::Run));
    assert!(run_in(&effects).is_some(), "{effects:?}");
    act(&mut state, LearnAction::Go(1));
    assert_eq!(state.program.source, "fn main() { 1; }", "an exercise without a program shows the text's");
}

fn summary(state: &mut State, given: Vec<Given>) -> Vec<Effect> {
    let effects = act(state, LearnAction::Picked(Pick::Summary, "s.json".into(), Ok("{}".into())));
    let (id, _) = learn_request(&effects).expect("it is read");
    answered(state, id, LearnAnswer::Read(Ok(("Course".into(), given))))
}

fn given(id: &str, program: &str) -> Given {
    Given { id: id.into(), program: Some(program.into()), ..Given::default() }
}

#[test]
fn a_summary_replaces_nothing_without_being_asked() {
    let mut state = learning();
    summary(&mut state, vec![given("sum", "theirs")]);
    assert_eq!(state.program.source, "theirs", "nothing was here");
    edit(&mut state, "mine");
    summary(&mut state, vec![given("sum", "theirs"), given("other", "x")]);
    assert_eq!(state.program.source, "mine");
    assert!(state.learn().is_some_and(|learn| matches!(learn.asking, Some(Asking::Import(_)))));
    act(&mut state, LearnAction::Dismiss);
    assert_eq!(state.program.source, "mine");
    summary(&mut state, vec![given("sum", "theirs")]);
    act(&mut state, LearnAction::Confirm);
    assert_eq!(state.program.source, "theirs");
    let effects = act(&mut state, LearnAction::Picked(Pick::Summary, "s.json".into(), Ok("x".into())));
    let (id, _) = learn_request(&effects).expect("it is read");
    answered(&mut state, id, LearnAnswer::Read(Err("it is no summary".into())));
    assert!(state.notice.as_ref().is_some_and(|notice| notice.text.contains("it is no summary")));
}

#[test]
fn a_summary_is_saved_as_a_file() {
    let mut state = learning();
    edit(&mut state, "mine");
    let (id, request) = learn_request(&act(&mut state, LearnAction::Export)).expect("it is written");
    assert_eq!(request, LearnRequest::Write("Course".into(), vec![given("sum", "mine")]));
    let effects = answered(&mut state, id, LearnAnswer::Written(vec![1]));
    assert_eq!(effects, [Effect::Save { name: "course-progress.json".into(), bytes: vec![1] }]);
}

#[test]
fn what_its_author_changes_is_shown_at_once_and_the_work_stays() {
    let mut state = learning();
    act(&mut state, LearnAction::Go(1));
    act(&mut state, LearnAction::Answer(0, "5".into()));
    let source = Source::Site("w.json".into());
    let effects = act(&mut state, LearnAction::Fetched(source, Ok("{}".into())));
    let (id, _) = learn_request(&effects).expect("it is read again");
    let mut changed = course();
    changed.tasks.insert(0, task("new", None));
    answered(&mut state, id, LearnAnswer::Opened(Ok(changed)));
    act(&mut state, LearnAction::Kept(vec![None, None, None], None));
    let learn = state.learn().expect("open");
    assert_eq!((learn.at, learn.course.tasks.len()), (2, 3));
    assert_eq!(learn.record().and_then(|record| record.answers.get("q")).map(String::as_str), Some("5"));
    act(&mut state, LearnAction::Close);
    assert_eq!(state.program.source, "fn main() { own(); }");
}

#[test]
fn a_browser_that_keeps_nothing_is_named_once() {
    let mut state = learning();
    state.apply(Action::CouldNotStore);
    assert!(state.notice.as_ref().is_some_and(|notice| notice.text.contains("save your progress")));
    state.apply(Action::DismissNotice);
    state.apply(Action::CouldNotStore);
    assert_eq!(state.notice, None);
}
