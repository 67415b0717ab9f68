// The Mandelbrot set in letters: the same few floating-point
// operations, many thousand times. On which engine is the distance
// to the fastest the greatest, and why here more than elsewhere?

const WIDTH: i32 = 72;
const HEIGHT: i32 = 28;
const MOST: u32 = 200;

/// How many steps until the point runs away; `MOST` if it never seems to.
fn escape_time(real: f64, imaginary: f64) -> u32 {
    let mut x = 0.0;
    let mut y = 0.0;
    let mut step = 0;
    while step < MOST && x * x + y * y <= 4.0 {
        let next = x * x - y * y + real;
        y = 2.0 * x * y + imaginary;
        x = next;
        step += 1;
    }
    step
}

fn main() {
    for row in 0..HEIGHT {
        for column in 0..WIDTH {
            let real = column as f64 / WIDTH as f64 * 3.0 - 2.1;
            let imaginary = row as f64 / HEIGHT as f64 * 2.4 - 1.2;
            let shade = match escape_time(real, imaginary) {
                MOST => '#',
                20.. => '+',
                8..20 => '-',
                4..8 => '.',
                _ => ' ',
            };
            print!("{shade}");
        }
        println!();
    }
}
