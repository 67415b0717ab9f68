//! Spans of time. There is no clock: `Instant` and `SystemTime` are not here.

use crate::default::Default;
use crate::error::Error;
use crate::fmt;
use crate::iter::{Iterator, Sum};
use crate::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Sub, SubAssign};
use crate::panicking::{self, CoreFile};

const NANOS_PER_SEC: u32 = 1_000_000_000;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    secs: u64,
    /// Below a thousand million.
    nanos: u32,
}

/// A panic where std's own source has it.
const fn fail(message: &str, line: u32, col: u32) -> ! {
    panicking::panic_in_core(message, &CoreFile::Time, line, col)
}

impl Duration {
    pub const ZERO: Duration = Duration { secs: 0, nanos: 0 };
    pub const MAX: Duration = Duration { secs: u64::MAX, nanos: NANOS_PER_SEC - 1 };

    pub const fn new(secs: u64, nanos: u32) -> Duration {
        match secs.checked_add((nanos / NANOS_PER_SEC) as u64) {
            Some(secs) => Duration { secs, nanos: nanos % NANOS_PER_SEC },
            None => fail("overflow in Duration::new", 201, 18),
        }
    }

    pub const fn from_secs(secs: u64) -> Duration {
        Duration { secs, nanos: 0 }
    }

    pub const fn from_millis(millis: u64) -> Duration {
        Duration { secs: millis / 1_000, nanos: (millis % 1_000) as u32 * 1_000_000 }
    }

    pub const fn from_micros(micros: u64) -> Duration {
        Duration { secs: micros / 1_000_000, nanos: (micros % 1_000_000) as u32 * 1_000 }
    }

    pub const fn from_nanos(nanos: u64) -> Duration {
        Duration { secs: nanos / NANOS_PER_SEC as u64, nanos: (nanos % NANOS_PER_SEC as u64) as u32 }
    }

    #[track_caller]
    pub const fn from_nanos_u128(nanos: u128) -> Duration {
        let secs = nanos / NANOS_PER_SEC as u128;
        if secs > u64::MAX as u128 {
            panic!("overflow in `Duration::from_nanos_u128`");
        }
        Duration { secs: secs as u64, nanos: (nanos % NANOS_PER_SEC as u128) as u32 }
    }

    pub const fn from_mins(mins: u64) -> Duration {
        match mins.checked_mul(60) {
            Some(secs) => Duration::from_secs(secs),
            None => fail("overflow in Duration::from_mins", 452, 13),
        }
    }

    pub const fn from_hours(hours: u64) -> Duration {
        match hours.checked_mul(3_600) {
            Some(secs) => Duration::from_secs(secs),
            None => fail("overflow in Duration::from_hours", 424, 13),
        }
    }

    pub const fn is_zero(&self) -> bool {
        self.secs == 0 && self.nanos == 0
    }

    pub const fn as_secs(&self) -> u64 {
        self.secs
    }

    pub const fn subsec_millis(&self) -> u32 {
        self.nanos / 1_000_000
    }

    pub const fn subsec_micros(&self) -> u32 {
        self.nanos / 1_000
    }

    pub const fn subsec_nanos(&self) -> u32 {
        self.nanos
    }

    pub const fn as_millis(&self) -> u128 {
        self.secs as u128 * 1_000 + (self.nanos / 1_000_000) as u128
    }

    pub const fn as_micros(&self) -> u128 {
        self.secs as u128 * 1_000_000 + (self.nanos / 1_000) as u128
    }

    pub const fn as_nanos(&self) -> u128 {
        self.secs as u128 * NANOS_PER_SEC as u128 + self.nanos as u128
    }

    pub const fn abs_diff(self, other: Duration) -> Duration {
        match self.checked_sub(other) {
            Some(difference) => difference,
            None => other.saturating_sub(self),
        }
    }

    pub const fn checked_add(self, rhs: Duration) -> Option<Duration> {
        let nanos = self.nanos + rhs.nanos;
        match self.secs.checked_add(rhs.secs) {
            Some(secs) if nanos < NANOS_PER_SEC => Some(Duration { secs, nanos }),
            Some(secs) => match secs.checked_add(1) {
                Some(secs) => Some(Duration { secs, nanos: nanos - NANOS_PER_SEC }),
                None => None,
            },
            None => None,
        }
    }

