//! `bool` from integers.

use crate::num::TryFromIntError;

impl TryFrom<i8> for bool {
    type Error = TryFromIntError;

    fn try_from(i: i8) -> Result<bool, TryFromIntError> {
        match i {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(TryFromIntError(())),
        }
    }
}

impl TryFrom<i16> for bool {
    type Error = TryFromIntError;

    fn try_from(i: i16) -> Result<bool, TryFromIntError> {
        match i {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(TryFromIntError(())),
        }
    }
}

impl TryFrom<i32> for bool {
    type Error = TryFromIntError;

    fn try_from(i: i32) -> Result<bool, TryFromIntError> {
        match i {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(TryFromIntError(())),
        }
    }
}

impl TryFrom<i64> for bool {
    type Error = TryFromIntError;

    fn try_from(i: i64) -> Result<bool, TryFromIntError> {
        match i {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(TryFromIntError(())),
        }
    }
}

impl TryFrom<i128> for bool {
    type Error = TryFromIntError;

    fn try_from(i: i128) -> Result<bool, TryFromIntError> {
        match i {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(TryFromIntError(())),
        }
    }
}

impl TryFrom<u8> for bool {
    type Error = TryFromIntError;

    fn try_from(i: u8) -> Result<bool, TryFromIntError> {
        match i {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(TryFromIntError(())),
        }
    }
}

impl TryFrom<u16> for bool {
    type Error = TryFromIntError;

    fn try_from(i: u16) -> Result<bool, TryFromIntError> {
        match i {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(TryFromIntError(())),
        }
    }
}

impl TryFrom<u32> for bool {
    type Error = TryFromIntError;

    fn try_from(i: u32) -> Result<bool, TryFromIntError> {
        match i {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(TryFromIntError(())),
        }
    }
}

impl TryFrom<u64> for bool {
    type Error = TryFromIntError;

    fn try_from(i: u64) -> Result<bool, TryFromIntError> {
        match i {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(TryFromIntError(())),
        }
    }
}

impl TryFrom<u128> for bool {
    type Error = TryFromIntError;

    fn try_from(i: u128) -> Result<bool, TryFromIntError> {
        match i {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(TryFromIntError(())),
        }
    }
}
