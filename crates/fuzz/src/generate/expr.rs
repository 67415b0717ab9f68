//! Expressions of a wanted type.

use super::types::{Fields, INTS, Shape, Ty};
use super::{Function, Generator, MAX_COST, Pass, Var};

/// An expression's text, and whether `rustc` may know its value.
pub(super) struct Expr {
    pub(super) text: String,
    known: bool,
}

fn unknown(text: impl Into<String>) -> Expr {
    Expr { text: text.into(), known: false }
}

impl Generator {
    /// An expression whose value `rustc` does not know.
    pub(super) fn value(&mut self, ty: &Ty, depth: usize) -> String {
        let expr = self.expr(ty, depth);
        if expr.known { self.hide(ty, &expr.text) } else { expr.text }
    }

    /// A known scalar, made unknown.
    fn hide(&mut self, ty: &Ty, text: &str) -> String {
        if !matches!(ty, Ty::Int(_) | Ty::F32 | Ty::F64 | Ty::Bool | Ty::Char) {
            return text.into();
        }
        if !self.opaque.contains(ty) {
            self.opaque.push(ty.clone());
        }
        format!("o_{}({text})", self.types.name(ty))
    }

    /// A literal of a scalar type.
    pub(super) fn literal(&mut self, ty: &Ty) -> String {
        match ty {
            Ty::Int(i) => {
                let name = INTS[*i];
                let bits = ty.bits();
                match self.rng.below(20) {
                    0 => format!("{name}::MAX"),
                    1 => format!("{name}::MIN"),
                    2 => format!("0x{:x}{name}", self.rng.bits() >> (64 - bits + 1)),
                    3 | 4 if ty.is_signed() => format!("(-{}{name})", self.rng.within(1, 100)),
                    5 | 6 => format!("{}{name}", self.rng.within(10, 120)),
                    _ => format!("{}{name}", self.rng.below(10)),
                }
            }
            Ty::F32 | Ty::F64 => {
                let name = if *ty == Ty::F32 { "f32" } else { "f64" };
                match self.rng.below(14) {
                    0 => format!("{name}::NAN"),
                    1 => format!("{name}::INFINITY"),
                    2 => format!("{name}::MAX"),
                    3 => format!("(-0.0{name})"),
                    4 => format!("(-{}.{}{name})", self.rng.below(100), self.rng.below(1000)),
                    5 => format!("{}e{}{name}", self.rng.within(1, 9), self.rng.below(30)),
                    6 => format!("{}e-{}{name}", self.rng.within(1, 9), self.rng.below(30)),
                    7 => format!("{name}::EPSILON"),
                    _ => format!("{}.{}{name}", self.rng.below(100), self.rng.below(1000)),
                }
            }
            Ty::Bool => (*self.rng.pick(&["true", "false"])).into(),
            Ty::Char => (*self.rng.pick(&[
                "'a'",
                "'Z'",
                "'0'",
                "' '",
                "'\\n'",
                "'\\''",
                "'é'",
                "'ß'",
                "'\\u{1F600}'",
                "'中'",
                "'\\0'",
                "'\\\\'",
                "'\\u{7f}'",
            ]))
            .into(),
            _ => (*self.rng.pick(&[
                "\"\"",
                "\"a\"",
                "\"hello\"",
                "\"two words\"",
                "\"tab\\tquote\\\"\"",
                "\"naïve café\"",
                "\"日本\"",
                "r\"raw\\n\"",
                "\"line\\nbreak\"",
                "\"{}\"",
            ]))
            .into(),
        }
    }

