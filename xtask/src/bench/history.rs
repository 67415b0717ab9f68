//! What it costs to walk in a recorded run, against the length of the run.

use std::path::Path;

use super::samples::Samples;
use crate::process::{self, Result, command};

/// Lengths of runs, in instructions.
const LENGTHS: [u64; 7] = [1_000_000, 3_000_000, 10_000_000, 30_000_000, 100_000_000, 300_000_000, 1_000_000_000];
/// To how many moments of each run.
const MOMENTS: &str = "200";
/// A run is cut off at its length. The first uses little memory, the second writes all over 8 MiB.
const PROGRAMS: [(&str, &str); 2] = [
    (
        "calls, little memory",
        "fn fib(n: u32) -> u64 { if n < 2 { 1 } else { fib(n - 1) + fib(n - 2) } }\nfn main() { println!(\"{}\", fib(45)); }\n",
    ),
    (
        "random writes to 8 MiB",
        "fn main() {\n    let mut cells = vec![0u64; 1 << 20];\n    let mut state = 1u64;\n    loop {\n        state = \
         state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);\n        cells[(state >> 44) as usize] ^= \
         state;\n    }\n}\n",
    ),
];
/// The longest bar, in characters; it stands for 100 milliseconds.
const BAR: f64 = 40.0;

/// Measure and print.
pub(super) fn measure(staircase: &Path, work: &Path) -> Result<()> {
    println!(
        "\nGoing to any moment of a recorded run (native build, debug profile, {MOMENTS} moments all over it, milliseconds)"
    );
    for (index, (name, text)) in PROGRAMS.iter().enumerate() {
        let source = work.join(format!("history-{index}.rs"));
        std::fs::write(&source, text).map_err(|error| format!("cannot write {}: {error}", source.display()))?;
        println!("\n{name}");
        println!(
            "{:>14}{:>10}{:>13}{:>8}{:>9}{:>9}{:>9}  the longest way, a full bar for 100 ms",
            "instructions", "record", "checkpoints", "MiB", "median", "longest", "1 back"
        );
        for length in LENGTHS {
            row(staircase, &source, length)?;
        }
    }
    Ok(())
}

fn row(staircase: &Path, source: &Path, length: u64) -> Result<()> {
    let mut trace = command(staircase);
    trace.args(["trace", "--json", "--measure", MOMENTS, "--max-steps", &length.to_string()]).arg(source);
    let text = process::output(&mut trace).ok_or_else(|| format!("`{}` failed", process::spelling(&trace)))?;
    let number = |key: &str| numbers(&text, key).first().copied().unwrap_or(f64::NAN);
    let times = |key: &str| Samples(numbers(&text, key).into_iter().map(|nanoseconds| nanoseconds / 1e6).collect());
    let (seek, back) = (times("seek_ns"), times("back_ns"));
    let longest = seek.0.iter().copied().fold(f64::NAN, f64::max);
    let bar = "#".repeat((longest / 100.0 * BAR).clamp(0.0, 2.0 * BAR).ceil() as usize);
    println!(
        "{:>14}{:>10.0}{:>13}{:>8.1}{:>9.2}{:>9.2}{:>9.2}  {bar}",
        number("steps"),
        number("record_ns") / 1e6,
        number("checkpoints"),
        number("checkpoint_bytes") / f64::from(1 << 20),
        seek.median(),
        longest,
        back.median(),
    );
    Ok(())
}

/// The number, or the list of numbers, under a key of a JSON object without objects in it.
fn numbers(json: &str, key: &str) -> Vec<f64> {
    let Some((_, rest)) = json.split_once(&format!("\"{key}\":")) else { return Vec::new() };
    let list = match rest.strip_prefix('[') {
        Some(list) => list.split(']').next().unwrap_or(""),
        None => rest.split([',', '}']).next().unwrap_or(""),
    };
    list.split(',').filter_map(|number| number.trim().parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_are_found_by_their_keys() {
        let json = r#"{"steps":12,"seek_ns":[3,4.5],"back_ns":[],"last":7}"#;
        assert_eq!(numbers(json, "steps"), [12.0]);
        assert_eq!(numbers(json, "seek_ns"), [3.0, 4.5]);
        assert_eq!(numbers(json, "back_ns"), [] as [f64; 0]);
        assert_eq!(numbers(json, "last"), [7.0]);
        assert_eq!(numbers(json, "steps_ns"), [] as [f64; 0]);
    }
}
