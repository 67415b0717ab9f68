//! Random valid modules from a seed, for testing passes and back ends: whatever reads IR should keep what
//! [`crate::interp`] observes of them.
//!
//! Programs end (loops count), read no frame memory before writing it, let no address reach a result or the host, and do
//! all else that IR can do: trap, call, call indirectly, pass values to blocks and slots by address, switch, copy and fill
//! memory. Function 0 is the one to run; it takes two `i32` and returns an `i64`.

use crate::builder::FunctionBuilder;
use crate::entities::{Block, DataId, FuncId, ImportId, Slot, Value, Var};
use crate::function::{Data, Function, Import, MemoryLayout, Module, SlotDecl};
use crate::inst::{BinaryOp, BlockCall, CheckedOp, Cond, ConvertOp, Signature, Trap, TrapKind, Type, UnaryOp};
use stair_source::{FileId, Origin, Span};

/// A generator of numbers: xorshift64* (Vigna, "An experimental exploration of Marsaglia's xorshift generators", 2016).
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// Start from a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: usize) -> usize {
        ((self.bits() >> 32) as usize) % n
    }

    /// True once in `n` times.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of the items, of which there is at least one.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

const TYPES: [Type; 6] = [Type::I8, Type::I16, Type::I32, Type::I64, Type::F32, Type::F64];
/// Data 0 is the location, data 1 a table that programs read, data 2 one that they write.
const TABLE_BYTES: usize = 64;

/// A module made from the seed, of a few functions with about `size` statements each.
#[must_use]
pub fn module(seed: u64, size: u32) -> Module {
    let mut rng = Rng::new(seed);
    let func_count = 1 + rng.below(4);
    let mut sigs = vec![Signature { params: vec![Type::I32, Type::I32], results: vec![Type::I64] }];
    for _ in 1..func_count {
        let params = (0..rng.below(4)).map(|_| rng.pick(&TYPES)).collect();
        let results = (0..rng.below(3)).map(|_| rng.pick(&TYPES)).collect();
        sigs.push(Signature { params, results });
    }
    let data = |name: &str, bytes: Vec<u8>, mutable, address| Data {
        name: name.into(),
        bytes,
        align: 8,
        mutable,
        address,
        relocations: Vec::new(),
        span: Span::default(),
    };
    let mut out = Module {
        imports: vec![
            Import {
                module: "test".into(),
                name: "see".into(),
                sig: Signature { params: vec![Type::I64], results: Vec::new() },
            },
            Import {
                module: "test".into(),
                name: "ask".into(),
                sig: Signature { params: vec![Type::I32, Type::I32], results: vec![Type::I32] },
            },
        ],
        data: vec![
            data("location", vec![0; 24], false, 1024),
            data("table", (0..TABLE_BYTES).map(|_| rng.bits() as u8).collect(), false, 1048),
            data("state", vec![0; TABLE_BYTES], true, 1112),
        ],
        memory: MemoryLayout { data_end: 1176, stack_low: 2048, stack_high: 65536, heap_base: 65536 },
        ..Module::default()
    };
    for index in 0..func_count {
        out.funcs.push(function(&mut rng, index, &sigs, size).into());
    }
    let helper = FuncId(out.funcs.len() as u32);
    debug_assert_eq!(helper.index(), sigs.len());
    out.funcs.push(next_function().into());
    for kind in TrapKind::ALL {
        out.handlers[kind as usize] = Some(FuncId(out.funcs.len() as u32));
        let sig = Signature { params: kind.handler_params().to_vec(), results: Vec::new() };
        let mut b = FunctionBuilder::new(kind.as_str(), false, Span::default(), sig);
        b.unreachable();
        out.funcs.push(b.finish().into());
    }
    out
}

