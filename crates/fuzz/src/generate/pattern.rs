//! Patterns and the arms of matches.

use super::types::{Fields, INTS, Shape, Ty};
use super::{Generator, Var};

/// An arm up to its arrow, and what it binds.
pub(super) struct Arm {
    pub(super) head: String,
    pub(super) bindings: Vec<Var>,
}

/// What is bound so far while a pattern is made.
type Bindings = Vec<Binding>;

struct Binding {
    name: String,
    ty: Ty,
    /// Bound with `mut`.
    mutable: bool,
}

impl Generator {
    /// Arms that cover every value. With `by_reference` the scrutinee is a reference, and bindings are references.
    pub(super) fn arms(&mut self, ty: &Ty, by_reference: bool) -> Vec<Arm> {
        let mut arms = Vec::new();
        for _ in 0..self.rng.within(0, 3) {
            let mut bindings = Vec::new();
            // `&pattern` looks through the reference itself, and then binds values.
            let through = by_reference && self.types.is_copy(ty) && self.rng.chance(20);
            let by_reference = by_reference && !through;
            let mut head = self.pattern(ty, 3, by_reference, &mut bindings);
            if through {
                head = format!("&({head})");
            } else if bindings.is_empty() && self.rng.chance(25) {
                head = format!("{head} | {}", self.pattern_without_bindings(ty, by_reference));
            }
            let bindings = self.bound(bindings, by_reference);
            // Combinations of alternatives under a guard are limited.
            if self.rng.chance(25) && head.matches(" | ").count() <= 6 {
                let vars = self.vars.len();
                self.vars.extend(bindings.iter().cloned());
                let effects = std::mem::replace(&mut self.effects, false);
                let guard = self.value(&Ty::Bool, 1);
                self.effects = effects;
                self.vars.truncate(vars);
                head = format!("{head} if {guard}");
            }
            arms.push(Arm { head, bindings });
        }
        let rest: Vec<(String, Fields)> = match ty {
            Ty::Enum(i) if self.rng.chance(60) => {
                let declared = self.types.enums[*i].clone();
                declared.variants.iter().map(|v| (format!("{}::", declared.name), v.clone())).collect()
            }
            _ => Vec::new(),
        };
        for (path, variant) in &rest {
            let mut bindings = Vec::new();
            let head = self.fields_pattern(path, variant, 0, by_reference, &mut bindings);
            arms.push(Arm { head, bindings: self.bound(bindings, by_reference) });
        }
        if *ty == Ty::Bool && self.rng.chance(50) {
            for head in ["true", "false"] {
                arms.push(Arm { head: head.into(), bindings: Vec::new() });
            }
        } else if let Ty::Option(inner) = ty
            && self.rng.chance(60)
        {
            let name = self.name("b");
            let bound = vec![Binding { name: name.clone(), ty: (**inner).clone(), mutable: false }];
            let bindings = self.bound(bound, by_reference);
            arms.push(Arm { head: format!("Some({name})"), bindings });
            arms.push(Arm { head: "None".into(), bindings: Vec::new() });
        } else if rest.is_empty() {
            let (head, bindings) = if self.rng.chance(40) {
                let name = self.name("b");
                (name.clone(), self.bound(vec![Binding { name, ty: ty.clone(), mutable: false }], by_reference))
            } else {
                ("_".into(), Vec::new())
            };
            arms.push(Arm { head, bindings });
        }
        arms
    }

    fn bound(&mut self, bindings: Bindings, by_reference: bool) -> Vec<Var> {
        let one = |Binding { name, ty, mutable }: Binding| Var {
            place: if by_reference { format!("(*{name})") } else { name },
            ty,
            mutable,
            frozen: false,
            hidden: false,
        };
        bindings.into_iter().map(one).collect()
    }

    /// A pattern that binds nothing, for a value.
    pub(super) fn test_pattern(&mut self, ty: &Ty) -> String {
        self.pattern_without_bindings(ty, false)
    }

    /// A pattern that may fail, with what it binds, for a value.
    pub(super) fn refutable(&mut self, ty: &Ty) -> (String, Vec<Var>) {
        let mut bindings = Vec::new();
        let pattern = self.pattern(ty, 3, false, &mut bindings);
        (pattern, self.bound(bindings, false))
    }

    /// A pattern that always matches, with what it binds, for a value.
    pub(super) fn irrefutable(&mut self, ty: &Ty) -> (String, Vec<Var>) {
        let mut bindings = Vec::new();
        let pattern = self.irrefutable_into(ty, 2, &mut bindings);
        (pattern, self.bound(bindings, false))
    }

