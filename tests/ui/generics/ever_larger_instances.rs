// A run would need few instances; compiling needs them all.
fn nest<T>(value: T, depth: u32) -> u32 {
    if depth == 0 { 0 } else { 1 + nest((value,), depth - 1) } //~ ERROR recursion_limit
}

fn main() {
    println!("{}", nest((), 3));
}
