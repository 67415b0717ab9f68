//! The library's owners: what their parts mean, and what lies on the heap for them.

use crate::read::{Found, Place, Pointee, Reader, What, count};
use crate::shape::{Field, ListParts, ShapeId, TableParts, TreeParts, VecParts};
use crate::value::{Value, ValueKind};
use smol_str::{SmolStr, format_smolstr};

/// The bytes of the counts in front of a shared value.
const COUNTS: u64 = 16;
/// A block's value and its parts are nested so deeply at least.
const IN_BLOCK: u32 = 1;
/// How high a B-tree can be: more entries than memory has bytes.
const MAX_HEIGHT: u64 = 32;

/// A number that a library type keeps, as a part.
fn number(label: &'static str, place: Place<'_>, offset: u64) -> Option<(u64, Value)> {
    let word = place.word(offset, 8)?;
    let address = place.address.map(|a| a.wrapping_add(offset));
    let label = SmolStr::new_static(label);
    let ty = SmolStr::new_static("usize");
    Some((word, Value { label, ty, text: word.to_string(), address, size: 8, ..Value::default() }))
}

/// An address that a library type keeps, as a part.
fn address(label: &'static str, place: Place<'_>, offset: u64, leads: bool) -> Option<(u64, Value)> {
    let (word, mut value) = number(label, place, offset)?;
    value.ty = SmolStr::new_static("pointer");
    value.text = if leads { format!("0x{word:x}") } else { "nothing allocated".to_owned() };
    value.kind = ValueKind::Address;
    value.target = leads.then_some(word);
    Some((word, value))
}

