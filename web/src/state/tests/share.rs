//! Links to everything that is seen.

use stair_link::{Pane, Shared, View};
use stair_protocol::{Artifact, BreakAt, DebugRequest, Moment, Side, Start, Travel, Unit};

use super::*;

/// The link that the page makes of what it shows.
fn link(state: &mut State) -> String {
    let effects = state.apply(Action::Share("https://example.org/".into()));
    let Some(Effect::ShowFragment(fragment)) = effects.first() else { panic!("{effects:?}") };
    let sharing = state.sharing.as_ref().expect("the dialogue");
    assert_eq!(sharing.link, format!("https://example.org/#{fragment}"));
    fragment.clone()
}

/// What is seen in a page that opens this link.
fn opened(fragment: &str) -> (State, Vec<Effect>) {
    let (mut state, mut effects) = State::new(Stored::default(), &format!("#{fragment}"));
    effects.extend(state.apply(Action::FromCompiler(CompileAnswer::Ready)));
    (state, effects)
}

#[test]
fn what_is_seen_is_seen_again() {
    let mut state = page();
    edit(&mut state, "fn main() {\n    let a = 1;\n}\n");
    state.apply(Action::SetProfile(Profile::Release));
    state.stdin = "1\nzwei\n".into();
    state.apply(Action::SetEngine(Engine::Vm));
    state.apply(Action::SelectStage(0, Stage::Ir));
    state.apply(Action::SelectPass(0, Some("inline".into())));
    state.apply(Action::AddColumn);
    state.apply(Action::ShowLibrary(1, true));
    state.apply(Action::SetDrawer(Drawer::Timings));
    state.apply(Action::SetPart(Part::Layers));
    state.apply(Action::ChoseInPane {
        column: 0,
        line: 1,
        place: Some(Place { span: (16, 26), from: None }),
        go: false,
    });
    state.apply(Action::Break(BreakAction::ToggleLine(2)));
    state.apply(Action::Break(BreakAction::SetCondition(0, "a > 0".into())));
    state.apply(Action::Break(BreakAction::Add(BreakAt::Variable("main".into(), "a".into()))));
    state.apply(Action::Break(BreakAction::Enable(1, false)));
    state.apply(Action::SetDrawer(Drawer::Timings));
    let (other, effects) = opened(&link(&mut state));
    assert_eq!(other.program, state.program);
    assert_eq!((other.stdin.as_str(), other.engine), ("1\nzwei\n", Engine::Vm));
    let panes = |state: &State| state.columns.iter().map(Column::request).collect::<Vec<_>>();
    assert_eq!(panes(&other), panes(&state));
    assert_eq!((other.front, other.drawer, other.part), (1, Drawer::Timings, Part::Layers));
    let stops = |state: &State| state.debugger.stops.iter().map(|stop| stop.breakpoint.clone()).collect::<Vec<_>>();
    assert_eq!(stops(&other), stops(&state));
    assert_eq!(other.chosen.map(|mark| mark.span), Some((16, 26)));
    assert!(effects.contains(&Effect::MarkSource(Some((16, 26)))), "{effects:?}");
    assert!(!other.is_stepping());
    assert_eq!(other.shared(), state.shared());
}

#[test]
fn a_comparison_is_seen_again() {
    let mut state = page();
    state.apply(Action::Compare(CompareAction::Toggle));
    edit(&mut state, "fn main() { 1; }");
    state.apply(Action::Compare(CompareAction::SelectStage(None)));
    state.apply(Action::Compare(CompareAction::OnlyDifferences(true)));
    let (other, _) = opened(&link(&mut state));
    let compare = other.comparison().expect("the comparison");
    assert_eq!(
        (compare.side, compare.other.as_str(), compare.stage, compare.only_differences),
        (Side::Right, "fn main() {}", None, true)
    );
    assert_eq!(other.pair(), state.pair());
}

#[test]
fn a_moment_is_gone_to_once_the_run_is_recorded() {
    let pane = |shows: &str| Pane { shows: shows.into(), ..Pane::default() };
    let view =
        View { panes: vec![pane("bytecode"), pane("memory")], step: Some(42), unit: "call".into(), ..View::default() };
    let shared = Shared { program: "fn main() {}".into(), view, ..Shared::default() };
    let (mut state, mut effects) = opened(&stair_link::encode(&shared));
    assert!(state.is_stepping());
    assert_eq!(
        (state.debugger.unit, state.columns.len(), state.columns[1].run),
        (Unit::Call, 2, Some(RunView::Memory))
    );
    effects.extend(state.apply(Action::Debug(DebugAction::Answered(stair_protocol::DebugAnswer::Ready))));
    let open = effects.iter().find_map(|effect| match effect {
        Effect::ToDebugger(DebugRequest::Open { id, at, .. }) => Some((*id, *at)),
        _ => None,
    });
    let (id, at) = open.expect("a recording");
    assert_eq!(at, Start::Beginning);
    let moment = Box::new(Moment::default());
    let answer = stair_protocol::DebugAnswer::Moment { id, moment, remark: String::new(), milliseconds: 1.0 };
    let effects = state.apply(Action::Debug(DebugAction::Answered(answer)));
    let goes = |effect: &Effect| matches!(effect, Effect::ToDebugger(DebugRequest::Go { to: Travel::To(42), .. }));
    assert!(effects.iter().any(goes), "{effects:?}");
}

