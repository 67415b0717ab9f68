// `{:?}` needs `Debug`.
struct Point {
    x: i32,
}

fn main() {
    println!("{:?}", Point { x: 1 }); //~ ERROR E0277
}
