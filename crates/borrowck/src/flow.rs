//! The control-flow graph of a body, reduced to what happens to places. Data only; `build` makes it.

use crate::place::Place;
use stair_source::Span;

/// A body's graph. Block 0 is the entry.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub blocks: Vec<BasicBlock>,
}

/// A straight line of operations.
#[derive(Debug, Default)]
pub(crate) struct BasicBlock {
    pub ops: Vec<Op>,
    pub successors: Vec<usize>,
}

/// Something that happens to a place.
#[derive(Debug)]
pub(crate) struct Op {
    pub kind: OpKind,
    pub place: Place,
    /// What a diagnostic underlines.
    pub span: Span,
}

/// What happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum OpKind {
    /// Its value is copied, compared or looked at.
    Copy,
    /// Its value is moved away. The flag: by a binding in a pattern.
    Move { binding: bool },
    /// A shared reference to it is made.
    Borrow,
    /// A mutable reference to it is made.
    BorrowMut,
    /// It gets a new value.
    Assign,
    /// It gets its first value: an initialiser, a pattern, an argument.
    Init,
    /// The variable comes into being, without a value.
    Declare,
    /// The value that it just got has nothing to drop, whatever its type. In constants and constant functions only, like
    /// [`OpKind::Drop`].
    Empty,
    /// Its value, if it has one, is dropped: its scope ends, or it gets another value. A temporary is that of `span`.
    Drop,
}
