// Labels: values broken out of nested loops and blocks, `continue` outwards, breaks inside of expressions.
fn find(grid: &[[i32; 4]; 3], wanted: i32) -> Option<(usize, usize)> {
    let mut y = 0;
    'rows: loop {
        if y == grid.len() {
            break None;
        }
        let mut x = 0;
        loop {
            if x == 4 {
                y += 1;
                continue 'rows;
            }
            if grid[y][x] == wanted {
                break 'rows Some((y, x));
            }
            x += 1;
        }
    }
}

fn classify(n: u32) -> &'static str {
    'done: {
        if n == 0 {
            break 'done "zero";
        }
        let kind = 'parity: {
            if n > 1000 {
                break 'done "huge";
            }
            if n % 2 == 0 {
                break 'parity 0;
            }
            1
        };
        match kind {
            0 => break 'done "even",
            _ if n > 500 => {}
            _ => break 'done "odd",
        }
        "large and odd"
    }
}

fn collatz(start: u64, limit: u32) -> Result<u32, u64> {
    let mut n = start;
    let mut steps = 0;
    loop {
        n = match n {
            1 => break Ok(steps),
            _ if steps == limit => break Err(n),
            even if even % 2 == 0 => even / 2,
            odd => 3 * odd + 1,
        };
        steps += 1;
    }
}

fn main() {
    let grid = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]];
    println!("{:?} {:?} {:?}", find(&grid, 7), find(&grid, 12), find(&grid, 13));
    println!("{} {} {} {} {}", classify(0), classify(8), classify(9), classify(777), classify(7777));
    println!("{:?} {:?}", collatz(27, 200), collatz(27, 20));
    let mut log = 0u64;
    let sum = 'outer: loop {
        let mut total = 0;
        for a in 1..1000 {
            'inner: for b in 0..a {
                if (a + b) % 7 == 0 {
                    log = log * 10 + b;
                    continue 'inner;
                }
                if b == 5 {
                    break 'inner;
                }
                total += 'pick: {
                    if b % 2 == 0 {
                        break 'pick a;
                    }
                    if total > 60 {
                        break 'outer total * 1000 + a;
                    }
                    1
                };
            }
        }
    };
    println!("{sum} {log}");
    let mut i = 0;
    let mut out = [0; 5];
    'fill: while i < 5 {
        let value = loop {
            i += 1;
            if i % 2 == 1 {
                break i;
            }
            if i > 4 {
                break 'fill;
            }
        };
        out[i - 1] = value + 'b: { if i > 2 { break 'b 10 } else { 20 } };
    }
    println!("{out:?} {i}");
    // The same label again, inside and after.
    let mut trail = 0;
    'a: for x in 0..3 {
        'a: for y in 0..3 {
            if y == 1 {
                continue 'a;
            }
            if x == 2 {
                break 'a;
            }
            trail = trail * 10 + y + 1;
        }
        trail = trail * 10 + 9;
    }
    println!("{trail}");
    let n = 3 + loop {
        break 4 * loop {
            break 5;
        };
    };
    println!("{n}");
    let unit = 'u: {
        if n > 10 {
            break 'u;
        }
        println!("not reached");
    };
    println!("{unit:?}");
}