    /// The simplest value of a type, which needs nothing around it.
    pub(super) fn simplest(&self, ty: &Ty) -> String {
        match ty {
            Ty::Int(i) => format!("1{}", INTS[*i]),
            Ty::F32 => "1.0f32".into(),
            Ty::F64 => "1.0f64".into(),
            Ty::Bool => "true".into(),
            Ty::Char => "'a'".into(),
            Ty::Str => "\"a\"".into(),
            Ty::Tuple(parts) => format!("({},)", parts.iter().map(|t| self.simplest(t)).collect::<Vec<_>>().join(", "))
                .replace(",)", if parts.len() == 1 { ",)" } else { ")" }),
            Ty::Array(element, len) => format!("[{}]", vec![self.simplest(element); *len].join(", ")),
            Ty::Option(_) => "None".into(),
            Ty::Struct(i) => self.simplest_fields("", &self.types.structs[*i].fields),
            Ty::Enum(i) => {
                let declared = &self.types.enums[*i];
                self.simplest_fields(&format!("{}::", declared.name), &declared.variants[0])
            }
            Ty::Slice(_) => "[]".into(),
            Ty::Vec(element) => format!("Vec::<{}>::new()", self.types.name(element)),
            Ty::Text => "String::new()".into(),
            Ty::Boxed(inner) => format!("Box::new({})", self.simplest(inner)),
            Ty::Noisy => "Noisy(1)".into(),
        }
    }

    fn simplest_fields(&self, path: &str, fields: &Fields) -> String {
        let values: Vec<String> = fields.fields.iter().map(|(_, t)| self.simplest(t)).collect();
        construct(path, fields, &values)
    }

    pub(super) fn expr(&mut self, ty: &Ty, depth: usize) -> Expr {
        self.cost += self.times / 4;
        if depth == 0 || self.rng.chance(15) {
            return self.leaf(ty, depth);
        }
        match self.rng.below(20) {
            0 => {
                let (condition, a, b) =
                    (self.value(&Ty::Bool, 1), self.value(ty, depth - 1), self.value(ty, depth - 1));
                return unknown(format!("(if {condition} {{ {a} }} else {{ {b} }})"));
            }
            1 if self.effects => return self.block(ty, depth),
            2 | 3 => {
                if let Some(call) = self.call(ty, depth) {
                    return unknown(call);
                }
            }
            4 => return unknown(self.match_expr(ty, depth)),
            5 => {
                let inner = Ty::Option(Box::new(ty.clone()));
                let (option, other) = (self.value(&inner, depth - 1), self.value(ty, 0));
                return unknown(format!("({option}).unwrap_or({other})"));
            }
            6 => {
                let other = self.types.scalar(&mut self.rng);
                let first = self.rng.chance(50);
                let (a, b) = if first { (ty.clone(), other) } else { (other, ty.clone()) };
                let (a, b) = (self.value(&a, depth - 1), self.value(&b, depth - 1));
                return unknown(format!("({a}, {b}).{}", usize::from(!first)));
            }
            7 if !matches!(ty, Ty::Int(_)) && self.types.is_ord(ty) => {
                let (a, b) = (self.value(ty, depth - 1), self.value(ty, depth - 1));
                let method = *self.rng.pick(&["min", "max"]);
                return unknown(format!("({a}).{method}({b})"));
            }
            9 => {
                if let Some(text) = self.through_closure(ty, depth) {
                    return unknown(text);
                }
            }
            10 => {
                if let Some(text) = self.from_vector(ty, depth) {
                    return unknown(text);
                }
            }
            11 if self.rng.chance(50) => return unknown(self.generic(ty, depth)),
            8 if self.types.has_default(ty) && self.rng.chance(30) => {
                return unknown(format!("<{}>::default()", self.types.name(ty)));
            }
            _ => {}
        }
        match ty {
            Ty::Int(_) => self.integer(ty, depth),
            Ty::F32 | Ty::F64 => self.float(ty, depth),
            Ty::Bool => self.truth(depth),
            Ty::Char if self.rng.chance(40) => {
                let byte = self.value(&Ty::U8, depth - 1);
                unknown(format!("(({byte}) as char)"))
            }
            Ty::Option(inner) if self.rng.chance(30) && matches!(**inner, Ty::Int(_)) => {
                let (a, b) = (self.value(inner, depth - 1), self.value(inner, depth - 1));
                let method =
                    *self.rng.pick(&["checked_add", "checked_sub", "checked_mul", "checked_div", "checked_rem"]);
                unknown(format!("({a}).{method}({b})"))
            }
            _ => self.leaf(ty, depth),
        }
    }

