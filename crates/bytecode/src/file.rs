//! The file format `.stbc`.
//!
//! ```text
//! "STBC"  version: u16 little-endian  body
//! ```
//!
//! The body is a [`Program`]'s fields in the order of their declaration. Integers are LEB128; a list or string is its
//! length and then its elements; an `Option` is a byte 0 or 1 and then the value; enumerations are a byte.

use crate::program::{Constant, FrameSlot, Function, Import, Line, Local, Program, Segment, SwitchTable, TrapSite};
use crate::verify::{Verified, VerifyError, verify};
use smol_str::SmolStr;
use stair_ir::function::MemoryLayout;
use stair_ir::inst::{Signature, TrapKind, Type};
use stair_source::{FileId, Origin, Span};
use std::fmt;
use std::sync::Arc;

/// The first bytes of every file.
pub const MAGIC: [u8; 4] = *b"STBC";

/// The version of the format and of the instruction table that this library writes, and the only one that it reads.
pub const VERSION: u16 = 1;

/// Why a file cannot be loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadError {
    /// The file does not begin with [`MAGIC`].
    NotBytecode,
    /// The file was written for another version.
    Version(u16),
    /// The file ends too early, at this offset.
    Truncated(usize),
    /// Something at this offset has no meaning: what was expected.
    Malformed(usize, &'static str),
    /// Bytes follow the program's end at this offset.
    TrailingBytes(usize),
    /// The program breaks a rule that the verifier checks.
    Invalid(VerifyError),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotBytecode => f.write_str("not a bytecode file: it does not begin with `STBC`"),
            Self::Version(found) => write!(
                f,
                "the bytecode file has version {found}, but this program reads version {VERSION} only; compile the \
                 source again"
            ),
            Self::Truncated(at) => write!(f, "the bytecode file ends too early, at byte {at}"),
            Self::Malformed(at, what) => write!(f, "the bytecode file is broken at byte {at}: expected {what}"),
            Self::TrailingBytes(at) => write!(f, "the bytecode file goes on after its end, at byte {at}"),
            Self::Invalid(error) => write!(f, "the bytecode is invalid: {error}"),
        }
    }
}

impl std::error::Error for LoadError {}

/// The bytes of a `.stbc` file.
#[must_use]
pub fn write_file(program: &Program) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend_from_slice(&VERSION.to_le_bytes());
    program.write(&mut out);
    out
}

/// Read a `.stbc` file without verifying the program.
///
/// # Errors
/// Where the bytes are not a file of this version.
pub fn read_file(bytes: &[u8]) -> Result<Program, LoadError> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(LoadError::NotBytecode)?;
    let version = rest.first_chunk::<2>().ok_or(LoadError::Truncated(bytes.len()))?;
    let version = u16::from_le_bytes(*version);
    if version != VERSION {
        return Err(LoadError::Version(version));
    }
    let mut reader = Reader { bytes, at: MAGIC.len() + 2 };
    let program = Program::read(&mut reader)?;
    if reader.at != bytes.len() {
        return Err(LoadError::TrailingBytes(reader.at));
    }
    Ok(program)
}

/// Read a `.stbc` file and verify the program, so that it can be run.
///
/// # Errors
/// Where the bytes are not a file of this version, or the program breaks a rule of [`crate::verify`].
pub fn load_file(bytes: &[u8]) -> Result<Verified, LoadError> {
    verify(read_file(bytes)?).map_err(LoadError::Invalid)
}

/// Reads forward through the bytes of a file.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8, LoadError> {
        let byte = *self.bytes.get(self.at).ok_or(LoadError::Truncated(self.at))?;
        self.at += 1;
        Ok(byte)
    }

    fn take(&mut self, len: usize) -> Result<&'a [u8], LoadError> {
        let end = self.at.checked_add(len).filter(|&e| e <= self.bytes.len());
        let slice = &self.bytes[self.at..end.ok_or(LoadError::Truncated(self.at))?];
        self.at += len;
        Ok(slice)
    }

    fn malformed<T>(&self, what: &'static str) -> Result<T, LoadError> {
        Err(LoadError::Malformed(self.at, what))
    }

    /// A list's length. Each element takes at least a byte, so a length beyond the rest of the file is refused before
    /// anything is allocated for it.
    fn len(&mut self) -> Result<usize, LoadError> {
        let len = u64::read(self)?;
        if len > (self.bytes.len() - self.at) as u64 {
            return Err(LoadError::Truncated(self.at));
        }
        Ok(len as usize)
    }
}

