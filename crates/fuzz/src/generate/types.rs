//! The types of generated programs and the items that declare them.

use crate::rng::Rng;

/// The integer types by name.
pub(super) const INTS: [&str; 10] = ["i8", "i16", "i32", "i64", "isize", "u8", "u16", "u32", "u64", "usize"];

/// A type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Ty {
    /// By index in [`INTS`].
    Int(usize),
    F32,
    F64,
    Bool,
    Char,
    Str,
    Tuple(Vec<Ty>),
    Array(Box<Ty>, usize),
    Option(Box<Ty>),
    /// By index in [`Types::structs`].
    Struct(usize),
    /// By index in [`Types::enums`].
    Enum(usize),
    /// What a reference to a slice refers to; only parameters have it.
    Slice(Box<Ty>),
    Vec(Box<Ty>),
    /// `String`
    Text,
    Boxed(Box<Ty>),
    /// A type that prints when it is dropped: see [`super::support`].
    Noisy,
}

/// How a struct or variant holds its fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Unit,
    Tuple,
    Named,
}

/// A struct, or a variant of an enum.
#[derive(Clone, Debug)]
pub(super) struct Fields {
    pub(super) name: String,
    pub(super) shape: Shape,
    /// Names (numbers, in a tuple shape) and types.
    pub(super) fields: Vec<(String, Ty)>,
}

#[derive(Clone, Debug)]
pub(super) struct Struct {
    pub(super) fields: Fields,
    pub(super) copy: bool,
    pub(super) ord: bool,
    pub(super) default: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Enum {
    pub(super) name: String,
    pub(super) variants: Vec<Fields>,
    pub(super) copy: bool,
    pub(super) ord: bool,
    /// No variant has fields, so that it casts to integers.
    pub(super) plain: bool,
}

/// What the program declares.
#[derive(Clone, Default, Debug)]
pub(super) struct Types {
    pub(super) structs: Vec<Struct>,
    pub(super) enums: Vec<Enum>,
}

impl Ty {
    pub(super) fn is_signed(&self) -> bool {
        matches!(self, Self::Int(i) if *i < 5)
    }

    /// Bits of an integer.
    pub(super) fn bits(&self) -> u32 {
        match self {
            Self::Int(i) => [8, 16, 32, 64, 64][i % 5],
            _ => 0,
        }
    }

    pub(super) const I32: Self = Self::Int(2);
    pub(super) const U8: Self = Self::Int(5);
    pub(super) const U32: Self = Self::Int(7);
    pub(super) const USIZE: Self = Self::Int(9);
}

impl Types {
    /// The type as it is written.
    pub(super) fn name(&self, ty: &Ty) -> String {
        match ty {
            Ty::Int(i) => INTS[*i].into(),
            Ty::F32 => "f32".into(),
            Ty::F64 => "f64".into(),
            Ty::Bool => "bool".into(),
            Ty::Char => "char".into(),
            Ty::Str => "&'static str".into(),
            Ty::Tuple(parts) if parts.len() == 1 => format!("({},)", self.name(&parts[0])),
            Ty::Tuple(parts) => format!("({})", parts.iter().map(|t| self.name(t)).collect::<Vec<_>>().join(", ")),
            Ty::Array(element, len) => format!("[{}; {len}]", self.name(element)),
            Ty::Option(inner) => format!("Option<{}>", self.name(inner)),
            Ty::Struct(i) => self.structs[*i].fields.name.clone(),
            Ty::Enum(i) => self.enums[*i].name.clone(),
            Ty::Slice(element) => format!("[{}]", self.name(element)),
            Ty::Vec(element) => format!("Vec<{}>", self.name(element)),
            Ty::Text => "String".into(),
            Ty::Boxed(inner) => format!("Box<{}>", self.name(inner)),
            Ty::Noisy => "Noisy".into(),
        }
    }

    pub(super) fn is_copy(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Tuple(parts) => parts.iter().all(|t| self.is_copy(t)),
            Ty::Array(inner, _) | Ty::Option(inner) => self.is_copy(inner),
            Ty::Struct(i) => self.structs[*i].copy,
            Ty::Enum(i) => self.enums[*i].copy,
            Ty::Slice(_) | Ty::Vec(_) | Ty::Text | Ty::Boxed(_) | Ty::Noisy => false,
            _ => true,
        }
    }

    /// Whether values have a total order.
    pub(super) fn is_ord(&self, ty: &Ty) -> bool {
        match ty {
            Ty::F32 | Ty::F64 => false,
            Ty::Tuple(parts) => parts.iter().all(|t| self.is_ord(t)),
            Ty::Array(inner, _) | Ty::Option(inner) | Ty::Slice(inner) | Ty::Vec(inner) | Ty::Boxed(inner) => {
                self.is_ord(inner)
            }
            Ty::Struct(i) => self.structs[*i].ord,
            Ty::Enum(i) => self.enums[*i].ord,
            _ => true,
        }
    }

    /// Whether something is printed when a value is dropped.
    pub(super) fn is_noisy(&self, ty: &Ty) -> bool {
        let of = |fields: &Fields| fields.fields.iter().any(|(_, t)| self.is_noisy(t));
        match ty {
            Ty::Noisy => true,
            Ty::Tuple(parts) => parts.iter().any(|t| self.is_noisy(t)),
            Ty::Array(inner, _) | Ty::Option(inner) | Ty::Slice(inner) | Ty::Vec(inner) | Ty::Boxed(inner) => {
                self.is_noisy(inner)
            }
            Ty::Struct(i) => of(&self.structs[*i].fields),
            Ty::Enum(i) => self.enums[*i].variants.iter().any(of),
            _ => false,
        }
    }

