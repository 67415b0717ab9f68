//! Random modules: valid, printed and parsed back, and run as a stack machine would run them.

use stair_ir::cfg::Cfg;
use stair_ir::dominators::Dominators;
use stair_ir::entities::{FuncId, Value};
use stair_ir::function::{Function, Module, ValueDef};
use stair_ir::inst::{Inst, Terminator};
use stair_ir::interp::Interp;
use stair_ir::loops::Loops;
use stair_ir::stackify::{Placement, StackPlan};
use stair_ir::{random, text, verify};

const SEEDS: u64 = 400;

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
        module.funcs.iter_mut().for_each(Function::compact);
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

/// Runs functions by their stack plan, and so checks that the plan computes what the IR means. What it needs besides the
/// reference interpreter is a stack, locals, and the order of statements; single instructions it leaves to that.
struct StackMachine<'a> {
    module: &'a Module,
}

impl StackMachine<'_> {
    /// Rewrites a function so that the reference interpreter runs it in the plan's order with the plan's locals: each
    /// local becomes a variable, each statement its tree in the order of emission.
    fn linearise(&self, func: &Function) -> Function {
        let cfg = Cfg::compute(func);
        let plan = StackPlan::compute(func, &cfg);
        let mut out = Function::new(func.name.clone(), true, func.span, func.sig.clone());
        out.slots.clone_from(&func.slots);
        for (index, local) in plan.locals.iter().enumerate() {
            let is_param = index < func.sig.params.len();
            out.vars.push(stair_ir::function::VarDecl {
                name: local.name.clone(),
                ty: local.ty,
                param: is_param.then_some(index as u32),
                span: local.span,
            });
        }
        for _ in &func.blocks {
            out.make_block(Default::default());
        }
        out.layout = cfg.rpo().to_vec();
        for &param in &func.block(func.entry()).params {
            out.append_block_param(func.entry(), func.ty(param));
        }
        let mut emit = Emit { func, plan: &plan, out, block: func.entry(), depth: 0 };
        for &(from, to) in &plan.entry_moves {
            let value = emit.get_local(from);
            emit.set_local(to, value);
        }
        for &block in cfg.rpo() {
            emit.block = block;
            for &root in plan.statements(block) {
                let results = emit.inst(root);
                let names = &func.inst(root).results;
                for (&name, &value) in names.iter().zip(&results).rev() {
                    match plan.placement(name) {
                        Placement::Local(local) => emit.set_local(local, value),
                        Placement::Unused => {}
                        other => panic!("a statement's result is {other:?}"),
                    }
                }
            }
            emit.terminator(&func.block(block).terminator);
        }
        emit.out
    }

    fn module(&self) -> Module {
        let mut module = self.module.clone();
        for func in &mut module.funcs {
            *func = self.linearise(func);
        }
        module
    }
}

struct Emit<'a> {
    func: &'a Function,
    plan: &'a StackPlan,
    out: Function,
    block: stair_ir::entities::Block,
    depth: u32,
}

impl Emit<'_> {
    fn push(&mut self, inst: Inst, types: &[stair_ir::inst::Type]) -> Vec<Value> {
        let id = self.out.make_inst(inst, types, Default::default());
        self.out.blocks[self.block.index()].insts.push(id);
        self.out.inst(id).results.clone()
    }

    fn get_local(&mut self, local: u32) -> Value {
        let ty = self.plan.locals[local as usize].ty;
        self.push(Inst::VarGet { var: stair_ir::entities::Var(local) }, &[ty])[0]
    }

    fn set_local(&mut self, local: u32, value: Value) {
        assert_eq!(self.plan.locals[local as usize].ty, self.out.ty(value));
        self.push(Inst::VarSet { var: stair_ir::entities::Var(local), value }, &[]);
    }

    fn value(&mut self, value: Value) -> Value {
        match self.plan.placement(value) {
            Placement::Local(local) => self.get_local(local),
            Placement::Nested | Placement::Remat => {
                let ValueDef::Result(id, _) = self.func.values[value.index()].def else { panic!("a nested parameter") };
                self.inst(id)[0]
            }
            Placement::Unused => panic!("an unused value is read"),
        }
    }

    fn inst(&mut self, id: stair_ir::entities::InstId) -> Vec<Value> {
        self.depth += 1;
        assert!(self.depth <= stair_ir::stackify::MAX_TREE_DEPTH + 1);
        let data = self.func.inst(id);
        let mut pushed = Vec::new();
        data.inst.for_each_operand(|v| pushed.push(v));
        for v in &mut pushed {
            *v = self.value(*v);
        }
        let mut inst = data.inst.clone();
        let mut operands = pushed.into_iter();
        inst.for_each_operand_mut(|v| *v = operands.next().expect("as many operands"));
        match &mut inst {
            Inst::VarGet { var } | Inst::VarSet { var, .. } => var.0 = self.plan.var_locals[var.index()],
            _ => {}
        }
        let types: Vec<_> = data.results.iter().map(|&v| self.func.ty(v)).collect();
        self.depth -= 1;
        self.push(inst, &types)
    }

    fn terminator(&mut self, terminator: &Terminator) {
        let mut own = Vec::new();
        terminator.for_each_own_operand(|v| own.push(v));
        for v in &mut own {
            *v = self.value(*v);
        }
        let mut own = own.into_iter();
        let source = self.block;
        let mut new = terminator.clone();
        let is_jump = matches!(terminator, Terminator::Jump(_));
        for to in new.targets_mut() {
            // An edge of a branch gets a block of its own, as a back end would place its code.
            let moves = self.plan.edge_moves(self.func, to);
            if !is_jump && !moves.is_empty() {
                let edge = self.out.make_block(Default::default());
                self.out.layout.push(edge);
                self.block = edge;
                self.out.blocks[edge.index()].terminator =
                    Terminator::Jump(stair_ir::inst::BlockCall::new(to.block, vec![]));
                to.block = edge;
            }
            let values: Vec<_> = moves.iter().map(|&(value, _)| self.value(value)).collect();
            for (&(_, local), value) in moves.iter().zip(values).rev() {
                self.set_local(local, value);
            }
            to.args.clear();
            self.block = source;
        }
        match &mut new {
            Terminator::Branch { cond: v, .. } | Terminator::Switch { value: v, .. } => {
                *v = own.next().expect("an operand");
            }
            Terminator::Return(values) => values.iter_mut().for_each(|v| *v = own.next().expect("a value")),
            _ => {}
        }
        self.out.blocks[self.block.index()].terminator = new;
    }
}

#[test]
fn stack_plans_keep_the_meaning() {
    let (mut nested, mut in_locals, mut locals) = (0_u32, 0_u32, 0_usize);
    for seed in 0..SEEDS {
        let module = random::module(seed, 40);
        let planned = StackMachine { module: &module }.module();
        check_valid(&planned, "as planned");
        for args in [[0, 0], [1, 2], [0xFFFF_FFFF, 3], [100, 0x8000_0000]] {
            let mut before = Interp::new(&module, 100_000);
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
