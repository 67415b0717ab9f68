//! What a debugger shows of a run: the user's variables as values at a moment, what they lead to, what each byte belongs to, and
//! what becomes of what they own.

mod ownership;
mod shapes;
mod states;
mod variables;

pub use ownership::{Event, EventKind, OwnedVariable};
pub use shapes::MAX_SHAPES;
pub use variables::{Picture, State, VariableAt, Variables};
