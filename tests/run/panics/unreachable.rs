fn quadrant(x: i32, y: i32) -> u8 {
    match (x > 0, y > 0) {
        (true, true) => 1,
        (false, true) => 2,
        (false, false) => unreachable!("x = {x}, y = {y}"),
        (true, false) => todo!(),
    }
}

fn main() {
    println!("{} {}", quadrant(1, 1), quadrant(-1, 1));
    quadrant(-1, -1);
}
