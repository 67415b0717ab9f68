//! Conversions between numbers: `From` where every value fits, else `TryFrom`.

use crate::num::TryFromIntError;

impl From<i8> for i16 {
    fn from(value: i8) -> i16 {
        value as i16
    }
}

impl From<u8> for i16 {
    fn from(value: u8) -> i16 {
        value as i16
    }
}

impl From<i8> for i32 {
    fn from(value: i8) -> i32 {
        value as i32
    }
}

impl From<i16> for i32 {
    fn from(value: i16) -> i32 {
        value as i32
    }
}

impl From<u8> for i32 {
    fn from(value: u8) -> i32 {
        value as i32
    }
}

impl From<u16> for i32 {
    fn from(value: u16) -> i32 {
        value as i32
    }
}

impl From<i8> for i64 {
    fn from(value: i8) -> i64 {
        value as i64
    }
}

impl From<i16> for i64 {
    fn from(value: i16) -> i64 {
        value as i64
    }
}

impl From<i32> for i64 {
    fn from(value: i32) -> i64 {
        value as i64
    }
}

impl From<u8> for i64 {
    fn from(value: u8) -> i64 {
        value as i64
    }
}

impl From<u16> for i64 {
    fn from(value: u16) -> i64 {
        value as i64
    }
}

impl From<u32> for i64 {
    fn from(value: u32) -> i64 {
        value as i64
    }
}

impl From<i8> for isize {
    fn from(value: i8) -> isize {
        value as isize
    }
}

impl From<i16> for isize {
    fn from(value: i16) -> isize {
        value as isize
    }
}

impl From<u8> for isize {
    fn from(value: u8) -> isize {
        value as isize
    }
}

impl From<u8> for u16 {
    fn from(value: u8) -> u16 {
        value as u16
    }
}

impl From<u8> for u32 {
    fn from(value: u8) -> u32 {
        value as u32
    }
}

impl From<u16> for u32 {
    fn from(value: u16) -> u32 {
        value as u32
    }
}

impl From<u8> for u64 {
    fn from(value: u8) -> u64 {
        value as u64
    }
}

impl From<u16> for u64 {
    fn from(value: u16) -> u64 {
        value as u64
    }
}

impl From<u32> for u64 {
    fn from(value: u32) -> u64 {
        value as u64
    }
}

impl From<u8> for usize {
    fn from(value: u8) -> usize {
        value as usize
    }
}

impl From<u16> for usize {
    fn from(value: u16) -> usize {
        value as usize
    }
}

impl From<bool> for i8 {
    fn from(value: bool) -> i8 {
        value as i8
    }
}

impl From<bool> for i16 {
    fn from(value: bool) -> i16 {
        value as i16
    }
}

impl From<bool> for i32 {
    fn from(value: bool) -> i32 {
        value as i32
    }
}

impl From<bool> for i64 {
    fn from(value: bool) -> i64 {
        value as i64
    }
}

impl From<bool> for isize {
    fn from(value: bool) -> isize {
        value as isize
    }
}

impl From<bool> for u8 {
    fn from(value: bool) -> u8 {
        value as u8
    }
}

impl From<bool> for u16 {
    fn from(value: bool) -> u16 {
        value as u16
    }
}

impl From<bool> for u32 {
    fn from(value: bool) -> u32 {
        value as u32
    }
}

impl From<bool> for u64 {
    fn from(value: bool) -> u64 {
        value as u64
    }
}

impl From<bool> for usize {
    fn from(value: bool) -> usize {
        value as usize
    }
}

impl From<i8> for f32 {
    fn from(value: i8) -> f32 {
        value as f32
    }
}

impl From<i16> for f32 {
    fn from(value: i16) -> f32 {
        value as f32
    }
}

impl From<u8> for f32 {
    fn from(value: u8) -> f32 {
        value as f32
    }
}

impl From<u16> for f32 {
    fn from(value: u16) -> f32 {
        value as f32
    }
}

