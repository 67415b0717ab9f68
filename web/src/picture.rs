//! Memory as a picture: the variables of each running function, the blocks that they own or refer to, and arrows from each
//! pointer to what it points to.
//!
//! Everything in the picture stands in rows of one height. Where a row is, and where an arrow begins and ends, is therefore
//! known without drawing anything, and of a picture of any size only what is in view has to exist in the page.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use stair_protocol::{Block, Cells, Frame, Gap, Moment, Value, ValueKind, Variable};

/// At which depth parts are folded away at first.
const OPEN_DEPTH: u16 = 4;
/// A value with more parts than this is closed at first, so that those beside it stay in view.
const MOST_OPEN: usize = 24;

/// A row that stays the same one from moment to moment, as far as what it shows is the same thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RowId(u64);

impl RowId {
    fn new(what: impl Hash) -> Self {
        let mut hasher = DefaultHasher::new();
        what.hash(&mut hasher);
        RowId(hasher.finish())
    }

    fn part(self, index: usize) -> Self {
        RowId::new((self.0, index))
    }

    /// An element that is known by its number, whatever else is shown.
    fn element(self, number: u64) -> Self {
        // There are many of them. Odd multiples of numbers that differ do so too, and all bits of this one are in use.
        RowId(self.0.wrapping_add(number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }

    /// A part that is known by its name, whatever else is shown.
    fn named(self, label: &str) -> Self {
        RowId::new((self.0, label))
    }
}

/// What a row shows.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// Room between two cards.
    Gap,
    /// The head of what has no frame and no block: “Heap”.
    Title(&'static str),
    /// The head of a function's variables.
    Frame(&'a Frame),
    /// A variable.
    Variable(&'a Frame, &'a Variable),
    /// A block's head.
    Block(&'a Block),
    /// A field or an element, or what is in a block.
    Part(&'a Value),
    /// An element without parts: which of these.
    Cell(&'a Cells, u32),
    /// Elements of this value that are not shown.
    More(&'a Value, Gap),
}

/// A row of the picture.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// What it shows.
    pub item: Item<'a>,
    /// Which row it is; a gap is none.
    pub id: RowId,
    /// How deep it is: 0 for heads.
    pub depth: u16,
    /// Whether its parts are shown; `None` if it has none.
    pub open: Option<bool>,
    /// Whether it is the last one of its card.
    pub is_last: bool,
}

impl<'a> Row<'a> {
    /// The value that it shows, unless that is one of many.
    pub fn value(&self) -> Option<&'a Value> {
        match self.item {
            Item::Variable(_, variable) => Some(&variable.value),
            Item::Part(value) => Some(value),
            _ => None,
        }
    }

    /// The type of the value that it shows.
    pub fn ty(&self) -> Option<&'a str> {
        match self.item {
            Item::Cell(cells, _) => Some(&cells.ty),
            _ => self.value().map(|value| value.ty.as_str()),
        }
    }

    /// Whether the value that it shows changed.
    pub fn is_changed(&self) -> bool {
        match self.item {
            Item::Cell(cells, index) => cells.is_changed(index as usize),
            _ => self.value().is_some_and(|value| value.changed),
        }
    }

    /// Where what it shows is in memory, and how many bytes that takes.
    pub fn memory(&self) -> Option<(u64, u64)> {
        let place = match self.item {
            Item::Frame(frame) => Some(frame.memory),
            Item::Block(block) => Some((block.address, block.size)),
            Item::Cell(cells, index) => cells.address(index as usize).map(|address| (address, cells.size)),
            _ => self.value().and_then(|value| Some((value.address?, value.size))),
        };
        place.filter(|&(_, size)| size > 0)
    }
}

/// How many elements are opened at once where the person does not say how many.
pub const STRETCH: u64 = 100;
/// How many elements are opened at once at most.
pub const LONGEST_STRETCH: u64 = 10_000;

/// The elements that a person means by `4200..4300`, `4200..=4299` or `4200`, as far as there are so many of them in a gap, and no
/// more than [`LONGEST_STRETCH`]. `None` if that is none.
pub fn stretch(text: &str, gap: Gap) -> Option<(u64, u64)> {
    let is_between_digits = |c: char| c.is_whitespace() || matches!(c, '_' | ',');
    let number = |text: &str| text.replace(is_between_digits, "").parse::<u64>().ok();
    let (from, to) = match text.trim().trim_start_matches('[').trim_end_matches(']').split_once("..") {
        Some((from, to)) => {
            let from = if from.trim().is_empty() { gap.from } else { number(from)? };
            let to = match to.strip_prefix('=') {
                Some(last) => number(last)?.saturating_add(1),
                None if to.trim().is_empty() => gap.to,
                None => number(to)?,
            };
            (from, to)
        }
        None => {
            let from = number(text)?;
            (from, from.saturating_add(STRETCH))
        }
    };
    let from = from.max(gap.from);
    let to = to.min(gap.to).min(from.saturating_add(LONGEST_STRETCH));
    (from < to).then_some((from, to))
}

/// An arrow from a pointer to what it points to, by their places in [`Picture::rows`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Arrow {
    /// The pointer.
    pub from: usize,
    /// What it points to.
    pub to: usize,
    /// Whether the pointer owns that.
    pub owns: bool,
}

/// Memory at a moment.
#[derive(Clone, Debug, Default)]
pub struct Picture<'a> {
    /// The rows of the stack, and behind them those of the blocks.
    pub rows: Vec<Row<'a>>,
    /// How many of them are the stack's.
    pub stack: usize,
    /// The arrows, by where they begin.
    pub arrows: Vec<Arrow>,
}

/// Draws a moment. A row in `turned` is folded where it would be open, and open where it would be folded.
pub fn picture<'a>(moment: &'a Moment, turned: &BTreeSet<RowId>) -> Picture<'a> {
    let (rows, stack) = rows(moment, turned);
    let arrows = arrows(&rows);
    Picture { rows, stack, arrows }
}

