// A struct with a private field cannot be built outside.
mod bank {
    pub struct Account {
        pub id: u32,
        balance: u32,
    }
}

fn main() {
    let a = bank::Account { id: 1, balance: 2 }; //~ ERROR E0451
}