    fn irrefutable_into(&mut self, ty: &Ty, depth: usize, bindings: &mut Bindings) -> String {
        match ty {
            Ty::Tuple(parts) if depth > 0 => {
                let parts: Vec<String> = parts.iter().map(|t| self.irrefutable_into(t, depth - 1, bindings)).collect();
                if parts.len() == 1 { format!("({},)", parts[0]) } else { format!("({})", parts.join(", ")) }
            }
            Ty::Array(element, len) if depth > 0 && self.rng.chance(60) => {
                let parts: Vec<String> =
                    (0..*len).map(|_| self.irrefutable_into(element, depth - 1, bindings)).collect();
                format!("[{}]", parts.join(", "))
            }
            Ty::Struct(i) if depth > 0 && self.rng.chance(70) => {
                let fields = self.types.structs[*i].fields.clone();
                let parts: Vec<String> =
                    fields.fields.iter().map(|(_, t)| self.irrefutable_into(t, depth - 1, bindings)).collect();
                fields_of(&fields, "", &parts, false)
            }
            _ if self.rng.chance(15) => "_".into(),
            _ => {
                let name = self.name("d");
                bindings.push(Binding { name: name.clone(), ty: ty.clone(), mutable: false });
                name
            }
        }
    }

    fn pattern_without_bindings(&mut self, ty: &Ty, by_reference: bool) -> String {
        for _ in 0..5 {
            let mut bindings = Vec::new();
            let pattern = self.pattern(ty, 2, by_reference, &mut bindings);
            if bindings.is_empty() {
                return pattern;
            }
        }
        "_".into()
    }

    fn pattern(&mut self, ty: &Ty, depth: usize, by_reference: bool, bindings: &mut Bindings) -> String {
        if depth == 0 || self.rng.chance(15) {
            if self.rng.chance(40) {
                return "_".into();
            }
            let name = self.name("b");
            let mutable = !by_reference && self.rng.chance(15);
            bindings.push(Binding { name: name.clone(), ty: ty.clone(), mutable });
            return if mutable { format!("mut {name}") } else { name };
        }
        let less = depth - 1;
        if self.rng.chance(12) {
            return self.alternatives(ty, less, by_reference, bindings);
        }
        // A constant does not look through a reference.
        if !by_reference
            && self.rng.chance(15)
            && let Some(constant) = self.constant_pattern(ty)
        {
            return constant;
        }
        match ty {
            Ty::Int(i) => self.integer_pattern(*i, by_reference, bindings),
            Ty::Bool => self.literal(ty),
            Ty::Char => match self.rng.below(4) {
                0 => "'a'..='z'".into(),
                1 => {
                    let name = self.name("b");
                    bindings.push(Binding { name: name.clone(), ty: Ty::Char, mutable: false });
                    format!("{name} @ '0'..='9'")
                }
                2 => "'\\0'..'m'".into(),
                _ => self.literal(ty),
            },
            Ty::Str if !by_reference => self.literal(ty),
            Ty::Tuple(parts) => {
                if parts.len() > 1 && self.rng.chance(20) {
                    let first = self.pattern(&parts[0], less, by_reference, bindings);
                    return format!("({first}, ..)");
                }
                let parts: Vec<String> = parts.iter().map(|t| self.pattern(t, less, by_reference, bindings)).collect();
                if parts.len() == 1 { format!("({},)", parts[0]) } else { format!("({})", parts.join(", ")) }
            }
            Ty::Array(element, len) => {
                if *len > 1 && self.rng.chance(40) {
                    let first = self.pattern(element, less, by_reference, bindings);
                    let last = self.pattern(element, less, by_reference, bindings);
                    return format!("[{first}, .., {last}]");
                }
                let parts: Vec<String> =
                    (0..*len).map(|_| self.pattern(element, less, by_reference, bindings)).collect();
                format!("[{}]", parts.join(", "))
            }
            Ty::Slice(element) => match self.rng.below(4) {
                0 => "[]".into(),
                1 => format!("[{}]", self.pattern(element, less, by_reference, bindings)),
                2 => {
                    let first = self.pattern(element, less, by_reference, bindings);
                    let name = self.name("b");
                    bindings.push(Binding { name: name.clone(), ty: ty.clone(), mutable: false });
                    format!("[{first}, {name} @ ..]")
                }
                _ => {
                    let first = self.pattern(element, less, by_reference, bindings);
                    format!("[{first}, .., {}]", self.pattern(element, less, by_reference, bindings))
                }
            },
            Ty::Option(inner) => {
                if self.rng.chance(30) {
                    "None".into()
                } else {
                    format!("Some({})", self.pattern(inner, less, by_reference, bindings))
                }
            }
            Ty::Struct(i) => {
                let fields = self.types.structs[*i].fields.clone();
                self.fields_pattern("", &fields, less, by_reference, bindings)
            }
            Ty::Enum(i) => {
                let declared = self.types.enums[*i].clone();
                let variant = self.rng.pick(&declared.variants).clone();
                self.fields_pattern(&format!("{}::", declared.name), &variant, less, by_reference, bindings)
            }
            _ => "_".into(),
        }
    }

