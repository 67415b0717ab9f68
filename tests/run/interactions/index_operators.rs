// `Index` and `IndexMut` of one's own: by enums, tuples and ranges, nested, in compound assignment and by reference.
use std::ops::{Index, IndexMut, Range};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Axis {
    X,
    Y,
    Z,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Vector {
    x: f32,
    y: f32,
    z: f32,
}

impl Index<Axis> for Vector {
    type Output = f32;
    fn index(&self, axis: Axis) -> &f32 {
        match axis {
            Axis::X => &self.x,
            Axis::Y => &self.y,
            Axis::Z => &self.z,
        }
    }
}

impl IndexMut<Axis> for Vector {
    fn index_mut(&mut self, axis: Axis) -> &mut f32 {
        match axis {
            Axis::X => &mut self.x,
            Axis::Y => &mut self.y,
            Axis::Z => &mut self.z,
        }
    }
}

struct Matrix {
    cells: [i64; 12],
    columns: usize,
}

impl Index<(usize, usize)> for Matrix {
    type Output = i64;
    fn index(&self, (row, column): (usize, usize)) -> &i64 {
        assert!(column < self.columns, "column {column} of {}", self.columns);
        &self.cells[row * self.columns + column]
    }
}

impl IndexMut<(usize, usize)> for Matrix {
    fn index_mut(&mut self, (row, column): (usize, usize)) -> &mut i64 {
        &mut self.cells[row * self.columns + column]
    }
}

impl Index<usize> for Matrix {
    type Output = [i64];
    fn index(&self, row: usize) -> &[i64] {
        &self.cells[row * self.columns..(row + 1) * self.columns]
    }
}

impl IndexMut<usize> for Matrix {
    fn index_mut(&mut self, row: usize) -> &mut [i64] {
        let start = row * self.columns;
        &mut self.cells[start..start + self.columns]
    }
}

struct Text<'a>(&'a str);

impl Index<Range<usize>> for Text<'_> {
    type Output = str;
    fn index(&self, range: Range<usize>) -> &str {
        &self.0[range.start..range.end.min(self.0.len())]
    }
}

impl Index<char> for Text<'_> {
    type Output = u8;
    fn index(&self, c: char) -> &u8 {
        let bytes = self.0.as_bytes();
        for i in 0..bytes.len() {
            if bytes[i] == c as u8 {
                return &bytes[i];
            }
        }
        &0
    }
}

/// Goes round at both ends.
struct Ring([Vector; 3]);

impl Index<i32> for Ring {
    type Output = Vector;
    fn index(&self, i: i32) -> &Vector {
        &self.0[i.rem_euclid(3) as usize]
    }
}

impl IndexMut<i32> for Ring {
    fn index_mut(&mut self, i: i32) -> &mut Vector {
        &mut self.0[i.rem_euclid(3) as usize]
    }
}

fn twice(n: &mut i64) {
    *n *= 2;
}

fn main() {
    let mut v = Vector { x: 1.0, y: 2.0, z: 3.0 };
    v[Axis::Y] += v[Axis::Z] * 2.0;
    v[Axis::Z] = v[Axis::X];
    println!("{v:?} {}", v[Axis::X] == v[Axis::Z]);
    let mut m = Matrix { cells: [0; 12], columns: 4 };
    for row in 0..3 {
        for column in 0..4 {
            m[(row, column)] = (row * 10 + column) as i64;
        }
    }
    m[(1, 2)] -= m[(2, 1)];
    m[2][3] <<= 3;
    twice(&mut m[(0, 1)]);
    twice(&mut m[1][0]);
    m[0].swap(0, 3);
    println!("{:?} {:?} {:?}", &m[0], &m[1], &m[2]);
    let total = m[0][1] + m[(1, 1)] * m[2][..2][1] - m[0].len() as i64;
    println!("{total}");
    let row = &mut m[1];
    row[0] = -1;
    row.reverse();
    println!("{row:?}");
    println!("{:?}", m[(1, 3)]);
    let text = Text("indexed text");
    println!("{} {} {}", &text[2..5], &text[8..100], text[3..6].len());
    println!("{} {}", text['x'], text['q']);
    let mut ring = Ring([v; 3]);
    ring[-1][Axis::X] = 50.0;
    ring[4].y = 60.0;
    ring[0] = Vector { z: -1.0, ..ring[5] };
    println!("{:?}", ring.0);
    let axes = [Axis::X, Axis::Y, Axis::Z];
    let mut sum = 0.0;
    for i in 0..6 {
        sum += ring[i][axes[i as usize / 2]];
    }
    println!("{sum}");
    let Vector { x, .. } = ring[-3];
    let reference = &ring[1][Axis::Y];
    println!("{x} {reference}");
    println!("{}", m[(0, 4)]);
}