impl Reader<'_> {
    pub(crate) fn vec(&mut self, value: &mut Value, parts: &VecParts, place: Place<'_>) -> Option<()> {
        let (capacity, capacity_part) = number("capacity", place, parts.capacity)?;
        let (len, len_part) = number("length", place, parts.len)?;
        let is_text = matches!(self.shapes.get(parts.element).kind, crate::shape::Kind::Str);
        let size = if is_text { 1 } else { self.shapes.get(parts.element).size };
        let room = capacity.saturating_mul(size);
        let (at, pointer) = address("pointer", place, parts.pointer, room > 0)?;
        value.parts.extend([pointer, capacity_part, len_part]);
        value.target = (room > 0).then_some(at);
        if size > 0 && len > capacity {
            value.text = format!("invalid: length {len}, capacity {capacity}");
            return Some(());
        }
        if room > 0 && self.place(at, room).is_none() {
            value.text = format!("invalid: 0x{at:x} is outside of memory");
            return Some(());
        }
        value.text = match is_text {
            true => self.text(at, len),
            false => count(len, "element"),
        };
        let pointee = match is_text {
            true => Pointee::Text { len },
            false => Pointee::Many { element: parts.element, len },
        };
        self.under(" →", |this| this.leads_to(at, room, true, What::Plain(pointee)));
        Some(())
    }

    pub(crate) fn deque(&mut self, value: &mut Value, parts: &VecParts, head: u64, place: Place<'_>) -> Option<()> {
        let (capacity, capacity_part) = number("capacity", place, parts.capacity)?;
        let (len, len_part) = number("length", place, parts.len)?;
        let (first, head_part) = number("head", place, head)?;
        let room = capacity.saturating_mul(self.shapes.get(parts.element).size);
        let (at, pointer) = address("pointer", place, parts.pointer, room > 0)?;
        value.parts.extend([pointer, capacity_part, len_part, head_part]);
        value.target = (room > 0).then_some(at);
        if room > 0 && (len > capacity || first >= capacity || self.place(at, room).is_none()) {
            value.text = format!("invalid: length {len}, capacity {capacity}, head {first} at 0x{at:x}");
            return Some(());
        }
        value.text = count(len, "element");
        let what = What::Ring { element: parts.element, head: first, len, room: capacity };
        self.under(" →", |this| this.leads_to(at, room, true, what));
        Some(())
    }

    pub(crate) fn ref_cell(
        &mut self,
        value: &mut Value,
        borrow: u64,
        inner: &Field,
        place: Place<'_>,
        nesting: u32,
    ) -> Option<()> {
        let (count, mut part) = number("borrow", place, borrow)?;
        part.ty = SmolStr::new_static("isize");
        part.text = (count as i64).to_string();
        value.text = match count as i64 {
            0 => "not borrowed".to_owned(),
            -1 => "mutably borrowed".to_owned(),
            1 => "borrowed once".to_owned(),
            times @ 2.. => format!("borrowed {times} times"),
            other => format!("invalid: {other} borrows"),
        };
        value.parts.push(part);
        let inner = self.field(inner, place, nesting);
        value.parts.push(inner);
        Some(())
    }

    /// `Rc`, `Arc` and `Weak`, from the value's address and extent.
    pub(crate) fn counted(&mut self, value: &mut Value, at: u64, pointee: Pointee, weak: bool, extent: (u64, u64)) {
        let (size, align) = extent;
        let head = align.max(COUNTS);
        let start = at.checked_sub(head);
        let counts = start.and_then(|_| self.place(at - COUNTS, COUNTS));
        let (Some(start), Some((strong, strong_part)), Some((weaks, mut weak_part))) = (
            start,
            counts.and_then(|place| number("strong", place, 0)),
            counts.and_then(|place| number("weak", place, 8)),
        ) else {
            value.text = format!("invalid: 0x{at:x} is outside of memory");
            return;
        };
        // All strong pointers together count as one weak one.
        let weaks = weaks.saturating_sub(u64::from(strong > 0));
        weak_part.text = weaks.to_string();
        let of = if value.text.starts_with("0x") { String::new() } else { format!("{}, ", value.text) };
        value.text = match strong {
            0 if weak => "its value was dropped".to_owned(),
            _ => format!("{of}strong {strong}, weak {weaks}"),
        };
        value.target = Some(at);
        value.parts.extend([strong_part, weak_part]);
        let what = What::Counted { head, pointee };
        self.under(" →", |this| this.leads_to(start, head.saturating_add(size), true, what));
    }

    pub(crate) fn table(&mut self, value: &mut Value, parts: &TableParts, place: Place<'_>) -> Option<()> {
        let (items, items_part) = number("length", place, parts.items)?;
        let (mask, mut slots_part) = number("slots", place, parts.mask)?;
        let slots = if mask == 0 { 0 } else { mask.saturating_add(1).max(TableParts::GROUP) };
        slots_part.text = slots.to_string();
        let (control, control_part) = address("control bytes", place, parts.control, slots > 0)?;
        value.parts.extend([items_part, slots_part, control_part]);
        value.text = entries(items);
        let below = slots.saturating_mul(self.shapes.get(parts.slot).size);
        let Some(start) = control
            .checked_sub(below)
            .filter(|&start| slots > 0 && self.place(start, below.saturating_add(slots)).is_some())
        else {
            if slots > 0 || items > 0 {
                value.text = format!("invalid: {slots} slots at 0x{control:x}");
            }
            return Some(());
        };
        value.target = Some(start);
        let what = What::Slots { slot: parts.slot, slots, items };
        self.under(" →", |this| this.leads_to(start, below + slots, true, what));
        Some(())
    }

    pub(crate) fn tree(&mut self, value: &mut Value, parts: &TreeParts, place: Place<'_>) -> Option<()> {
        let (len, len_part) = number("length", place, parts.len)?;
        let (height, height_part) = number("height", place, parts.height)?;
        let is_there = place.word(parts.root, 8)? != 0;
        let (root, root_part) = address("root", place, parts.root, is_there)?;
        value.parts.extend([root_part, height_part, len_part]);
        value.text = entries(len);
        if is_there {
            value.target = Some(root);
            self.under(" →", |this| this.node(root, height, parts));
        }
        Some(())
    }

    /// Take note of a node of a B-tree.
    fn node(&mut self, at: u64, height: u64, parts: &TreeParts) {
        let size = if height == 0 { parts.sizes.0 } else { parts.sizes.1 };
        if height <= MAX_HEIGHT {
            self.leads_to(at, size, true, What::Node { parts: Box::new(parts.clone()), height });
        }
    }

    pub(crate) fn list(&mut self, value: &mut Value, parts: &ListParts, place: Place<'_>) -> Option<()> {
        let (len, len_part) = number("length", place, parts.len)?;
        let is_there = place.word(parts.head, 8)? != 0;
        let (head, head_part) = address("first", place, parts.head, is_there)?;
        value.parts.extend([head_part, len_part]);
        value.text = count(len, "element");
        if is_there {
            value.target = Some(head);
            self.under(" →", |this| this.leads_to(head, parts.size, true, What::Link(Box::new(parts.clone()))));
        }
        Some(())
    }

    /// What lies in a block.
    pub(crate) fn block(&mut self, found: &Found) -> Value {
        let start = format!("{} ", found.path);
        self.under(start, |this| {
            let mut value =
                Value { address: Some(found.address), size: found.size, kind: ValueKind::Array, ..Value::default() };
            let read = this.place(found.address, found.size).and_then(|place| this.in_block(&mut value, found, place));
            if read.is_none() {
                value.text = "outside of memory".to_owned();
            }
            value
        })
    }

    fn in_block(&mut self, value: &mut Value, found: &Found, place: Place<'_>) -> Option<()> {
        match &found.what {
            What::Plain(pointee) => *value = self.pointee(*pointee, SmolStr::default(), found.address),
            What::Counted { head, pointee } => {
                let (strong, strong_part) = number("strong", place, head - COUNTS)?;
                let (weak, mut weak_part) = number("weak", place, head - COUNTS + 8)?;
                weak_part.text = weak.saturating_sub(u64::from(strong > 0)).to_string();
                value.kind = ValueKind::Struct;
                value.parts.extend([strong_part, weak_part]);
                let at = found.address + head;
                let label = SmolStr::new_static("value");
                let inner = if strong == 0 {
                    // What is left of it means nothing.
                    let (size, _) = self.extent(*pointee)?;
                    let text = "dropped".to_owned();
                    Value { label, ty: self.pointee_name(*pointee), text, address: Some(at), size, ..Value::default() }
                } else {
                    self.pointee(*pointee, label, at)
                };
                value.ty = inner.ty.clone();
                value.parts.push(inner);
            }
            What::Ring { element, head, len, room } => {
                value.ty = format_smolstr!("[{}]", self.shapes.get(*element).name);
                value.text = format!("the first is at place {head}");
                let size = self.shapes.get(*element).size;
                // From the head to the end of the ring, then from its start.
                let front = (*len).min(room.saturating_sub(*head));
                let at = head.checked_mul(size)?;
                self.elements(value, *element, 0, front, place.part(at, front.checked_mul(size)?)?, IN_BLOCK);
                self.elements(value, *element, front, len - front, place, IN_BLOCK);
            }
            What::Slots { slot, slots, items } => self.slots(value, *slot, *slots, *items, place)?,
            What::Node { parts, height } => self.in_node(value, parts, *height, place)?,
            What::Link(parts) => {
                value.kind = ValueKind::Struct;
                let name = SmolStr::new_static("value");
                let element = Field { name, offset: parts.element, shape: parts.of };
                value.ty = self.shapes.get(parts.of).name.clone();
                let element = self.field(&element, place, IN_BLOCK);
                value.parts.push(element);
                let is_there = place.word(parts.next, 8)? != 0;
                let (next, mut part) = address("next", place, parts.next, is_there)?;
                if is_there {
                    self.under(" →", |this| this.leads_to(next, parts.size, true, What::Link(parts.clone())));
                } else {
                    part.text = "the last one".to_owned();
                }
                value.parts.push(part);
            }
        }
        Some(())
    }

    /// What a pointer leads to, as a value.
    fn pointee(&mut self, pointee: Pointee, label: SmolStr, at: u64) -> Value {
        let name = self.pointee_name(pointee);
        let mut value = Value { label, ty: name, address: Some(at), kind: ValueKind::Array, ..Value::default() };
        match pointee {
            Pointee::One(shape) => {
                let size = self.shapes.get(shape).size;
                let place = self.place(at, size);
                return self.value(shape, value.label, place, Some(at), IN_BLOCK);
            }
            Pointee::Text { len } => {
                value.size = len;
                value.text = self.text(at, len);
            }
            Pointee::Many { element, len } => {
                value.size = self.shapes.get(element).size.saturating_mul(len);
                match self.place(at, value.size) {
                    Some(place) => self.elements(&mut value, element, 0, len, place, IN_BLOCK),
                    None => value.text = "outside of memory".to_owned(),
                }
            }
        }
        value
    }

    fn pointee_name(&self, pointee: Pointee) -> SmolStr {
        match pointee {
            Pointee::One(shape) => self.shapes.get(shape).name.clone(),
            Pointee::Many { element, .. } => format_smolstr!("[{}]", self.shapes.get(element).name),
            Pointee::Text { .. } => SmolStr::new_static("str"),
        }
    }

    /// The values of a hash table, in the order of their slots.
    fn slots(&mut self, value: &mut Value, slot: ShapeId, slots: u64, items: u64, place: Place<'_>) -> Option<()> {
        let size = self.shapes.get(slot).size;
        value.ty = format_smolstr!("[{}]", self.shapes.get(slot).name);
        value.text = format!("{} of {}", items, count(slots, "slot"));
        let control = place.part(slots.checked_mul(size)?, slots)?;
        let shown = self.shown(value, 0..items);
        let end = shown.last().map_or(0, |last| last.end);
        let mut met = 0;
        for (i, _) in control.bytes.iter().enumerate().filter(|(_, byte)| **byte & 0x80 == 0) {
            if met >= end {
                break;
            }
            if shown.iter().any(|range| range.contains(&met)) {
                let offset = (slots - 1 - i as u64) * size;
                let field = Field { name: format_smolstr!("{i}"), offset, shape: slot };
                let mut part = self.field(&field, place, IN_BLOCK);
                part.label = format_smolstr!("slot {i}");
                value.parts.push(part);
            } else {
                value.leave_out(met..met + 1);
            }
            met += 1;
        }
        value.leave_out(met..items);
        Some(())
    }

    fn in_node(&mut self, value: &mut Value, parts: &TreeParts, height: u64, place: Place<'_>) -> Option<()> {
        let len = place.word(parts.node_len, 2)?;
        value.ty = SmolStr::new_static(if height == 0 { "leaf" } else { "node" });
        value.text = entries(len);
        if len > TreeParts::CAPACITY {
            value.text = format!("invalid: {len} entries in a node");
            return Some(());
        }
        let (key_size, value_size) = (self.shapes.get(parts.key).size, self.shapes.get(parts.value).size);
        for i in 0..len {
            let fields = [("key", parts.keys, key_size, parts.key), ("value", parts.values, value_size, parts.value)];
            for (name, start, size, shape) in fields {
                let field = Field { name: format_smolstr!("{name} {i}"), offset: start + i * size, shape };
                let part = self.field(&field, place, IN_BLOCK);
                value.parts.push(part);
            }
        }
        for i in (0..=len).filter(|_| height > 0) {
            let (at, mut part) = address("below", place, parts.edges + i * 8, true)?;
            part.label = format_smolstr!("below {i}");
            value.parts.push(part);
            self.under(format_smolstr!(" → {i}"), |this| this.node(at, height - 1, parts));
        }
        Some(())
    }
}

fn entries(number: u64) -> String {
    if number == 1 { "1 entry".to_owned() } else { format!("{number} entries") }
}
