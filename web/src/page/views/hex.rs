//! A part of memory as bytes, with what each byte belongs to.

use std::ops::Range;
use std::rc::Rc;

use stair_protocol::{BreakAt, Direction, MAX_BYTES, Moment, Travel};
use stair_web::format;
use stair_web::state::{Action, BreakAction, DebugAction, MemoryBytes};
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

use super::on;
use super::rows::{ROW, window};
use crate::interop::{SizeObserver, set_style};

/// How many rows beyond the view exist.
const MARGIN: usize = 8;
/// Bytes are asked for in pieces that begin and end at multiples of this.
const PAGE: u64 = 1024;
/// The width from which on a row has sixteen bytes, and not eight.
const WIDE: i32 = 560;

#[derive(Properties)]
pub(crate) struct HexProps {
    pub(crate) moment: Rc<Moment>,
    pub(crate) bytes: Option<Rc<MemoryBytes>>,
    /// An address in what is to be shown first.
    pub(crate) region: Option<u64>,
    pub(crate) act: Callback<Action>,
}

/// A moment is never changed, and too large to be compared: another one is another one.
impl PartialEq for HexProps {
    fn eq(&self, other: &Self) -> bool {
        let same_bytes = self.bytes.as_ref().map(Rc::as_ptr) == other.bytes.as_ref().map(Rc::as_ptr);
        Rc::ptr_eq(&self.moment, &other.moment) && same_bytes && self.region == other.region
    }
}

pub(crate) struct Hex {
    list: NodeRef,
    space: NodeRef,
    rows: NodeRef,
    size: (i32, i32),
    scroll: i32,
    /// The first address of what is shown.
    region: Option<u64>,
    chosen: Option<u64>,
    observer: Option<SizeObserver>,
}

pub(crate) enum Message {
    Scrolled,
    Resized(i32, i32),
    Region(u64),
    Chosen(u64),
    Key(KeyboardEvent),
}

/// What can be looked at: the frames and the blocks, with their names.
fn regions(moment: &Moment) -> Vec<(u64, u64, String)> {
    let frames = moment.frames.iter().filter(|frame| frame.memory.1 > 0);
    let frames = frames.map(|frame| (frame.memory.0, frame.memory.1, format!("Frame of {}", frame.function)));
    let blocks = moment.blocks.iter().filter(|block| block.size > 0).map(|block| {
        let what = if block.heap { "Heap" } else { "Static" };
        (block.address, block.size, format!("{what}: {} at {:#x}", block.value.ty, block.address))
    });
    frames.chain(blocks).collect()
}

impl Hex {
    fn per_row(&self) -> u64 {
        if self.size.0 >= WIDE { 16 } else { 8 }
    }

    /// What is shown: the first address, the size, the name.
    fn region(&self, regions: &[(u64, u64, String)]) -> Option<(u64, u64)> {
        let holds = |&&(address, size, _): &&(u64, u64, String)| {
            self.region.is_some_and(|wanted| (address..address + size).contains(&wanted))
        };
        regions.iter().find(holds).or_else(|| regions.first()).map(|&(address, size, _)| (address, size))
    }

    /// The rows that exist, counted from the first of the region.
    fn window(&self, rows: usize) -> Range<usize> {
        window(self.scroll, self.size.1, MARGIN, rows)
    }

    /// The address of a row, which begins at a multiple of its length, and the number of rows.
    fn rows(&self, (address, size): (u64, u64)) -> (u64, usize) {
        let first = address - address % self.per_row();
        (first, usize::try_from((address + size - first).div_ceil(self.per_row())).unwrap_or(0))
    }

    /// Says which bytes are in view.
    fn ask(&self, props: &HexProps) {
        let Some(region) = self.region(&regions(&props.moment)) else { return };
        let (first, rows) = self.rows(region);
        let window = self.window(rows);
        let start = first + window.start as u64 * self.per_row();
        let end = first + window.end as u64 * self.per_row();
        let start = start - start % PAGE;
        let len = u32::try_from((end - start).div_ceil(PAGE) * PAGE).unwrap_or(MAX_BYTES).min(MAX_BYTES);
        props.act.emit(Action::Debug(DebugAction::ShowBytes(Some((start, len)))));
    }

