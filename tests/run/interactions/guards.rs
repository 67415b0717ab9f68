// Guards with bindings: by reference, by copy, over alternatives, with effects, falling through.
#[derive(Debug)]
struct Item {
    name: &'static str,
    price: u32,
}

#[derive(Debug)]
enum Slot {
    Full(Item),
    Half(Item, u32),
    Empty,
}

fn trace(text: &str, result: bool) -> bool {
    print!("[{text} {result}] ");
    result
}

fn describe(slot: Slot) -> &'static str {
    match slot {
        Slot::Full(item) if item.price > 100 => item.name,
        Slot::Full(ref item) | Slot::Half(ref item, _) if item.name.len() == 3 => "short",
        Slot::Half(Item { name, price }, rest) if trace(name, rest > price) => "more than half",
        Slot::Half(..) | Slot::Full(_) => "plain",
        Slot::Empty => "nothing",
    }
}

fn either(pair: (i32, i32)) -> i32 {
    match pair {
        (x, _) | (_, x) if trace("big", x > 10) => x,
        (x @ 5, y) | (y, x @ 5) if y < 0 => x * y,
        (x, y) if x == y => 0,
        _ => -1,
    }
}

fn mutate(value: &mut Option<i32>) -> &'static str {
    match value {
        Some(n) if *n < 0 => {
            *n = -*n;
            "negated"
        }
        Some(n) if { *n > 10 } => {
            *value = None;
            "emptied"
        }
        Some(n) => {
            *n *= 3;
            "tripled"
        }
        empty => {
            *empty = Some(-4);
            "filled"
        }
    }
}

fn counted(values: &[i32]) -> u32 {
    let mut calls = 0;
    for i in 0..values.len() {
        match values[i] {
            n if {
                calls += 1;
                n > 2
            } =>
            {
                calls += 100
            }
            n if {
                calls += 1;
                n > 1
            } =>
            {
                calls += 1000
            }
            _ => {}
        }
    }
    calls
}

fn early(n: i32) -> i32 {
    match n {
        x if x > 100 && {
            if x > 1000 {
                return -1;
            }
            x % 2 == 0
        } =>
        {
            x / 2
        }
        x => x + 1,
    }
}

fn main() {
    let slots = [
        Slot::Full(Item { name: "gold", price: 1000 }),
        Slot::Full(Item { name: "tin", price: 5 }),
        Slot::Half(Item { name: "oak", price: 9 }, 1),
        Slot::Half(Item { name: "pine", price: 9 }, 10),
        Slot::Half(Item { name: "birch", price: 9 }, 2),
        Slot::Full(Item { name: "clay", price: 50 }),
        Slot::Empty,
    ];
    let [a, b, c, d, e, f, g] = slots;
    println!("{} {} {}", describe(a), describe(b), describe(c));
    println!("{}", describe(d));
    println!("{}", describe(e));
    println!("{} {}", describe(f), describe(g));
    println!("{}", either((11, 1)));
    println!("{}", either((1, 12)));
    println!("{}", either((5, -2)));
    println!("{}", either((-3, 5)));
    println!("{}", either((5, 5)));
    println!("{}", either((1, 2)));
    let mut value = Some(-4);
    for _ in 0..6 {
        let did = mutate(&mut value);
        println!("{did} {value:?}");
    }
    println!("{}", counted(&[1, 2, 3]));
    println!("{} {} {} {}", early(5), early(102), early(103), early(2000));
}
