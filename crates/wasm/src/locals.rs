//! Few locals: liveness over the finished code, then copies are removed by giving both sides one local, then locals that
//! are never live together share one.
//!
//! Named locals (the user's variables) keep a local of their own; only unnamed ones are merged into them, and only where
//! one is a copy of the other. After G. Chaitin, "Register Allocation and Spilling via Graph Coloring" (1982), without the
//! spilling.

use crate::code::{Code, Local, LocalInfo, Op};
use wasm_encoder::{Instruction as I, ValType};

/// Functions with more locals than this keep them apart: the interference matrix has the square of it in bits.
const MAX_MATRIX: usize = 6000;

/// Live sets of labels take at most so many words; functions beyond keep their locals apart.
const MAX_LIVE_WORDS: usize = 1 << 23;

/// Give a function's locals their final numbers.
pub(crate) fn assign(code: &mut Code) {
    let count = code.locals.len();
    let words = count.div_ceil(64);
    let class = if count <= MAX_MATRIX && words * 2 * code.labels as usize <= MAX_LIVE_WORDS {
        let mut matrix = Liveness::new(code).run(code);
        matrix.merge_copies(code);
        matrix.share(code);
        matrix.class
    } else {
        (0..count as u32).map(Local).collect()
    };
    renumber(code, &class);
}

/// A set of locals.
#[derive(Clone, PartialEq, Eq)]
struct Set(Vec<u64>);

impl Set {
    fn empty(words: usize) -> Self {
        Self(vec![0; words])
    }

    fn contains(&self, local: Local) -> bool {
        self.0[local.index() / 64] >> (local.index() % 64) & 1 != 0
    }

    fn insert(&mut self, local: Local) {
        self.0[local.index() / 64] |= 1 << (local.index() % 64);
    }

    fn remove(&mut self, local: Local) {
        self.0[local.index() / 64] &= !(1 << (local.index() % 64));
    }

    fn add(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    fn iter(&self) -> impl Iterator<Item = Local> + '_ {
        self.0.iter().enumerate().flat_map(|(i, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest &= rest.wrapping_sub(1);
                (bit < 64).then(|| Local(i as u32 * 64 + bit))
            })
        })
    }
}

/// Which locals are live where, found by walking the code backwards until the starts of loops have settled.
struct Liveness {
    words: usize,
    /// By label: live where a branch to it arrives.
    at_label: Vec<Option<Set>>,
    /// By label of an `if`: live at the start of its `else`.
    at_else: Vec<Option<Set>>,
}

impl Liveness {
    fn new(code: &Code) -> Self {
        let words = code.locals.len().div_ceil(64);
        Self { words, at_label: vec![None; code.labels as usize], at_else: vec![None; code.labels as usize] }
    }

    fn run(mut self, code: &mut Code) -> Matrix {
        while code.has_loops() && self.pass(code, None) {}
        let mut matrix = Matrix::new(code);
        self.pass(code, Some(&mut matrix));
        matrix.make_symmetric();
        code.ops.retain(|(op, _)| !matches!(op, Op::Plain(I::Nop)));
        matrix
    }

    fn live_at(&self, label: crate::code::Label) -> Set {
        self.at_label[label.index()].clone().unwrap_or_else(|| Set::empty(self.words))
    }

