//! Control flow: switches of all shapes, deep and long functions, frames, and what is refused.

mod support;

use stair_ir::builder::FunctionBuilder;
use stair_ir::entities::FuncId;
use stair_ir::function::{MemoryLayout, Module, SlotDecl};
use stair_ir::inst::{BinaryOp, BlockCall, Cond, Signature, Type};
use stair_source::Span;
use stair_wasm::{CompileError, compile};

const LAYOUT: MemoryLayout = MemoryLayout { data_end: 1088, stack_low: 4096, stack_high: 65536, heap_base: 65536 };

fn entry(name: &str) -> FunctionBuilder {
    FunctionBuilder::new(name, false, Span::default(), Signature::default())
}

fn module_of(func: FunctionBuilder) -> Module {
    let module =
        Module { funcs: vec![func.finish().into()], entry: Some(FuncId(0)), memory: LAYOUT, ..Module::default() };
    stair_ir::verify::verify(&module).expect("the test's module is valid");
    module
}

fn to(block: stair_ir::entities::Block) -> BlockCall {
    BlockCall::new(block, Vec::new())
}

/// Load a pattern from 1024, switch on it, and store at 1040 which case it was, counted from 1, or 0.
fn switch_module(ty: Type, patterns: &[u64]) -> Module {
    let mut b = entry("switch");
    let place = b.iconst(Type::I64, 1024);
    let value = b.load(ty, place, 0);
    let join = b.create_block();
    let result = b.append_block_param(join, Type::I64);
    let other = b.create_block();
    let mut arms = Vec::new();
    let mut cases = Vec::new();
    for (i, &pattern) in patterns.iter().enumerate() {
        // Every third case goes to the join directly, the others to a block of their own.
        if i % 3 == 2 {
            let number = b.iconst(Type::I64, i as u64 + 1);
            cases.push((pattern, BlockCall::new(join, vec![number])));
        } else {
            let arm = b.create_block();
            arms.push((arm, i));
            cases.push((pattern, to(arm)));
        }
    }
    b.switch(value, cases, to(other));
    for (arm, i) in arms {
        b.switch_to_block(arm);
        let number = b.iconst(Type::I64, i as u64 + 1);
        b.jump(join, vec![number]);
    }
    b.switch_to_block(other);
    let zero = b.iconst(Type::I64, 0);
    b.jump(join, vec![zero]);
    b.switch_to_block(join);
    let place = b.iconst(Type::I64, 1040);
    b.store(place, result, 0);
    b.ret(Vec::new());
    module_of(b)
}

#[test]
fn switches_find_their_case() {
    let sets: [&[u64]; 9] = [
        &[],
        &[3],
        &[0, 1],
        &[0, 1, 2, 3, 4, 5],
        &[2, 3, 5, 7, 11, 13],
        &[250, 251, 252, 253, 254, 255],
        &[1, 100, 200, 10, 40, 90, 160, 5],
        &[0, 1, 2, 3, 50, 51, 52, 53, 100, 120, 127, 128, 255],
        &[0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 1 << 32, 1 << 63, u64::MAX],
    ];
    let mut modules = Vec::new();
    let mut cases = String::new();
    let mut expected = Vec::new();
    for ty in [Type::I8, Type::I16, Type::I32, Type::I64] {
        for set in sets {
            let set: Vec<u64> = set.iter().copied().filter(|bits| *bits <= ty.mask()).collect();
            modules.push(support::compile_valid(&switch_module(ty, &set)).bytes);
            let mut values: Vec<u64> = set.iter().flat_map(|&v| [v, v.wrapping_add(1), v.wrapping_sub(1)]).collect();
            // Patterns whose low half is that of a case.
            values.extend(set.iter().map(|v| v.wrapping_add(1 << 32)));
            values.push(77);
            let mut line = Vec::new();
            for value in values.into_iter().map(|v| v & ty.mask()) {
                cases += &format!("{value:x},0 ");
                let place = set.iter().position(|case| *case == value).map_or(0, |i| i + 1);
                line.push(format!("{place:x}"));
            }
            cases += "\n";
            expected.push((ty, set, line.join(" ")));
        }
    }
    let Some(lines) = support::node_with("cases.mjs", "switches", &modules, &cases) else { return };
    for ((ty, set, expected), line) in expected.iter().zip(&lines) {
        assert_eq!(line, expected, "{ty} {set:?}");
    }
}