    /// Whether `Default::default()` makes one.
    pub(super) fn has_default(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Tuple(parts) => parts.iter().all(|t| self.has_default(t)),
            Ty::Array(inner, _) | Ty::Boxed(inner) => self.has_default(inner),
            Ty::Struct(i) => self.structs[*i].default,
            Ty::Enum(_) | Ty::Slice(_) => false,
            _ => true,
        }
    }

    /// A number, truth value, character or string.
    pub(super) fn scalar(&self, rng: &mut Rng) -> Ty {
        match rng.below(20) {
            0..=10 => Ty::Int(rng.below(INTS.len())),
            11 | 12 => Ty::I32,
            13 => Ty::F32,
            14 => Ty::F64,
            15 | 16 => Ty::Bool,
            17 | 18 => Ty::Char,
            _ => Ty::Str,
        }
    }

    /// Any type that a variable may have.
    pub(super) fn any(&self, rng: &mut Rng, depth: usize) -> Ty {
        if depth == 0 {
            return self.scalar(rng);
        }
        match rng.below(26) {
            0..=10 => self.scalar(rng),
            20 | 21 => Ty::Vec(Box::new(self.any(rng, depth - 1))),
            22 | 23 => Ty::Text,
            24 => Ty::Boxed(Box::new(self.any(rng, depth - 1))),
            25 => Ty::Noisy,
            11 | 12 => Ty::Tuple((0..rng.within(1, 3)).map(|_| self.any(rng, depth - 1)).collect()),
            13 | 14 => Ty::Array(Box::new(self.any(rng, depth - 1)), rng.within(1, 5)),
            15 => Ty::Option(Box::new(self.any(rng, depth - 1))),
            16 | 17 if !self.structs.is_empty() => Ty::Struct(rng.below(self.structs.len())),
            18 | 19 if !self.enums.is_empty() => Ty::Enum(rng.below(self.enums.len())),
            _ => self.scalar(rng),
        }
    }

    /// Declare another struct or enum, with fields of what was declared before; the declaration's lines.
    pub(super) fn declare(&mut self, rng: &mut Rng, number: usize) -> Vec<String> {
        if rng.chance(55) {
            let fields = self.fields(rng, format!("S{number}"), 4);
            let copy = fields.fields.iter().all(|(_, t)| self.is_copy(t)) && rng.chance(70);
            let semicolon = if fields.shape == Shape::Named { "" } else { ";" };
            let ord = fields.fields.iter().all(|(_, t)| self.is_ord(t));
            let default = fields.fields.iter().all(|(_, t)| self.has_default(t));
            let lines =
                vec![derives(copy, ord, default), format!("pub struct {}{semicolon}", self.declaration(&fields, true))];
            self.structs.push(Struct { fields, copy, ord, default });
            return lines;
        }
        let plain = rng.chance(35);
        let count = rng.within(1, 5);
        let variants: Vec<Fields> = (0..count)
            .map(|v| {
                let name = format!("V{v}");
                if plain { Fields { name, shape: Shape::Unit, fields: Vec::new() } } else { self.fields(rng, name, 3) }
            })
            .collect();
        let copy = variants.iter().all(|v| v.fields.iter().all(|(_, t)| self.is_copy(t))) && rng.chance(70);
        let name = format!("E{number}");
        let mut next = rng.below(20) as i64 - 10;
        let numbered = plain && rng.chance(50);
        let mut listed = Vec::new();
        for variant in &variants {
            next += 1 + rng.below(9) as i64;
            let text = self.declaration(variant, false);
            listed.push(if numbered { format!("{text} = {next}") } else { text });
        }
        let ord = variants.iter().all(|v| v.fields.iter().all(|(_, t)| self.is_ord(t)));
        let lines = vec![derives(copy, ord, false), format!("pub enum {name} {{ {} }}", listed.join(", "))];
        self.enums.push(Enum { name, variants, copy, ord, plain });
        lines
    }

    fn fields(&self, rng: &mut Rng, name: String, most: usize) -> Fields {
        let shape = *rng.pick(&[Shape::Unit, Shape::Tuple, Shape::Tuple, Shape::Named, Shape::Named]);
        let count = if shape == Shape::Unit { 0 } else { rng.within(1, most) };
        let fields = (0..count)
            .map(|i| {
                let name = if shape == Shape::Tuple { i.to_string() } else { format!("f{i}") };
                (name, self.any(rng, 2))
            })
            .collect();
        Fields { name, shape, fields }
    }

    fn declaration(&self, fields: &Fields, public: bool) -> String {
        let public = if public { "pub " } else { "" };
        let name = &fields.name;
        let listed = |named: bool| {
            let one = |(name, ty): &(String, Ty)| {
                let name = if named { format!("{name}: ") } else { String::new() };
                format!("{public}{name}{}", self.name(ty))
            };
            fields.fields.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        match fields.shape {
            Shape::Unit => name.clone(),
            Shape::Tuple => format!("{name}({})", listed(false)),
            Shape::Named => format!("{name} {{ {} }}", listed(true)),
        }
    }
}

fn derives(copy: bool, ord: bool, default: bool) -> String {
    let copy = if copy { ", Copy" } else { "" };
    let ord = if ord { ", Eq, Ord, Hash" } else { "" };
    let default = if default { ", Default" } else { "" };
    format!("#[derive(Debug, Clone{copy}, PartialEq, PartialOrd{ord}{default})]")
}
