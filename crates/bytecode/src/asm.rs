//! The assembler: reads the text that [`crate::disasm::disassemble`] writes, and what people write in the same form.
//!
//! A line is words, quoted strings and parentheses; `;` begins a comment. Names that are used may be declared later.
//! The number before an instruction is for people and ignored.

use crate::code::Instr;
use crate::op::Operand;
use crate::program::{
    Constant, FrameSlot, Function, Import, Line, Local, Program, Segment, SwitchTable, TrapSite, trap_name,
};
use crate::scalar::Scalar;
use crate::text::{FunctionLabels, ProgramLabels};
use smol_str::SmolStr;
use stair_ir::inst::{Signature, TrapKind, Type};
use stair_source::{FileId, Origin, Span};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Why a text is not a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AsmError {
    /// The line, from 1.
    pub line: u32,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for AsmError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for AsmError {}

/// Read a program. It is not verified.
///
/// # Errors
/// The first line that has no meaning.
pub fn assemble(text: &str) -> Result<Program, AsmError> {
    let mut lines = Vec::new();
    for (text, number) in text.lines().zip(1..) {
        let tokens = tokens(text).map_err(|what| AsmError { line: number, what })?;
        if !tokens.is_empty() {
            lines.push((number, tokens));
        }
    }
    let mut assembler = Assembler::default();
    for (line, tokens) in &lines {
        assembler.declare(*line, tokens).map_err(|what| AsmError { line: *line, what })?;
    }
    assembler.finish()
}

#[derive(Clone, PartialEq, Debug)]
enum Token {
    Word(SmolStr),
    Quoted(SmolStr),
}

fn tokens(line: &str) -> Result<Vec<Token>, String> {
    let mut out = Vec::new();
    let mut chars = line.chars().peekable();
    while let Some(&c) = chars.peek() {
        match c {
            ';' => break,
            '"' => {
                chars.next();
                out.push(Token::Quoted(quoted(&mut chars)?));
            }
            '(' | ')' => {
                chars.next();
                out.push(Token::Word(SmolStr::from(c.to_string())));
            }
            c if c.is_whitespace() => drop(chars.next()),
            _ => {
                let mut word = String::new();
                while let Some(c) = chars.next_if(|&c| !c.is_whitespace() && !matches!(c, ';' | '"' | '(' | ')')) {
                    word.push(c);
                }
                out.push(Token::Word(SmolStr::from(word)));
            }
        }
    }
    Ok(out)
}

fn quoted(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Result<SmolStr, String> {
    let mut text = String::new();
    loop {
        match chars.next().ok_or("a string without its end")? {
            '"' => return Ok(SmolStr::from(text)),
            '\\' => match chars.next() {
                Some('u') => {
                    let digits: String = chars.by_ref().take_while(|&c| c != '}').collect();
                    let code = u32::from_str_radix(digits.trim_start_matches('{'), 16).ok();
                    text.push(code.and_then(char::from_u32).ok_or("an unknown escape")?);
                }
                Some(c @ ('"' | '\\')) => text.push(c),
                _ => return Err("an unknown escape".to_owned()),
            },
            c => text.push(c),
        }
    }
}

/// A line's tokens, read from left to right.
struct Words<'a>(std::slice::Iter<'a, Token>);

impl Words<'_> {
    fn word(&mut self) -> Result<&SmolStr, String> {
        match self.0.next() {
            Some(Token::Word(word)) => Ok(word),
            Some(Token::Quoted(text)) => Err(format!("unexpected string \"{text}\"")),
            None => Err("the line ends too early".to_owned()),
        }
    }

    fn quoted(&mut self) -> Result<SmolStr, String> {
        match self.0.next() {
            Some(Token::Quoted(text)) => Ok(text.clone()),
            Some(Token::Word(word)) => Err(format!("a quoted name is needed in the place of `{word}`")),
            None => Err("the line ends too early".to_owned()),
        }
    }

    fn number(&mut self) -> Result<u64, String> {
        number(self.word()?)
    }

    fn small(&mut self) -> Result<u32, String> {
        let value = self.number()?;
        u32::try_from(value).map_err(|_| format!("{value} does not fit 32 bits"))
    }

    fn span(&mut self) -> Result<Span, String> {
        let word = self.word()?;
        let parts = word.split_once(':').and_then(|(file, range)| Some((file, range.split_once("..")?)));
        let parse = |(file, (lo, hi)): (&str, (&str, &str))| {
            Some(Span { file: FileId(file.parse().ok()?), lo: lo.parse().ok()?, hi: hi.parse().ok()? })
        };
        let span = parts.and_then(parse).filter(|s| s.lo <= s.hi);
        span.ok_or_else(|| format!("`{word}` is no span such as 0:4..7"))
    }

    fn ty(&mut self) -> Result<Type, String> {
        parse_type(self.word()?)
    }

    fn types(&mut self) -> Result<Vec<Type>, String> {
        let mut out = Vec::new();
        self.expect("(")?;
        loop {
            match self.word()?.as_str() {
                ")" => return Ok(out),
                name => out.push(parse_type(name)?),
            }
        }
    }

    fn signature(&mut self) -> Result<Signature, String> {
        let params = self.types()?;
        self.expect("->")?;
        Ok(Signature { params, results: self.types()? })
    }

    fn expect(&mut self, wanted: &str) -> Result<(), String> {
        let found = self.word()?;
        if found == wanted { Ok(()) } else { Err(format!("`{wanted}` is needed in the place of `{found}`")) }
    }

    fn end(&mut self) -> Result<(), String> {
        if self.0.next().is_some() { Err("unexpected words at the end of the line".to_owned()) } else { Ok(()) }
    }
}

