//! Every operation of the IR on every type, on operands at the edges: under Node each gives what `stair_ir::eval` says.
//! Operands come from memory, from locals that are used again, and as constants, because each has code of its own.

mod support;

use stair_ir::builder::FunctionBuilder;
use stair_ir::entities::{DataId, FuncId, Value};
use stair_ir::eval;
use stair_ir::function::{Data, MemoryLayout, Module};
use stair_ir::inst::{BinaryOp, CheckedOp, Cond, ConvertOp, Inst, Signature, Trap, TrapKind, Type, UnaryOp};
use stair_source::Span;

const TYPES: [Type; 6] = [Type::I8, Type::I16, Type::I32, Type::I64, Type::F32, Type::F64];

/// Patterns at the edges of a type.
fn patterns(ty: Type) -> Vec<u64> {
    let mut patterns: Vec<u64> = if ty.is_int() {
        let top = 1_u64 << (ty.bits() - 1);
        let mut all = vec![0, 1, 2, 3, 7, 10, 100, top - 1, top, top + 1, ty.mask(), ty.mask() - 1, ty.mask() - 6];
        all.extend([8, 16, 31, 32, 63, 64, 0xFF, 0x1_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0x1_0000_0000]);
        // The roots of 2^31, 2^32, 2^63 and 2^64, where products begin to overflow.
        all.extend([46340, 46341, 65535, 3_037_000_499, 3_037_000_500, 0x1234_5678_9ABC_DEF0, 0xFFFF_FFFF_8000_0000]);
        all.into_iter().map(|bits| bits & ty.mask()).collect()
    } else {
        let numbers = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.5,
            1.5,
            2.5,
            -2.5,
            0.1,
            3.0,
            127.5,
            128.0,
            255.9,
            256.0,
            -128.9,
            -129.0,
            65535.5,
            2147483647.0,
            2147483648.0,
            -2147483649.0,
            4294967296.0,
            9.2e18,
            9223372036854775808.0,
            1.9e19,
            -9.3e18,
            1e10,
            1e-40,
            1e-310,
            5e-324,
            2.2250738585072014e-308,
            1e300,
            f64::MAX,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
        ];
        let bits = |x: f64| if ty == Type::F32 { u64::from((x as f32).to_bits()) } else { x.to_bits() };
        numbers.into_iter().map(bits).collect()
    };
    patterns.sort_unstable();
    patterns.dedup();
    patterns
}

/// The operation under test.
#[derive(Clone, Copy, Debug)]
enum Operation {
    Unary(UnaryOp),
    Binary(BinaryOp),
    Checked(CheckedOp),
    Compare(Cond),
    /// The comparison decides a branch.
    Branch(Cond),
    Convert(ConvertOp, Type),
}

/// Where the operands come from.
#[derive(Clone, Copy, Debug)]
enum Form {
    Memory,
    Reused,
    FirstConstant(u64),
    SecondConstant(u64),
}

impl Operation {
    fn result_type(self, ty: Type) -> Type {
        match self {
            Self::Compare(_) | Self::Branch(_) => Type::I8,
            Self::Convert(_, to) => to,
            _ => ty,
        }
    }

    fn takes_two(self) -> bool {
        !matches!(self, Self::Unary(_) | Self::Convert(..))
    }

    fn eval(self, ty: Type, a: u64, b: u64) -> Option<Result<u64, TrapKind>> {
        Some(Ok(match self {
            Self::Unary(op) => eval::unary(op, ty, a),
            Self::Binary(op) => eval::binary(op, ty, a, b)?,
            Self::Checked(op) => return Some(eval::checked(op, op.trap_kinds().0[0], ty, a, b)),
            Self::Compare(cc) | Self::Branch(cc) => u64::from(eval::compare(cc, ty, a, b)),
            Self::Convert(op, to) => eval::convert(op, ty, to, a),
        }))
    }

    fn build(self, b: &mut FunctionBuilder, x: Value, y: Value) -> Value {
        match self {
            Self::Unary(op) => b.unary(op, x),
            Self::Binary(op) => b.binary(op, x, y),
            Self::Checked(op) => b.checked(op, x, y, Trap { kind: op.trap_kinds().0[0], location: DataId(0) }),
            Self::Compare(cc) => b.compare(cc, x, y),
            Self::Branch(cc) => {
                let cond = b.compare(cc, x, y);
                let [yes, no, join] = [(); 3].map(|()| b.create_block());
                let result = b.append_block_param(join, Type::I8);
                let to = |block| stair_ir::inst::BlockCall::new(block, Vec::new());
                b.branch(cond, to(yes), to(no));
                b.switch_to_block(yes);
                let one = b.bool(true);
                b.jump(join, vec![one]);
                b.switch_to_block(no);
                let zero = b.bool(false);
                b.jump(join, vec![zero]);
                b.switch_to_block(join);
                result
            }
            Self::Convert(op, to) => b.convert(op, to, x),
        }
    }
}

