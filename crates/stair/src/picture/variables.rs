//! Making what a debugger is told of the user's variables ([`stair_debugger::variables`]) from the typed tree, what the lowering noted,
//! and the code.

use super::shapes::ShapeMaker;
use super::states::{Flow, Followed, blocks, is_within, item_ends};
use crate::{Failure, Profile, Session};
use stair_bytecode::compile::{CodeMap, code_map};
use stair_bytecode::program::Function;
use stair_debugger::variables::{Flag, Held, InFunction, Part, Place, Scope, States, Variable, Variables};
use stair_inspect::Regions;
use stair_ir::entities::{Block, FuncId, InstId, Var};
use stair_ir::function::Function as IrFunction;
use stair_lower::variables::{At, FlagAt, FlagOf, Variables as Watched};
use stair_sema::Program;
use stair_sema::defs::{ClosureKind, LangFn};
use stair_sema::drops::Step;
use stair_sema::ids::{FieldIdx, LocalId, VariantIdx};
use stair_sema::layout::Abi;
use stair_sema::ty::{Ty, TyKind};
use stair_source::Origin;
use std::collections::BTreeSet;
use std::ops::Range;

impl Session {
    /// The user's variables in the program's bytecode.
    ///
    /// # Errors
    /// As for [`Session::bytecode`].
    pub fn variables(&self) -> Result<Variables, Failure> {
        let lowered = self.lowered_with_defs()?;
        let optimised = self.optimised()?;
        let program = self.bytecode()?.program();
        let is_followed = self.profile() == Profile::Debug;
        let mut maker = Maker { program: self.program(), is_followed, shapes: ShapeMaker::new(self.program()) };
        let mut functions = Vec::new();
        for (index, code) in program.funcs.iter().enumerate() {
            let watched = lowered.variables.get(index).and_then(Option::as_ref);
            let function = match watched.filter(|_| !code.code.is_empty()) {
                None => None,
                Some(watched) => {
                    let map = code_map(optimised, FuncId(index as u32));
                    let map = map.map_err(|e| Failure::internal("the bytecode compiler", e))?;
                    // Two compilations of one function have the same code, but for numbers of shared things.
                    let is_same = map.function.lines == code.lines && map.function.code.len() == code.code.len();
                    is_same.then(|| maker.function(code, &map, &optimised.funcs[index], watched))
                }
            };
            functions.push(function);
        }
        for &(data, ty) in &lowered.objects {
            maker.shapes.object(lowered.module.data[data.index()].address, ty);
        }
        let unwind = self.program().lang(LangFn::Unwind);
        let unwind = unwind.and_then(|id| lowered.defs.iter().position(|def| *def == Some(id)));
        let memory = program.memory;
        let regions = Regions {
            data_end: memory.data_end,
            stack_low: memory.stack_low,
            stack_high: memory.stack_high,
            heap_base: memory.heap_base,
        };
        let shapes = maker.shapes.finish(program.funcs.iter().map(|f| f.name.clone()).collect());
        Ok(Variables { shapes, regions, functions, unwind: unwind.map(|index| index as u32) })
    }
}

/// A variable, or a place that a closure has captured, and where in the typed tree it is.
struct Subject {
    variable: Variable,
    ty: Ty,
    /// The part of the local that is meant: of the environment, what was captured.
    steps: Vec<Step>,
}

struct Maker<'p> {
    program: &'p Program,
    is_followed: bool,
    shapes: ShapeMaker<'p>,
}

