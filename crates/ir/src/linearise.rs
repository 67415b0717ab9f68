//! Stack plans in executable form, for tests: rewrites functions so that the reference interpreter runs them in the plan's
//! order and with the plan's locals. Each local becomes a variable, each statement its tree in the order of emission, each
//! conditional edge a block of its own. A plan is right if the module does what it did.

use crate::cfg::Cfg;
use crate::entities::{Block, InstId, Value, Var};
use crate::function::{Function, Module, ValueDef, VarDecl};
use crate::inst::{BlockCall, Inst, Terminator, Type};
use crate::stackify::{MAX_TREE_DEPTH, Placement, StackPlan};

/// The module with each function as its stack plan has it.
///
/// # Panics
/// If a plan is broken: a value is read that is nowhere.
#[must_use]
pub fn linearise(module: &Module) -> Module {
    let mut module = module.clone();
    for func in &mut module.funcs {
        *func = function(func).into();
    }
    module
}

fn function(func: &Function) -> Function {
    let cfg = Cfg::compute(func);
    let plan = StackPlan::compute(func, &cfg);
    let mut out = Function::new(func.name.clone(), true, func.span, func.sig.clone());
    out.slots.clone_from(&func.slots);
    for (index, local) in plan.locals.iter().enumerate() {
        let is_param = index < func.sig.params.len();
        out.vars.push(VarDecl {
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

struct Emit<'a> {
    func: &'a Function,
    plan: &'a StackPlan,
    out: Function,
    block: Block,
    depth: u32,
}

impl Emit<'_> {
    fn push(&mut self, inst: Inst, types: &[Type]) -> Vec<Value> {
        let id = self.out.make_inst(inst, types, Default::default());
        self.out.blocks[self.block.index()].insts.push(id);
        self.out.inst(id).results.to_vec()
    }

    fn get_local(&mut self, local: u32) -> Value {
        let ty = self.plan.locals[local as usize].ty;
        self.push(Inst::VarGet { var: Var(local) }, &[ty])[0]
    }

    fn set_local(&mut self, local: u32, value: Value) {
        assert_eq!(self.plan.locals[local as usize].ty, self.out.ty(value));
        self.push(Inst::VarSet { var: Var(local), value }, &[]);
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

    fn inst(&mut self, id: InstId) -> Vec<Value> {
        self.depth += 1;
        assert!(self.depth <= MAX_TREE_DEPTH + 1);
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
                self.out.blocks[edge.index()].terminator = Terminator::Jump(BlockCall::new(to.block, vec![]));
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
