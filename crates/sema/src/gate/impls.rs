//! Implementations that Rust's standard library has and ours lacks: where one is needed, the program is valid Rust.

use super::{STD_METHODS, names_of, std_refusal};
use crate::Program;
use crate::ty::{Ty, TyKind};
use stair_source::{Code, Diagnostic, Span};

/// A refusal of a use of a library trait for `self_ty` (and `arg`, the trait's first argument), if Rust's library has the
/// implementation.
pub(crate) fn std_impl(p: &Program, trait_name: &str, self_ty: Ty, arg: Option<Ty>, span: Span) -> Option<Diagnostic> {
    if !has_impl(p, trait_name, self_ty, arg) {
        return None;
    }
    let ty = p.type_name(self_ty);
    // `PartialEq` of a type with itself needs no argument in its name.
    let what = match arg.filter(|&a| a != self_ty) {
        Some(arg) => format!("`{trait_name}<{}>` for `{ty}`", p.type_name(arg)),
        None => format!("`{trait_name}` for `{ty}`"),
    };
    Some(std_refusal(Code::S0025, &what, span))
}

fn has_impl(p: &Program, trait_name: &str, self_ty: Ty, arg: Option<Ty>) -> bool {
    let kind = |ty: Ty| p.types.kind(ty);
    let arg_kind = arg.map(kind);
    let is_slice = |ty: Ty| matches!(kind(ty), TyKind::Slice(_));
    match (trait_name, kind(self_ty)) {
        ("AsMut" | "IndexMut", TyKind::Str) => true,
        ("AsRef" | "AsMut", TyKind::Ref(inner, true)) => {
            matches!(kind(inner), TyKind::Slice(_) | TyKind::Array(..) | TyKind::Str)
        }
        ("Default", TyKind::Ref(inner, true)) => matches!(kind(inner), TyKind::Slice(_) | TyKind::Str),
        ("TryFrom", TyKind::Int(int)) => arg_kind == Some(TyKind::Char) && int.as_str() == "usize",
        ("PartialEq", TyKind::Array(..)) => matches!(arg_kind, Some(TyKind::Ref(inner, true)) if is_slice(inner)),
        ("PartialEq", TyKind::Ref(inner, true)) if is_slice(inner) => matches!(arg_kind, Some(TyKind::Array(..))),
        ("Clone" | "PartialEq" | "Eq" | "PartialOrd" | "Ord" | "Hash" | "Debug", TyKind::FnPtr(_)) => {
            arg.is_none_or(|arg| arg == self_ty)
        }
        // Where it panics is not known to what is called by an operator.
        ("Div" | "DivAssign", TyKind::Adt(adt, _)) => {
            let entry = &p.tables.adts[adt.index()];
            !entry.is_user && entry.name == "Duration"
        }
        (_, TyKind::Adt(adt, _)) => {
            let entry = &p.tables.adts[adt.index()];
            let method = match trait_name {
                "Clone" => "clone",
                "Debug" => "fmt",
                "Default" => "default",
                "Eq" | "PartialEq" => "eq",
                "Hash" => "hash",
                "Ord" => "cmp",
                "PartialOrd" => "partial_cmp",
                _ => return false,
            };
            let implemented = || {
                let trait_id = p.tables.library_trait(trait_name);
                let impls = trait_id.and_then(|t| p.tables.trait_impls.get(&t));
                impls.is_some_and(|impls| {
                    impls.iter().any(|&i| matches!(kind(p.impl_header(i).self_ty), TyKind::Adt(a, _) if a == adt))
                })
            };
            !entry.is_user
                && arg.is_none_or(|arg| arg == self_ty)
                && names_of(STD_METHODS, &entry.name).is_some_and(|mut names| names.any(|n| n == method))
                && !implemented()
        }
        _ => false,
    }
}
