// Mutable references through calls: reborrowing, returning parts, holding them in structs and options, walking along.
struct Cursor<'a> {
    data: &'a mut [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn write(&mut self, byte: u8) -> &mut Self {
        self.data[self.at] = byte;
        self.at += 1;
        self
    }

    fn rest(self) -> &'a mut [u8] {
        &mut self.data[self.at..]
    }

    fn child(&mut self, length: usize) -> Cursor<'_> {
        let start = self.at;
        self.at += length;
        Cursor { data: &mut self.data[start..start + length], at: 0 }
    }
}

#[derive(Debug)]
struct Pair {
    left: i32,
    right: i32,
}

impl Pair {
    fn larger(&mut self) -> &mut i32 {
        if self.left > self.right { &mut self.left } else { &mut self.right }
    }

    fn both(&mut self) -> (&mut i32, &mut i32) {
        (&mut self.left, &mut self.right)
    }
}

struct Stats<'a> {
    count: &'a mut u32,
    best: Option<&'a mut i32>,
}

impl Stats<'_> {
    fn note(&mut self, n: i32) {
        *self.count += 1;
        if let Some(best) = &mut self.best
            && n > **best
        {
            **best = n;
        }
    }
}

fn pick<'a>(a: &'a mut i32, b: &'a mut i32, first: bool) -> &'a mut i32 {
    if first { a } else { b }
}

fn add_all(target: &mut i32, depth: u32) {
    if depth > 0 {
        *target += depth as i32;
        add_all(target, depth - 1);
        add_all(&mut *target, depth / 2);
    }
}

fn find(values: &mut [i32], wanted: i32) -> Option<&mut i32> {
    for i in 0..values.len() {
        if values[i] == wanted {
            return Some(&mut values[i]);
        }
    }
    None
}

fn largest(values: &mut [i32]) -> &mut i32 {
    let [best, rest @ ..] = values else { panic!("no values") };
    let (mut best, mut rest) = (best, rest);
    while let [next, tail @ ..] = rest {
        if *next > *best {
            best = next;
        }
        rest = tail;
    }
    best
}

fn swap_parts(pairs: &mut [Pair; 2]) {
    let [a, b] = pairs;
    std::mem::swap(&mut a.left, &mut b.right);
    let temporary = &mut a.right;
    *temporary = -*temporary;
    b.left += *temporary;
}

fn main() {
    let mut bytes = [0; 8];
    let mut cursor = Cursor { data: &mut bytes, at: 0 };
    cursor.write(1).write(2);
    cursor.child(3).write(30).write(40);
    cursor.write(5);
    let rest = cursor.rest();
    rest[0] = 99;
    println!("{} {bytes:?}", bytes.len());
    let mut pair = Pair { left: 3, right: 8 };
    *pair.larger() -= 6;
    *pair.larger() *= 10;
    let (l, r) = pair.both();
    (*l, *r) = (*r, *l);
    println!("{pair:?}");
    let (mut count, mut best, mut x, mut y) = (0, 0, 5, 7);
    {
        let mut stats = Stats { count: &mut count, best: None };
        stats.note(100);
        stats.best = Some(&mut best);
        stats.note(4);
        stats.note(9);
        stats.note(2);
    }
    println!("{count} {best}");
    *pick(&mut x, &mut y, false) += 1;
    *pick(&mut x, &mut y, true) += 10;
    add_all(&mut x, 4);
    println!("{x} {y}");
    let mut values = [4, -2, 9, 7];
    if let Some(found) = find(&mut values, 9) {
        *found = 0;
    }
    match find(&mut values, 9) {
        Some(n) => println!("still {n}"),
        None => println!("gone"),
    }
    *largest(&mut values) = 1;
    *largest(&mut values[1..]) = 2;
    println!("{values:?}");
    let mut pairs = [Pair { left: 1, right: 2 }, Pair { left: 3, right: 4 }];
    swap_parts(&mut pairs);
    println!("{pairs:?}");
    let mut current = &mut pairs[0];
    current.left = 70;
    let mut other = Pair { left: 0, right: 0 };
    current = &mut other;
    current.right = 80;
    println!("{} {}", pairs[0].left, other.right);
    let mut slots: [Option<&mut i32>; 3] = [None, Some(&mut x), Some(&mut y)];
    for i in 0..3 {
        if let Some(n) = slots[i].as_mut() {
            **n += 1;
        }
    }
    let taken = slots[1].take();
    *taken.unwrap() *= 2;
    println!("{x} {y}");
    let mut number = 5;
    let r1 = &mut number;
    let r2 = &mut *r1;
    *r2 += 1;
    let r3 = &*r2;
    println!("{r3}");
    *r1 += 1;
    println!("{number}");
}
