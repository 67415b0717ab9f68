// Derived traits on types within types: equality, order, cloning, defaults, debug output.
use std::cmp::Ordering;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Rank {
    Low,
    #[default]
    Middle,
    High,
}

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
struct Position(f32, f32);

#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct Piece {
    rank: Rank,
    at: Option<Position>,
    moves: [u8; 3],
}

#[derive(Debug, Clone, PartialEq, PartialOrd)]
enum Action {
    Wait,
    Move { piece: Piece, by: (i8, i8) },
    Swap(Piece, Piece),
    Many([Option<Rank>; 2], ()),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Key {
    major: u8,
    rank: Rank,
    name: &'static str,
    flags: (bool, char),
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy, Default)]
struct Unit;

#[derive(Debug, PartialEq, Clone)]
struct Holder<'a> {
    key: &'a Key,
    all: &'a [Rank],
    unit: Unit,
}

fn compare(a: &Action, b: &Action) {
    println!("{} {:?} {} {}", a == b, a.partial_cmp(b), a < b, a >= b);
}

fn main() {
    let piece = Piece::default();
    println!("{piece:?}");
    let mut other = piece.clone();
    other.moves[1] = 4;
    println!("{} {} {:?}", piece == other, piece < other, other.partial_cmp(&piece));
    other.at = Some(Position(0.0, f32::NAN));
    println!("{} {:?} {:?}", other == other.clone(), other.partial_cmp(&other), piece.partial_cmp(&other));
    other.at = Some(Position(-0.0, 1.0));
    println!("{}", other == Piece { at: Some(Position(0.0, 1.0)), ..other.clone() });
    let wait = Action::Wait;
    let step = Action::Move { piece: piece.clone(), by: (1, -1) };
    let jump = Action::Move { by: (1, 0), piece: piece.clone() };
    let swap = Action::Swap(piece.clone(), other.clone());
    let many = Action::Many([None, Some(Rank::High)], ());
    compare(&wait, &step);
    compare(&step, &jump);
    compare(&jump, &step);
    compare(&swap, &Action::Swap(piece, other));
    compare(&many, &Action::Many([Some(Rank::Low), None], ()));
    compare(&many, &swap);
    println!("{step:?}\n{many:?}");
    let mut keys = [
        Key { major: 2, rank: Rank::Low, name: "b", flags: (true, 'x') },
        Key { major: 1, rank: Rank::High, name: "a", flags: (false, 'x') },
        Key { major: 2, rank: Rank::Low, name: "ab", flags: (true, 'z') },
        Key { major: 2, rank: Rank::Low, name: "b", flags: (true, 'a') },
        Key { major: 1, rank: Rank::Middle, name: "z", flags: (true, '0') },
        Key { major: 2, rank: Rank::Low, name: "b", flags: (false, 'z') },
        Key::default(),
    ];
    keys.sort();
    for i in 0..keys.len() {
        println!("{:?}", keys[i]);
    }
    println!("{:?} {:?}", keys[1].cmp(&keys[2]), keys[0].max(keys[1]).min(keys[6]).name);
    println!("{:?}", Rank::High.clamp(Rank::Low, Rank::Middle));
    println!("{:?} {}", Unit.cmp(&Unit), Unit == Unit::default());
    let ranks = [Rank::High, Rank::Low];
    let holder = Holder { key: &keys[3], all: &ranks, unit: Unit };
    let same = Key { ..keys[3] };
    let copy = Holder { key: &same, ..holder.clone() };
    println!("{} {copy:?}", holder == copy);
    println!("{}", holder == Holder { all: &ranks[..1], ..copy });
    match Rank::Low.cmp(&Rank::High).then(Ordering::Greater).reverse() {
        Ordering::Greater => println!("greater"),
        order => println!("{order:?}"),
    }
}
