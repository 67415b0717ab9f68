//! The diagnostics: E0004 for a `match`, E0005 for a pattern that must always match.

use super::constructor::{Ctor, End};
use super::lower::Pattern;
use super::matrix::{Checker, Unknown};
use super::witness::{Witness, type_path};
use crate::Program;
use crate::ids::{ExprId, PatId};
use crate::ty::{IntTy, Ty, TyKind};
use crate::typed::{Arm, Body, ExprKind, PatKind};
use stair_source::{Code, Diagnostic, Span};

/// Where a pattern must always match.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Refutable {
    /// `let` without `else`; with its initial value, if there is one.
    Let(Option<ExprId>),
    /// A parameter.
    Param,
    /// The pattern of a `for`.
    For,
}

/// How many missing patterns are named.
const SHOWN: usize = 3;

/// Check an [`ExprKind::Match`]; any other expression passes.
pub(crate) fn check_match(program: &Program, body: &Body, id: ExprId) -> Option<Diagnostic> {
    let ExprKind::Match { place, arms } = &body.exprs[id.index()].kind else { return None };
    let scrutinee = &body.exprs[place.index()];
    let checker = Checker::new(program);
    let mut rows = Vec::new();
    for arm in arms {
        rows.push((checker.lower(body, arm.pat)?, arm.guard.is_some()));
    }
    let witnesses = match checker.witnesses(scrutinee.ty, rows, is_valid_place(body, *place)) {
        Ok(witnesses) if witnesses.is_empty() => return None,
        Ok(witnesses) => witnesses,
        Err(Unknown::Error) => return None,
        Err(Unknown::TooComplex) => return Some(too_complex(scrutinee.span)),
    };
    Some(not_exhaustive(program, scrutinee.ty, scrutinee.span, body.exprs[id.index()].span, arms, &witnesses))
}

/// Whether a place is known to hold a value: places behind pointers may not.
fn is_valid_place(body: &Body, id: ExprId) -> bool {
    match body.exprs[id.index()].kind {
        ExprKind::Deref(_) => false,
        ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => is_valid_place(body, base),
        _ => true,
    }
}

fn too_complex(span: Span) -> Diagnostic {
    Diagnostic::new(Code::S0900, span, "these patterns are too complex to be checked")
        .help("match in two steps, or on fewer values at a time")
}

fn not_exhaustive(
    program: &Program,
    ty: Ty,
    span: Span,
    whole: Span,
    arms: &[Arm],
    witnesses: &[Witness],
) -> Diagnostic {
    let types = &program.types;
    let name = program.type_name(ty);
    let is_enum = matches!(types.kind(ty), TyKind::Adt(adt, _) if program.adt_sig(adt).is_enum);
    if arms.is_empty() && !is_enum {
        return Diagnostic::new(Code::E0004, span, format!("non-exhaustive patterns: type `{name}` is non-empty"))
            .note(format!("the matched value is of type `{name}`"))
            .help(
                "ensure that all possible cases are being handled by adding a match arm with a wildcard pattern as shown",
            );
    }
    let texts: Vec<String> = witnesses.iter().map(|w| w.text(program)).collect();
    let joined = join(&texts);
    let mut diagnostic = Diagnostic::new(Code::E0004, span, format!("non-exhaustive patterns: {joined} not covered"))
        .primary(format!("{} {joined} not covered", plural("pattern", texts.len())));
    diagnostic = definition(program, ty, witnesses, diagnostic);
    diagnostic = diagnostic.note(format!("the matched value is of type `{name}`"));
    if let Some(note) = endless(program, ty, witnesses) {
        diagnostic = diagnostic.note(note);
    }
    if !arms.is_empty() && arms.iter().all(|arm| arm.guard.is_some()) {
        diagnostic = diagnostic.note("match arms with guards don't count towards exhaustivity");
    }
    let how = match texts.len() {
        1 => " or an explicit pattern as shown",
        2 | 3 => ", a match arm with multiple or-patterns as shown, or multiple match arms",
        _ => " as shown, or multiple match arms",
    };
    let message =
        format!("ensure that all possible cases are being handled by adding a match arm with a wildcard pattern{how}");
    let pattern = if texts.len() < 4 { texts.join(" | ") } else { "_".to_owned() };
    match arms.last() {
        Some(last) if last.span.is_user() && whole.contains(last.span) => {
            diagnostic.suggest(message, last.span.shrink_to_hi(), format!(", {pattern} => todo!()"))
        }
        _ => diagnostic.help(message),
    }
}

/// Point at the type's definition, and at the variants that are missing.
fn definition(program: &Program, ty: Ty, witnesses: &[Witness], mut diagnostic: Diagnostic) -> Diagnostic {
    let mut ty = ty;
    while let TyKind::Ref(inner, _) = program.types.kind(ty) {
        ty = inner;
    }
    let TyKind::Adt(adt, _) = program.types.kind(ty) else { return diagnostic };
    let def = program.adt_sig(adt);
    if !def.is_user {
        return diagnostic;
    }
    diagnostic = diagnostic.label(def.span, format!("`{}` defined here", type_path(program, ty)));
    let mut missing = Vec::new();
    for witness in witnesses.iter().take(5) {
        variants_of(ty, witness, &mut missing);
    }
    for variant in missing {
        if let Some(variant) = def.variants.get(variant) {
            diagnostic = diagnostic.label(variant.span, "not covered");
        }
    }
    diagnostic
}

