//! Files, spans, the line index, diagnostics and their code table.
//!
//! Everything that a stage makes carries a [`Span`]; every error is a [`Diagnostic`] whose [`Code`] is declared once.

mod codes;
mod diagnostic;
mod map;
mod origin;
mod render;
mod span;

pub use codes::{Code, Kind};
pub use diagnostic::{Diagnostic, Label, Problem, Suggestion};
pub use map::{LineCol, MAX_FILE_BYTES, SourceFile, SourceMap};
pub use origin::Origin;
pub use render::{MAX_RENDERED, render, render_problems};
pub use span::{FileId, Span};
