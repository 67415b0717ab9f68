//! Parsing: tokens, then one function per construct. Function headers are read before bodies, because a call's results
//! have the types of the callee's signature.

use crate::entities::{Block, DataId, FuncId, ImportId, Slot, Value, Var};
use crate::function::{Data, Function, Import, MemoryLayout, Module, SlotDecl, Target, ValueData, ValueDef, VarDecl};
use crate::inst::{
    BinaryOp, BlockCall, CheckedOp, Cond, ConvertOp, Inst, Signature, Terminator, Trap, TrapKind, Type, UnaryOp,
};
use smol_str::SmolStr;
use stair_source::{FileId, Origin, Span};
use std::fmt;

/// What is wrong with the text, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParseError {
    /// Line, from 1.
    pub line: u32,
    /// What was expected.
    pub message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for ParseError {}

/// The largest id that the text may name, so that a short text cannot ask for huge tables.
const MAX_ID: u32 = 1 << 20;

/// The longest run of zeros that data may have.
const MAX_ZEROS: u64 = 1 << 32;

/// Read a module. The result is not verified.
///
/// # Errors
/// If the text is not of the form that [`super::print`] writes.
pub fn parse(text: &str) -> Result<Module, ParseError> {
    let tokens = tokenize(text)?;
    let mut parser = Parser { tokens: &tokens, at: 0, module: Module::default() };
    parser.module()?;
    Ok(parser.module)
}

#[derive(Clone, PartialEq, Debug)]
enum Token<'a> {
    /// A letter, then letters, digits, `_` and `.`: `checked.adds.i32`, `v12`.
    Word(&'a str),
    /// Digits, perhaps with a sign, point and exponent.
    Number(&'a str),
    Text(Vec<u8>),
    Sign(char),
    /// `->`
    Arrow,
    /// `=>`
    Case,
    End,
}

fn tokenize(text: &str) -> Result<Vec<(Token<'_>, u32)>, ParseError> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let (mut i, mut line) = (0, 1);
    let run = |from: usize, ok: &dyn Fn(u8) -> bool| bytes[from..].iter().take_while(|&&b| ok(b)).count();
    while let Some(&b) = bytes.get(i) {
        let start = i;
        let token = match b {
            b'\n' => {
                line += 1;
                i += 1;
                continue;
            }
            b' ' | b'\t' | b'\r' => {
                i += 1;
                continue;
            }
            b';' => {
                i += run(i, &|b| b != b'\n');
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                i += run(i, &|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.'));
                Token::Word(&text[start..i])
            }
            b'0'..=b'9' | b'-' if b != b'-' || bytes.get(i + 1).is_some_and(u8::is_ascii_digit) => {
                i += 1;
                loop {
                    i += run(i, &|b| b.is_ascii_alphanumeric() || b == b'.');
                    let exponent = bytes[i - 1] == b'e' && !text[start..i].starts_with("0x");
                    if exponent && matches!(bytes.get(i), Some(b'-' | b'+')) {
                        i += 1;
                    } else {
                        break;
                    }
                }
                Token::Number(&text[start..i])
            }
            b'-' if bytes.get(i + 1) == Some(&b'>') => {
                i += 2;
                Token::Arrow
            }
            b'=' if bytes.get(i + 1) == Some(&b'>') => {
                i += 2;
                Token::Case
            }
            b'"' => {
                let (bytes, len) = string(&bytes[i..])
                    .ok_or_else(|| ParseError { line, message: "a string that ends, with known escapes".into() })?;
                i += len;
                Token::Text(bytes)
            }
            b if b.is_ascii_punctuation() => {
                i += 1;
                Token::Sign(b as char)
            }
            _ => return Err(ParseError { line, message: "no such character outside strings and comments".into() }),
        };
        tokens.push((token, line));
    }
    tokens.push((Token::End, line));
    Ok(tokens)
}

/// The bytes of a string literal, and how long it is in the text.
fn string(text: &[u8]) -> Option<(Vec<u8>, usize)> {
    let mut out = Vec::new();
    let mut i = 1;
    loop {
        match *text.get(i)? {
            b'"' => return Some((out, i + 1)),
            b'\\' => {
                i += 1;
                match *text.get(i)? {
                    b'n' => out.push(b'\n'),
                    b'x' => {
                        let hex = std::str::from_utf8(text.get(i + 1..i + 3)?).ok()?;
                        out.push(u8::from_str_radix(hex, 16).ok()?);
                        i += 2;
                    }
                    b @ (b'"' | b'\\') => out.push(b),
                    _ => return None,
                }
                i += 1;
            }
            b'\n' => return None,
            b => {
                out.push(b);
                i += 1;
            }
        }
    }
}

struct Parser<'a> {
    tokens: &'a [(Token<'a>, u32)],
    at: usize,
    module: Module,
}

