//! Moves, initialisation and mutability, checked on a control-flow graph of the typed tree.
//!
//! The codes are `rustc`'s: E0381 (use before initialisation), E0382 (use after move), E0384 (second assignment to an
//! immutable variable), E0507 to E0509 (moving out of what is not owned, or has a
//! destructor), E0594 and E0596 (writing through, or
//! borrowing mutably, what is not mutable), and E0493 (dropping in a constant). Conflicts between borrows are not checked yet.

mod build;
mod check;
mod const_drops;
mod dataflow;
mod flow;
mod place;
mod report;

use stair_sema::Program;
use stair_sema::typed::Body;
use stair_source::Diagnostic;

/// Check one body, which must be free of errors of type. The diagnostics are in the order of control flow.
#[must_use]
pub fn check(program: &Program, body: &Body) -> Vec<Diagnostic> {
    let context = const_drops::context(program, body);
    let flow = build::build(program, body, context.is_some());
    let mut found = check::check(program, body, &flow);
    if let Some(context) = context {
        found.extend(const_drops::check(program, body, &flow, context));
    }
    found
}

/// Check every function, constant and static that the user wrote.
#[must_use]
pub fn check_program(program: &Program) -> Vec<Diagnostic> {
    let fns = program.user_fns().filter_map(|id| program.body(id));
    fns.chain(program.user_constants()).flat_map(|body| check(program, body)).collect()
}
