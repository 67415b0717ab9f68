//! Memory at a moment: as a picture of variables and blocks with arrows between them, or as bytes.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use stair_protocol::{BreakAt, Direction, Gap, Moment, Stretch, Travel, Value};
use stair_web::format;
use stair_web::picture::{Item, LONGEST_STRETCH, Picture, Row, RowId, STRETCH, picture, stretch};
use stair_web::state::{Action, BreakAction, DebugAction, MemoryBytes};
use web_sys::Element;
use yew::prelude::*;

use super::arrows::{Room, arrows};
use super::field::Field;
use super::hex::Hex;
use super::memory_row::memory_row;
use super::rows::{MARGIN, ROW, window};
use super::{choice, on};
use crate::interop::{SizeObserver, set_style};

#[derive(Properties)]
pub(crate) struct MemoryProps {
    pub(crate) moment: Rc<Moment>,
    pub(crate) bytes: Option<Rc<MemoryBytes>>,
    pub(crate) act: Callback<Action>,
}

/// A moment is never changed, and too large to be compared: another one is another one.
impl PartialEq for MemoryProps {
    fn eq(&self, other: &Self) -> bool {
        let same_bytes = self.bytes.as_ref().map(Rc::as_ptr) == other.bytes.as_ref().map(Rc::as_ptr);
        Rc::ptr_eq(&self.moment, &other.moment) && same_bytes
    }
}

pub(crate) struct Memory {
    list: NodeRef,
    space: NodeRef,
    stack: NodeRef,
    blocks: NodeRef,
    lines: NodeRef,
    size: (i32, i32),
    scroll: i32,
    /// The rows that the person folded, or opened.
    turned: BTreeSet<RowId>,
    active: Option<RowId>,
    as_bytes: bool,
    /// The address at which the bytes begin that the person wanted to see.
    region: Option<u64>,
    observer: Option<SizeObserver>,
    /// How many rows the picture that was drawn last has, and how many of them are the stack's.
    drawn: Cell<(usize, usize)>,
}

pub(crate) enum Message {
    Scrolled,
    Resized(i32, i32),
    Chosen(usize),
    Key(KeyboardEvent),
    AsBytes(bool),
    Bytes(u64),
}

impl Memory {
    fn room(&self, picture: &Picture<'_>) -> Room {
        Room::new(self.size.0, picture.stack)
    }

    /// Opens more of what is not shown.
    fn open(&self, act: &Callback<Action>, value: &Value, (from, to): (u64, u64)) {
        let way = value.way.clone();
        act.emit(Action::Debug(DebugAction::OpenStretch(Stretch { way, from, to })));
    }

    /// The places in a column of rows that exist.
    fn window(&self) -> Range<usize> {
        window(self.scroll, self.size.1, MARGIN, usize::MAX)
    }

    /// The place of the row that the keyboard is at.
    fn active_in(&self, picture: &Picture<'_>) -> Option<usize> {
        picture.rows.iter().position(|row| Some(row.id) == self.active && !matches!(row.item, Item::Gap))
    }

    fn turn(&mut self, id: RowId) {
        if !self.turned.remove(&id) {
            self.turned.insert(id);
        }
    }

    /// Scrolls so that a row can be seen.
    fn show(&mut self, place: usize, room: Room) {
        let Some(list) = self.list.cast::<Element>() else { return };
        let top = i32::try_from(room.line(place)).unwrap_or(0) * ROW;
        let scroll = list.scroll_top();
        if top < scroll + ROW || top + 3 * ROW > scroll + self.size.1 {
            list.set_scroll_top((top - self.size.1 / 3).max(0));
        }
        self.scroll = list.scroll_top();
    }

    /// Scrolls so that the chosen row is still seen where there is less room than before: choosing it takes some.
    fn keep_in_view(&mut self, moment: &Moment, height_before: i32) {
        let picture = picture(moment, &self.turned);
        let Some(place) = self.active_in(&picture) else { return };
        let bottom = (i32::try_from(self.room(&picture).line(place)).unwrap_or(0) + 1) * ROW - self.scroll;
        if let Some(list) = self.list.cast::<Element>().filter(|_| (self.size.1 + 1..=height_before).contains(&bottom))
        {
            // With a row's height to spare: the rows do not begin at the very top.
            list.set_scroll_top(self.scroll + bottom - self.size.1 + ROW);
            self.scroll = list.scroll_top();
        }
    }

