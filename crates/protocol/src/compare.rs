//! Two programs side by side.

use serde::{Deserialize, Serialize};

use crate::{PaneDoc, PaneRequest, PassStage, Program};

/// Which of two programs that stand beside each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Side {
    /// The one on the left, A.
    #[default]
    Left,
    /// The one on the right, B.
    Right,
}

impl Side {
    /// Both, from left to right.
    pub const ALL: [Side; 2] = [Side::Left, Side::Right];

    /// The side's letter.
    pub fn name(self) -> &'static str {
        match self {
            Side::Left => "A",
            Side::Right => "B",
        }
    }

    /// Its place in a pair.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The other side.
    pub fn other(self) -> Side {
        match self {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        }
    }
}

/// Another program that the one that is analysed is set beside.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CompareRequest {
    /// The other program.
    pub other: Program,
    /// On which side the program that is analysed stands.
    pub side: Side,
    /// The stage at which they are compared; `None` for the programs themselves.
    pub pane: Option<PaneRequest>,
}

/// Two programs at a stage, side by side.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Compared {
    /// Aligned.
    Rows {
        /// The two stages.
        docs: Box<[PaneDoc; 2]>,
        /// Their lines beside each other.
        rows: Vec<ComparedRow>,
        /// For the IR: every pass in order, and whether it changed either program; empty for other stages.
        passes: Vec<PassStage>,
    },
    /// One of the programs has errors, or both have, that keep it from reaching the stage.
    Unreachable([bool; 2]),
    /// A program is too large for this stage, or the compiler failed; a sentence that says how.
    Failed(String),
}

/// A line of one program, of the other, or of both beside each other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ComparedRow {
    /// The lines, counted from 0; one of them at least.
    pub lines: [Option<u32>; 2],
    /// Where lines that stand beside each other differ: bytes of each line's text.
    pub differs: [Vec<(u32, u32)>; 2],
}

impl ComparedRow {
    /// Whether both programs have this line, the same but for numbers and names.
    pub fn is_same(&self) -> bool {
        self.lines.iter().all(Option::is_some) && self.differs.iter().all(Vec::is_empty)
    }
}

/// What a run of a program takes, and how large the program is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Counts {
    /// The exit code; `None` if it was still running when counting ended.
    pub exit: Option<i32>,
    /// How many instructions the VM executed.
    pub steps: u64,
    /// How many blocks were handed out on the heap.
    pub allocations: u64,
    /// Instructions of the IR: in the program's own functions, and in all.
    pub ir: [u64; 2],
    /// Instructions of the bytecode: in the program's own functions, and in all.
    pub bytecode: [u64; 2],
    /// Bytes of the Wasm module.
    pub wasm: u64,
}

/// Whether two programs print the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Outputs {
    /// They do, as far as they were run.
    Same,
    /// They do not.
    Differ {
        /// Whether that is in what they print to standard error.
        stderr: bool,
        /// The first line that is not the same, counted from 1.
        line: u32,
    },
}

impl Outputs {
    /// Compares what two programs printed to standard output and standard error.
    pub fn of(left: [&[u8]; 2], right: [&[u8]; 2]) -> Self {
        let first = |stream: usize| {
            let (left, right) = (left[stream], right[stream]);
            let same = left.iter().zip(right).take_while(|(l, r)| l == r).count();
            (left != right).then(|| left[..same].iter().filter(|&&byte| byte == b'\n').count() as u32 + 1)
        };
        match (first(0), first(1)) {
            (Some(line), _) => Outputs::Differ { stderr: false, line },
            (None, Some(line)) => Outputs::Differ { stderr: true, line },
            (None, None) => Outputs::Same,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_differ_where_they_first_do() {
        let of = |left: &str, right: &str| Outputs::of([left.as_bytes(), b""], [right.as_bytes(), b""]);
        assert_eq!(of("a\nb\n", "a\nb\n"), Outputs::Same);
        assert_eq!(of("a\nb\n", "a\nc\n"), Outputs::Differ { stderr: false, line: 2 });
        assert_eq!(of("a\n", "a\nc\n"), Outputs::Differ { stderr: false, line: 2 });
        assert_eq!(of("", "x"), Outputs::Differ { stderr: false, line: 1 });
        assert_eq!(Outputs::of([b"", b"a"], [b"", b"b"]), Outputs::Differ { stderr: true, line: 1 });
    }
}
