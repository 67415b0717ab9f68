//! A value as people think of it. Data only.

use smol_str::SmolStr;
use std::ops::Range;

/// A value in memory, or one that has no address.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Value {
    /// The field's name, the index of an element, or empty.
    pub label: SmolStr,
    /// Its type, as Rust writes it.
    pub ty: SmolStr,
    /// In few words: a number, a text in quotes, the variant of an enum; what is wrong with it, if something is.
    pub text: String,
    /// Where it lies; `None` if it is not in memory.
    pub address: Option<u64>,
    /// How many bytes it takes.
    pub size: u64,
    /// What kind of thing it is.
    pub kind: ValueKind,
    /// What it points to.
    pub target: Option<u64>,
    /// Its fields or elements.
    pub parts: Vec<Value>,
    /// Behind the parts, ascending: elements without parts of their own that were asked for ([`crate::read::Opened`]).
    pub cells: Vec<Cells>,
    /// The elements that are among neither, ascending.
    pub gaps: Vec<Gap>,
    /// The way to it, by which more of its elements can be asked for ([`crate::read::Opened`]). Empty where all are shown anyway.
    pub way: String,
}

/// Elements side by side that are not shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gap {
    /// How many of the parts and cells come before it.
    pub before: usize,
    /// The number of its first element.
    pub from: u64,
    /// The number behind that of its last one.
    pub to: u64,
}

/// Elements side by side that have no parts and point to nothing: numbers, say. There may be many of them, and only their texts
/// differ.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cells {
    /// The number of the first.
    pub from: u64,
    /// Where the first lies; `None` if they are not in memory.
    pub address: Option<u64>,
    /// How many bytes each takes; they lie without gaps between them.
    pub size: u64,
    /// The type of each, as Rust writes it.
    pub ty: SmolStr,
    /// What kind of thing each is.
    pub kind: ValueKind,
    /// What [`Value::text`] is of a value, of all of them without anything between.
    pub texts: String,
    /// Where the text of each ends in `texts`.
    pub ends: Vec<u32>,
}

impl Cells {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of each.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| self.texts.get(start as usize..end as usize).unwrap_or_default())
    }
}

impl Value {
    /// How many parts and cells there are.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.parts.len() + self.cells.iter().map(Cells::len).sum::<usize>()
    }

    /// How many elements there are besides `parts` and `cells`.
    #[must_use]
    pub fn more(&self) -> u64 {
        self.gaps.iter().map(|gap| gap.to - gap.from).sum()
    }

    /// Take note that elements are not shown: those behind all that have been met so far.
    pub(crate) fn leave_out(&mut self, elements: Range<u64>) {
        if elements.is_empty() {
            return;
        }
        let before = self.shown();
        match self.gaps.last_mut() {
            Some(last) if last.before == before && last.to == elements.start => last.to = elements.end,
            _ => self.gaps.push(Gap { before, from: elements.start, to: elements.end }),
        }
    }

    /// Add elements behind all that have been met so far.
    pub(crate) fn push_cells(&mut self, cells: Cells) {
        if !cells.is_empty() {
            self.cells.push(cells);
        }
    }
}

/// What kind of thing a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ValueKind {
    /// A number, a truth value, a character.
    #[default]
    Scalar,
    /// A struct, a tuple or a closure.
    Struct,
    /// An enum. Where something tells its variants apart, that is its first part: `discriminant`, or `niche`.
    Enum,
    /// An array, or what lies in a row otherwise.
    Array,
    /// A reference, shared.
    Reference,
    /// A reference that may change what it refers to.
    MutReference,
    /// Something that owns what it points to: `Box`, `Vec`, `String`.
    Owner,
    /// Something that owns together with others: `Rc`, `Arc`.
    SharedOwner,
    /// A pointer, a function: something that is only an address.
    Address,
}
