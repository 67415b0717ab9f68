// `#[track_caller]` in implementations of traits that do not ask for it: who calls learns of it late.
use std::ops::{Add, AddAssign, Deref, DerefMut, Index, Neg, Not};
use std::panic::Location;

struct Failure;

impl From<i32> for Failure {
    #[track_caller]
    fn from(n: i32) -> Failure {
        println!("from {n} at {}", Location::caller());
        Failure
    }
}

struct Countdown(i32);

impl Iterator for Countdown {
    type Item = i32;

    #[track_caller]
    fn next(&mut self) -> Option<i32> {
        println!("next at {}", Location::caller());
        self.0 -= 1;
        (self.0 > 0).then_some(self.0)
    }
}

struct Rocket;

impl IntoIterator for Rocket {
    type Item = i32;
    type IntoIter = Countdown;

    #[track_caller]
    fn into_iter(self) -> Countdown {
        println!("into_iter at {}", Location::caller());
        Countdown(2)
    }
}

struct Place(i32);

impl Drop for Place {
    #[track_caller]
    fn drop(&mut self) {
        println!("drop {} at {}", self.0, Location::caller());
    }
}

impl Deref for Place {
    type Target = i32;

    #[track_caller]
    fn deref(&self) -> &i32 {
        println!("deref at {}", Location::caller());
        &self.0
    }
}

impl DerefMut for Place {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut i32 {
        println!("deref_mut at {}", Location::caller());
        &mut self.0
    }
}

impl PartialEq for Place {
    #[track_caller]
    fn eq(&self, other: &Place) -> bool {
        println!("eq at {}", Location::caller());
        self.0 == other.0
    }
}

impl Neg for &Place {
    type Output = i32;

    #[track_caller]
    fn neg(self) -> i32 {
        println!("neg at {}", Location::caller());
        -self.0
    }
}

impl Not for &Place {
    type Output = bool;

    #[track_caller]
    fn not(self) -> bool {
        println!("not at {}", Location::caller());
        self.0 == 0
    }
}

impl Add<i32> for &Place {
    type Output = i32;

    #[track_caller]
    fn add(self, n: i32) -> i32 {
        println!("add at {}", Location::caller());
        self.0 + n
    }
}

impl AddAssign<i32> for Place {
    #[track_caller]
    fn add_assign(&mut self, n: i32) {
        println!("add_assign at {}", Location::caller());
        self.0 += n;
    }
}

impl Index<char> for Place {
    type Output = i32;

    #[track_caller]
    fn index(&self, _: char) -> &i32 {
        println!("index at {}", Location::caller());
        &self.0
    }
}

impl Clone for Place {
    #[track_caller]
    fn clone(&self) -> Place {
        println!("clone at {}", Location::caller());
        Place(self.0 + 1)
    }
}

impl Default for Place {
    #[track_caller]
    fn default() -> Place {
        println!("default at {}", Location::caller());
        Place(-1)
    }
}

#[derive(Clone, Default, PartialEq)]
struct Wrapped {
    place: Place,
}

trait Asked {
    #[track_caller]
    fn asked(&self) {
        println!("asked at {}", Location::caller());
    }

    #[track_caller]
    fn asked_too(&self);
}

trait Unasked {
    fn unasked(&self, n: i32) -> i32;

    #[track_caller]
    fn through(&self) -> i32 {
        self.unasked(1) + Self::unasked(self, 2)
    }
}

struct One;
struct Two;

impl Asked for One {
    fn asked_too(&self) {
        println!("one at {}", Location::caller());
    }
}

impl Asked for Two {
    fn asked(&self) {
        println!("two at {}", Location::caller());
    }

    #[track_caller]
    fn asked_too(&self) {
        println!("two too at {}", Location::caller());
    }
}

impl Unasked for One {
    #[track_caller]
    fn unasked(&self, n: i32) -> i32 {
        println!("unasked {n} at {}", Location::caller());
        n * 2
    }
}

impl One {
    #[track_caller]
    pub const fn own(&self, big: [u64; 4]) -> (u32, [u64; 4]) {
        (Location::caller().line(), big)
    }
}

fn generic<T: Unasked>(t: &T) -> i32 {
    t.unasked(3)
        + T::unasked(t, 4)
        + <T as Unasked>::unasked(
            t, 5,
        )
}

#[track_caller]
fn passed_on<T: Unasked>(t: &T) -> i32 {
    let inner = || t.unasked(6);
    t.unasked(7) + inner()
}

macro_rules! plus {
    ($a:expr, $b:expr) => {
        $a + $b
    };
}

fn fails(n: i32) -> Result<i32, Failure> {
    let ok = if n == 0 { Ok(n) } else { Err(n) };
    let value = ok?;
    Ok(value)
}

fn main() {
    let _ = fails(0).is_ok() || fails(1).is_ok();
    let _ = fails(9);
    let _: Failure = 5.into();
    let made: Result<(), Failure> = Err(6).map_err(Failure::from);
    let _ = made.map_err(|_| ());
    let convert: fn(i32) -> Failure = Into::into;
    convert(7);
    for n in Countdown(3) {
        println!("{n}");
    }
    for n in
        Rocket
    {
        println!("{n}");
    }
    let mut place = Place(4);
    println!("{}", *place);
    *place = 5;
    println!("{}", place.abs());
    println!("{}", Place(4) == place);
    println!("{} {}", -&place, !&place);
    println!("{} {}", &place + 2, plus!(&place, 3));
    place += 4;
    println!("{}", place['x']);
    let other = place.clone();
    let third: Place = Default::default();
    let wrapped = Wrapped { place: third };
    println!("{}", wrapped.clone() == wrapped);
    println!("{}", Wrapped::default() == Wrapped { place: other });
    let objects: [&dyn Asked; 2] = [&One, &Two];
    for object in objects {
        object.asked();
        object.asked_too();
    }
    let object: Box<dyn Unasked> = Box::new(One);
    println!("{}", object.unasked(8) + object.through());
    println!("{} {} {}", generic(&One), passed_on(&One), One.through());
    let item = One::unasked;
    let pointer: fn(&One, i32) -> i32 = item;
    println!("{} {}", item(&One, 9), pointer(&One, 10));
    let table: [fn(&Two); 2] = [Two::asked, Two::asked_too];
    table.iter().for_each(|f| f(&Two));
    let own: fn(&One, [u64; 4]) -> (u32, [u64; 4]) = One::own;
    println!("{:?} {:?}", own(&One, [1, 2, 3, 4]), One.own([5; 4]));
    println!("{:?}", [1, 2].map(|n| One.unasked(n)));
    drop(place);
}
