//! What is seen, as a link carries it, and how it comes back.

use stair_link::{Breakpoint as SharedBreak, Other, Pane, Shared, View};
use stair_protocol::{
    BreakAt, Breakpoint, CompileRequest, EmbedForm, Engine, Profile, Side, Span, Stage, Start, Travel, Unit,
};

use super::{
    COMPARED, Column, Compare, Draft, Drawer, Effect, MOST_COLUMNS, Mark, Notice, Origin, Part, RunView, State, Stop,
};

/// Links longer than this are cut in some places: old browsers, some chat programs and mailers.
pub const CUT_BY_SOME: usize = 2_000;
/// Links longer than this are cut or refused in many places, servers among them.
pub const CUT_BY_MANY: usize = 8_000;

/// The dialogue in which the person shares what they see.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sharing {
    /// The whole link.
    pub link: String,
    /// What was put into the clipboard last, in a word.
    pub copied: Option<Copied>,
}

/// Something that can be put into the clipboard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Copied {
    /// The link itself.
    Link,
    /// A link in Markdown.
    Markdown,
    /// A link in HTML.
    Html,
    /// The program as it is put into a document.
    Embed(EmbedForm),
}

impl Copied {
    /// What is put into the clipboard for a link; `None` for what is made of the program.
    pub fn text(self, link: &str) -> Option<String> {
        match self {
            Copied::Link => Some(link.to_owned()),
            Copied::Markdown => Some(format!("[Open in Staircase]({link})")),
            Copied::Html => Some(format!("<a href=\"{link}\">Open in Staircase</a>")),
            Copied::Embed(_) => None,
        }
    }
}

impl State {
    /// Everything that is seen.
    pub fn shared(&self) -> Shared {
        let other = self.compare.as_ref().map(|compare| Other {
            is_left: compare.side == Side::Right,
            program: compare.other.clone(),
            shown: compare.is_open.then(|| Pane {
                shows: compare.stage.map_or("source", Stage::name).to_owned(),
                after: compare.after.clone().unwrap_or_default(),
                library: compare.library,
            }),
            only_differences: compare.is_open && compare.only_differences,
        });
        let moment = self.moment();
        Shared {
            program: self.program.source.clone(),
            other,
            input: self.stdin.clone(),
            view: View {
                is_release: self.program.profile == Profile::Release,
                engine: named(self.engine, Engine::default(), Engine::name),
                panes: self.shared_panes(),
                front: u32::try_from(self.front).unwrap_or(0),
                drawer: named(self.drawer, Drawer::default(), Drawer::name),
                part: named(self.part, Part::default(), Part::name),
                step: moment.map(|moment| moment.step),
                unit: if moment.is_some() {
                    named(self.debugger.unit, Unit::default(), Unit::name)
                } else {
                    String::new()
                },
                marks: self.chosen.map(|mark| mark.span).filter(|(start, end)| start < end).into_iter().collect(),
                breakpoints: self.debugger.stops.iter().map(shared_break).collect(),
            },
            unknown: Vec::new(),
        }
    }

    /// The panes, if they are not those that the page opens with.
    fn shared_panes(&self) -> Vec<Pane> {
        let panes = self.columns.iter().map(|column| Pane {
            shows: column.run.map_or(column.stage.name(), RunView::name).to_owned(),
            after: column.after.clone().unwrap_or_default(),
            library: column.library,
        });
        let panes: Vec<Pane> = panes.collect();
        let is_default = |pane: &Pane| pane.shows == Stage::Ast.name() && pane.after.is_empty() && !pane.library;
        if panes.len() == 1 && panes.iter().all(is_default) { Vec::new() } else { panes }
    }

