//! The `staircase` command.

fn main() {}
