//! What the bytes of a value without parts say.

use crate::read::{Place, Reader};
use crate::shape::{Kind, Shape};
use std::fmt::Write as _;

/// Whether [`Reader::scalar`] says all that there is to say of the values of a shape.
pub(crate) fn is_scalar(kind: &Kind) -> bool {
    matches!(kind, Kind::Bool | Kind::Char | Kind::Int { .. } | Kind::Float | Kind::FnPtr)
}

impl Reader<'_> {
    /// Append the words for a number, a truth value, a character or a function pointer. `None`, with nothing appended, where there
    /// are too few bytes, or for any other shape ([`is_scalar`]).
    pub(crate) fn scalar(&self, shape: &Shape, place: Place<'_>, text: &mut String) -> Option<()> {
        // Writing to a text does not fail.
        let _ = match shape.kind {
            Kind::Bool => match place.word(0, 1)? {
                0 => write!(text, "false"),
                1 => write!(text, "true"),
                other => write!(text, "invalid: {other} is no bool"),
            },
            Kind::Char => {
                let code = place.word(0, 4)?;
                match u32::try_from(code).ok().and_then(char::from_u32) {
                    Some(char) => write!(text, "{char:?}"),
                    None => write!(text, "invalid: 0x{code:x} is no char"),
                }
            }
            Kind::Int { signed } => return integer(place, shape.size, signed, text),
            Kind::Float if shape.size == 4 => write!(text, "{:?}", f32::from_bits(place.word(0, 4)? as u32)),
            Kind::Float => write!(text, "{:?}", f64::from_bits(place.word(0, 8)?)),
            Kind::FnPtr => {
                let at = place.word(0, 8)?;
                let index = at.checked_sub(1).and_then(|index| usize::try_from(index).ok());
                match index.and_then(|index| self.shapes.functions.get(index)) {
                    Some(name) => write!(text, "{name}"),
                    None => write!(text, "invalid: 0x{at:x} is no function"),
                }
            }
            _ => return None,
        };
        Some(())
    }
}

/// Append an integer of so many bytes in decimal. `None`, with nothing appended, where there are too few bytes.
pub(crate) fn integer(place: Place<'_>, size: u64, signed: bool, text: &mut String) -> Option<()> {
    let _ = if size == 16 {
        let bits = u128::from(place.word(8, 8)?) << 64 | u128::from(place.word(0, 8)?);
        if signed { write!(text, "{}", bits as i128) } else { write!(text, "{bits}") }
    } else {
        let bits = place.word(0, size)?;
        let shift = 64u32.checked_sub(size as u32 * 8).filter(|&shift| shift < 64)?;
        if signed { write!(text, "{}", (bits << shift) as i64 >> shift) } else { write!(text, "{bits}") }
    };
    Some(())
}
