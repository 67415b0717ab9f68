//! Provenance: where a thing was made from.

use crate::Span;

/// Where an instruction (of any layer) comes from: its source, and the item of the layer above that it was made from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Origin {
    /// The source text.
    pub span: Span,
    /// The item of the layer above, as that layer numbers its items within the same function: for IR the typed
    /// expression, for bytecode, Wasm and machine code the IR instruction. [`Origin::NO_ITEM`] where there is none.
    pub item: u32,
}

impl Origin {
    /// No item of the layer above.
    pub const NO_ITEM: u32 = u32::MAX;

    /// An origin without an item of the layer above.
    #[must_use]
    pub fn of_span(span: Span) -> Self {
        Self { span, item: Self::NO_ITEM }
    }
}
