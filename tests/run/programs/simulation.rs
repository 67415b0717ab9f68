use std::collections::HashMap;
use std::fmt::{self, Write};

struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
    fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
    fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        if items.is_empty() { None } else { Some(&items[self.below(items.len())]) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Suit {
    Clubs = 1,
    Hearts = 5,
    Spades,
}

impl Suit {
    const ALL: [Suit; 3] = [Self::Clubs, Self::Hearts, Self::Spades];
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Card {
    rank: u8,
    suit: Suit,
}

impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rank = match self.rank {
            n @ 2..=10 => n.to_string(),
            11 => "J".into(),
            12 => "Q".into(),
            13 => "K".into(),
            _ => "A".into(),
        };
        write!(f, "{rank}{}", format!("{:?}", self.suit).chars().next().unwrap().to_ascii_lowercase())
    }
}

struct Robot {
    pos: (i32, i32),
    dir: usize,
    trail: Vec<(i32, i32)>,
}

impl Robot {
    const DIRS: [(i32, i32); 4] = [(0, -1), (1, 0), (0, 1), (-1, 0)];

    fn run(&mut self, program: &str) -> Result<usize, String> {
        let mut steps = 0;
        let mut repeat = 0;
        for (i, c) in program.char_indices() {
            match c {
                'L' => self.dir = (self.dir + 3) % 4,
                'R' => self.dir = (self.dir + 1) % 4,
                d if d.is_ascii_digit() => {
                    repeat = repeat * 10 + d.to_digit(10).unwrap();
                    continue;
                }
                'F' => {
                    for _ in 0..repeat.max(1) {
                        let (dx, dy) = Self::DIRS[self.dir];
                        self.pos.0 += dx;
                        self.pos.1 += dy;
                        self.trail.push(self.pos);
                        steps += 1;
                    }
                }
                other => return Err(format!("step {i}: what is {other:?}?")),
            }
            repeat = 0;
        }
        Ok(steps)
    }

    fn draw(&self) -> String {
        let xs = || self.trail.iter().map(|p| p.0);
        let (x0, x1) = (xs().min().unwrap_or(0), xs().max().unwrap_or(0));
        let (mut y0, mut y1) = (0, 0);
        for &(_, y) in &self.trail {
            y0 = y0.min(y);
            y1 = y1.max(y);
        }
        let mut out = String::new();
        for y in y0..=y1 {
            for x in x0..=x1 {
                let c = match self.trail.iter().rposition(|&p| p == (x, y)) {
                    Some(i) => char::from(b'a' + (i % 26) as u8),
                    None if (x, y) == (0, 0) => '@',
                    None => '.',
                };
                out.push(c);
            }
            writeln!(out).unwrap();
        }
        out
    }
}

struct Queue<T> {
    front: Vec<T>,
    back: Vec<T>,
}

impl<T> Queue<T> {
    fn new() -> Self {
        Queue { front: vec![], back: vec![] }
    }
    fn push(&mut self, x: T) {
        self.back.push(x);
    }
    fn pop(&mut self) -> Option<T> {
        if self.front.is_empty() {
            std::mem::swap(&mut self.front, &mut self.back);
            self.front.reverse();
        }
        self.front.pop()
    }
    fn len(&self) -> usize {
        self.front.len() + self.back.len()
    }
}

fn bfs(maze: &[&str]) -> Option<u32> {
    let grid: Vec<Vec<char>> = maze.iter().map(|row| row.chars().collect()).collect();
    let find = |wanted| {
        grid.iter().enumerate().find_map(|(y, row)| row.iter().position(|&c| c == wanted).map(|x| (x, y)))
    };
    let (start, goal) = (find('S')?, find('G')?);
    let mut seen = vec![vec![false; grid[0].len()]; grid.len()];
    let mut queue = Queue::new();
    queue.push((start, 0));
    while let Some(((x, y), steps)) = queue.pop() {
        if (x, y) == goal {
            return Some(steps);
        }
        if std::mem::replace(&mut seen[y][x], true) {
            continue;
        }
        for (dx, dy) in Robot::DIRS {
            let (Ok(nx), Ok(ny)) = (usize::try_from(x as i32 + dx), usize::try_from(y as i32 + dy)) else { continue };
            if let Some('.' | 'G') = grid.get(ny).and_then(|r| r.get(nx)) {
                queue.push(((nx, ny), steps + 1));
            }
        }
    }
    None
}

fn main() {
    let mut rng = Rng(0x2545_F491_4F6C_DD1D);
    let mut deck: Vec<Card> =
        Suit::ALL.into_iter().flat_map(|suit| (9..=14).map(move |rank| Card { rank, suit })).collect();
    rng.shuffle(&mut deck);
    let hands: Vec<Vec<Card>> = deck.chunks_exact(5).map(|hand| {
        let mut hand = hand.to_vec();
        hand.sort();
        hand
    }).collect();
    for (i, hand) in hands.iter().enumerate() {
        let mut by_suit: HashMap<Suit, u32> = HashMap::new();
        hand.iter().for_each(|c| *by_suit.entry(c.suit).or_default() += u32::from(c.rank));
        let best = by_suit.iter().max_by_key(|&(s, n)| (*n, *s)).map(|(s, n)| (*s as i32, *n));
        println!("{i} {hand:?} {best:?}");
    }
    println!("{:?} {:?}", rng.pick(&deck), rng.pick::<u8>(&[]));
    let mut robot = Robot { pos: (0, 0), dir: 1, trail: vec![] };
    println!("{:?} {:?}", robot.run("3FR2FRFL2F"), robot.run("2FX"));
    print!("{}", robot.draw());
    let maze = ["S.#....", ".#..##.", "...#...", "##...#G"];
    println!("{:?} {:?}", bfs(&maze), bfs(&["S#G"]));
    let mut q = Queue::new();
    (1..=3).for_each(|n| q.push(n));
    let first = q.pop();
    q.push(4);
    println!("{first:?} {} {:?}", q.len(), std::iter::from_fn(|| q.pop()).collect::<Vec<_>>());
    let mut table = String::new();
    let rolls = (0..600).fold([0u32; 6], |mut acc, _| {
        acc[rng.below(6)] += 1;
        acc
    });
    for (face, n) in (1..).zip(rolls) {
        write!(table, "{face}:{} ", if (60..140).contains(&n) { "fair" } else { "odd" }).expect("fits");
    }
    println!("{}{}", table.trim_end(), rolls.iter().sum::<u32>());
}
