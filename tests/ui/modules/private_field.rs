// A field that is not `pub`.
mod bank {
    pub struct Account {
        balance: u32,
    }
    impl Account {
        pub fn new() -> Account {
            Account { balance: 7 }
        }
    }
}

fn main() {
    let account = bank::Account::new();
    println!("{}", account.balance); //~ ERROR E0616
}