    fn key(&mut self, act: &Callback<Action>, moment: &Moment, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let turned = self.turned.clone();
        let picture = picture(moment, &turned);
        let places: Vec<usize> = (0..picture.rows.len()).filter(|&place| is_item(&picture.rows[place])).collect();
        let (Some(&first), Some(&last)) = (places.first(), places.last()) else { return false };
        let here = self.active_in(&picture);
        let by = |distance: isize| {
            let Some(at) = here.and_then(|here| places.binary_search(&here).ok()) else { return first };
            places[at.saturating_add_signed(distance).min(places.len() - 1)]
        };
        let row = here.map(|here| picture.rows[here]);
        let target = match (event.key().as_str(), row) {
            ("ArrowDown", _) => by(1),
            ("ArrowUp", _) => by(-1),
            ("PageDown", _) => by(20),
            ("PageUp", _) => by(-20),
            ("Home", _) => first,
            ("End", _) => last,
            ("ArrowRight", Some(row)) if row.open == Some(false) => {
                self.turn(row.id);
                here.unwrap_or(first)
            }
            ("ArrowLeft", Some(row)) if row.open == Some(true) => {
                self.turn(row.id);
                here.unwrap_or(first)
            }
            ("ArrowRight", _) => by(1),
            // To what it is a part of.
            ("ArrowLeft", Some(row)) => {
                let above = places.iter().rev().filter(|&&place| Some(place) < here);
                above.copied().find(|&place| picture.rows[place].depth < row.depth).unwrap_or(first)
            }
            ("Enter", Some(Row { item: Item::More(value, gap), .. })) => {
                self.open(act, value, next_of(gap));
                here.unwrap_or(first)
            }
            // Along the arrow.
            ("Enter", Some(_)) => {
                let arrow = picture.arrows.iter().find(|arrow| Some(arrow.from) == here);
                arrow.map_or(here.unwrap_or(first), |arrow| arrow.to)
            }
            _ => return false,
        };
        event.prevent_default();
        let room = self.room(&picture);
        self.active = Some(picture.rows[target].id);
        self.show(target, room);
        true
    }

    /// What can be asked about the chosen row.
    fn chosen(&self, row: &Row<'_>, ctx: &Context<Self>) -> Html {
        let act = &ctx.props().act;
        let debug = |travel| on(act, Action::Debug(DebugAction::Travel(travel)));
        let place = row.memory().filter(|_| row.ty().is_some());
        let travel = |direction| match (row.item, place) {
            (_, Some((address, len))) => Some(Travel::ToWrite { address, len, direction }),
            (Item::Variable(frame, variable), None) => {
                let (function, variable) = (frame.function.clone(), variable.name.clone());
                Some(Travel::ToChange { function, variable, direction })
            }
            _ => None,
        };
        let watch = match (row.item, place) {
            (Item::Variable(frame, variable), _) => {
                Some(BreakAt::Variable(frame.function.clone(), variable.name.clone()))
            }
            (_, Some((address, len))) => Some(BreakAt::Memory { address, len }),
            _ => None,
        };
        html! {
            <div class="chosen-line" role="group" aria-label="The chosen place">
                <span class="detail">{ describe(row) }</span>
                if let Item::More(value, gap) = row.item { { more(value, gap, act) } }
                if let Some(way) = opened(row) {
                    <button type="button" class="secondary small" onclick={on(act, Action::Debug(DebugAction::CloseStretches(way)))}
                        title={format!("Only the first {STRETCH} elements")}>{ "Show fewer" }</button>
                }
                if let (Some(back), Some(next)) = (travel(Direction::Back), travel(Direction::Forward)) {
                    <button type="button" class="secondary small" onclick={debug(back)}>{ "◂ Who last wrote this?" }</button>
                    <button type="button" class="secondary small" onclick={debug(next)}>{ "When is it written next? ▸" }</button>
                }
                if let Some(at) = watch {
                    <button type="button" class="secondary small" onclick={on(act, Action::Break(BreakAction::Add(at)))} title="Run on and Run back stop where it changes">{ "Stop when it changes" }</button>
                }
                if let Some((address, _)) = row.memory() {
                    <button type="button" class="secondary small" onclick={ctx.link().callback(move |_| Message::Bytes(address))}>{ "Its bytes" }</button>
                }
            </div>
        }
    }
}