    /// Something that is there already, or a constructor.
    fn leaf(&mut self, ty: &Ty, depth: usize) -> Expr {
        if self.rng.chance(60)
            && let Some((place, known)) = self.readable(ty)
        {
            let text = if self.types.is_copy(ty) { place } else { format!("{place}.clone()") };
            return Expr { text, known };
        }
        let less = depth.saturating_sub(1);
        match ty {
            Ty::Tuple(parts) => {
                let values: Vec<String> = parts.iter().map(|t| self.value(t, less)).collect();
                unknown(if values.len() == 1 {
                    format!("({},)", values[0])
                } else {
                    format!("({})", values.join(", "))
                })
            }
            Ty::Array(element, len) if self.types.is_copy(element) && self.rng.chance(25) => {
                let value = self.value(element, less);
                unknown(format!("[{value}; {len}]"))
            }
            Ty::Array(element, len) => {
                let values: Vec<String> = (0..*len).map(|_| self.value(element, less)).collect();
                unknown(format!("[{}]", values.join(", ")))
            }
            Ty::Option(inner) => {
                if self.rng.chance(25) {
                    return unknown(format!("None::<{}>", self.types.name(inner)));
                }
                let value = self.value(inner, less);
                unknown(format!("Some({value})"))
            }
            Ty::Struct(i) => {
                let fields = self.types.structs[*i].fields.clone();
                let values: Vec<String> = fields.fields.iter().map(|(_, t)| self.value(t, less)).collect();
                if fields.shape == Shape::Named
                    && values.len() > 1
                    && self.rng.chance(15)
                    && let Some((base, _)) = self.readable(ty)
                    && self.types.is_copy(ty)
                {
                    return unknown(format!("({} {{ {}: {}, ..{base} }})", fields.name, fields.fields[0].0, values[0]));
                }
                unknown(construct("", &fields, &values))
            }
            Ty::Enum(i) => {
                let declared = self.types.enums[*i].clone();
                let variant = self.rng.pick(&declared.variants).clone();
                let values: Vec<String> = variant.fields.iter().map(|(_, t)| self.value(t, less)).collect();
                unknown(construct(&format!("{}::", declared.name), &variant, &values))
            }
            Ty::Vec(element) => unknown(self.vector(element, less)),
            Ty::Text => unknown(self.text(less)),
            Ty::Boxed(inner) => {
                let value = self.value(inner, less);
                unknown(format!("Box::new({value})"))
            }
            Ty::Noisy => {
                let number = self.value(&Ty::U32, less);
                unknown(format!("Noisy({number})"))
            }
            _ => Expr { text: self.literal(ty), known: *ty != Ty::Str },
        }
    }

    /// `{ statement; value }`.
    fn block(&mut self, ty: &Ty, depth: usize) -> Expr {
        let vars = self.vars.len();
        let mut text = String::from("{ ");
        for _ in 0..self.rng.within(1, 2) {
            text.push_str(&self.inline_statement(depth));
            text.push(' ');
        }
        let value = self.value(ty, depth - 1);
        self.vars.truncate(vars);
        unknown(format!("({text}{value} }})"))
    }

    fn match_expr(&mut self, ty: &Ty, depth: usize) -> String {
        let on = self.types.any(&mut self.rng, 1);
        let scrutinee = self.value(&on, depth - 1);
        let effects = std::mem::replace(&mut self.effects, false);
        let mut text = format!("(match {scrutinee} {{ ");
        for arm in self.arms(&on, false) {
            let vars = self.vars.len();
            self.vars.extend(arm.bindings);
            let value = self.value(ty, depth - 1);
            self.vars.truncate(vars);
            text.push_str(&format!("{} => {value}, ", arm.head));
        }
        self.effects = effects;
        text + "})"
    }

