// Constants and statics, their expressions, and their use in types and patterns.
const LIMIT: usize = 4;
const SQUARE: usize = LIMIT * LIMIT;
const NAMES: [&str; 3] = ["a", "b", "c"];
const MASK: u32 = !0 >> (32 - LIMIT);
const ORIGIN: (i32, i32) = (0, 0);
const NEGATIVE: i32 = -7 % 4;
const PI_ISH: f64 = 22.0 / 7.0;
const LETTER: char = 'q';
const ON: bool = LIMIT > 3 && true;
static GREETING: &str = "hello";
static TABLE: [u8; SQUARE] = [7; SQUARE];

const fn double(n: usize) -> usize {
    n * 2
}

const DOUBLED: usize = double(LIMIT) + 1;

struct Circle;

impl Circle {
    const SIDES: u32 = 0;
    const NAME: &'static str = "circle";
}

mod settings {
    pub const DEPTH: u8 = 3;
    pub static NAME: &str = "settings";
    pub mod inner {
        pub const DEEPER: u8 = super::DEPTH + 1;
    }
}

fn main() {
    let grid = [[0; LIMIT]; DOUBLED];
    println!("{LIMIT} {SQUARE} {MASK:b} {NEGATIVE} {PI_ISH:.4} {LETTER} {ON}");
    println!("{:?} {} {}", NAMES, GREETING, TABLE[15]);
    println!("{} {}", grid.len(), grid[0].len());
    println!("{} {}", Circle::SIDES, Circle::NAME);
    println!("{} {} {}", settings::DEPTH, settings::inner::DEEPER, settings::NAME);
    match (0, 0) {
        ORIGIN => println!("origin"),
        _ => println!("elsewhere"),
    }
    match 4 {
        LIMIT => println!("limit"),
        _ => println!("other"),
    }
    const LOCAL: i32 = 3 + LIMIT as i32;
    println!("{LOCAL}");
    println!("{}", std::f64::consts::PI);
}
