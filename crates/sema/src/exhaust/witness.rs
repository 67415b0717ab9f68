//! Values that no pattern matches, as patterns, printed as `rustc` prints them.

use super::constructor::{Ctor, End, SliceKind};
use crate::Program;
use crate::consteval::show_int;
use crate::defs::VariantShape;
use crate::ids::VariantIdx;
use crate::ty::{IntTy, Ty, TyKind};

/// A pattern that stands for values that are not matched.
#[derive(Clone, Debug)]
pub(super) struct Witness {
    pub(super) ctor: Ctor,
    pub(super) ty: Ty,
    pub(super) fields: Vec<Self>,
}

impl Witness {
    /// Any value.
    pub(super) fn wild(ty: Ty) -> Self {
        Self { ctor: Ctor::Wild, ty, fields: Vec::new() }
    }

    /// The pattern's text.
    pub(super) fn text(&self, program: &Program) -> String {
        let parts = || -> Vec<String> { self.fields.iter().map(|f| f.text(program)).collect() };
        match &self.ctor {
            Ctor::Bool(value) => value.to_string(),
            Ctor::Range { lo, hi } => self.range(program, *lo, *hi),
            Ctor::Ref => {
                let mutable = matches!(program.types.kind(self.ty), TyKind::Ref(_, true));
                format!("{}{}", if mutable { "&mut " } else { "&" }, parts().concat())
            }
            Ctor::Struct | Ctor::Variant(_) => self.structure(program, &parts()),
            Ctor::Slice { array, kind } => {
                let parts = parts();
                let SliceKind::Var(prefix, _) = kind else { return format!("[{}]", parts.join(", ")) };
                let (mut before, mut behind) = parts.split_at(*prefix);
                if array.is_some() {
                    // The length is known, so wildcards beside the dots say nothing.
                    while let [rest @ .., last] = before
                        && last == "_"
                    {
                        before = rest;
                    }
                    while let [first, rest @ ..] = behind
                        && first == "_"
                    {
                        behind = rest;
                    }
                }
                let dots = "..".to_owned();
                let all: Vec<&str> =
                    before.iter().chain(std::iter::once(&dots)).chain(behind).map(String::as_str).collect();
                format!("[{}]", all.join(", "))
            }
            Ctor::Opaque(_) | Ctor::Wild | Ctor::Never | Ctor::NonExhaustive | Ctor::Missing => "_".to_owned(),
        }
    }

    fn range(&self, program: &Program, lo: End, hi: End) -> String {
        let kind = program.types.kind(self.ty);
        // The way back from a number's place in the order of its type.
        let value = |at: i128| match kind {
            TyKind::Int(int) => show_int(int.rank(at), int),
            _ => u32::try_from(at).ok().and_then(char::from_u32).map_or(String::new(), |c| format!("{c:?}")),
        };
        if (lo, hi) == (End::NegInfinity, End::PosInfinity) {
            return "_".to_owned();
        }
        // Above the greatest value of `usize` or `isize` there are values in principle.
        let above = match kind {
            TyKind::Int(int @ (IntTy::Usize | IntTy::Isize)) => Some(End::after_all(int)),
            _ => None,
        };
        let start = match lo {
            End::At(at) if lo.next() == hi => return value(at),
            lo if Some(lo) == above => lo.last_before().map_or(String::new(), value),
            End::At(at) => value(at),
            _ => String::new(),
        };
        match (hi, hi.last_before()) {
            (End::At(at), _)
                if lo == End::NegInfinity && matches!(kind, TyKind::Int(int) if int.rank(int.min()) == at) =>
            {
                format!("{start}..{}", value(at))
            }
            (_, Some(last)) => format!("{start}..={}", value(last)),
            (_, None) => format!("{start}.."),
        }
    }

    fn structure(&self, program: &Program, parts: &[String]) -> String {
        let TyKind::Adt(adt, _) = program.types.kind(self.ty) else {
            return match parts {
                [one] => format!("({one},)"),
                parts => format!("({})", parts.join(", ")),
            };
        };
        let def = program.adt_sig(adt);
        let (index, mut name) = match self.ctor {
            Ctor::Variant(variant) => (variant, String::new()),
            _ => (VariantIdx(0), type_path(program, self.ty)),
        };
        let Some(variant) = def.variants.get(index.0 as usize) else { return "_".to_owned() };
        if def.is_enum {
            let is_plain = !def.is_user && matches!(def.name.as_str(), "Option" | "Result");
            name = if is_plain {
                variant.name.to_string()
            } else {
                format!("{}::{}", type_path(program, self.ty), variant.name)
            };
        }
        match variant.shape {
            VariantShape::Unit => name,
            VariantShape::Tuple if parts.is_empty() => name,
            VariantShape::Tuple => format!("{name}({})", parts.join(", ")),
            VariantShape::Named => {
                let mut shown: Vec<String> = variant
                    .fields
                    .iter()
                    .zip(parts)
                    .filter(|(_, part)| *part != "_")
                    .map(|(field, part)| format!("{}: {part}", field.name))
                    .collect();
                if shown.len() < variant.fields.len() {
                    shown.push("..".to_owned());
                }
                format!("{name} {{ {} }}", shown.join(", ")).replace("{  }", "{ }")
            }
        }
    }
}

/// A struct's or enum's name as `rustc` shows it: short where that is clear.
pub(super) fn type_path(program: &Program, ty: Ty) -> String {
    match program.types.kind(ty) {
        TyKind::Adt(adt, _) => {
            let def = program.adt_sig(adt);
            // There is another `Ordering` in the standard library.
            if !def.is_user && def.name == "Ordering" { def.path.to_string() } else { def.name.to_string() }
        }
        _ => program.type_name(ty),
    }
}
