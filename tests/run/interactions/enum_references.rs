// Enums behind references: binding modes, reference patterns, several layers of both.
#[derive(Debug)]
enum Tree<'a> {
    Leaf(i32),
    Pair(&'a Tree<'a>, &'a Tree<'a>),
    Named { name: &'a str, inner: Option<&'a Tree<'a>> },
}

use Tree::*;

fn sum(tree: &Tree) -> i32 {
    match tree {
        Leaf(n) => *n,
        Pair(Leaf(a), Leaf(b)) => a + b,
        &Pair(&Leaf(a), right) if a < 0 => a - sum(right),
        Pair(left, right) => sum(left) + sum(right),
        Named { inner: Some(inner), .. } => sum(inner),
        &Named { name, inner: None } => name.len() as i32,
    }
}

fn first_name<'a>(tree: &'a Tree<'a>) -> Option<&'a str> {
    match *tree {
        Leaf(_) => None,
        Pair(left, right) => first_name(left).or(first_name(right)),
        Named { name: "", inner } => match inner {
            Some(inner) => first_name(inner),
            None => None,
        },
        Named { name, .. } => Some(name),
    }
}

#[derive(Debug, Clone, Copy)]
enum Cell {
    Empty,
    Count(u8),
    Pair([i16; 2]),
}

fn bump(cell: &mut Cell) -> &mut Cell {
    match cell {
        Cell::Empty => *cell = Cell::Count(1),
        Cell::Count(n @ 0..=2) => *n += 1,
        Cell::Count(n) => *cell = Cell::Pair([*n as i16, 0]),
        Cell::Pair([a, b]) => {
            std::mem::swap(a, b);
            *b -= 1;
        }
    }
    cell
}

fn layers(value: &&Option<&i32>) -> i32 {
    match value {
        Some(n) => **n,
        None => -1,
    }
}

fn explicit(value: &&Option<&i32>) -> i32 {
    match value {
        &&Some(&n) => n,
        &&None => -2,
    }
}

fn main() {
    let (one, two) = (Leaf(1), Leaf(2));
    let pair = Pair(&one, &two);
    let named = Named { name: "seven", inner: Some(&pair) };
    let bare = Named { name: "bare", inner: None };
    let anonymous = Named { name: "", inner: Some(&named) };
    let root = Pair(&anonymous, &bare);
    println!("{} {} {} {} {}", sum(&one), sum(&pair), sum(&named), sum(&bare), sum(&root));
    println!("{:?} {:?} {:?}", first_name(&pair), first_name(&bare), first_name(&root));
    println!("{named:?}");
    let mut cells = [Cell::Empty; 3];
    for i in 0..7 {
        let cell = bump(&mut cells[i % 2]);
        println!("{i} {cell:?}");
        if let Cell::Pair([a, _]) = cell {
            *a += 100;
        }
    }
    println!("{cells:?}");
    println!("{} {}", layers(&&Some(&5)), layers(&&None));
    println!("{} {}", explicit(&&Some(&6)), explicit(&&None));
    let mut slot = Some(Some(3));
    if let Some(inner) = &mut slot {
        if let Some(n) = inner {
            *n *= 2;
        }
        *inner = inner.xor(None);
    }
    println!("{slot:?}");
    let Some(ref mut inner) = slot else { return };
    let old = inner.replace(40);
    println!("{old:?} {inner:?}");
    if let Some(Some(n)) = slot.as_mut() {
        *n += 2;
    }
    println!("{slot:?}");
}
