// Matches that do not cover everything.
enum Light {
    Red,
    Amber,
    Green,
}

fn main() {
    let light = Light::Red;
    match light { //~ ERROR E0004
        Light::Red => {}
    }
    match 5u8 { //~ ERROR E0004
        0..=99 => {}
        101.. => {}
    }
    match (true, Some(1)) { //~ ERROR E0004
        (true, _) => {}
        (_, None) => {}
    }
    let Some(_) = Some(1); //~ ERROR E0005
    match [1, 2] { //~ ERROR E0004
        [0, _] => {}
    }
}
