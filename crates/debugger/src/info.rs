//! What a debugger has to be told of a program besides its bytecode.

use crate::doc::Doc;
use crate::listing::Bytecode;
use crate::panes::Pane;
use crate::variables::Variables;
use stair_source::SourceFile;
use std::borrow::Cow;
use std::rc::Rc;

/// What a compiler knows of a program that is debugged. Everything but the text is asked for once, and only when it is needed.
pub trait DebugInfo {
    /// The user's text.
    fn source(&self) -> &SourceFile;

    /// Where in memory the numbers are that [`stair_inspect::HeapLeft`] is made of.
    fn heap_counts(&self) -> [Option<u64>; 3];

    /// Whether a function of the library, by its number, is part of what a panic does.
    fn handles_panics(&self, func: u32) -> bool;

    /// The user's variables; `None` if they are too many to be told.
    fn variables(&self) -> Option<Rc<Variables>>;

    /// The bytecode as lines, with the library's part or without.
    fn listing(&self, library: bool) -> Option<Bytecode>;

    /// The lines of another pane; `None` if they are not known.
    fn doc(&self, pane: Pane) -> Option<Cow<'_, Doc>>;
}
