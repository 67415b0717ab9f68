//! The wording of E0308, E0277, E0282 and their kin.

use super::coerce::Site;
use super::{Cause, FnCtxt, Obligation};
use crate::defs::{Predicate, TraitRef};
use crate::display::trait_name;
use crate::ids::ExprId;
use crate::traits::Goal;
use crate::ty::{FloatTy, InferTy, IntTy, Ty, TyKind};
use crate::typed::{ConstValue, ExprKind};
use stair_source::{Code, Diagnostic, Span};

impl FnCtxt<'_> {
    /// How a label names a type: literals' variables by what they are, types in backquotes.
    fn sort(&self, ty: Ty) -> String {
        match self.kind(ty) {
            TyKind::Infer(InferTy::Int(_)) => "integer".to_owned(),
            TyKind::Infer(InferTy::Float(_)) => "floating-point number".to_owned(),
            TyKind::Infer(InferTy::General(_)) => "`_`".to_owned(),
            TyKind::FnDef(..) => "fn item".to_owned(),
            TyKind::FnPtr(_) => "fn pointer".to_owned(),
            TyKind::Param(_, name) => format!("type parameter `{name}`"),
            TyKind::Projection(..) => "associated type".to_owned(),
            _ => format!("`{}`", self.name(ty)),
        }
    }

    /// "type `i32`", "reference `&str`", "struct `Point`".
    pub(crate) fn found_note(&self, ty: Ty) -> String {
        let what = match self.kind(ty) {
            TyKind::Ref(_, true) => "mutable reference",
            TyKind::Ref(_, false) => "reference",
            TyKind::Ptr(..) => "raw pointer",
            TyKind::Adt(adt, _) if self.p.tables.adts[adt.index()].is_enum => "enum",
            TyKind::Adt(..) => "struct",
            TyKind::Tuple(l) if self.p.types.list(l).is_empty() => "unit type",
            TyKind::Tuple(_) => "tuple",
            TyKind::Array(..) => "array",
            TyKind::Slice(_) => "slice",
            TyKind::FnDef(..) => "fn item",
            TyKind::FnPtr(_) => "fn pointer",
            TyKind::Param(..) => "type parameter",
            _ => "type",
        };
        format!("{what} `{}`", self.name(ty))
    }

    /// E0308 for an expression.
    pub(crate) fn report_mismatch(&mut self, expr: ExprId, expected: Ty, site: &Site) {
        let found = self.ty(expr);
        self.report_mismatch_types(expected, found, site, Some(expr));
    }

    /// E0308.
    pub(crate) fn report_mismatch_types(&mut self, expected: Ty, found: Ty, site: &Site, expr: Option<ExprId>) {
        let (expected, found) = (self.infer.resolve(expected), self.infer.resolve(found));
        if self.infer.has_error(expected) || self.infer.has_error(found) {
            return;
        }
        if self.p.unsized_in_std(expected) || self.p.unsized_in_std(found) {
            self.refuse(crate::gate::Refused::UnsizedField, site.span);
            return;
        }
        let headline = site.headline.clone().unwrap_or_else(|| "mismatched types".to_owned());
        let mut d = Diagnostic::new(site.code.unwrap_or(Code::E0308), site.span, headline);
        d = d.primary(self.expected_found(expected, found));
        let shown = self.name(expected);
        for (span, text) in &site.labels {
            // A remark about another place names the type that was known there.
            let text = if text.contains("{}") { text.replace("{}", &self.name(expected)) } else { text.clone() };
            if *span != site.span {
                d = d.label(*span, text);
            }
        }
        for note in &site.notes {
            d = d.note(note.clone());
        }
        let simple = |t: Ty| {
            matches!(
                self.kind(t),
                TyKind::Bool
                    | TyKind::Char
                    | TyKind::Int(_)
                    | TyKind::Float(_)
                    | TyKind::Str
                    | TyKind::Never
                    | TyKind::Infer(_)
            ) || t == self.common().unit
                || t == self.common().str_ref
                || matches!(self.kind(t), TyKind::Adt(_, l) if self.p.types.list(l).is_empty())
        };
        if site.code.is_none() && !(simple(expected) && simple(found)) {
            let (e, f) = (self.found_note(expected), self.found_note(found));
            let (ew, fw) = (e.find('`').unwrap_or(0), f.find('`').unwrap_or(0));
            // Both types under each other, as rustc aligns them.
            let width = ("expected ".len() + ew).max("   found ".len() + fw);
            let pad = |lead: &str, s: &str, w: usize| {
                let text = format!("{lead}{s}");
                format!("{}{text}", " ".repeat(width.saturating_sub(lead.len() + w)))
            };
            d = d.note(format!("{}\n{}", pad("expected ", &e, ew), pad("found ", &f, fw)));
        }
        let _ = shown;
        if let Some((message, span, text)) = &site.suggestion {
            d = d.suggest(message.clone(), *span, text.clone());
        } else if let Some(expr) = expr {
            d = self.mismatch_advice(d, expr, expected, found);
        }
        self.report(d);
    }

    /// The primary label of E0308.
    fn expected_found(&self, expected: Ty, found: Ty) -> String {
        match (self.kind(expected), self.kind(found)) {
            (TyKind::Array(_, n), TyKind::Array(_, m)) if n != m => {
                if let (Some(n), Some(m)) = (self.p.types.const_value(n), self.p.types.const_value(m)) {
                    let s = |k: u64| if k == 1 { "1 element".to_owned() } else { format!("{k} elements") };
                    return format!("expected an array with a size of {n}, found one with a size of {m}")
                        .replace("1 elements", &s(1));
                }
            }
            (TyKind::Tuple(a), TyKind::Tuple(b)) => {
                let (a, b) = (self.p.types.list(a).len(), self.p.types.list(b).len());
                if a != b && a > 0 && b > 0 {
                    let s = |k: usize| if k == 1 { "1 element".to_owned() } else { format!("{k} elements") };
                    return format!("expected a tuple with {}, found one with {}", s(a), s(b));
                }
            }
            (TyKind::Ref(a, ma), TyKind::Ref(b, mb)) => {
                if ma && !mb {
                    return "types differ in mutability".to_owned();
                }
                let _ = (a, b);
            }
            _ => {}
        }
        let (e, f) = (self.sort(expected), self.sort(found));
        if e == f {
            return format!("expected {e}, found a different {f}");
        }
        format!("expected {e}, found {f}")
    }

    /// What would mend a mismatch.
    fn mismatch_advice(&self, d: Diagnostic, expr: ExprId, expected: Ty, found: Ty) -> Diagnostic {
        let span = self.span(expr);
        if !span.is_user() {
            return d;
        }
        let kind = &self.exprs[expr.index()].kind;
        let is_string =
            |ty: Ty| matches!(self.kind(ty), TyKind::Adt(adt, _) if self.p.tables.library_adt("String") == Some(adt));
        match (self.kind(expected), self.kind(found)) {
            (_, TyKind::Ref(inner, _)) if is_string(expected) && self.kind(inner) == TyKind::Str => {
                d.suggest("try using a conversion method", span.shrink_to_hi(), ".to_string()")
            }
            (TyKind::Ref(inner, false), _) if self.kind(inner) == TyKind::Str && is_string(found) => {
                d.suggest("consider borrowing here", span.shrink_to_lo(), "&")
            }
            (TyKind::Adt(..), _) if self.p.boxed(expected).is_some_and(|inner| self.fits_in_box(inner, found)) => {
                let mut d = d;
                d.suggestions.push(stair_source::Suggestion {
                    message: "store this in the heap by calling `Box::new`".to_owned(),
                    edits: vec![(span.shrink_to_lo(), "Box::new(".to_owned()), (span.shrink_to_hi(), ")".to_owned())],
                });
                d
            }
            // A reference where the value is wanted, and the other way round.
            (_, TyKind::Ref(inner, _)) if self.infer.can_unify(inner, expected) && self.is_copy_ty(expected) => {
                match kind {
                    ExprKind::Borrow { .. } => {
                        let hi = Span { hi: span.lo + 1, ..span };
                        d.suggest("consider removing the borrow", hi, "")
                    }
                    _ => d.suggest("consider dereferencing the borrow", span.shrink_to_lo(), "*"),
                }
            }
            (TyKind::Ref(inner, mutable), _)
                if self.infer.can_unify(inner, found)
                    || matches!((self.kind(inner), self.kind(found)), (TyKind::Slice(a), TyKind::Array(b, _)) if self.infer.can_unify(a, b)) =>
            {
                if mutable {
                    d.suggest("consider mutably borrowing here", span.shrink_to_lo(), "&mut ")
                } else {
                    d.suggest("consider borrowing here", span.shrink_to_lo(), "&")
                }
            }
            (TyKind::Int(to), TyKind::Int(from)) => match kind {
                ExprKind::Constant(ConstValue::Scalar(_)) => {
                    let suffix = from.as_str();
                    let at = Span { lo: span.hi.saturating_sub(suffix.len() as u32), ..span };
                    d.suggest(
                        format!("change the type of the numeric literal from `{suffix}` to `{}`", to.as_str()),
                        at,
                        to.as_str(),
                    )
                }
                _ if lossless(from, to) => d.suggest(
                    format!(
                        "you can convert {} `{}` to {} `{}`",
                        article(from),
                        from.as_str(),
                        article(to),
                        to.as_str()
                    ),
                    span.shrink_to_hi(),
                    ".into()",
                ),
                _ => {
                    let message = format!(
                        "you can convert {} `{}` to {} `{}` and panic if the converted value doesn't fit",
                        article(from),
                        from.as_str(),
                        article(to),
                        to.as_str()
                    );
                    let is_loose = matches!(kind, ExprKind::Cast(..) | ExprKind::Binary(..) | ExprKind::Unary(..));
                    let edits = match is_loose {
                        true => vec![
                            (span.shrink_to_lo(), "(".to_owned()),
                            (span.shrink_to_hi(), ").try_into().unwrap()".to_owned()),
                        ],
                        false => vec![(span.shrink_to_hi(), ".try_into().unwrap()".to_owned())],
                    };
                    let mut d = d;
                    d.suggestions.push(stair_source::Suggestion { message, edits });
                    d
                }
            },
            (TyKind::Float(to), TyKind::Infer(InferTy::Int(_))) => {
                let name = if to == FloatTy::F32 { "f32" } else { "f64" };
                match kind {
                    ExprKind::Constant(_) => d.suggest("use a float literal", span.shrink_to_hi(), ".0"),
                    _ => d.help(format!("you can cast the value: `… as {name}`")),
                }
            }
            (TyKind::Float(to), TyKind::Int(from)) => {
                let name = if to == FloatTy::F32 { "f32" } else { "f64" };
                d.help(format!("you can cast `{}` to `{name}`: `… as {name}`", from.as_str()))
            }
            (TyKind::Int(to), TyKind::Float(_)) => {
                d.help(format!("you can cast the value, dropping its fraction: `… as {}`", to.as_str()))
            }
            (TyKind::Adt(adt, args), _) => {
                // A value where an `Option` or another wrapper is wanted.
                let def = self.p.adt_sig(adt);
                if def.is_enum && !def.is_user {
                    for variant in &def.variants {
                        if let [field] = variant.fields.as_slice() {
                            let ty = self.p.types.subst(field.ty, args);
                            if self.infer.can_unify(ty, found) {
                                let (open, close) = (format!("{}(", variant.name), ")".to_owned());
                                let mut d = d;
                                d.suggestions.push(stair_source::Suggestion {
                                    message: format!("try wrapping the expression in `{}`", variant.name),
                                    edits: vec![(span.shrink_to_lo(), open), (span.shrink_to_hi(), close)],
                                });
                                return d;
                            }
                        }
                    }
                }
                d
            }
            (TyKind::Char, TyKind::Ref(inner, _)) if self.kind(inner) == TyKind::Str => {
                d.help("if you meant to write a `char` literal, use single quotes")
            }
            (TyKind::Ref(inner, _), TyKind::Char) if self.kind(inner) == TyKind::Str => {
                d.help("if you meant to write a string literal, use double quotes")
            }
            (TyKind::Bool, TyKind::Int(_) | TyKind::Infer(InferTy::Int(_))) => d.help("compare with zero: `… != 0`"),
            _ => d,
        }
    }

    /// Whether a value may be what a box of this type is to hold.
    fn fits_in_box(&self, inner: Ty, found: Ty) -> bool {
        match self.kind(inner) {
            TyKind::Dyn(t, ..) => {
                let args = self.p.types.mk_list(&[found]);
                let is_plain = crate::sig::generics_of(&self.p.tables.traits[t.index()].item)
                    .is_none_or(|g| crate::sig::type_params(g).next().is_none());
                is_plain && self.select(|s| s.holds(&Goal::Trait(TraitRef { def: t, args })))
            }
            TyKind::Infer(InferTy::General(_)) => false,
            _ => self.infer.can_unify(inner, found),
        }
    }

    fn is_copy_ty(&self, ty: Ty) -> bool {
        self.library_goal("Copy", &[ty]).is_some_and(|g| self.select(|s| s.holds(&g)))
    }

    /// E0277, or E0271 for an associated type: a requirement that cannot be met.
    pub(crate) fn report_unmet(&mut self, goal: &Goal, obligation: &Obligation) {
        match *goal {
            Goal::Trait(t) => {
                let t = TraitRef { def: t.def, args: self.infer.resolve_list(t.args) };
                if self.p.types.list(t.args).iter().any(|&a| self.infer.has_error(a)) {
                    return;
                }
                let d = self.unmet_trait(t, obligation);
                let duplicate = self
                    .p
                    .tables
                    .diagnostics
                    .borrow()
                    .iter()
                    .any(|o| o.code == d.code && o.span() == d.span() && o.message == d.message);
                if !duplicate {
                    // That a closure is wanted is said once, for what it has to be.
                    if d.message.starts_with("expected a `Fn") {
                        self.p.tables.diagnostics.borrow_mut().retain(|o| {
                            o.code != d.code || o.span() != d.span() || !o.message.starts_with("expected a `Fn")
                        });
                    }
                    self.report(d);
                }
            }
            Goal::Projection(alias, args, ty) => {
                let list = self.p.types.list(args);
                if list.iter().any(|&a| self.infer.has_error(a)) || self.infer.has_error(ty) {
                    return;
                }
                // What the associated type is, if the trait is implemented at all.
                let env = std::rc::Rc::clone(&self.env);
                let select = crate::traits::Select { infer: &self.infer, env: &env };
                let crate::traits::Projected::Is(actual, _) = select.project(alias, args, 0) else {
                    if let Some(def) = self.p.alias_trait(alias) {
                        self.report_unmet(&Goal::Trait(TraitRef { def, args }), obligation);
                    }
                    return;
                };
                if self.infer.has_error(actual) {
                    return;
                }
                let projection = self.p.types.mk(TyKind::Projection(alias, args));
                let (e, f) = (self.name(ty), self.name(actual));
                self.report(
                    Diagnostic::new(
                        Code::E0271,
                        obligation.span,
                        format!("type mismatch resolving `{} == {e}`", self.name(projection)),
                    )
                    .primary(format!("expected `{e}`, found `{f}`")),
                );
            }
        }
    }

    fn unmet_trait(&mut self, t: TraitRef, obligation: &Obligation) -> Diagnostic {
        let args = self.p.types.list(t.args);
        let self_ty = args[0];
        let l = self.name(self_ty);
        let r = args.get(1).map(|&r| self.name(r)).unwrap_or_default();
        let span = obligation.span;
        let entry = &self.p.tables.traits[t.def.index()];
        let shown_trait = trait_name(self.p, t);
        if let Some(d) = self.unmet_closure_kind(t, span) {
            return d;
        }
        let not_implemented = format!("the trait `{shown_trait}` is not implemented for `{l}`");
        let name = if entry.is_user { "" } else { entry.name.as_str() };
        if let Some(refusal) = crate::gate::std_impl(self.p, name, self_ty, args.get(1).copied(), span) {
            return refusal;
        }
        let l_num = self.number_noun(self_ty);
        let r_num = args.get(1).and_then(|&r| self.number_noun(r));
        let l_text = format!("`{l}`");
        let r_text = r_num.map_or_else(|| format!("`{r}`"), str::to_owned);
        let with_op = |message: String, label: String| Diagnostic::new(Code::E0277, span, message).primary(label);
        let d = match name {
            "From" if matches!(obligation.cause, Cause::Question) => {
                with_op(format!("`?` couldn't convert the error to `{l}`"), not_implemented)
                    .note("the question mark operation (`?`) implicitly performs a conversion on the error value using the `From` trait")
            }
            "Add" | "Sub" | "Mul" | "Div" | "Rem" | "BitAnd" | "BitOr" | "BitXor" | "Shl" | "Shr" => {
                let op = match &obligation.cause {
                    Cause::Operator { op, .. } => *op,
                    _ => symbol(name),
                };
                let float_int =
                    matches!(self.p.types.kind(self_ty), TyKind::Infer(InferTy::Float(_)) | TyKind::Float(_))
                        && r_num == Some("an integer");
                let l_here = match l_num {
                    Some("a float") if float_int => "a float".to_owned(),
                    Some("an integer") if r_num == Some("a float") => "an integer".to_owned(),
                    _ => l_text.clone(),
                };
                let r_here = if l_here.starts_with('`') { format!("`{r}`") } else { r_text.clone() };
                let message = match name {
                    "Add" => format!("cannot add {r_here} to {l_here}"),
                    "Sub" => format!("cannot subtract {r_here} from {l_here}"),
                    "Mul" => format!("cannot multiply {l_here} by {r_here}"),
                    "Div" => format!("cannot divide {l_here} by {r_here}"),
                    "Rem" => format!("cannot calculate and assign the remainder of {l_here} divided by {r_here}")
                        .replace("and assign ", ""),
                    _ => format!("no implementation for `{l} {op} {r}`"),
                };
                with_op(message, format!("no implementation for `{l} {op} {r}`")).help(not_implemented)
            }
            "AddAssign" | "SubAssign" | "MulAssign" | "DivAssign" | "RemAssign" | "BitAndAssign" | "BitOrAssign"
            | "BitXorAssign" | "ShlAssign" | "ShrAssign" => {
                let op = match &obligation.cause {
                    Cause::Operator { op, .. } => (*op).to_owned(),
                    _ => format!("{}=", symbol(name.trim_end_matches("Assign"))),
                };
                let message = match name {
                    "AddAssign" => format!("cannot add-assign `{r}` to `{l}`"),
                    "SubAssign" => format!("cannot subtract-assign `{r}` from `{l}`"),
                    "MulAssign" => format!("cannot multiply-assign `{l}` by `{r}`"),
                    "DivAssign" => format!("cannot divide-assign `{l}` by `{r}`"),
                    "RemAssign" => format!("cannot calculate and assign the remainder of `{l}` divided by `{r}`"),
                    _ => format!("no implementation for `{l} {op} {r}`"),
                };
                with_op(message, format!("no implementation for `{l} {op} {r}`")).help(not_implemented)
            }
            "PartialEq" => with_op(
                format!("can't compare {l_text} with {}", if l == r { "itself".to_owned() } else { format!("`{r}`") })
                    .replace("with itself", &format!("with `{r}`")),
                format!("no implementation for `{l} == {r}`"),
            )
            .help(not_implemented),
            "PartialOrd" => with_op(
                format!("can't compare `{l}` with `{r}`"),
                format!("no implementation for `{l} < {r}` and `{l} > {r}`"),
            )
            .help(not_implemented),
            "Display" => Diagnostic::new(Code::E0277, span, format!("`{l}` doesn't implement `std::fmt::Display`"))
                .primary(format!("`{l}` cannot be formatted with the default formatter"))
                .help(format!("the trait `std::fmt::Display` is not implemented for `{l}`"))
                .note("in format strings you may be able to use `{:?}` (or {:#?} for pretty-print) instead"),
            "Debug" => {
                let d = Diagnostic::new(Code::E0277, span, format!("`{l}` doesn't implement `Debug`"))
                    .primary(format!("`{l}` cannot be formatted using `{{:?}}`"))
                    .help(format!("the trait `Debug` is not implemented for `{l}`"));
                self.derive_advice(d, self_ty, "Debug")
            }
            "Sized" => {
                let d = Diagnostic::new(
                    Code::E0277,
                    span,
                    format!("the size for values of type `{l}` cannot be known at compilation time"),
                )
                .primary("doesn't have a size known at compile-time")
                .help(format!("the trait `Sized` is not implemented for `{l}`"));
                match &obligation.cause {
                    Cause::Sized(note) => d.note(*note),
                    _ => d,
                }
            }
            "Fn" | "FnMut" | "FnOnce" => {
                let inputs = args.get(1).map_or(Vec::new(), |&inputs| match self.kind(inputs) {
                    TyKind::Tuple(list) => self.p.types.list(list).iter().map(|&ty| self.name(ty)).collect(),
                    _ => vec![self.name(inputs)],
                });
                let shown = format!("{name}({})", inputs.join(", "));
                Diagnostic::new(Code::E0277, span, format!("expected a `{shown}` closure, found `{l}`"))
                    .primary(format!("expected an `{shown}` closure, found `{l}`"))
                    .help(format!("the trait `{shown}` is not implemented for `{l}`"))
            }
            "Iterator" => Diagnostic::new(Code::E0277, span, format!("`{l}` is not an iterator"))
                .primary(format!("`{l}` is not an iterator"))
                .help(format!("the trait `Iterator` is not implemented for `{l}`")),
            "SliceIndex" => {
                let target = args.get(1).map(|&t| self.name(t)).unwrap_or_default();
                Diagnostic::new(Code::E0277, span, format!("the type `{target}` cannot be indexed by `{l}`"))
                    .primary("slice indices are of type `usize` or ranges of `usize`")
                    .help(not_implemented)
            }
            "Index" | "IndexMut" => {
                Diagnostic::new(Code::E0277, span, format!("the type `{l}` cannot be indexed by `{r}`"))
                    .primary(format!("`{l}` cannot be indexed by `{r}`"))
                    .help(not_implemented)
            }
            _ => {
                let d = Diagnostic::new(
                    Code::E0277,
                    span,
                    format!("the trait bound `{l}: {shown_trait}` is not satisfied"),
                )
                .primary(not_implemented);
                self.derive_advice(d, self_ty, &entry.name)
            }
        };
        match &obligation.cause {
            Cause::Bound { callee, .. } => {
                let callee_entry = &self.p.tables.fns[callee.index()];
                let bound = self.p.fn_sig(*callee).generics.bounds.iter().find_map(|b| match b {
                    Predicate::Trait(b, span) if b.def == t.def => Some(*span),
                    _ => None,
                });
                match bound {
                    Some(span) if span.is_user() => {
                        d.label(span, format!("required by this bound in `{}`", callee_entry.name))
                    }
                    _ if callee_entry.is_user => d.note(format!("required by a bound in `{}`", callee_entry.name)),
                    _ => d,
                }
            }
            Cause::Unsize { from, to } => {
                d.note(format!("required for the cast from `{}` to `{}`", self.name(*from), self.name(*to)))
            }
            _ => d,
        }
    }

    fn derive_advice(&self, d: Diagnostic, ty: Ty, trait_name: &str) -> Diagnostic {
        const DERIVABLE: &[&str] =
            &["Debug", "Clone", "Copy", "PartialEq", "PartialOrd", "Eq", "Ord", "Hash", "Default"];
        if let TyKind::Adt(adt, _) = self.kind(ty)
            && DERIVABLE.contains(&trait_name)
        {
            let entry = &self.p.tables.adts[adt.index()];
            if entry.is_user {
                let name = &entry.name;
                let d = if trait_name == "Debug" {
                    d.note(format!("add `#[derive(Debug)]` to `{name}` or manually `impl Debug for {name}`"))
                } else {
                    d
                };
                return d.suggest(
                    format!("consider annotating `{name}` with `#[derive({trait_name})]`"),
                    entry.item.span.shrink_to_lo(),
                    format!("#[derive({trait_name})]\n"),
                );
            }
        }
        d
    }

    /// "an integer" or "a float" for the variable of a literal.
    fn number_noun(&self, ty: Ty) -> Option<&'static str> {
        match self.p.types.kind(ty) {
            TyKind::Infer(InferTy::Int(_)) => Some("an integer"),
            TyKind::Infer(InferTy::Float(_)) => Some("a float"),
            _ => None,
        }
    }

    /// E0275.
    pub(crate) fn report_overflow(&mut self, goal: &Goal, span: Span) {
        if let Goal::Trait(t) = *goal {
            let args = self.p.types.list(self.infer.resolve_list(t.args));
            let shown = self.name(args[0]);
            let name = &self.p.tables.traits[t.def.index()].name;
            self.report(Diagnostic::new(
                Code::E0275,
                span,
                format!("overflow evaluating the requirement `{shown}: {name}`"),
            ));
        }
    }

    /// E0282.
    pub(crate) fn report_ambiguous(&mut self, at: Span, used: Span) {
        let mut d = Diagnostic::new(Code::E0282, at, "type annotations needed");
        let local = self.locals.iter().find(|l| l.span == at && !l.name.starts_with('$'));
        match local {
            Some(local) => {
                d = d.suggest(
                    format!("consider giving `{}` an explicit type", local.name),
                    at.shrink_to_hi(),
                    ": /* Type */",
                );
                if used != at {
                    d = d.label(used, "type must be known at this point");
                }
            }
            None => d = d.primary("cannot infer type"),
        }
        self.report(d);
    }
}

/// The operator of a trait.
fn symbol(name: &str) -> &'static str {
    match name {
        "Add" => "+",
        "Sub" => "-",
        "Mul" => "*",
        "Div" => "/",
        "Rem" => "%",
        "BitAnd" => "&",
        "BitOr" => "|",
        "BitXor" => "^",
        "Shl" => "<<",
        _ => ">>",
    }
}

/// Whether every value of one integer type is one of the other, by `From`.
fn lossless(from: IntTy, to: IntTy) -> bool {
    let sized = |i: IntTy| !matches!(i, IntTy::Isize | IntTy::Usize);
    let fits = from.min() >= to.min() && from.max() <= to.max();
    match to {
        IntTy::Usize => matches!(from, IntTy::U8 | IntTy::U16),
        IntTy::Isize => matches!(from, IntTy::U8 | IntTy::I8 | IntTy::I16),
        _ => sized(from) && fits,
    }
}

fn article(int: IntTy) -> &'static str {
    match int {
        IntTy::I8 | IntTy::I16 | IntTy::I32 | IntTy::I64 | IntTy::I128 | IntTy::Isize | IntTy::U8 => {
            if int == IntTy::U8 { "a" } else { "an" }
        }
        _ => "a",
    }
}
