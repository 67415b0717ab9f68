// Slices of slices: jagged tables, windows made by hand, recursion on halves, mutable parts of parts.
fn total(rows: &[&[i32]]) -> i32 {
    let mut sum = 0;
    for i in 0..rows.len() {
        let row = rows[i];
        for j in 0..row.len() {
            sum += row[j];
        }
    }
    sum
}

fn longest<'a>(rows: &[&'a [i32]]) -> &'a [i32] {
    let mut best: &[i32] = &[];
    for i in 0..rows.len() {
        if rows[i].len() > best.len() {
            best = rows[i];
        }
    }
    best
}

fn middle(values: &[i32]) -> &[i32] {
    match values {
        [_, inner @ .., _] => inner,
        short => short,
    }
}

fn maximum(values: &[i32]) -> Option<i32> {
    match values {
        [] => None,
        [only] => Some(*only),
        _ => {
            let (left, right) = values.split_at(values.len() / 2);
            match (maximum(left), maximum(right)) {
                (Some(a), Some(b)) => Some(a.max(b)),
                (a, b) => a.or(b),
            }
        }
    }
}

fn fill_halves(values: &mut [u8], depth: u8) {
    if values.is_empty() {
        return;
    }
    let at = values.len() / 2;
    values[at] = depth;
    fill_halves(&mut values[..at], depth + 1);
    fill_halves(&mut values[at + 1..], depth + 1);
}

fn split_first_word(text: &[u8]) -> (&[u8], &[u8]) {
    for i in 0..text.len() {
        if text[i] == b' ' {
            return (&text[..i], &text[i + 1..]);
        }
    }
    (text, &text[text.len()..])
}

fn print(bytes: &[u8]) {
    for i in 0..bytes.len() {
        print!("{}", char::from(bytes[i]));
    }
}

fn main() {
    let (a, b, c) = ([1, 2, 3], [4], [5, 6, 7, 8]);
    let rows: [&[i32]; 5] = [&a, &b, &[], &c[1..], &c[..2]];
    println!("{} {}", total(&rows), total(&rows[1..4]));
    println!("{:?} {:?}", longest(&rows), longest(&rows[1..3]));
    println!("{rows:?}");
    println!("{:?} {:?} {:?}", &rows[3][1..], &rows[0..2][0][..=1], &rows[rows.len() - 1]);
    let pages: [&[&[i32]]; 2] = [&rows[..2], &rows[3..]];
    println!("{} {:?} {}", pages[1][0][2], pages[0], pages.len());
    let inner = &c[1..][1..][..1];
    println!("{inner:?} {}", inner[0]);
    println!("{:?} {:?}", maximum(&[3, 9, -4, 12, 7]), maximum(&[]));
    let mut values = [0; 11];
    fill_halves(&mut values, 1);
    println!("{values:?}");
    {
        let part = &mut values[2..9];
        let part = &mut part[1..5];
        part[0] = 100;
        let last = part.len() - 1;
        part[last] += 100;
        part.reverse();
        part[1..3].fill(7);
    }
    println!("{values:?}");
    let text = b"four words of text";
    let mut rest: &[u8] = text;
    while !rest.is_empty() {
        let (word, after) = split_first_word(rest);
        print(word);
        print!("/{} ", word.len());
        rest = after;
    }
    println!();
    let words: [&str; 4] = ["alpha", "beta", "gamma", "delta"];
    let some = &words[1..3];
    println!("{} {} {:?}", &some[0][1..3], some[1].len(), &words[..some.len()]);
    println!("{}", &some == &["beta", "gamma"]);
    let empty: &[&[i32]] = &[];
    println!("{} {:?} {:?}", total(empty), longest(empty), empty.first());
    println!("{:?} {:?}", middle(&a), middle(&b));
}
