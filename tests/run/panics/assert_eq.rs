#[derive(Debug, PartialEq)]
struct P(i32, f64);

fn main() {
    assert!(1 + 1 == 2, "arithmetic");
    assert_eq!(P(1, 2.0), P(1, 2.0));
    assert_ne!(1, 2);
    debug_assert!(true);
    assert_eq!(P(1, 2.0), P(1, 2.5), "after {} checks", 3);
}
