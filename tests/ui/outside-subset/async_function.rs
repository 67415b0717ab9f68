async fn later() -> i32 { //~ ERROR S0009
    1
}

fn main() {
    let _ = later();
}