    fn key(&mut self, props: &HexProps, event: &KeyboardEvent) -> bool {
        let Some((address, size)) = self.region(&regions(&props.moment)) else { return false };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let row = self.per_row() as i64;
        let distance = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => -1,
            "ArrowDown" => row,
            "ArrowUp" => -row,
            _ => return false,
        };
        event.prevent_default();
        let chosen = self.chosen.map_or(address, |chosen| chosen.saturating_add_signed(distance));
        let chosen = chosen.clamp(address, address + size - 1);
        self.chosen = Some(chosen);
        if let Some(list) = self.list.cast::<Element>() {
            let line = (chosen - self.rows((address, size)).0) / self.per_row();
            let top = i32::try_from(line).unwrap_or(0) * ROW;
            if top < self.scroll || top + 2 * ROW > self.scroll + self.size.1 {
                list.set_scroll_top((top - self.size.1 / 2).max(0));
            }
        }
        true
    }

    fn row(&self, address: u64, (start, size): (u64, u64), bytes: &MemoryBytes) -> Html {
        let end = start + size;
        let offset = |address: u64| u32::try_from(address.checked_sub(bytes.address)?).ok();
        let byte_at = |address: u64| bytes.bytes.get(offset(address)? as usize).copied();
        let owner_at = |address: u64| {
            let offset = offset(address)?;
            let index = bytes.owners.partition_point(|&(from, ..)| from <= offset).checked_sub(1)?;
            bytes.owners.get(index).filter(|&&(_, to, _)| offset < to).map(|(.., name)| (index, name))
        };
        let has_changed = |address: u64| {
            offset(address).is_some_and(|offset| bytes.changed.iter().any(|&(from, to)| from <= offset && offset < to))
        };
        let addresses = || address..address + self.per_row();
        let cells = addresses().map(|address| {
            if !(start..end).contains(&address) {
                return html! { <span class="byte">{ "  " }</span> };
            }
            let owner = owner_at(address);
            let text = byte_at(address).map_or("··".to_owned(), |byte| format!("{byte:02x}"));
            let classes = classes!(
                "byte",
                owner.map(|(index, _)| if index % 2 == 0 { "even" } else { "odd" }),
                has_changed(address).then_some("changed"),
                (self.chosen == Some(address)).then_some("chosen"),
            );
            html! { <span class={classes} data-byte={address.to_string()}>{ text }</span> }
        });
        let text: String = addresses()
            .map(|address| match byte_at(address).filter(|_| (start..end).contains(&address)) {
                Some(byte) if (0x20..0x7f).contains(&byte) => char::from(byte),
                Some(_) => '·',
                None => ' ',
            })
            .collect();
        let mut owners: Vec<&str> = Vec::new();
        for address in addresses() {
            if let Some((_, name)) = owner_at(address).filter(|(_, name)| owners.last() != Some(&name.as_str())) {
                owners.push(name);
            }
        }
        let is_changed = addresses().any(has_changed);
        html! {
            <div class="hex-row" role="listitem">
                <span class="sign">if is_changed { <span aria-hidden="true">{ "Δ" }</span><span class="only-read">{ "changed " }</span> }</span>
                <span class="t-place">{ format!("{address:06x}") }</span>
                <span class="cells">{ for cells }</span>
                <span class="text" aria-hidden="true">{ text }</span>
                <span class="owners" title={owners.join(", ")}>{ owners.join(", ") }</span>
            </div>
        }
    }

    fn chosen(&self, props: &HexProps) -> Html {
        let Some(address) = self.chosen else { return html! {} };
        let write = |direction| {
            on(&props.act, Action::Debug(DebugAction::Travel(Travel::ToWrite { address, len: 1, direction })))
        };
        let stop = Action::Break(BreakAction::Add(BreakAt::Memory { address, len: 1 }));
        html! {
            <div class="chosen-line" role="group" aria-label="The chosen byte">
                <span class="detail">{ format!("the byte at {address:#x}") }</span>
                <button type="button" class="secondary small" onclick={write(Direction::Back)}>{ "◂ Who last wrote this?" }</button>
                <button type="button" class="secondary small" onclick={write(Direction::Forward)}>{ "When is it written next? ▸" }</button>
                <button type="button" class="secondary small" onclick={on(&props.act, stop)}>{ "Stop when it changes" }</button>
            </div>
        }
    }
}

