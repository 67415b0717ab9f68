//! Random IR modules: each compiles to a valid module, which under Node does what the IR's interpreter does.

mod support;

use stair_ir::builder::FunctionBuilder;
use stair_ir::entities::{FuncId, ImportId};
use stair_ir::function::Module;
use stair_ir::inst::{Inst, Signature, TrapKind, Type};
use stair_ir::interp::{Interp, Stop};
use stair_source::Span;

const MODULES: u64 = 300;
const MAX_STEPS: u64 = 200_000;

/// What a handler says to the host before it ends the program, plus the kind's number.
const TRAP_MARK: u64 = 7_000_000;

/// A module from the seed with an entry that calls function 0 with a few arguments, and handlers that tell the host.
fn module(seed: u64) -> Module {
    let mut module = stair_ir::random::module(seed, 10 + (seed % 30) as u32);
    for kind in TrapKind::ALL {
        let Some(handler) = module.handlers[kind as usize] else { continue };
        let sig = module.funcs[handler.index()].sig.clone();
        let mut b = FunctionBuilder::new(kind.as_str(), false, Span::default(), sig);
        let mark = b.iconst(Type::I64, TRAP_MARK + kind as u64);
        b.call_import(ImportId(0), vec![mark], &[]);
        b.unreachable();
        module.funcs[handler.index()] = b.finish();
    }
    let mut b = FunctionBuilder::new("start", false, Span::default(), Signature::default());
    for (x, y) in [(0, 1), (5, 0xFFFF_FFFF), (seed, 0x8000_0000)] {
        let args = vec![b.iconst(Type::I32, x), b.iconst(Type::I32, y)];
        let result = b.call(FuncId(0), args, &[Type::I64]);
        b.call_import(ImportId(0), result, &[]);
    }
    b.ret(Vec::new());
    module.entry = Some(FuncId(module.funcs.len() as u32));
    module.funcs.push(b.finish());
    module
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
    assert!(module.funcs.iter().any(|f| f.blocks.iter().any(|b| {
        b.insts.iter().any(|&i| matches!(f.inst(i).inst, Inst::CallImport { .. }))
    })));
}