    /// Has the program made into what is put into a document, as it is shown now.
    pub(super) fn copy_embed(&mut self, form: EmbedForm, effects: &mut Vec<Effect>) {
        let Some(sharing) = &self.sharing else { return };
        if !self.compiler_ready || self.embed.is_some() {
            return;
        }
        let page = sharing.link.split('#').next().unwrap_or_default();
        // The script stands beside the page.
        let site = page.rfind('/').map_or(page, |slash| &page[..=slash]).to_owned();
        let id = self.next_id();
        self.embed = Some((id, form));
        let (program, options) = (self.program.clone(), self.embed_options());
        effects.push(Effect::ToCompiler(CompileRequest::Embed { id, program, form, site, options }));
    }

    /// Whether the program can be made into what is put into a document now.
    pub fn can_embed(&self) -> bool {
        self.compiler_ready && self.embed.is_none()
    }

    /// How an embedded program is to be shown, so that its reader sees what is seen here: names and values of its attributes.
    fn embed_options(&self) -> Vec<(String, String)> {
        let mut options = Vec::new();
        let mut say = |name: &str, value: String| options.push((name.to_owned(), value));
        if self.program.profile == Profile::Release {
            say("profile", Profile::Release.name().to_owned());
        }
        if !self.stdin.is_empty() {
            say("stdin", self.stdin.clone());
        }
        // A profile of the run is nothing that an embedded program shows.
        let panes = self.shared_panes().into_iter().map(|pane| pane.shows);
        let mut panes: Vec<String> = panes.filter(|shows| shows != RunView::Profile.name()).collect();
        if !panes.is_empty() {
            panes.insert(0, "output".to_owned());
            say("pane", panes.join(" "));
        }
        if let Some(moment) = self.moment() {
            say("step", moment.step.to_string());
        }
        if let Some(mark) =
            self.chosen.filter(|mark| mark.span.0 < mark.span.1 && mark.span.1 as usize <= self.program.source.len())
        {
            let (from, to) = (self.place(mark.span.0), self.place(mark.span.1 - 1));
            say("highlight", format!("{}:{}-{}:{}", from.0, from.1, to.0, to.1));
        }
        options
    }

    /// The line and the column in characters, both counted from 1, of the character of which the byte at `offset` is a part.
    fn place(&self, offset: u32) -> (usize, usize) {
        let (before, rest) = self.program.source.as_bytes().split_at(offset as usize);
        let line = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let on_line = before[line..].iter().chain(rest.first());
        let characters = on_line.filter(|&&byte| byte & 0xC0 != 0x80).count();
        (1 + before.iter().filter(|&&byte| byte == b'\n').count(), characters)
    }

    pub(super) fn embed_made(&mut self, form: EmbedForm, text: Result<String, String>, effects: &mut Vec<Effect>) {
        match text {
            Ok(text) => effects.push(Effect::Copy(Copied::Embed(form), text)),
            Err(reason) => {
                let text = format!("The program cannot be put into a document: {reason}.");
                self.notice = Some(Notice { text, offers_previous: false });
            }
        }
    }