impl From<i8> for f64 {
    fn from(value: i8) -> f64 {
        value as f64
    }
}

impl From<i16> for f64 {
    fn from(value: i16) -> f64 {
        value as f64
    }
}

impl From<i32> for f64 {
    fn from(value: i32) -> f64 {
        value as f64
    }
}

impl From<u8> for f64 {
    fn from(value: u8) -> f64 {
        value as f64
    }
}

impl From<u16> for f64 {
    fn from(value: u16) -> f64 {
        value as f64
    }
}

impl From<u32> for f64 {
    fn from(value: u32) -> f64 {
        value as f64
    }
}

impl From<f32> for f64 {
    fn from(value: f32) -> f64 {
        value as f64
    }
}

impl From<u8> for char {
    fn from(value: u8) -> char {
        value as char
    }
}

impl From<char> for u32 {
    fn from(value: char) -> u32 {
        value as u32
    }
}

impl From<char> for u64 {
    fn from(value: char) -> u64 {
        value as u64
    }
}

impl From<bool> for f32 {
    fn from(value: bool) -> f32 {
        value as u8 as f32
    }
}

impl From<bool> for f64 {
    fn from(value: bool) -> f64 {
        value as u8 as f64
    }
}

impl From<i8> for i128 {
    fn from(value: i8) -> i128 {
        value as i128
    }
}

impl From<i16> for i128 {
    fn from(value: i16) -> i128 {
        value as i128
    }
}

impl From<i32> for i128 {
    fn from(value: i32) -> i128 {
        value as i128
    }
}

impl From<i64> for i128 {
    fn from(value: i64) -> i128 {
        value as i128
    }
}

impl From<u8> for i128 {
    fn from(value: u8) -> i128 {
        value as i128
    }
}

impl From<u16> for i128 {
    fn from(value: u16) -> i128 {
        value as i128
    }
}

impl From<u32> for i128 {
    fn from(value: u32) -> i128 {
        value as i128
    }
}

impl From<u64> for i128 {
    fn from(value: u64) -> i128 {
        value as i128
    }
}

impl From<bool> for i128 {
    fn from(value: bool) -> i128 {
        value as i128
    }
}

impl From<u8> for u128 {
    fn from(value: u8) -> u128 {
        value as u128
    }
}

impl From<u16> for u128 {
    fn from(value: u16) -> u128 {
        value as u128
    }
}

impl From<u32> for u128 {
    fn from(value: u32) -> u128 {
        value as u128
    }
}

impl From<u64> for u128 {
    fn from(value: u64) -> u128 {
        value as u128
    }
}

impl From<bool> for u128 {
    fn from(value: bool) -> u128 {
        value as u128
    }
}

impl From<char> for u128 {
    fn from(value: char) -> u128 {
        value as u128
    }
}

