// Associated constants and constant functions as lengths of arrays, in types, repeats, patterns and ranges.
struct Grid {
    cells: [[u8; Grid::WIDTH]; Grid::HEIGHT],
    row_sums: [u32; Self::HEIGHT],
}

impl Grid {
    const WIDTH: usize = 5;
    const HEIGHT: usize = Self::WIDTH - 2;
    const AREA: usize = Self::WIDTH * Self::HEIGHT;
    const EMPTY: Grid = Grid { cells: [[0; Self::WIDTH]; Self::HEIGHT], row_sums: [0; Grid::HEIGHT] };
    const BORDER: [(usize, usize); 4] =
        [(0, 0), (0, Self::WIDTH - 1), (Self::HEIGHT - 1, 0), (Self::HEIGHT - 1, Self::WIDTH - 1)];

    fn flat(&self) -> [u8; Self::AREA] {
        let mut flat = [0; Self::AREA];
        for i in 0..Self::AREA {
            flat[i] = self.cells[i / Self::WIDTH][i % Self::WIDTH];
        }
        flat
    }

    const fn index(row: usize, column: usize) -> usize {
        row * Self::WIDTH + column
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Suit {
    Clubs,
    Hearts,
    Spades,
}

impl Suit {
    const ALL: [Suit; Self::COUNT] = [Suit::Clubs, Suit::Hearts, Suit::Spades];
    const COUNT: usize = Suit::Spades as usize + 1;
    const NAMES: [&'static str; Self::COUNT] = ["clubs", "hearts", "spades"];

    fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

const fn fibonacci(n: usize) -> usize {
    let (mut a, mut b) = (0, 1);
    let mut i = 0;
    while i < n {
        (a, b) = (b, a + b);
        i += 1;
    }
    a
}

const fn digits(mut n: u64) -> usize {
    if n == 0 {
        return 1;
    }
    let mut count = 0;
    while n > 0 {
        n /= 10;
        count += 1;
    }
    count
}

const fn squares() -> [u32; fibonacci(7)] {
    let mut result = [0; fibonacci(7)];
    let mut i = 0;
    while i < result.len() {
        result[i] = (i * i) as u32;
        i += 1;
    }
    result
}

const SQUARES: [u32; fibonacci(7)] = squares();
const LENGTH: usize = SQUARES[3] as usize + Suit::NAMES.len();
static BUFFER: [u8; digits(u64::MAX)] = [b'.'; digits(u64::MAX)];

mod sizes {
    pub const SMALL: usize = 2;

    pub struct Sized2;

    impl Sized2 {
        pub const N: usize = SMALL + 1;
    }
}

fn main() {
    let mut grid = Grid::EMPTY;
    for i in 0..Grid::BORDER.len() {
        let (row, column) = Grid::BORDER[i];
        grid.cells[row][column] = i as u8 + 1;
    }
    for row in 0..Grid::HEIGHT {
        for column in 0..Grid::WIDTH {
            grid.row_sums[row] += grid.cells[row][column] as u32;
        }
    }
    let flat = grid.flat();
    println!("{flat:?} {} {:?}", flat[Grid::index(2, 4)], grid.row_sums);
    println!("{} {}", Grid::EMPTY.flat().len(), std::mem::size_of::<Grid>());
    for i in 0..Suit::COUNT {
        print!("{:?} is {}, ", Suit::ALL[i], Suit::ALL[i].name());
    }
    println!();
    println!("{} {:?}", SQUARES.len(), SQUARES);
    println!("{LENGTH} {}", BUFFER.len());
    let array = [[1u16; sizes::Sized2::N]; sizes::SMALL];
    println!("{array:?} {}", std::mem::size_of_val(&array));
    const LOCAL: usize = LENGTH - 2 * sizes::Sized2::N;
    let [first, .., last]: [usize; LOCAL + 2] = [LOCAL; LOCAL + 2];
    println!("{first} {last}");
    for n in Grid::HEIGHT..Grid::AREA {
        if n % Grid::WIDTH == Suit::COUNT {
            print!("{n} ");
        }
    }
    println!();
    match flat.len() {
        Grid::AREA => println!("area"),
        Grid::WIDTH..Grid::AREA => println!("less"),
        _ => println!("other"),
    }
    println!("{:?}", <Suit>::ALL[<Grid>::HEIGHT - 2]);
}
