// Tuples: access, nesting, destructuring, assignment to several places, comparison.
fn divide(a: i32, b: i32) -> (i32, i32) {
    (a / b, a % b)
}

fn main() {
    let t = (1, 2.5, 'x', "text", true);
    println!("{} {} {} {} {}", t.0, t.1, t.2, t.3, t.4);
    println!("{t:?}");
    let (quotient, remainder) = divide(17, 5);
    println!("{quotient} {remainder}");
    let nested = ((1, 2), (3, (4, 5)));
    let ((a, _), (_, (b, c))) = nested;
    println!("{a} {b} {c} {}", nested.1.1.0);
    let (mut x, mut y) = (1, 2);
    (x, y) = (y, x);
    println!("{x} {y}");
    (x, _) = divide(100, 7);
    println!("{x} {y}");
    let mut fib = (0u32, 1u32);
    for _ in 0..10 {
        fib = (fib.1, fib.0 + fib.1);
    }
    println!("{fib:?}");
    println!("{} {}", (1, 'a') == (1, 'a'), (1, 2) != (1, 3));
    let single = (7,);
    println!("{single:?} {}", single.0);
    println!("{:?}", ());
    let (first, .., last) = (1, 2, 3, 4);
    println!("{first} {last}");
    let mut state = (0, [1, 2, 3]);
    state.1[state.0] = 10;
    state.0 += 2;
    state.1[state.0] += 5;
    println!("{state:?}");
    println!("{:#?}", (1, ("a", 2.0)));
}