    fn integer(&mut self, ty: &Ty, depth: usize) -> Expr {
        let less = depth - 1;
        let Ty::Int(index) = *ty else { return self.leaf(ty, depth) };
        let shown = INTS[index];
        match self.rng.below(24) {
            0..=4 => {
                // Subtraction of unsigned numbers fails half the time, and then there is nothing more to see.
                let operators: &[&str] = if ty.is_signed() { &["+", "-", "*"] } else { &["+", "+", "*"] };
                let op = *self.rng.pick(operators);
                if self.rng.chance(12) {
                    return self.binary(ty, op, less);
                }
                // Small operands, so that most programs run to their end.
                let (a, b) = (self.value(ty, less), self.value(ty, less));
                let mask = if ty.bits() == 8 { 7 } else { 127 };
                unknown(format!("(({a} & {mask}) {op} ({b} & {mask}))"))
            }
            5 | 6 => {
                let op = *self.rng.pick(&["/", "%"]);
                let a = self.value(ty, less);
                let b = match self.rng.below(40) {
                    0 => self.value(ty, less),
                    1..=20 => format!("{}{shown}", self.rng.within(1, 20)),
                    _ => format!("({} | 1)", self.value(ty, less)),
                };
                unknown(format!("({a} {op} {b})"))
            }
            7..=9 => {
                let op = *self.rng.pick(&["&", "|", "^"]);
                self.binary(ty, op, less)
            }
            10 | 11 => {
                let op = *self.rng.pick(&["<<", ">>"]);
                let a = self.value(ty, less);
                let b = match self.rng.below(40) {
                    0 => self.value(ty, less),
                    1..=20 => self.rng.below(ty.bits() as usize).to_string(),
                    _ => format!("({} & {})", self.value(&Ty::U32, less), ty.bits() - 1),
                };
                unknown(format!("({a} {op} {b})"))
            }
            12 => {
                let a = self.value(ty, less);
                unknown(match self.rng.below(10) {
                    0 if ty.is_signed() => format!("(-{a})"),
                    1..=4 if ty.is_signed() => format!("(-({a} >> 1))"),
                    _ => format!("(!{a})"),
                })
            }
            13..=15 => {
                let from = match self.rng.below(8) {
                    0 => Ty::Bool,
                    1 => Ty::Char,
                    2 => Ty::F64,
                    3 => Ty::F32,
                    4 => self.plain_enum().unwrap_or(Ty::I32),
                    _ => Ty::Int(self.rng.below(INTS.len())),
                };
                let a = self.value(&from, less);
                // Only of scalars does a function hide the value.
                let known = matches!(from, Ty::Enum(..));
                Expr { text: format!("(({a}) as {shown})"), known }
            }
            16..=19 => unknown(self.integer_method(ty, less)),
            20 => {
                let bits = self.value(ty, less);
                let method = *self.rng.pick(&["overflowing_add", "overflowing_sub", "overflowing_mul"]);
                let other = self.value(ty, less);
                unknown(format!("({bits}).{method}({other}).0"))
            }
            21 if *ty == Ty::U32 => {
                let other = Ty::Int(self.rng.below(INTS.len()));
                let a = self.value(&other, less);
                let method = *self.rng.pick(&["count_ones", "leading_zeros", "trailing_zeros", "count_zeros"]);
                unknown(format!("({a}).{method}()"))
            }
            22 if *ty == Ty::USIZE => {
                let other = self.types.any(&mut self.rng, 2);
                Expr { text: format!("size_of::<{}>()", self.types.name(&other)), known: true }
            }
            23 if *ty == Ty::USIZE => {
                let text = self.value(&Ty::Str, less);
                unknown(format!("({text}).len()"))
            }
            _ => self.leaf(ty, depth),
        }
    }

    fn plain_enum(&mut self) -> Option<Ty> {
        let plain: Vec<usize> = (0..self.types.enums.len()).filter(|&i| self.types.enums[i].plain).collect();
        (!plain.is_empty()).then(|| Ty::Enum(*self.rng.pick(&plain)))
    }