type Parsed<T> = Result<T, ParseError>;

/// A value of the text before its definition has been read.
const HOLE: ValueData = ValueData { ty: Type::I8, def: ValueDef::Param(Block(0), u32::MAX) };

impl<'a> Parser<'a> {
    fn fail<T>(&self, message: impl Into<String>) -> Parsed<T> {
        Err(ParseError { line: self.tokens[self.at].1, message: message.into() })
    }

    /// An error about what has just been read.
    fn fail_before<T>(&self, message: impl Into<String>) -> Parsed<T> {
        Err(ParseError { line: self.tokens[self.at.saturating_sub(1)].1, message: message.into() })
    }

    fn peek(&self) -> &Token<'a> {
        &self.tokens[self.at].0
    }

    fn bump(&mut self) {
        if self.at + 1 < self.tokens.len() {
            self.at += 1;
        }
    }

    fn eat(&mut self, token: &Token<'_>) -> bool {
        let found = self.peek() == token;
        if found {
            self.bump();
        }
        found
    }

    fn eat_sign(&mut self, sign: char) -> bool {
        self.eat(&Token::Sign(sign))
    }

    fn eat_word(&mut self, word: &str) -> bool {
        self.eat(&Token::Word(word))
    }

    fn sign(&mut self, sign: char) -> Parsed<()> {
        if self.eat_sign(sign) { Ok(()) } else { self.fail(format!("expected `{sign}`")) }
    }

    fn keyword(&mut self, word: &str) -> Parsed<()> {
        if self.eat_word(word) { Ok(()) } else { self.fail(format!("expected `{word}`")) }
    }

    fn word(&mut self) -> Parsed<&'a str> {
        let Token::Word(word) = *self.peek() else { return self.fail("expected a word") };
        self.bump();
        Ok(word)
    }

    fn number<T: TryFrom<i128>>(&mut self) -> Parsed<T> {
        let Token::Number(text) = *self.peek() else { return self.fail("expected a number") };
        let value = match text.strip_prefix("0x") {
            Some(hex) => i128::from_str_radix(hex, 16),
            None => text.parse(),
        };
        let Some(value) = value.ok().and_then(|v| T::try_from(v).ok()) else {
            return self.fail(format!("`{text}` is no whole number that fits here"));
        };
        self.bump();
        Ok(value)
    }

    fn bytes(&mut self) -> Parsed<Vec<u8>> {
        let Token::Text(bytes) = self.peek() else { return self.fail("expected a string") };
        let bytes = bytes.clone();
        self.bump();
        Ok(bytes)
    }

    fn name(&mut self) -> Parsed<SmolStr> {
        match String::from_utf8(self.bytes()?) {
            Ok(name) => Ok(name.into()),
            Err(_) => self.fail_before("a name must be UTF-8"),
        }
    }

    /// The number of an id such as `v12`, if the next word is one.
    fn peek_id(&self, prefix: &str) -> Option<u32> {
        let Token::Word(word) = *self.peek() else { return None };
        let digits = word.strip_prefix(prefix)?;
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok().filter(|&id| id < MAX_ID)
    }

    fn id(&mut self, prefix: &str) -> Parsed<u32> {
        let Some(id) = self.peek_id(prefix) else { return self.fail(format!("expected an id such as `{prefix}0`")) };
        self.bump();
        Ok(id)
    }

    fn numbered(&mut self, prefix: &str, next: usize) -> Parsed<()> {
        let id = self.id(prefix)?;
        if id as usize == next {
            Ok(())
        } else {
            self.fail_before(format!("expected `{prefix}{next}`: ids come in order"))
        }
    }

    fn value(&mut self) -> Parsed<Value> {
        self.id("v").map(Value)
    }

    fn block(&mut self) -> Parsed<Block> {
        self.id("block").map(Block)
    }

    fn data_id(&mut self) -> Parsed<DataId> {
        self.id("data").map(DataId)
    }

    fn ty(&mut self) -> Parsed<Type> {
        let word = self.word()?;
        Type::parse(word).map_or_else(|| self.fail_before(format!("`{word}` is no type")), Ok)
    }

    /// Items between parentheses, separated by commas.
    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Parsed<T>) -> Parsed<Vec<T>> {
        self.sign('(')?;
        let mut items = Vec::new();
        if self.eat_sign(')') {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            if !self.eat_sign(',') {
                break;
            }
        }
        self.sign(')')?;
        Ok(items)
    }

    fn signature(&mut self) -> Parsed<Signature> {
        let params = self.list(Self::ty)?;
        let mut results = Vec::new();
        if self.eat(&Token::Arrow) {
            results.push(self.ty()?);
            while self.eat_sign(',') {
                results.push(self.ty()?);
            }
        }
        Ok(Signature { params, results })
    }

    fn span(&mut self) -> Parsed<Span> {
        if !self.eat_sign('@') {
            return Ok(Span::default());
        }
        let file = FileId(self.number()?);
        self.sign(':')?;
        let lo = self.number()?;
        self.sign(':')?;
        let hi: u32 = self.number()?;
        if hi < lo { self.fail_before("a span must not end before it begins") } else { Ok(Span { file, lo, hi }) }
    }

    fn origin(&mut self) -> Parsed<Origin> {
        if !matches!(self.peek(), Token::Sign('@')) {
            return Ok(Origin::default());
        }
        let span = self.span()?;
        let item = if self.eat_sign('#') { self.number()? } else { Origin::NO_ITEM };
        Ok(Origin { span, item })
    }

    fn module(&mut self) -> Parsed<()> {
        let mut bodies = Vec::new();
        loop {
            if self.peek() == &Token::End {
                break;
            } else if self.eat_word("memory") {
                let [data_end, stack_low] = [self.number()?, self.number()?];
                let [stack_high, heap_base] = [self.number()?, self.number()?];
                self.module.memory = MemoryLayout { data_end, stack_low, stack_high, heap_base };
            } else if self.eat_word("entry") {
                self.module.entry = Some(FuncId(self.id("fn")?));
            } else if self.eat_word("handler") {
                let word = self.word()?;
                let Some(place) = TrapKind::ALL.iter().position(|k| k.as_str() == word) else {
                    return self.fail_before(format!("`{word}` is no kind of trap"));
                };
                self.module.handlers[place] = Some(FuncId(self.id("fn")?));
            } else if self.peek_id("import").is_some() {
                self.numbered("import", self.module.imports.len())?;
                let import = Import { module: self.name()?, name: self.name()?, sig: self.signature()? };
                self.module.imports.push(import);
            } else if self.peek_id("data").is_some() {
                self.numbered("data", self.module.data.len())?;
                let data = self.data()?;
                self.module.data.push(data);
            } else if self.peek_id("fn").is_some() {
                self.numbered("fn", self.module.funcs.len())?;
                let is_user = self.eat_word("user");
                let name = self.name()?;
                let sig = self.signature()?;
                let span = self.span()?;
                self.module.funcs.push(Function::new(name, is_user, span, sig).into());
                self.sign('{')?;
                bodies.push(self.at);
                while !self.eat_sign('}') {
                    if self.peek() == &Token::End {
                        return self.fail("expected `}`");
                    }
                    self.bump();
                }
            } else {
                return self.fail("expected `memory`, `entry`, `handler`, an import, data or a function");
            }
        }
        for (index, start) in bodies.into_iter().enumerate() {
            self.at = start;
            self.body(index)?;
        }
        Ok(())
    }

    fn data(&mut self) -> Parsed<Data> {
        let name = self.name()?;
        let mutable = self.eat_word("mut");
        if !mutable {
            self.keyword("const")?;
        }
        self.keyword("align")?;
        let align = self.number()?;
        self.keyword("at")?;
        let address = self.number()?;
        self.sign('=')?;
        let mut bytes = Vec::new();
        loop {
            if self.eat_word("zero") {
                let count: u64 = self.number()?;
                if bytes.len() as u64 + count > MAX_ZEROS {
                    return self.fail_before("too much data");
                }
                bytes.resize(bytes.len() + count as usize, 0);
            } else if matches!(self.peek(), Token::Text(_)) {
                bytes.extend(self.bytes()?);
            } else {
                break;
            }
        }
        let mut relocations = Vec::new();
        while self.eat_word("reloc") {
            let offset = self.number()?;
            let target = match self.peek_id("fn") {
                Some(_) => Target::Func(FuncId(self.id("fn")?)),
                None => Target::Data(self.data_id()?),
            };
            relocations.push((offset, target));
        }
        Ok(Data { name, bytes, align, mutable, address, relocations, span: self.span()? })
    }

    fn body(&mut self, index: usize) -> Parsed<()> {
        let mut func = Function::clone(&self.module.funcs[index]);
        while self.peek_id("var").is_some() {
            self.numbered("var", func.vars.len())?;
            let name = self.name()?;
            let ty = self.ty()?;
            let param = if self.eat_word("param") { Some(self.number()?) } else { None };
            func.vars.push(VarDecl { name, ty, param, span: self.span()? });
        }
        while self.peek_id("slot").is_some() {
            self.numbered("slot", func.slots.len())?;
            let [name, type_name] = [self.name()?, self.name()?];
            self.keyword("size")?;
            let size = self.number()?;
            self.keyword("align")?;
            let align = self.number()?;
            func.slots.push(SlotDecl { name, size, align, type_name, span: self.span()? });
        }
        let mut is_placed = Vec::new();
        while !self.eat_sign('}') {
            self.block_body(&mut func, &mut is_placed)?;
        }
        self.module.funcs[index] = func.into();
        Ok(())
    }

    fn define(&self, func: &mut Function, value: Value, data: ValueData) -> Parsed<()> {
        if func.values.len() <= value.index() {
            func.values.resize(value.index() + 1, HOLE);
        }
        if func.values[value.index()] != HOLE {
            return self.fail_before(format!("{value} is defined twice"));
        }
        func.values[value.index()] = data;
        Ok(())
    }

    fn block_body(&mut self, func: &mut Function, is_placed: &mut Vec<bool>) -> Parsed<()> {
        let block = self.block()?;
        while func.blocks.len() <= block.index() {
            func.make_block(Origin::default());
        }
        is_placed.resize(func.blocks.len(), false);
        if std::mem::replace(&mut is_placed[block.index()], true) {
            return self.fail_before(format!("{block} appears twice"));
        }
        func.layout.push(block);
        let params = self.list(|p| {
            let value = p.value()?;
            p.sign(':')?;
            Ok((value, p.ty()?))
        })?;
        for (place, &(value, ty)) in params.iter().enumerate() {
            self.define(func, value, ValueData { ty, def: ValueDef::Param(block, place as u32) })?;
        }
        func.blocks[block.index()].params = params.into_iter().map(|(v, _)| v).collect();
        self.sign(':')?;
        loop {
            if let Some(terminator) = self.terminator()? {
                let origin = self.origin()?;
                let data = &mut func.blocks[block.index()];
                data.terminator = terminator;
                data.origin = origin;
                return Ok(());
            }
            let mut results = Vec::new();
            if self.peek_id("v").is_some() {
                results.push(self.value()?);
                while self.eat_sign(',') {
                    results.push(self.value()?);
                }
                self.sign('=')?;
            }
            let (inst, types) = self.inst(func)?;
            if types.len() != results.len() {
                return self.fail_before(format!("the instruction has {} results", types.len()));
            }
            let origin = self.origin()?;
            let id = func.make_inst(inst, &[], origin);
            for (place, (&value, &ty)) in results.iter().zip(&types).enumerate() {
                self.define(func, value, ValueData { ty, def: ValueDef::Result(id, place as u32) })?;
            }
            func.insts[id.index()].results = results.into();
            func.blocks[block.index()].insts.push(id);
        }
    }

    fn block_call(&mut self) -> Parsed<BlockCall> {
        Ok(BlockCall { block: self.block()?, args: self.list(Self::value)? })
    }

    fn terminator(&mut self) -> Parsed<Option<Terminator>> {
        Ok(Some(if self.eat_word("jump") {
            Terminator::Jump(self.block_call()?)
        } else if self.eat_word("branch") {
            let cond = self.value()?;
            self.sign(',')?;
            let then = self.block_call()?;
            self.sign(',')?;
            Terminator::Branch { cond, then, els: self.block_call()? }
        } else if self.eat_word("switch") {
            let value = self.value()?;
            let mut cases = Vec::new();
            loop {
                self.sign(',')?;
                if self.eat_word("else") {
                    break Terminator::Switch { value, cases, default: self.block_call()? };
                }
                let pattern = self.number()?;
                if !self.eat(&Token::Case) {
                    return self.fail("expected `=>`");
                }
                cases.push((pattern, self.block_call()?));
            }
        } else if self.eat_word("return") {
            let mut values = Vec::new();
            if self.peek_id("v").is_some() {
                values.push(self.value()?);
                while self.eat_sign(',') {
                    values.push(self.value()?);
                }
            }
            Terminator::Return(values)
        } else if self.eat_word("unreachable") {
            Terminator::Unreachable
        } else {
            return Ok(None);
        }))
    }

    fn offset(&mut self) -> Parsed<u32> {
        if self.eat_sign('+') { self.number() } else { Ok(0) }
    }

    fn pair(&mut self) -> Parsed<[Value; 2]> {
        let a = self.value()?;
        self.sign(',')?;
        Ok([a, self.value()?])
    }

    fn triple(&mut self) -> Parsed<[Value; 3]> {
        let [a, b] = self.pair()?;
        self.sign(',')?;
        Ok([a, b, self.value()?])
    }

    fn trap(&mut self) -> Parsed<Trap> {
        self.sign('!')?;
        let word = self.word()?;
        let Some(kind) = TrapKind::parse(word) else { return self.fail_before(format!("`{word}` is no kind of trap")) };
        Ok(Trap { kind, location: self.data_id()? })
    }

    /// An instruction and the types of its results.
    fn inst(&mut self, func: &Function) -> Parsed<(Inst, Vec<Type>)> {
        let word = self.word()?;
        let (name, ty) = match word.rsplit_once('.').map(|(name, ty)| (name, Type::parse(ty))) {
            Some((name, Some(ty))) => (name, Some(ty)),
            _ => (word, None),
        };
        let none = Vec::new();
        let i64 = vec![Type::I64];
        if let Some(ty) = ty {
            let one = vec![ty];
            if let Some(op) = name.strip_prefix("checked.").and_then(CheckedOp::parse) {
                return Ok((Inst::Checked { op, args: self.pair()?, trap: self.trap()? }, one));
            }
            if let Some(cc) = name.strip_prefix("compare.").and_then(Cond::parse) {
                return Ok((Inst::Compare { cc, args: self.pair()? }, vec![Type::I8]));
            }
            if let Some(op) = name.strip_prefix("convert.").and_then(ConvertOp::parse) {
                return Ok((Inst::Convert { op, to: ty, arg: self.value()? }, one));
            }
            if let Some(op) = UnaryOp::parse(name) {
                return Ok((Inst::Unary { op, arg: self.value()? }, one));
            }
            if let Some(op) = BinaryOp::parse(name) {
                return Ok((Inst::Binary { op, args: self.pair()? }, one));
            }
            return match name {
                "const" => Ok((Inst::Const { ty, bits: self.constant(ty)? }, one)),
                "select" => {
                    let [cond, if_true, if_false] = self.triple()?;
                    Ok((Inst::Select { cond, if_true, if_false }, one))
                }
                "load" => Ok((Inst::Load { ty, addr: self.value()?, offset: self.offset()? }, one)),
                "store" => {
                    let addr = self.value()?;
                    let offset = self.offset()?;
                    self.sign(',')?;
                    Ok((Inst::Store { addr, value: self.value()?, offset }, none))
                }
                _ => self.fail_before(format!("`{word}` is no instruction")),
            };
        }
        Ok(match name {
            "data_addr" => (Inst::DataAddr { data: self.data_id()?, offset: self.offset()? }, i64),
            "slot_addr" => (Inst::SlotAddr { slot: Slot(self.id("slot")?), offset: self.offset()? }, i64),
            "func_addr" => (Inst::FuncAddr { func: FuncId(self.id("fn")?) }, i64),
            "get" => {
                let var = Var(self.id("var")?);
                let Some(decl) = func.vars.get(var.index()) else { return self.fail_before("no such variable") };
                (Inst::VarGet { var }, vec![decl.ty])
            }
            "set" => {
                let var = Var(self.id("var")?);
                self.sign(',')?;
                (Inst::VarSet { var, value: self.value()? }, none)
            }
            "bounds_check" => {
                let [index, len] = self.pair()?;
                (Inst::BoundsCheck { index, len, trap: self.trap()? }, none)
            }
            "mem_copy" => {
                let [dst, src, len] = self.triple()?;
                (Inst::MemCopy { dst, src, len }, none)
            }
            "mem_fill" => {
                let [dst, byte, len] = self.triple()?;
                (Inst::MemFill { dst, byte, len }, none)
            }
            "memory_size" => (Inst::MemorySize, i64),
            "memory_grow" => (Inst::MemoryGrow { pages: self.value()? }, i64),
            "call" if self.peek_id("import").is_some() => {
                let import = ImportId(self.id("import")?);
                let args = self.list(Self::value)?;
                let Some(callee) = self.module.imports.get(import.index()) else {
                    return self.fail_before("no such import");
                };
                (Inst::CallImport { import, args }, callee.sig.results.clone())
            }
            "call" => {
                let callee = FuncId(self.id("fn")?);
                let args = self.list(Self::value)?;
                let Some(sig) = self.module.funcs.get(callee.index()).map(|f| &f.sig) else {
                    return self.fail_before("no such function");
                };
                (Inst::Call { func: callee, args }, sig.results.clone())
            }
            "call_indirect" => {
                let callee = self.value()?;
                let args = self.list(Self::value)?;
                let sig = self.signature()?;
                let results = sig.results.clone();
                (Inst::CallIndirect { sig, callee, args }, results)
            }
            _ => return self.fail_before(format!("`{word}` is no instruction")),
        })
    }

    fn constant(&mut self, ty: Type) -> Parsed<u64> {
        if ty.is_int() {
            let value: i128 = self.number()?;
            let bits = value as u64;
            let fits = value >= -(1_i128 << (ty.bits() - 1)) && value <= i128::from(ty.mask());
            return if fits {
                Ok(bits & ty.mask())
            } else {
                self.fail_before(format!("a constant that does not fit {ty}"))
            };
        }
        if self.eat_word("nan") {
            let bits: u64 = self.number()?;
            return if bits & ty.mask() == bits { Ok(bits) } else { self.fail_before("a NaN that does not fit") };
        }
        let negative = self.eat_sign('-');
        let text = match *self.peek() {
            Token::Word("inf") => "inf",
            Token::Number(text) => text,
            _ => return self.fail("expected a float"),
        };
        let bits = if ty == Type::F32 {
            text.parse::<f32>().map(|v| u64::from((if negative { -v } else { v }).to_bits()))
        } else {
            text.parse::<f64>().map(|v| (if negative { -v } else { v }).to_bits())
        };
        match bits {
            Ok(bits) => {
                self.bump();
                Ok(bits)
            }
            Err(_) => self.fail("expected a float"),
        }
    }
}
