// Floats in registers: how many points of a grid stay in the Mandelbrot set.
const SIZE: i32 = 300;
const LIMIT: u32 = 100;

fn escapes(cx: f64, cy: f64) -> bool {
    let (mut x, mut y) = (0.0, 0.0);
    for _ in 0..LIMIT {
        let (x2, y2) = (x * x, y * y);
        if x2 + y2 > 4.0 {
            return true;
        }
        y = 2.0 * x * y + cy;
        x = x2 - y2 + cx;
    }
    false
}

fn main() {
    let mut inside = 0;
    for row in 0..SIZE {
        for column in 0..SIZE {
            let cx = column as f64 * 3.0 / SIZE as f64 - 2.0;
            let cy = row as f64 * 2.0 / SIZE as f64 - 1.0;
            if !escapes(cx, cy) {
                inside += 1;
            }
        }
    }
    println!("{inside}");
}