    fn integer_method(&mut self, ty: &Ty, depth: usize) -> String {
        let a = self.value(ty, depth);
        let method = *self.rng.pick(&[
            "wrapping_add",
            "wrapping_sub",
            "wrapping_mul",
            "saturating_add",
            "saturating_sub",
            "saturating_mul",
            "min",
            "max",
            "wrapping_neg",
            "swap_bytes",
            "reverse_bits",
            "rotate_left",
            "rotate_right",
            "wrapping_shl",
            "wrapping_shr",
            "pow",
            "wrapping_pow",
            "rem_euclid",
            "div_euclid",
            "abs",
            "signum",
            "clamp",
        ]);
        match method {
            "wrapping_neg" | "swap_bytes" | "reverse_bits" => format!("({a}).{method}()"),
            "signum" if ty.is_signed() => format!("({a}).signum()"),
            "abs" if ty.is_signed() => format!("({a} >> 1).abs()"),
            "abs" | "signum" => format!("({a}).abs_diff({})", self.value(ty, depth)),
            "rotate_left" | "rotate_right" | "wrapping_shl" | "wrapping_shr" => {
                format!("({a}).{method}({})", self.value(&Ty::U32, depth))
            }
            "pow" => format!("({a} & 7).pow({})", self.rng.below(3)),
            "wrapping_pow" => format!("({a}).wrapping_pow({} % 20)", self.value(&Ty::U32, depth)),
            "rem_euclid" | "div_euclid" => format!("({a}).{method}({} | 1)", self.value(ty, depth)),
            "clamp" => {
                let low = self.rng.below(20);
                let high = low + self.rng.below(90);
                format!("({a}).clamp({low}, {high})")
            }
            _ => format!("({a}).{method}({})", self.value(ty, depth)),
        }
    }

    fn binary(&mut self, ty: &Ty, op: &str, depth: usize) -> Expr {
        let (a, b) = (self.expr(ty, depth), self.expr(ty, depth));
        let a = if a.known { self.hide(ty, &a.text) } else { a.text };
        unknown(format!("({a} {op} {})", b.text))
    }

    fn float(&mut self, ty: &Ty, depth: usize) -> Expr {
        let less = depth - 1;
        match self.rng.below(10) {
            0..=4 => {
                let op = *self.rng.pick(&["+", "-", "*", "/", "%"]);
                self.binary(ty, op, less)
            }
            5 => {
                let a = self.value(ty, less);
                unknown(format!("(-{a})"))
            }
            6 => {
                let a = self.value(ty, less);
                let method = *self.rng.pick(&["sqrt", "abs", "floor", "ceil", "round", "trunc"]);
                unknown(format!("({a}).{method}()"))
            }
            7 | 8 => {
                let from = match self.rng.below(4) {
                    0 if *ty == Ty::F32 => Ty::F64,
                    0 => Ty::F32,
                    _ => Ty::Int(self.rng.below(INTS.len())),
                };
                let a = self.value(&from, less);
                unknown(format!("(({a}) as {})", self.types.name(ty)))
            }
            _ => self.leaf(ty, depth),
        }
    }

    fn truth(&mut self, depth: usize) -> Expr {
        let less = depth - 1;
        match self.rng.below(12) {
            0..=3 => {
                let ty = self.types.scalar(&mut self.rng);
                let equality = matches!(ty, Ty::Str | Ty::Bool);
                let op = if equality {
                    *self.rng.pick(&["==", "!="])
                } else {
                    *self.rng.pick(&["<", "<=", ">", ">=", "==", "!="])
                };
                // Texts are compared by reference: the right side may not write to what the left side borrows.
                let effects = self.effects;
                self.effects &= ty != Ty::Str;
                let compared = self.binary(&ty, op, less);
                self.effects = effects;
                compared
            }
            4 => {
                let ty = self.types.any(&mut self.rng, 2);
                let a = self.value(&ty, less);
                let effects = std::mem::replace(&mut self.effects, false);
                let b = self.value(&ty, less);
                self.effects = effects;
                let op = *self.rng.pick(&["==", "!=", "<", "<=", ">", ">="]);
                unknown(format!("({a} {op} {b})"))
            }
            5 | 6 => {
                let (a, b) = (self.value(&Ty::Bool, less), self.value(&Ty::Bool, less));
                let op = *self.rng.pick(&["&&", "||"]);
                unknown(format!("({a} {op} {b})"))
            }
            7 => {
                let (a, b) = (self.value(&Ty::Bool, less), self.value(&Ty::Bool, less));
                let op = *self.rng.pick(&["&", "|", "^"]);
                unknown(format!("({a} {op} {b})"))
            }
            8 => {
                let a = self.value(&Ty::Bool, less);
                unknown(format!("(!{a})"))
            }
            9 => {
                let on = self.types.any(&mut self.rng, 1);
                let a = self.value(&on, less);
                let pattern = self.test_pattern(&on);
                unknown(format!("matches!({a}, {pattern})"))
            }
            10 => {
                let inner = self.types.scalar(&mut self.rng);
                let a = self.value(&Ty::Option(Box::new(inner)), less);
                let method = *self.rng.pick(&["is_some", "is_none"]);
                unknown(format!("({a}).{method}()"))
            }
            _ => self.leaf(&Ty::Bool, depth),
        }
    }

