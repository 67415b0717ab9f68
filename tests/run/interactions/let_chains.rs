// Chains of `let` in `if` and `while`: order, bindings that later parts use, else branches, shadowing.
#[derive(Debug, Clone, Copy)]
struct User {
    name: &'static str,
    age: Option<u32>,
    friend: Option<usize>,
}

const USERS: [User; 4] = [
    User { name: "Ann", age: Some(30), friend: Some(1) },
    User { name: "Bob", age: None, friend: Some(2) },
    User { name: "Cat", age: Some(12), friend: Some(9) },
    User { name: "Dan", age: Some(70), friend: None },
];

fn get(i: usize) -> Option<&'static User> {
    print!("get {i}; ");
    USERS.get(i)
}

fn yes(text: &str) -> bool {
    print!("{text}; ");
    true
}

fn describe(i: usize) -> &'static str {
    if let Some(user) = get(i)
        && let Some(age) = user.age
        && age >= 18
        && yes("adult")
        && let Some(friend) = user.friend
        && let Some(User { name, .. }) = get(friend)
    {
        name
    } else if let Some(User { age: Some(age @ ..18), .. }) = get(i) {
        if *age > 10 { "teen" } else { "child" }
    } else if i < USERS.len()
        && let name = USERS[i].name
        && name.len() == 3
    {
        name
    } else {
        "nobody"
    }
}

fn leading_sum(values: &[Option<i32>]) -> (i32, usize) {
    let (mut sum, mut rest) = (0, values);
    while let [first, tail @ ..] = rest
        && let Some(n) = first
        && sum + n < 20
    {
        sum += n;
        rest = tail;
    }
    (sum, rest.len())
}

fn shadow(x: Option<Option<i32>>) -> i32 {
    if let Some(x) = x
        && let Some(x) = x
        && let x = x * 2
        && x > 5
    {
        x
    } else {
        x.is_some() as i32
    }
}

fn precedence(a: bool, b: Option<bool>) -> u8 {
    if (a || yes("second"))
        && let Some(c) = b
        && (c || !a)
    {
        1
    } else {
        2
    }
}

fn mutate(slots: &mut [Option<i32>; 3]) -> bool {
    if let Some(first) = &mut slots[0]
        && {
            *first += 1;
            *first > 2
        }
        && let [_, second @ None, third] = slots
    {
        *second = third.take();
        true
    } else {
        slots.rotate_left(1);
        false
    }
}

fn main() {
    for i in 0..6 {
        println!("{}", describe(i));
    }
    println!("{:?}", leading_sum(&[Some(5), Some(6), Some(7), Some(8)]));
    println!("{:?} {:?}", leading_sum(&[Some(5), None, Some(7)]), leading_sum(&[]));
    println!("{} {} {} {}", shadow(Some(Some(3))), shadow(Some(Some(2))), shadow(Some(None)), shadow(None));
    println!(
        "{} {} {} {}",
        precedence(false, Some(false)),
        precedence(true, Some(false)),
        precedence(true, Some(true)),
        precedence(true, None)
    );
    let mut slots = [Some(0), None, Some(9)];
    for _ in 0..7 {
        let done = mutate(&mut slots);
        println!("{done} {slots:?}");
    }
    let text = "key=value=more";
    if let Some((key, rest)) = text.split_once('=')
        && let Some((value, more)) = rest.split_once('=')
        && key.len() < value.len()
    {
        println!("{key} {value} {more}");
    }
    let mut n = 27u32;
    while n != 1
        && let even = n % 2 == 0
        && let Some(next) = if even { n.checked_div(2) } else { n.checked_mul(3) }
        && next < 400
    {
        n = if even { next } else { next + 1 };
    }
    println!("{n}");
}
