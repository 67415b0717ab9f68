//! Printing.

use crate::entities::Value;
use crate::function::{Data, Function, Module, Target};
use crate::inst::{BlockCall, Inst, Signature, Terminator, Trap, TrapKind, Type};
use stair_source::{Origin, Span};
use std::fmt::Write as _;

/// The module as text.
#[must_use]
pub fn print(module: &Module) -> String {
    Printer { module, out: String::new(), origins: false }.module()
}

/// The module as text, with spans and origins.
#[must_use]
pub fn print_with_origins(module: &Module) -> String {
    Printer { module, out: String::new(), origins: true }.module()
}

/// One function of the module as text, without its number: what the panes and pass diffs show.
#[must_use]
pub fn print_function(module: &Module, func: &Function) -> String {
    let mut printer = Printer { module, out: String::new(), origins: false };
    printer.function(func);
    printer.out
}

struct Printer<'a> {
    module: &'a Module,
    out: String,
    origins: bool,
}

/// Comments begin in this column where the line is shorter.
const COMMENT_COLUMN: usize = 56;

/// Runs of zeros at least this long print as `zero N`.
const ZERO_RUN: usize = 16;

macro_rules! put {
    ($p:expr, $($arg:tt)*) => {{ let _ = write!($p.out, $($arg)*); }};
}