/// `fn next(from: &mut (i32, i32), to: &mut (i8, i32))`, as lowering makes an iterator's: writes 1 and the next number, or 0.
fn next_function() -> Function {
    let sig = Signature { params: vec![Type::I64, Type::I64], results: Vec::new() };
    let mut b = FunctionBuilder::new("next", false, Span::default(), sig);
    let from = b.create_var("from", Type::I64, Some(0), Span::default());
    let to = b.param(1);
    let [some, none, join] = [b.create_block(), b.create_block(), b.create_block()];
    let this = b.get(from);
    let [now, end] = [b.load(Type::I32, this, 0), b.load(Type::I32, this, 4)];
    let goes_on = b.compare(Cond::LtS, now, end);
    b.branch(goes_on, BlockCall::new(some, vec![]), BlockCall::new(none, vec![]));
    b.switch_to_block(some);
    let one = b.iconst(Type::I32, 1);
    let next = b.binary(BinaryOp::Add, now, one);
    b.store(this, next, 0);
    let tag = b.iconst(Type::I8, 1);
    b.store(to, tag, 0);
    b.store(to, now, 4);
    b.jump(join, vec![]);
    b.switch_to_block(none);
    let tag = b.iconst(Type::I8, 0);
    b.store(to, tag, 0);
    b.jump(join, vec![]);
    b.switch_to_block(join);
    b.ret(vec![]);
    b.finish()
}

struct Gen<'a> {
    rng: &'a mut Rng,
    b: FunctionBuilder,
    sigs: &'a [Signature],
    index: usize,
    vars: Vec<(Var, Type)>,
    slots: Vec<(Slot, u32)>,
    /// Values that are defined wherever code is now being made.
    scope: Vec<Value>,
    /// The loops around: where `break` goes.
    exits: Vec<Block>,
    left: u32,
    line: u32,
}

fn function(rng: &mut Rng, index: usize, sigs: &[Signature], size: u32) -> Function {
    let sig = sigs[index].clone();
    let mut b = FunctionBuilder::new(format!("f{index}"), true, Span::default(), sig.clone());
    let mut vars = Vec::new();
    for (place, &ty) in sig.params.iter().enumerate() {
        if !rng.one_in(3) {
            vars.push((b.create_var(format!("p{place}"), ty, Some(place as u32), Span::default()), ty));
        }
    }
    for place in 0..2 + rng.below(5) {
        let ty = rng.pick(&TYPES);
        vars.push((b.create_var(format!("x{place}"), ty, None, Span::default()), ty));
    }
    let mut slots = Vec::new();
    for place in 0..rng.below(4) {
        let size = rng.pick(&[1, 4, 8, 12, 16, 24, 40]);
        let slot =
            SlotDecl { name: format!("s{place}").into(), size, align: 8, type_name: "T".into(), span: Span::default() };
        slots.push((b.create_slot(slot), size as u32));
    }
    let scope = (0..sig.params.len()).map(|i| b.param(i)).collect();
    let mut g = Gen { rng, b, sigs, index, vars, slots, scope, exits: Vec::new(), left: size, line: 0 };
    g.prologue();
    while g.left > 0 {
        g.statement(0);
    }
    g.ret();
    g.b.finish()
}

