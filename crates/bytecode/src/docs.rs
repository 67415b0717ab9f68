//! `docs/bytecode.md`, derived from the instruction table.

use crate::file::VERSION;
use crate::op::{Effect, OpInfo, Operand, Suffix, TABLE};
use crate::program::{Function, Program, trap_name};
use crate::scalar::Scalar;
use crate::verify;
use crate::{code::Instr, disasm};
use stair_ir::inst::{Signature, TrapKind, Type};
use std::fmt::Write;

/// The text of `docs/bytecode.md`.
#[must_use]
pub fn reference() -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_reference(&mut out);
    out
}

fn write_reference(out: &mut String) -> std::fmt::Result {
    write!(out, "{INTRODUCTION}")?;
    writeln!(out, "\n```text\n{}```", example())?;
    write!(out, "{MACHINE}")?;
    writeln!(out, "\n| byte | type |\n| ---: | --- |")?;
    for scalar in Scalar::ALL {
        writeln!(out, "| {} | `{scalar}` |", scalar as u8)?;
    }
    write!(out, "{NOTATION}")?;
    let mut group = "";
    for row in TABLE {
        if row.group != group {
            group = row.group;
            writeln!(
                out,
                "\n### {group}\n\n| byte | instruction | operands | stack | |\n| --- | --- | --- | --- | --- |"
            )?;
        }
        write_row(out, row)?;
    }
    write!(out, "{TRAPS}")?;
    for kind in TrapKind::ALL {
        writeln!(out, "- `{}`", trap_name(kind))?;
    }
    write!(out, "{FILE}")?;
    writeln!(out, "\nThis is version {VERSION}.\n\n## Limits\n")?;
    writeln!(out, "| | at most |\n| --- | ---: |")?;
    let limits = [
        ("locals of a function", verify::MAX_LOCALS as u64),
        ("parameters", verify::MAX_PARAMS as u64),
        ("results", verify::MAX_RESULTS as u64),
        ("cells of a function's operand stack", u64::from(verify::MAX_STACK)),
        ("bytes of a function's frame in memory", verify::MAX_FRAME_SIZE),
        ("bytes of a function's code", verify::MAX_CODE as u64),
        ("bytes of memory at the start", verify::MAX_INITIAL_MEMORY),
    ];
    for (what, limit) in limits {
        writeln!(out, "| {what} | {limit} |")?;
    }
    Ok(())
}

fn write_row(out: &mut String, row: &OpInfo) -> std::fmt::Result {
    let suffix = match row.suffix {
        Suffix::None => "",
        Suffix::Cell | Suffix::Int | Suffix::Signed | Suffix::Float | Suffix::Number => "_T",
    };
    let to = if row.operands.contains(&Operand::To) { "_TO_U" } else { "" };
    let operands: Vec<&str> = row.operands.iter().map(|o| o.name()).collect();
    let stack = match row.effect {
        Effect::Words(words) => words.to_owned(),
        Effect::Fixed(pops, pushes) => {
            let list = |cells: &[crate::op::CellKind]| {
                let names: Vec<String> = cells.iter().map(|c| format!("{c:?}")).collect();
                names.join(" ")
            };
            format!("{} → {}", list(pops), list(pushes)).trim().to_owned()
        }
    };
    let types = match row.suffix {
        Suffix::None => String::new(),
        suffix => {
            let names: Vec<&str> = suffix.types().iter().map(|t| t.name()).collect();
            format!(" T: {}.", names.join(" "))
        }
    };
    let doc = row.doc.replace('|', "\\|");
    let operands = operands.join(", ");
    writeln!(out, "| `{:02X}` | `{}{suffix}{to}` | {operands} | {stack} | {doc}{types} |", row.op as u8, row.mnemonic)
}

