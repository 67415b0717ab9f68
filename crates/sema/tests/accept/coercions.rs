// Coercions at their sites.
struct Holder<'a> {
    items: &'a [i32],
    text: &'a str,
}

fn sum(items: &[i32]) -> i32 {
    let mut total = 0;
    for i in 0..items.len() {
        total += items[i];
    }
    total
}

fn change(items: &mut [i32]) {
    items[0] = 9;
}

fn double(n: i32) -> i32 {
    n * 2
}
fn triple(n: i32) -> i32 {
    n * 3
}

fn stop() -> ! {
    panic!("stop")
}

fn main() {
    let mut array = [1, 2, 3];
    let holder = Holder { items: &array, text: "t" };
    println!("{} {}", sum(holder.items), holder.text);
    change(&mut array);
    let reference = &mut array;
    change(reference);
    change(reference);
    let shared: &[i32; 3] = reference;
    let slice: &[i32] = shared;
    let f = if slice.len() > 2 { double } else { triple };
    let g: fn(i32) -> i32 = double;
    let table = [double, triple];
    println!("{} {} {}", f(1), g(2), table[1](3));
    let value: i32 = if slice.is_empty() { stop() } else { 5 };
    let rows: &[&[i32]] = &[&[1, 2], &[3]];
    println!("{value} {}", rows[1][0]);
    let option: Option<&[i32]> = Some(&[1, 2, 3]);
    if let Some([first, .., last]) = option {
        println!("{first} {last}");
    }
    let mut x = 5;
    let p = &mut x;
    *p += 1;
    let q: &i32 = p;
    println!("{q}");
}