/// A module that does the operation once: operands at 1024 and 1032, result at 1040, a trap's kind plus 1 at 1048.
fn module(operation: Operation, ty: Type, form: Form) -> Module {
    let data = Data {
        name: "location".into(),
        bytes: vec![1; 24],
        align: 8,
        mutable: false,
        address: 2048,
        relocations: Vec::new(),
        span: Span::default(),
    };
    let mut module = Module {
        data: vec![data],
        memory: MemoryLayout { data_end: 2072, stack_low: 4096, stack_high: 8192, heap_base: 65536 },
        ..Module::default()
    };
    let mut b = FunctionBuilder::new("start", false, Span::default(), Signature::default());
    let at = |b: &mut FunctionBuilder, address| b.iconst(Type::I64, address);
    let operand = |b: &mut FunctionBuilder, address, constant: Option<u64>| match constant {
        Some(bits) => b.iconst(ty, bits),
        None => {
            let address = at(b, address);
            b.load(ty, address, 0)
        }
    };
    let [first, second] = match form {
        Form::FirstConstant(bits) => [Some(bits), None],
        Form::SecondConstant(bits) => [None, Some(bits)],
        _ => [None, None],
    };
    let x = operand(&mut b, 1024, first);
    let y = operand(&mut b, 1032, second);
    let result = operation.build(&mut b, x, y);
    let place = b.iconst(Type::I64, 1040);
    b.store(place, result, 0);
    if let Form::Reused = form {
        for value in [y, x, result] {
            let place = b.iconst(Type::I64, 1056);
            b.store(place, value, 0);
        }
    }
    b.ret(Vec::new());
    module.entry = Some(FuncId(0));
    module.funcs.push(b.finish().into());
    for kind in TrapKind::ALL {
        let sig = Signature { params: kind.handler_params().to_vec(), results: Vec::new() };
        let mut b = FunctionBuilder::new(kind.as_str(), false, Span::default(), sig);
        let [place, mark] = [b.iconst(Type::I64, 1048), b.iconst(Type::I64, kind as u64 + 1)];
        b.store(place, mark, 0);
        b.unreachable();
        module.handlers[kind as usize] = Some(FuncId(module.funcs.len() as u32));
        module.funcs.push(b.finish().into());
    }
    module
}

fn operations() -> Vec<(Operation, Type)> {
    let mut all = Vec::new();
    for ty in TYPES {
        let (unary, binary, conds) = if ty.is_int() {
            (&UnaryOp::TABLE[..4], &BinaryOp::TABLE[..15], &Cond::TABLE[..10])
        } else {
            (&UnaryOp::TABLE[4..], &BinaryOp::TABLE[15..], &Cond::TABLE[10..])
        };
        all.extend(unary.iter().map(|&op| (Operation::Unary(op), ty)));
        all.extend(binary.iter().map(|&op| (Operation::Binary(op), ty)));
        all.extend(conds.iter().flat_map(|&cc| [(Operation::Compare(cc), ty), (Operation::Branch(cc), ty)]));
        if ty.is_int() {
            all.extend(CheckedOp::TABLE.iter().map(|&op| (Operation::Checked(op), ty)));
        }
        for to in TYPES {
            let all_conversions = ConvertOp::TABLE.iter().map(|&op| (Operation::Convert(op, to), ty));
            all.extend(
                all_conversions.filter(|&(op, ty)| stair_ir::verify::verify(&module(op, ty, Form::Memory)).is_ok()),
            );
        }
    }
    all
}

#[test]
fn every_operation_gives_what_eval_says() {
    let mut modules = Vec::new();
    let mut cases = String::new();
    let mut expected = Vec::new();
    for (operation, ty) in operations() {
        let patterns = patterns(ty);
        let mut forms = vec![Form::Memory, Form::Reused];
        if operation.takes_two() {
            forms.extend(patterns.iter().step_by(2).flat_map(|&p| [Form::FirstConstant(p), Form::SecondConstant(p)]));
        }
        for form in forms {
            let (firsts, seconds) = match form {
                Form::FirstConstant(p) => (vec![p], patterns.clone()),
                Form::SecondConstant(p) => (patterns.clone(), vec![p]),
                _ if operation.takes_two() => (patterns.clone(), patterns.clone()),
                _ => (patterns.clone(), vec![0]),
            };
            let mut results = Vec::new();
            for (a, b) in firsts.iter().flat_map(|&a| seconds.iter().map(move |&b| (a, b))) {
                // Divisions that the plain instruction's rules forbid are not tried.
                if let Some(result) = operation.eval(ty, a, b) {
                    cases += &format!("{a:x},{b:x} ");
                    results.push((a, b, result));
                }
            }
            cases += "\n";
            let module = module(operation, ty, form);
            stair_ir::verify::verify(&module).expect("the test's module is valid");
            modules.push(support::compile_valid(&module).bytes);
            expected.push((operation, ty, form, results));
        }
    }
    let Some(lines) = support::node_with("cases.mjs", "operations", &modules, &cases) else { return };
    assert_eq!(lines.len(), modules.len());
    for ((operation, ty, form, results), line) in expected.iter().zip(&lines) {
        let found: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        assert_eq!(found.len(), results.len(), "{operation:?} {ty} {form:?}");
        for ((a, b, result), found) in results.iter().zip(found) {
            let same = match result {
                Err(kind) => found == format!("trap{}", *kind as u64 + 1),
                Ok(bits) => match u64::from_str_radix(found, 16) {
                    Err(_) => false,
                    Ok(found) => {
                        let to = operation.result_type(*ty);
                        found == *bits || eval::is_nan(to, found) && eval::is_nan(to, *bits)
                    }
                },
            };
            assert!(same, "{operation:?} of {ty}, {form:?}: {a:#x}, {b:#x} gives {found}, not {result:x?}");
        }
    }
}

#[test]
fn a_checked_division_by_a_harmless_constant_needs_no_handler() {
    let mut module = module(Operation::Checked(CheckedOp::DivS), Type::I32, Form::SecondConstant(7));
    module.handlers[TrapKind::DivOverflow as usize] = None;
    assert!(module.funcs[0].insts.iter().any(|i| matches!(i.inst, Inst::Checked { .. })));
    support::compile_valid(&module);
}