/// The elements of a gap that are opened next.
fn next_of(gap: Gap) -> (u64, u64) {
    (gap.from, gap.to.min(gap.from + STRETCH))
}

/// The way to the elements of what a row shows, if more of them are shown than at first.
fn opened(row: &Row<'_>) -> Option<String> {
    let value = match row.item {
        Item::Block(block) => &block.value,
        Item::More(value, _) => value,
        _ => row.value()?,
    };
    (!value.way.is_empty() && value.shown() as u64 > STRETCH).then(|| value.way.clone())
}

/// What can be done about elements that are not shown.
fn more(value: &Value, gap: Gap, act: &Callback<Action>) -> Html {
    let open = {
        let way = value.way.clone();
        move |(from, to)| Action::Debug(DebugAction::OpenStretch(Stretch { way: way.clone(), from, to }))
    };
    let next = next_of(gap);
    let all = (gap.from, gap.to.min(gap.from + LONGEST_STRETCH));
    let button = |(from, to): (u64, u64)| {
        let name = format!("Show {} to {}", format::thousands(from), format::thousands(to - 1));
        html! { <button type="button" class="secondary small" onclick={on(act, open((from, to)))}>{ name }</button> }
    };
    let done = {
        let (act, open) = (act.clone(), open.clone());
        Callback::from(move |text: String| {
            if let Some(wanted) = stretch(&text, gap) {
                act.emit(open(wanted));
            }
        })
    };
    let placeholder = format!("{}..{}", gap.from, next.1);
    html! {
        <>
            { button(next) }
            if all != next { { button(all) } }
            <span class="stretch">{ "or" }<Field value="" label="Elements to show, as a range" {placeholder} {done} /></span>
        </>
    }
}

/// Whether the keyboard can be at a row.
fn is_item(row: &Row<'_>) -> bool {
    !matches!(row.item, Item::Gap | Item::Title(_))
}

/// A row's name and where it is.
fn describe(row: &Row<'_>) -> String {
    let name = match row.item {
        Item::Frame(frame) => format!("the frame of {}", frame.function),
        Item::Block(_) => "the block".to_owned(),
        Item::More(value, _) => return format!("elements of {}", value.way),
        Item::Cell(cells, index) => format!("{}: {}", cells.number(index as usize), cells.ty),
        _ => row.value().map(|value| format!("{}: {}", value.label, value.ty)).unwrap_or_default(),
    };
    match row.memory() {
        Some((address, size)) => format!("{name}, {size} bytes at {address:#x}"),
        None => format!("{name}, in a slot of the machine"),
    }
}

