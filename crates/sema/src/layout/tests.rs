//! Sizes, alignments and offsets of seeded random types against `rustc`'s: computed by the `rustc` on this machine where
//! there is one, and recorded in `expected.txt` for where there is none.

use super::compute::{array, enumeration, never, reference, scalar, structure, wide};
use super::*;
use crate::layout::compute::Order;
use crate::ty::IntTy;
use std::fmt::Write as _;
use std::process::Command;

/// How many types are made.
const TYPES: usize = 600;

/// A type in both worlds.
#[derive(Clone)]
struct Made {
    text: String,
    layout: Rc<Layout>,
    fields: usize,
}

struct Maker {
    state: u64,
    items: String,
    made: Vec<Made>,
}

impl Maker {
    fn random(&mut self, below: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.state >> 33) as usize) % below
    }

    fn primitive(&mut self) -> Made {
        let int = |bytes, signed| scalar(Scalar::Int { bytes, signed });
        let (text, layout) = match self.random(24) {
            0 | 1 => ("bool", scalar(Scalar::Bool)),
            2 | 3 => ("char", scalar(Scalar::Char)),
            4 | 5 => ("u8", int(1, false)),
            6 => ("i16", int(2, true)),
            7 => ("u32", int(4, false)),
            8 => ("i64", int(8, true)),
            9 => ("usize", int(8, false)),
            10 => ("f32", scalar(Scalar::F32)),
            11 => ("f64", scalar(Scalar::F64)),
            12 | 13 => ("&'static u8", reference(false, true)),
            14 => ("&'static str", reference(true, true)),
            15 => ("&'static [u16]", reference(true, true)),
            16 => ("*const u8", reference(false, false)),
            17 => ("fn(u8) -> u8", reference(false, true)),
            18 => ("()", structure(&[], Order::Optimal).unwrap()),
            19 => ("Never", enumeration(&[], &[], None, false).unwrap()),
            20 => ("i8", int(1, true)),
            21 => ("u128", wide()),
            22 => ("i128", wide()),
            _ => ("[u32; 0]", array(&int(4, false), 0).unwrap()),
        };
        Made { text: text.into(), layout: Rc::new(layout), fields: 0 }
    }

    fn part(&mut self) -> Made {
        if self.made.is_empty() || self.random(3) > 0 {
            return self.primitive();
        }
        let i = self.random(self.made.len());
        self.made[i].clone()
    }

    fn parts(&mut self, below: usize) -> (Vec<String>, Vec<Rc<Layout>>) {
        (0..self.random(below)).map(|_| self.part()).map(|p| (p.text, p.layout)).unzip()
    }

    fn make(&mut self) {
        let name = format!("T{}", self.made.len());
        let (layout, fields) = match self.random(10) {
            0..=2 => {
                let (texts, layouts) = self.parts(6);
                let c = self.random(8) == 0;
                let repr = if c { "#[repr(C)] " } else { "" };
                let _ = write!(self.items, "{repr}struct {name}(");
                texts.iter().for_each(|t| self.items += &format!("{t}, "));
                self.items += ");\n";
                let order = if c { Order::Declared } else { Order::Optimal };
                (structure(&layouts, order), texts.len())
            }
            3 => {
                let (texts, layouts) = self.parts(6);
                let list: String = texts.iter().map(|t| format!("{t}, ")).collect();
                let _ = writeln!(self.items, "type {name} = ({list});");
                (structure(&layouts, Order::LastStays), texts.len())
            }
            4 => {
                let part = self.part();
                let len = self.random(4);
                let _ = writeln!(self.items, "type {name} = [{}; {len}];", part.text);
                (array(&part.layout, len as u64), 0)
            }
            5 => {
                let part = self.part();
                let _ = writeln!(self.items, "type {name} = Option<{}>;", part.text);
                (enumeration(&[vec![], vec![part.layout]], &[0, 1], None, false), 0)
            }
            6 => self.unit_enum(&name),
            _ => self.data_enum(&name),
        };
        let layout = layout.expect("small types");
        // Products of many parts grow; start anew from primitives when they get large.
        if layout.size < 400 {
            self.made.push(Made { text: name, layout: Rc::new(layout), fields });
        } else {
            let from = self.items.rfind(&name).and_then(|at| self.items[..at].rfind('\n')).map_or(0, |at| at + 1);
            self.items.truncate(from);
        }
    }

    fn unit_enum(&mut self, name: &str) -> (Result<Layout, LayoutError>, usize) {
        let reprs = [
            None,
            None,
            Some((IntTy::U8, "u8")),
            Some((IntTy::I8, "i8")),
            Some((IntTy::U16, "u16")),
            Some((IntTy::I64, "i64")),
        ];
        let repr = reprs[self.random(reprs.len())];
        let (low, high) =
            repr.map_or((-70_000, 70_000), |(int, _)| (int.min().max(-70_000), int.max().min(70_000) as i128));
        let mut values = std::collections::BTreeSet::new();
        for _ in 0..self.random(5) + 1 {
            let narrow = self.random(2) == 0;
            let value = self.random(140_001) as i128 - 70_000;
            values.insert(if narrow { value.rem_euclid(7) + low.max(-3) } else { value.clamp(low, high) });
        }
        let values: Vec<i128> = values.into_iter().collect();
        if let Some((_, text)) = repr {
            let _ = write!(self.items, "#[repr({text})] ");
        }
        let _ = write!(self.items, "enum {name} {{ ");
        values.iter().enumerate().for_each(|(i, v)| self.items += &format!("V{i} = {v}, "));
        self.items += "}\n";
        (enumeration(&vec![vec![]; values.len()], &values, repr.map(|r| r.0), false), 0)
    }

    fn data_enum(&mut self, name: &str) -> (Result<Layout, LayoutError>, usize) {
        let mut variants = Vec::new();
        let mut text = String::new();
        for i in 0..self.random(5) + 1 {
            let (texts, layouts) = self.parts(4);
            let list: String = texts.iter().map(|t| format!("{t}, ")).collect();
            let _ = write!(text, "V{i}({list}), ");
            variants.push(layouts);
        }
        let (repr, c, attribute) = match self.random(14) {
            0 => (Some(IntTy::U8), false, "#[repr(u8)] "),
            1 => (Some(IntTy::I32), false, "#[repr(i32)] "),
            2 => (None, true, "#[repr(C)] "),
            _ => (None, false, ""),
        };
        let _ = writeln!(self.items, "{attribute}enum {name} {{ {text}}}");
        let discriminants: Vec<i128> = (0..variants.len() as i128).collect();
        (enumeration(&variants, &discriminants, repr, c), 0)
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the test runs rustc on a file")]
fn as_rustc_lays_them_out() {
    let mut maker = Maker { state: 7, items: String::new(), made: Vec::new() };
    while maker.made.len() < TYPES {
        maker.make();
    }
    let (mut ours, mut program) = (String::new(), String::new());
    for Made { text, layout, fields } in &maker.made {
        let _ = write!(program, "    print!(\"{text} {{}} {{}}\", size_of::<{text}>(), align_of::<{text}>());");
        let _ = write!(ours, "{text} {} {}", layout.size, layout.align);
        for i in 0..*fields {
            let _ = write!(program, " print!(\" {{}}\", core::mem::offset_of!({text}, {i}));");
            let _ = write!(ours, " {}", layout.fields[i]);
        }
        program += " println!();\n";
        ours += "\n";
    }
    let program = format!("#![allow(dead_code)]\nenum Never {{}}\n{}\nfn main() {{\n{program}}}\n", maker.items);

    let recorded = include_str!("expected.txt").to_string();
    let expected = rustc_output(&program).unwrap_or_else(|| recorded.clone());
    for (got, want) in ours.lines().zip(expected.lines()) {
        let name = got.split(' ').next().unwrap_or("");
        let item = maker.items.lines().find(|l| l.contains(&format!(" {name} ")) || l.contains(&format!(" {name}(")));
        assert_eq!(got, want, "{item:?}");
    }
    if recorded != expected && std::env::var_os("BLESS").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/layout/expected.txt"), &expected).unwrap();
    } else {
        assert!(recorded == expected, "record rustc's answers again: BLESS=1");
    }
    assert_eq!(never().size, 0);
}

/// What the program prints when the `rustc` of this machine builds it; `None` where there is none.
#[allow(clippy::disallowed_methods, reason = "the test runs rustc on a file")]
fn rustc_output(program: &str) -> Option<String> {
    let dir = std::env::temp_dir().join(format!("stair-layout-{}", std::process::id()));
    std::fs::create_dir_all(&dir).ok()?;
    let (source, binary) = (dir.join("types.rs"), dir.join("types"));
    std::fs::write(&source, program).ok()?;
    let status = Command::new("rustc")
        .args(["--edition", "2024", "-Awarnings", "-o"])
        .arg(&binary)
        .arg(&source)
        .status()
        .ok()?;
    assert!(status.success(), "rustc rejects the test's own program");
    let output = Command::new(&binary).output().ok()?;
    std::fs::remove_dir_all(&dir).ok()?;
    String::from_utf8(output.stdout).ok()
}