    pub const fn saturating_add(self, rhs: Duration) -> Duration {
        match self.checked_add(rhs) {
            Some(sum) => sum,
            None => Duration::MAX,
        }
    }

    pub const fn checked_sub(self, rhs: Duration) -> Option<Duration> {
        match self.secs.checked_sub(rhs.secs) {
            Some(secs) if self.nanos >= rhs.nanos => Some(Duration { secs, nanos: self.nanos - rhs.nanos }),
            Some(secs) => match secs.checked_sub(1) {
                Some(secs) => Some(Duration { secs, nanos: self.nanos + NANOS_PER_SEC - rhs.nanos }),
                None => None,
            },
            None => None,
        }
    }

    pub const fn saturating_sub(self, rhs: Duration) -> Duration {
        match self.checked_sub(rhs) {
            Some(difference) => difference,
            None => Duration::ZERO,
        }
    }

    pub const fn checked_mul(self, rhs: u32) -> Option<Duration> {
        // The product of two numbers of 32 bits.
        let nanos = self.nanos as u64 * rhs as u64;
        let more = nanos / NANOS_PER_SEC as u64;
        match self.secs.checked_mul(rhs as u64) {
            Some(secs) => match secs.checked_add(more) {
                Some(secs) => Some(Duration { secs, nanos: (nanos % NANOS_PER_SEC as u64) as u32 }),
                None => None,
            },
            None => None,
        }
    }

    pub const fn saturating_mul(self, rhs: u32) -> Duration {
        match self.checked_mul(rhs) {
            Some(product) => product,
            None => Duration::MAX,
        }
    }

    pub const fn checked_div(self, rhs: u32) -> Option<Duration> {
        if rhs == 0 {
            return None;
        }
        let by = rhs as u64;
        let rest = self.secs % by * NANOS_PER_SEC as u64 + (self.nanos % rhs) as u64;
        Some(Duration { secs: self.secs / by, nanos: self.nanos / rhs + (rest / by) as u32 })
    }

    pub const fn as_secs_f64(&self) -> f64 {
        self.secs as f64 + self.nanos as f64 / NANOS_PER_SEC as f64
    }

    pub const fn as_secs_f32(&self) -> f32 {
        self.secs as f32 + self.nanos as f32 / NANOS_PER_SEC as f32
    }

    pub fn from_secs_f64(secs: f64) -> Duration {
        match Duration::try_from_secs_f64(secs) {
            Ok(duration) => duration,
            Err(e) => fail(e.message(), 962, 23),
        }
    }

    pub fn from_secs_f32(secs: f32) -> Duration {
        match Duration::try_from_secs_f32(secs) {
            Ok(duration) => duration,
            Err(e) => fail(e.message(), 999, 23),
        }
    }

    pub fn try_from_secs_f64(secs: f64) -> Result<Duration, TryFromFloatSecsError> {
        let bits = secs.to_bits();
        let fraction = (1 << 52) - 1;
        let exponent = (bits >> 52 & 0x7ff) as i32 - 1023;
        rounded(secs < 0.0, bits & fraction | 1 << 52, exponent, 52)
    }

    pub fn try_from_secs_f32(secs: f32) -> Result<Duration, TryFromFloatSecsError> {
        let bits = secs.to_bits();
        let fraction = (1 << 23) - 1;
        let exponent = (bits >> 23 & 0xff) as i32 - 127;
        rounded(secs < 0.0, (bits & fraction | 1 << 23) as u64, exponent, 23)
    }

    pub fn mul_f64(self, rhs: f64) -> Duration {
        Duration::from_secs_f64(rhs * self.as_secs_f64())
    }

    pub fn mul_f32(self, rhs: f32) -> Duration {
        Duration::from_secs_f32(rhs * self.as_secs_f32())
    }

    pub fn div_f64(self, rhs: f64) -> Duration {
        Duration::from_secs_f64(self.as_secs_f64() / rhs)
    }

    pub fn div_f32(self, rhs: f32) -> Duration {
        Duration::from_secs_f32(self.as_secs_f32() / rhs)
    }

