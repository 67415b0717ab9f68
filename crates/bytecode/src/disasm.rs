//! The disassembler: a program as text that [`crate::asm::assemble`] reads back.

use crate::code::Instr;
use crate::op::{Op, Operand};
use crate::program::{Function, Program, trap_name};
use crate::scalar::type_name;
use crate::text::{FunctionLabels, ProgramLabels, quote, signature_text, span_text, value_text};
use stair_ir::inst::TrapKind;
use stair_source::Origin;
use std::collections::BTreeMap;
use std::fmt::Write;

/// An instruction as a view shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Where it stands in the function's code.
    pub pc: u32,
    /// How many bytes it takes.
    pub len: u32,
    /// `L3` if something jumps here.
    pub label: Option<String>,
    /// `ADD_I32`.
    pub mnemonic: String,
    /// Operands with names in the place of numbers: `a`, `L3`.
    pub operands: String,
    /// What else there is to say: a constant's value, how it may panic. Can be empty.
    pub comment: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// What lists the functions of a program for people: with any name in full that only one thing has. The names of all of them
/// are looked at once.
pub struct Lister<'a> {
    program: &'a Program,
    labels: ProgramLabels,
}

impl<'a> Lister<'a> {
    /// Make ready to list functions of this program.
    #[must_use]
    pub fn new(program: &'a Program) -> Self {
        Self { program, labels: ProgramLabels::for_people(program) }
    }

    /// The rows of one function, which must exist, in order of their `pc`.
    #[must_use]
    pub fn rows(&self, func: u32) -> Vec<Row> {
        rows(self.program, &self.labels, &self.program.funcs[func as usize])
    }
}

fn rows(p: &Program, labels: &ProgramLabels, f: &Function) -> Vec<Row> {
    let own = FunctionLabels::new(f);
    let targets = target_labels(f);
    let target = |pc: u32| targets.get(&pc).map_or_else(|| format!("{pc}"), |n| format!("L{n}"));
    let row = |(pc, instr): (u32, Instr)| {
        let mut operands = Vec::new();
        let mut comment = String::new();
        for (kind, value) in instr.op.info().operands.iter().zip([instr.a, instr.b]) {
            operands.push(match kind {
                Operand::Short => (value as i32).to_string(),
                Operand::Constant => {
                    if let Some(c) = p.constants.get(value as usize) {
                        comment = value_text(c.ty, c.bits);
                    }
                    format!("k{value}")
                }
                Operand::Local => own.locals.get(value).to_string(),
                Operand::Slot => own.slots.get(value).to_string(),
                Operand::Data => labels.data.get(value).to_string(),
                Operand::Offset if value == 0 => continue,
                Operand::Offset => format!("+{value}"),
                Operand::Func => labels.funcs.get(value).to_string(),
                Operand::Import => labels.imports.get(value).to_string(),
                Operand::Signature => {
                    comment = p.signatures.get(value as usize).map(signature_text).unwrap_or_default();
                    format!("s{value}")
                }
                Operand::Table => format!("t{value}"),
                Operand::Target => target(value),
                Operand::To => continue,
            });
            let name = match kind {
                Operand::Local => f.locals.get(value as usize).map(|l| &l.name),
                Operand::Slot => f.slots.get(value as usize).map(|s| &s.name),
                Operand::Data => p.data.get(value as usize).map(|d| &d.name),
                Operand::Func => p.funcs.get(value as usize).map(|g| &g.name),
                _ => None,
            };
            if let Some(name) = name.filter(|_| operands.last().is_some_and(|o| o.starts_with('#'))) {
                comment = name.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
            }
        }
        if let (Op::Switch, Some(table)) = (instr.op, f.tables.get(instr.a as usize)) {
            let ty = instr.ty.map_or(stair_ir::inst::Type::I64, |t| t.cell());
            let cases = table.cases.iter().map(|&(v, t)| format!("{} → {}, ", value_text(ty, v), target(t)));
            comment = format!("{}_ → {}", cases.collect::<String>(), target(table.default));
        }
        if let Some(trap) = f.trap(pc) {
            comment = format!("panics: {}", trap_name(trap.kind));
        }
        Row {
            pc,
            len: instr.encoded_len() as u32,
            label: targets.get(&pc).map(|n| format!("L{n}")),
            mnemonic: instr.mnemonic().to_string(),
            operands: operands.join(" "),
            comment,
            origin: f.origin(pc),
        }
    };
    f.instrs().map(row).collect()
}

