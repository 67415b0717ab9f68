//! Exhaustiveness.
