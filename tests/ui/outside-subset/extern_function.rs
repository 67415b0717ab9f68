extern "C" fn callback(x: i32) -> i32 { //~ ERROR S0015
    x
}

fn main() {
    println!("{}", callback(1));
}