    pub const fn div_duration_f64(self, rhs: Duration) -> f64 {
        let own = self.secs as f64 * NANOS_PER_SEC as f64 + self.nanos as f64;
        let other = rhs.secs as f64 * NANOS_PER_SEC as f64 + rhs.nanos as f64;
        own / other
    }

    pub const fn div_duration_f32(self, rhs: Duration) -> f32 {
        let own = self.secs as f32 * NANOS_PER_SEC as f32 + self.nanos as f32;
        let other = rhs.secs as f32 * NANOS_PER_SEC as f32 + rhs.nanos as f32;
        own / other
    }
}

/// `mantissa`, of which `bits` bits are after the point, times two to the power `exponent`, rounded to nanoseconds, ties to
/// even.
fn rounded(negative: bool, mantissa: u64, exponent: i32, bits: i32) -> Result<Duration, TryFromFloatSecsError> {
    if negative {
        return Err(TryFromFloatSecsError { kind: TryFromFloatSecsErrorKind::Negative });
    }
    if exponent < -31 {
        return Ok(Duration::ZERO);
    }
    if exponent >= 64 {
        return Err(TryFromFloatSecsError { kind: TryFromFloatSecsErrorKind::OverflowOrNan });
    }
    if exponent >= bits {
        return Ok(Duration::from_secs(mantissa << (exponent - bits)));
    }
    // What is after the point has at most 83 bits.
    let after = (bits - exponent) as u32;
    let secs = if after > 63 { 0 } else { mantissa >> after };
    let part = mantissa as u128 & ((1 << after) - 1);
    let product = part * NANOS_PER_SEC as u128;
    let nanos = (product >> after) as u32;
    let rest = product & ((1 << after) - 1);
    let half = 1 << (after - 1);
    let up = rest > half || rest == half && nanos % 2 == 1;
    Ok(Duration::new(secs, nanos + up as u32))
}

impl Default for Duration {
    fn default() -> Duration {
        Duration::ZERO
    }
}

impl Add for Duration {
    type Output = Duration;

    fn add(self, rhs: Duration) -> Duration {
        match self.checked_add(rhs) {
            Some(sum) => sum,
            None => fail("overflow when adding durations", 1181, 31),
        }
    }
}

impl AddAssign for Duration {
    fn add_assign(&mut self, rhs: Duration) {
        *self = *self + rhs;
    }
}

impl Sub for Duration {
    type Output = Duration;

    fn sub(self, rhs: Duration) -> Duration {
        match self.checked_sub(rhs) {
            Some(difference) => difference,
            None => fail("overflow when subtracting durations", 1201, 31),
        }
    }
}

impl SubAssign for Duration {
    fn sub_assign(&mut self, rhs: Duration) {
        *self = *self - rhs;
    }
}

impl Mul<u32> for Duration {
    type Output = Duration;

    fn mul(self, rhs: u32) -> Duration {
        match self.checked_mul(rhs) {
            Some(product) => product,
            None => fail("overflow when multiplying duration by scalar", 1221, 31),
        }
    }
}

impl Div<u32> for Duration {
    type Output = Duration;

    #[track_caller]
    fn div(self, rhs: u32) -> Duration {
        self.checked_div(rhs).expect("divide by zero error when dividing duration by scalar")
    }
}

impl DivAssign<u32> for Duration {
    #[track_caller]
    fn div_assign(&mut self, rhs: u32) {
        *self = *self / rhs;
    }
}

impl Mul<Duration> for u32 {
    type Output = Duration;

    fn mul(self, rhs: Duration) -> Duration {
        rhs * self
    }
}

impl MulAssign<u32> for Duration {
    fn mul_assign(&mut self, rhs: u32) {
        *self = *self * rhs;
    }
}

