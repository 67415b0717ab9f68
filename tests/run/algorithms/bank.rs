// A bank: accounts in an array, transfers that can fail, a history that is printed as a table.
use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
struct Cents(i64);

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let n = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", n / 100, n % 100)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Refusal {
    NoSuchAccount(usize),
    Insufficient { missing: Cents },
    Frozen(&'static str),
    SameAccount,
}

#[derive(Clone, Copy)]
struct Account {
    owner: &'static str,
    balance: Cents,
    overdraft: Cents,
    frozen: bool,
}

#[derive(Clone, Copy, Default)]
struct Record {
    from: usize,
    to: usize,
    amount: Cents,
}

struct Bank {
    accounts: [Option<Account>; 4],
    history: [Record; 8],
    length: usize,
}

impl Bank {
    fn new() -> Bank {
        Bank { accounts: [None; 4], history: [Record::default(); 8], length: 0 }
    }

    fn open(&mut self, owner: &'static str, deposit: i64) -> Option<usize> {
        for i in 0..self.accounts.len() {
            let slot = &mut self.accounts[i];
            if slot.is_none() {
                *slot = Some(Account { owner, balance: Cents(deposit), overdraft: Cents(0), frozen: false });
                return Some(i);
            }
        }
        None
    }

    fn account(&mut self, number: usize) -> Result<&mut Account, Refusal> {
        match self.accounts.get_mut(number) {
            Some(Some(account)) if account.frozen => Err(Refusal::Frozen(account.owner)),
            Some(Some(account)) => Ok(account),
            Some(None) | None => Err(Refusal::NoSuchAccount(number)),
        }
    }

    fn transfer(&mut self, from: usize, to: usize, amount: Cents) -> Result<Cents, Refusal> {
        if from == to {
            return Err(Refusal::SameAccount);
        }
        if let Err(refusal) = self.account(to) {
            return Err(refusal);
        }
        let source = match self.account(from) {
            Ok(account) => account,
            Err(refusal) => return Err(refusal),
        };
        let available = Cents(source.balance.0 + source.overdraft.0);
        if available < amount {
            return Err(Refusal::Insufficient { missing: Cents(amount.0 - available.0) });
        }
        source.balance.0 -= amount.0;
        let left = source.balance;
        if let Ok(Account { balance, .. }) = self.account(to) {
            balance.0 += amount.0;
        }
        self.history[self.length] = Record { from, to, amount };
        self.length += 1;
        Ok(left)
    }

    fn total(&self) -> Cents {
        let mut sum = 0;
        for i in 0..self.accounts.len() {
            if let Some(Account { balance: Cents(n), .. }) = self.accounts[i] {
                sum += n;
            }
        }
        Cents(sum)
    }
}

fn main() {
    let mut bank = Bank::new();
    let ada = bank.open("Ada", 100_00).unwrap();
    let ben = bank.open("Ben", 5).unwrap();
    let cyd = bank.open("Cyd", 0).unwrap();
    println!("{ada} {ben} {cyd} {:?} {:?}", bank.open("Dan", 99), bank.open("Eve", 1));
    if let Ok(account) = bank.account(ben) {
        account.overdraft = Cents(20_00);
    }
    println!("{:?}", bank.transfer(ada, ben, Cents(30_50)));
    println!("{:?}", bank.transfer(ben, cyd, Cents(50_00)));
    println!("{:?}", bank.transfer(ben, cyd, Cents(50_00)));
    println!("{:?}", bank.transfer(cyd, cyd, Cents(1)));
    println!("{:?}", bank.transfer(cyd, 17, Cents(1)));
    bank.account(cyd).unwrap().frozen = true;
    println!("{:?}", bank.transfer(ada, cyd, Cents(1)));
    bank.accounts[cyd].as_mut().unwrap().frozen = false;
    println!("{:?}", bank.transfer(cyd, ada, Cents(49_99)));
    for i in 0..bank.length {
        let Record { from, to, amount } = bank.history[i];
        println!("{i:>2}: {from} -> {to} {amount}");
    }
    for i in 0..4 {
        let Some(Account { owner, balance, .. }) = &bank.accounts[i] else { continue };
        println!("{owner:<5}|{balance}|");
    }
    println!("{}", bank.total());
}
