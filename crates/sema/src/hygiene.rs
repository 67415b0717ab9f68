//! Hygiene: which macro expansion made a name, so that variables and labels of a macro and of its caller do not mix.
//!
//! A context is a chain of marks, one for each expansion that a token went through, the last one outermost. A variable is
//! found by a name with the same chain. Where the search passes the definition of the macro that left the outermost mark,
//! that mark is taken off: what was in scope at the definition is what the definition's names mean.

use stair_syntax::ast::NodeId;
use stair_syntax::token::SyntaxContext;
use std::collections::BTreeSet;

/// The contexts of a program and of the library.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hygiene {
    /// Each context but the root: the one without the outermost mark, and the definition that left the mark.
    contexts: Vec<(SyntaxContext, NodeId)>,
    /// The items that define macros.
    definitions: BTreeSet<NodeId>,
}

impl Hygiene {
    /// A new context: `inner` with the mark of one expansion of a macro.
    pub(crate) fn mark(&mut self, inner: SyntaxContext, definition: NodeId) -> SyntaxContext {
        self.contexts.push((inner, definition));
        SyntaxContext(self.contexts.len() as u32)
    }

    /// The context without its outermost mark, and the macro that left it.
    pub(crate) fn outermost(&self, ctxt: SyntaxContext) -> Option<(SyntaxContext, NodeId)> {
        self.contexts.get((ctxt.0 as usize).checked_sub(1)?).copied()
    }

    /// Remember a definition.
    pub(crate) fn define(&mut self, definition: NodeId) {
        self.definitions.insert(definition);
    }

    /// Whether the item defines a macro.
    pub(crate) fn is_definition(&self, item: NodeId) -> bool {
        self.definitions.contains(&item)
    }
}