    /// Walk once. True if something about the start of a loop has become known. With a matrix, note what is live together
    /// and replace assignments that nobody reads.
    fn pass(&mut self, code: &mut Code, mut matrix: Option<&mut Matrix>) -> bool {
        let mut changed = false;
        let mut live = Set::empty(self.words);
        for i in (0..code.ops.len()).rev() {
            match &code.ops[i].0 {
                Op::Get(local) => live.insert(*local),
                &Op::Set(local) | &Op::Tee(local) => {
                    let was_live = live.contains(local);
                    live.remove(local);
                    if let Some(matrix) = &mut matrix {
                        let is_set = matches!(code.ops[i].0, Op::Set(_));
                        if was_live {
                            let source = match i.checked_sub(1).map(|before| &code.ops[before].0) {
                                Some(&(Op::Get(source) | Op::Tee(source))) => Some(source),
                                _ => None,
                            };
                            matrix.define(local, &live, source);
                        } else if is_set {
                            code.ops[i].0 = Op::Plain(I::Drop);
                        } else {
                            code.ops[i].0 = Op::Plain(I::Nop);
                        }
                    }
                }
                Op::End(label) => {
                    // The end of a loop is left by falling through alone; what its label means is known at its start.
                    if !code.is_loop(*label) {
                        self.at_label[label.index()] = Some(live.clone());
                    }
                }
                Op::Else(label) => {
                    let end = self.live_at(*label);
                    self.at_else[label.index()] = Some(std::mem::replace(&mut live, end));
                }
                Op::If(label) => {
                    let other = self.at_else[label.index()].clone().unwrap_or_else(|| self.live_at(*label));
                    live.add(&other);
                }
                Op::Block(_) => {}
                Op::Loop(label) => {
                    if self.at_label[label.index()].as_ref() != Some(&live) {
                        changed = true;
                        self.at_label[label.index()] = Some(live.clone());
                    }
                }
                Op::Br(label) => live = self.live_at(*label),
                Op::BrIf(label) => {
                    let there = self.live_at(*label);
                    live.add(&there);
                }
                Op::BrTable(labels, default) => {
                    live = self.live_at(*default);
                    for label in labels {
                        let there = self.live_at(*label);
                        live.add(&there);
                    }
                }
                Op::Plain(I::Return | I::Unreachable) => live = Set::empty(self.words),
                Op::Plain(_) => {}
            }
        }
        if let Some(matrix) = matrix {
            // Parameters have their values at the start, all at once, and so has what is read before it is set.
            let mut at_start = live;
            for param in 0..code.params {
                at_start.insert(Local(param));
            }
            for local in at_start.clone().iter() {
                matrix.define(local, &at_start, None);
            }
        }
        changed
    }
}

/// Who must not share a local with whom.
struct Matrix {
    /// By local: those that are live where it is set, itself left out.
    rows: Vec<Set>,
    /// By local that stands for a class: its members.
    members: Vec<Set>,
    /// By local: the one that stands for its class.
    class: Vec<Local>,
    /// By local: whether it is a parameter or named.
    is_fixed: Vec<bool>,
}

impl Matrix {
    fn new(code: &Code) -> Self {
        let count = code.locals.len();
        let words = count.div_ceil(64);
        let mut members = vec![Set::empty(words); count];
        for (i, set) in members.iter_mut().enumerate() {
            set.insert(Local(i as u32));
        }
        let is_fixed =
            code.locals.iter().enumerate().map(|(i, l)| i < code.params as usize || l.name.is_some()).collect();
        Self { rows: vec![Set::empty(words); count], members, class: (0..count as u32).map(Local).collect(), is_fixed }
    }

    /// The local is set while those in `live` are live; if it is a copy of `source` the two may share.
    fn define(&mut self, local: Local, live: &Set, source: Option<Local>) {
        let row = &mut self.rows[local.index()];
        let with_source = source.is_some_and(|s| row.contains(s));
        row.add(live);
        row.remove(local);
        if let Some(source) = source
            && !with_source
        {
            row.remove(source);
        }
    }

    fn make_symmetric(&mut self) {
        for i in 0..self.rows.len() {
            let local = Local(i as u32);
            let row = self.rows[i].clone();
            for other in row.iter() {
                self.rows[other.index()].insert(local);
            }
        }
    }

    fn find(&self, mut local: Local) -> Local {
        while self.class[local.index()] != local {
            local = self.class[local.index()];
        }
        local
    }

    /// Make two classes one, if they may share. `a` goes on standing for it.
    fn merge(&mut self, a: Local, b: Local) -> bool {
        if a == b || self.rows[a.index()].meets(&self.members[b.index()]) {
            return false;
        }
        let row = std::mem::replace(&mut self.rows[b.index()], Set(Vec::new()));
        self.rows[a.index()].add(&row);
        for other in row.iter() {
            if !self.rows[other.index()].0.is_empty() {
                self.rows[other.index()].insert(a);
            }
        }
        let members = std::mem::replace(&mut self.members[b.index()], Set(Vec::new()));
        self.members[a.index()].add(&members);
        self.class[b.index()] = a;
        true
    }

