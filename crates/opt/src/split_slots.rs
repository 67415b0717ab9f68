//! Scalar replacement: pieces of frame slots become variables.
//!
//! Lowering keeps every struct, tuple and enum in a slot. A slot whose address goes nowhere but into loads, stores, copies
//! and fills of known length is private to the function; each of its *pieces*, a range that is always read and written as
//! a whole and with one type, can be a variable, which SSA construction then turns into values. A copy between slots
//! becomes assignments. Where pieces overlap otherwise (the fields of two variants of an enum), they stay in memory, and
//! the rest of the slot is split all the same.
//!
//! The pieces of one slot are carried over to those that it is copied to and from, so that both sides agree on them. Bytes
//! that belong to no variable (padding, or pieces in memory) are still copied where they could matter: where some write
//! may have put something there and some read may look.

use crate::edit::{constant, make_constant};
use stair_ir::cfg::Cfg;
use stair_ir::entities::{InstId, Slot, Value, Var};
use stair_ir::function::{Function, VarDecl};
use stair_ir::inst::{BinaryOp, Inst, Type};
use stair_source::Origin;

/// A slot with more pieces stays in memory.
const MAX_PIECES: usize = 64;

/// Rounds in which pieces spread over copies; programs need two or three.
const MAX_ROUNDS: usize = 24;

/// Copies up to this length become assignments even where nothing else uses what they copy.
const MAX_FILLED: u32 = 64;

/// A place in a slot.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    slot: Slot,
    offset: u32,
}

#[derive(Clone, Copy)]
struct Piece {
    offset: u32,
    ty: Type,
    /// Overlaps another, or is touched in part.
    in_memory: bool,
    var: Var,
}

impl Piece {
    fn end(self) -> u32 {
        self.offset + self.ty.bytes()
    }
}

#[derive(Clone, Default)]
struct SlotState {
    /// Its address goes where we do not follow.
    escapes: bool,
    /// In the order of offsets.
    pieces: Vec<Piece>,
    /// Whether bytes that belong to no variable may have been written, may be read.
    raw_written: bool,
    raw_read: bool,
}

/// A copy of `len` bytes; `None` is memory that is not a private slot.
#[derive(Clone, Copy)]
struct Copy {
    dst: Option<Place>,
    src: Option<Place>,
    len: u32,
}

#[derive(Clone, Copy)]
struct Fill {
    dst: Place,
    len: u32,
}

struct Splitter<'a> {
    func: &'a mut Function,
    /// For each value the place whose address it is.
    places: Vec<Option<Place>>,
    slots: Vec<SlotState>,
    copies: Vec<Copy>,
    fills: Vec<Fill>,
}

pub(crate) fn run(func: &mut Function) -> bool {
    if func.slots.is_empty() {
        return false;
    }
    let cfg = Cfg::compute(func);
    let places = vec![None; func.values.len()];
    let slots = vec![SlotState::default(); func.slots.len()];
    let mut s = Splitter { func, places, slots, copies: Vec::new(), fills: Vec::new() };
    s.find_places(&cfg);
    s.find_uses(&cfg);
    if s.slots.iter().all(|slot| slot.escapes) {
        return false;
    }
    if !s.spread_pieces() {
        return false;
    }
    s.find_raw();
    if s.fill_gaps() {
        if !s.spread_pieces() {
            return false;
        }
        s.find_raw();
    }
    s.make_vars() && {
        s.rewrite(&cfg);
        true
    }
}