#[test]
fn depth_and_length_are_not_limited_by_the_call_stack() {
    const MANY: u64 = 30_000;
    // The IR's dominators take time that grows with the square of this.
    const NESTED: u64 = 5_000;
    // One `if` after the other, each in the last one's tail; and one in the other.
    for nested in [false, true] {
        let mut b = entry("many");
        let var = b.create_var("x", Type::I32, None, Span::default());
        let zero = b.iconst(Type::I32, 0);
        b.set(var, zero);
        let exit = b.create_block();
        for i in 0..if nested { NESTED } else { MANY } {
            let (yes, next) = (b.create_block(), b.create_block());
            let x = b.get(var);
            let i = b.iconst(Type::I32, i);
            let cond = b.compare(Cond::Ne, x, i);
            b.branch(cond, to(yes), to(if nested { exit } else { next }));
            b.switch_to_block(yes);
            b.set(var, i);
            b.jump(next, Vec::new());
            b.switch_to_block(next);
        }
        b.jump(exit, Vec::new());
        b.switch_to_block(exit);
        b.ret(Vec::new());
        support::compile_valid(&module_of(b));
    }
    // A long expression, and a switch with many cases.
    let mut b = entry("long");
    let place = b.iconst(Type::I64, 1024);
    let mut sum = b.load(Type::I32, place, 0);
    let first = sum;
    for _ in 0..MANY {
        sum = b.binary(BinaryOp::Sub, first, sum);
    }
    b.store(place, sum, 0);
    b.ret(Vec::new());
    support::compile_valid(&module_of(b));
    support::compile_valid(&switch_module(Type::I32, &(0..5000).map(|i| i * i).collect::<Vec<_>>()));
}

#[test]
fn irreducible_control_flow_is_refused() {
    let mut b = entry("irreducible");
    let [left, right] = [b.create_block(), b.create_block()];
    let cond = b.bool(true);
    b.branch(cond, to(left), to(right));
    b.switch_to_block(left);
    b.jump(right, Vec::new());
    b.switch_to_block(right);
    b.jump(left, Vec::new());
    assert!(matches!(compile(&module_of(b)), Err(CompileError::Irreducible { .. })));
    assert_eq!(compile(&Module::default()), Err(CompileError::NoEntry));
}

/// A function with a frame that calls itself for ever.
fn endless(frame: u64) -> Module {
    let mut b = entry("endless");
    let slot = b.create_slot(SlotDecl {
        name: "bytes".into(),
        size: frame,
        align: 1,
        type_name: "[u8]".into(),
        span: Span::default(),
    });
    let place = b.slot_addr(slot, 0);
    let byte = b.iconst(Type::I8, 1);
    b.store(place, byte, 0);
    b.call(FuncId(0), Vec::new(), &[]);
    let read = b.load(Type::I8, place, 0);
    b.store(place, read, 0);
    b.ret(Vec::new());
    module_of(b)
}

#[test]
fn a_stack_overflow_ends_the_program_with_a_message_under_plain_wasi() {
    let frames = [1, 100, 5000, 60_000, 70_000, 1 << 40, u64::MAX];
    let modules: Vec<Vec<u8>> = frames.iter().map(|&f| support::compile_valid(&endless(f)).bytes).collect();
    let Some(lines) = support::node("wasi.mjs", "overflow", &modules) else { return };
    let expected =
        r#"[134,"","\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n"]"#;
    assert_eq!(lines, vec![expected; frames.len()]);
}