/// The rows of a moment's picture, and how many of them are the stack's.
pub fn rows<'a>(moment: &'a Moment, turned: &BTreeSet<RowId>) -> (Vec<Row<'a>>, usize) {
    let mut drawing = Drawing { rows: Vec::new(), turned };
    for (index, frame) in moment.frames.iter().enumerate() {
        // A function's own variables say more than that the library has none to show.
        if frame.variables.is_empty() && !frame.is_user {
            continue;
        }
        let from_below = (moment.depth as usize).saturating_sub(index);
        drawing.frame(RowId::new(("frame", from_below, &frame.function)), frame);
    }
    drawing.rows.pop_if(|row| matches!(row.item, Item::Gap));
    let stack = drawing.rows.len();
    for (title, heap) in [("Heap", true), ("Static data", false)] {
        let mut blocks = moment.blocks.iter().filter(|block| block.heap == heap).peekable();
        if blocks.peek().is_some() {
            drawing.push(Item::Title(title), RowId::new(title), 0, None);
            blocks.for_each(|block| drawing.block(block));
        }
    }
    drawing.rows.pop_if(|row| matches!(row.item, Item::Gap));
    (drawing.rows, stack)
}

struct Drawing<'a, 't> {
    rows: Vec<Row<'a>>,
    turned: &'t BTreeSet<RowId>,
}

