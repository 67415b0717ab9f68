// A method that is not `pub`.
mod bank {
    pub struct Account;
    impl Account {
        fn audit(&self) -> u32 {
            1
        }
    }
}

fn main() {
    println!("{}", bank::Account.audit()); //~ ERROR E0624
}
