// What is not `pub` stays inside.
mod bank {
    fn secret() -> u32 {
        42
    }
    pub fn open() -> u32 {
        secret()
    }
}

fn main() {
    println!("{} {}", bank::open(), bank::secret()); //~ ERROR E0603
}
