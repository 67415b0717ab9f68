//! The rules: what each operation requires of the state before it, and of the mutability of its place.

use crate::dataflow::{Analysis, Event, EventKind, State};
use crate::flow::{Flow, Op, OpKind};
use crate::place::{Base, MovePath, Place, Step};
use crate::report::Reporter;
use stair_sema::Program;
use stair_sema::defs::{Capture, CaptureBy};
use stair_sema::ids::LocalId;
use stair_sema::ty::TyKind;
use stair_sema::typed::{Body, Owner};
use stair_source::Diagnostic;

/// Check every operation that can be reached.
pub(crate) fn check(program: &Program, body: &Body, flow: &Flow) -> Vec<Diagnostic> {
    let analysis = Analysis::new(flow, body.locals.len());
    let mut checker = Checker {
        program,
        analysis: &analysis,
        body,
        report: Reporter::new(program, body),
        moved_reported: Vec::new(),
        unset_reported: Vec::new(),
    };
    for (index, block) in flow.blocks.iter().enumerate() {
        let Some(mut state) = analysis.entry[index].clone() else { continue };
        for (i, op) in block.ops.iter().enumerate() {
            checker.op(op, &state);
            analysis.apply(index, i, op, &mut state);
        }
    }
    checker.report.finish()
}

struct Checker<'a> {
    program: &'a Program,
    body: &'a Body,
    analysis: &'a Analysis,
    report: Reporter<'a>,
    /// Moves whose later uses were reported once already.
    moved_reported: Vec<MovePath>,
    /// Variables whose use before initialisation was reported.
    unset_reported: Vec<LocalId>,
}

impl Checker<'_> {
    fn op(&mut self, op: &Op, state: &State) {
        match op.kind {
            OpKind::Declare | OpKind::Init | OpKind::Empty | OpKind::Drop => {}
            OpKind::Copy | OpKind::Borrow => self.initialised(op, state),
            OpKind::BorrowMut => {
                self.initialised(op, state);
                self.mutable(op);
            }
            OpKind::Move { binding } => {
                self.initialised(op, state);
                self.movable(op, binding);
            }
            OpKind::Assign => self.assignable(op, state),
        }
    }

    /// A use needs the value, all of it, to be there.
    fn initialised(&mut self, op: &Op, state: &State) {
        let Some(path) = op.place.move_path() else { return };
        let is_gone = |kind| matches!(kind, EventKind::Declared | EventKind::Moved { .. });
        let gone: Vec<&Event> = self.analysis.concerning(state, &path, is_gone).collect();
        if gone.is_empty() {
            return;
        }
        let moves: Vec<&Event> = gone.iter().copied().filter(|e| e.kind != EventKind::Declared).collect();
        if moves.is_empty() {
            if !self.unset_reported.contains(&path.local) {
                self.unset_reported.push(path.local);
                let certain = self.analysis.assigned(state, path.local).is_none();
                self.report.used_before_init(op, path.local, certain);
            }
        } else if self.first_report(&moves) {
            self.report.used_after_move(op, &path, &moves);
        }
    }

    /// Whether none of these moves was reported before; marks them.
    fn first_report(&mut self, moves: &[&Event]) -> bool {
        if moves.iter().any(|e| self.moved_reported.contains(&e.path)) {
            return false;
        }
        self.moved_reported.extend(moves.iter().map(|e| e.path.clone()));
        true
    }

    /// An assignment to a variable happens once, unless it is mutable; one to a part needs the whole.
    fn assignable(&mut self, op: &Op, state: &State) {
        let Some(path) = op.place.move_path() else { return self.mutable(op) };
        if op.place.steps.is_empty() {
            let local = &self.body.locals[path.local.index()];
            if !local.mutable
                && let Some(first) = self.analysis.assigned(state, path.local)
            {
                self.report.assigned_twice(op, path.local, first);
            }
            return;
        }
        if op.place.is_tracked() {
            // The whole must be there; that this part of it was moved away does no harm.
            let whole = MovePath { local: path.local, steps: path.steps[..path.steps.len() - 1].to_vec() };
            let is_gone = |kind| matches!(kind, EventKind::Declared | EventKind::Moved { .. });
            let gone: Vec<&Event> =
                self.analysis.concerning(state, &whole, is_gone).filter(|e| e.path.contains(&whole)).collect();
            if gone.iter().any(|e| e.kind == EventKind::Declared) {
                if !self.unset_reported.contains(&path.local) {
                    self.unset_reported.push(path.local);
                    self.report.partly_assigned_before_init(op, path.local);
                }
                return;
            }
            self.mutable(op);
            if !gone.is_empty() && self.first_report(&gone) {
                self.report.part_assigned_after_move(op, &gone);
            }
            return;
        }
        self.initialised(op, state);
        self.mutable(op);
    }

    /// Writing and mutable borrowing need a place that is mutable.
    fn mutable(&mut self, op: &Op) {
        if let Some(obstacle) = obstacle(self.program, self.body, &op.place) {
            self.report.not_mutable(op, &obstacle);
        }
    }

    /// Only what is owned can be moved away.
    fn movable(&mut self, op: &Op, binding: bool) {
        if matches!(op.place.base, Base::Static(_)) {
            return self.report.moved_out_of_static(op);
        }
        for (i, &(step, from)) in op.place.steps.iter().enumerate() {
            match step {
                Step::Deref(pointer) => return self.report.moved_out_of_reference(op, i, pointer, binding),
                Step::Index => return self.report.moved_out_of_array(op, from),
                Step::Element(..) | Step::Middle if matches!(self.program.types.kind(from), TyKind::Slice(_)) => {
                    return self.report.moved_out_of_array(op, from);
                }
                Step::Field(_) | Step::VariantField(..) if self.program.has_destructor(from) => {
                    return self.report.moved_out_of_destructor(op, from, binding);
                }
                _ => {}
            }
        }
    }
}

