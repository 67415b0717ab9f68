struct Guard;

impl Drop for Guard { //~ ERROR S0012
    fn drop(&mut self) {
        println!("dropped");
    }
}

fn main() {
    let _g = Guard;
}
