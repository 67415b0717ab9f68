//! Random programs: the fast loop, stepping, and any mixture of them leave the state that the IR's reference interpreter
//! leaves.

use stair_bytecode::asm::assemble;
use stair_bytecode::compile::compile;
use stair_bytecode::disasm::disassemble;
use stair_bytecode::file::{load_file, write_file};
use stair_host::MemoryHost;
use stair_ir::builder::FunctionBuilder;
use stair_ir::entities::FuncId;
use stair_ir::function::Module;
use stair_ir::inst::{BinaryOp, Inst, Signature, Type};
use stair_ir::interp::{Interp, Stop};
use stair_ir::random::Rng;
use stair_ir::{random, text, verify};
use stair_source::Span;
use stair_vm::{Code, Limits, Status, Stops, Vm};
use std::sync::Arc;

/// Where the entry leaves the result, and where what the program shows is logged.
const RESULT: u64 = 1184;
const CURSOR: u64 = 1192;
const LOG: u64 = 1200;

/// A random program with an entry and without imports: calls of the host become calls of functions.
fn program(seed: u64, size: u32) -> Module {
    let mut module = random::module(seed, size);
    let see = FuncId(module.funcs.len() as u32);
    let ask = FuncId(see.0 + 1);
    module.funcs.push(see_function().into());
    module.funcs.push(ask_function().into());
    for func in &mut module.funcs {
        for inst in &mut std::rc::Rc::make_mut(func).insts {
            if let Inst::CallImport { import, args } = &inst.inst {
                inst.inst = Inst::Call { func: if import.0 == 0 { see } else { ask }, args: args.clone() };
            }
        }
    }
    module.imports.clear();
    let mut b = FunctionBuilder::new("entry", true, Span::default(), Signature::default());
    let args = vec![b.iconst(Type::I32, seed), b.iconst(Type::I32, seed.wrapping_mul(77))];
    let result = b.call(FuncId(0), args, &[Type::I64])[0];
    let at = b.iconst(Type::I64, RESULT);
    b.store(at, result, 0);
    b.ret(Vec::new());
    module.entry = Some(FuncId(module.funcs.len() as u32));
    module.funcs.push(b.finish().into());
    module
}

/// Appends its argument to a log, in which the last place is written over and over when it is full.
fn see_function() -> stair_ir::function::Function {
    let sig = Signature { params: vec![Type::I64], results: Vec::new() };
    let mut b = FunctionBuilder::new("see", false, Span::default(), sig);
    let cursor = b.iconst(Type::I64, CURSOR);
    let old = b.load(Type::I64, cursor, 0);
    let eight = b.iconst(Type::I64, 8);
    let next = b.binary(BinaryOp::Add, old, eight);
    let mask = b.iconst(Type::I64, 0x1FF);
    let next = b.binary(BinaryOp::And, next, mask);
    b.store(cursor, next, 0);
    let log = b.iconst(Type::I64, LOG);
    let at = b.binary(BinaryOp::Add, log, next);
    let value = b.param(0);
    b.store(at, value, 0);
    b.ret(Vec::new());
    b.finish()
}

fn ask_function() -> stair_ir::function::Function {
    let sig = Signature { params: vec![Type::I32, Type::I32], results: vec![Type::I32] };
    let mut b = FunctionBuilder::new("ask", false, Span::default(), sig);
    let (x, y) = (b.param(0), b.param(1));
    let sum = b.binary(BinaryOp::Add, x, y);
    b.ret(vec![sum]);
    b.finish()
}

/// Fails with what differs.
fn assert_same(a: &Vm, b: &Vm, what: impl Fn() -> String) {
    let ((steps, status, at, frames, memory), other) = (look(a), look(b));
    assert_eq!((steps, status, at), (other.0, other.1, other.2), "{}", what());
    assert_eq!(frames, other.3, "{}", what());
    assert!(memory == other.4, "memory differs: {}", what());
}

/// All that can be seen of a machine.
fn look(vm: &Vm) -> (u64, Status, (u32, u32), Vec<stair_vm::Frame>, Vec<u8>) {
    (vm.steps(), vm.status(), vm.position(), vm.frames(usize::MAX), vm.memory().to_vec())
}

fn run_whole(code: &Arc<Code>, limit: u64) -> Vm {
    let mut vm = Vm::new(Arc::clone(code), Limits::default()).expect("memory");
    vm.run(&mut MemoryHost::default(), limit);
    vm
}