/// What keeps a place from being written to.
pub(crate) enum Obstacle {
    /// The variable that it belongs to is not declared `mut`.
    Variable(LocalId),
    /// It lies behind a shared reference: how many steps lead to the reference.
    Reference(usize),
    /// It belongs to a static that is not `mut`.
    Static,
    /// It belongs to what the closure captured, which is not declared `mut`: the capture, and how many steps lead to it.
    Captured(Capture, usize),
}

/// The capture of the closure, if the body is one's, that a place lies in, and how many steps lead to it.
fn capture(program: &Program, body: &Body, place: &Place) -> Option<(Capture, usize)> {
    let Owner::Fn(id) = body.owner else { return None };
    let closure = program.fn_def(id).closure.as_ref()?;
    let at = place.steps.iter().position(|(step, _)| !matches!(step, Step::Deref(_)))?;
    let (Step::Field(field), of) = place.steps[at] else { return None };
    let is_environment = place.base == Base::Local(LocalId(0)) && matches!(program.types.kind(of), TyKind::Closure(..));
    let capture = closure.captures.get(field.index()).filter(|_| is_environment)?;
    // What is captured by reference lies behind one more pointer.
    let end = at + if capture.by == CaptureBy::Value { 1 } else { 2 };
    (end <= place.steps.len()).then(|| (capture.clone(), end))
}

fn obstacle(program: &Program, body: &Body, place: &Place) -> Option<Obstacle> {
    // What a closure captured is as mutable as the variable, unless a pointer lies between.
    if let Some((capture, end)) = capture(program, body, place)
        && !capture.mutable
        && !capture.name.starts_with('$')
        && !place.steps[end..].iter().any(|(step, _)| matches!(step, Step::Deref(_)))
    {
        return Some(Obstacle::Captured(capture, end));
    }
    // Looked at from the end: the last pointer on the way decides, but for a `&mut` that lies behind a `&`.
    for (i, &(step, _)) in place.steps.iter().enumerate().rev() {
        if let Step::Deref(pointer) = step {
            match program.types.kind(pointer) {
                TyKind::Ref(_, false) | TyKind::Ptr(_, false) => return Some(Obstacle::Reference(i)),
                TyKind::Ref(_, true) => {
                    let behind = place.steps[..i].iter().rposition(|&(step, _)| {
                        matches!(step, Step::Deref(p) if matches!(program.types.kind(p), TyKind::Ref(_, false)))
                    });
                    return behind.map(Obstacle::Reference);
                }
                _ => return None,
            }
        }
    }
    match place.base {
        Base::Temp => None,
        Base::Static(id) => (!program.static_def(id).mutable).then_some(Obstacle::Static),
        Base::Local(local) => (!body.locals[local.index()].mutable).then_some(Obstacle::Variable(local)),
    }
}