impl Component for Memory {
    type Message = Message;
    type Properties = MemoryProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            list: NodeRef::default(),
            space: NodeRef::default(),
            stack: NodeRef::default(),
            blocks: NodeRef::default(),
            lines: NodeRef::default(),
            size: (480, 600),
            scroll: 0,
            turned: BTreeSet::new(),
            active: None,
            as_bytes: false,
            region: None,
            observer: None,
            drawn: Cell::default(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Scrolled => {
                let before = self.window();
                self.scroll = self.list.cast::<Element>().map_or(0, |list| list.scroll_top());
                before != self.window()
            }
            Message::Resized(width, height) => {
                let (_, height_before) = std::mem::replace(&mut self.size, (width, height));
                self.keep_in_view(&ctx.props().moment, height_before);
                true
            }
            Message::Chosen(place) => {
                let moment = Rc::clone(&ctx.props().moment);
                let chosen = picture(&moment, &self.turned).rows.get(place).copied();
                if let Some(row) = chosen {
                    // The first click chooses, the second folds or opens.
                    if self.active == Some(row.id) {
                        match row.item {
                            Item::More(value, gap) => self.open(&ctx.props().act, value, next_of(gap)),
                            _ if row.open.is_some() => self.turn(row.id),
                            _ => {}
                        }
                    }
                    self.active = Some(row.id);
                }
                true
            }
            Message::Key(event) => {
                let moment = Rc::clone(&ctx.props().moment);
                self.key(&ctx.props().act, &moment, &event)
            }
            Message::AsBytes(as_bytes) => {
                if !as_bytes {
                    ctx.props().act.emit(Action::Debug(DebugAction::ShowBytes(None)));
                }
                self.observer = None;
                std::mem::replace(&mut self.as_bytes, as_bytes) != as_bytes
            }
            Message::Bytes(address) => {
                self.region = Some(address);
                self.as_bytes = true;
                self.observer = None;
                true
            }
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        if self.as_bytes {
            ctx.props().act.emit(Action::Debug(DebugAction::ShowBytes(None)));
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let Some(list) = self.list.cast::<Element>() else { return };
        if self.observer.is_none() {
            let link = ctx.link().clone();
            self.observer = Some(SizeObserver::new(&list, move |width, height| {
                let pixels = |size| i32::try_from(size).unwrap_or(0);
                link.send_message(Message::Resized(pixels(width), pixels(height)));
            }));
        }
        let (count, stack) = self.drawn.get();
        let room = Room::new(self.size.0, stack);
        let style = |node: &NodeRef, name: &str, value: String| {
            if let Some(element) = node.cast::<Element>() {
                set_style(&element, name, &value);
            }
        };
        let lines = i32::try_from(room.lines(count)).unwrap_or(i32::MAX / ROW);
        style(&self.space, "height", format!("{}px", lines.saturating_mul(ROW)));
        let top = i32::try_from(self.window().start).unwrap_or(0) * ROW;
        for (node, left, width) in
            [(&self.stack, 0, room.stack_width()), (&self.blocks, room.blocks_left(), room.blocks_width())]
        {
            style(node, "transform", format!("translate({left}px, {top}px)"));
            style(node, "width", format!("{width}px"));
        }
        style(&self.lines, "transform", format!("translateY({top}px)"));
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let link = ctx.link();
        let modes =
            [(false, "Picture", "Variables, blocks, and arrows between them"), (true, "Bytes", "The same as bytes")];
        let mode = html! {
            <div class="memory-mode">
                { choice("Memory as", &modes, self.as_bytes, &link.callback(Message::AsBytes)) }
                <span class="detail">{ "Δ changed since the moment before" }</span>
            </div>
        };
        if self.as_bytes {
            return html! { <>{ mode }<Hex moment={props.moment.clone()} bytes={props.bytes.clone()} region={self.region} act={props.act.clone()} /></> };
        }
        let picture = picture(&props.moment, &self.turned);
        self.drawn.set((picture.rows.len(), picture.stack));
        let room = self.room(&picture);
        let window = self.window();
        let active = self.active_in(&picture);
        let rows = |column: Range<usize>| {
            let shown = (column.start + window.start).min(column.end)..(column.start + window.end).min(column.end);
            shown
                .map(|place| memory_row(place, &picture.rows[place], active == Some(place), picture.rows.len()))
                .collect::<Html>()
        };
        let (stack, blocks) = room.columns(picture.rows.len());
        html! {
            <>
                { mode }
                <div class="memory" role="tree" tabindex="0" aria-label="Memory" ref={self.list.clone()}
                    aria-activedescendant={active.map(|place| format!("m{place}"))}
                    onscroll={link.callback(|_| Message::Scrolled)} onkeydown={link.callback(Message::Key)}
                    onclick={link.batch_callback(|event: MouseEvent| row_under(&event).map(Message::Chosen))}>
                    <div class="space" role="presentation" ref={self.space.clone()}>
                        <div class="memory-rows" role="presentation" key="stack" ref={self.stack.clone()}>{ rows(stack) }</div>
                        <div class="memory-rows" role="presentation" key="blocks" ref={self.blocks.clone()}>{ rows(blocks) }</div>
                        <svg class="arrows" aria-hidden="true" ref={self.lines.clone()} width={self.size.0.to_string()}
                            height={(window.len() as i32 * ROW).to_string()}>{ arrows(&picture, room, &window, active) }</svg>
                    </div>
                </div>
                if let Some(place) = active { { self.chosen(&picture.rows[place], ctx) } }
            </>
        }
    }
}

fn row_under(event: &Event) -> Option<usize> {
    let target: Element = event.target_dyn_into()?;
    target.closest("[data-row]").ok()??.get_attribute("data-row")?.parse().ok()
}
