//! From bytes and a shape to a value.

use crate::scalar::integer;
use crate::shape::{By, Enum, Field, Kind, Shape, ShapeId, Shapes, Tag};
use crate::value::{Value, ValueKind};
use smol_str::{SmolStr, format_smolstr};
use std::collections::BTreeMap;
use std::ops::Range;

/// How many elements of an array, a vector or a map are shown, if no more are asked for.
pub const MAX_ELEMENTS: u64 = 100;
/// How deeply values are nested in each other.
pub const MAX_NESTING: u32 = 24;
/// How many values one reader makes.
pub const MAX_VALUES: u32 = 40_000;
/// How many bytes of a text are shown.
pub const MAX_TEXT: u64 = 400;

/// What is said of a value that is nested too deeply, or is one too many.
pub(crate) const TOO_MUCH: &str = "…";
/// What is said of a value of which no byte is in memory.
pub(crate) const OUTSIDE: &str = "outside of memory";
/// What is said of a value that its bytes do not hold.
pub(crate) const CUT_OFF: &str = "cut off";

/// How many characters of the way to a block are kept.
const MAX_PATH: usize = 100;

/// What bounds the values that are made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// See [`MAX_ELEMENTS`].
    pub elements: u64,
    /// See [`MAX_NESTING`].
    pub nesting: u32,
    /// See [`MAX_VALUES`].
    pub values: u32,
    /// See [`MAX_TEXT`].
    pub text: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { elements: MAX_ELEMENTS, nesting: MAX_NESTING, values: MAX_VALUES, text: MAX_TEXT }
    }
}

/// Elements that are to be shown though they are not among the first: by the way to what they are elements of
/// ([`Value::way`]), ranges of their numbers. Values that are come to by the same name, such as the variables of a function in
/// each of its calls, are opened together.
pub type Opened = BTreeMap<String, Vec<Range<u64>>>;

/// Reads values from memory, and takes note of what their pointers lead to.
#[derive(Debug)]
pub struct Reader<'a> {
    pub(crate) shapes: &'a Shapes,
    pub(crate) memory: &'a [u8],
    pub(crate) limits: Limits,
    pub(crate) opened: Opened,
    /// How many values it may still make.
    pub(crate) left: u32,
    /// The names on the way to the value that is being read.
    pub(crate) path: Vec<SmolStr>,
    pub(crate) found: Vec<Found>,
    /// Where values are no more, and the words for it.
    gone: Vec<(Range<u64>, &'static str)>,
}

/// Something that a pointer leads to.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Found {
    pub(crate) address: u64,
    pub(crate) size: u64,
    /// Whether the pointer owns it: then it knows how far it reaches.
    pub(crate) is_owned: bool,
    pub(crate) what: What,
    /// The way to the pointer, for people.
    pub(crate) path: String,
}

/// What lies where a pointer leads to.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum What {
    /// A value, or values in a row, or a text.
    Plain(Pointee),
    /// Two counts, and so many bytes from the block's start the value.
    Counted { head: u64, pointee: Pointee },
    /// The ring of a deque: the first value's place, and how many there are places for.
    Ring { element: ShapeId, head: u64, len: u64, room: u64 },
    /// The slots of a hash table.
    Slots { slot: ShapeId, slots: u64, items: u64 },
    /// A node of a B-tree, of this height.
    Node { parts: Box<crate::shape::TreeParts>, height: u64 },
    /// A node of a linked list.
    Link(Box<crate::shape::ListParts>),
}

/// A value behind a pointer, or values in a row.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Pointee {
    One(ShapeId),
    Many { element: ShapeId, len: u64 },
    Text { len: u64 },
}

/// Some bytes: in memory, if they have an address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) address: Option<u64>,
}

