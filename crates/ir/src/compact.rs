//! Dense numbers: blocks, instructions and values renumbered in the order of the text, with nothing left over.

use crate::entities::{Block, InstId, Value};
use crate::function::{BlockData, Function, InstData, ValueData, ValueDef};
use crate::inst::{Inst, Terminator};
use stair_source::Origin;

const NONE: u32 = u32::MAX;

impl Function {
    /// Drop what the layout does not hold and renumber the rest. Variables and slots keep their numbers.
    ///
    /// The function must be valid, and must not use values that are defined outside its layout.
    pub fn compact(&mut self) {
        let mut blocks = vec![NONE; self.blocks.len()];
        let mut values = vec![NONE; self.values.len()];
        let mut new_values = Vec::new();
        let count = self.layout.iter().map(|&b| self.block(b).insts.len()).sum();
        let mut new_insts = Vec::with_capacity(count);
        let mut new_blocks = Vec::with_capacity(self.layout.len());
        for (number, &old) in self.layout.iter().enumerate() {
            let block = Block(number as u32);
            blocks[old.index()] = block.0;
            let empty = BlockData {
                params: Vec::new(),
                insts: Vec::new(),
                terminator: Terminator::Unreachable,
                origin: Origin::default(),
            };
            let mut data = std::mem::replace(&mut self.blocks[old.index()], empty);
            let mut define = |value: &mut Value, def: ValueDef| {
                let ty = self.values[value.index()].ty;
                values[value.index()] = new_values.len() as u32;
                *value = Value(new_values.len() as u32);
                new_values.push(ValueData { ty, def });
            };
            for (place, param) in data.params.iter_mut().enumerate() {
                define(param, ValueDef::Param(block, place as u32));
            }
            for id in &mut data.insts {
                let new = InstId(new_insts.len() as u32);
                let old = &mut self.insts[id.index()];
                let mut inst = InstData {
                    inst: std::mem::replace(&mut old.inst, Inst::MemorySize),
                    results: std::mem::take(&mut old.results),
                    origin: old.origin,
                };
                *id = new;
                for (place, result) in inst.results.iter_mut().enumerate() {
                    define(result, ValueDef::Result(new, place as u32));
                }
                new_insts.push(inst);
            }
            new_blocks.push(data);
        }
        let renumber = |v: &mut Value| *v = Value(values[v.index()]);
        for inst in &mut new_insts {
            inst.inst.for_each_operand_mut(renumber);
        }
        for block in &mut new_blocks {
            block.terminator.for_each_operand_mut(renumber);
            for to in Terminator::targets_mut(&mut block.terminator) {
                to.block = Block(blocks[to.block.index()]);
            }
        }
        self.layout = (0..new_blocks.len() as u32).map(Block).collect();
        self.blocks = new_blocks;
        self.insts = new_insts;
        self.values = new_values;
    }
}
