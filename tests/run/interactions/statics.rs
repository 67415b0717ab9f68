// Statics and constants that hold references: to each other, to tables, to functions, to parts.
#[derive(Debug, PartialEq)]
struct Entry {
    name: &'static str,
    weight: u32,
    next: Option<&'static Entry>,
    tags: &'static [&'static str],
}

static LAST: Entry = Entry { name: "last", weight: 1, next: None, tags: &[] };
static MIDDLE: Entry = Entry { name: "middle", weight: 20, next: Some(&LAST), tags: &["a", "b"] };
static FIRST: Entry = Entry { name: "first", weight: 300, next: Some(&MIDDLE), tags: &TAGS };
static TAGS: [&str; 3] = ["x", "y", "zz"];
static ALL: [&Entry; 3] = [&FIRST, &MIDDLE, &LAST];
static SOME: &[&Entry] = &[&LAST, ALL_BUT_FIRST[0]];
const ALL_BUT_FIRST: [&Entry; 2] = [&MIDDLE, &LAST];
static WEIGHT: &u32 = &MIDDLE.weight;
static MATRIX: [[i16; 3]; 2] = [[1, -2, 3], [-4, 5, -6]];
static ROW: &[i16; 3] = &MATRIX[1];
static TEXT: &str = "some text in memory";
static BYTES: &[u8] = b"\x01\x02\xfe";
const NUMBERS: &[u64] = &[u64::MAX, 0, 1 << 63];
const NESTED: &[&[i8]] = &[&[1, -1], &[], &[100]];
static OPERATIONS: [(&str, fn(i32) -> i32); 3] = [("negate", negate), ("square", square), ("abs", i32::abs)];
static PAIR: (char, f32) = ('p', 0.25);

fn negate(n: i32) -> i32 {
    -n
}

fn square(n: i32) -> i32 {
    n * n
}

fn total(mut entry: &Entry) -> u32 {
    let mut sum = entry.weight;
    while let Some(next) = entry.next {
        sum += next.weight;
        entry = next;
    }
    sum
}

fn heaviest(entries: &[&'static Entry]) -> &'static Entry {
    let mut best = entries[0];
    for i in 1..entries.len() {
        if entries[i].weight > best.weight {
            best = entries[i];
        }
    }
    best
}

fn promoted(n: usize) -> &'static [i32] {
    match n {
        0 => &[],
        1 => &[10],
        2 => &[20, 21],
        _ => &[30; 5],
    }
}

fn counter() -> &'static u32 {
    static LOCAL: u32 = 77;
    &LOCAL
}

fn main() {
    println!("{} {} {}", total(&FIRST), total(ALL[1]), total(SOME[0]));
    println!("{} {}", heaviest(&ALL).name, heaviest(SOME).name);
    println!("{} {}", *WEIGHT + 1, WEIGHT == &SOME[1].weight);
    println!("{:?}", FIRST.next.unwrap());
    println!("{:?} {}", FIRST.tags, FIRST.tags[2].len() + MIDDLE.tags.len());
    println!("{} {}", FIRST == FIRST, FIRST == *ALL[2]);
    println!("{:?} {} {}", ROW, ROW[2], MATRIX[0][1] * ROW[0]);
    println!("{} {}", &TEXT[5..9], TEXT.len());
    println!("{BYTES:?} {:?} {:?}", NUMBERS, NESTED);
    for i in 0..OPERATIONS.len() {
        let (name, operation) = OPERATIONS[i];
        print!("{name} {} ", operation(-5));
    }
    println!();
    let (c, f) = PAIR;
    println!("{c} {f} {}", PAIR.1 * 2.0);
    for n in 0..4 {
        print!("{:?} ", promoted(n));
    }
    println!("{}", *counter() + counter().count_ones());
    let mut copy = MATRIX;
    copy[0][0] = 100;
    println!("{} {}", copy[0][0], MATRIX[0][0]);
    let mut temporary = *NUMBERS.first().unwrap();
    temporary >>= 60;
    println!("{temporary} {}", NUMBERS[0]);
    let reference: &'static [i8] = NESTED[2];
    println!("{reference:?}");
}
