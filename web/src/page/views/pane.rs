//! A pane: a long list of lines of which only those in view exist in the page.

use std::ops::Range;
use std::rc::Rc;

use stair_protocol::{PaneDoc, RunProfile, Span};
use stair_web::classes::class_name;
use stair_web::format;
use stair_web::state::{Action, Place};
use web_sys::Element;
use yew::prelude::*;

use super::rows::{MARGIN, ROW, window};
use crate::interop::{SizeObserver, set_style};

#[derive(Properties, PartialEq)]
pub(crate) struct PaneProps {
    pub(crate) doc: Rc<PaneDoc>,
    /// The lines that belong to what is marked elsewhere.
    pub(crate) lit: Vec<usize>,
    /// Whether to scroll to them.
    pub(crate) follow: bool,
    /// The lines that run now, in a program that is stepped through.
    pub(crate) running: Vec<usize>,
    /// How often lines were executed.
    pub(crate) counts: Option<Counts>,
    /// The index of the column.
    pub(crate) column: usize,
    pub(crate) label: &'static str,
    /// Whether the document is of an older program, and so its places no longer hold.
    pub(crate) old: bool,
    pub(crate) act: Callback<Action>,
}

/// How often the lines of a pane were executed: which of the counts of a run are theirs.
#[derive(Clone, Debug)]
pub(crate) struct Counts {
    pub(crate) profile: Rc<RunProfile>,
    /// The place in [`RunProfile::panes`].
    pub(crate) pane: usize,
}

impl PartialEq for Counts {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.profile, &other.profile) && self.pane == other.pane
    }
}

impl Counts {
    /// How often a line was executed; `None` for a line that stands for no instruction.
    fn of(&self, line: usize) -> Option<u64> {
        let pane = self.profile.panes.get(self.pane)?;
        let line = u32::try_from(line).ok()?;
        pane.lines.binary_search_by_key(&line, |counted| counted.0).ok().map(|index| pane.lines[index].1)
    }
}

/// The count beside a line: a number on a ground that is the darker the larger it is.
fn count_beside(count: u64) -> Html {
    let heat = format!("count heat-{}", format::heat(count));
    html! { <span class={heat}><span class="only-read">{ "executed " }</span>{ format::thousands(count) }<span class="only-read">{ " times" }</span></span> }
}

pub(crate) struct Pane {
    list: NodeRef,
    space: NodeRef,
    rows: NodeRef,
    height: i32,
    scroll: i32,
    /// The line that the keyboard is at.
    active: Option<usize>,
    observer: Option<SizeObserver>,
}

pub(crate) enum Message {
    Scrolled,
    Resized(i32),
    Pointed(Option<Place>),
    Chosen { line: usize, go: bool },
    Key(KeyboardEvent),
}

impl Pane {
    /// The lines that exist.
    fn window(&self, doc: &PaneDoc) -> Range<usize> {
        window(self.scroll, self.height, MARGIN, doc.len())
    }

    /// Scrolls so that `line` can be seen.
    fn show(&mut self, line: usize) {
        let Some(list) = self.list.cast::<Element>() else { return };
        let top = i32::try_from(line).unwrap_or(0) * ROW;
        let scroll = list.scroll_top();
        if top + self.height < scroll || top > scroll + 2 * self.height {
            // Far away: with what is around it.
            list.set_scroll_top((top - self.height / 3).max(0));
        } else if top < scroll + ROW {
            list.set_scroll_top((top - 2 * ROW).max(0));
        } else if top + 2 * ROW > scroll + self.height {
            list.set_scroll_top(top + 3 * ROW - self.height);
        }
        self.scroll = list.scroll_top();
    }

    fn choose(&mut self, props: &PaneProps, line: usize, go: bool) {
        self.active = Some(line);
        self.show(line);
        let Some(chosen) = props.doc.line(line).filter(|_| !props.old) else { return };
        let place = chosen.span.map(|span| Place { span, from: chosen.from });
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        props.act.emit(Action::ChoseInPane { column: props.column, line, place, go });
    }

    fn key(&mut self, props: &PaneProps, event: &KeyboardEvent) -> bool {
        let Some(last) = props.doc.len().checked_sub(1) else { return false };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let page = usize::try_from(self.height / ROW).unwrap_or(1).saturating_sub(1).max(1);
        let first_lit = props.lit.first().copied();
        let target = match (event.key().as_str(), self.active.filter(|&line| line <= last)) {
            ("ArrowDown", Some(line)) => line + 1,
            ("ArrowUp", Some(line)) => line.saturating_sub(1),
            ("PageDown", Some(line)) => line + page,
            ("PageUp", Some(line)) => line.saturating_sub(page),
            // The first key goes to what is lit, or to the top of what is in view.
            ("ArrowDown" | "ArrowUp" | "PageDown" | "PageUp", None) => {
                first_lit.unwrap_or(usize::try_from(self.scroll / ROW).unwrap_or(0))
            }
            ("Home", _) => 0,
            ("End", _) => last,
            ("Enter", Some(line)) => {
                event.prevent_default();
                self.choose(props, line, true);
                return true;
            }
            _ => return false,
        };
        event.prevent_default();
        self.choose(props, target.min(last), false);
        true
    }
}