#[test]
fn what_a_link_says_wrongly_is_left_out_and_said() {
    let pane = |shows: &str| Pane { shows: shows.into(), ..Pane::default() };
    let view = View {
        engine: "steam".into(),
        panes: vec![pane("machine"), pane("gates"), pane("wat"), pane("ir"), pane("ast"), pane("types")],
        front: 77,
        marks: vec![(2, 1), (5, 500), (14, 15), (0, 2)],
        ..View::default()
    };
    let shared = Shared { program: "fn main() { \"é\"; }".into(), view, ..Shared::default() };
    let (state, _) = opened(&stair_link::encode(&shared));
    let stages: Vec<Stage> = state.columns.iter().map(|column| column.stage).collect();
    assert_eq!((stages, state.front), (vec![Stage::Wat, Stage::Ir, Stage::Ast], 2));
    assert_eq!(state.chosen.map(|mark| mark.span), Some((0, 2)));
    assert!(state.notice.is_some_and(|notice| notice.text.contains("steam, gates")));
}

#[test]
fn links_are_copied_in_several_forms_and_programs_saved() {
    let mut state = page();
    link(&mut state);
    let effects = state.apply(Action::Copy(Copied::Markdown));
    let [Effect::Copy(Copied::Markdown, text)] = &effects[..] else { panic!("{effects:?}") };
    assert!(text.starts_with("[Open in Staircase](https://example.org/#A"));
    state.apply(Action::WasCopied(Copied::Markdown, true));
    assert_eq!(state.sharing.as_ref().and_then(|sharing| sharing.copied), Some(Copied::Markdown));
    state.apply(Action::WasCopied(Copied::Link, false));
    assert!(state.notice.as_ref().is_some_and(|notice| notice.text.contains("address bar")));
    state.apply(Action::CloseSharing);
    assert_eq!(state.sharing, None);
    let saved = state.apply(Action::Download(Artifact::Source));
    assert_eq!(saved, [Effect::Save { name: "main.rs".into(), bytes: b"fn main() {}".to_vec() }]);
    let effects = state.apply(Action::Download(Artifact::Bytecode));
    let [Effect::ToCompiler(CompileRequest::File { id, .. })] = effects[..] else { panic!("{effects:?}") };
    assert_eq!(state.apply(Action::Download(Artifact::Wasm)), [], "one at a time");
    let saved = state.apply(Action::FromCompiler(CompileAnswer::File { id, bytes: Some(vec![1]) }));
    assert_eq!(saved, [Effect::Save { name: "main.stbc".into(), bytes: vec![1] }]);
}

#[test]
fn a_program_is_put_into_a_document_as_it_is_seen() {
    let mut state = page();
    let source = "fn main() {\n    let é = 1;\n}\n";
    edit(&mut state, source);
    state.apply(Action::SetProfile(Profile::Release));
    state.stdin = "7\n".into();
    state.apply(Action::SelectStage(0, Stage::Bytecode));
    // `é = 1;` with the line's end.
    state.apply(Action::ChoseInPane {
        column: 0,
        line: 1,
        place: Some(Place { span: (20, 28), from: None }),
        go: false,
    });
    assert_eq!(state.apply(Action::CopyEmbed(EmbedForm::Html)), [], "the dialogue is not open");
    state.apply(Action::Share("https://example.org/a/index.html".into()));
    let effects = state.apply(Action::CopyEmbed(EmbedForm::Html));
    let [Effect::ToCompiler(CompileRequest::Embed { id, program, form: EmbedForm::Html, site, options })] =
        &effects[..]
    else {
        panic!("{effects:?}")
    };
    assert_eq!((program, site.as_str()), (&state.program, "https://example.org/a/"));
    let options: Vec<(&str, &str)> = options.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let expected = [("profile", "release"), ("stdin", "7\n"), ("pane", "output bytecode"), ("highlight", "2:9-2:15")];
    assert_eq!(options, expected);

    assert!(!state.can_embed(), "one at a time");
    assert_eq!(state.apply(Action::CopyEmbed(EmbedForm::MdBook)), []);
    let made = |id: RequestId, text: Result<&str, &str>| {
        let text = text.map(str::to_owned).map_err(str::to_owned);
        Action::FromCompiler(CompileAnswer::Embed { id, text })
    };
    assert_eq!(state.apply(made(RequestId(id.0 + 1), Ok("another"))), [], "nobody asked for that");
    let effects = state.apply(made(*id, Ok("<pre>")));
    assert_eq!(effects, [Effect::Copy(Copied::Embed(EmbedForm::Html), "<pre>".into())]);
    state.apply(Action::WasCopied(Copied::Embed(EmbedForm::Html), true));
    assert_eq!(state.sharing.as_ref().and_then(|sharing| sharing.copied), Some(Copied::Embed(EmbedForm::Html)));

    let effects = state.apply(Action::CopyEmbed(EmbedForm::MdBook));
    let [Effect::ToCompiler(CompileRequest::Embed { id, .. })] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(state.apply(made(*id, Err("it has errors"))), []);
    let notice = state.notice.as_ref().expect("a word");
    assert_eq!(notice.text, "The program cannot be put into a document: it has errors.");
}