impl<'a> Place<'a> {
    /// A part; `None` if it does not lie within.
    pub(crate) fn part(self, offset: u64, size: u64) -> Option<Self> {
        let (from, to) = (usize::try_from(offset).ok()?, usize::try_from(offset.checked_add(size)?).ok()?);
        Some(Self { bytes: self.bytes.get(from..to)?, address: self.address.map(|a| a.wrapping_add(offset)) })
    }

    /// An unsigned number of so many bytes, at most eight.
    pub(crate) fn word(self, offset: u64, bytes: u64) -> Option<u64> {
        let part = self.part(offset, bytes.min(8))?;
        let mut word = [0; 8];
        word[..part.bytes.len()].copy_from_slice(part.bytes);
        Some(u64::from_le_bytes(word))
    }
}

impl<'a> Reader<'a> {
    /// A reader with the usual limits.
    #[must_use]
    pub fn new(shapes: &'a Shapes, memory: &'a [u8]) -> Self {
        Self::with_limits(shapes, memory, Limits::default())
    }

    /// A reader with these limits.
    #[must_use]
    pub fn with_limits(shapes: &'a Shapes, memory: &'a [u8], limits: Limits) -> Self {
        let (path, found, gone) = (Vec::new(), Vec::new(), Vec::new());
        Self { shapes, memory, limits, opened: Opened::new(), left: limits.values, path, found, gone }
    }

    /// From now on, these elements are shown, too.
    pub fn open(&mut self, opened: Opened) {
        self.opened = opened;
    }

    /// From now on, parts of values that lie in these ranges are not read: they are said to be what the words say.
    pub fn set_gone(&mut self, gone: Vec<(Range<u64>, &'static str)>) {
        self.gone = gone;
    }

    /// The value of this shape at an address. `name` is what people call it; it becomes the label and begins the names of what
    /// it leads to.
    pub fn read(&mut self, shape: ShapeId, name: &str, address: u64) -> Value {
        let size = self.shapes.get(shape).size;
        let place = self.place(address, size);
        self.root(shape, name, place, address)
    }

    /// The value of this shape that is not in memory but in one 64-bit cell, or two: a fat pointer, the low and the high half of an
    /// integer of 128 bits.
    pub fn read_cells(&mut self, shape: ShapeId, name: &str, cells: &[u64]) -> Value {
        let mut bytes = [0; 16];
        for (to, cell) in bytes.chunks_exact_mut(8).zip(cells) {
            to.copy_from_slice(&cell.to_le_bytes());
        }
        let size = (self.shapes.get(shape).size as usize).min(16);
        let place = Place { bytes: &bytes[..size], address: None };
        let label: SmolStr = name.into();
        self.path.push(label.clone());
        let value = self.value(shape, label, Some(place), None, 0);
        self.path.pop();
        value
    }

    /// What kind of thing the values of a shape are.
    #[must_use]
    pub fn kind(&self, shape: ShapeId) -> ValueKind {
        kind_of(self.shapes.get(shape))
    }

    /// A value that is not there: its type and place only, and a word that says why.
    #[must_use]
    pub fn absent(&self, shape: ShapeId, name: &str, address: Option<u64>, why: &str) -> Value {
        let shape = self.shapes.get(shape);
        Value {
            label: name.into(),
            ty: shape.name.clone(),
            text: why.to_owned(),
            address,
            size: shape.size,
            kind: kind_of(shape),
            ..Value::default()
        }
    }

    fn root(&mut self, shape: ShapeId, name: &str, place: Option<Place<'_>>, address: u64) -> Value {
        let label: SmolStr = name.into();
        self.path.push(label.clone());
        let value = self.value(shape, label, place, Some(address), 0);
        self.path.pop();
        value
    }

    /// Some bytes of memory.
    pub(crate) fn place(&self, address: u64, size: u64) -> Option<Place<'a>> {
        Place { bytes: self.memory, address: Some(0) }.part(address, size)
    }

    /// Read with another name on the way.
    pub(crate) fn under<T>(&mut self, name: impl Into<SmolStr>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(name.into());
        let result = read(self);
        self.path.pop();
        result
    }

