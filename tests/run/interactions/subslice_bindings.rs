// Patterns of slices and arrays that bind what lies between, by value, by reference, by `@`.
fn sum(values: &[i32]) -> i32 {
    if let [first, rest @ ..] = values { first + sum(rest) } else { 0 }
}

fn is_sorted(values: &[i32]) -> bool {
    match values {
        [a, b, ..] => a <= b && is_sorted(&values[1..]),
        _ => true,
    }
}

fn ends(values: &[i32]) -> (usize, i32) {
    match values {
        whole @ [first, .., last] if first == last => (whole.len(), *first),
        [head @ .., 0] => (head.len(), 0),
        [0, tail @ ..] => (tail.len() + 100, 0),
        all @ [_, inner @ .., _] => (all.len() * 10 + inner.len(), inner.len() as i32),
        [x] => (1, *x),
        [] => (0, -1),
    }
}

fn double_inner(values: &mut [i32]) {
    match values {
        [_, inner @ .., _] => {
            for i in 0..inner.len() {
                inner[i] *= 2;
            }
            double_inner(inner);
        }
        [only] => *only += 1000,
        [] => {}
    }
}

fn swap_ends(values: &mut [i32; 5]) {
    let [first, .., last] = values;
    std::mem::swap(first, last);
    let [_, middle @ .., _] = values;
    middle.reverse();
}

fn command(words: &[&str]) -> (usize, &'static str) {
    match words {
        ["go", direction @ ("north" | "south")] => (direction.len(), "go"),
        ["go", other, ..] => (other.len(), "go elsewhere"),
        ["take", items @ .., "now"] => (items.len(), "take now"),
        ["take", items @ ..] => (items.len(), "take"),
        [single] => (single.len(), "single"),
        [.., "quit" | "exit"] => (0, "quit"),
        _ => (words.len(), "unknown"),
    }
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut rest = bytes;
    let mut sum = 0;
    while let [a, b, c, d, tail @ ..] = rest {
        sum ^= u32::from_be_bytes([*a, *b, *c, *d]);
        rest = tail;
    }
    match *rest {
        [] => sum,
        [a] => sum + a as u32,
        [a, b] => sum + a as u32 * 256 + b as u32,
        [a, ref more @ ..] => sum + a as u32 + more.len() as u32,
    }
}

fn main() {
    println!("{} {}", sum(&[1, 2, 3, 4]), sum(&[]));
    println!("{} {} {}", is_sorted(&[1, 2, 2, 5]), is_sorted(&[1, 3, 2]), is_sorted(&[1]));
    println!("{:?} {:?} {:?}", ends(&[4, 1, 4]), ends(&[4, 1, 0]), ends(&[0, 1, 4]));
    println!("{:?} {:?} {:?} {:?}", ends(&[1, 2, 3, 4]), ends(&[6]), ends(&[]), ends(&[0]));
    let mut values = [1, 2, 3, 4, 5];
    double_inner(&mut values);
    println!("{values:?}");
    swap_ends(&mut values);
    println!("{values:?}");
    let tests: [&[&str]; 8] = [
        &["go", "south"],
        &["go", "west", "fast"],
        &["take", "a", "b", "now"],
        &["take"],
        &["look"],
        &["please", "exit"],
        &["a", "b"],
        &[],
    ];
    for i in 0..tests.len() {
        println!("{:?} {:?}", tests[i], command(tests[i]));
    }
    println!("{:x} {:x} {:x}", checksum(b"abcdABCD"), checksum(b"abcdA"), checksum(b"abcdABC"));
    let array = [10, 20, 30, 40, 50, 60];
    let [a, middle @ .., z] = array;
    let [.., y, _] = array;
    println!("{a} {middle:?} {y} {z}");
    let [first @ .., _, _] = &array;
    let pair @ [p, _, _, _, q, _] = array;
    println!("{first:?} {pair:?} {p} {q}");
    let mut array = array;
    let [ref mut head, ref tail @ ..] = array;
    *head = tail[4] + tail.len() as i32;
    println!("{array:?}");
    let [] = [0u8; 0];
    let [[a, _], [_, d]] = [[1, 2], [3, 4]];
    let ([x, ..] | [.., x]) = [7, 8, 9];
    println!("{a} {d} {x}");
}
