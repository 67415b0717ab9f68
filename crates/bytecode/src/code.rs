//! One instruction: its parts, its bytes and its mnemonic.
//!
//! ```text
//! ┌────────┬──────────────┬───────────────────────────┐
//! │ opcode │ type, if any │ operands, little-endian … │
//! └────────┴──────────────┴───────────────────────────┘
//! ```

use crate::op::{Op, Operand, Suffix, TABLE};
use crate::scalar::Scalar;
use std::fmt;

/// An instruction with its type and operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Instr {
    /// What it does.
    pub op: Op,
    /// The suffix of the mnemonic; `None` exactly where the table says so.
    pub ty: Option<Scalar>,
    /// First operand, 0 if there is none. [`Operand::Short`] is sign-extended.
    pub a: u32,
    /// Second operand, 0 if there is none.
    pub b: u32,
}

/// Why bytes are not an instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecodeError {
    /// The code ends within the instruction.
    Truncated,
    /// No instruction has this byte.
    UnknownOpcode(u8),
    /// The instruction has no variant with this type.
    BadType(Op, u8),
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => f.write_str("the code ends within an instruction"),
            Self::UnknownOpcode(byte) => write!(f, "no instruction has the opcode 0x{byte:02X}"),
            Self::BadType(op, byte) => write!(f, "{} has no variant with type byte {byte}", op.info().mnemonic),
        }
    }
}

impl Instr {
    /// An instruction without type and operands.
    #[must_use]
    pub fn plain(op: Op) -> Self {
        Self { op, ty: None, a: 0, b: 0 }
    }

    /// An instruction with a type and without operands.
    #[must_use]
    pub fn typed(op: Op, ty: Scalar) -> Self {
        Self { op, ty: Some(ty), a: 0, b: 0 }
    }

    /// The same instruction with a first operand.
    #[must_use]
    pub fn with(self, a: u32) -> Self {
        Self { a, ..self }
    }

    /// The value that [`Op::Push`] pushes, in normal form.
    #[must_use]
    pub fn push_bits(self) -> u64 {
        let mask = self.ty.map_or(u64::MAX, |t| crate::scalar::type_mask(t.cell()));
        i64::from(self.a as i32) as u64 & mask
    }

    /// The type that a conversion makes.
    #[must_use]
    pub fn to(self) -> Scalar {
        Scalar::from_byte(self.a as u8).unwrap_or(Scalar::I8)
    }

    /// Length in bytes.
    #[must_use]
    pub fn encoded_len(self) -> usize {
        1 + usize::from(self.ty.is_some()) + self.op.info().operands.iter().map(|o| o.width()).sum::<usize>()
    }

    /// Append the bytes of the instruction.
    pub fn encode(self, out: &mut Vec<u8>) {
        out.push(self.op as u8);
        if let Some(ty) = self.ty {
            out.push(ty as u8);
        }
        for (operand, value) in self.op.info().operands.iter().zip([self.a, self.b]) {
            out.extend_from_slice(&value.to_le_bytes()[..operand.width()]);
        }
    }

    /// The instruction at `pc`, and where the next one begins.
    ///
    /// # Errors
    /// Where there is no whole, known instruction at `pc`.
    pub fn decode(code: &[u8], pc: usize) -> Result<(Self, usize), DecodeError> {
        let byte = *code.get(pc).ok_or(DecodeError::Truncated)?;
        let op = Op::from_byte(byte).ok_or(DecodeError::UnknownOpcode(byte))?;
        let info = op.info();
        let mut at = pc + 1;
        let ty = if info.suffix == Suffix::None {
            None
        } else {
            let byte = *code.get(at).ok_or(DecodeError::Truncated)?;
            at += 1;
            let ty = Scalar::from_byte(byte).filter(|t| info.suffix.types().contains(t));
            Some(ty.ok_or(DecodeError::BadType(op, byte))?)
        };
        let mut values = [0; 2];
        for (operand, value) in info.operands.iter().zip(&mut values) {
            let width = operand.width();
            let bytes = code.get(at..at + width).ok_or(DecodeError::Truncated)?;
            at += width;
            let mut word = [0; 4];
            word[..width].copy_from_slice(bytes);
            *value = u32::from_le_bytes(word);
            if *operand == Operand::Short {
                *value = i32::from(*value as u16 as i16) as u32;
            }
            if *operand == Operand::To && Scalar::from_byte(bytes[0]).is_none() {
                return Err(DecodeError::BadType(op, bytes[0]));
            }
        }
        Ok((Self { op, ty, a: values[0], b: values[1] }, at))
    }

    /// The mnemonic: `ADD_I32`, `CAST_I32_TO_F64`, `LOAD_LOCAL`.
    #[must_use]
    pub fn mnemonic(self) -> Mnemonic {
        Mnemonic(self)
    }

    /// The instruction with this mnemonic, operands 0 but for a conversion's type.
    #[must_use]
    pub fn from_mnemonic(text: &str) -> Option<Self> {
        if let Some(row) = TABLE.iter().find(|r| r.suffix == Suffix::None && r.mnemonic == text) {
            return Some(Self::plain(row.op));
        }
        let (rest, last) = text.rsplit_once('_')?;
        let last = Scalar::parse(last)?;
        if let Some((base, from)) = rest.strip_suffix("_TO").and_then(|r| r.rsplit_once('_')) {
            let from = Scalar::parse(from)?;
            let row = TABLE.iter().find(|r| r.mnemonic == base && r.operands == [Operand::To])?;
            return row.suffix.types().contains(&from).then(|| Self::typed(row.op, from).with(last as u32));
        }
        let row = TABLE
            .iter()
            .find(|r| r.mnemonic == rest && r.suffix.types().contains(&last) && !r.operands.contains(&Operand::To))?;
        Some(Self::typed(row.op, last))
    }
}

/// Prints an instruction's mnemonic.
#[derive(Clone, Copy)]
pub struct Mnemonic(Instr);

impl fmt::Display for Mnemonic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let info = self.0.op.info();
        f.write_str(info.mnemonic)?;
        if let Some(ty) = self.0.ty {
            write!(f, "_{ty}")?;
        }
        if info.operands.contains(&Operand::To) {
            write!(f, "_TO_{}", self.0.to())?;
        }
        Ok(())
    }
}
