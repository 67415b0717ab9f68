// Method look-up: autoref, autoderef, unsizing, traits of the library.
use std::fmt;
use std::ops::{Add, AddAssign, Index, IndexMut, Mul, Neg, Not};

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
struct V {
    x: f64,
    y: f64,
}

impl V {
    const ZERO: Self = Self { x: 0.0, y: 0.0 };

    fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
    fn length(&self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }
    fn scale(&mut self, by: f64) -> &mut Self {
        self.x *= by;
        self.y *= by;
        self
    }
    fn into_pair(self) -> (f64, f64) {
        (self.x, self.y)
    }
}

impl Add for V {
    type Output = V;
    fn add(self, o: V) -> V {
        V::new(self.x + o.x, self.y + o.y)
    }
}
impl Mul<f64> for V {
    type Output = V;
    fn mul(self, by: f64) -> V {
        V { x: self.x * by, ..self }
    }
}
impl Neg for V {
    type Output = Self;
    fn neg(self) -> Self {
        V { x: -self.x, y: -self.y }
    }
}
impl Not for V {
    type Output = bool;
    fn not(self) -> bool {
        self == V::ZERO
    }
}
impl AddAssign for V {
    fn add_assign(&mut self, o: V) {
        *self = *self + o;
    }
}
impl fmt::Display for V {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({:.1}, {:.1})", self.x, self.y)
    }
}
impl From<(f64, f64)> for V {
    fn from((x, y): (f64, f64)) -> V {
        V { x, y }
    }
}

struct Grid {
    cells: [i32; 4],
}
impl Index<(usize, usize)> for Grid {
    type Output = i32;
    fn index(&self, (r, c): (usize, usize)) -> &i32 {
        &self.cells[r * 2 + c]
    }
}
impl IndexMut<(usize, usize)> for Grid {
    fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut i32 {
        &mut self.cells[r * 2 + c]
    }
}

fn main() {
    let mut v = V::new(3.0, 4.0);
    v.scale(2.0).scale(0.5);
    let r = &mut v;
    r.scale(1.0);
    println!("{} {v} {:?}", r.length(), V::default());
    v += -v * 2.0 + V::from((1.0, 1.0));
    let w: V = (1.0, 2.0).into();
    println!("{} {} {:?}", !w, v == w, v.partial_cmp(&w));
    let (a, _) = w.into_pair();
    let mut grid = Grid { cells: [0; 4] };
    grid[(1, 1)] += 5;
    grid[(0, 1)] = grid[(1, 1)] + a as i32;
    println!("{}", grid[(0, 1)]);
    let array = [3, 1, 2];
    println!("{:?} {:?}", array.first(), (&array).get(7));
    println!("{}", 5.min(3) + i32::max(1, 2));
    println!("{}", Clone::clone(&w) == <V as Clone>::clone(&w));
}