impl<'a> Drawing<'a, '_> {
    fn push(&mut self, item: Item<'a>, id: RowId, depth: u16, open: Option<bool>) {
        self.rows.push(Row { item, id, depth, open, is_last: false });
    }

    fn end_card(&mut self) {
        if let Some(last) = self.rows.last_mut() {
            last.is_last = true;
        }
        self.push(Item::Gap, RowId(0), 0, None);
    }

    fn is_open(&self, id: RowId, at_first: bool) -> bool {
        at_first != self.turned.contains(&id)
    }

    fn frame(&mut self, id: RowId, frame: &'a Frame) {
        let open = self.is_open(id, true);
        self.push(Item::Frame(frame), id, 0, (!frame.variables.is_empty()).then_some(open));
        if open {
            for (index, variable) in frame.variables.iter().enumerate() {
                // A place without a value has no parts to look at.
                let has_value = variable.state.has_value();
                self.value(Item::Variable(frame, variable), &variable.value, id.part(index), 1, has_value);
            }
        }
        self.end_card();
    }

    fn block(&mut self, block: &'a Block) {
        let id = RowId::new(("block", block.address));
        let open = self.is_open(id, true);
        self.push(Item::Block(block), id, 0, Some(open));
        if open {
            self.content(&block.value, id);
        }
        self.end_card();
    }

    /// What is in a block: its parts, if it has some, since its head says the rest.
    fn content(&mut self, value: &'a Value, id: RowId) {
        if !has_parts(value) {
            self.push(Item::Part(value), id.part(0), 1, None);
        } else {
            self.parts(value, id.part(0), 1);
        }
    }

    fn parts(&mut self, value: &'a Value, id: RowId, depth: u16) {
        // Counted from the last one, a gap stays the same while it is filled from its front.
        let mut gaps = value.gaps.iter().zip((0..value.gaps.len()).rev()).peekable();
        let mut gaps_before = |this: &mut Self, index: usize| {
            while let Some((&gap, from_last)) = gaps.next_if(|(gap, _)| gap.before as usize <= index) {
                this.push(Item::More(value, gap), RowId::new((id.0, "more", from_last)), depth, None);
            }
        };
        for (index, part) in value.parts.iter().enumerate() {
            gaps_before(self, index);
            self.value(Item::Part(part), part, id.named(&part.label), depth, true);
        }
        let mut before = value.parts.len();
        for cells in &value.cells {
            // A gap is between two pieces, never within one.
            gaps_before(self, before);
            before += cells.len();
            let element = |index: u32| Row {
                item: Item::Cell(cells, index),
                id: id.element(cells.number(index as usize)),
                depth,
                open: None,
                is_last: false,
            };
            self.rows.extend((0..cells.len() as u32).map(element));
        }
        gaps_before(self, usize::MAX);
    }

    fn value(&mut self, item: Item<'a>, value: &'a Value, id: RowId, depth: u16, has_value: bool) {
        let has_parts = has_value && has_parts(value);
        let is_short = value.parts.len() + value.cells.iter().map(Cells::len).sum::<usize>() <= MOST_OPEN;
        let open = has_parts && self.is_open(id, depth < OPEN_DEPTH && is_short);
        self.push(item, id, depth, has_parts.then_some(open));
        if open {
            self.parts(value, id, depth + 1);
        }
    }
}

/// Whether there is something within a value to look at.
fn has_parts(value: &Value) -> bool {
    !(value.parts.is_empty() && value.cells.is_empty() && value.gaps.is_empty())
}

/// The arrows between the rows.
fn arrows(rows: &[Row<'_>]) -> Vec<Arrow> {
    // The places that an arrow can end at. A frame as a whole is none: what is pointed to is a variable in it.
    let mut places: Vec<(u64, u64, usize)> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        if let Some((address, size)) = row.memory().filter(|_| !matches!(row.item, Item::Frame(_))) {
            places.push((address, size, index));
        }
    }
    // Of what begins at the same address the larger comes first.
    places.sort_by_key(|&(address, size, index)| (address, std::cmp::Reverse(size), index));
    // The values that the row at hand is a part of, outermost first, by their depths.
    let mut around: Vec<(u16, &Value)> = Vec::new();
    let mut arrows = Vec::new();
    for (from, row) in rows.iter().enumerate() {
        around.truncate(around.partition_point(|&(depth, _)| depth < row.depth));
        let Some(value) = row.value() else { continue };
        let whole = around.last().map(|&(_, value)| value);
        around.push((row.depth, value));
        // A value whose own pointer is a part that is shown has its arrow begin there.
        if row.open == Some(true) && value.parts.iter().any(|part| part.target == value.target) {
            continue;
        }
        let is_gone = matches!(row.item, Item::Variable(_, variable) if !variable.state.has_value());
        let Some(target) = value.target.filter(|_| !is_gone) else { continue };
        let is_owner = |value: &Value| matches!(value.kind, ValueKind::Owner | ValueKind::SharedOwner);
        let owns = is_owner(value) || whole.is_some_and(|whole| is_owner(whole) && whole.target == value.target);
        if let Some(to) = end_of(rows, &places, value, target).filter(|&to| to != from) {
            arrows.push(Arrow { from, to, owns });
        }
    }
    arrows
}

