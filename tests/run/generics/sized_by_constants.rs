//! Constant parameters with `Default`, iterators, conversions and associated constants.

use std::array;
use std::fmt::Debug;
use std::ops::{Add, Mul};

#[derive(Debug, Clone, Copy, PartialEq)]
struct Grid<T, const W: usize, const H: usize>([[T; W]; H]);

impl<T: Default + Copy, const W: usize, const H: usize> Default for Grid<T, W, H> {
    fn default() -> Self {
        Grid([[T::default(); W]; H])
    }
}

impl<T, const W: usize, const H: usize> Grid<T, W, H> {
    const CELLS: usize = W * H;
    const SQUARE: bool = W == H;

    fn build(mut f: impl FnMut(usize, usize) -> T) -> Self {
        Grid(array::from_fn(|y| array::from_fn(|x| f(x, y))))
    }
    fn iter(&self) -> impl Iterator<Item = (usize, usize, &T)> {
        self.0.iter().enumerate().flat_map(|(y, row)| row.iter().enumerate().map(move |(x, t)| (x, y, t)))
    }
    fn column(&self, x: usize) -> [&T; H] {
        self.0.each_ref().map(|row| &row[x])
    }
    fn transpose(&self) -> Grid<T, H, W>
    where
        T: Clone,
    {
        Grid::build(|x, y| self.0[x][y].clone())
    }
}

impl<T, const W: usize, const H: usize, const K: usize> Mul<&Grid<T, K, W>> for &Grid<T, W, H>
where
    T: Copy + Default + Add<Output = T> + Mul<Output = T>,
{
    type Output = Grid<T, K, H>;
    fn mul(self, other: &Grid<T, K, W>) -> Grid<T, K, H> {
        Grid::build(|x, y| (0..W).fold(T::default(), |sum, i| sum + self.0[y][i] * other.0[i][x]))
    }
}

impl<T, const W: usize, const H: usize> IntoIterator for Grid<T, W, H> {
    type Item = [T; W];
    type IntoIter = array::IntoIter<[T; W], H>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T: Copy, const H: usize> From<[T; H]> for Grid<T, 1, H> {
    fn from(column: [T; H]) -> Self {
        Grid(column.map(|t| [t]))
    }
}

impl<T: Debug, const W: usize, const H: usize> TryFrom<Vec<T>> for Grid<T, W, H> {
    type Error = String;
    fn try_from(items: Vec<T>) -> Result<Self, String> {
        if items.len() != Self::CELLS {
            return Err(format!("{} of {} cells", items.len(), Self::CELLS));
        }
        let mut items = items.into_iter();
        let mut rows = Vec::with_capacity(H);
        for _ in 0..H {
            let row: Vec<T> = items.by_ref().take(W).collect();
            rows.push(<[T; W]>::try_from(row).map_err(|v| format!("{v:?}"))?);
        }
        rows.try_into().map(Grid).map_err(|v: Vec<[T; W]>| format!("{v:?}"))
    }
}

struct Stack<T, const N: usize> {
    items: [Option<T>; N],
    len: usize,
}

impl<T, const N: usize> Default for Stack<T, N> {
    fn default() -> Self {
        Stack { items: std::array::from_fn(|_| None), len: 0 }
    }
}

impl<T, const N: usize> Stack<T, N> {
    fn push(&mut self, item: T) -> Result<usize, T> {
        match self.items.get_mut(self.len) {
            Some(place) => {
                *place = Some(item);
                self.len += 1;
                Ok(N - self.len)
            }
            None => Err(item),
        }
    }
}

impl<T, const N: usize> Iterator for Stack<T, N> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.len = self.len.checked_sub(1)?;
        self.items[self.len].take()
    }
}

fn sum_chunks<const N: usize>(items: &[u32]) -> Vec<u32> {
    let (mut sums, mut rest) = (Vec::new(), items);
    while let Some((chunk, tail)) = rest.split_first_chunk::<N>() {
        sums.push(chunk.iter().sum());
        rest = tail;
    }
    sums.extend(rest.iter().copied().reduce(|a, b| a * b));
    sums
}

fn main() {
    let a = Grid::<i32, 3, 2>::build(|x, y| (x + 10 * y) as i32);
    println!("{a:?} {} {}", Grid::<i32, 3, 2>::CELLS, Grid::<u8, 4, 4>::SQUARE);
    let t = a.transpose();
    println!("{:?} {:?}", t, t.transpose() == a);
    println!("{:?} {:?}", &a * &t, &t * &a);
    println!("{:?}", &a * &Grid::from([1, 0, 2]));
    println!("{:?} {:?}", a.column(2), t.column(1));
    println!("{:?}", Grid::<(u8, char), 2, 1>::default());
    println!("{:?}", a.iter().filter(|(x, y, _)| x != y).map(|(.., v)| v).collect::<Vec<_>>());
    for [first, rest @ ..] in a {
        println!("{first} and {rest:?}");
    }
    println!("{:?}", Grid::<_, 2, 2>::try_from(vec!["a", "b", "c", "d"]));
    println!("{:?}", Grid::<_, 2, 2>::try_from(vec![Some(1); 3]));
    let mut stack = Stack::<String, 2>::default();
    println!("{:?} {:?} {:?}", stack.push("one".into()), stack.push("two".into()), stack.push("three".into()));
    println!("{:?} {:?}", stack.by_ref().collect::<Vec<_>>().concat(), stack.push("four".into()));
    let numbers: Vec<u32> = (1..=11).collect();
    println!("{:?} {:?} {:?}", sum_chunks::<4>(&numbers), sum_chunks::<1>(&numbers[..3]), sum_chunks::<12>(&numbers[..4]));
    let [x, y] = [Grid([[1u8; 0]; 3]).0.len(), Grid::<u64, 0, 9>::CELLS];
    println!("{x} {y}");
}
