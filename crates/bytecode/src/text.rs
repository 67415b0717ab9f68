//! What the disassembler and the assembler agree on: how names, values and types are spelled.

use crate::program::{Function, Program};
use crate::scalar::Scalar;
use smol_str::SmolStr;
use stair_ir::inst::{Signature, Type};
use stair_source::Span;
use std::collections::BTreeMap;
use std::fmt::Write;

/// How the text form spells each entry of a table of names: the name itself where that is plain and no other entry has
/// it, else `#` and the entry's index.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels(Vec<SmolStr>);

impl Labels {
    pub(crate) fn new<'a>(names: impl Iterator<Item = &'a SmolStr> + Clone) -> Self {
        Self::of(names, is_plain)
    }

    fn of<'a>(names: impl Iterator<Item = &'a SmolStr> + Clone, is_fine: impl Fn(&str) -> bool) -> Self {
        let mut uses: BTreeMap<&str, u32> = BTreeMap::new();
        names.clone().for_each(|n| *uses.entry(n.as_str()).or_default() += 1);
        let label = |(i, name): (usize, &SmolStr)| {
            if uses[name.as_str()] == 1 && is_fine(name) { name.clone() } else { SmolStr::from(format!("#{i}")) }
        };
        Self(names.enumerate().map(label).collect())
    }

    pub(crate) fn get(&self, index: u32) -> SmolStr {
        self.0.get(index as usize).cloned().unwrap_or_else(|| SmolStr::from(format!("#{index}")))
    }

    /// For reading: from label to index.
    pub(crate) fn by_name(&self) -> BTreeMap<&str, u32> {
        self.0.iter().enumerate().map(|(i, name)| (name.as_str(), i as u32)).collect()
    }
}

/// Whether a name can stand in the text without quotes.
fn is_plain(name: &str) -> bool {
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$' | '<'));
    starts_well && name.chars().all(|c| c.is_ascii_alphanumeric() || "_$:<>.&*,'[]-{}".contains(c))
}

/// The labels of a whole program.
pub(crate) struct ProgramLabels {
    pub(crate) funcs: Labels,
    pub(crate) imports: Labels,
    pub(crate) data: Labels,
}

impl ProgramLabels {
    pub(crate) fn new(p: &Program) -> Self {
        Self {
            funcs: Labels::new(p.funcs.iter().map(|f| &f.name)),
            imports: Labels::new(p.imports.iter().map(|i| &i.name)),
            data: Labels::new(p.data.iter().map(|d| &d.name)),
        }
    }

    /// With functions' names that the text form would have to quote, such as `<Point as Debug>::fmt`.
    pub(crate) fn for_people(p: &Program) -> Self {
        let is_fine = |name: &str| !name.is_empty() && !name.contains(char::is_control);
        Self { funcs: Labels::of(p.funcs.iter().map(|f| &f.name), is_fine), ..Self::new(p) }
    }
}

/// The labels of a function's locals and slots.
pub(crate) struct FunctionLabels {
    pub(crate) locals: Labels,
    pub(crate) slots: Labels,
}

impl FunctionLabels {
    pub(crate) fn new(f: &Function) -> Self {
        Self {
            locals: Labels::new(f.locals.iter().map(|l| &l.name)),
            slots: Labels::new(f.slots.iter().map(|s| &s.name)),
        }
    }
}

/// A quoted name.
pub(crate) fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => drop(write!(out, "\\u{{{:x}}}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// `0:12..20`.
pub(crate) fn span_text(span: Span) -> String {
    format!("{}:{}..{}", span.file.0, span.lo, span.hi)
}

/// `(I32 I64) -> (I8)`.
pub(crate) fn signature_text(sig: &Signature) -> String {
    let list = |types: &[Type]| {
        let names: Vec<&str> = types.iter().map(|&t| Scalar::of_type(t).name()).collect();
        format!("({})", names.join(" "))
    };
    format!("{} -> {}", list(&sig.params), list(&sig.results))
}

/// A value as people read it: integers as signed decimal numbers, floats in the shortest form that reads back.
#[must_use]
pub fn value_text(ty: Type, bits: u64) -> String {
    match ty {
        Type::I8 => (bits as i8).to_string(),
        Type::I16 => (bits as i16).to_string(),
        Type::I32 => (bits as i32).to_string(),
        Type::I64 => (bits as i64).to_string(),
        Type::F32 => format!("{:?}", f32::from_bits(bits as u32)),
        Type::F64 => format!("{:?}", f64::from_bits(bits)),
    }
}