impl TryFrom<i16> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: i16) -> Result<i8, TryFromIntError> {
        if value < i8::MIN as i16 || value > i8::MAX as i16 { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<i32> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: i32) -> Result<i8, TryFromIntError> {
        if value < i8::MIN as i32 || value > i8::MAX as i32 { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<i64> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<i8, TryFromIntError> {
        if value < i8::MIN as i64 || value > i8::MAX as i64 { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<isize> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<i8, TryFromIntError> {
        if value < i8::MIN as isize || value > i8::MAX as isize { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<u8> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: u8) -> Result<i8, TryFromIntError> {
        if value > i8::MAX as u8 { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<u16> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: u16) -> Result<i8, TryFromIntError> {
        if value > i8::MAX as u16 { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<u32> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: u32) -> Result<i8, TryFromIntError> {
        if value > i8::MAX as u32 { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<u64> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: u64) -> Result<i8, TryFromIntError> {
        if value > i8::MAX as u64 { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<usize> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<i8, TryFromIntError> {
        if value > i8::MAX as usize { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<i32> for i16 {
    type Error = TryFromIntError;

    fn try_from(value: i32) -> Result<i16, TryFromIntError> {
        if value < i16::MIN as i32 || value > i16::MAX as i32 { Err(TryFromIntError(())) } else { Ok(value as i16) }
    }
}

impl TryFrom<i64> for i16 {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<i16, TryFromIntError> {
        if value < i16::MIN as i64 || value > i16::MAX as i64 { Err(TryFromIntError(())) } else { Ok(value as i16) }
    }
}

impl TryFrom<isize> for i16 {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<i16, TryFromIntError> {
        if value < i16::MIN as isize || value > i16::MAX as isize { Err(TryFromIntError(())) } else { Ok(value as i16) }
    }
}

impl TryFrom<u16> for i16 {
    type Error = TryFromIntError;

    fn try_from(value: u16) -> Result<i16, TryFromIntError> {
        if value > i16::MAX as u16 { Err(TryFromIntError(())) } else { Ok(value as i16) }
    }
}

impl TryFrom<u32> for i16 {
    type Error = TryFromIntError;

    fn try_from(value: u32) -> Result<i16, TryFromIntError> {
        if value > i16::MAX as u32 { Err(TryFromIntError(())) } else { Ok(value as i16) }
    }
}

impl TryFrom<u64> for i16 {
    type Error = TryFromIntError;

    fn try_from(value: u64) -> Result<i16, TryFromIntError> {
        if value > i16::MAX as u64 { Err(TryFromIntError(())) } else { Ok(value as i16) }
    }
}

impl TryFrom<usize> for i16 {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<i16, TryFromIntError> {
        if value > i16::MAX as usize { Err(TryFromIntError(())) } else { Ok(value as i16) }
    }
}

impl TryFrom<i64> for i32 {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<i32, TryFromIntError> {
        if value < i32::MIN as i64 || value > i32::MAX as i64 { Err(TryFromIntError(())) } else { Ok(value as i32) }
    }
}

impl TryFrom<isize> for i32 {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<i32, TryFromIntError> {
        if value < i32::MIN as isize || value > i32::MAX as isize { Err(TryFromIntError(())) } else { Ok(value as i32) }
    }
}

impl TryFrom<u32> for i32 {
    type Error = TryFromIntError;

    fn try_from(value: u32) -> Result<i32, TryFromIntError> {
        if value > i32::MAX as u32 { Err(TryFromIntError(())) } else { Ok(value as i32) }
    }
}

impl TryFrom<u64> for i32 {
    type Error = TryFromIntError;

    fn try_from(value: u64) -> Result<i32, TryFromIntError> {
        if value > i32::MAX as u64 { Err(TryFromIntError(())) } else { Ok(value as i32) }
    }
}

impl TryFrom<usize> for i32 {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<i32, TryFromIntError> {
        if value > i32::MAX as usize { Err(TryFromIntError(())) } else { Ok(value as i32) }
    }
}

impl TryFrom<isize> for i64 {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<i64, TryFromIntError> {
        Ok(value as i64)
    }
}

impl TryFrom<u64> for i64 {
    type Error = TryFromIntError;

    fn try_from(value: u64) -> Result<i64, TryFromIntError> {
        if value > i64::MAX as u64 { Err(TryFromIntError(())) } else { Ok(value as i64) }
    }
}

impl TryFrom<usize> for i64 {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<i64, TryFromIntError> {
        if value > i64::MAX as usize { Err(TryFromIntError(())) } else { Ok(value as i64) }
    }
}

impl TryFrom<i32> for isize {
    type Error = TryFromIntError;

    fn try_from(value: i32) -> Result<isize, TryFromIntError> {
        Ok(value as isize)
    }
}

impl TryFrom<i64> for isize {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<isize, TryFromIntError> {
        Ok(value as isize)
    }
}

impl TryFrom<u16> for isize {
    type Error = TryFromIntError;

    fn try_from(value: u16) -> Result<isize, TryFromIntError> {
        Ok(value as isize)
    }
}

impl TryFrom<u32> for isize {
    type Error = TryFromIntError;

    fn try_from(value: u32) -> Result<isize, TryFromIntError> {
        Ok(value as isize)
    }
}

impl TryFrom<u64> for isize {
    type Error = TryFromIntError;

    fn try_from(value: u64) -> Result<isize, TryFromIntError> {
        if value > isize::MAX as u64 { Err(TryFromIntError(())) } else { Ok(value as isize) }
    }
}

impl TryFrom<usize> for isize {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<isize, TryFromIntError> {
        if value > isize::MAX as usize { Err(TryFromIntError(())) } else { Ok(value as isize) }
    }
}

impl TryFrom<i8> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: i8) -> Result<u8, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<i16> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: i16) -> Result<u8, TryFromIntError> {
        if value < 0 || value > u8::MAX as i16 { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<i32> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: i32) -> Result<u8, TryFromIntError> {
        if value < 0 || value > u8::MAX as i32 { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<i64> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<u8, TryFromIntError> {
        if value < 0 || value > u8::MAX as i64 { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<isize> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<u8, TryFromIntError> {
        if value < 0 || value > u8::MAX as isize { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<u16> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: u16) -> Result<u8, TryFromIntError> {
        if value > u8::MAX as u16 { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<u32> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: u32) -> Result<u8, TryFromIntError> {
        if value > u8::MAX as u32 { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<u64> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: u64) -> Result<u8, TryFromIntError> {
        if value > u8::MAX as u64 { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<usize> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<u8, TryFromIntError> {
        if value > u8::MAX as usize { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<i8> for u16 {
    type Error = TryFromIntError;

    fn try_from(value: i8) -> Result<u16, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u16) }
    }
}

impl TryFrom<i16> for u16 {
    type Error = TryFromIntError;

    fn try_from(value: i16) -> Result<u16, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u16) }
    }
}

impl TryFrom<i32> for u16 {
    type Error = TryFromIntError;

    fn try_from(value: i32) -> Result<u16, TryFromIntError> {
        if value < 0 || value > u16::MAX as i32 { Err(TryFromIntError(())) } else { Ok(value as u16) }
    }
}

impl TryFrom<i64> for u16 {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<u16, TryFromIntError> {
        if value < 0 || value > u16::MAX as i64 { Err(TryFromIntError(())) } else { Ok(value as u16) }
    }
}

impl TryFrom<isize> for u16 {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<u16, TryFromIntError> {
        if value < 0 || value > u16::MAX as isize { Err(TryFromIntError(())) } else { Ok(value as u16) }
    }
}

impl TryFrom<u32> for u16 {
    type Error = TryFromIntError;

    fn try_from(value: u32) -> Result<u16, TryFromIntError> {
        if value > u16::MAX as u32 { Err(TryFromIntError(())) } else { Ok(value as u16) }
    }
}

impl TryFrom<u64> for u16 {
    type Error = TryFromIntError;

    fn try_from(value: u64) -> Result<u16, TryFromIntError> {
        if value > u16::MAX as u64 { Err(TryFromIntError(())) } else { Ok(value as u16) }
    }
}

impl TryFrom<usize> for u16 {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<u16, TryFromIntError> {
        if value > u16::MAX as usize { Err(TryFromIntError(())) } else { Ok(value as u16) }
    }
}

impl TryFrom<i8> for u32 {
    type Error = TryFromIntError;

    fn try_from(value: i8) -> Result<u32, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u32) }
    }
}

impl TryFrom<i16> for u32 {
    type Error = TryFromIntError;

    fn try_from(value: i16) -> Result<u32, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u32) }
    }
}

impl TryFrom<i32> for u32 {
    type Error = TryFromIntError;

    fn try_from(value: i32) -> Result<u32, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u32) }
    }
}

impl TryFrom<i64> for u32 {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<u32, TryFromIntError> {
        if value < 0 || value > u32::MAX as i64 { Err(TryFromIntError(())) } else { Ok(value as u32) }
    }
}

impl TryFrom<isize> for u32 {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<u32, TryFromIntError> {
        if value < 0 || value > u32::MAX as isize { Err(TryFromIntError(())) } else { Ok(value as u32) }
    }
}

impl TryFrom<u64> for u32 {
    type Error = TryFromIntError;

    fn try_from(value: u64) -> Result<u32, TryFromIntError> {
        if value > u32::MAX as u64 { Err(TryFromIntError(())) } else { Ok(value as u32) }
    }
}

impl TryFrom<usize> for u32 {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<u32, TryFromIntError> {
        if value > u32::MAX as usize { Err(TryFromIntError(())) } else { Ok(value as u32) }
    }
}

impl TryFrom<i8> for u64 {
    type Error = TryFromIntError;

    fn try_from(value: i8) -> Result<u64, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u64) }
    }
}

impl TryFrom<i16> for u64 {
    type Error = TryFromIntError;

    fn try_from(value: i16) -> Result<u64, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u64) }
    }
}

impl TryFrom<i32> for u64 {
    type Error = TryFromIntError;

    fn try_from(value: i32) -> Result<u64, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u64) }
    }
}

