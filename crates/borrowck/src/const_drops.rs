//! E0493: what would be dropped in a constant, a static or a `const fn`, where no destructor can run.
//!
//! As `rustc` does it (`NeedsDrop` in `rustc_const_eval::check_consts`): a variable holds something from where it gets a value
//! until all of it is moved away, on any way that leads here; that parts were moved away does not count.

use crate::dataflow::{self, State};
use crate::flow::{Flow, Op, OpKind};
use crate::place::Base;
use stair_sema::Program;
use stair_sema::ids::LocalId;
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::{Body, Owner};
use stair_source::{Code, Diagnostic};

/// What nothing can be dropped in, for the message; `None` for an ordinary function.
pub(crate) fn context(program: &Program, body: &Body) -> Option<&'static str> {
    match body.owner {
        Owner::Fn(id) => program.fn_def(id).is_const.then_some("constant functions"),
        Owner::Const(_) | Owner::Anonymous => Some("constants"),
        Owner::Static(_) => Some("statics"),
    }
}

/// Report what is dropped.
pub(crate) fn check(program: &Program, body: &Body, flow: &Flow, context: &str) -> Vec<Diagnostic> {
    let mut check = Check { program, body, context, found: Vec::new() };
    // The state: which variables may hold something.
    dataflow::solve(flow, State::none_of(body.locals.len()), |block, state| {
        flow.blocks[block].ops.iter().for_each(|op| check.op(op, state));
    });
    check.found
}

struct Check<'a> {
    program: &'a Program,
    body: &'a Body,
    context: &'a str,
    found: Vec<Diagnostic>,
}

impl Check<'_> {
    fn op(&mut self, op: &Op, state: &mut State) {
        let whole = match op.place.base {
            Base::Local(local) if op.place.steps.is_empty() => Some(local),
            _ => None,
        };
        match (op.kind, whole) {
            (OpKind::Init | OpKind::Assign, Some(local)) if self.needs_drop(op.place.ty) => state.insert(local.index()),
            (OpKind::Declare | OpKind::Empty | OpKind::Move { .. } | OpKind::Init | OpKind::Assign, Some(local)) => {
                state.remove(local.index());
            }
            (OpKind::Drop, Some(local)) if !state.contains(local.index()) => {}
            (OpKind::Drop, Some(local)) => {
                state.remove(local.index());
                self.report(op, Some(local));
            }
            (OpKind::Drop, None) if self.needs_drop(op.place.ty) => self.report(op, None),
            _ => {}
        }
    }

    fn report(&mut self, op: &Op, local: Option<LocalId>) {
        let span = local.map_or(op.span, |local| self.body.locals[local.index()].span);
        if !span.is_user() || self.found.iter().any(|d| d.span() == span) {
            return;
        }
        let message =
            format!("destructor of `{}` cannot be evaluated at compile-time", self.program.type_name(op.place.ty));
        let mut error = Diagnostic::new(Code::E0493, span, message)
            .primary(format!("the destructor for this type cannot be evaluated in {}", self.context));
        if op.span != span {
            error = error.label(op.span, "value is dropped here");
        }
        self.found.push(error);
    }

    /// Whether values of the type are dropped by code, for some arguments of what is generic around here.
    fn needs_drop(&self, ty: Ty) -> bool {
        if self.program.is_copy_within(self.body.owner, ty) {
            return false;
        }
        match self.program.types.kind(ty) {
            TyKind::Param(..) | TyKind::Projection(..) => true,
            TyKind::Array(element, len) => self.program.types.const_value(len) != Some(0) && self.needs_drop(element),
            TyKind::Tuple(parts) => self.program.types.list(parts).iter().any(|&part| self.needs_drop(part)),
            TyKind::Adt(adt, args) if !self.program.has_destructor(ty) => {
                let def = self.program.adt_def(adt);
                let holds_on = !def.is_user && def.name == "ManuallyDrop";
                let mut fields = def.variants.iter().flat_map(|variant| &variant.fields);
                !holds_on && fields.any(|field| self.needs_drop(self.program.subst(field.ty, args)))
            }
            TyKind::Adt(..) | TyKind::Dyn(..) => true,
            _ => false,
        }
    }
}