    /// Give the two sides of each copy one local, those in the innermost loops first.
    fn merge_copies(&mut self, code: &Code) {
        let mut copies = Vec::new();
        let mut depth = 0_u32;
        for (i, (op, _)) in code.ops.iter().enumerate() {
            match op {
                Op::Loop(_) => depth += 1,
                Op::End(label) if code.is_loop(*label) => depth -= 1,
                _ => {}
            }
            if let (&(Op::Set(to) | Op::Tee(to)), Some(&(Op::Get(from) | Op::Tee(from)))) =
                (op, i.checked_sub(1).map(|before| &code.ops[before].0))
            {
                copies.push((std::cmp::Reverse(depth), i, to, from));
            }
        }
        // Sets that stand in a row take what was pushed in a row before them.
        copies.extend(rows_of_sets(code));
        copies.sort();
        for (_, _, to, from) in copies {
            let (to, from) = (self.find(to), self.find(from));
            if code.locals[to.index()].ty != code.locals[from.index()].ty {
                continue;
            }
            match (self.is_fixed[to.index()], self.is_fixed[from.index()]) {
                (true, true) => {}
                (true, false) => _ = self.merge(to, from),
                (false, true) => _ = self.merge(from, to),
                (false, false) => _ = self.merge(to.min(from), to.max(from)),
            }
        }
    }

    /// Let unnamed locals of one type share where they are never live together, the first set one first.
    fn share(&mut self, code: &Code) {
        let mut hosts: Vec<Local> = Vec::new();
        let mut seen = vec![false; self.class.len()];
        for (op, _) in &code.ops {
            let (Op::Set(local) | Op::Tee(local)) = op else { continue };
            let class = self.find(*local);
            if std::mem::replace(&mut seen[class.index()], true) || self.is_fixed[class.index()] {
                continue;
            }
            let ty = code.locals[class.index()].ty;
            let host = hosts
                .iter()
                .copied()
                .find(|h| code.locals[h.index()].ty == ty && !self.rows[h.index()].meets(&self.members[class.index()]));
            match host {
                Some(host) => _ = self.merge(host, class),
                None => hosts.push(class),
            }
        }
        for i in 0..self.class.len() {
            self.class[i] = self.find(Local(i as u32));
        }
    }
}

type Copy = (std::cmp::Reverse<u32>, usize, Local, Local);

/// Copies of the form `get a; get b; set y; set x`.
fn rows_of_sets(code: &Code) -> Vec<Copy> {
    let mut copies = Vec::new();
    let mut depth = 0_u32;
    for (i, (op, _)) in code.ops.iter().enumerate() {
        match op {
            Op::Loop(_) => depth += 1,
            Op::End(label) if code.is_loop(*label) => depth -= 1,
            _ => {}
        }
        let starts_row = matches!(op, Op::Set(_))
            && i > 0
            && matches!(code.ops[i - 1].0, Op::Get(_))
            && matches!(code.ops.get(i + 1), Some((Op::Set(_), _)));
        if !starts_row {
            continue;
        }
        let mut back = 1;
        while let (Some((Op::Set(to), _)), Some(&(Op::Get(from), _))) =
            (code.ops.get(i + back - 1), i.checked_sub(back).and_then(|at| code.ops.get(at)))
        {
            copies.push((std::cmp::Reverse(depth), i, *to, from));
            back += 1;
        }
    }
    copies
}

/// Number the locals anew: parameters, then one for each class that is used, grouped by type.
fn renumber(code: &mut Code, class: &[Local]) {
    let mut is_used = vec![false; class.len()];
    for (op, _) in &code.ops {
        if let Op::Get(local) | Op::Set(local) | Op::Tee(local) = op {
            is_used[class[local.index()].index()] = true;
        }
    }
    let mut locals: Vec<LocalInfo> = code.locals[..code.params as usize].to_vec();
    let mut number = vec![Local(0); class.len()];
    for (i, number) in number.iter_mut().enumerate().take(code.params as usize) {
        *number = Local(i as u32);
    }
    for ty in [ValType::I32, ValType::I64, ValType::F32, ValType::F64] {
        for i in code.params as usize..class.len() {
            if is_used[i] && code.locals[i].ty == ty {
                number[i] = Local(locals.len() as u32);
                locals.push(code.locals[i].clone());
            }
        }
    }
    for (op, _) in &mut code.ops {
        if let Op::Get(local) | Op::Set(local) | Op::Tee(local) = op {
            *local = number[class[local.index()].index()];
        }
    }
    code.locals = locals;
}