impl TryFrom<i64> for u64 {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<u64, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u64) }
    }
}

impl TryFrom<isize> for u64 {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<u64, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u64) }
    }
}

impl TryFrom<usize> for u64 {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<u64, TryFromIntError> {
        Ok(value as u64)
    }
}

impl TryFrom<i8> for usize {
    type Error = TryFromIntError;

    fn try_from(value: i8) -> Result<usize, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as usize) }
    }
}

impl TryFrom<i16> for usize {
    type Error = TryFromIntError;

    fn try_from(value: i16) -> Result<usize, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as usize) }
    }
}

impl TryFrom<i32> for usize {
    type Error = TryFromIntError;

    fn try_from(value: i32) -> Result<usize, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as usize) }
    }
}

impl TryFrom<i64> for usize {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<usize, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as usize) }
    }
}

impl TryFrom<isize> for usize {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<usize, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as usize) }
    }
}

impl TryFrom<u32> for usize {
    type Error = TryFromIntError;

    fn try_from(value: u32) -> Result<usize, TryFromIntError> {
        Ok(value as usize)
    }
}

impl TryFrom<u64> for usize {
    type Error = TryFromIntError;

    fn try_from(value: u64) -> Result<usize, TryFromIntError> {
        Ok(value as usize)
    }
}

