//! A whole number with a fraction and a unit, as durations are shown.

use super::{Formatter, LEFT, Result};

impl<'b> Formatter<'b> {
    /// Write `whole` and `fraction`, whose first digit counts `place`, between `prefix` and `unit`: with so many digits as
    /// the precision says, rounded, ties to even, or else without the zeros at the end.
    pub(crate) fn decimal(
        &mut self,
        mut whole: u64,
        mut fraction: u32,
        mut place: u32,
        prefix: &str,
        unit: &str,
    ) -> Result {
        let mut digits = [b'0'; 9];
        let most = self.precision().unwrap_or(9);
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
        let shown = self.precision().unwrap_or(len);
        let mut after = 0;
        if let Some(width) = self.width() {
            let whole_len = if beyond { 20 } else { whole.checked_ilog10().unwrap_or(0) as usize + 1 };
            let mut used = prefix.len() + unit.chars().count() + whole_len;
            if shown > 0 {
                used += 1 + shown;
            }
            if width > used {
                after = self.fill_before(width - used, LEFT);
            }
        }
        if beyond {
            write!(self, "{prefix}18446744073709551616")?;
        } else {
            write!(self, "{prefix}{whole}")?;
        }
        if shown > 0 {
            let kept = super::part(&digits, 0, if shown < 9 { shown } else { 9 });
            write!(self, ".{kept:0<shown$}")?;
        }
        write!(self, "{unit}")?;
        self.write_fill(after)
    }
}
