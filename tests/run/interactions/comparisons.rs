// Comparison of tuples, arrays, slices, strings and nested mixtures: all six operators and `cmp`.
use std::cmp::Ordering;

fn show(name: &str, results: [bool; 6], order: Option<Ordering>) {
    print!("{name}:");
    for i in 0..6 {
        print!(" {}", results[i] as u8);
    }
    println!(" {order:?}");
}

fn tuples(a: (i32, char, bool), b: (i32, char, bool)) {
    show("tuples", [a == b, a != b, a < b, a <= b, a > b, a >= b], a.partial_cmp(&b));
}

fn arrays(a: [u8; 3], b: [u8; 3]) {
    show("arrays", [a == b, a != b, a < b, a <= b, a > b, a >= b], Some(a.cmp(&b)));
}

fn slices(a: &[i8], b: &[i8]) {
    show("slices", [a == b, a != b, a < b, a <= b, a > b, a >= b], Some(a.cmp(b)));
}

fn strings(a: &str, b: &str) {
    show("strings", [a == b, a != b, a < b, a <= b, a > b, a >= b], Some(a.cmp(b)));
}

fn floats(a: (f64, u8), b: (f64, u8)) {
    show("floats", [a == b, a != b, a < b, a <= b, a > b, a >= b], a.partial_cmp(&b));
}

fn options(a: Option<[i16; 2]>, b: Option<[i16; 2]>) {
    show("options", [a == b, a != b, a < b, a <= b, a > b, a >= b], Some(a.cmp(&b)));
}

fn results(a: Result<u8, &str>, b: Result<u8, &str>) {
    show("results", [a == b, a != b, a < b, a <= b, a > b, a >= b], a.partial_cmp(&b));
}

fn main() {
    tuples((1, 'a', false), (1, 'a', false));
    tuples((1, 'b', false), (1, 'a', true));
    tuples((-5, 'z', true), (1, 'a', false));
    tuples((1, 'a', false), (1, 'a', true));
    arrays([1, 2, 3], [1, 2, 3]);
    arrays([1, 200, 3], [1, 100, 255]);
    arrays([0, 255, 255], [1, 0, 0]);
    slices(&[1, -2], &[1, -2, 0]);
    slices(&[], &[]);
    slices(&[-1], &[1, 1, 1]);
    slices(&[2], &[1, 1, 1]);
    strings("apple", "apple pie");
    strings("Zebra", "apple");
    strings("naïve", "naive");
    strings("", "");
    floats((1.0, 2), (f64::NAN, 1));
    floats((0.0, 2), (-0.0, 1));
    floats((1.0, 9), (f64::INFINITY, 1));
    options(None, Some([i16::MIN, 0]));
    options(Some([1, 2]), Some([1, 1]));
    results(Ok(200), Err(""));
    results(Err("a"), Err("b"));
    results(Ok(3), Ok(3));
    let nested = ((1, [2, 3]), ("x", Some('y')));
    println!("{} {}", nested == ((1, [2, 3]), ("x", Some('y'))), nested < ((1, [2, 3]), ("x", None)));
    println!("{} {}", [[1, 2], [3, 4]] < [[1, 2], [4, 0]], [(1, 'a'), (2, 'b')] > [(1, 'a'), (2, 'a')]);
    println!("{} {}", [1.0, f32::NAN] == [1.0, f32::NAN], [1.0, f32::NAN] < [2.0, 0.0]);
    println!("{} {} {}", () == (), () < (), (1,) < (2,));
    println!("{} {}", &[1, 2][..] == [1, 2], [1, 2] == &[1, 2, 3][..2]);
    println!("{} {}", (3, "b").max((3, "a")).1, (2, 9).min((2, 8)).1);
    println!("{:?} {:?}", 3.cmp(&4).then('a'.cmp(&'A')), 4.cmp(&4).then(false.cmp(&true)));
    println!("{} {}", (1 < 2) == (3 < 4), (1 < 2) < (4 < 3));
    println!("{} {}", (1..4) == (1..4), (0..=3) == (0..=2));
    println!("{:?} {:?}", true.cmp(&false), 'é'.partial_cmp(&'z'));
    let mut words = ["pear", "fig", "Apple", "figs", "", "äpfel"];
    words.sort();
    println!("{words:?}");
    let mut pairs = [(2, 'a'), (1, 'z'), (2, 'A'), (1, 'b')];
    pairs.sort_unstable();
    println!("{pairs:?}");
}