impl TryFrom<u32> for char {
    type Error = crate::char::CharTryFromError;

    fn try_from(value: u32) -> Result<char, crate::char::CharTryFromError> {
        match char::from_u32(value) {
            Some(c) => Ok(c),
            None => Err(crate::char::CharTryFromError(())),
        }
    }
}

impl TryFrom<i128> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<i8, TryFromIntError> {
        if value < i8::MIN as i128 || value > i8::MAX as i128 { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<u128> for i8 {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<i8, TryFromIntError> {
        if value > i8::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as i8) }
    }
}

impl TryFrom<i128> for i16 {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<i16, TryFromIntError> {
        if value < i16::MIN as i128 || value > i16::MAX as i128 { Err(TryFromIntError(())) } else { Ok(value as i16) }
    }
}

impl TryFrom<u128> for i16 {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<i16, TryFromIntError> {
        if value > i16::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as i16) }
    }
}

impl TryFrom<i128> for i32 {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<i32, TryFromIntError> {
        if value < i32::MIN as i128 || value > i32::MAX as i128 { Err(TryFromIntError(())) } else { Ok(value as i32) }
    }
}

impl TryFrom<u128> for i32 {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<i32, TryFromIntError> {
        if value > i32::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as i32) }
    }
}

impl TryFrom<i128> for i64 {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<i64, TryFromIntError> {
        if value < i64::MIN as i128 || value > i64::MAX as i128 { Err(TryFromIntError(())) } else { Ok(value as i64) }
    }
}

