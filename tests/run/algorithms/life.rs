// The game of life on a torus: two grids that take turns.
const WIDTH: usize = 10;
const HEIGHT: usize = 7;

type Grid = [[bool; WIDTH]; HEIGHT];

fn parse(picture: [&str; HEIGHT]) -> Grid {
    let mut grid = [[false; WIDTH]; HEIGHT];
    for y in 0..HEIGHT {
        let row = picture[y].as_bytes();
        for x in 0..WIDTH {
            grid[y][x] = row[x] == b'#';
        }
    }
    grid
}

fn neighbours(grid: &Grid, x: usize, y: usize) -> u8 {
    let mut count = 0;
    for dy in 0..3 {
        for dx in 0..3 {
            if dx == 1 && dy == 1 {
                continue;
            }
            let row = (y + HEIGHT + dy - 1) % HEIGHT;
            let column = (x + WIDTH + dx - 1) % WIDTH;
            count += grid[row][column] as u8;
        }
    }
    count
}

fn step(from: &Grid, to: &mut Grid) {
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            to[y][x] = matches!((from[y][x], neighbours(from, x, y)), (true, 2 | 3) | (false, 3));
        }
    }
}

fn show(grid: &Grid) -> u32 {
    let mut alive = 0;
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            if grid[y][x] {
                alive += 1;
            }
            print!("{}", if grid[y][x] { "#" } else { "." });
        }
        println!();
    }
    alive
}

fn main() {
    let start =
        parse([".#........", "..#.......", "###.......", "..........", "......###.", "..........", ".........."]);
    let mut now = start;
    let mut next = [[false; WIDTH]; HEIGHT];
    for generation in 0..9 {
        if generation % 4 == 0 {
            let alive = show(&now);
            println!("generation {generation}: {alive} alive");
        }
        step(&now, &mut next);
        (now, next) = (next, now);
    }
    println!("{}", now == start);
}
