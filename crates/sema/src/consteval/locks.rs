//! The lint `let_underscore_lock`: a `let` that drops the guard of a lock at once.

use crate::Program;
use crate::ty::{Ty, TyKind};
use crate::typed::{Body, PatKind, StmtKind};
use stair_source::{Code, Diagnostic, Span};

/// The library's types that hold a lock as long as they live.
const GUARDS: &[&str] = &["MutexGuard", "RwLockReadGuard", "RwLockWriteGuard"];

/// The places in patterns of `let` where a lock is locked and, because nothing is bound, unlocked again.
pub(super) fn locks(program: &Program, body: &Body) -> Vec<Diagnostic> {
    let lets = || {
        body.blocks.iter().flat_map(|block| &block.stmts).filter_map(|stmt| match stmt.kind {
            StmtKind::Let { pat, .. } => Some(body.pats[pat.index()].span),
            StmtKind::Expr(_) => None,
        })
    };
    let is_within_let = |at: Span| {
        lets().any(|whole| whole.is_user() && at.file == whole.file && whole.lo <= at.lo && at.hi <= whole.hi)
    };
    body.pats
        .iter()
        // `..` is no `_`.
        .filter(|pat| matches!(pat.kind, PatKind::Wild) && pat.span.hi - pat.span.lo == 1)
        .filter(|pat| is_guard(program, pat.ty) && is_within_let(pat.span))
        .map(|pat| {
            let advice = "consider binding to an unused variable to avoid immediately dropping the value";
            Diagnostic::new(Code::LetUnderscoreLock, pat.span, "non-binding let on a synchronization lock")
                .primary("this lock is not assigned to a binding and is immediately dropped")
                .suggest(advice, pat.span, "_unused")
        })
        .collect()
}

/// Whether the type is a guard, or a `Result` of one.
fn is_guard(program: &Program, ty: Ty) -> bool {
    let TyKind::Adt(adt, args) = program.types.kind(ty) else { return false };
    if program.tables.library_adt("Result") == Some(adt) {
        let held = program.types.list(args).first().copied();
        let held = held.map(|held| program.types.kind(held));
        return matches!(held, Some(TyKind::Adt(held, _)) if is_guard_type(program, held));
    }
    is_guard_type(program, adt)
}

fn is_guard_type(program: &Program, adt: crate::ids::AdtId) -> bool {
    let def = program.adt_def(adt);
    !def.is_user && GUARDS.contains(&def.name.as_str())
}