    /// Take note of what a pointer leads to.
    pub(crate) fn leads_to(&mut self, address: u64, size: u64, is_owned: bool, what: What) {
        if size > 0 && self.place(address, size).is_some() {
            let path = shortened(self.path.concat().replace("  ", " "));
            self.found.push(Found { address, size, is_owned, what, path });
        }
    }

    /// A value; where there is no place, `address` is where it would be.
    pub(crate) fn value(
        &mut self,
        id: ShapeId,
        label: SmolStr,
        place: Option<Place<'_>>,
        address: Option<u64>,
        nesting: u32,
    ) -> Value {
        let shapes = self.shapes;
        let shape = shapes.get(id);
        let mut value = Value {
            label,
            ty: shape.name.clone(),
            address: place.map_or(address, |p| p.address),
            size: shape.size,
            kind: kind_of(shape),
            ..Value::default()
        };
        if self.left == 0 || nesting > self.limits.nesting {
            value.text = TOO_MUCH.to_owned();
            return value;
        }
        self.left -= 1;
        if let Some(words) = self.gone_at(value.address, value.size).filter(|_| nesting > 0) {
            value.text = words.to_owned();
            return value;
        }
        match place {
            None => value.text = OUTSIDE.to_owned(),
            Some(place) => {
                // What the bytes do not hold, a shape that lies about its own size asks for.
                if self.fill(&mut value, shape, place, nesting).is_none() {
                    value.text = CUT_OFF.to_owned();
                }
            }
        }
        value
    }

