// The smallest program that does something: follow `a + b * c`
// through every layer. In the syntax tree, `*` sits below `+`. In
// the debug bytecode, the three variables are pushed in order, and
// the operators follow them. In release, the answer is computed
// before the program runs.

fn main() {
    let a = 2;
    let b = 3;
    let c = 4;
    let sum = a + b * c;
    println!("2 + 3 * 4 = {sum}");
}