/// What can stand in a file. `write` and `read` are each other's inverse.
trait Wire: Sized {
    fn write(&self, out: &mut Vec<u8>);
    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError>;
}

impl Wire for u64 {
    fn write(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = r.byte()?;
            let bits = u64::from(byte & 0x7F);
            // The tenth byte holds one bit; a last byte of 0 would be a longer spelling of the same number.
            if (shift == 63 && byte > 1) || (shift > 0 && byte == 0) {
                return r.malformed("an integer in its shortest form");
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        r.malformed("an integer of 64 bits")
    }
}

macro_rules! wire_int {
    ($($t:ty)*) => { $( impl Wire for $t {
        fn write(&self, out: &mut Vec<u8>) {
            u64::from(*self).write(out);
        }

        fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
            Self::try_from(u64::read(r)?).or_else(|_| r.malformed("a smaller integer"))
        }
    } )* };
}
wire_int!(u16 u32);

impl Wire for u8 {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        r.byte()
    }
}

impl Wire for bool {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        match r.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => r.malformed("0 or 1"),
        }
    }
}

impl Wire for SmolStr {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u64).write(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        let len = r.len()?;
        let text = std::str::from_utf8(r.take(len)?);
        text.map(SmolStr::new).or_else(|_| r.malformed("text in UTF-8"))
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u64).write(out);
        self.iter().for_each(|x| x.write(out));
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        // Grows with what was really read: an element in memory can be much larger than in the file.
        let mut list = Self::new();
        for _ in 0..r.len()? {
            list.push(T::read(r)?);
        }
        Ok(list)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        if let Some(x) = self {
            x.write(out);
        }
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        Ok(if bool::read(r)? { Some(T::read(r)?) } else { None })
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        Ok((A::read(r)?, B::read(r)?))
    }
}

impl<T: Wire + Copy + Default, const N: usize> Wire for [T; N] {
    fn write(&self, out: &mut Vec<u8>) {
        self.iter().for_each(|x| x.write(out));
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        let mut list = [T::default(); N];
        for x in &mut list {
            *x = T::read(r)?;
        }
        Ok(list)
    }
}

const TYPES: [Type; 6] = [Type::I8, Type::I16, Type::I32, Type::I64, Type::F32, Type::F64];

impl Wire for Type {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(*self as u8);
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        let byte = r.byte()?;
        TYPES.get(usize::from(byte)).copied().map_or_else(|| r.malformed("a type"), Ok)
    }
}

impl Wire for TrapKind {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(*self as u8);
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        let byte = r.byte()?;
        Self::ALL.get(usize::from(byte)).copied().map_or_else(|| r.malformed("a kind of trap"), Ok)
    }
}

impl Wire for Span {
    fn write(&self, out: &mut Vec<u8>) {
        self.file.0.write(out);
        self.lo.write(out);
        self.hi.write(out);
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        let (file, lo, hi) = (FileId(u16::read(r)?), u32::read(r)?, u32::read(r)?);
        if lo <= hi { Ok(Self { file, lo, hi }) } else { r.malformed("a span that ends after its start") }
    }
}

impl<T: Wire> Wire for Arc<T> {
    fn write(&self, out: &mut Vec<u8>) {
        T::write(self, out);
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
        T::read(r).map(Arc::new)
    }
}

macro_rules! wire_struct {
    ($($name:ident { $($field:ident)* })*) => { $( impl Wire for $name {
        fn write(&self, out: &mut Vec<u8>) {
            $( self.$field.write(out); )*
        }

        fn read(r: &mut Reader<'_>) -> Result<Self, LoadError> {
            Ok(Self { $( $field: Wire::read(r)?, )* })
        }
    } )* };
}

wire_struct! {
    Program { source_hash entry memory imports signatures constants data handlers funcs }
    MemoryLayout { data_end stack_low stack_high heap_base }
    Import { module name sig }
    Signature { params results }
    Constant { ty bits }
    Segment { name address bytes mutable span }
    Function { name is_user span sig locals slots frame_size max_stack code tables traps lines }
    Local { name ty span }
    FrameSlot { name type_name offset size span }
    SwitchTable { cases default }
    TrapSite { pc kind location }
    Line { pc origin }
    Origin { span item }
}
