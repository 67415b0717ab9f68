// The order of evaluation in assignments: plain, compound, indexed, through references, with overloaded operators.
use std::ops::{AddAssign, Index, IndexMut, ShlAssign};

fn say(text: &str, n: usize) -> usize {
    print!("{text} ");
    n
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct Money(i64);

impl AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        print!("add ");
        self.0 += other.0;
    }
}

impl ShlAssign<u32> for Money {
    fn shl_assign(&mut self, by: u32) {
        print!("shift ");
        self.0 <<= by;
    }
}

fn money(text: &str, n: i64) -> Money {
    print!("{text} ");
    Money(n)
}

struct Table {
    cells: [Money; 4],
    reads: u32,
}

impl Index<usize> for Table {
    type Output = Money;
    fn index(&self, i: usize) -> &Money {
        print!("read[{i}] ");
        &self.cells[i]
    }
}

impl IndexMut<usize> for Table {
    fn index_mut(&mut self, i: usize) -> &mut Money {
        print!("write[{i}] ");
        self.reads += 1;
        &mut self.cells[i]
    }
}

fn place<'a>(text: &str, target: &'a mut i32) -> &'a mut i32 {
    print!("{text} ");
    target
}

fn main() {
    let mut v = [1usize, 2, 3, 4];
    v[say("index", 0)] = say("value", 50);
    println!("{v:?}");
    v[say("index", 1)] += say("value", 5);
    println!("{v:?}");
    v[say("outer", say("inner", 2))] -= say("value", 1);
    println!("{v:?}");
    let mut i = 0;
    v[i] = {
        i = 3;
        i * 10
    };
    println!("{v:?} {i}");
    i = 0;
    v[i] += {
        i += 2;
        v[i]
    };
    println!("{v:?} {i}");
    let mut n = 7;
    n += {
        n *= 2;
        n
    };
    println!("{n}");
    n = n + {
        n = 1;
        n
    };
    println!("{n}");
    let mut m = Money(1);
    m += money("right", 5);
    m <<= 2;
    println!("{m:?}");
    let mut table = Table { cells: [Money(0); 4], reads: 0 };
    table[say("i", 1)] = money("m", 3);
    println!();
    table[say("i", 2)] += money("m", 4);
    println!();
    table[say("i", 1)].0 += say("v", 9) as i64;
    println!();
    table[say("i", 3)] = table[say("j", 1)];
    println!();
    println!("{:?} {}", table.cells, table.reads);
    let (mut a, mut b) = (1, 2);
    *place("left", &mut a) = *place("right", &mut b) + 10;
    println!("{a} {b}");
    *place("left", &mut a) *= *place("right", &mut b);
    println!("{a} {b}");
    let mut grid = [[0; 3]; 3];
    grid[say("row", 1)][say("column", 2)] = say("value", 5);
    grid[say("row", 1)][say("column", 2)] <<= say("by", 2);
    println!("{grid:?}");
    let mut pair = (1, [10, 20]);
    pair.1[pair.0] += pair.0;
    pair.0 += pair.1[pair.0];
    println!("{pair:?}");
    let unit = v[0] = 9;
    println!("{unit:?} {}", v[0]);
    let mut x;
    let done = {
        x = 5;
        x += 1;
        x > 5
    };
    println!("{x} {done}");
}