fn number(word: &str) -> Result<u64, String> {
    let parsed = match word.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16),
        None => word.parse(),
    };
    parsed.map_err(|_| format!("`{word}` is no number"))
}

fn parse_type(name: &str) -> Result<Type, String> {
    let scalar = Scalar::parse(name).filter(|s| Scalar::of_type(s.cell()) == *s);
    scalar.map(Scalar::cell).ok_or_else(|| format!("`{name}` is no type of a cell"))
}

fn parse_trap(name: &str) -> Result<TrapKind, String> {
    TrapKind::ALL.into_iter().find(|&k| trap_name(k) == name).ok_or_else(|| format!("`{name}` is no kind of trap"))
}

/// Something that names a function, a target or the like, to be looked up when everything is declared.
struct Pending {
    line: u32,
    word: SmolStr,
}

/// An instruction whose operands are still words.
struct PendingInstr {
    line: u32,
    instr: Instr,
    words: Vec<SmolStr>,
    trap: Option<(TrapKind, u64)>,
    origin: Option<Origin>,
}

#[derive(Default)]
struct PendingFunc {
    instrs: Vec<PendingInstr>,
    /// Label → index of the instruction that it stands before.
    labels: BTreeMap<SmolStr, usize>,
    /// Cases and default of each switch table.
    tables: Vec<(Vec<(u64, Pending)>, Pending)>,
    origin: Option<Origin>,
}

#[derive(Default)]
struct Assembler {
    program: Program,
    entry: Option<Pending>,
    handlers: Vec<(TrapKind, Pending)>,
    funcs: Vec<PendingFunc>,
    in_func: bool,
    seen_version: bool,
}

impl Assembler {
    fn declare(&mut self, line: u32, tokens: &[Token]) -> Result<(), String> {
        let mut w = Words(tokens.iter());
        if self.in_func {
            self.declare_in_func(line, &mut w)?;
            return w.end();
        }
        let p = &mut self.program;
        match w.word()?.as_str() {
            "stbc" => {
                let version = w.number()?;
                if version != u64::from(crate::file::VERSION) {
                    return Err(format!("version {version}, but only {} can be read", crate::file::VERSION));
                }
                self.seen_version = true;
            }
            "source" => p.source_hash = w.number()?,
            "memory" => {
                let m = &mut p.memory;
                for field in [&mut m.data_end, &mut m.stack_low, &mut m.stack_high, &mut m.heap_base] {
                    *field = w.number()?;
                }
            }
            "entry" => self.entry = Some(Pending { line, word: w.word()?.clone() }),
            "handler" => {
                let kind = parse_trap(w.word()?)?;
                self.handlers.push((kind, Pending { line, word: w.word()?.clone() }));
            }
            "import" => p.imports.push(Import { module: w.quoted()?, name: w.quoted()?, sig: w.signature()? }),
            "signature" => p.signatures.push(w.signature()?),
            "const" => p.constants.push(Constant { ty: w.ty()?, bits: w.number()? }),
            "data" => {
                let name = w.quoted()?;
                let mutable = match w.word()?.as_str() {
                    "static" => true,
                    "const" => false,
                    other => return Err(format!("`static` or `const` is needed in the place of `{other}`")),
                };
                let (address, span) = (w.number()?, w.span()?);
                p.data.push(Segment { name, address, bytes: hex(&w.quoted()?)?, mutable, span });
            }
            "func" => {
                let name = w.quoted()?;
                let is_user = match w.word()?.as_str() {
                    "user" => true,
                    "library" => false,
                    other => return Err(format!("`user` or `library` is needed in the place of `{other}`")),
                };
                let (span, sig) = (w.span()?, w.signature()?);
                p.funcs.push(Arc::new(Function { name, is_user, span, sig, ..Function::default() }));
                self.funcs.push(PendingFunc::default());
                self.in_func = true;
            }
            other => return Err(format!("`{other}` is no declaration")),
        }
        w.end()
    }