    /// The words for a value of so many bytes that is no more; `None` for one that is.
    pub(crate) fn gone_at(&self, address: Option<u64>, size: u64) -> Option<&'static str> {
        let at = address.filter(|_| !self.gone.is_empty())?;
        let holds = |range: &Range<u64>| range.contains(&at) && at.saturating_add(size) <= range.end;
        self.gone.iter().find(|(range, _)| holds(range)).map(|(_, words)| *words)
    }

    /// Fill in what the bytes say; `None` where there are too few of them.
    fn fill(&mut self, value: &mut Value, shape: &Shape, place: Place<'_>, nesting: u32) -> Option<()> {
        match &shape.kind {
            Kind::Unknown | Kind::Str | Kind::Slice(_) | Kind::Object => {}
            Kind::Never => value.text = "invalid: no such value exists".to_owned(),
            Kind::FnItem => value.text = shape.name.to_string(),
            Kind::Bool | Kind::Char | Kind::Int { .. } | Kind::Float | Kind::FnPtr => {
                self.scalar(shape, place, &mut value.text)?;
            }
            Kind::Struct(fields) => self.fields(value, fields, place, nesting),
            Kind::Enum(of) => self.enumeration(value, of, place, nesting)?,
            Kind::Array { element, len } => self.elements(value, *element, 0, *len, place, nesting),
            Kind::Pointer { to, by } => self.pointer(value, *to, *by, place)?,
            Kind::Vec(parts) => self.vec(value, parts, place)?,
            Kind::Deque { vec, head } => self.deque(value, vec, *head, place)?,
            Kind::RefCell { borrow, value: inner } => self.ref_cell(value, *borrow, inner, place, nesting)?,
            Kind::Table(parts) => self.table(value, parts, place)?,
            Kind::Tree(parts) => self.tree(value, parts, place)?,
            Kind::List(parts) => self.list(value, parts, place)?,
        }
        Some(())
    }

    pub(crate) fn fields(&mut self, value: &mut Value, fields: &[Field], place: Place<'_>, nesting: u32) {
        for field in fields {
            let part = self.field(field, place, nesting);
            value.parts.push(part);
        }
    }

    pub(crate) fn field(&mut self, field: &Field, place: Place<'_>, nesting: u32) -> Value {
        let part = place.part(field.offset, self.shapes.get(field.shape).size);
        let address = place.address.map(|a| a.wrapping_add(field.offset));
        self.under(format_smolstr!(".{}", field.name), |this| {
            this.value(field.shape, field.name.clone(), part, address, nesting + 1)
        })
    }

    fn enumeration(&mut self, value: &mut Value, of: &Enum, place: Place<'_>, nesting: u32) -> Option<()> {
        let chosen = match &of.tag {
            Tag::Single(variant) => Some(*variant),
            Tag::Direct { offset, bytes, signed, discriminants } => {
                let size = u64::from(*bytes);
                let (tag, mask) = (place.word(*offset, size)?, mask(size));
                let chosen = discriminants.iter().position(|&d| d as u64 & mask == tag);
                let sign = if *signed { "i" } else { "u" };
                let mut text = String::new();
                integer(place.part(*offset, size)?, size, *signed, &mut text)?;
                value.parts.push(tag_part(
                    "discriminant",
                    format_smolstr!("{sign}{}", size * 8),
                    text,
                    place,
                    *offset,
                    size,
                ));
                chosen.map(|i| i as u32)
            }
            Tag::Niche { offset, bytes, untagged, others, start } => {
                let size = u64::from(*bytes);
                let (tag, mask) = (place.word(*offset, size)?, mask(size));
                let count = u64::from(others.1.saturating_sub(others.0));
                let beyond = tag.wrapping_sub(*start) & mask;
                let chosen = if beyond <= count { others.0 + beyond as u32 } else { *untagged };
                let name = of.variants.get(chosen as usize).map_or("?", |v| &v.name);
                let text = match beyond <= count {
                    true => format!("{} means {name}", niche(tag)),
                    false => format!("{} is data, so {name}", niche(tag)),
                };
                value.parts.push(tag_part("niche", format_smolstr!("u{}", size * 8), text, place, *offset, size));
                Some(chosen)
            }
        };
        match chosen.and_then(|i| of.variants.get(i as usize)) {
            Some(variant) => {
                value.text = variant.name.to_string();
                self.fields(value, &variant.fields, place, nesting);
            }
            None => value.text = "invalid: the discriminant is no variant's".to_owned(),
        }
        Some(())
    }

    fn pointer(&mut self, value: &mut Value, to: ShapeId, by: By, place: Place<'_>) -> Option<()> {
        let shapes = self.shapes;
        let at = place.word(0, 8)?;
        let pointee = match &shapes.get(to).kind {
            Kind::Str => Some(Pointee::Text { len: place.word(8, 8)? }),
            Kind::Slice(element) => Some(Pointee::Many { element: *element, len: place.word(8, 8)? }),
            Kind::Object => {
                let table = place.word(8, 8)?;
                let of = shapes.objects.get(&table).copied();
                value.text = of.map_or_else(
                    || format!("0x{at:x}, invalid: 0x{table:x} is no table"),
                    |of| format!("{} at 0x{at:x}", shapes.get(of).name),
                );
                of.map(Pointee::One)
            }
            _ => Some(Pointee::One(to)),
        };
        let Some(pointee) = pointee else { return Some(()) };
        let (size, align) = self.extent(pointee)?;
        if value.text.is_empty() {
            value.text = match pointee {
                Pointee::Text { len } => self.text(at, len),
                Pointee::Many { len, .. } => format!("{} at 0x{at:x}", count(len, "element")),
                Pointee::One(_) => format!("0x{at:x}"),
            };
        }
        match by {
            By::Raw => value.target = Some(at),
            By::Weak if at == u64::MAX => value.text = "it never had a value".to_owned(),
            By::Counted | By::Weak => self.counted(value, at, pointee, by == By::Weak, (size, align)),
            _ if at == 0 => value.text = "invalid: a null pointer".to_owned(),
            _ if self.place(at, size).is_none() => value.text = format!("invalid: 0x{at:x} is outside of memory"),
            _ => {
                // A value without bytes is nowhere.
                value.target = (size > 0).then_some(at);
                let is_owned = by == By::Box;
                self.under(" →", |this| this.leads_to(at, size, is_owned, What::Plain(pointee)));
            }
        }
        Some(())
    }

    /// Size and alignment of what a pointer leads to; `None` if it cannot be so large.
    pub(crate) fn extent(&self, pointee: Pointee) -> Option<(u64, u64)> {
        Some(match pointee {
            Pointee::One(shape) => (self.shapes.get(shape).size, self.shapes.get(shape).align),
            Pointee::Many { element, len } => {
                let element = self.shapes.get(element);
                (element.size.saturating_mul(len), element.align)
            }
            Pointee::Text { len } => (len, 1),
        })
    }

    /// A text in memory, in quotes; what is wrong with it, if it is none.
    pub(crate) fn text(&self, address: u64, len: u64) -> String {
        if len == 0 {
            return "\"\"".to_owned();
        }
        let Some(place) = self.place(address, len) else {
            return format!("invalid: {} at 0x{address:x} are outside of memory", count(len, "byte"));
        };
        let shown = &place.bytes[..len.min(self.limits.text) as usize];
        match std::str::from_utf8(shown) {
            Ok(text) if shown.len() as u64 == len => format!("{text:?}"),
            Ok(text) => format!("{text:?}…"),
            // Cut off within a character.
            Err(error) if error.error_len().is_none() && (shown.len() as u64) < len => {
                format!("{:?}…", String::from_utf8_lossy(&shown[..error.valid_up_to()]))
            }
            Err(_) => format!("{:?}, which is not UTF-8", String::from_utf8_lossy(shown)),
        }
    }
}

