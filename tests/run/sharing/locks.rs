//! `Arc`, `Mutex`, `RwLock`, atomics and values that come later, on one thread.

use std::cell::{LazyCell, OnceCell};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError, RwLock, TryLockError, Weak};

static NEXT: AtomicUsize = AtomicUsize::new(1);
static TABLE: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    println!("made");
    HashMap::from([("one", 1), ("two", 2)])
});
static LOG: Mutex<Vec<String>> = Mutex::new(Vec::new());
static CONFIG: OnceLock<String> = OnceLock::new();

#[derive(Debug)]
struct Account {
    id: usize,
    balance: Mutex<i64>,
}

impl Account {
    fn new(balance: i64) -> Arc<Account> {
        Arc::new(Account { id: NEXT.fetch_add(1, Ordering::SeqCst), balance: Mutex::new(balance) })
    }
}

impl Drop for Account {
    fn drop(&mut self) {
        LOG.lock().unwrap().push(format!("dropped {}", self.id));
    }
}

fn transfer(from: &Account, to: &Account, amount: i64) -> Result<i64, String> {
    let mut source = from.balance.lock().map_err(|e| e.to_string())?;
    if *source < amount {
        return Err(format!("{} has {}", from.id, source));
    }
    *source -= amount;
    *to.balance.lock().unwrap() += amount;
    LOG.lock().unwrap().push(format!("{} -> {}: {amount}", from.id, to.id));
    Ok(*source)
}

fn arcs() {
    let a = Arc::new(String::from("shared"));
    let b = Arc::clone(&a);
    let weak: Weak<String> = Arc::downgrade(&a);
    println!("{a} {:?} {} {}", b, Arc::strong_count(&a), Arc::weak_count(&a));
    println!("{} {}", Arc::ptr_eq(&a, &b), a == b);
    println!("{:?}", Arc::try_unwrap(a).map_err(|a| a.len()));
    println!("{:?}", weak.upgrade());
    drop(b);
    println!("{:?} {:?}", weak.upgrade(), weak);
    let text: Arc<str> = "text".into();
    println!("{text} {}", text.len());
    let mut c = Arc::new(5);
    *Arc::make_mut(&mut c) += 1;
    let d = c.clone();
    *Arc::make_mut(&mut c) += 1;
    println!("{c} {d}");
    println!("{:?}", Arc::get_mut(&mut c));
    let shared = Arc::new(Mutex::new(vec![1]));
    let holders: Vec<_> = (0..3).map(|_| Arc::clone(&shared)).collect();
    for (i, holder) in holders.iter().enumerate() {
        holder.lock().unwrap().push(i);
    }
    println!("{:?} {}", shared.lock().unwrap(), Arc::strong_count(&shared));
    drop(holders);
    println!("{:?}", Arc::into_inner(shared).map(|m| m.into_inner()));
}

fn locks() {
    let m = Mutex::new(1);
    {
        let mut guard = m.lock().unwrap();
        *guard += 1;
        println!("{guard} {guard:?} {m:?}");
        println!("{:?}", m.try_lock().map(|g| *g));
        match m.try_lock() {
            Err(TryLockError::WouldBlock) => println!("taken"),
            _ => println!("?"),
        }
    }
    println!("{m:?} {:#?} {}", m, m.is_poisoned());
    *m.lock().unwrap_or_else(PoisonError::into_inner) = 9;
    let mut m = m;
    *m.get_mut().unwrap() += 1;
    println!("{}", m.into_inner().unwrap());
    let l = RwLock::new(String::from("a"));
    {
        let (r1, r2) = (l.read().unwrap(), l.read().unwrap());
        println!("{r1} {r2:?} {:?} {l:?}", l.try_write().is_err());
    }
    l.write().unwrap().push('b');
    let w = l.write().unwrap();
    println!("{w} {l:?} {}", l.try_read().is_err());
    drop(w);
    println!("{:?} {}", l.into_inner(), RwLock::new(3).try_read().unwrap());
}

fn atomics() {
    let n = AtomicI32::new(5);
    println!("{} {}", n.fetch_add(3, Ordering::Relaxed), n.fetch_sub(10, Ordering::AcqRel));
    println!("{n:?} {} {}", n.swap(7, Ordering::SeqCst), n.load(Ordering::Acquire));
    println!(
        "{:?} {:?}",
        n.compare_exchange(7, 8, Ordering::SeqCst, Ordering::Relaxed),
        n.compare_exchange(7, 9, Ordering::SeqCst, Ordering::Relaxed)
    );
    println!(
        "{} {} {}",
        n.fetch_max(20, Ordering::SeqCst),
        n.fetch_min(3, Ordering::SeqCst),
        n.fetch_xor(1, Ordering::SeqCst)
    );
    println!("{:?} {:?}", n.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |x| x.checked_mul(2)), n);
    n.store(i32::MAX, Ordering::Release);
    n.fetch_add(1, Ordering::SeqCst);
    println!("{n:?}");
    println!("{}", n.into_inner());
    let flag = AtomicBool::new(false);
    println!("{} {} {:?}", flag.fetch_or(true, Ordering::SeqCst), flag.fetch_and(false, Ordering::SeqCst), flag);
    let mut big = AtomicU64::default();
    *big.get_mut() = u64::MAX;
    println!("{:?} {:?}", big, Ordering::SeqCst);
    println!("{}", NEXT.load(Ordering::Relaxed));
}

fn later() {
    println!("{:?}", CONFIG.get());
    println!("{} {:?}", CONFIG.get_or_init(|| "first".to_string()), CONFIG.set("second".to_string()));
    println!("{CONFIG:?} {:?}", OnceLock::<u8>::new());
    println!("before");
    println!("{:?} {}", TABLE.get("two"), TABLE.len());
    let cell: OnceCell<Vec<i32>> = OnceCell::new();
    println!("{cell:?} {:?}", cell.get());
    cell.get_or_init(|| vec![1, 2]);
    println!("{cell:?} {:?} {:?}", cell.set(vec![]), cell.clone() == cell);
    println!("{:?}", cell.into_inner());
    let base = 40;
    let lazy = LazyCell::new(|| {
        println!("computed");
        base + 2
    });
    println!("{lazy:?}");
    println!("{} {} {lazy:?}", *lazy, *lazy + 1);
}

struct Poisons<'a>(&'a Mutex<i32>);

impl Drop for Poisons<'_> {
    fn drop(&mut self) {
        println!("poisoned: {} {:?}", self.0.is_poisoned(), self.0);
        match self.0.lock() {
            Ok(_) => println!("fine"),
            Err(e) => println!("{e} {e:?} {}", e.get_ref()),
        }
    }
}

fn main() {
    arcs();
    locks();
    atomics();
    later();
    let (a, b) = (Account::new(100), Account::new(5));
    println!("{:?} {:?} {:?}", transfer(&a, &b, 70), transfer(&a, &b, 70), transfer(&b, &a, 75));
    println!("{a:?}");
    drop((a, b));
    println!("{:?}", LOG.lock().unwrap());
    let m = Mutex::new(1);
    let _poisons = Poisons(&m);
    let mut guard = m.lock().unwrap();
    *guard = 2;
    panic!("while locked");
}