/// The row that a pointer points to: of those at its target the one of the type that it points to, else the largest; or the
/// closest one around it.
fn end_of(rows: &[Row<'_>], places: &[(u64, u64, usize)], pointer: &Value, target: u64) -> Option<usize> {
    let first = places.partition_point(|&(address, ..)| address < target);
    let exact = || places[first..].iter().take_while(|&&(address, ..)| address == target);
    if matches!(pointer.kind, ValueKind::Reference | ValueKind::MutReference) {
        let pointee = pointer.ty.trim_start_matches('&').trim_start_matches("mut ");
        let of_type = |&&(.., index): &&(u64, u64, usize)| rows[index].ty() == Some(pointee);
        if let Some(&(.., index)) = exact().find(of_type) {
            return Some(index);
        }
    }
    if let Some(&(.., index)) = exact().next() {
        return Some(index);
    }
    let around = places[..first].iter().rev().take(4096).find(|&&(address, size, _)| target < address + size);
    around.map(|&(.., index)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(label: &str, ty: &str, address: u64, size: u64, parts: Vec<Value>) -> Value {
        let (label, ty, address) = (label.to_owned(), ty.to_owned(), Some(address));
        Value { label, ty, address, size, parts, ..Value::default() }
    }

    fn variable(value: Value) -> Variable {
        Variable { name: value.label.clone(), value, ..Variable::default() }
    }

    /// `let v = vec![1, 2]; let p = (v.len(), 5); let r = &p;`
    fn moment() -> Moment {
        let pointer =
            Value { target: Some(400), kind: ValueKind::Address, ..value("pointer", "*mut i32", 100, 4, vec![]) };
        let parts = vec![pointer, value("capacity", "usize", 104, 4, vec![])];
        let vector = Value { target: Some(400), kind: ValueKind::Owner, ..value("v", "Vec<i32>", 100, 12, parts) };
        let pair = vec![value("0", "usize", 112, 4, vec![]), value("1", "i32", 116, 4, vec![])];
        let reference =
            Value { target: Some(112), kind: ValueKind::Reference, ..value("r", "&(usize, i32)", 120, 4, vec![]) };
        let variables = [vector, value("p", "(usize, i32)", 112, 8, pair), reference].map(variable).to_vec();
        let frame = Frame { function: "main".into(), is_user: true, memory: (100, 24), variables, ..Frame::default() };
        let elements = vec![value("0", "i32", 400, 4, vec![]), value("1", "i32", 404, 4, vec![])];
        let content = value("", "[i32; 2]", 400, 8, elements);
        let blocks = vec![Block { address: 400, size: 8, heap: true, value: content }];
        Moment { frames: vec![frame], depth: 1, blocks, ..Moment::default() }
    }

    fn label(row: &Row<'_>) -> String {
        match row.item {
            Item::Gap => String::new(),
            Item::Title(title) => title.to_owned(),
            Item::Frame(frame) => frame.function.clone(),
            Item::Block(block) => format!("@{}", block.address),
            Item::More(_, gap) => format!("{}..{}", gap.from, gap.to),
            Item::Cell(cells, index) => format!("{}={}", cells.number(index as usize), cells.text(index as usize)),
            Item::Variable(..) | Item::Part(_) => row.value().map(|value| value.label.clone()).unwrap_or_default(),
        }
    }

    #[test]
    fn rows_stand_in_the_order_of_the_stack_then_the_heap() {
        let moment = moment();
        let drawn = picture(&moment, &BTreeSet::new());
        let labels: Vec<String> = drawn.rows.iter().map(label).collect();
        assert_eq!(labels, ["main", "v", "pointer", "capacity", "p", "0", "1", "r", "Heap", "@400", "0", "1"]);
        assert_eq!(drawn.stack, 8);
        assert!(drawn.rows[7].is_last && drawn.rows[11].is_last);
    }

    #[test]
    fn what_is_not_shown_stands_where_it_is() {
        let mut moment = moment();
        let elements = [0, 1, 50].map(|n| value(&n.to_string(), "i32", 400 + 4 * n, 4, vec![])).to_vec();
        let gaps = vec![Gap { before: 2, from: 2, to: 50 }, Gap { before: 3, from: 51, to: 99 }];
        moment.blocks[0].value = Value { gaps, ..value("", "[i32]", 400, 396, elements) };
        let before = picture(&moment, &BTreeSet::new());
        let labels: Vec<String> = before.rows[9..].iter().map(label).collect();
        assert_eq!(labels, ["@400", "0", "1", "2..50", "50", "51..99"]);
        let ids: Vec<RowId> = before.rows[9..].iter().map(|row| row.id).collect();
        // More of the first one is opened: everything else stays what it was.
        let mut later = moment.clone();
        later.blocks[0].value.parts.insert(2, value("2", "i32", 408, 4, vec![]));
        later.blocks[0].value.gaps = vec![Gap { before: 3, from: 3, to: 50 }, Gap { before: 4, from: 51, to: 99 }];
        let after = picture(&later, &BTreeSet::new());
        let labels: Vec<String> = after.rows[9..].iter().map(label).collect();
        assert_eq!(labels, ["@400", "0", "1", "2", "3..50", "50", "51..99"]);
        let kept: Vec<RowId> = after.rows[9..].iter().map(|row| row.id).filter(|id| ids.contains(id)).collect();
        assert_eq!(kept, ids);
    }

    #[test]
    fn what_has_many_parts_leaves_its_neighbours_in_view() {
        let mut moment = moment();
        let shown = |moment: &Moment, turned: &BTreeSet<RowId>| {
            let rows = picture(moment, turned).rows;
            let at = rows.iter().position(|row| matches!(row.item, Item::Variable(..))).expect("a variable");
            (rows[at].id, rows[at].open, rows.len())
        };
        let array = |len: u64| {
            let elements = (0..len).map(|n| value(&n.to_string(), "i32", 400 + 4 * n, 4, vec![])).collect();
            value("many", "[i32]", 400, 4 * len, elements)
        };
        moment.frames[0].variables[0].value = array(MOST_OPEN as u64);
        let (_, open, short) = shown(&moment, &BTreeSet::new());
        assert_eq!(open, Some(true));
        moment.frames[0].variables[0].value = array(MOST_OPEN as u64 + 1);
        let (id, open, closed) = shown(&moment, &BTreeSet::new());
        assert_eq!((open, closed), (Some(false), short - MOST_OPEN));
        let (_, open, opened) = shown(&moment, &BTreeSet::from([id]));
        assert_eq!((open, opened), (Some(true), short + 1), "the person opens it");
    }

    #[test]
    fn elements_without_parts_have_rows_like_any_other() {
        let mut moment = moment();
        let parts = vec![value("0", "i32", 400, 4, vec![]), value("1", "i32", 404, 4, vec![])];
        let cells = |from: u64, texts: &str| {
            let (ty, address) = ("i32".to_owned(), Some(400 + 4 * from));
            let (texts, ends) = (texts.to_owned(), (1..=texts.len() as u32).collect());
            Cells { from, address, size: 4, ty, texts, ends, changed: vec![(1, 2)], ..Cells::default() }
        };
        let gaps = vec![Gap { before: 2, from: 2, to: 50 }, Gap { before: 5, from: 53, to: 99 }];
        let content = value("", "[i32]", 400, 396, parts);
        moment.blocks[0].value = Value { cells: vec![cells(50, "789")], gaps, ..content.clone() };
        moment.frames[0].variables[2].value.target = Some(604);
        moment.frames[0].variables[2].value.ty = "&i32".to_owned();
        let drawn = picture(&moment, &BTreeSet::new());
        let labels: Vec<String> = drawn.rows[9..].iter().map(label).collect();
        assert_eq!(labels, ["@400", "0", "1", "2..50", "50=7", "51=8", "52=9", "53..99"]);
        assert_eq!(drawn.arrows.last(), Some(&Arrow { from: 7, to: 14, owns: false }), "a reference to an element");
        let row = &drawn.rows[14];
        assert_eq!((row.memory(), row.ty(), row.depth, row.open), (Some((604, 4)), Some("i32"), 1, None));
        assert!(row.is_changed() && !drawn.rows[13].is_changed() && !drawn.rows[15].is_changed());
        let ids: BTreeSet<RowId> = drawn.rows[9..].iter().map(|row| row.id).collect();
        assert_eq!(ids.len(), 8, "each row is another");
        // Elements before them are opened: these stay what they were.
        let gaps = vec![Gap { before: 2, from: 2, to: 48 }, Gap { before: 7, from: 53, to: 99 }];
        let mut later = moment.clone();
        later.blocks[0].value = Value { cells: vec![cells(48, "56789")], gaps, ..content };
        let after = picture(&later, &BTreeSet::new());
        let labels: Vec<String> = after.rows[9..].iter().map(label).collect();
        assert_eq!(labels, ["@400", "0", "1", "2..48", "48=5", "49=6", "50=7", "51=8", "52=9", "53..99"]);
        assert_eq!(
            after.rows[15..].iter().map(|row| row.id).collect::<Vec<_>>(),
            drawn.rows[13..].iter().map(|row| row.id).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_stretch_is_said_as_in_rust() {
        let gap = Gap { before: 0, from: 100, to: 50_000 };
        let means = |text| stretch(text, gap);
        assert_eq!(means("4200..4300"), Some((4200, 4300)));
        assert_eq!(means(" [4_200 ..= 4299] "), Some((4200, 4300)));
        assert_eq!(means("4200"), Some((4200, 4300)));
        assert_eq!(means("49990.."), Some((49_990, 50_000)));
        assert_eq!(means("..120"), Some((100, 120)));
        assert_eq!(means("0..1_000_000"), Some((100, 10_100)), "no more at once");
        for wrong in ["", "x..3", "7..3", "0..50", "60000", "-1..3"] {
            assert_eq!(means(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn arrows_begin_at_the_pointer_itself_and_end_at_what_has_its_type() {
        let moment = moment();
        let drawn = picture(&moment, &BTreeSet::new());
        let to_block = Arrow { from: 2, to: 9, owns: true };
        let to_pair = Arrow { from: 7, to: 4, owns: false };
        assert_eq!(drawn.arrows, [to_block, to_pair]);
        // Folded, the vector itself is what points.
        let turned = BTreeSet::from([drawn.rows[1].id]);
        let folded = picture(&moment, &turned);
        assert_eq!(folded.rows.len(), drawn.rows.len() - 2);
        assert_eq!(folded.arrows[0], Arrow { from: 1, to: 7, owns: true });
    }

    #[test]
    fn what_has_no_value_has_neither_parts_nor_an_arrow() {
        let mut moment = moment();
        moment.frames[0].variables[0].state = stair_protocol::VariableState::Moved;
        let drawn = picture(&moment, &BTreeSet::new());
        assert_eq!(drawn.rows[1].open, None);
        assert!(drawn.arrows.iter().all(|arrow| arrow.from != 1));
    }

    #[test]
    fn a_pointer_into_the_middle_ends_at_the_closest_thing_around_it() {
        let mut moment = moment();
        moment.frames[0].variables[2].value.target = Some(406);
        let drawn = picture(&moment, &BTreeSet::new());
        assert_eq!(drawn.arrows.last(), Some(&Arrow { from: 7, to: 11, owns: false }));
        moment.frames[0].variables[2].value.target = Some(999);
        assert_eq!(picture(&moment, &BTreeSet::new()).arrows.len(), 1, "it points to nothing that is shown");
    }

    #[test]
    fn rows_are_the_same_from_moment_to_moment() {
        let (moment, mut later) = (moment(), moment());
        later.frames.insert(0, Frame { function: "callee".into(), is_user: true, ..Frame::default() });
        later.depth = 2;
        let (before, after) = (picture(&moment, &BTreeSet::new()), picture(&later, &BTreeSet::new()));
        assert_eq!(before.rows[1].id, after.rows[3].id);
    }
}