/// The value that stands for an enum's tag.
fn tag_part(label: &'static str, ty: SmolStr, text: String, place: Place<'_>, offset: u64, size: u64) -> Value {
    let address = place.address.map(|a| a.wrapping_add(offset));
    Value { label: SmolStr::new_static(label), ty, text, address, size, ..Value::default() }
}

/// A way, with its middle left out if it is long.
pub(crate) fn shortened(path: String) -> String {
    let count = path.chars().count();
    if count <= MAX_PATH {
        return path;
    }
    let front: String = path.chars().take(MAX_PATH / 2).collect();
    let back: String = path.chars().skip(count - MAX_PATH / 2).collect();
    format!("{front}…{back}")
}

/// A tag as people compare it.
fn niche(tag: u64) -> String {
    if tag < 1000 { tag.to_string() } else { format!("0x{tag:x}") }
}

/// `1 byte`, `2 bytes`.
pub(crate) fn count(number: u64, of: &str) -> String {
    format!("{number} {of}{}", if number == 1 { "" } else { "s" })
}

fn mask(bytes: u64) -> u64 {
    if bytes >= 8 { u64::MAX } else { (1 << (bytes * 8)) - 1 }
}

/// What kind of thing the values of a shape are.
pub(crate) fn kind_of(shape: &Shape) -> ValueKind {
    match &shape.kind {
        Kind::Bool | Kind::Char | Kind::Int { .. } | Kind::Float | Kind::Never | Kind::Unknown => ValueKind::Scalar,
        Kind::FnItem | Kind::FnPtr | Kind::Object => ValueKind::Address,
        Kind::Struct(_) | Kind::RefCell { .. } => ValueKind::Struct,
        Kind::Enum(_) => ValueKind::Enum,
        Kind::Array { .. } | Kind::Slice(_) | Kind::Str => ValueKind::Array,
        Kind::Pointer { by, .. } => match by {
            By::Ref => ValueKind::Reference,
            By::RefMut => ValueKind::MutReference,
            By::Raw | By::Weak => ValueKind::Address,
            By::Box => ValueKind::Owner,
            By::Counted => ValueKind::SharedOwner,
        },
        Kind::Vec(_) | Kind::Deque { .. } | Kind::Table(_) | Kind::Tree(_) | Kind::List(_) => ValueKind::Owner,
    }
}
