//! How numbers are written on the page.

/// A duration with three digits and a unit: `1.23 µs`, `45.6 ms`.
pub fn duration(nanoseconds: f64) -> String {
    const UNITS: [(&str, f64); 4] = [("ns", 1.0), ("µs", 1e3), ("ms", 1e6), ("s", 1e9)];
    if !nanoseconds.is_finite() || nanoseconds <= 0.0 {
        return "0 ns".to_owned();
    }
    // 999.6 ns is 1.00 µs, not 1000 ns.
    let (unit, size) = UNITS.into_iter().rev().find(|(_, size)| nanoseconds >= 0.9995 * size).unwrap_or(UNITS[0]);
    format!("{} {unit}", three_digits(nanoseconds / size))
}

/// What a clock showed from the beginning to the end of something, in milliseconds. Where it did not move, as clocks that browsers make
/// coarse do not for some milliseconds, nothing is known but that.
pub fn elapsed(milliseconds: f64) -> String {
    if milliseconds > 0.0 { duration(milliseconds * 1e6) } else { "less than the clock shows".to_owned() }
}

/// How many times as long as the fastest: `1.0×`, `23×`.
pub fn ratio(times: f64) -> String {
    if times < 9.95 { format!("{times:.1}×") } else { format!("{}×", thousands(times.round() as u64)) }
}

/// How one number is to another, both of which may be the larger: `0.85×`, `1.20×`, `23×`.
pub fn relation(times: f64) -> String {
    if times < 9.95 { format!("{times:.2}×") } else { ratio(times) }
}

/// A number with three significant digits.
fn three_digits(value: f64) -> String {
    let decimals = if value < 9.995 {
        2
    } else if value < 99.95 {
        1
    } else {
        0
    };
    format!("{value:.decimals$}")
}

/// A number with a thin space between groups of three digits.
pub fn thousands(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{2009}');
        }
        text.push(digit);
    }
    text
}

/// How hot something is that was executed so many times, from 0 to 9: its decimal digits, so that ten times as often is one
/// step.
pub fn heat(count: u64) -> u32 {
    count.checked_ilog10().map_or(0, |digits| (digits + 1).min(9))
}

/// So many of a thing: `1 run`, `2 runs`.
pub fn count(number: u32, thing: &str) -> String {
    format!("{} {thing}{}", thousands(number.into()), if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_did_not_move_has_measured_nothing() {
        assert_eq!(elapsed(0.0), "less than the clock shows");
        assert_eq!(elapsed(0.25), "250 µs");
    }

    #[test]
    fn durations_have_three_digits() {
        let cases = [
            (0.0, "0 ns"),
            (1.0, "1.00 ns"),
            (999.4, "999 ns"),
            (999.6, "1.00 µs"),
            (12_345.0, "12.3 µs"),
            (99_960.0, "100 µs"),
            (1_500_000.0, "1.50 ms"),
            (2e9, "2.00 s"),
            (6e11, "600 s"),
        ];
        for (nanoseconds, text) in cases {
            assert_eq!(duration(nanoseconds), text);
        }
    }

    #[test]
    fn one_is_singular() {
        assert_eq!([0, 1, 2000].map(|number| count(number, "run")), ["0 runs", "1 run", "2\u{2009}000 runs"]);
    }

    #[test]
    fn ratios_and_thousands() {
        assert_eq!([1.0, 9.94, 9.96, 1234.4].map(ratio), ["1.0×", "9.9×", "10×", "1\u{2009}234×"]);
        assert_eq!([0, 999, 1000, 1_234_567].map(thousands), ["0", "999", "1\u{2009}000", "1\u{2009}234\u{2009}567"]);
    }
}
