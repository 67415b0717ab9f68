//! Two documents side by side, or below each other where there is no room for that: a long list of rows of which only those in
//! view exist in the page.

use std::ops::Range;
use std::rc::Rc;

use stair_protocol::{ComparedRow, Line, PaneDoc, Side};
use stair_web::classes::class_name;
use stair_web::compare::{Item, items};
use stair_web::state::{Action, CompareAction, Rows};
use web_sys::Element;
use yew::prelude::*;

use super::rows::{MARGIN, ROW, window};
use crate::interop::{SizeObserver, set_style};

/// Below this width, in CSS pixels, the programs' lines stand below each other.
const LEAST_WIDTH: i32 = 640;

#[derive(Properties, PartialEq)]
pub(crate) struct CompareProps {
    pub(crate) rows: Shared,
    /// How much is the same, in words.
    pub(crate) tally: String,
    pub(crate) only_differences: bool,
    /// Whether the rows are of older programs, and so their places no longer hold.
    pub(crate) old: bool,
    pub(crate) act: Callback<Action>,
}

/// Rows that are the same if they are the same ones.
#[derive(Clone)]
pub(crate) struct Shared(Rc<Rows>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl From<Rc<Rows>> for Shared {
    fn from(rows: Rc<Rows>) -> Self {
        Self(rows)
    }
}

pub(crate) struct CompareRows {
    list: NodeRef,
    space: NodeRef,
    shown: NodeRef,
    /// The longest line of each program, in characters.
    widths: [usize; 2],
    width: i32,
    height: i32,
    scroll: i32,
    scroll_left: i32,
    items: Vec<Item>,
    /// The item that the keyboard is at.
    active: Option<usize>,
    observer: Option<SizeObserver>,
}

pub(crate) enum Message {
    Scrolled,
    Resized(i32, i32),
    Chosen(usize),
    GoTo(usize, Option<Side>),
    Key(KeyboardEvent),
    /// To the next difference, or the one before.
    Jump(bool),
}

impl CompareRows {
    fn is_wide(&self) -> bool {
        self.width >= LEAST_WIDTH
    }

    fn lay_out(&mut self, props: &CompareProps) {
        self.items = items(&props.rows.0.rows, props.only_differences, self.is_wide());
        self.active = self.active.filter(|&item| item < self.items.len());
        self.widths = props.rows.0.docs.each_ref().map(PaneDoc::width);
    }

    fn window(&self) -> Range<usize> {
        window(self.scroll, self.height, MARGIN, self.items.len())
    }

    /// Puts the rows that exist where they belong. Beside each other, both halves stay where they are, and their lines move under
    /// them alike.
    fn place(&self) {
        let Some(shown) = self.shown.cast::<Element>() else { return };
        let first = i32::try_from(self.window().start).unwrap_or(0);
        let left = if self.is_wide() { self.scroll_left } else { 0 };
        set_style(&shown, "transform", &format!("translate({left}px, {}px)", first * ROW));
        set_style(&shown, "--shift", &format!("{}px", -left));
    }

    /// Scrolls so that an item can be seen, with what is around it.
    fn show(&mut self, item: usize) {
        let Some(list) = self.list.cast::<Element>() else { return };
        let top = i32::try_from(item).unwrap_or(0) * ROW;
        let scroll = list.scroll_top();
        if top < scroll + ROW || top + 2 * ROW > scroll + self.height {
            list.set_scroll_top((top - self.height / 3).max(0));
        }
        self.scroll = list.scroll_top();
    }

    fn jump(&mut self, props: &CompareProps, forward: bool) -> bool {
        let differs = |index: &usize| self.items[*index].differs(&props.rows.0.rows);
        let target = match (forward, self.active) {
            (true, None) => (0..self.items.len()).find(differs),
            (true, Some(at)) => (at..self.items.len()).skip_while(differs).find(differs),
            (false, at) => {
                let before = at.unwrap_or(self.items.len());
                let last = (0..before).rev().skip_while(differs).find(differs);
                // To the first row of that stretch.
                last.map(|last| (0..=last).rev().take_while(differs).last().unwrap_or(last))
            }
        };
        if let Some(target) = target {
            self.active = Some(target);
            self.show(target);
        }
        target.is_some()
    }

    fn go_to(&self, props: &CompareProps, item: usize, side: Option<Side>) {
        if props.old {
            return;
        }
        let rows = &props.rows.0;
        let Some((row, own)) = self.items.get(item).and_then(Item::row) else { return };
        let span = |side: Side| {
            let line = rows.rows.get(row)?.lines[side.index()]?;
            Some((side, rows.docs[side.index()].line(line as usize)?.span?))
        };
        let sides = side.or(own).map_or(Side::ALL.to_vec(), |side| vec![side]);
        if let Some((side, span)) = sides.into_iter().find_map(span) {
            props.act.emit(Action::Compare(CompareAction::GoTo(side, span)));
        }
    }

    fn key(&mut self, props: &CompareProps, event: &KeyboardEvent) -> bool {
        let Some(last) = self.items.len().checked_sub(1) else { return false };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let page = usize::try_from(self.height / ROW).unwrap_or(1).saturating_sub(1).max(1);
        let at = self.active;
        let first = usize::try_from(self.scroll / ROW).unwrap_or(0);
        let target = match event.key().as_str() {
            "ArrowDown" => at.map_or(first, |at| at + 1),
            "ArrowUp" => at.map_or(first, |at| at.saturating_sub(1)),
            "PageDown" => at.map_or(first, |at| at + page),
            "PageUp" => at.map_or(first, |at| at.saturating_sub(page)),
            "Home" => 0,
            "End" => last,
            "n" => return self.jump(props, true),
            "p" => return self.jump(props, false),
            "Enter" => {
                event.prevent_default();
                if let Some(at) = at {
                    self.go_to(props, at, None);
                }
                return false;
            }
            _ => return false,
        };
        event.prevent_default();
        self.active = Some(target.min(last));
        self.show(target.min(last));
        true
    }
}

impl Component for CompareRows {
    type Message = Message;
    type Properties = CompareProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut this = Self {
            list: NodeRef::default(),
            space: NodeRef::default(),
            shown: NodeRef::default(),
            widths: [0; 2],
            width: LEAST_WIDTH,
            height: 800,
            scroll: 0,
            scroll_left: 0,
            items: Vec::new(),
            active: None,
            observer: None,
        };
        this.lay_out(ctx.props());
        this
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let props = ctx.props();
        match message {
            Message::Scrolled => {
                let before = self.window();
                if let Some(list) = self.list.cast::<Element>() {
                    (self.scroll, self.scroll_left) = (list.scroll_top(), list.scroll_left());
                }
                self.place();
                before != self.window()
            }
            Message::Resized(width, height) => {
                let was_wide = self.is_wide();
                (self.width, self.height) = (width, height);
                if was_wide != self.is_wide() {
                    self.lay_out(props);
                }
                true
            }
            Message::Chosen(item) => {
                self.active = Some(item);
                true
            }
            Message::GoTo(item, side) => {
                self.go_to(props, item, side);
                false
            }
            Message::Key(event) => self.key(props, &event),
            Message::Jump(forward) => self.jump(props, forward),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &CompareProps) -> bool {
        let props = ctx.props();
        if props.rows != old.rows || props.only_differences != old.only_differences {
            self.lay_out(props);
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first && let Some(list) = self.list.cast::<Element>() {
            let link = ctx.link().clone();
            self.observer = Some(SizeObserver::new(&list, move |width, height| {
                let pixels = |length: u32| i32::try_from(length).unwrap_or(0);
                link.send_message(Message::Resized(pixels(width), pixels(height)));
            }));
        }
        if let Some(space) = self.space.cast::<Element>() {
            let count = i32::try_from(self.items.len()).unwrap_or(i32::MAX / ROW);
            set_style(&space, "height", &format!("{}px", count.saturating_mul(ROW)));
            set_style(&space, "--left", &format!("{}ch", self.widths[0] + 2));
            set_style(&space, "--right", &format!("{}ch", self.widths[1] + 2));
            set_style(&space, "--list", &format!("{}px", self.width));
        }
        self.place();
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let link = ctx.link();
        let window = self.window();
        let id = |item: usize| format!("compared-{item}");
        let active = self.active.filter(|item| window.contains(item));
        let rows = window.clone().map(|index| {
            let is_active = self.active == Some(index);
            let item = &self.items[index];
            html! {
                <div key={index} id={id(index)} class={classes!("line", "compared", class_of(item, &props.rows.0.rows), is_active.then_some("active"))}
                    role="option" aria-selected={is_active.to_string()}
                    aria-setsize={self.items.len().to_string()} aria-posinset={(index + 1).to_string()} data-item={index.to_string()}>
                    { show(item, &props.rows.0) }
                </div>
            }
        });
        html! {
            <>
                <div class="jumps" role="group" aria-label="Differences">
                    <p class="tally" role="status">{ &props.tally }</p>
                    <button type="button" class="quiet" onclick={link.callback(|_| Message::Jump(false))} title="The difference before this one (p)">{ "↑ Previous" }</button>
                    <button type="button" class="quiet" onclick={link.callback(|_| Message::Jump(true))} title="The next difference (n)">{ "↓ Next difference" }</button>
                </div>
                <div class={classes!("pane", if self.is_wide() { "beside" } else { "below" }, props.old.then_some("is-old"))} role="listbox" tabindex="0"
                    aria-label="Both programs" title="Double-click a line to edit what it came from" ref={self.list.clone()}
                    aria-activedescendant={active.map(id)}
                    onscroll={link.callback(|_| Message::Scrolled)}
                    onkeydown={link.callback(Message::Key)}
                    onclick={link.batch_callback(|event: MouseEvent| under(&event).map(|(item, _)| Message::Chosen(item)))}
                    ondblclick={link.batch_callback(|event: MouseEvent| under(&event).map(|(item, side)| Message::GoTo(item, side)))}>
                    <div class="space" role="presentation" ref={self.space.clone()}>
                        <div class="rows" role="presentation" ref={self.shown.clone()}>{ for rows }</div>
                    </div>
                </div>
            </>
        }
    }
}

/// The item under the pointer, and the side if it is on one.
fn under(event: &Event) -> Option<(usize, Option<Side>)> {
    let target: Element = event.target_dyn_into()?;
    let side = target.closest("[data-side]").ok().flatten().and_then(|half| half.get_attribute("data-side"));
    let side = Side::ALL.into_iter().find(|known| side.as_deref() == Some(known.name()));
    let item = target.closest("[data-item]").ok()??.get_attribute("data-item")?.parse().ok()?;
    Some((item, side))
}

/// How a row is marked: a sign, which colour follows, and a word for those who read rather than look.
fn mark(row: &ComparedRow) -> (&'static str, &'static str, &'static str) {
    match row.lines {
        _ if row.is_same() => ("", "", ""),
        [Some(_), Some(_)] => ("≠", "differs", "differs: "),
        [Some(_), None] => ("‹", "only-left", "only in A: "),
        _ => ("›", "only-right", "only in B: "),
    }
}

fn class_of(item: &Item, rows: &[ComparedRow]) -> &'static str {
    match item {
        Item::Gap(_) => "gap",
        Item::Both(row) => mark(&rows[*row]).1,
        Item::One(row, side) => match (mark(&rows[*row]).1, side) {
            ("differs", Side::Left) => "differs only-left",
            ("differs", Side::Right) => "differs only-right",
            (class, _) => class,
        },
    }
}

fn show(item: &Item, rows: &Rows) -> Html {
    match *item {
        Item::Gap(count) => html! { <span class="t-comment">{ format!("⋯ {count} lines that are the same") }</span> },
        Item::Both(index) => {
            let row = &rows.rows[index];
            let (sign, _, word) = mark(row);
            html! {
                <>
                    { half(rows, row, Side::Left, word) }
                    <span class="sign" aria-hidden="true">{ sign }</span>
                    { half(rows, row, Side::Right, if row.is_same() { "" } else { "beside: " }) }
                </>
            }
        }
        Item::One(index, side) => {
            let row = &rows.rows[index];
            let sign = match (row.is_same(), side) {
                (true, _) => "",
                (false, Side::Left) => "‹",
                (false, Side::Right) => "›",
            };
            let word = match (row.is_same(), side) {
                (true, _) => "",
                (false, Side::Left) => "A: ",
                (false, Side::Right) => "B: ",
            };
            html! { <><span class="sign" aria-hidden="true">{ sign }</span>{ half(rows, row, side, word) }</> }
        }
    }
}

/// One program's line of a row; empty if it has none. The other side of a row that is the same need not be read out.
fn half(rows: &Rows, row: &ComparedRow, side: Side, word: &'static str) -> Html {
    let line = row.lines[side.index()].and_then(|line| rows.docs[side.index()].line(line as usize));
    let is_repeated = side == Side::Right && row.is_same() && row.lines[0].is_some();
    html! {
        <span class="half" data-side={side.name()} aria-hidden={is_repeated.then_some("true")}>
            if let Some(line) = line {
                if !word.is_empty() { <span class="only-read">{ word }</span> }
                <span class="text">{ pieces(line, &row.differs[side.index()]) }</span>
            }
        </span>
    }
}

/// A line's text with what differs set off.
fn pieces(line: Line<'_>, differs: &[(u32, u32)]) -> Html {
    let depth = "  ".repeat(usize::from(line.depth));
    let mut pieces = Vec::new();
    let mut at = 0;
    for segment in line.segments() {
        let end = at + segment.text.len();
        let class = class_name(segment.class);
        let mut from = at;
        // Where a difference begins or ends within the segment, it is cut.
        let cuts = differs.iter().flat_map(|&(start, end)| [start as usize, end as usize]);
        for cut in cuts.filter(|&cut| at < cut && cut < end).chain([end]) {
            let is_marked = differs.iter().any(|&(start, end)| start as usize <= from && from < end as usize);
            let text = segment.text.get(from - at..cut - at).unwrap_or("");
            let piece = html! { <span class={class}>{ text }</span> };
            pieces.push(if is_marked {
                html! { <mark>{ piece }</mark> }
            } else {
                piece
            });
            from = cut;
        }
        at = end;
    }
    html! { <>if !depth.is_empty() { <span class="depth">{ depth }</span> }{ for pieces }</> }
}