impl TryFrom<u128> for i64 {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<i64, TryFromIntError> {
        if value > i64::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as i64) }
    }
}

impl TryFrom<i128> for isize {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<isize, TryFromIntError> {
        if value < isize::MIN as i128 || value > isize::MAX as i128 {
            Err(TryFromIntError(()))
        } else {
            Ok(value as isize)
        }
    }
}

impl TryFrom<u128> for isize {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<isize, TryFromIntError> {
        if value > isize::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as isize) }
    }
}

impl TryFrom<i128> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<u8, TryFromIntError> {
        if value < u8::MIN as i128 || value > u8::MAX as i128 { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<u128> for u8 {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<u8, TryFromIntError> {
        if value > u8::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as u8) }
    }
}

impl TryFrom<i128> for u16 {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<u16, TryFromIntError> {
        if value < u16::MIN as i128 || value > u16::MAX as i128 { Err(TryFromIntError(())) } else { Ok(value as u16) }
    }
}

impl TryFrom<u128> for u16 {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<u16, TryFromIntError> {
        if value > u16::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as u16) }
    }
}

impl TryFrom<i128> for u32 {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<u32, TryFromIntError> {
        if value < u32::MIN as i128 || value > u32::MAX as i128 { Err(TryFromIntError(())) } else { Ok(value as u32) }
    }
}

impl TryFrom<u128> for u32 {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<u32, TryFromIntError> {
        if value > u32::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as u32) }
    }
}

impl TryFrom<i128> for u64 {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<u64, TryFromIntError> {
        if value < u64::MIN as i128 || value > u64::MAX as i128 { Err(TryFromIntError(())) } else { Ok(value as u64) }
    }
}

impl TryFrom<u128> for u64 {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<u64, TryFromIntError> {
        if value > u64::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as u64) }
    }
}

impl TryFrom<i128> for usize {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<usize, TryFromIntError> {
        if value < usize::MIN as i128 || value > usize::MAX as i128 {
            Err(TryFromIntError(()))
        } else {
            Ok(value as usize)
        }
    }
}

impl TryFrom<u128> for usize {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<usize, TryFromIntError> {
        if value > usize::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as usize) }
    }
}

impl TryFrom<i8> for u128 {
    type Error = TryFromIntError;

    fn try_from(value: i8) -> Result<u128, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u128) }
    }
}

impl TryFrom<i16> for u128 {
    type Error = TryFromIntError;

    fn try_from(value: i16) -> Result<u128, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u128) }
    }
}

impl TryFrom<i32> for u128 {
    type Error = TryFromIntError;

    fn try_from(value: i32) -> Result<u128, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u128) }
    }
}

impl TryFrom<i64> for u128 {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<u128, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u128) }
    }
}

impl TryFrom<isize> for u128 {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<u128, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u128) }
    }
}

impl TryFrom<usize> for u128 {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<u128, TryFromIntError> {
        Ok(value as u128)
    }
}

impl TryFrom<isize> for i128 {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<i128, TryFromIntError> {
        Ok(value as i128)
    }
}

impl TryFrom<usize> for i128 {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<i128, TryFromIntError> {
        Ok(value as i128)
    }
}

impl TryFrom<i128> for u128 {
    type Error = TryFromIntError;

    fn try_from(value: i128) -> Result<u128, TryFromIntError> {
        if value < 0 { Err(TryFromIntError(())) } else { Ok(value as u128) }
    }
}

impl TryFrom<u128> for i128 {
    type Error = TryFromIntError;

    fn try_from(value: u128) -> Result<i128, TryFromIntError> {
        if value > i128::MAX as u128 { Err(TryFromIntError(())) } else { Ok(value as i128) }
    }
}