fn variants_of(ty: Ty, witness: &Witness, found: &mut Vec<usize>) {
    if let Ctor::Variant(variant) = witness.ctor
        && witness.ty == ty
        && !found.contains(&(variant.0 as usize))
    {
        found.push(variant.0 as usize);
    }
    witness.fields.iter().for_each(|field| variants_of(ty, field, found));
}

/// Why a type without end needs a wildcard.
fn endless(program: &Program, ty: Ty, witnesses: &[Witness]) -> Option<String> {
    if program.types.kind(ty) == program.types.kind(program.types.common.str_ref) {
        return Some("`&str` cannot be matched exhaustively, so a wildcard `_` is necessary".to_owned());
    }
    fn above(program: &Program, witness: &Witness) -> Option<IntTy> {
        if let (Ctor::Range { lo, .. }, TyKind::Int(int)) = (&witness.ctor, program.types.kind(witness.ty))
            && matches!(int, IntTy::Usize | IntTy::Isize)
            && *lo == End::after_all(int)
        {
            return Some(int);
        }
        witness.fields.iter().find_map(|field| above(program, field))
    }
    let int = witnesses.iter().find_map(|witness| above(program, witness))?;
    let end = format!("{}::MAX", int.as_str());
    Some(format!("`{end}` is not treated as exhaustive, so half-open ranges are necessary to match exhaustively"))
}

/// Check a pattern that must always match.
pub(crate) fn check_irrefutable(program: &Program, body: &Body, id: PatId, place: Refutable) -> Option<Diagnostic> {
    let pat = &body.pats[id.index()];
    if matches!(pat.kind, PatKind::Wild | PatKind::Binding { sub: None, .. }) {
        return None;
    }
    let checker = Checker::new(program);
    let pattern: Pattern = checker.lower(body, id)?;
    let is_valid = match place {
        Refutable::Let(Some(init)) => is_valid_place(body, init),
        _ => true,
    };
    let witnesses = match checker.witnesses(pat.ty, vec![(pattern, false)], is_valid) {
        Ok(witnesses) if witnesses.is_empty() => return None,
        Ok(witnesses) => witnesses,
        Err(Unknown::Error) => return None,
        Err(Unknown::TooComplex) => return Some(too_complex(pat.span)),
    };
    let texts: Vec<String> = witnesses.iter().map(|w| w.text(program)).collect();
    let what = match place {
        Refutable::Let(_) => "local binding",
        Refutable::Param => "function argument",
        Refutable::For => "`for` loop binding",
    };
    let mut diagnostic = Diagnostic::new(Code::E0005, pat.span, format!("refutable pattern in {what}"))
        .primary(format!("{} {} not covered", plural("pattern", texts.len()), join(&texts)));
    if let Refutable::Let(_) = place {
        diagnostic = diagnostic
            .note(
                "`let` bindings require an \"irrefutable pattern\", like a `struct` or an `enum` with only one variant",
            )
            .note("for more information, visit https://doc.rust-lang.org/book/ch19-02-refutability.html");
    }
    diagnostic = definition(program, pat.ty, &witnesses, diagnostic)
        .note(format!("the matched value is of type `{}`", program.type_name(pat.ty)));
    if let Refutable::Let(Some(init)) = place
        && binds(body, id)
    {
        let variants = if texts.len() == 1 { "variant that isn't" } else { "variants that aren't" };
        let message = format!("you might want to use `let...else` to handle the {variants} matched");
        let end = body.exprs[init.index()].span.shrink_to_hi();
        diagnostic = diagnostic.suggest(message, end, " else { todo!() }");
    }
    Some(diagnostic)
}

/// Whether a pattern binds a variable.
fn binds(body: &Body, id: PatId) -> bool {
    match &body.pats[id.index()].kind {
        PatKind::Binding { .. } => true,
        PatKind::Fields(fields) | PatKind::Variant { fields, .. } => fields.iter().any(|&(_, sub)| binds(body, sub)),
        PatKind::Deref(sub) => binds(body, *sub),
        PatKind::Slice { prefix, rest, suffix } => {
            prefix.iter().chain(rest.iter().flatten()).chain(suffix).any(|&sub| binds(body, sub))
        }
        PatKind::Or(alternatives) => alternatives.iter().any(|&sub| binds(body, sub)),
        PatKind::Wild | PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Error => false,
    }
}

fn plural(word: &str, count: usize) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}

/// "`A`", "`A` and `B`", "`A`, `B`, `C` and 2 more".
fn join(texts: &[String]) -> String {
    match texts {
        [one] => format!("`{one}`"),
        [head @ .., last] if head.len() < SHOWN => format!("`{}` and `{last}`", head.join("`, `")),
        texts => format!("`{}` and {} more", texts[..SHOWN].join("`, `"), texts.len() - SHOWN),
    }
}