/// How many programs: a few, or as many as `STAIR_SEEDS` says.
#[expect(clippy::disallowed_methods, reason = "a test may look at its environment")]
fn seeds() -> u64 {
    std::env::var("STAIR_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(300)
}

#[test]
fn runs_as_the_reference_interpreter_does() {
    const LIMIT: u64 = 200_000;
    let (mut ended, mut panicked, mut compared, mut stopped) = (0, 0, 0, 0);
    for seed in 0..seeds() {
        let module = program(seed, 10 + (seed % 60) as u32);
        if let Err(errors) = verify::verify(&module) {
            panic!("{errors:?}");
        }
        let verified = compile(&module, seed).unwrap_or_else(|e| panic!("seed {seed}: {e}\n{}", text::print(&module)));
        let reads_back = assemble(&disassemble(verified.program())).expect("assembles");
        assert!(&reads_back == verified.program(), "seed {seed}");
        assert!(load_file(&write_file(verified.program())).expect("loads") == verified, "seed {seed}");

        let mut reference = Interp::new(&module, LIMIT);
        let outcome = reference.call(module.entry.expect("an entry"), &[]);
        if outcome == Err(Stop::Limit) {
            continue;
        }
        let code = Code::new(verified).expect("links");
        let vm = run_whole(&code, 20 * LIMIT);
        let context = || format!("seed {seed}: {outcome:?}\n{}", disassemble(code.verified().program()));
        match &outcome {
            Ok(_) => {
                assert_eq!(vm.status(), Status::Exited(0), "{:?} {}", vm.error(), context());
                ended += 1;
            }
            Err(Stop::Trap(kind, _)) => {
                let handler = module.handlers[*kind as usize].expect("a handler");
                assert_eq!(vm.position().0, handler.0, "{:?} {}", vm.error(), context());
                panicked += 1;
            }
            Err(Stop::OutOfMemory) => assert_eq!(vm.status(), Status::Exited(139), "{}", context()),
            Err(_) => assert_eq!(vm.status(), Status::Exited(132), "{}", context()),
        }
        // The frames of the stack are laid out in their own way by each engine; what programs show is not.
        let seen = 1176..2048;
        let pages = |m: &[u8]| m[seen.clone()].to_vec();
        assert_eq!(pages(vm.memory()), pages(&reference.memory), "{}", context());
        compared += slices_agree(&code, &vm, seed);
        stopped += stops_agree(&code, &vm, seed);
    }
    assert!(ended > 50 && panicked > 25 && compared > 500, "{ended} ended, {panicked} panicked, {compared} compared");
    assert!(stopped > 5000, "{stopped} stops");
}

/// Stop the run in many places, by stepping and by the fast loop: the state is the same, and so is what follows.
fn slices_agree(code: &Arc<Code>, whole: &Vm, seed: u64) -> u32 {
    let mut rng = Rng::new(seed);
    let total = whole.steps();
    let mut host = MemoryHost::default();
    let mut stepped = Vm::new(Arc::clone(code), Limits::default()).expect("memory");
    let mut compared = 0;
    let mut sliced = stepped.clone();
    let stops: Vec<u64> = (0..6).map(|_| rng.bits() % (total + 1)).collect();
    while stepped.steps() < total.min(5000) {
        assert!(stepped.step(&mut host).is_some());
        if rng.one_in(150) || stops.contains(&stepped.steps()) {
            // One machine from its start in one go, one that goes on from where it stopped last time.
            let fresh = run_whole(code, stepped.steps());
            sliced.run(&mut host, stepped.steps() - sliced.steps());
            let steps = stepped.steps();
            assert_same(&fresh, &stepped, || format!("seed {seed}: after {steps} of {total} steps"));
            assert_same(&sliced, &stepped, || format!("seed {seed}: after {steps} of {total} steps, sliced"));
            compared += 1;
        }
    }
    if stepped.steps() == total {
        assert_same(whole, &stepped, || format!("seed {seed}: at the end"));
    }
    compared
}

/// Run to random instructions, at most so deep in calls: each is met as stepping meets it, in the same state, and what a
/// snapshot of it brings back is that state, too.
fn stops_agree(code: &Arc<Code>, whole: &Vm, seed: u64) -> u32 {
    let mut rng = Rng::new(!seed);
    let mut host = MemoryHost::default();
    let fresh = Vm::new(Arc::clone(code), Limits::default()).expect("memory");
    let mut stepped = fresh.clone();
    let total = whole.steps().min(3000);
    // Before each step: the instruction, and how many functions are running.
    let mut places = Vec::new();
    while stepped.steps() < total {
        places.push((stepped.position(), stepped.depth()));
        stepped.step(&mut host);
    }
    let funcs = &code.verified().program().funcs;
    let mut met = 0;
    for _ in 0..8 {
        let rarity = 1 + (rng.bits() % 40) as usize;
        let wanted: Vec<Option<Vec<u32>>> = funcs
            .iter()
            .map(|f| (!rng.one_in(12)).then(|| f.instrs().map(|(pc, _)| pc).filter(|_| rng.one_in(rarity)).collect()))
            .collect();
        let stops = Stops::new(code, |func| wanted[func as usize].clone());
        let max_depth = if rng.one_in(2) { usize::MAX } else { 1 + (rng.bits() % 4) as usize };
        let mut vm = fresh.clone();
        let mut snapshot = None;
        loop {
            let from = vm.steps() as usize;
            let expected = places
                .iter()
                .enumerate()
                .skip(from + 1)
                .find(|(_, ((func, pc), depth))| *depth <= max_depth && stops.contains(*func, *pc));
            let found = vm.run_to(&mut host, total - 1, &stops, max_depth, &mut |_| true);
            assert_eq!(found, expected.is_some(), "seed {seed}: from {from} of {total}, depth {max_depth}");
            let Some((at, &(place, depth))) = expected else { break };
            assert_eq!(
                (vm.steps() as usize, vm.position(), vm.depth()),
                (at, place, depth),
                "seed {seed}: from {from}"
            );
            met += 1;
            if rng.one_in(40) {
                let taken = vm.snapshot(snapshot.as_ref());
                let mut back = whole.clone();
                back.restore(&taken);
                assert_same(&back, &run_whole(code, vm.steps()), || format!("seed {seed}: snapshot at {at}"));
                assert_same(&vm, &back, || format!("seed {seed}: stopped at {at}"));
                vm = back;
                snapshot = Some(taken);
            }
        }
    }
    met
}
