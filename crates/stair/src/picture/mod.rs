//! What a debugger shows of a run: the user's variables as values, and what becomes of what they own.

mod shapes;
mod states;
mod variables;

pub use shapes::MAX_SHAPES;
pub use variables::{Picture, State, VariableAt, Variables};
