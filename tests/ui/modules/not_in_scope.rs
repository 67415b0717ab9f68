// A child module does not see its parent's names.
fn helper() -> u32 {
    3
}

mod inner {
    pub fn run() -> u32 {
        helper() //~ ERROR E0425
    }
}

fn main() {
    println!("{} {}", inner::run(), helper());
}