impl Component for Pane {
    type Message = Message;
    type Properties = PaneProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            list: NodeRef::default(),
            space: NodeRef::default(),
            rows: NodeRef::default(),
            height: 800,
            scroll: 0,
            active: None,
            observer: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let props = ctx.props();
        match message {
            Message::Scrolled => {
                let before = self.window(&props.doc);
                self.scroll = self.list.cast::<Element>().map_or(0, |list| list.scroll_top());
                before != self.window(&props.doc)
            }
            Message::Resized(height) => std::mem::replace(&mut self.height, height) != height,
            Message::Pointed(place) => {
                props.act.emit(Action::PointedAtPane { column: props.column, place: place.filter(|_| !props.old) });
                false
            }
            Message::Chosen { line, go } => {
                self.choose(props, line, go);
                true
            }
            Message::Key(event) => self.key(props, &event),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &PaneProps) -> bool {
        let props = ctx.props();
        if !Rc::ptr_eq(&props.doc, &old.doc) {
            self.active = self.active.filter(|&line| line < props.doc.len());
        }
        // What was merely pointed at before may have lit the same lines without scrolling to them.
        if props.follow && (props.lit != old.lit || !old.follow) {
            // What was chosen here before is no longer what the page is about.
            self.active = None;
            if let Some(&first) = props.lit.first() {
                self.show(first);
            }
        }
        if props.running != old.running
            && let Some(&first) = props.running.first()
        {
            self.show(first);
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let props = ctx.props();
        if first && let Some(list) = self.list.cast::<Element>() {
            let link = ctx.link().clone();
            self.observer = Some(SizeObserver::new(&list, move |_, height| {
                link.send_message(Message::Resized(i32::try_from(height).unwrap_or(0)));
            }));
        }
        if let Some(space) = self.space.cast::<Element>() {
            let lines = i32::try_from(props.doc.len()).unwrap_or(i32::MAX / ROW);
            set_style(&space, "height", &format!("{}px", lines.saturating_mul(ROW)));
        }
        if let Some(rows) = self.rows.cast::<Element>() {
            let first = i32::try_from(self.window(&props.doc).start).unwrap_or(0);
            set_style(&rows, "transform", &format!("translateY({}px)", first * ROW));
        }
        if first {
            let lit = props.lit.first().filter(|_| props.follow);
            if let Some(&line) = props.running.first().or(lit) {
                self.show(line);
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let link = ctx.link();
        let doc = &props.doc;
        let id = |line: usize| format!("c{}-l{line}", props.column);
        let window = self.window(doc);
        let active = self.active.filter(|line| window.contains(line));
        let runs = |line: &usize| props.running.binary_search(line).is_ok();
        let rows = window.clone().filter_map(|index| Some((index, doc.line(index)?))).map(|(index, line)| {
            let classes = classes!(
                "line",
                line.library.then_some("library"),
                props.lit.binary_search(&index).is_ok().then_some("lit"),
                (self.active == Some(index)).then_some("active"),
                runs(&index).then_some("running"),
            );
            let depth = Some("  ".repeat(usize::from(line.depth))).filter(|depth| !depth.is_empty());
            html! {
                <div key={index} id={id(index)} class={classes} role="option" aria-selected={(self.active == Some(index)).to_string()}
                    aria-description={line.library.then_some("library")} aria-current={runs(&index).then_some("step")}
                    aria-setsize={doc.len().to_string()} aria-posinset={(index + 1).to_string()}
                    data-line={index.to_string()} data-span={line.span.map(span_text)}>
                    if let Some(depth) = depth { <span class="depth">{ depth }</span> }
                    { for line.segments().map(|segment| html! {
                        <span class={class_name(segment.class)} data-span={segment.span.map(span_text)}>{ segment.text }</span>
                    }) }
                    { props.counts.as_ref().and_then(|counts| counts.of(index)).map(count_beside).unwrap_or_default() }
                </div>
            }
        });
        html! {
            <div class={classes!("pane", props.old.then_some("is-old"))} role="listbox" tabindex="0" aria-label={props.label} ref={self.list.clone()}
                aria-activedescendant={active.map(id)}
                onscroll={link.callback(|_| Message::Scrolled)}
                onkeydown={link.callback(Message::Key)}
                onpointerover={link.callback({
                    let doc = Rc::clone(doc);
                    move |event: PointerEvent| Message::Pointed(place_under(&doc, &event))
                })}
                onpointerleave={link.callback(|_| Message::Pointed(None))}
                onclick={link.batch_callback(|event: MouseEvent| line_under(&event).map(|line| Message::Chosen { line, go: false }))}
                ondblclick={link.batch_callback(|event: MouseEvent| line_under(&event).map(|line| Message::Chosen { line, go: true }))}>
                <div class="space" role="presentation" ref={self.space.clone()}>
                    <div class="rows" role="presentation" ref={self.rows.clone()}>{ for rows }</div>
                </div>
            </div>
        }
    }
}

fn span_text((from, to): Span) -> String {
    format!("{from},{to}")
}

/// Where the innermost thing under the pointer came from, if that is known.
fn place_under(doc: &PaneDoc, event: &Event) -> Option<Place> {
    let target: Element = event.target_dyn_into()?;
    let text = target.closest("[data-span]").ok()??.get_attribute("data-span")?;
    let (from, to) = text.split_once(',')?;
    let line = line_under(event).and_then(|line| doc.line(line));
    Some(Place { span: (from.parse().ok()?, to.parse().ok()?), from: line.and_then(|line| line.from) })
}

fn line_under(event: &Event) -> Option<usize> {
    let target: Element = event.target_dyn_into()?;
    target.closest("[data-line]").ok()??.get_attribute("data-line")?.parse().ok()
}
