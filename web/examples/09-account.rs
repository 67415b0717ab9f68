// A struct and its methods. `&self` reads, `&mut self` changes,
// `self` takes the value away. Try to call `account.deposit(5)`
// after `close`: the compiler says where the account went.

#[derive(Debug)]
struct Account {
    owner: &'static str,
    cents: i64,
    closed: bool,
}

impl Account {
    const FEE: i64 = 250;

    fn open(owner: &'static str) -> Account {
        Account { owner, cents: 0, closed: false }
    }

    fn deposit(&mut self, cents: i64) {
        assert!(cents > 0, "a deposit is more than nothing");
        self.cents += cents;
    }

    fn withdraw(&mut self, cents: i64) -> bool {
        let enough = self.cents >= cents + Account::FEE;
        if enough {
            self.cents -= cents + Account::FEE;
        }
        enough
    }

    fn balance(&self) -> (i64, i64) {
        (self.cents / 100, self.cents % 100)
    }

    fn close(mut self) -> i64 {
        self.closed = true;
        println!("{self:#?}");
        self.cents
    }
}

fn main() {
    let mut account = Account::open("Ada");
    account.deposit(100_00);
    println!("withdraw 40.00: {}", account.withdraw(40_00));
    println!("withdraw 90.00: {}", account.withdraw(90_00));
    let (euros, cents) = account.balance();
    println!("{} has {euros}.{cents:02}", account.owner);
    let rest = account.close();
    println!("paid out: {rest} cents");
}