/// The number of each jump target, in order of their `pc`.
fn target_labels(f: &Function) -> BTreeMap<u32, u32> {
    let jumps = f.instrs().filter(|(_, i)| i.op.info().operands == [Operand::Target]).map(|(_, i)| i.a);
    let switches = f.tables.iter().flat_map(|t| t.cases.iter().map(|c| c.1).chain([t.default]));
    let mut targets = BTreeMap::new();
    jumps.chain(switches).for_each(|pc| _ = targets.insert(pc, 0));
    targets.values_mut().zip(0..).for_each(|(label, n)| *label = n);
    targets
}

/// The whole program as text. For a verified program, [`crate::asm::assemble`] makes the same program of it.
#[must_use]
pub fn disassemble(p: &Program) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_program(p, &mut out);
    out
}

fn write_program(p: &Program, out: &mut String) -> std::fmt::Result {
    let labels = ProgramLabels::new(p);
    let m = &p.memory;
    writeln!(out, "stbc {}", crate::file::VERSION)?;
    writeln!(out, "source 0x{:016x}", p.source_hash)?;
    writeln!(out, "memory {} {} {} {}", m.data_end, m.stack_low, m.stack_high, m.heap_base)?;
    writeln!(out, "entry {}", labels.funcs.get(p.entry))?;
    for (kind, handler) in TrapKind::ALL.into_iter().zip(p.handlers) {
        if let Some(handler) = handler {
            writeln!(out, "handler {} {}", trap_name(kind), labels.funcs.get(handler))?;
        }
    }
    for i in &p.imports {
        writeln!(out, "import {} {} {}", quote(&i.module), quote(&i.name), signature_text(&i.sig))?;
    }
    for sig in &p.signatures {
        writeln!(out, "signature {}", signature_text(sig))?;
    }
    for (i, c) in p.constants.iter().enumerate() {
        writeln!(out, "const {} 0x{:x}    ; k{i} = {}", type_name(c.ty), c.bits, value_text(c.ty, c.bits))?;
    }
    for d in &p.data {
        let mutable = if d.mutable { "static" } else { "const" };
        let bytes: String = d.bytes.iter().map(|b| format!("{b:02x}")).collect();
        writeln!(out, "data {} {mutable} {} {} \"{bytes}\"", quote(&d.name), d.address, span_text(d.span))?;
    }
    for f in &p.funcs {
        out.push('\n');
        write_function(p, &labels, f, out)?;
    }
    Ok(())
}

fn write_function(p: &Program, labels: &ProgramLabels, f: &Function, out: &mut String) -> std::fmt::Result {
    let user = if f.is_user { "user" } else { "library" };
    writeln!(out, "func {} {user} {} {}", quote(&f.name), span_text(f.span), signature_text(&f.sig))?;
    for l in &f.locals {
        writeln!(out, "  local {} {} {}", quote(&l.name), type_name(l.ty), span_text(l.span))?;
    }
    for s in &f.slots {
        let (name, ty) = (quote(&s.name), quote(&s.type_name));
        writeln!(out, "  slot {name} {ty} {} {} {}", s.offset, s.size, span_text(s.span))?;
    }
    writeln!(out, "  frame {}", f.frame_size)?;
    writeln!(out, "  stack {}", f.max_stack)?;
    let targets = target_labels(f);
    let target = |pc: &u32| targets.get(pc).map_or_else(|| format!("{pc}"), |n| format!("L{n}"));
    for (i, table) in f.tables.iter().enumerate() {
        write!(out, "  table")?;
        for (value, to) in &table.cases {
            write!(out, " 0x{value:x} {}", target(to))?;
        }
        writeln!(out, " else {}    ; t{i}", target(&table.default))?;
    }
    let mut lines = f.lines.iter().peekable();
    for row in rows(p, labels, f) {
        if let Some(label) = &row.label {
            writeln!(out, "{label}:")?;
        }
        if let Some(line) = lines.next_if(|l| l.pc == row.pc) {
            let Origin { span, item } = line.origin;
            let item = if item == Origin::NO_ITEM { String::new() } else { format!(" inst{item}") };
            writeln!(out, "        .at {}{item}", span_text(span))?;
        }
        let mut text = format!("  {:04}  {}", row.pc, row.mnemonic);
        if !row.operands.is_empty() {
            text = format!("{text} {}", row.operands);
        }
        if let Some(trap) = f.trap(row.pc) {
            text = format!("{text:<32} ! {} {}", trap_name(trap.kind), trap.location);
        } else if !row.comment.is_empty() {
            text = format!("{text:<32} ; {}", row.comment);
        }
        writeln!(out, "{text}")?;
    }
    writeln!(out, "end")
}
