//! What passes share: replacing values, removing block parameters, looking constants up.

use stair_ir::cfg::Cfg;
use stair_ir::entities::{InstId, Value};
use stair_ir::function::{Function, ValueDef};
use stair_ir::inst::{Inst, Type};

const NONE: u32 = u32::MAX;

/// Values that stand for other values.
pub(crate) struct Aliases {
    target: Vec<u32>,
    any: bool,
}

impl Aliases {
    pub(crate) fn new(func: &Function) -> Self {
        Self { target: vec![NONE; func.values.len()], any: false }
    }

    /// From now on `value` means `other`, which must not lead back to it.
    pub(crate) fn set(&mut self, value: Value, other: Value) {
        debug_assert!(self.get(other) != value);
        if self.target.len() <= value.index() {
            self.target.resize(value.index() + 1, NONE);
        }
        self.target[value.index()] = other.0;
        self.any = true;
    }

    /// What the value means in the end. Chains are short because passes set the final meaning, or nearly.
    pub(crate) fn get(&self, mut value: Value) -> Value {
        while let Some(&next) = self.target.get(value.index()) {
            if next == NONE {
                break;
            }
            value = Value(next);
        }
        value
    }

    pub(crate) fn is_empty(&self) -> bool {
        !self.any
    }

    /// Rewrite every operand of the function.
    pub(crate) fn apply(&self, func: &mut Function) {
        if !self.any {
            return;
        }
        for &block in &func.layout {
            let data = &mut func.blocks[block.index()];
            for id in &data.insts {
                func.insts[id.index()].inst.for_each_operand_mut(|v| *v = self.get(*v));
            }
            data.terminator.for_each_operand_mut(|v| *v = self.get(*v));
        }
    }
}

/// Remove the block parameters that `is_gone` names, and the arguments that jumps pass to them. Nothing must read them.
pub(crate) fn remove_params(func: &mut Function, is_gone: impl Fn(Value) -> bool) {
    let entry = func.entry();
    // For the blocks that lose parameters, which ones they keep.
    let mut keeps: Vec<Option<Vec<bool>>> = vec![None; func.blocks.len()];
    for &block in &func.layout {
        let params = &mut func.blocks[block.index()].params;
        if block == entry || !params.iter().any(|&p| is_gone(p)) {
            continue;
        }
        keeps[block.index()] = Some(params.iter().map(|&p| !is_gone(p)).collect());
        params.retain(|&p| !is_gone(p));
        for (place, param) in params.iter().enumerate() {
            func.values[param.index()].def = ValueDef::Param(block, place as u32);
        }
    }
    for &block in &func.layout {
        for to in func.blocks[block.index()].terminator.targets_mut() {
            if let Some(keeps) = &keeps[to.block.index()] {
                let mut keeps = keeps.iter();
                to.args.retain(|_| keeps.next() == Some(&true));
            }
        }
    }
}

/// Keep only the blocks that the entry reaches. Says whether any went.
pub(crate) fn retain_reachable(func: &mut Function, cfg: &Cfg) -> bool {
    let before = func.layout.len();
    func.layout.retain(|&b| cfg.is_reachable(b));
    before != func.layout.len()
}

/// The instruction that defines the value, if it is one.
pub(crate) fn def_inst(func: &Function, value: Value) -> Option<InstId> {
    match func.values[value.index()].def {
        ValueDef::Result(id, _) => Some(id),
        ValueDef::Param(..) => None,
    }
}

/// The constant that the value is, if it is one.
pub(crate) fn constant(func: &Function, value: Value) -> Option<u64> {
    match func.inst(def_inst(func, value)?).inst {
        Inst::Const { bits, .. } => Some(bits),
        _ => None,
    }
}

/// A constant made from a number, cut to the type's width.
pub(crate) fn make_constant(ty: Type, bits: u64) -> Inst {
    Inst::Const { ty, bits: bits & ty.mask() }
}
