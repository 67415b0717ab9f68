unsafe fn danger() -> i32 { //~ ERROR S0008
    1
}

fn main() {}