impl Splitter<'_> {
    /// Addresses of slots, and sums of those and constants.
    fn find_places(&mut self, cfg: &Cfg) {
        for &block in cfg.rpo() {
            for &id in &self.func.block(block).insts {
                let place = match self.func.inst(id).inst {
                    Inst::SlotAddr { slot, offset } => Some(Place { slot, offset }),
                    Inst::Binary { op: BinaryOp::Add, args: [a, b] } => self.places[a.index()].and_then(|place| {
                        let add = constant(self.func, b)?;
                        let offset = u64::from(place.offset).wrapping_add(add);
                        let size = self.func.slot(place.slot).size;
                        (offset <= size).then_some(Place { offset: offset as u32, ..place })
                    }),
                    _ => continue,
                };
                if let Some(place) = place {
                    let result = self.func.result(id);
                    self.places[result.index()] = Some(place);
                }
            }
        }
    }

    fn place(&self, value: Value) -> Option<Place> {
        self.places[value.index()]
    }

    fn escape(&mut self, value: Value) {
        if let Some(place) = self.place(value) {
            self.slots[place.slot.index()].escapes = true;
        }
    }

    fn fits(&self, place: Place, len: u64) -> bool {
        u64::from(place.offset) + len <= self.func.slot(place.slot).size
    }

    fn find_uses(&mut self, cfg: &Cfg) {
        for &block in cfg.rpo() {
            for index in 0..self.func.block(block).insts.len() {
                let id = self.func.block(block).insts[index];
                self.uses_of(id);
            }
            let mut read = Vec::new();
            self.func.block(block).terminator.for_each_operand(|v| read.push(v));
            read.into_iter().for_each(|v| self.escape(v));
        }
    }

    fn uses_of(&mut self, id: InstId) {
        match self.func.inst(id).inst {
            Inst::Load { ty, addr, offset } => self.access(addr, offset, ty),
            Inst::Store { addr, value, offset } => {
                self.access(addr, offset, self.func.ty(value));
                self.escape(value);
            }
            Inst::MemCopy { dst, src, len } => {
                self.escape(len);
                let (to, from) = (self.place(dst), self.place(src));
                if to.is_none() && from.is_none() {
                    return;
                }
                let len = constant(self.func, len);
                let fits = len.is_some_and(|len| [to, from].into_iter().flatten().all(|p| self.fits(p, len)));
                let is_within_one = to.zip(from).is_some_and(|(a, b)| a.slot == b.slot);
                if fits && !is_within_one {
                    self.copies.push(Copy { dst: to, src: from, len: len.unwrap_or(0) as u32 });
                } else {
                    self.escape(dst);
                    self.escape(src);
                }
            }
            Inst::MemFill { dst, byte, len } => {
                self.escape(len);
                self.escape(byte);
                let Some(place) = self.place(dst) else { return };
                match constant(self.func, len).filter(|&len| self.fits(place, len)) {
                    Some(len) if constant(self.func, byte).is_some() => {
                        self.fills.push(Fill { dst: place, len: len as u32 });
                    }
                    _ => self.escape(dst),
                }
            }
            // A sum that is a place itself; its other operand is a constant.
            Inst::Binary { .. } if self.places[self.func.result(id).index()].is_some() => {}
            _ => {
                let mut read = Vec::new();
                self.func.inst(id).inst.for_each_operand(|v| read.push(v));
                read.into_iter().for_each(|v| self.escape(v));
            }
        }
    }

    fn access(&mut self, addr: Value, offset: u32, ty: Type) {
        let Some(place) = self.place(addr) else { return };
        let offset = u64::from(place.offset) + u64::from(offset);
        let size = self.func.slot(place.slot).size;
        let slot = &mut self.slots[place.slot.index()];
        if offset + u64::from(ty.bytes()) > size {
            slot.escapes = true;
        } else if !slot.escapes {
            add_piece(slot, offset as u32, ty);
        }
    }

    /// The place, unless its slot escapes.
    fn private(&self, place: Option<Place>) -> Option<Place> {
        place.filter(|p| !self.slots[p.slot.index()].escapes)
    }

    /// Carry pieces over copies until both sides agree, then find those that overlap or are copied or filled in part.
    /// False where that takes too long.
    fn spread_pieces(&mut self) -> bool {
        for index in 0..self.copies.len() {
            let Copy { dst, src, .. } = self.copies[index];
            self.copies[index].dst = self.private(dst);
            self.copies[index].src = self.private(src);
        }
        let mut rounds = 0;
        loop {
            let mut changed = false;
            for index in 0..self.copies.len() {
                let Copy { dst: Some(dst), src: Some(src), len } = self.copies[index] else { continue };
                changed |= self.carry(src, dst, len);
                changed |= self.carry(dst, src, len);
            }
            if !changed {
                break;
            }
            rounds += 1;
            if rounds > MAX_ROUNDS {
                return false;
            }
        }
        for slot in &mut self.slots {
            // Pieces are in the order of offsets: whatever begins before the furthest end so far overlaps.
            let mut furthest = 0;
            let mut widest = 0;
            for index in 0..slot.pieces.len() {
                let piece = slot.pieces[index];
                if index > 0 && piece.offset < furthest {
                    slot.pieces[index].in_memory = true;
                    slot.pieces[widest].in_memory = true;
                    // All between the widest and this one that reach this one overlap the widest, and are marked.
                }
                if piece.end() > furthest {
                    furthest = piece.end();
                    widest = index;
                }
            }
        }
        let ranges: Vec<_> = self
            .copies
            .iter()
            .flat_map(|c| [c.dst, c.src].map(|p| (p, c.len)))
            .chain(self.fills.iter().map(|f| (Some(f.dst), f.len)))
            .collect();
        for (place, len) in ranges {
            let Some(place) = place else { continue };
            for piece in &mut self.slots[place.slot.index()].pieces {
                let (start, end) = (place.offset, place.offset + len);
                let touched = piece.offset < end && start < piece.end();
                let inside = start <= piece.offset && piece.end() <= end;
                piece.in_memory |= touched && !inside;
            }
        }
        true
    }

    fn carry(&mut self, from: Place, to: Place, len: u32) -> bool {
        let pieces: Vec<_> = self.slots[from.slot.index()]
            .pieces
            .iter()
            .filter(|p| from.offset <= p.offset && p.end() <= from.offset + len)
            .map(|p| (p.offset - from.offset + to.offset, p.ty))
            .collect();
        let slot = &mut self.slots[to.slot.index()];
        let mut changed = false;
        for (offset, ty) in pieces {
            changed |= add_piece(slot, offset, ty);
        }
        changed
    }

    /// The variable pieces of a range, each with its offset from the range's start.
    fn vars_in(&self, place: Option<Place>, len: u32) -> Vec<(u32, Piece)> {
        let Some(place) = place else { return Vec::new() };
        let slot = &self.slots[place.slot.index()];
        if slot.escapes {
            return Vec::new();
        }
        let inside = |p: &&Piece| !p.in_memory && place.offset <= p.offset && p.end() <= place.offset + len;
        slot.pieces.iter().filter(inside).map(|p| (p.offset - place.offset, *p)).collect()
    }

    /// Whether the variables of both sides together cover the whole range.
    fn is_covered(&self, dst: Option<Place>, src: Option<Place>, len: u32) -> bool {
        let mut pieces: Vec<_> = self.vars_in(dst, len).into_iter().chain(self.vars_in(src, len)).collect();
        pieces.sort_by_key(|&(offset, _)| offset);
        let mut covered = 0;
        for (offset, piece) in pieces {
            if offset > covered {
                return false;
            }
            covered = covered.max(offset + piece.ty.bytes());
        }
        covered >= len
    }

    /// Which slots hold bytes outside variables that were written, and that are read.
    fn find_raw(&mut self) {
        for slot in &mut self.slots {
            let raw = slot.escapes || slot.pieces.iter().any(|p| p.in_memory);
            slot.raw_written = raw;
            slot.raw_read = raw;
        }
        for index in 0..self.fills.len() {
            let fill = self.fills[index];
            if !self.is_covered(Some(fill.dst), None, fill.len) {
                self.slots[fill.dst.slot.index()].raw_written = true;
            }
        }
        let open: Vec<_> = self.copies.iter().copied().filter(|c| !self.is_covered(c.dst, c.src, c.len)).collect();
        let mut changed = true;
        while changed {
            changed = false;
            for copy in &open {
                let written = copy.src.is_none_or(|p| self.slots[p.slot.index()].raw_written);
                let read = copy.dst.is_none_or(|p| self.slots[p.slot.index()].raw_read);
                if let Some(dst) = copy.dst {
                    let slot = &mut self.slots[dst.slot.index()];
                    changed |= written && !std::mem::replace(&mut slot.raw_written, true);
                }
                if let Some(src) = copy.src {
                    let slot = &mut self.slots[src.slot.index()];
                    changed |= read && !std::mem::replace(&mut slot.raw_read, true);
                }
            }
        }
    }

    /// Make pieces of bytes that nothing reads by themselves, but that short copies must carry on, so that those copies can
    /// go.
    fn fill_gaps(&mut self) -> bool {
        let mut any = false;
        for index in 0..self.copies.len() {
            let Copy { dst, src, len } = self.copies[index];
            let written = src.is_none_or(|p| self.slots[p.slot.index()].raw_written);
            let read = dst.is_none_or(|p| self.slots[p.slot.index()].raw_read);
            if len > MAX_FILLED || !written || !read || self.is_covered(dst, src, len) {
                continue;
            }
            for place in [dst, src].into_iter().flatten() {
                let slot = &mut self.slots[place.slot.index()];
                let mut at = place.offset;
                let end = place.offset + len;
                while at < end && !slot.escapes {
                    if let Some(piece) = slot.pieces.iter().find(|p| p.offset <= at && at < p.end()) {
                        at = piece.end();
                        continue;
                    }
                    let next = slot.pieces.iter().map(|p| p.offset).find(|&o| o > at).unwrap_or(end).min(end);
                    let fits = |ty: &Type| at.is_multiple_of(ty.bytes()) && at + ty.bytes() <= next;
                    let ty = [Type::I64, Type::I32, Type::I16].into_iter().find(fits).unwrap_or(Type::I8);
                    any |= add_piece(slot, at, ty);
                    at += ty.bytes();
                }
            }
        }
        any
    }

    fn make_vars(&mut self) -> bool {
        let mut any = false;
        for (slot, decl) in self.slots.iter_mut().zip(&self.func.slots) {
            if slot.escapes {
                slot.pieces.clear();
            }
            for piece in slot.pieces.iter_mut().filter(|p| !p.in_memory) {
                piece.var = Var(self.func.vars.len() as u32);
                self.func.vars.push(VarDecl { name: decl.name.clone(), ty: piece.ty, param: None, span: decl.span });
                any = true;
            }
        }
        any
    }

    fn rewrite(&mut self, cfg: &Cfg) {
        for &block in cfg.rpo() {
            let old = std::mem::take(&mut self.func.blocks[block.index()].insts);
            let mut new = Vec::with_capacity(old.len());
            for id in old {
                self.rewrite_inst(id, &mut new);
            }
            self.func.blocks[block.index()].insts = new;
        }
    }

    fn var_at(&self, addr: Value, offset: u32, ty: Type) -> Option<Var> {
        let place = self.private(self.place(addr))?;
        let pieces = &self.slots[place.slot.index()].pieces;
        pieces.iter().find(|p| p.offset == place.offset + offset && p.ty == ty && !p.in_memory).map(|p| p.var)
    }

    fn add(&mut self, inst: Inst, ty: Option<Type>, origin: Origin, out: &mut Vec<InstId>) -> Option<Value> {
        let types: &[Type] = ty.as_slice();
        let id = self.func.make_inst(inst, types, origin);
        out.push(id);
        self.func.inst(id).results.first().copied()
    }

    fn rewrite_inst(&mut self, id: InstId, out: &mut Vec<InstId>) {
        let origin = self.func.inst(id).origin;
        match self.func.inst(id).inst {
            Inst::Load { ty, addr, offset } => {
                if let Some(var) = self.var_at(addr, offset, ty) {
                    self.func.insts[id.index()].inst = Inst::VarGet { var };
                }
            }
            Inst::Store { addr, value, offset } => {
                if let Some(var) = self.var_at(addr, offset, self.func.ty(value)) {
                    self.func.insts[id.index()].inst = Inst::VarSet { var, value };
                }
            }
            Inst::MemCopy { dst, src, len } => {
                let (to, from) = (self.private(self.place(dst)), self.private(self.place(src)));
                if (to.is_none() && from.is_none()) || constant(self.func, len).is_none() {
                    out.push(id);
                    return;
                }
                let len = constant(self.func, len).unwrap_or(0) as u32;
                let written = from.is_none_or(|p| self.slots[p.slot.index()].raw_written);
                let read = to.is_none_or(|p| self.slots[p.slot.index()].raw_read);
                let keep = written && read && !self.is_covered(to, from, len);
                self.copy(id, dst, src, [to, from], len, keep, out);
                return;
            }
            Inst::MemFill { dst, byte, len } => {
                let Some(place) = self.private(self.place(dst)) else {
                    out.push(id);
                    return;
                };
                let len = constant(self.func, len).unwrap_or(0) as u32;
                let byte = constant(self.func, byte).unwrap_or(0);
                if !self.is_covered(Some(place), None, len) && self.slots[place.slot.index()].raw_read {
                    out.push(id);
                }
                for (_, piece) in self.vars_in(Some(place), len) {
                    let pattern = make_constant(piece.ty, byte * 0x0101_0101_0101_0101);
                    let value = self.add(pattern, Some(piece.ty), origin, out);
                    if let Some(value) = value {
                        self.add(Inst::VarSet { var: piece.var, value }, None, origin, out);
                    }
                }
                return;
            }
            _ => {}
        }
        out.push(id);
    }

    /// Reads first, then what is left of the copy, then writes: the two ranges do not overlap, but a write may be to bytes
    /// that the copy also writes.
    #[allow(clippy::too_many_arguments, reason = "the parts of one instruction")]
    fn copy(
        &mut self,
        id: InstId,
        dst: Value,
        src: Value,
        [to, from]: [Option<Place>; 2],
        len: u32,
        keep: bool,
        out: &mut Vec<InstId>,
    ) {
        let origin = self.func.inst(id).origin;
        let (targets, sources) = (self.vars_in(to, len), self.vars_in(from, len));
        let mut sets = Vec::new();
        for &(offset, piece) in &targets {
            let ty = piece.ty;
            let inst = match sources.iter().find(|(o, _)| *o == offset) {
                Some((_, source)) => Inst::VarGet { var: source.var },
                None => Inst::Load { ty, addr: src, offset },
            };
            sets.extend(self.add(inst, Some(ty), origin, out).map(|value| Inst::VarSet { var: piece.var, value }));
        }
        for &(offset, piece) in &sources {
            if targets.iter().all(|(o, _)| *o != offset) {
                let value = self.add(Inst::VarGet { var: piece.var }, Some(piece.ty), origin, out);
                sets.extend(value.map(|value| Inst::Store { addr: dst, value, offset }));
            }
        }
        if keep {
            out.push(id);
        }
        for inst in sets {
            self.add(inst, None, origin, out);
        }
    }
}

/// Add a piece in order; false if it is there already. Too many make the slot escape.
fn add_piece(slot: &mut SlotState, offset: u32, ty: Type) -> bool {
    let key = (offset, ty);
    match slot.pieces.binary_search_by_key(&key, |p| (p.offset, p.ty)) {
        Ok(_) => false,
        Err(_) if slot.pieces.len() >= MAX_PIECES => {
            slot.escapes = true;
            false
        }
        Err(at) => {
            slot.pieces.insert(at, Piece { offset, ty, in_memory: false, var: Var(u32::MAX) });
            true
        }
    }
}
