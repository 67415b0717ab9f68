// Patterns.
const LIMIT: i32 = 3;
static GLOBAL: i32 = 1;
struct Tuple(i32);

fn main() {
    let [a, b] = [1, 2, 3]; //~ ERROR E0527
    let [a, b, c, d, ..] = [1, 2, 3]; //~ ERROR E0528
    let [a] = 1; //~ ERROR E0529
    match 1 {
        5..=1 => {} //~ ERROR E0030
        5..5 => {} //~ ERROR E0579
        _ => {}
    }
    match "a" {
        "a"..="b" => {} //~ ERROR E0029
        _ => {}
    }
    let Tuple = 1; //~ ERROR E0530
    let GLOBAL = 1; //~ ERROR E0530
    match (1, 2) {
        (x, 1) | (1, y) => {} //~ ERROR E0408 E0408
        _ => {}
    }
    match 1 {
        main(_) => {} //~ ERROR E0532
        absent(_) => {} //~ ERROR E0531
        _ => {}
    }
    let &x = 1; //~ ERROR E0308
    match &Some(1) {
        Some(ref x) => {} //~ ERROR binding_mode
        Some(mut x) => {} //~ ERROR binding_mode
        None => {}
    }
}