impl Maker<'_> {
    fn function(&mut self, code: &Function, map: &CodeMap, func: &IrFunction, watched: &Watched) -> InFunction {
        let mut subjects = self.subjects(code, map, watched);
        // What was captured is followed, too.
        let captured = subjects.iter().filter(|subject| !subject.steps.is_empty());
        let captured = captured.map(|s| Followed { local: LocalId(s.variable.local), steps: s.steps.clone() });
        let flow = self.is_followed.then(|| Flow::new(watched, captured.collect()));
        for subject in &mut subjects {
            let parts = flow.iter().flat_map(|flow| flow.parts.iter().zip(0..));
            let own = parts
                .filter(|(part, _)| part.local.0 == subject.variable.local && is_within(&part.steps, &subject.steps));
            let parts = own.map(|(part, index)| self.part(subject, part, index, code, map, watched));
            subject.variable.parts = parts.collect();
        }
        let states = flow.map(|flow| States {
            parts: flow.parts.iter().map(|part| part.local.0).collect(),
            blocks: blocks(&flow, func, map, watched),
            ends: item_ends(map).into_iter().collect(),
        });
        let scopes = watched.scopes.scopes.iter().map(|&(outer, local)| Scope { outer, local: local.0 });
        InFunction {
            name: code.name.clone(),
            variables: subjects.into_iter().map(|subject| subject.variable).collect(),
            scopes: scopes.collect(),
            scope_at: scope_at(code, map, func, watched),
            states,
        }
    }

    /// The variables of a function, and what its environment holds; their parts are yet to be found.
    fn subjects(&mut self, code: &Function, map: &CodeMap, watched: &Watched) -> Vec<Subject> {
        let program = self.program;
        let instance = watched.instance;
        let mut found = Vec::new();
        let locals = program.body(instance.def).map_or(&[][..], |body| &body.locals);
        let definition = program.fn_def(instance.def);
        let closure = definition.closure.as_ref().filter(|closure| !closure.captures.is_empty());
        for (index, (local, place)) in locals.iter().zip(&watched.places).enumerate() {
            let id = LocalId(index as u32);
            let ty = program.subst(local.ty, instance.args);
            let place_in = place_of(code, map, place.at);
            if let Some(closure) = closure.filter(|_| index == 0) {
                for (i, capture) in closure.captures.iter().enumerate().filter(|(_, c)| !c.name.starts_with('$')) {
                    let environment = program.pointee(ty).filter(|_| closure.kind != ClosureKind::FnOnce).unwrap_or(ty);
                    let layout = program.layout(environment).ok();
                    let Some(offset) = layout.and_then(|l| l.field(FieldIdx(i as u32))) else { continue };
                    let place = match (&place_in, environment == ty) {
                        (Place::Locals(locals), false) => Place::At(locals[0], offset),
                        (Place::Frame(at), true) => Place::Frame(at + offset),
                        (Place::Frame(at), false) => Place::Behind(*at, offset),
                        (Place::At(local, at), true) => Place::At(*local, at + offset),
                        _ => Place::Nowhere,
                    };
                    let steps = match environment == ty {
                        true => vec![Step::Field(None, FieldIdx(i as u32))],
                        false => Vec::new(),
                    };
                    let ty = program.subst(capture.ty, instance.args);
                    let variable = Variable {
                        name: capture.name.clone(),
                        span: capture.declared,
                        shape: self.shapes.shape(ty),
                        local: id.0,
                        place,
                        arrives: None,
                        parts: Vec::new(),
                    };
                    found.push(Subject { variable, ty, steps });
                }
                continue;
            }
            if local.name.starts_with('$') {
                continue;
            }
            let abi = program.layout(ty).map_or(Abi::Zero, |l| l.abi);
            let arrives = place.arrives.map(|first| match abi {
                Abi::Zero => Place::Nowhere,
                Abi::Scalar(_) => Place::Locals(vec![first]),
                Abi::Pair(..) => Place::Locals(vec![first, first + 1]),
                Abi::Memory => Place::At(first, 0),
            });
            let variable = Variable {
                name: local.name.clone(),
                span: local.span,
                shape: self.shapes.shape(ty),
                local: id.0,
                place: place_in,
                arrives,
                parts: Vec::new(),
            };
            found.push(Subject { variable, ty, steps: Vec::new() });
        }
        found
    }

    /// A part of a variable, the one with this number, and what tells whether it has its value.
    fn part(
        &self,
        subject: &Subject,
        part: &Followed,
        index: u32,
        code: &Function,
        map: &CodeMap,
        watched: &Watched,
    ) -> Part {
        let rest = &part.steps[subject.steps.len()..];
        let held = match rest.last() {
            Some(Step::Deref) => Held::Whole,
            _ if rest.contains(&Step::Deref) => Held::InPart,
            _ => Held::No,
        };
        let concerns = |of: &&FlagOf| of.local == part.local && is_within(&of.steps, &part.steps);
        let flags = watched.flags.iter().filter(concerns);
        let records = watched.records.iter().filter(concerns);
        Part {
            index,
            range: self.extent(subject.ty, rest),
            is_whole: rest.is_empty(),
            held,
            flags: flags.map(|of| (flag(code, map, of.flag), of.steps.len() == part.steps.len())).collect(),
            records: records.map(|of| flag(code, map, of.flag)).collect(),
        }
    }

    /// Where a part of a value lies; the pointer for what a box holds.
    fn extent(&self, mut ty: Ty, steps: &[Step]) -> Range<u64> {
        let program = self.program;
        let mut offset = 0;
        for step in steps {
            let next = match (*step, program.types.kind(ty)) {
                (Step::Field(variant, field), TyKind::Adt(adt, args)) => {
                    let index = variant.unwrap_or(VariantIdx(0));
                    let definition = program.adt_def(adt);
                    let of = definition.variants.get(index.0 as usize).and_then(|v| v.fields.get(field.index()));
                    let at = program.layout(ty).ok().and_then(|l| l.variant_field(index, field));
                    of.map(|f| program.subst(f.ty, args)).zip(at)
                }
                (Step::Field(_, field), TyKind::Tuple(list)) => {
                    let of = program.types.list(list).get(field.index()).copied();
                    of.zip(program.layout(ty).ok().and_then(|l| l.field(field)))
                }
                (Step::Field(_, field), TyKind::Closure(..)) => {
                    let of = program.closure_captures(ty).and_then(|c| c.get(field.index()).copied());
                    of.zip(program.layout(ty).ok().and_then(|l| l.field(field)))
                }
                (Step::Element(i), TyKind::Array(element, _)) => {
                    program.layout(element).ok().map(|l| (element, i.saturating_mul(l.size)))
                }
                _ => None,
            };
            let Some((part, at)) = next else { break };
            (ty, offset) = (part, offset + at);
        }
        offset..offset + program.layout(ty).map_or(0, |l| l.size)
    }
}

