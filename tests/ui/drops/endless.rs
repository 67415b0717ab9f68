// A value that may hold one of a larger type, which may hold one of a still larger type: dropping it has no end.
struct Grow<T> {
    value: T,
    next: Option<Box<Grow<Vec<T>>>>,
}

fn main() {
    let grow = Grow { value: 1, next: None }; //~ ERROR E0320
    println!("{} {}", grow.value, grow.next.is_none());
}
