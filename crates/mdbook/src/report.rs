//! What is told the author while a book is built.

use crate::block::Reason;
use std::collections::BTreeMap;
use std::fmt;

/// Counts of what became of the blocks of Rust.
#[derive(Clone, Debug, Default)]
pub(crate) struct Report {
    /// How many chapters were read.
    pub(crate) chapters: usize,
    /// How many blocks are live.
    pub(crate) live: usize,
    /// How many could not be, by code; the empty code is an error of Staircase itself.
    pub(crate) refused: BTreeMap<&'static str, usize>,
    /// How many were left as they are, by reason.
    pub(crate) left: BTreeMap<Reason, usize>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let refused: usize = self.refused.values().sum();
        let left: usize = self.left.values().sum();
        let blocks = self.live + refused + left;
        write!(f, "{} of Rust in {}: {} live", many(blocks, "block"), many(self.chapters, "chapter"), self.live)?;
        let mut part = |name: &str, total: usize, counts: Vec<(&str, usize)>| {
            if total == 0 {
                return Ok(());
            }
            let counts: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
            write!(f, "; {total} {name} ({})", counts.join(", "))
        };
        let code = |code: &'static str| if code.is_empty() { "internal" } else { code };
        part("refused", refused, self.refused.iter().map(|(name, count)| (code(name), *count)).collect())?;
        part("left as they are", left, self.left.iter().map(|(reason, count)| (reason.as_str(), *count)).collect())
    }
}

/// `1 block`, `2 blocks`.
fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::Report;
    use crate::block::Reason;

    #[test]
    fn a_report_is_one_line() {
        let mut report = Report { chapters: 1, live: 2, ..Report::default() };
        assert_eq!(report.to_string(), "2 blocks of Rust in 1 chapter: 2 live");
        report.refused.insert("S0008", 3);
        report.refused.insert("", 1);
        report.left.insert(Reason::Ignored, 1);
        let text =
            "7 blocks of Rust in 1 chapter: 2 live; 4 refused (internal 1, S0008 3); 1 left as they are (ignore 1)";
        assert_eq!(report.to_string(), text);
    }
}
