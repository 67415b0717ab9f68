// Statements belong into functions.
let x = 1; //~ ERROR syntax

fn main() {}