    fn declare_in_func(&mut self, line: u32, w: &mut Words<'_>) -> Result<(), String> {
        let (Some(f), Some(pending)) = (self.program.funcs.last_mut(), self.funcs.last_mut()) else {
            return Err("no function is open".to_owned());
        };
        let f = Arc::make_mut(f);
        let mut first = w.word()?.clone();
        if first.bytes().all(|b| b.is_ascii_digit()) {
            first = w.word()?.clone();
        }
        match first.as_str() {
            "local" => f.locals.push(Local { name: w.quoted()?, ty: w.ty()?, span: w.span()? }),
            "slot" => f.slots.push(FrameSlot {
                name: w.quoted()?,
                type_name: w.quoted()?,
                offset: w.number()?,
                size: w.number()?,
                span: w.span()?,
            }),
            "frame" => f.frame_size = w.number()?,
            "stack" => f.max_stack = w.small()?,
            "table" => {
                let mut cases = Vec::new();
                let default = loop {
                    let word = w.word()?.clone();
                    let target = Pending { line, word: w.word()?.clone() };
                    if word == "else" {
                        break target;
                    }
                    cases.push((number(&word)?, target));
                };
                pending.tables.push((cases, default));
            }
            ".at" => {
                let span = w.span()?;
                let item = match w.0.next() {
                    None => Origin::NO_ITEM,
                    Some(Token::Word(word)) => {
                        let digits = word.strip_prefix("inst").unwrap_or("");
                        digits.parse().map_err(|_| format!("`{word}` is no IR instruction"))?
                    }
                    Some(Token::Quoted(_)) => return Err("unexpected string".to_owned()),
                };
                pending.origin = Some(Origin { span, item });
            }
            "end" => self.in_func = false,
            label if label.ends_with(':') => {
                let label = SmolStr::new(label.trim_end_matches(':'));
                if pending.labels.insert(label, pending.instrs.len()).is_some() {
                    return Err("the label is declared twice".to_owned());
                }
            }
            mnemonic => {
                let instr = Instr::from_mnemonic(mnemonic).ok_or_else(|| format!("`{mnemonic}` is no instruction"))?;
                let mut words = Vec::new();
                let mut trap = None;
                while w.0.len() > 0 {
                    let word = w.word()?.clone();
                    if word == "!" {
                        trap = Some((parse_trap(w.word()?)?, w.number()?));
                        break;
                    }
                    words.push(word);
                }
                pending.instrs.push(PendingInstr { line, instr, words, trap, origin: pending.origin.take() });
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Program, AsmError> {
        let at_start = |what: &str| AsmError { line: 1, what: what.to_owned() };
        if !self.seen_version {
            return Err(at_start("the text does not begin with `stbc` and a version"));
        }
        if self.in_func {
            return Err(at_start("the last function has no `end`"));
        }
        let labels = ProgramLabels::new(&self.program);
        let funcs = labels.funcs.by_name();
        let find_func =
            |p: &Pending| lookup(&p.word, '#', &funcs, "function").map_err(|what| AsmError { line: p.line, what });
        let entry = self.entry.as_ref().ok_or_else(|| at_start("there is no `entry`"))?;
        self.program.entry = find_func(entry)?;
        for (kind, handler) in &self.handlers {
            self.program.handlers[*kind as usize] = Some(find_func(handler)?);
        }
        for (func, pending) in self.program.funcs.iter_mut().zip(&self.funcs) {
            finish_func(Arc::make_mut(func), pending, &labels)?;
        }
        Ok(self.program)
    }
}

fn finish_func(f: &mut Function, pending: &PendingFunc, labels: &ProgramLabels) -> Result<(), AsmError> {
    // Lengths do not depend on operands' values, so every label's place is known before any is looked up.
    let mut pcs = vec![0];
    for i in &pending.instrs {
        pcs.push(pcs[pcs.len() - 1] + i.instr.encoded_len() as u32);
    }
    let find_target = |word: &str| {
        let place = pending.labels.get(word).ok_or_else(|| format!("there is no label `{word}`"))?;
        Ok(pcs[*place])
    };
    let own = FunctionLabels::new(f);
    let (locals, slots) = (own.locals.by_name(), own.slots.by_name());
    let (funcs, imports, data) = (labels.funcs.by_name(), labels.imports.by_name(), labels.data.by_name());
    let operand = |kind: Operand, word: &str| -> Result<u32, String> {
        match kind {
            Operand::Short => {
                let value: Result<i16, _> = word.parse();
                value.map(|v| i32::from(v) as u32).map_err(|_| format!("`{word}` does not fit 16 bits"))
            }
            Operand::Offset => lookup(word, '+', &BTreeMap::new(), "offset"),
            Operand::Constant => lookup(word, 'k', &BTreeMap::new(), "constant"),
            Operand::Signature => lookup(word, 's', &BTreeMap::new(), "signature"),
            Operand::Table => lookup(word, 't', &BTreeMap::new(), "table"),
            Operand::Local => lookup(word, '#', &locals, "local")
                .and_then(|i| if i <= u32::from(u16::MAX) { Ok(i) } else { Err(format!("there is no local {i}")) }),
            Operand::Slot => lookup(word, '#', &slots, "slot"),
            Operand::Data => lookup(word, '#', &data, "data"),
            Operand::Func => lookup(word, '#', &funcs, "function"),
            Operand::Import => lookup(word, '#', &imports, "import"),
            Operand::Target => find_target(word),
            Operand::To => Err("unexpected operand".to_owned()),
        }
    };
    for (i, &pc) in pending.instrs.iter().zip(&pcs) {
        let fail = |what: String| AsmError { line: i.line, what };
        let mut instr = i.instr;
        let mut words = i.words.iter();
        for (&kind, value) in instr.op.info().operands.iter().zip([&mut instr.a, &mut instr.b]) {
            match kind {
                Operand::To => {}
                Operand::Offset if words.len() == 0 => *value = 0,
                _ => {
                    let word = words.next().ok_or_else(|| fail("an operand is missing".to_owned()))?;
                    *value = operand(kind, word).map_err(fail)?;
                }
            }
        }
        if words.next().is_some() {
            return Err(fail("too many operands".to_owned()));
        }
        if let Some((kind, location)) = i.trap {
            f.traps.push(TrapSite { pc, kind, location });
        }
        if let Some(origin) = i.origin {
            f.lines.push(Line { pc, origin });
        }
        instr.encode(&mut f.code);
    }
    for (cases, default) in &pending.tables {
        let target = |p: &Pending| find_target(&p.word).map_err(|what| AsmError { line: p.line, what });
        let cases = cases.iter().map(|(v, t)| Ok((*v, target(t)?))).collect::<Result<Vec<_>, AsmError>>()?;
        f.tables.push(SwitchTable { cases, default: target(default)? });
    }
    Ok(())
}

/// A name of `names`, or `mark` and a number.
fn lookup(word: &str, mark: char, names: &BTreeMap<&str, u32>, what: &str) -> Result<u32, String> {
    if let Some(&index) = names.get(word) {
        return Ok(index);
    }
    let index = word.strip_prefix(mark).and_then(|digits| digits.parse().ok());
    index.ok_or_else(|| format!("there is no {what} `{word}`"))
}

fn hex(text: &str) -> Result<Vec<u8>, String> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect();
    match digits {
        Some(digits) if digits.len().is_multiple_of(2) => Ok(digits.chunks(2).map(|d| d[0] << 4 | d[1]).collect()),
        _ => Err("the bytes are not pairs of hexadecimal digits".to_owned()),
    }
}
