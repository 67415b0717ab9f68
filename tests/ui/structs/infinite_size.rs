// A struct cannot contain itself.
struct Node { //~ ERROR E0072
    value: i32,
    next: Option<Node>,
}

fn main() {}