    /// `(a | b)`, nested anywhere. Alternatives bind nothing, or each the same variable.
    fn alternatives(&mut self, ty: &Ty, depth: usize, by_reference: bool, bindings: &mut Bindings) -> String {
        if let Ty::Enum(i) = ty
            && self.rng.chance(60)
            && let Some(text) = self.binding_alternatives(*i, bindings)
        {
            return text;
        }
        let mut parts = Vec::new();
        for _ in 0..self.rng.within(2, 3) {
            let mut none = Vec::new();
            let part = self.pattern(ty, depth.max(1), by_reference, &mut none);
            parts.push(if none.is_empty() { part } else { "_".into() });
        }
        // `_` takes everything: it comes last.
        parts.sort_by_key(|part| part == "_");
        format!("({})", parts.join(" | "))
    }

    /// Variants that have a field of one type, bound in each.
    fn binding_alternatives(&mut self, number: usize, bindings: &mut Bindings) -> Option<String> {
        let declared = self.types.enums[number].clone();
        let fields: Vec<&Ty> = declared.variants.iter().flat_map(|v| v.fields.iter().map(|(_, t)| t)).collect();
        if fields.is_empty() {
            return None;
        }
        let ty = (*self.rng.pick(&fields)).clone();
        let name = self.name("b");
        let mut parts = Vec::new();
        for variant in &declared.variants {
            if let Some(at) = variant.fields.iter().position(|(_, t)| *t == ty) {
                let part = |i| if i == at { name.clone() } else { "_".to_string() };
                let listed: Vec<String> = (0..variant.fields.len()).map(part).collect();
                parts.push(fields_of(variant, &format!("{}::", declared.name), &listed, false));
            }
        }
        bindings.push(Binding { name, ty, mutable: false });
        Some(format!("({})", parts.join(" | ")))
    }

    /// The name of a constant that can stand in a pattern.
    fn constant_pattern(&mut self, ty: &Ty) -> Option<String> {
        if !matches!(ty, Ty::Int(_) | Ty::Bool | Ty::Char | Ty::Str) {
            return None;
        }
        let fits = |(name, constant, known): &(String, Ty, bool)| (*known && constant == ty).then(|| name.clone());
        let names: Vec<String> = self.constants.iter().filter_map(fits).collect();
        (!names.is_empty()).then(|| self.rng.pick(&names).clone())
    }

    fn integer_pattern(&mut self, index: usize, by_reference: bool, bindings: &mut Bindings) -> String {
        let name = INTS[index];
        let low = self.rng.below(100) as i64;
        let low = if index < 5 && self.rng.chance(40) { -low } else { low };
        let high = low + 1 + self.rng.below(27) as i64;
        match self.rng.below(8) {
            0 => format!("{low}..={high}"),
            1 => format!("{low}..{high}"),
            2 => format!("({low}..)"),
            3 => format!("(..={high})"),
            4 => {
                let bound = self.name("b");
                bindings.push(Binding { name: bound.clone(), ty: Ty::Int(index), mutable: false });
                format!("{bound} @ {low}..={high}")
            }
            5 => {
                let bound = self.name("b");
                bindings.push(Binding { name: bound.clone(), ty: Ty::Int(index), mutable: false });
                format!("{bound} @ ({low} | {high}..)")
            }
            6 if !by_reference => format!("{name}::MAX"),
            _ => low.to_string(),
        }
    }

    fn fields_pattern(
        &mut self,
        path: &str,
        fields: &Fields,
        depth: usize,
        by_reference: bool,
        bindings: &mut Bindings,
    ) -> String {
        let shown = if fields.fields.len() > 1 && self.rng.chance(20) { 1 } else { fields.fields.len() };
        let parts: Vec<String> =
            fields.fields[..shown]
                .iter()
                .map(|(_, t)| {
                    if depth == 0 { self.bind_all(t, bindings) } else { self.pattern(t, depth, by_reference, bindings) }
                })
                .collect();
        fields_of(fields, path, &parts, shown < fields.fields.len())
    }

    fn bind_all(&mut self, ty: &Ty, bindings: &mut Bindings) -> String {
        if self.rng.chance(20) {
            return "_".into();
        }
        let name = self.name("b");
        bindings.push(Binding { name: name.clone(), ty: ty.clone(), mutable: false });
        name
    }
}

/// The pattern of a struct or variant from its parts' patterns.
fn fields_of(fields: &Fields, path: &str, parts: &[String], rest: bool) -> String {
    let name = &fields.name;
    let dots = if rest { ", .." } else { "" };
    match fields.shape {
        Shape::Unit => format!("{path}{name}"),
        Shape::Tuple => format!("{path}{name}({}{dots})", parts.join(", ")),
        Shape::Named => {
            let listed: Vec<String> = fields.fields.iter().zip(parts).map(|((n, _), p)| format!("{n}: {p}")).collect();
            format!("{path}{name} {{ {}{dots} }}", listed.join(", "))
        }
    }
}
