//! Random modules: valid, printed and parsed back, and run as a stack machine would run them.

use stair_ir::cfg::Cfg;
use stair_ir::dominators::Dominators;
use stair_ir::entities::FuncId;
use stair_ir::function::Module;
use stair_ir::interp::Interp;
use stair_ir::linearise::linearise;
use stair_ir::loops::Loops;
use stair_ir::stackify::{Placement, StackPlan};
use stair_ir::{random, text, verify};

const SEEDS: u64 = 120;

fn check_valid(module: &Module, what: &str) {
    if let Err(errors) = verify::verify(module) {
        let list: Vec<_> = errors.iter().map(ToString::to_string).collect();
        panic!("{what}: {}\n{}", list.join("\n"), text::print(module));
    }
}

#[test]
fn text_reads_back() {
    for seed in 0..SEEDS {
        let mut module = random::module(seed, 30);
        check_valid(&module, "generated");
        let printed = text::print(&module);
        let parsed = text::parse(&printed).expect("parses");
        check_valid(&parsed, "parsed");
        assert_eq!(text::print(&parsed), printed);
        module.funcs.iter_mut().for_each(|func| std::rc::Rc::make_mut(func).compact());
        check_valid(&module, "compacted");
        let parsed = text::parse(&text::print_with_origins(&module)).expect("parses");
        assert!(parsed == module, "seed {seed}");
    }
}

#[test]
fn broken_text_is_refused_without_panic() {
    let printed = text::print_with_origins(&random::module(5, 20));
    let mut rng = random::Rng::new(1);
    for _ in 0..3000 {
        let mut bytes = printed.clone().into_bytes();
        for _ in 0..1 + rng.below(3) {
            let at = rng.below(bytes.len());
            match rng.below(3) {
                0 => bytes[at] = rng.pick(b"(){},:=+!@#-.0v9bf\"\\ "),
                1 => bytes.truncate(at.max(1)),
                _ => {
                    bytes.remove(at);
                }
            }
        }
        if let Ok(module) = text::parse(&String::from_utf8_lossy(&bytes)) {
            let _ = verify::verify(&module);
        }
    }
}

#[test]
fn stack_plans_keep_the_meaning() {
    let (mut nested, mut in_locals, mut locals) = (0_u32, 0_u32, 0_usize);
    for seed in 0..SEEDS {
        let module = random::module(seed, 40);
        let planned = linearise(&module);
        check_valid(&planned, "as planned");
        for args in [[0, 0], [1, 2], [0xFFFF_FFFF, 3], [100, 0x8000_0000]] {
            let mut before = Interp::new(&module, 20_000);
            let mut after = Interp::new(&planned, 1_000_000);
            let [a, b] = [before.call(FuncId(0), &args), after.call(FuncId(0), &args)];
            if a == Err(stair_ir::interp::Stop::Limit) {
                continue;
            }
            assert_eq!(a, b, "seed {seed}\n{}\n{}", text::print(&module), text::print(&planned));
            assert_eq!(before.trace, after.trace, "seed {seed}");
            assert_eq!(before.memory[1024..1176], after.memory[1024..1176], "seed {seed}");
        }
        for func in &module.funcs {
            let plan = StackPlan::compute(func, &Cfg::compute(func));
            nested += plan.placements.iter().filter(|p| **p == Placement::Nested).count() as u32;
            in_locals += plan.placements.iter().filter(|p| matches!(p, Placement::Local(_))).count() as u32;
            locals += plan.locals.iter().skip(func.sig.params.len()).filter(|l| l.var.is_none()).count();
        }
    }
    // Most values are used once, close by; and locals are shared.
    assert!(nested > 3 * in_locals, "{nested} nested, {in_locals} in locals");
    assert!(locals * 2 < in_locals as usize, "{locals} locals for {in_locals} values");
}

#[test]
fn dominators_and_loops_agree_with_their_definitions() {
    for seed in 0..100 {
        for func in &random::module(seed, 40).funcs {
            let cfg = Cfg::compute(func);
            let dominators = Dominators::compute(&cfg, func.blocks.len());
            let loops = Loops::compute(&cfg, &dominators, func.blocks.len());
            assert!(loops.is_reducible);
            for &a in cfg.rpo() {
                // What the entry reaches without going through `a` is what `a` does not dominate.
                let mut reached = vec![false; func.blocks.len()];
                let mut work: Vec<_> = Some(func.entry()).into_iter().filter(|&e| e != a).collect();
                while let Some(block) = work.pop() {
                    if !std::mem::replace(&mut reached[block.index()], true) {
                        work.extend(cfg.succs(block).iter().filter(|&&s| s != a));
                    }
                }
                for &b in cfg.rpo() {
                    assert_eq!(dominators.dominates(a, b), !reached[b.index()], "seed {seed}: {a} over {b}");
                }
                let back = cfg.preds(a).iter().any(|&p| dominators.dominates(a, p));
                assert_eq!(back, loops.loops.iter().any(|l| l.header == a));
            }
        }
    }
}