fn flag(code: &Function, map: &CodeMap, flag: FlagAt) -> Flag {
    let found = match flag {
        FlagAt::Var(var) => map.locals.get(var.index()).map(|&local| Flag::Local(local)),
        FlagAt::Slot(slot, offset) => {
            code.slots.get(slot.index()).map(|slot| Flag::Frame(slot.offset + u64::from(offset)))
        }
    };
    found.unwrap_or(Flag::Nowhere)
}

/// From which `pc` on which scope is the innermost.
fn scope_at(code: &Function, map: &CodeMap, func: &IrFunction, watched: &Watched) -> Vec<(u32, Option<u32>)> {
    let scopes = &watched.scopes;
    let starts: BTreeSet<u32> =
        code.lines.iter().map(|line| line.pc).chain(map.blocks.iter().map(|(pc, _)| *pc)).chain([0]).collect();
    let mut found: Vec<(u32, Option<u32>)> = Vec::new();
    for pc in starts {
        let scope = match code.origin(pc).item {
            Origin::NO_ITEM => {
                let block = map.blocks.partition_point(|&(start, _)| start <= pc).checked_sub(1);
                let block = block.map_or(Block(0), |index| map.blocks[index].1);
                let last: Option<InstId> = func.blocks.get(block.index()).and_then(|block| block.insts.last().copied());
                last.map_or_else(|| scopes.blocks.get(&block).copied().flatten(), |inst| scopes.of_inst(inst))
            }
            item => scopes.of_inst(InstId(item)),
        };
        if found.last().is_none_or(|(_, last)| *last != scope) {
            found.push((pc, scope));
        }
    }
    found
}

fn place_of(code: &Function, map: &CodeMap, at: At) -> Place {
    let local = |var: Var| map.locals.get(var.index()).copied();
    let place = match at {
        At::Nowhere => None,
        At::Var(var) => local(var).map(|l| Place::Locals(vec![l])),
        At::Vars(first, second) => local(first).zip(local(second)).map(|(a, b)| Place::Locals(vec![a, b])),
        At::Slot(slot) => code.slots.get(slot.index()).map(|s| Place::Frame(s.offset)),
        At::Address(var) => local(var).map(|l| Place::At(l, 0)),
    };
    place.unwrap_or(Place::Nowhere)
}