    /// A call that gives the type; its arguments change nothing.
    fn call(&mut self, ty: &Ty, depth: usize) -> Option<String> {
        let fits = |g: &Self, f: &Function| {
            let borrows = f.receiver.iter().chain(&f.params).any(|(_, pass)| *pass == Pass::Mutable);
            f.result == *ty && !borrows && g.affordable(f)
        };
        let known: Vec<Function> = self.functions.iter().filter(|f| fits(self, f)).cloned().collect();
        if known.is_empty() {
            return None;
        }
        let function = self.rng.pick(&known).clone();
        self.cost += self.times * function.cost;
        let effects = std::mem::replace(&mut self.effects, false);
        let text = self.call_text(&function, depth);
        self.effects = effects;
        text
    }

    pub(super) fn affordable(&self, function: &Function) -> bool {
        self.cost + self.times.saturating_mul(function.cost) < MAX_COST
    }

    /// A call with all parameters by value or shared; `None` if there is nothing to refer to.
    pub(super) fn call_text(&mut self, function: &Function, depth: usize) -> Option<String> {
        let less = depth.saturating_sub(1);
        let mut args = Vec::new();
        for (ty, pass) in &function.params {
            args.push(match (pass, ty) {
                (Pass::Value, Ty::Int(_)) if function.name.starts_with('r') && args.is_empty() => {
                    format!("{} % 8", self.value(ty, less))
                }
                (Pass::Value, _) => self.value(ty, less),
                _ => self.shared(ty, less),
            });
        }
        Some(match &function.receiver {
            Some((ty, Pass::Value)) => format!("({}).{}({})", self.value(ty, less), function.name, args.join(", ")),
            Some((ty, _)) => match self.readable(ty) {
                Some((place, _)) => format!("{place}.{}({})", function.name, args.join(", ")),
                None => format!("({}).{}({})", self.value(ty, less), function.name, args.join(", ")),
            },
            // Through a pointer to the function.
            None if self.rng.chance(15) => {
                let one = |(ty, pass): &(Ty, Pass)| match pass {
                    Pass::Value => self.types.name(ty),
                    Pass::Shared => format!("&{}", self.types.name(ty)),
                    Pass::Mutable => format!("&mut {}", self.types.name(ty)),
                };
                let params: Vec<String> = function.params.iter().map(one).collect();
                let result = self.types.name(&function.result);
                format!("({} as fn({}) -> {result})({})", function.name, params.join(", "), args.join(", "))
            }
            None => format!("{}({})", function.name, args.join(", ")),
        })
    }

    /// A shared reference.
    pub(super) fn shared(&mut self, ty: &Ty, depth: usize) -> String {
        if let Ty::Slice(element) = ty {
            if let Some(place) = self.slice_place(element, false) {
                return place;
            }
            let len = self.rng.within(1, 4);
            let array = self.value(&Ty::Array(element.clone(), len), depth);
            // `&array[range]` and a plain coercion.
            return if self.rng.chance(30) {
                format!("&({array})[{}..]", self.rng.below(len + 1))
            } else {
                format!("&{array}")
            };
        }
        match self.readable(ty) {
            Some((place, _)) if self.rng.chance(70) => format!("&{place}"),
            _ => format!("&{}", self.value(ty, depth)),
        }
    }

