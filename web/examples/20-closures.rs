// A closure is a struct that the compiler writes: a field for each
// variable that it uses, and one method. The types show what each
// captures, and how: by reference, by mutable reference, or, with
// `move`, by value. A `Box<dyn Fn>` forgets which closure it holds.

fn compose<A, B, C>(
    first: impl Fn(A) -> B,
    second: impl Fn(B) -> C,
) -> impl Fn(A) -> C {
    move |value| second(first(value))
}

fn counter(step: u32) -> impl FnMut() -> u32 {
    let mut count = 0;
    move || {
        count += step;
        count
    }
}

fn main() {
    let factor = 3;
    let triple = |n: i32| n * factor;
    let mut calls = 0;
    let mut counted = |n: i32| {
        calls += 1;
        triple(n)
    };
    println!("{} {}", counted(5), counted(7));
    println!("called {calls} times");

    let mut next = counter(10);
    println!("{} {} {}", next(), next(), next());

    let name = String::from("Ferris");
    let greet = move |greeting: &str| format!("{greeting}, {name}!");
    println!("{}", greet("Hello"));

    let shout = compose(greet, |text: String| text.to_uppercase());
    println!("{}", shout("Good evening"));

    let plus = |n: i32| move |m: i32| n + m;
    let steps: Vec<Box<dyn Fn(i32) -> i32>> =
        vec![Box::new(triple), Box::new(plus(4)), Box::new(i32::abs)];
    println!("{}", steps.iter().fold(-6, |value, step| step(value)));

    println!(
        "a pointer {} bytes, triple {}, plus(4) {}, next {}",
        size_of::<usize>(),
        size_of_val(&triple),
        size_of_val(&plus(4)),
        size_of_val(&next),
    );
}
