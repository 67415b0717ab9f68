// Boxed slices, options and results are iterated over by value and by reference.

fn main() {
    let b: Box<[i32]> = vec![1, 2, 3].into_boxed_slice();
    for x in &b { print!("{x} "); }
    let mut c = b.clone();
    for x in &mut c { *x += 1; }
    for x in c { print!("{x} "); }
    let mut o = Some(4);
    for x in &o { print!("{x} "); }
    for x in &mut o { *x += 1; }
    for x in o { print!("{x} "); }
    let r: Result<i32, ()> = Ok(5);
    for x in &r { print!("{x} "); }
    for x in r { println!("{x}"); }
}