impl Gen<'_> {
    fn mark(&mut self) {
        self.line += 1;
        self.b.set_origin(Origin { span: Span::new(FileId::USER, self.line, self.line + 1), item: self.line });
    }

    /// Everything is written before it is read.
    fn prologue(&mut self) {
        for (slot, size) in self.slots.clone() {
            let addr = self.b.slot_addr(slot, 0);
            let byte = self.b.iconst(Type::I8, u64::from(slot.0));
            let len = self.b.iconst(Type::I64, u64::from(size));
            self.b.mem_fill(addr, byte, len);
        }
        for (var, ty) in self.vars.clone() {
            if self.b.func().var(var).param.is_none() {
                let value = self.constant(ty);
                self.b.set(var, value);
            }
        }
    }

    fn ret(&mut self) {
        let results = self.sigs[self.index].results.clone();
        let values = results.into_iter().map(|ty| self.value(ty, 2)).collect();
        self.b.ret(values);
    }

    fn constant(&mut self, ty: Type) -> Value {
        let bits = match ty {
            Type::F32 => {
                u64::from(self.rng.pick(&[0.0_f32, -0.0, 1.0, -1.5, 0.1, 3e9, 1e-40, f32::INFINITY]).to_bits())
            }
            Type::F64 => self.rng.pick(&[0.0_f64, -0.0, 1.0, -2.5, 0.1, 1e300, 1e19, f64::NEG_INFINITY]).to_bits(),
            _ if self.rng.one_in(4) => self.rng.bits(),
            _ => self.rng.pick(&[0, 1, 2, 3, 7, 8, 31, 64, 127, 128, 255, u64::MAX, u64::MAX - 1, 1 << 31, 1 << 63]),
        };
        self.b.iconst(ty, bits)
    }

    fn trap(&self, kind: TrapKind) -> Trap {
        Trap { kind, location: DataId(0) }
    }

    /// An address at which `bytes` bytes are within a slot or table, for writing or reading.
    fn address(&mut self, bytes: u32, write: bool) -> (Value, u32) {
        let fitting: Vec<_> = self.slots.iter().copied().filter(|&(_, size)| size >= bytes).collect();
        if !fitting.is_empty() && !self.rng.one_in(3) {
            let (slot, size) = self.rng.pick(&fitting);
            let room = (size - bytes) as usize + 1;
            // Mostly the same few places, so that reads meet writes.
            let at = if self.rng.one_in(4) { self.rng.below(room) } else { self.rng.below(room) / 8 * 8 } as u32;
            let part = self.rng.below(at as usize + 1) as u32;
            let part = if self.rng.one_in(2) { at } else { part };
            return (self.b.slot_addr(slot, part), at - part);
        }
        let data = if write || self.rng.one_in(2) { DataId(2) } else { DataId(1) };
        let base = self.b.data_addr(data, 0);
        let at = self.rng.below(TABLE_BYTES - 8) as u32;
        if self.rng.one_in(2) {
            return (base, at);
        }
        let index = self.value(Type::I64, 1);
        let mask = self.b.iconst(Type::I64, 31);
        let index = self.b.binary(BinaryOp::And, index, mask);
        (self.b.binary(BinaryOp::Add, base, index), 0)
    }

    /// An expression of the type.
    fn value(&mut self, ty: Type, depth: u32) -> Value {
        let known: Vec<_> = self.scope.iter().copied().filter(|&v| self.b.ty(v) == ty).collect();
        let vars: Vec<_> = self.vars.iter().copied().filter(|&(_, t)| t == ty).collect();
        match self.rng.below(if depth == 0 { 4 } else { 12 }) {
            0 => self.constant(ty),
            1 if !known.is_empty() => self.rng.pick(&known),
            1..=3 if !vars.is_empty() => {
                let (var, _) = self.rng.pick(&vars);
                self.b.get(var)
            }
            1..=3 => self.constant(ty),
            4 => {
                let (addr, offset) = self.address(ty.bytes(), false);
                self.b.load(ty, addr, offset)
            }
            5 => {
                let cond = self.value(Type::I8, depth - 1);
                let [a, b] = [self.value(ty, depth - 1), self.value(ty, depth - 1)];
                self.b.select(cond, a, b)
            }
            6 => self.conversion(ty, depth - 1),
            7 if ty == Type::I8 => self.comparison(depth - 1),
            8 if ty.is_int() => {
                let op = self.rng.pick(CheckedOp::TABLE);
                let kind = self.rng.pick(op.trap_kinds().0);
                let a = self.value(ty, depth - 1);
                // Small operands, so that not every run traps at once.
                let b = if self.rng.one_in(3) { self.value(ty, 0) } else { self.b.iconst(ty, 3) };
                self.b.checked(op, a, b, self.trap(kind))
            }
            9 => {
                let arg = self.value(ty, depth - 1);
                let ops = if ty.is_int() { &UnaryOp::TABLE[..4] } else { &UnaryOp::TABLE[4..] };
                let op = self.rng.pick(ops);
                self.b.unary(op, arg)
            }
            _ => {
                let ops = if ty.is_int() { &BinaryOp::TABLE[..15] } else { &BinaryOp::TABLE[15..] };
                let op = self.rng.pick(ops);
                let [a, mut b] = [self.value(ty, depth - 1), self.value(ty, depth - 1)];
                if matches!(op, BinaryOp::DivS | BinaryOp::DivU | BinaryOp::RemS | BinaryOp::RemU) {
                    // A divisor from 1 to 64 is never forbidden.
                    let [mask, one] = [self.b.iconst(ty, 63), self.b.iconst(ty, 1)];
                    b = self.b.binary(BinaryOp::And, b, mask);
                    b = self.b.binary(BinaryOp::Add, b, one);
                }
                self.b.binary(op, a, b)
            }
        }
    }

    fn comparison(&mut self, depth: u32) -> Value {
        let ty = self.rng.pick(&TYPES);
        let ccs = if ty.is_int() { &Cond::TABLE[..10] } else { &Cond::TABLE[10..] };
        let cc = self.rng.pick(ccs);
        let [a, b] = [self.value(ty, depth), self.value(ty, depth)];
        self.b.compare(cc, a, b)
    }

    fn conversion(&mut self, to: Type, depth: u32) -> Value {
        let from = self.rng.pick(&TYPES);
        let ops: Vec<_> =
            ConvertOp::TABLE.iter().copied().filter(|&op| crate::verify::is_valid_conversion(op, from, to)).collect();
        let arg = self.value(from, depth);
        if ops.is_empty() {
            return self.constant(to);
        }
        let op = self.rng.pick(&ops);
        self.b.convert(op, to, arg)
    }

    fn statements(&mut self, depth: u32) {
        let (scope, vars) = (self.scope.len(), self.vars.len());
        for _ in 0..1 + self.rng.below(4) {
            self.statement(depth);
        }
        self.scope.truncate(scope);
        self.vars.truncate(vars);
    }

    fn statement(&mut self, depth: u32) {
        self.left = self.left.saturating_sub(1);
        self.mark();
        // Deep in, only what does not nest.
        match self.rng.below(if depth < 4 { 16 } else { 8 }) {
            0..=3 => {
                let (var, ty) = self.rng.pick(&self.vars);
                let value = self.value(ty, 3);
                self.b.set(var, value);
            }
            4 | 5 => {
                let ty = self.rng.pick(&TYPES);
                let value = self.value(ty, 2);
                let (addr, offset) = self.address(ty.bytes(), true);
                self.b.store(addr, value, offset);
            }
            6 => {
                let ty = self.rng.pick(&TYPES);
                let value = self.value(ty, 3);
                self.scope.push(value);
            }
            7 => {
                if self.rng.one_in(2) {
                    let value = self.value(Type::I64, 2);
                    self.b.call_import(ImportId(0), vec![value], &[]);
                } else {
                    let args = vec![self.value(Type::I32, 2), self.value(Type::I32, 1)];
                    let results = self.b.call_import(ImportId(1), args, &[Type::I32]);
                    self.scope.extend(results);
                }
            }
            8 if self.rng.one_in(2) => self.call(),
            8 => self.next(),
            9 => self.memory(),
            10 | 11 => self.branch(depth),
            12 => self.counted_loop(depth),
            13 => self.switch(depth),
            14 => {
                let [index, len] = [self.value(Type::I64, 1), self.b.iconst(Type::I64, u64::MAX - 1000)];
                self.b.bounds_check(index, len, self.trap(TrapKind::Bounds));
            }
            _ => self.leave(),
        }
    }

    /// Perhaps leave the loop or the function.
    fn leave(&mut self) {
        let cond = self.value(Type::I8, 2);
        let [out, on] = [self.b.create_block(), self.b.create_block()];
        self.b.branch(cond, BlockCall::new(out, vec![]), BlockCall::new(on, vec![]));
        self.b.switch_to_block(out);
        match self.exits.last() {
            Some(&exit) if self.rng.one_in(2) => self.b.jump(exit, vec![]),
            _ => self.ret(),
        }
        self.b.switch_to_block(on);
    }

    fn call(&mut self) {
        let later = self.index + 1..self.sigs.len();
        if later.is_empty() {
            return;
        }
        let callee = later.start + self.rng.below(later.len());
        let sig = self.sigs[callee].clone();
        let args = sig.params.iter().map(|&ty| self.value(ty, 1)).collect();
        let callee = FuncId(callee as u32);
        let results = if self.rng.one_in(5) {
            let addr = self.b.func_addr(callee);
            self.b.call_indirect(sig, addr, args)
        } else {
            self.b.call(callee, args, &sig.results)
        };
        self.scope.extend(results);
    }

    /// A loop over a range, through [`next_function`].
    fn next(&mut self) {
        let name = |what: &str, size| SlotDecl {
            name: what.into(),
            size,
            align: 4,
            type_name: what.into(),
            span: Span::default(),
        };
        let [range, item] = [self.b.create_slot(name("Range", 8)), self.b.create_slot(name("Option", 8))];
        let from = self.b.slot_addr(range, 0);
        let [start, end] = [self.b.iconst(Type::I32, self.rng.below(5) as u64), self.b.iconst(Type::I32, 4)];
        self.b.store(from, start, 0);
        self.b.store(from, end, 4);
        let [header, body, exit] = [self.b.create_block(), self.b.create_block(), self.b.create_block()];
        self.b.jump(header, vec![]);
        self.b.switch_to_block(header);
        let [from, to] = [self.b.slot_addr(range, 0), self.b.slot_addr(item, 0)];
        self.b.call(FuncId(self.sigs.len() as u32), vec![from, to], &[]);
        let tag = self.b.load(Type::I8, to, 0);
        if self.rng.one_in(2) {
            self.b.switch(tag, vec![(1, BlockCall::new(body, vec![]))], BlockCall::new(exit, vec![]));
        } else {
            let zero = self.b.iconst(Type::I8, 0);
            let is_none = self.b.compare(Cond::Eq, tag, zero);
            self.b.branch(is_none, BlockCall::new(exit, vec![]), BlockCall::new(body, vec![]));
        }
        self.b.switch_to_block(body);
        let value = self.b.load(Type::I32, to, 4);
        let scope = self.scope.len();
        self.scope.push(value);
        self.exits.push(exit);
        self.statements(3);
        self.exits.pop();
        self.scope.truncate(scope);
        self.b.jump(header, vec![]);
        self.b.switch_to_block(exit);
    }

    fn memory(&mut self) {
        let bytes = self.rng.pick(&[1, 4, 8, 12, 16]);
        let (dst, d) = self.address(bytes, true);
        let offset = self.b.iconst(Type::I64, d.into());
        let dst = self.b.binary(BinaryOp::Add, dst, offset);
        let len = self.b.iconst(Type::I64, bytes.into());
        if self.rng.one_in(3) {
            let byte = self.value(Type::I8, 1);
            self.b.mem_fill(dst, byte, len);
        } else {
            let (src, s) = self.address(bytes, false);
            let offset = self.b.iconst(Type::I64, s.into());
            let src = if s == 0 { src } else { self.b.binary(BinaryOp::Add, src, offset) };
            self.b.mem_copy(dst, src, len);
        }
    }

    fn branch(&mut self, depth: u32) {
        let cond = if self.rng.one_in(3) { self.value(Type::I8, 2) } else { self.comparison(2) };
        let [then, els, join] = [self.b.create_block(), self.b.create_block(), self.b.create_block()];
        let types: Vec<_> = (0..self.rng.below(3)).map(|_| self.rng.pick(&TYPES)).collect();
        let params: Vec<_> = types.iter().map(|&ty| self.b.append_block_param(join, ty)).collect();
        let short = self.rng.one_in(3);
        let to_else = if short {
            BlockCall::new(join, types.iter().map(|&ty| self.value(ty, 1)).collect())
        } else {
            BlockCall::new(els, vec![])
        };
        self.b.branch(cond, BlockCall::new(then, vec![]), to_else);
        for block in if short { vec![then] } else { vec![then, els] } {
            self.b.switch_to_block(block);
            let scope = self.scope.len();
            self.statements(depth + 1);
            let args = types.iter().map(|&ty| self.value(ty, 2)).collect();
            self.scope.truncate(scope);
            self.b.jump(join, args);
        }
        self.b.switch_to_block(join);
        self.scope.extend(params);
    }

    /// `for` from 0 to a few, the counter in a variable that nothing else writes, or in a parameter of the header.
    fn counted_loop(&mut self, depth: u32) {
        let [header, body, exit] = [self.b.create_block(), self.b.create_block(), self.b.create_block()];
        let [zero, one, end] = [0, 1, 1 + self.rng.below(4) as u64].map(|n| self.b.iconst(Type::I32, n));
        let in_var = self.rng.one_in(2);
        let (counter, current) = if in_var {
            let var = self.b.create_var(format!("i{}", header.0), Type::I32, None, Span::default());
            self.b.set(var, zero);
            self.b.jump(header, vec![]);
            self.b.switch_to_block(header);
            (Some(var), self.b.get(var))
        } else {
            let param = self.b.append_block_param(header, Type::I32);
            self.b.jump(header, vec![zero]);
            self.b.switch_to_block(header);
            (None, param)
        };
        let go = self.b.compare(Cond::LtU, current, end);
        self.b.branch(go, BlockCall::new(body, vec![]), BlockCall::new(exit, vec![]));
        self.b.switch_to_block(body);
        let scope = self.scope.len();
        self.scope.push(current);
        self.exits.push(exit);
        self.statements(depth + 1);
        self.exits.pop();
        self.scope.truncate(scope);
        let next = self.b.binary(BinaryOp::Add, current, one);
        match counter {
            Some(var) => {
                self.b.set(var, next);
                self.b.jump(header, vec![]);
            }
            None => self.b.jump(header, vec![next]),
        }
        self.b.switch_to_block(exit);
    }

    fn switch(&mut self, depth: u32) {
        let ty = self.rng.pick(&TYPES[..4]);
        let value = self.value(ty, 2);
        let three = self.b.iconst(ty, 3);
        let value = if self.rng.one_in(3) { value } else { self.b.binary(BinaryOp::And, value, three) };
        let join = self.b.create_block();
        let param = self.b.append_block_param(join, Type::I32);
        let arms: Vec<_> = (0..2 + self.rng.below(3)).map(|_| self.b.create_block()).collect();
        let direct = self.value(Type::I32, 1);
        let mut cases: Vec<_> =
            arms[1..].iter().enumerate().map(|(i, &arm)| (i as u64, BlockCall::new(arm, vec![]))).collect();
        cases.push((77, BlockCall::new(join, vec![direct])));
        if self.rng.one_in(2) {
            cases.push((78, BlockCall::new(arms[0], vec![])));
        }
        self.b.switch(value, cases, BlockCall::new(arms[0], vec![]));
        for arm in arms {
            self.b.switch_to_block(arm);
            let scope = self.scope.len();
            self.statements(depth + 1);
            let arg = self.value(Type::I32, 2);
            self.scope.truncate(scope);
            self.b.jump(join, vec![arg]);
        }
        self.b.switch_to_block(join);
        self.scope.push(param);
    }
}