/// `a + b * c` as the disassembler prints it.
fn example() -> String {
    let mut function = Function {
        name: "muladd".into(),
        is_user: true,
        sig: Signature { params: vec![Type::I32; 3], results: vec![Type::I32] },
        max_stack: 3,
        ..Function::default()
    };
    for name in ["a", "b", "c"] {
        let span = stair_source::Span::default();
        function.locals.push(crate::program::Local { name: name.into(), ty: Type::I32, span });
    }
    for (text, local) in
        [("LOAD_LOCAL", 0), ("LOAD_LOCAL", 1), ("LOAD_LOCAL", 2), ("MUL_I32", 0), ("ADD_I32", 0), ("RETURN", 0)]
    {
        if let Some(instr) = Instr::from_mnemonic(text) {
            let kind = if text == "MUL_I32" { TrapKind::MulOverflow } else { TrapKind::AddOverflow };
            if instr.op.has_trap() {
                let pc = function.code.len() as u32;
                function.traps.push(crate::program::TrapSite { pc, kind, location: 0 });
            }
            instr.with(local).encode(&mut function.code);
        }
    }
    let program = Program { funcs: vec![function.into()], ..Program::default() };
    let mut out = String::new();
    for row in disasm::Lister::new(&program).rows(0) {
        let bytes: Vec<String> = program.funcs[0].code[row.pc as usize..(row.pc + row.len) as usize]
            .iter()
            .map(|b| format!("{b:02X}"))
            .collect();
        let text = format!("{} {}", row.mnemonic, row.operands);
        let line = format!("{:04}  {:<12}{text:<16}{}", row.pc, bytes.join(" "), row.comment);
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

const INTRODUCTION: &str = "\
# The bytecode

<!-- Derived from the instruction table, crates/bytecode/src/op.rs. `BLESS=1 cargo test -p stair-bytecode` rewrites it. -->

Staircase's second layer is a stack machine's code, made for reading: instructions are called what a book calls them, and
`a + b * c` is
";

const MACHINE: &str = "
## The machine

- A **cell** is 64 bits. Integers narrower than that fill the rest with zeros; `bool` is an `I8` of 0 or 1, `char` an
  `I32`, a pointer an `I64`; floats are their IEEE 754 bits.
- A function has **locals**, numbered cells of which the parameters come first and the rest are 0 at entry, and an
  **operand stack**, which every instruction takes its operands from and leaves its results on. Of two operands the *lower*
  one was pushed first.
- **Memory** is a row of bytes: a null page, static data, the stack (growing down), the heap. A function whose variables
  are borrowed, or too large for a cell, has a **frame** there, divided into slots; the stack pointer moves down by its
  size when the function is entered and back when it returns.
- `CALL` makes the topmost cells the callee's parameters. `RETURN` leaves the results in their place.
- Addresses are computed modulo 2⁶⁴. An access that does not lie wholly within memory ends the program.

## Encoding

An instruction is its opcode, one byte; then, if its mnemonic ends with a type, the type's byte; then its operands,
little-endian. Targets of jumps are counted from the function's first byte.
";

const NOTATION: &str = "
The sign in a type's name says how an instruction reads its operands. On the stack there is no difference between `I32`
and `U32`; in the column *stack*, `T` is a cell of the width of the suffix.

## Instructions
";

const TRAPS: &str = "
## Panics

Instructions that may panic have an entry in their function's trap table: why, and the address of the source location in
static data. The machine then calls the program's handler for that reason, an ordinary function that prints the message
and ends the program; its arguments are the location's address and, for `bounds`, index and length before it. Where the
reason of a division is `div_zero` (`rem_zero`), a quotient that overflows is `div_overflow` (`rem_overflow`).

";

const FILE: &str = "
## The file

A `.stbc` file holds a program. It begins with `STBC` and the version, two bytes, little-endian; a reader refuses every
other version. Then come a hash of the source text, the entry, the parts of memory, the host's functions, signatures, the
constant pool, static data, the trap handlers, and the functions: name, types, locals and slots with their names, code,
switch tables, the trap table, and the line table, which says of each instruction what source text and which IR
instruction it was made from. Integers are LEB128 in their shortest form; a list is its length, then its elements.

Before anything runs, the loader verifies the program; the rules head `crates/bytecode/src/verify.rs`. A verified program
cannot make the machine do anything but what this page says.

`staircase emit --stage bytecode` prints the whole program as text, from which the assembler makes the same bytes.
";
