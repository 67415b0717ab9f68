//! Methods of `f32` and `f64` that look at their bits.

/// What kind of number a float is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FpCategory {
    Nan,
    Infinite,
    Zero,
    Subnormal,
    Normal,
}

impl f32 {
    pub const fn classify(self) -> FpCategory {
        let size = self.to_bits() & 0x7fff_ffff;
        if size > 0x7f80_0000 {
            FpCategory::Nan
        } else if size == 0x7f80_0000 {
            FpCategory::Infinite
        } else if size == 0 {
            FpCategory::Zero
        } else if size < 0x80_0000 {
            FpCategory::Subnormal
        } else {
            FpCategory::Normal
        }
    }

    pub const fn next_up(self) -> f32 {
        let bits = self.to_bits();
        if self.is_nan() || self == f32::INFINITY {
            self
        } else if self == 0.0 {
            f32::from_bits(1)
        } else if self > 0.0 {
            f32::from_bits(bits + 1)
        } else {
            f32::from_bits(bits - 1)
        }
    }

    pub const fn next_down(self) -> f32 {
        -(-self).next_up()
    }

    pub const fn to_be_bytes(self) -> [u8; 4] {
        self.to_bits().to_be_bytes()
    }

    pub const fn to_le_bytes(self) -> [u8; 4] {
        self.to_bits().to_le_bytes()
    }

    pub const fn to_ne_bytes(self) -> [u8; 4] {
        self.to_bits().to_ne_bytes()
    }

    pub const fn from_be_bytes(bytes: [u8; 4]) -> f32 {
        f32::from_bits(u32::from_be_bytes(bytes))
    }

    pub const fn from_le_bytes(bytes: [u8; 4]) -> f32 {
        f32::from_bits(u32::from_le_bytes(bytes))
    }

    pub const fn from_ne_bytes(bytes: [u8; 4]) -> f32 {
        f32::from_bits(u32::from_ne_bytes(bytes))
    }
}

impl f64 {
    pub const fn classify(self) -> FpCategory {
        let size = self.to_bits() & 0x7fff_ffff_ffff_ffff;
        if size > 0x7ff0_0000_0000_0000 {
            FpCategory::Nan
        } else if size == 0x7ff0_0000_0000_0000 {
            FpCategory::Infinite
        } else if size == 0 {
            FpCategory::Zero
        } else if size < 0x10_0000_0000_0000 {
            FpCategory::Subnormal
        } else {
            FpCategory::Normal
        }
    }

    pub const fn next_up(self) -> f64 {
        let bits = self.to_bits();
        if self.is_nan() || self == f64::INFINITY {
            self
        } else if self == 0.0 {
            f64::from_bits(1)
        } else if self > 0.0 {
            f64::from_bits(bits + 1)
        } else {
            f64::from_bits(bits - 1)
        }
    }

    pub const fn next_down(self) -> f64 {
        -(-self).next_up()
    }

    pub const fn to_be_bytes(self) -> [u8; 8] {
        self.to_bits().to_be_bytes()
    }

    pub const fn to_le_bytes(self) -> [u8; 8] {
        self.to_bits().to_le_bytes()
    }

    pub const fn to_ne_bytes(self) -> [u8; 8] {
        self.to_bits().to_ne_bytes()
    }

    pub const fn from_be_bytes(bytes: [u8; 8]) -> f64 {
        f64::from_bits(u64::from_be_bytes(bytes))
    }

    pub const fn from_le_bytes(bytes: [u8; 8]) -> f64 {
        f64::from_bits(u64::from_le_bytes(bytes))
    }

    pub const fn from_ne_bytes(bytes: [u8; 8]) -> f64 {
        f64::from_bits(u64::from_ne_bytes(bytes))
    }
}
