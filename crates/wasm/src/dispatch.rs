//! `switch`: tables where cases lie close together, a binary search over what remains.

use crate::code::{Label, Op};
use crate::opcodes::compare_op;
use crate::select::{Kept, signed};
use crate::structure::FuncGen;
use stair_ir::entities::Value;
use stair_ir::inst::{Cond, Type};
use wasm_encoder::{Instruction as I, ValType};

/// Cases from which on a table is worth it.
const MIN_TABLE: usize = 4;

/// A table has at most so many entries for each case.
const MAX_SPREAD: u64 = 3;

/// So many empty entries at a table's start are cheaper than a subtraction.
const MAX_EMPTY_START: u64 = 3;

/// So many comparisons in a row are cheaper than a step of the search.
const MAX_CHAIN: usize = 3;

/// A case or several close together, by pattern.
type Cluster<'a> = &'a [(u64, Label)];

impl FuncGen<'_> {
    /// Go to the label of the pattern that the value equals, or to `default`.
    pub(crate) fn dispatch(&mut self, value: Value, mut cases: Vec<(u64, Label)>, default: Label) {
        cases.sort_by_key(|case| case.0);
        let clusters = clusters(&cases);
        match clusters.as_slice() {
            [] => {
                self.value(value);
                self.code.plain(I::Drop);
                self.code.op(Op::Br(default));
            }
            [only] if only.len() >= MIN_TABLE => {
                self.value(value);
                self.table(self.func.ty(value), only, default);
            }
            _ => {
                let kept = self.value_kept(value, false);
                self.code.plain(I::Drop);
                self.search(kept, self.func.ty(value), &clusters, default);
            }
        }
    }

    fn search(&mut self, value: Kept, ty: Type, clusters: &[Cluster<'_>], default: Label) {
        if let [only] = clusters
            && only.len() >= MIN_TABLE
        {
            self.again(value, ty);
            return self.table(ty, only, default);
        }
        if clusters.len() <= MAX_CHAIN && clusters.iter().all(|c| c.len() == 1) {
            for case in clusters.iter().flat_map(|c| c.iter()) {
                self.again(value, ty);
                self.equal_on_stack(ty, case.0, false);
                self.code.op(Op::BrIf(case.1));
            }
            return self.code.op(Op::Br(default));
        }
        let (left, right) = clusters.split_at(clusters.len() / 2);
        self.again(value, ty);
        self.push_pattern(ty, right[0][0].0);
        self.code.plain(compare_op(Cond::LtU, ty));
        let label = self.code.new_label();
        self.code.op(Op::If(label));
        self.search(value, ty, left, default);
        self.code.op(Op::End(label));
        self.search(value, ty, right, default);
    }

    fn push_pattern(&mut self, ty: Type, bits: u64) {
        if ty == Type::I64 { self.code.i64(bits) } else { self.code.i32(signed(Type::I32, bits) as u32) }
    }

    /// `br_table` on the value on the stack.
    fn table(&mut self, ty: Type, cases: Cluster<'_>, default: Label) {
        let (Some(first), Some(last)) = (cases.first(), cases.last()) else { return };
        let base = if first.0 <= MAX_EMPTY_START { 0 } else { first.0 };
        if base > 0 {
            self.push_pattern(ty, base);
            self.code.plain(if ty == Type::I64 { I::I64Sub } else { I::I32Sub });
        }
        if ty == Type::I64 {
            let index = self.code.temp(ValType::I64);
            self.code.tee(index);
            self.code.i64(last.0 - base);
            self.code.plain(I::I64GtU);
            self.code.op(Op::BrIf(default));
            self.code.get(index);
            self.code.plain(I::I32WrapI64);
        }
        let mut table = vec![default; (last.0 - base + 1) as usize];
        for case in cases {
            table[(case.0 - base) as usize] = case.1;
        }
        self.code.op(Op::BrTable(table.into(), default));
    }
}

/// Divide sorted cases into runs that are dense enough for a table, and single ones.
fn clusters(cases: &[(u64, Label)]) -> Vec<Cluster<'_>> {
    let mut clusters = Vec::new();
    let mut rest = cases;
    while let Some(first) = rest.first() {
        let dense =
            rest.iter().enumerate().take_while(|(i, case)| case.0 - first.0 < MAX_SPREAD * (*i as u64 + 1)).count();
        let size = if dense >= MIN_TABLE { dense } else { 1 };
        let (cluster, after) = rest.split_at(size);
        clusters.push(cluster);
        rest = after;
    }
    clusters
}
