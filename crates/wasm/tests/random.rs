//! Random IR modules: each compiles to a valid module, which under Node does what the IR's interpreter does.

mod support;

use stair_ir::builder::FunctionBuilder;
use stair_ir::entities::{FuncId, ImportId, Value};
use stair_ir::function::{Function, Module};
use stair_ir::inst::{BinaryOp, Cond, ConvertOp, Inst, Signature, TrapKind, Type, UnaryOp};
use stair_ir::interp::{Interp, Stop};
use stair_source::Span;

const MODULES: u64 = 300;
const MAX_STEPS: u64 = 200_000;

/// What a handler says to the host before it ends the program, plus the kind's number.
const TRAP_MARK: u64 = 7_000_000;

/// A module from the seed with an entry that calls function 0 with a few arguments, and handlers that tell the host.
fn module(seed: u64) -> Module {
    let mut module = stair_ir::random::module(seed, 10 + (seed % 40) as u32);
    for kind in TrapKind::ALL {
        let Some(handler) = module.handlers[kind as usize] else { continue };
        let sig = module.funcs[handler.index()].sig.clone();
        let mut b = FunctionBuilder::new(kind.as_str(), false, Span::default(), sig);
        let mark = b.iconst(Type::I64, TRAP_MARK + kind as u64);
        b.call_import(ImportId(0), vec![mark], &[]);
        b.unreachable();
        module.funcs[handler.index()] = b.finish().into();
    }
    for func in &mut module.funcs {
        decide_nans(std::rc::Rc::make_mut(func));
    }
    let mut b = FunctionBuilder::new("start", false, Span::default(), Signature::default());
    for (x, y) in [(0, 1), (5, 0xFFFF_FFFF), (seed, 0x8000_0000)] {
        let args = vec![b.iconst(Type::I32, x), b.iconst(Type::I32, y)];
        let result = b.call(FuncId(0), args, &[Type::I64]);
        b.call_import(ImportId(0), result, &[]);
    }
    b.ret(Vec::new());
    module.entry = Some(FuncId(module.funcs.len() as u32));
    module.funcs.push(b.finish().into());
    module
}

/// Which NaN an operation makes is open, in the IR as in Wasm: replace each by one and the same.
fn decide_nans(func: &mut Function) {
    let mut decided: Vec<Value> = (0..func.values.len() as u32).map(Value).collect();
    for block in func.layout.clone() {
        let mut insts = Vec::new();
        for id in std::mem::take(&mut func.blocks[block.index()].insts) {
            insts.push(id);
            let data = func.inst(id);
            let makes_nan = match data.inst {
                Inst::Binary { op, .. } => op != BinaryOp::FCopysign,
                Inst::Unary { op, .. } => !matches!(op, UnaryOp::FNeg | UnaryOp::FAbs),
                Inst::Convert { op, .. } => matches!(op, ConvertOp::Promote | ConvertOp::Demote),
                _ => false,
            };
            let &[made] = data.results.as_slice() else { continue };
            let ty = func.ty(made);
            if !makes_nan || ty.is_int() {
                continue;
            }
            let origin = data.origin;
            let nan = if ty == Type::F32 { u64::from(f32::NAN.to_bits()) } else { f64::NAN.to_bits() };
            let same = func.make_inst(Inst::Compare { cc: Cond::FEq, args: [made, made] }, &[Type::I8], origin);
            let nan = func.make_inst(Inst::Const { ty, bits: nan }, &[ty], origin);
            let [cond, if_false] = [func.result(same), func.result(nan)];
            let select = func.make_inst(Inst::Select { cond, if_true: made, if_false }, &[ty], origin);
            decided[made.index()] = func.result(select);
            insts.extend([same, nan, select]);
        }
        func.blocks[block.index()].insts = insts;
    }
    let replace = |value: &mut Value| *value = decided.get(value.index()).copied().unwrap_or(*value);
    for block in 0..func.blocks.len() {
        for id in func.blocks[block].insts.clone() {
            let made_here = func.inst(id).results.first().is_some_and(|r| r.index() >= decided.len());
            if !made_here {
                func.insts[id.index()].inst.for_each_operand_mut(replace);
            }
        }
        func.blocks[block].terminator.for_each_operand_mut(replace);
    }
}

/// What the interpreter says the module does, in the words of `trace.mjs`. `None` if it does not say.
fn expected(module: &Module) -> Option<String> {
    let mut interp = Interp::new(module, MAX_STEPS);
    let stop = interp.call(module.entry?, &[]).err();
    let mut trace: Vec<String> = interp
        .trace
        .iter()
        .map(|(import, args)| match import {
            0 => format!("see {}", args[0]),
            _ => format!("ask {} {}", args[0], args[1]),
        })
        .collect();
    let end = match stop {
        None => "end",
        Some(Stop::Trap(kind, _)) => {
            trace.push(format!("see {}", TRAP_MARK + kind as u64));
            "unreachable"
        }
        Some(_) => return None,
    };
    trace.push(interp.memory[1112..1176].iter().map(|byte| format!("{byte:02x}")).collect());
    trace.push(end.to_string());
    Some(trace.join(", "))
}

#[test]
fn random_modules_do_what_the_ir_says() {
    let modules: Vec<Module> = (0..MODULES).map(module).collect();
    let bytes: Vec<Vec<u8>> = modules.iter().map(|m| support::compile_valid(m).bytes).collect();
    let Some(lines) = support::node("trace.mjs", "random", &bytes) else { return };
    assert_eq!(lines.len(), modules.len());
    let mut compared = 0;
    for (seed, (module, line)) in modules.iter().zip(&lines).enumerate() {
        let Some(expected) = expected(module) else { continue };
        if *line != expected {
            panic!("seed {seed}\nexpected {expected}\n   found {line}\n{}", stair_ir::text::print(module));
        }
        compared += 1;
    }
    assert!(compared > MODULES / 2, "only {compared} of {MODULES} modules were compared");
}

#[test]
fn the_same_ir_gives_the_same_bytes() {
    let module = module(1);
    assert_eq!(support::compile_valid(&module), support::compile_valid(&module));
    assert!(module.funcs.iter().any(|f| {
        f.blocks.iter().any(|b| b.insts.iter().any(|&i| matches!(f.inst(i).inst, Inst::CallImport { .. })))
    }));
}
