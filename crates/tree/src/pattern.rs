//! Matching a place against a pattern.

use crate::Stop;
use crate::eval::{Interpreter, num_of, variant_of_tag};
use crate::memory::Memory;
use crate::node::{Code, Num, PatNode};
use crate::wide::{order, whole};
use stair_sema::ids::PatId;
use stair_sema::layout::{Layout, Variants};

impl<'a> Interpreter<'a> {
    /// Whether the place at `address` (with the length `meta` if its type is unsized) matches; variables are bound on the way,
    /// and mean something only if it does.
    pub(crate) fn matches(&mut self, code: &'a Code, pat: PatId, address: u64, meta: u64) -> Result<bool, Stop> {
        match &code.pats[pat.index()] {
            PatNode::Wild => Ok(true),
            PatNode::Copy { offset, size, sub, moves } => {
                if let Some(sub) = *sub
                    && !self.matches(code, sub, address, meta)?
                {
                    return Ok(false);
                }
                let to = self.frame + offset;
                // A parameter's variable is where the argument already lies.
                if to != address {
                    self.memory.copy(address, to, *size)?;
                }
                self.drops.moves.extend(moves.iter().cloned());
                Ok(true)
            }
            PatNode::Ref { offset, fat, sub } => {
                if let Some(sub) = *sub
                    && !self.matches(code, sub, address, meta)?
                {
                    return Ok(false);
                }
                let to = self.frame + offset;
                if *fat {
                    self.memory.store_pair(to, (address, meta))?;
                } else {
                    self.memory.store(Num::U64, to, address)?;
                }
                Ok(true)
            }
            PatNode::Scalar { num, value } => {
                let found = self.memory.load(*num, address)?;
                Ok(if num.is_float() { equal_floats(*num, found, *value) } else { found == *value })
            }
            PatNode::Str { address: text, len } => {
                let (start, length) = self.memory.load_pair(address)?;
                Ok(length == *len && self.memory.slice(start, length)? == self.memory.slice(*text, *len)?)
            }
            PatNode::Range { num, lo, hi, inclusive } => {
                let value = self.memory.load(*num, address)?;
                let low = lo.is_none_or(|lo| ordered(*num, lo, value).is_some_and(std::cmp::Ordering::is_le));
                let high = hi.is_none_or(|hi| {
                    ordered(*num, value, hi).is_some_and(|o| if *inclusive { o.is_le() } else { o.is_lt() })
                });
                Ok(low && high)
            }
            PatNode::Wide { signed, lo, hi, inclusive } => {
                let value = whole(self.memory.load_pair(address)?);
                let low = lo.is_none_or(|lo| order(*signed, lo, value).is_le());
                let high = hi.is_none_or(|hi| {
                    let order = order(*signed, value, hi);
                    if *inclusive { order.is_le() } else { order.is_lt() }
                });
                Ok(low && high)
            }
            PatNode::Fields(fields) => self.fields(code, fields, address),
            PatNode::Variant { layout, variant, fields } => {
                if variant_in(&self.memory, layout, address)? != *variant {
                    return Ok(false);
                }
                self.fields(code, fields, address)
            }
            PatNode::Deref { fat, pat } => {
                let (address, meta) =
                    if *fat { self.memory.load_pair(address)? } else { (self.memory.load(Num::U64, address)?, 0) };
                self.matches(code, *pat, address, meta)
            }
            PatNode::Slice { size, len, prefix, rest, suffix } => {
                let len = len.unwrap_or(meta);
                let fixed = (prefix.len() + suffix.len()) as u64;
                if len < fixed || rest.is_none() && len != fixed {
                    return Ok(false);
                }
                for (i, &pat) in prefix.iter().enumerate() {
                    if !self.matches(code, pat, address + i as u64 * size, 0)? {
                        return Ok(false);
                    }
                }
                if let Some(Some(rest)) = *rest
                    && !self.matches(code, rest, address + prefix.len() as u64 * size, len - fixed)?
                {
                    return Ok(false);
                }
                for (i, &pat) in suffix.iter().enumerate() {
                    let index = len - suffix.len() as u64 + i as u64;
                    if !self.matches(code, pat, address + index * size, 0)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            PatNode::Or(alternatives) => {
                if let Some(choices) = &mut self.choices {
                    if choices.at == choices.made.len() {
                        choices.made.push((0, alternatives.len()));
                    }
                    let chosen = choices.made[choices.at].0;
                    choices.at += 1;
                    return self.matches(code, alternatives[chosen], address, meta);
                }
                let moves = self.drops.moves.len();
                for &pat in alternatives {
                    if self.matches(code, pat, address, meta)? {
                        return Ok(true);
                    }
                    self.drops.moves.truncate(moves);
                }
                Ok(false)
            }
        }
    }

    fn fields(&mut self, code: &'a Code, fields: &'a [(u64, PatId)], address: u64) -> Result<bool, Stop> {
        for &(offset, pat) in fields {
            if !self.matches(code, pat, address + offset, 0)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Which variant the enum at an address is.
pub(crate) fn variant_in(memory: &Memory, layout: &Layout, at: u64) -> Result<u32, Stop> {
    match &layout.variants {
        Variants::None => Ok(0),
        Variants::Single { variant, .. } => Ok(variant.0),
        Variants::Multiple { tag_offset, tag, .. } => {
            Ok(variant_of_tag(layout, memory.load(num_of(*tag), at + tag_offset)?))
        }
    }
}

fn equal_floats(num: Num, a: u64, b: u64) -> bool {
    ordered(num, a, b) == Some(std::cmp::Ordering::Equal)
}

fn ordered(num: Num, a: u64, b: u64) -> Option<std::cmp::Ordering> {
    match num {
        Num::F64 => f64::from_bits(a).partial_cmp(&f64::from_bits(b)),
        Num::F32 => f32::from_bits(a as u32).partial_cmp(&f32::from_bits(b as u32)),
        _ if num.is_signed() => Some((a as i64).cmp(&(b as i64))),
        _ => Some(a.cmp(&b)),
    }
}
