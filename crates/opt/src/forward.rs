//! Store-to-load forwarding within a block: a load of what was just stored, or loaded, is that value; a store of what is
//! there already goes.
//!
//! Two accesses are known not to overlap where they are on different slots, on a slot and on static data, or on disjoint
//! ranges from the same address. Everything else may overlap.

use crate::edit::{Aliases, constant, def_inst};
use stair_ir::cfg::Cfg;
use stair_ir::entities::Value;
use stair_ir::function::Function;
use stair_ir::inst::{BinaryOp, Inst, Type};

/// How many places are remembered at a time.
const MOST: usize = 32;

/// What an address is relative to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Base {
    Slot(u32),
    Data(u32),
    Value(Value),
}

#[derive(Clone, Copy)]
struct Known {
    base: Base,
    offset: u64,
    ty: Type,
    value: Value,
}

pub(crate) fn run(func: &mut Function) -> bool {
    let cfg = Cfg::compute(func);
    let mut aliases = Aliases::new(func);
    let mut known: Vec<Known> = Vec::new();
    let mut changed = false;
    for &block in cfg.rpo() {
        known.clear();
        let mut insts = std::mem::take(&mut func.blocks[block.index()].insts);
        insts.retain(|&id| {
            func.insts[id.index()].inst.for_each_operand_mut(|v| *v = aliases.get(*v));
            match func.inst(id).inst {
                Inst::Load { ty, addr, offset } => {
                    let (base, offset) = place(func, addr, offset);
                    let result = func.result(id);
                    if let Some(k) = known.iter().find(|k| k.base == base && k.offset == offset && k.ty == ty) {
                        aliases.set(result, k.value);
                        changed = true;
                        return false;
                    }
                    remember(&mut known, Known { base, offset, ty, value: result });
                }
                Inst::Store { addr, value, offset } => {
                    let (base, offset) = place(func, addr, offset);
                    let ty = func.ty(value);
                    let new = Known { base, offset, ty, value };
                    let is_same = |k: &Known| k.base == base && k.offset == offset && k.ty == ty && k.value == value;
                    if known.iter().any(is_same) {
                        changed = true;
                        return false;
                    }
                    known.retain(|k| !may_overlap(k, base, offset, ty.bytes().into()));
                    remember(&mut known, new);
                }
                Inst::MemCopy { dst, len, .. } | Inst::MemFill { dst, len, .. } => {
                    let (base, offset) = place(func, dst, 0);
                    let len = constant(func, len).unwrap_or(u64::MAX);
                    known.retain(|k| !may_overlap(k, base, offset, len));
                }
                ref inst if inst.effects().writes_memory => known.clear(),
                _ => {}
            }
            true
        });
        let data = &mut func.blocks[block.index()];
        data.insts = insts;
        data.terminator.for_each_operand_mut(|v| *v = aliases.get(*v));
    }
    aliases.apply(func);
    changed
}

fn remember(known: &mut Vec<Known>, new: Known) {
    if known.len() == MOST {
        known.remove(0);
    }
    known.push(new);
}

/// What the address of an access is relative to, and how far from there it is.
fn place(func: &Function, addr: Value, offset: u32) -> (Base, u64) {
    let mut offset = u64::from(offset);
    let mut addr = addr;
    // Sums have been simplified: there is one constant at most.
    if let Some(Inst::Binary { op: BinaryOp::Add, args: [a, b] }) = def_inst(func, addr).map(|id| &func.inst(id).inst)
        && let Some(add) = constant(func, *b)
    {
        addr = *a;
        offset = offset.wrapping_add(add);
    }
    match def_inst(func, addr).map(|id| &func.inst(id).inst) {
        Some(Inst::SlotAddr { slot, offset: more }) => (Base::Slot(slot.0), offset.wrapping_add((*more).into())),
        Some(Inst::DataAddr { data, offset: more }) => (Base::Data(data.0), offset.wrapping_add((*more).into())),
        _ => (Base::Value(addr), offset),
    }
}

fn may_overlap(k: &Known, base: Base, offset: u64, len: u64) -> bool {
    if k.base == base {
        let (a, b) = (k.offset, offset);
        // Distances round the address space, so that no sum overflows.
        return b.wrapping_sub(a) < u64::from(k.ty.bytes()) || a.wrapping_sub(b) < len;
    }
    // Data lies side by side, and code may walk from one piece to the next only through values.
    matches!((k.base, base), (Base::Value(_), _) | (_, Base::Value(_)))
}