    /// A reference to an array or slice variable with these elements.
    pub(super) fn slice_place(&mut self, element: &Ty, mutable: bool) -> Option<String> {
        let fits: Vec<Var> = self
            .vars
            .iter()
            .filter(|v| !v.hidden && (!mutable || v.mutable && !v.frozen))
            .filter(|v| matches!(&v.ty, Ty::Slice(e) | Ty::Array(e, _) | Ty::Vec(e) if **e == *element))
            .cloned()
            .collect();
        if fits.is_empty() {
            return None;
        }
        let var = self.rng.pick(&fits).clone();
        let borrow = if mutable { "&mut " } else { "&" };
        Some(match var.ty {
            Ty::Array(_, len) if self.rng.chance(30) => {
                let from = self.rng.below(len + 1);
                let to = self.rng.within(from, len);
                format!("{borrow}{}[{from}..{to}]", var.place)
            }
            _ => format!("{borrow}{}", var.place),
        })
    }

    /// A place of the type that can be read, and whether `rustc` may know its value.
    pub(super) fn readable(&mut self, ty: &Ty) -> Option<(String, bool)> {
        let mut found: Vec<(String, bool)> = Vec::new();
        for i in 0..self.vars.len() {
            let var = self.vars[i].clone();
            if !var.hidden {
                let at = found.len();
                let mut places = Vec::new();
                self.places(&var.place, &var.ty, ty, 2, &mut places);
                found.splice(at..at, places.into_iter().map(|p| (p, false)));
            }
        }
        for (name, constant, known) in self.constants.clone() {
            let mut places = Vec::new();
            self.places(&name, &constant, ty, 1, &mut places);
            found.extend(places.into_iter().map(|p| (p, known)));
        }
        (!found.is_empty()).then(|| self.rng.pick(&found).clone())
    }

    /// The parts of a place that have the wanted type.
    pub(super) fn places(&mut self, place: &str, ty: &Ty, wanted: &Ty, depth: usize, found: &mut Vec<String>) {
        if ty == wanted {
            found.push(place.into());
            return;
        }
        if depth == 0 {
            return;
        }
        match ty {
            Ty::Tuple(parts) => {
                for (i, part) in parts.iter().enumerate() {
                    self.places(&format!("{place}.{i}"), part, wanted, depth - 1, found);
                }
            }
            Ty::Array(element, len) => {
                let index = if self.rng.chance(60) { self.rng.below(*len).to_string() } else { self.index(*len) };
                self.places(&format!("{place}[{index}]"), element, wanted, depth - 1, found);
            }
            Ty::Slice(element) => {
                let index = self.rng.below(4);
                let index = if self.rng.chance(95) { format!("{index} % {place}.len()") } else { index.to_string() };
                self.places(&format!("{place}[{index}]"), element, wanted, depth - 1, found);
            }
            Ty::Boxed(inner) => self.places(&format!("(*{place})"), inner, wanted, depth - 1, found),
            Ty::Struct(i) => {
                for (name, part) in self.types.structs[*i].fields.fields.clone() {
                    self.places(&format!("{place}.{name}"), &part, wanted, depth - 1, found);
                }
            }
            _ => {}
        }
    }

    /// An index that is computed from a variable, nearly always in bounds.
    fn index(&mut self, len: usize) -> String {
        let numbers: Vec<String> =
            self.vars.iter().filter(|v| !v.hidden && v.ty == Ty::USIZE).map(|v| v.place.clone()).collect();
        if numbers.is_empty() {
            return format!("{} % {len}", self.hide(&Ty::USIZE, "7"));
        }
        let number = self.rng.pick(&numbers).clone();
        if self.rng.chance(98) { format!("{number} % {len}") } else { number }
    }
}

/// A constructor with its values.
pub(super) fn construct(path: &str, fields: &Fields, values: &[String]) -> String {
    let name = &fields.name;
    match fields.shape {
        Shape::Unit => format!("{path}{name}"),
        Shape::Tuple => format!("{path}{name}({})", values.join(", ")),
        Shape::Named => {
            let listed: Vec<String> = fields.fields.iter().zip(values).map(|((n, _), v)| format!("{n}: {v}")).collect();
            format!("({path}{name} {{ {} }})", listed.join(", "))
        }
    }
}