impl Printer<'_> {
    fn module(mut self) -> String {
        let module = self.module;
        let m = module.memory;
        if m != Default::default() {
            put!(self, "memory {} {} {} {}\n", m.data_end, m.stack_low, m.stack_high, m.heap_base);
        }
        if let Some(entry) = module.entry {
            put!(self, "entry {entry}\n");
        }
        for (kind, handler) in TrapKind::ALL.iter().zip(module.handlers) {
            if let Some(handler) = handler {
                put!(self, "handler {} {handler}\n", kind.as_str());
            }
        }
        for (i, import) in module.imports.iter().enumerate() {
            put!(self, "import{i} ");
            self.string(import.module.as_bytes());
            put!(self, " ");
            self.string(import.name.as_bytes());
            self.signature(&import.sig);
            put!(self, "\n");
        }
        for (i, data) in module.data.iter().enumerate() {
            put!(self, "data{i} ");
            self.data(data);
        }
        for (i, func) in module.funcs.iter().enumerate() {
            put!(self, "\nfn{i} ");
            self.function(func);
        }
        self.out
    }

    /// Printable ASCII as it is, the rest escaped byte by byte; UTF-8 is kept where the bytes are text.
    fn string(&mut self, bytes: &[u8]) {
        self.out.push('"');
        for chunk in bytes.utf8_chunks() {
            for c in chunk.valid().chars() {
                match c {
                    '"' | '\\' => put!(self, "\\{c}"),
                    '\n' => self.out.push_str("\\n"),
                    c if c.is_control() => {
                        let mut buf = [0; 4];
                        for b in c.encode_utf8(&mut buf).bytes() {
                            put!(self, "\\x{b:02x}");
                        }
                    }
                    c => self.out.push(c),
                }
            }
            for b in chunk.invalid() {
                put!(self, "\\x{b:02x}");
            }
        }
        self.out.push('"');
    }

    fn signature(&mut self, sig: &Signature) {
        let list = |types: &[Type]| types.iter().map(|t| t.as_str()).collect::<Vec<_>>().join(", ");
        put!(self, " ({})", list(&sig.params));
        if !sig.results.is_empty() {
            put!(self, " -> {}", list(&sig.results));
        }
    }

    fn span(&mut self, span: Span) {
        if self.origins && span != Span::default() {
            put!(self, " @{}:{}:{}", span.file.0, span.lo, span.hi);
        }
    }

    fn origin(&mut self, origin: Origin) {
        if self.origins && origin != Origin::default() {
            put!(self, " @{}:{}:{}", origin.span.file.0, origin.span.lo, origin.span.hi);
            if origin.item != Origin::NO_ITEM {
                put!(self, "#{}", origin.item);
            }
        }
    }

    fn data(&mut self, data: &Data) {
        self.string(data.name.as_bytes());
        let kind = if data.mutable { "mut" } else { "const" };
        put!(self, " {kind} align {} at {} =", data.align, data.address);
        let mut rest = &data.bytes[..];
        while !rest.is_empty() {
            let zeros = rest.iter().take_while(|&&b| b == 0).count();
            if zeros >= ZERO_RUN || zeros == rest.len() {
                put!(self, " zero {zeros}");
                rest = &rest[zeros..];
                continue;
            }
            let len = rest.windows(ZERO_RUN).position(|w| w.iter().all(|&b| b == 0)).unwrap_or(rest.len());
            put!(self, " ");
            self.string(&rest[..len]);
            rest = &rest[len..];
        }
        for (offset, target) in &data.relocations {
            match target {
                Target::Data(data) => put!(self, " reloc {offset} {data}"),
                Target::Func(func) => put!(self, " reloc {offset} {func}"),
            }
        }
        self.span(data.span);
        self.out.push('\n');
    }

    fn function(&mut self, func: &Function) {
        if func.is_user {
            put!(self, "user ");
        }
        self.string(func.name.as_bytes());
        self.signature(&func.sig);
        self.span(func.span);
        put!(self, " {{\n");
        for (i, var) in func.vars.iter().enumerate() {
            put!(self, "    var{i} ");
            self.string(var.name.as_bytes());
            put!(self, " {}", var.ty);
            if let Some(param) = var.param {
                put!(self, " param {param}");
            }
            self.span(var.span);
            self.out.push('\n');
        }
        for (i, slot) in func.slots.iter().enumerate() {
            put!(self, "    slot{i} ");
            self.string(slot.name.as_bytes());
            put!(self, " ");
            self.string(slot.type_name.as_bytes());
            put!(self, " size {} align {}", slot.size, slot.align);
            self.span(slot.span);
            self.out.push('\n');
        }
        for &block in &func.layout {
            let data = func.block(block);
            put!(self, "{block}(");
            for (i, &param) in data.params.iter().enumerate() {
                let comma = if i == 0 { "" } else { ", " };
                put!(self, "{comma}{param}: {}", func.ty(param));
            }
            put!(self, "):\n");
            for &id in &data.insts {
                let start = self.out.len();
                let inst = func.inst(id);
                self.out.push_str("    ");
                for (i, result) in inst.results.iter().enumerate() {
                    put!(self, "{}{result}", if i == 0 { "" } else { ", " });
                }
                if !inst.results.is_empty() {
                    self.out.push_str(" = ");
                }
                self.inst(func, &inst.inst);
                self.origin(inst.origin);
                self.comment(func, &inst.inst, start);
                self.out.push('\n');
            }
            self.out.push_str("    ");
            self.terminator(&data.terminator);
            self.origin(data.origin);
            self.out.push('\n');
        }
        self.out.push_str("}\n");
    }

    /// The name of what the instruction refers to by number.
    fn comment(&mut self, func: &Function, inst: &Inst, line_start: usize) {
        let name = match inst {
            Inst::VarGet { var } | Inst::VarSet { var, .. } => func.vars.get(var.index()).map(|v| &v.name),
            Inst::SlotAddr { slot, .. } => func.slots.get(slot.index()).map(|s| &s.name),
            Inst::DataAddr { data, .. } => self.module.data.get(data.index()).map(|d| &d.name),
            Inst::Call { func, .. } | Inst::FuncAddr { func } => self.module.funcs.get(func.index()).map(|f| &f.name),
            Inst::CallImport { import, .. } => self.module.imports.get(import.index()).map(|i| &i.name),
            _ => None,
        };
        let Some(name) = name.filter(|n| !n.is_empty()) else { return };
        let width = self.out.len() - line_start;
        let pad = COMMENT_COLUMN.saturating_sub(width).max(1);
        put!(self, "{:pad$}; {}", "", name.escape_debug());
    }

    fn values(&mut self, values: &[Value]) {
        for (i, value) in values.iter().enumerate() {
            put!(self, "{}{value}", if i == 0 { "" } else { ", " });
        }
    }

    fn trap(&mut self, trap: &Trap) {
        put!(self, " !{} {}", trap.kind.as_str(), trap.location);
    }

    fn offset(&mut self, offset: u32) {
        if offset != 0 {
            put!(self, "+{offset}");
        }
    }

    fn inst(&mut self, func: &Function, inst: &Inst) {
        match inst {
            Inst::Const { ty, bits } => {
                put!(self, "const.{ty} ");
                self.constant(*ty, *bits);
            }
            Inst::DataAddr { data, offset } => {
                put!(self, "data_addr {data}");
                self.offset(*offset);
            }
            Inst::SlotAddr { slot, offset } => {
                put!(self, "slot_addr {slot}");
                self.offset(*offset);
            }
            Inst::FuncAddr { func } => put!(self, "func_addr {func}"),
            Inst::VarGet { var } => put!(self, "get {var}"),
            Inst::VarSet { var, value } => put!(self, "set {var}, {value}"),
            Inst::Unary { op, arg } => put!(self, "{}.{} {arg}", op.as_str(), func.ty(*arg)),
            Inst::Binary { op, args: [a, b] } => put!(self, "{}.{} {a}, {b}", op.as_str(), func.ty(*a)),
            Inst::Checked { op, args: [a, b], trap } => {
                put!(self, "checked.{}.{} {a}, {b}", op.as_str(), func.ty(*a));
                self.trap(trap);
            }
            Inst::BoundsCheck { index, len, trap } => {
                put!(self, "bounds_check {index}, {len}");
                self.trap(trap);
            }
            Inst::Compare { cc, args: [a, b] } => put!(self, "compare.{}.{} {a}, {b}", cc.as_str(), func.ty(*a)),
            Inst::Convert { op, to, arg } => put!(self, "convert.{}.{to} {arg}", op.as_str()),
            Inst::Select { cond, if_true, if_false } => {
                put!(self, "select.{} {cond}, {if_true}, {if_false}", func.ty(*if_true));
            }
            Inst::Load { ty, addr, offset } => {
                put!(self, "load.{ty} {addr}");
                self.offset(*offset);
            }
            Inst::Store { addr, value, offset } => {
                put!(self, "store.{} {addr}", func.ty(*value));
                self.offset(*offset);
                put!(self, ", {value}");
            }
            Inst::MemCopy { dst, src, len } => put!(self, "mem_copy {dst}, {src}, {len}"),
            Inst::MemFill { dst, byte, len } => put!(self, "mem_fill {dst}, {byte}, {len}"),
            Inst::Call { func, args } => {
                put!(self, "call {func}(");
                self.values(args);
                put!(self, ")");
            }
            Inst::CallImport { import, args } => {
                put!(self, "call {import}(");
                self.values(args);
                put!(self, ")");
            }
            Inst::CallIndirect { sig, callee, args } => {
                put!(self, "call_indirect {callee}(");
                self.values(args);
                put!(self, ")");
                self.signature(sig);
            }
            Inst::MemorySize => put!(self, "memory_size"),
            Inst::MemoryGrow { pages } => put!(self, "memory_grow {pages}"),
        }
    }

    fn constant(&mut self, ty: Type, bits: u64) {
        match ty {
            Type::I8 => put!(self, "{}", bits as i8),
            Type::I16 => put!(self, "{}", bits as i16),
            Type::I32 => put!(self, "{}", bits as i32),
            Type::I64 => put!(self, "{}", bits as i64),
            Type::F32 if f32::from_bits(bits as u32).is_nan() => put!(self, "nan {bits:#x}"),
            Type::F64 if f64::from_bits(bits).is_nan() => put!(self, "nan {bits:#x}"),
            Type::F32 => put!(self, "{:?}", f32::from_bits(bits as u32)),
            Type::F64 => put!(self, "{:?}", f64::from_bits(bits)),
        }
    }

    fn block_call(&mut self, to: &BlockCall) {
        put!(self, "{}(", to.block);
        self.values(&to.args);
        put!(self, ")");
    }

    fn terminator(&mut self, terminator: &Terminator) {
        match terminator {
            Terminator::Jump(to) => {
                put!(self, "jump ");
                self.block_call(to);
            }
            Terminator::Branch { cond, then, els } => {
                put!(self, "branch {cond}, ");
                self.block_call(then);
                put!(self, ", ");
                self.block_call(els);
            }
            Terminator::Switch { value, cases, default } => {
                put!(self, "switch {value}");
                for (pattern, to) in cases {
                    put!(self, ", {pattern} => ");
                    self.block_call(to);
                }
                put!(self, ", else ");
                self.block_call(default);
            }
            Terminator::Return(values) if values.is_empty() => put!(self, "return"),
            Terminator::Return(values) => {
                put!(self, "return ");
                self.values(values);
            }
            Terminator::Unreachable => put!(self, "unreachable"),
        }
    }
}
