//! What an instruction does besides computing its results: which instructions may change places, and which may go.

use crate::entities::Var;
use crate::inst::{BinaryOp, Inst};

/// What an instruction touches besides its operands and results.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effects {
    /// Reads linear memory or its size.
    pub reads_memory: bool,
    /// Writes linear memory or changes its size.
    pub writes_memory: bool,
    /// May not go on to the next instruction: it panics, exits, or never returns. What was done before must then be done.
    pub may_leave: bool,
    /// The variable that it reads.
    pub reads_var: Option<Var>,
    /// The variable that it writes.
    pub writes_var: Option<Var>,
}

impl Effects {
    /// Nothing: only operands and results.
    pub const NONE: Self =
        Self { reads_memory: false, writes_memory: false, may_leave: false, reads_var: None, writes_var: None };

    /// Whether an instruction with these effects may be dropped when nobody uses its results.
    #[must_use]
    pub fn is_removable(self) -> bool {
        !self.writes_memory && !self.may_leave && self.writes_var.is_none()
    }

    /// Whether two instructions, neither of which uses the other's result, may change places so that the one that was
    /// first runs second.
    ///
    /// An instruction that may leave keeps its place among those that may leave, that write memory, and that read it
    /// (a read may be safe only because a check before it did not panic); variables are private to the function, so
    /// leaving does not hinder them.
    #[must_use]
    pub fn commutes(self, other: Self) -> bool {
        let memory = |a: Self, b: Self| a.writes_memory && (b.reads_memory || b.writes_memory || b.may_leave);
        let leave = |a: Self, b: Self| a.may_leave && (b.may_leave || b.reads_memory);
        let var = |a: Self, b: Self| a.writes_var.is_some_and(|v| b.reads_var == Some(v) || b.writes_var == Some(v));
        !(memory(self, other)
            || memory(other, self)
            || leave(self, other)
            || leave(other, self)
            || var(self, other)
            || var(other, self))
    }
}

impl Inst {
    /// What the instruction does besides computing its results.
    #[must_use]
    pub fn effects(&self) -> Effects {
        match self {
            Self::VarGet { var } => Effects { reads_var: Some(*var), ..Effects::NONE },
            Self::VarSet { var, .. } => Effects { writes_var: Some(*var), ..Effects::NONE },
            Self::Checked { .. } | Self::BoundsCheck { .. } => Effects { may_leave: true, ..Effects::NONE },
            Self::Load { .. } | Self::MemorySize => Effects { reads_memory: true, ..Effects::NONE },
            Self::Store { .. } | Self::MemFill { .. } => Effects { writes_memory: true, ..Effects::NONE },
            Self::MemCopy { .. } | Self::MemoryGrow { .. } => {
                Effects { reads_memory: true, writes_memory: true, ..Effects::NONE }
            }
            Self::Call { .. } | Self::CallImport { .. } | Self::CallIndirect { .. } => {
                Effects { reads_memory: true, writes_memory: true, may_leave: true, ..Effects::NONE }
            }
            Self::Const { .. }
            | Self::DataAddr { .. }
            | Self::SlotAddr { .. }
            | Self::FuncAddr { .. }
            | Self::Unary { .. }
            | Self::Binary { .. }
            | Self::Compare { .. }
            | Self::Convert { .. }
            | Self::Select { .. } => Effects::NONE,
        }
    }

    /// Whether the result depends on the operands alone and nothing else happens: two equal ones give the same result,
    /// and it may move to any later place.
    #[must_use]
    pub fn is_pure(&self) -> bool {
        self.effects() == Effects::NONE
    }

    /// Whether it is pure and may also run where the program would not have run it. Division is not: its divisor is known
    /// to be valid only where it stands.
    #[must_use]
    pub fn is_speculatable(&self) -> bool {
        let divides =
            matches!(self, Self::Binary { op: BinaryOp::DivS | BinaryOp::DivU | BinaryOp::RemS | BinaryOp::RemU, .. });
        self.is_pure() && !divides
    }

    /// Whether it is so cheap that it is computed again at each use rather than kept: constants and addresses.
    #[must_use]
    pub fn is_rematerialised(&self) -> bool {
        matches!(self, Self::Const { .. } | Self::DataAddr { .. } | Self::SlotAddr { .. } | Self::FuncAddr { .. })
    }
}
