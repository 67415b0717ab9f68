// Function values, functions in arrays and structs, patterns in parameters, unit and never results.
fn add(a: i32, b: i32) -> i32 {
    a + b
}

fn multiply(a: i32, b: i32) -> i32 {
    a * b
}

fn apply(f: fn(i32, i32) -> i32, a: i32, b: i32) -> i32 {
    f(a, b)
}

fn choose(name: &str) -> fn(i32, i32) -> i32 {
    match name {
        "add" => add,
        _ => multiply,
    }
}

fn distance((x1, y1): (i32, i32), (x2, y2): (i32, i32)) -> i32 {
    (x1 - x2).abs() + (y1 - y2).abs()
}

fn nothing() {}

fn explicit() -> () {
    return;
}

fn first_of([a, ..]: [i32; 3]) -> i32 {
    a
}

struct Operation {
    name: &'static str,
    run: fn(i32, i32) -> i32,
}

fn main() {
    println!("{} {}", apply(add, 3, 4), apply(multiply, 3, 4));
    let f = add;
    println!("{}", f(1, 2));
    let table = [add as fn(i32, i32) -> i32, multiply];
    println!("{} {}", table[0](5, 6), table[1](5, 6));
    println!("{}", choose("add")(10, 20) + choose("other")(10, 20));
    println!("{}", distance((1, 2), (4, -2)));
    println!("{:?} {:?}", nothing(), explicit());
    println!("{}", first_of([7, 8, 9]));
    let operation = Operation { name: "multiply", run: multiply };
    println!("{} {}", operation.name, (operation.run)(6, 7));
}