    /// Shows what a link carries. What cannot be shown here is left out, and said.
    pub(super) fn open_shared(&mut self, shared: Shared, effects: &mut Vec<Effect>) {
        let view = shared.view;
        let find = |name: &str| Stage::ALL.into_iter().find(|stage| stage.name() == name);
        let mut left_out = shared.unknown;

        self.program.profile = if view.is_release { Profile::Release } else { Profile::Debug };
        if let Some(engine) = known(&Engine::ALL, &view.engine, Engine::name, &mut left_out) {
            self.engine = engine;
        }
        effects.push(Effect::StoreSettings { profile: self.program.profile, engine: self.engine });

        let side = |other: &Other| if other.is_left { Side::Right } else { Side::Left };
        let draft = Draft {
            source: shared.program,
            stdin: shared.input,
            other: shared.other.as_ref().map(|other| (side(other), other.program.clone())),
        };
        self.replace_program(draft, "Opened what the link carries.".to_owned(), effects);
        if let (Some(compare), Some(other)) = (&mut self.compare, shared.other) {
            show_comparison(compare, other, &mut left_out);
        }

        let mut columns = Vec::new();
        for pane in view.panes {
            let run = RunView::ALL.into_iter().find(|view| view.name() == pane.shows);
            match (find(&pane.shows), run) {
                (Some(stage), _) => {
                    let after = Some(pane.after).filter(|pass| stage == Stage::Ir && !pass.is_empty());
                    columns.push(Column { after, library: pane.library, ..Column::new(stage) });
                }
                // What shows a run needs one.
                (None, Some(run)) if view.step.is_some() => columns.push(Column::of_run(run)),
                (None, Some(_)) => {}
                (None, None) => left_out.push(pane.shows),
            }
        }
        columns.truncate(MOST_COLUMNS);
        if !columns.is_empty() {
            self.columns = columns;
            self.has_chosen_layers = true;
        }
        self.front = usize::try_from(view.front).unwrap_or(0).min(self.columns.len() - 1);
        self.drawer = known(&Drawer::ALL, &view.drawer, Drawer::name, &mut left_out).unwrap_or_default();
        self.part = known(&Part::ALL, &view.part, Part::name, &mut left_out).unwrap_or_default();

        self.debugger.stops = view.breakpoints.into_iter().map(stop).collect();
        self.show_breakpoints(effects);
        let len = self.program.source.len() as u32;
        let fits = |&(start, end): &Span| {
            let source = &self.program.source;
            start < end
                && end <= len
                && source.is_char_boundary(start as usize)
                && source.is_char_boundary(end as usize)
        };
        self.chosen = view.marks.into_iter().find(fits).map(|span| Mark { span, origin: Origin::Link, from: None });
        self.mark_source(effects);
        if let Some(mark) = self.chosen {
            effects.push(Effect::Reveal(mark.span));
        }
        self.analyse(effects);
        if let Some(unit) = known(&Unit::ALL, &view.unit, Unit::name, &mut left_out) {
            self.debugger.unit = unit;
        }
        if let Some(step) = view.step {
            self.open_debugger(Start::Beginning, effects);
            self.go_when_recorded(Travel::To(step));
        }
        if !left_out.is_empty() {
            let what = left_out.join(", ");
            let text = format!(
                "The link carries something that this version of the page does not know and leaves out: {what}."
            );
            self.notice = Some(Notice { text, offers_previous: self.previous.is_some() });
        }
    }
}

/// A name, or nothing for what the page does anyway.
fn named<T: PartialEq>(value: T, default: T, name: fn(T) -> &'static str) -> String {
    if value == default { String::new() } else { name(value).to_owned() }
}

/// What a name of a link means; `None` for no name, and for one that is not known, which is noted.
fn known<T: Copy>(all: &[T], name: &str, name_of: fn(T) -> &'static str, left_out: &mut Vec<String>) -> Option<T> {
    let found = all.iter().copied().find(|&value| name_of(value) == name);
    if found.is_none() && !name.is_empty() {
        left_out.push(name.to_owned());
    }
    found
}

fn show_comparison(compare: &mut Compare, other: Other, left_out: &mut Vec<String>) {
    compare.is_open = other.shown.is_some();
    compare.only_differences = other.only_differences;
    let Some(shown) = other.shown else { return };
    compare.library = shown.library;
    compare.after = Some(shown.after).filter(|pass| !pass.is_empty());
    match COMPARED.into_iter().find(|stage| stage.name() == shown.shows) {
        Some(stage) => compare.stage = Some(stage),
        None if shown.shows == "source" => compare.stage = None,
        None => left_out.push(shown.shows),
    }
}

fn shared_break(stop: &Stop) -> SharedBreak {
    let Breakpoint { at, condition, enabled } = &stop.breakpoint;
    SharedBreak { place: at.to_string(), condition: condition.clone(), is_off: !enabled }
}

fn stop(shared: SharedBreak) -> Stop {
    let SharedBreak { place, condition, is_off } = shared;
    Stop { breakpoint: Breakpoint { at: BreakAt::parse(&place), condition, enabled: !is_off }, state: None }
}
