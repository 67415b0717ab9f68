//! What a debugger is told of the user's variables: where they are, what lies in memory, and what becomes of what they own.

mod ownership;
mod shapes;
mod states;
mod variables;

pub use ownership::{Event, EventKind, OwnedVariable};
pub use shapes::MAX_SHAPES;
pub use stair_debugger::variables::{Picture, State, VariableAt, Variables};
