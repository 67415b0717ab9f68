//! Constant evaluation: the values of constants, statics, array lengths and discriminants, computed by running the typed
//! tree; the promotion of borrowed constants; and the lints that a known value makes into errors.

mod call;
mod error;
mod eval;
mod intrinsics;
mod lint;
mod literals;
mod locks;
mod memory;
mod numbers;
mod pattern;
mod promote;

pub use error::ConstError;
pub use lint::lint;
pub(crate) use literals::out_of_range;
pub(crate) use numbers::show as show_int;
pub(crate) use promote::has_cell;
pub use promote::promote;

use crate::Program;
use crate::ids::{ConstId, StaticId};
use crate::ty::TyList;
use crate::typed::{Body, ConstValue};
use eval::Machine;
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use stair_source::{Code, Diagnostic, Span};
use std::cell::RefCell;
use std::hash::Hash;

/// Values that were computed before; the tables of a program hold one.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    consts: Known<(ConstId, TyList)>,
    statics: Known<StaticId>,
}

/// What was computed for each key: `None` while the computation runs, so that meeting it again is a cycle; the inner
/// `None` after an error, which was reported.
type Known<K> = RefCell<IndexMap<K, Option<Option<ConstValue>>, FxBuildHasher>>;

/// How many steps an evaluation may take: expressions, of which one in a loop counts each time.
pub(crate) const MAX_STEPS: u64 = 4_000_000;

/// How many calls may be under way within one another: `rustc`'s own limit.
pub(crate) const MAX_CALLS: usize = 128;

/// The value of a constant for these arguments. An error is reported, once; then `None`.
pub(crate) fn const_value(program: &Program, id: ConstId, args: TyList) -> Option<ConstValue> {
    let (id, args) = crate::traits::resolve_const(program, id, args);
    let entry = &program.tables.consts[id.index()];
    let cycle = || cycle("constant", &entry.path, entry.item.span);
    remember(&program.tables.const_values.consts, (id, args), program, cycle, || {
        let body = program.const_body(id)?;
        Some((eval_body(program, body, args), entry.path.to_string()))
    })
}

/// The first value of a static. An error is reported, once; then `None`.
pub(crate) fn static_value(program: &Program, id: StaticId) -> Option<ConstValue> {
    let entry = &program.tables.statics[id.index()];
    let cycle = || cycle("static", &entry.path, entry.item.span);
    remember(&program.tables.const_values.statics, id, program, cycle, || {
        let body = program.static_body(id)?;
        Some((eval_body(program, body, TyList::EMPTY), entry.path.to_string()))
    })
}

/// What is said of a value that needs itself.
fn cycle(what: &str, name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::E0391, span, format!("cycle detected when evaluating the {what} `{name}`"))
        .primary("its value needs itself")
}

fn remember<K: Copy + Eq + Hash>(
    memo: &Known<K>,
    key: K,
    program: &Program,
    cycle: impl FnOnce() -> Diagnostic,
    compute: impl FnOnce() -> Option<(Result<ConstValue, ConstError>, String)>,
) -> Option<ConstValue> {
    let known = memo.borrow().get(&key).cloned();
    match known {
        Some(Some(known)) => return known,
        Some(None) => {
            program.tables.report(cycle());
            return None;
        }
        None => {}
    }
    memo.borrow_mut().insert(key, None);
    let value = match compute() {
        Some((Ok(value), _)) => Some(value),
        Some((Err(error), name)) => {
            if let Some(diagnostic) = error.diagnostic(&name) {
                program.tables.report(diagnostic);
            }
            None
        }
        None => {
            // There is no body: it has errors, or it is being checked right now and needs this very value.
            if program.tables.diagnostic_count() == 0 {
                program.tables.report(cycle());
            }
            None
        }
    };
    memo.borrow_mut().insert(key, Some(value.clone()));
    value
}

/// Run the body of a constant.
pub fn eval_body(program: &Program, body: &Body, args: TyList) -> Result<ConstValue, ConstError> {
    Machine::new(program).constant(body, args)
}
