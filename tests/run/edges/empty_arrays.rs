// Arrays and slices of no elements: literals, repeats, slicing at the end, loops, patterns, comparison, sorting.
const NONE: [u64; 0] = [];
static EMPTY: &[&str] = &[];

struct Holder<'a> {
    items: [i32; 0],
    rest: &'a mut [u8],
}

fn loud(n: i32) -> i32 {
    println!("evaluated {n}");
    n
}

fn take(array: [i32; 0]) -> [i32; 0] {
    array
}

fn describe(values: &[i32]) -> &'static str {
    match values {
        [] => "empty",
        [..] if values.len() > 2 => "many",
        [_, ..] => "few",
    }
}

fn maximum(values: &[i32]) -> Option<i32> {
    let [first, rest @ ..] = values else { return None };
    match maximum(rest) {
        Some(other) if other > *first => Some(other),
        _ => Some(*first),
    }
}

fn main() {
    let a: [i32; 0] = [];
    let b = [loud(5); 0];
    println!("{a:?} {} {} {}", a.len(), a == b, a == take(b));
    println!("{:?} {:?} {:#?} {:?}", NONE, EMPTY, NONE, [[0u8; 0]; 3]);
    for i in 0..a.len() {
        println!("never {}", a[i]);
    }
    let values = [1, 2, 3];
    println!("{:?} {:?} {:?} {:?}", &values[3..], &values[0..0], &values[..0], &values[2..2]);
    println!("{} {} {}", values[3..].len(), values[1..1].is_empty(), &values[1..1] == &values[3..]);
    println!("{} {} {} {}", describe(&a), describe(&values), describe(&values[1..]), describe(&values[3..]));
    println!("{:?} {:?} {:?}", maximum(&a), maximum(&values), maximum(&[-5]));
    println!("{:?} {:?} {:?} {:?}", a.first(), a.last(), a.get(0), values.get(3..));
    let (left, right) = values.split_at(3);
    println!("{left:?} {right:?} {:?}", values.split_at(0).0);
    let mut c: [i32; 0] = [];
    c.sort();
    c.reverse();
    c.fill(3);
    c.copy_from_slice(&values[3..]);
    println!("{c:?} {} {}", c.contains(&1), c.starts_with(&[]));
    println!("{} {} {:?}", a < c, a <= c, a.cmp(&c));
    println!("{} {}", values.starts_with(&a), &a[..] < &values[..]);
    let mut bytes = [1, 2];
    let mut holder = Holder { items: a, rest: &mut bytes[2..] };
    println!("{:?} {:?}", holder.items, holder.rest);
    holder.rest = &mut [];
    println!("{} {}", holder.rest.len(), std::mem::size_of_val(&holder));
    let mut grid = [[7; 0]; 4];
    grid[2] = [];
    println!("{} {} {}", grid.len(), grid[3].len(), grid[0] == grid[2]);
    let [] = a;
    let [rest @ ..] = NONE;
    println!("{:?} {:?}", rest, "text"[4..].len());
    println!("{:?} {} {}", "", "".len(), "" == &"abc"[1..1]);
    println!("{:?} {:?}", b"", b"".first());
    let i = values.len() - 3;
    println!("{}", a[i]);
}
