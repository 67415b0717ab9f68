// E0308 and its kin.
struct Point {
    x: i32,
}

fn number() -> i32 {
    "text" //~ ERROR E0308
}

fn nothing() -> i32 { //~ ERROR E0308
    1;
}

fn early(flag: bool) -> i32 {
    if flag {
        return "no"; //~ ERROR E0308
    }
    1
}

fn late() -> i32 {
    return; //~ ERROR E0069
}

fn takes(_: i32, _: &str) {}

fn main() {
    let _: i32 = 1.5; //~ ERROR E0308
    let _: f64 = 1; //~ ERROR E0308
    let _: u8 = 1u16; //~ ERROR E0308
    let _: &str = 'c'; //~ ERROR E0308
    let _: [i32; 2] = [1, 2, 3]; //~ ERROR E0308
    let _: (i32, i32) = (1, 2, 3); //~ ERROR E0308
    let _: &mut i32 = &1; //~ ERROR E0308
    let _ = [1, "two"]; //~ ERROR E0308
    let _ = Point { x: true }; //~ ERROR E0308
    takes("a", 1); //~ ERROR E0308 E0308
    if 1 {} //~ ERROR E0308
    while "x" {} //~ ERROR E0308
    let _ = if true { 1 } else { "a" }; //~ ERROR E0308
    let _ = match 1 {
        1 => 1,
        _ => "a", //~ ERROR E0308
    };
    let _: i32 = if true { 1 }; //~ ERROR E0317
    match 5 {
        "five" => {} //~ ERROR E0308
        _ => {}
    }
    let (_, _) = 1; //~ ERROR E0308
    let mut v = 1;
    v = "s"; //~ ERROR E0308
    let _ = v;
    let _ = 1 == 1.0; //~ ERROR E0277 E0308
    let _ = 1i32 == 1i64; //~ ERROR E0308
    let _ = true && 1; //~ ERROR E0308
    let _ = loop {
        break 1;
        break "s"; //~ ERROR E0308
    };
    let _ = number() + nothing() + early(true);
}