/// The sum of durations; std's line for its panic.
fn total<I: Iterator<Item = Duration>>(mut durations: I, line: u32) -> Duration {
    let message = "overflow in iter::sum over durations";
    let mut secs: u64 = 0;
    let mut nanos: u64 = 0;
    while let Some(duration) = durations.next() {
        match secs.checked_add(duration.secs) {
            Some(sum) => secs = sum,
            None => fail(message, line, 9),
        }
        nanos += duration.nanos as u64;
        // std looks at the seconds in the nanoseconds at the end; there are too few of these for a second look before.
    }
    match secs.checked_add(nanos / NANOS_PER_SEC as u64) {
        Some(secs) => Duration { secs, nanos: (nanos % NANOS_PER_SEC as u64) as u32 },
        None => fail(message, line, 9),
    }
}

impl Sum for Duration {
    fn sum<I: Iterator<Item = Duration>>(iter: I) -> Duration {
        total(iter, 1296)
    }
}

impl<'a> Sum<&'a Duration> for Duration {
    fn sum<I: Iterator<Item = &'a Duration>>(iter: I) -> Duration {
        total(iter.copied(), 1303)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryFromFloatSecsError {
    kind: TryFromFloatSecsErrorKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum TryFromFloatSecsErrorKind {
    Negative,
    OverflowOrNan,
}

impl TryFromFloatSecsError {
    fn message(&self) -> &'static str {
        match self.kind {
            TryFromFloatSecsErrorKind::Negative => "cannot convert float seconds to Duration: value is negative",
            TryFromFloatSecsErrorKind::OverflowOrNan => {
                "cannot convert float seconds to Duration: value is either too big or NaN"
            }
        }
    }
}

impl fmt::Display for TryFromFloatSecsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.message())
    }
}

impl Error for TryFromFloatSecsError {}

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = if f.sign_plus() { "+" } else { "" };
        if self.secs > 0 {
            decimal(f, self.secs, self.nanos, NANOS_PER_SEC / 10, prefix, "s")
        } else if self.nanos >= 1_000_000 {
            decimal(f, (self.nanos / 1_000_000) as u64, self.nanos % 1_000_000, 100_000, prefix, "ms")
        } else if self.nanos >= 1_000 {
            decimal(f, (self.nanos / 1_000) as u64, self.nanos % 1_000, 100, prefix, "µs")
        } else {
            decimal(f, self.nanos as u64, 0, 1, prefix, "ns")
        }
    }
}

/// Write `whole` and `fraction`, whose first digit counts `place`, between `prefix` and `unit`: with so many digits as
/// the precision says, rounded, ties to even, or else without the zeros at the end.
fn decimal(
    f: &mut fmt::Formatter<'_>,
    mut whole: u64,
    mut fraction: u32,
    mut place: u32,
    prefix: &str,
    unit: &str,
) -> fmt::Result {
    let mut digits = [b'0'; 9];
    let most = f.precision().unwrap_or(9);
    let mut len = 0;
    while fraction > 0 && len < most {
        digits[len] = b'0' + (fraction / place) as u8;
        fraction %= place;
        place /= 10;
        len += 1;
    }
    // One more than fits into `whole`.
    let mut beyond = false;
    let half = place * 5;
    let odd = if len > 0 { digits[len - 1] % 2 == 1 } else { whole % 2 == 1 };
    if fraction > 0 && (fraction > half || fraction == half && odd) {
        let mut at = len;
        while at > 0 && digits[at - 1] == b'9' {
            at -= 1;
            digits[at] = b'0';
        }
        if at > 0 {
            digits[at - 1] += 1;
        } else {
            beyond = whole == u64::MAX;
            whole = whole.wrapping_add(1);
        }
    }
    let shown = f.precision().unwrap_or(len);
    let mut after = 0;
    if let Some(width) = f.width() {
        let whole_len = if beyond { 20 } else { whole.checked_ilog10().unwrap_or(0) as usize + 1 };
        let mut used = prefix.len() + unit.chars().count() + whole_len;
        if shown > 0 {
            used += 1 + shown;
        }
        if width > used {
            after = f.fill_before(width - used, fmt::LEFT);
        }
    }
    if beyond {
        write!(f, "{prefix}18446744073709551616")?;
    } else {
        write!(f, "{prefix}{whole}")?;
    }
    if shown > 0 {
        let kept = fmt::part(&digits, 0, if shown < 9 { shown } else { 9 });
        write!(f, ".{kept:0<shown$}")?;
    }
    write!(f, "{unit}")?;
    f.write_fill(after)
}