impl Component for Hex {
    type Message = Message;
    type Properties = HexProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            list: NodeRef::default(),
            space: NodeRef::default(),
            rows: NodeRef::default(),
            size: (480, 600),
            scroll: 0,
            region: ctx.props().region,
            chosen: None,
            observer: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Scrolled => self.scroll = self.list.cast::<Element>().map_or(0, |list| list.scroll_top()),
            Message::Resized(width, height) => self.size = (width, height),
            Message::Region(address) => {
                (self.region, self.chosen, self.scroll) = (Some(address), None, 0);
                if let Some(list) = self.list.cast::<Element>() {
                    list.set_scroll_top(0);
                }
            }
            Message::Chosen(address) => self.chosen = Some(address),
            Message::Key(event) => return self.key(ctx.props(), &event),
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(list) = self.list.cast::<Element>() else { return };
        if first || self.observer.is_none() {
            let link = ctx.link().clone();
            self.observer = Some(SizeObserver::new(&list, move |width, height| {
                let pixels = |size| i32::try_from(size).unwrap_or(0);
                link.send_message(Message::Resized(pixels(width), pixels(height)));
            }));
        }
        if let Some(region) = self.region(&regions(&ctx.props().moment)) {
            let (_, rows) = self.rows(region);
            if let Some(space) = self.space.cast::<Element>() {
                let height = i32::try_from(rows).unwrap_or(i32::MAX / ROW).saturating_mul(ROW);
                set_style(&space, "height", &format!("{height}px"));
            }
            if let Some(shown) = self.rows.cast::<Element>() {
                let first = i32::try_from(self.window(rows).start).unwrap_or(0);
                set_style(&shown, "transform", &format!("translateY({}px)", first * ROW));
            }
        }
        self.ask(ctx.props());
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let link = ctx.link();
        let regions = regions(&props.moment);
        let Some(region) = self.region(&regions) else {
            return html! { <p class="hint">{ "At this moment the program has nothing in memory: its variables are in slots of the machine." }</p> };
        };
        let (first, rows) = self.rows(region);
        let nothing = Rc::default();
        let bytes = props.bytes.as_ref().unwrap_or(&nothing);
        let choose = link.batch_callback(|event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            select.value().parse().ok().map(Message::Region)
        });
        html! {
            <>
                <label class="menu region">
                    <span>{ "of" }</span>
                    <select onchange={choose}>
                        { for regions.iter().map(|(address, size, name)| html! {
                            <option value={address.to_string()} selected={*address == region.0}>{ format!("{name}, {}", format::count(*size as u32, "byte")) }</option>
                        }) }
                    </select>
                </label>
                <div class="hex" tabindex="0" role="group" aria-label="Bytes" ref={self.list.clone()} onscroll={link.callback(|_| Message::Scrolled)}
                    onkeydown={link.callback(Message::Key)}
                    onclick={link.batch_callback(|event: MouseEvent| byte_under(&event).map(Message::Chosen))}>
                    <div class="space" ref={self.space.clone()}>
                        <div class="rows" role="list" ref={self.rows.clone()}>
                            { for self.window(rows).map(|line| self.row(first + line as u64 * self.per_row(), region, bytes)) }
                        </div>
                    </div>
                </div>
                { self.chosen(props) }
            </>
        }
    }
}

fn byte_under(event: &Event) -> Option<u64> {
    let target: Element = event.target_dyn_into()?;
    target.closest("[data-byte]").ok()??.get_attribute("data-byte")?.parse().ok()
}
