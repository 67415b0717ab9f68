//! Generics that shadow, associated constants through several traits, defaults that are overridden, constants computed from
//! constants of parameters.

use std::fmt::Debug;

trait Unit {
    const NAME: &'static str;
    const FACTOR: u64 = 1;
    const LONG: bool = Self::NAME.len() > 3;
    type Base: Unit;
    fn in_base() -> u64 {
        Self::FACTOR * <Self::Base as Unit>::FACTOR
    }
}

macro_rules! unit {
    ($name:ident($text:literal $(, $factor:expr)?) of $base:ident) => {
        #[derive(Debug, Default, Clone, Copy, PartialEq, PartialOrd)]
        struct $name;
        impl Unit for $name {
            const NAME: &'static str = $text;
            $(const FACTOR: u64 = $factor;)?
            type Base = $base;
        }
    };
}
unit!(Second("s") of Second);
unit!(Minute("min", 60) of Second);
unit!(Hour("hour", 60 * Minute::FACTOR) of Minute);

struct Table<T>(T);
impl<T: Unit> Table<T> {
    const ROW: [u64; 3] = [T::FACTOR, T::FACTOR * 2, T::Base::FACTOR];
    const SUM: u64 = {
        let mut sum = 0;
        let mut i = 0;
        while i < Self::ROW.len() {
            sum += Self::ROW[i];
            i += 1;
        }
        sum
    };
}

trait Describe {
    const ID: u32;
    fn describe(&self) -> String {
        format!("{}{}", Self::ID, Self::suffix())
    }
    fn suffix() -> &'static str {
        "?"
    }
}
impl<T: Debug> Describe for Option<T> {
    const ID: u32 = 1;
    fn describe(&self) -> String {
        format!("opt {self:?}")
    }
}
impl<T: Describe, const N: usize> Describe for [T; N] {
    const ID: u32 = T::ID * 10 + N as u32;
    fn suffix() -> &'static str {
        T::suffix()
    }
}
impl<A: Describe, B: Describe> Describe for (A, B) {
    const ID: u32 = A::ID + B::ID;
    fn suffix() -> &'static str {
        if A::ID > B::ID { A::suffix() } else { B::suffix() }
    }
}
impl Describe for str {
    const ID: u32 = 5;
    fn suffix() -> &'static str {
        "str"
    }
}
impl<T: ?Sized + Describe> Describe for &T {
    const ID: u32 = 100 + T::ID;
    fn describe(&self) -> String {
        format!("&{}", T::describe(self))
    }
    fn suffix() -> &'static str {
        "ref"
    }
}

struct Outer<T>(T);
impl<T: Clone + Debug> Outer<T> {
    fn run<U: Debug>(&self, u: U) -> String {
        // The inner `T` and `U` have nothing to do with those outside.
        fn inner<T: Default + Debug, U>(_: U) -> (T, usize) {
            const T: usize = 3;
            (T::default(), T + std::mem::size_of::<U>())
        }
        struct U2<T>(T);
        impl<T: Debug> Debug for U2<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "U2={:?}", self.0)
            }
        }
        let u = U2((u, inner::<Option<u8>, u16>(7)));
        let t = self.0.clone();
        format!("{t:?} {u:?}")
    }
}

trait Same {
    fn name(&self) -> &'static str;
}
trait Other {
    fn name(&self) -> &'static str;
}
impl Same for u8 {
    fn name(&self) -> &'static str {
        "same"
    }
}
impl<T> Other for T {
    fn name(&self) -> &'static str {
        "other"
    }
}
impl Second {
    const NAME: &'static str = "inherent";
    fn name(self) -> &'static str {
        Self::NAME
    }
}

fn measure<U: Unit<Base = B>, B: Unit>(n: u64) -> String
where
    B::Base: Unit,
{
    let U = n * U::FACTOR;
    format!("{n}{}={U}{}", U::NAME, if B::LONG { B::Base::NAME } else { B::NAME })
}

fn main() {
    println!("{} {} {}", Second::in_base(), Minute::in_base(), Hour::in_base());
    println!("{} {} {}", measure::<Second, _>(5), measure::<Minute, _>(5), measure::<Hour, Minute>(2));
    println!("{:?} {} {}", Table::<Hour>::ROW, Table::<Hour>::SUM, Table::<Second>::SUM);
    println!("{} {} {}", Hour::LONG, <Minute as Unit>::LONG, Hour == Hour);
    println!("{} {}", [Some(1), None].describe(), [[Some('x')]; 3].describe());
    println!("{} {} {}", (Some(1), "x").describe(), <(&str, Option<()>)>::ID, (&&"y").describe());
    println!("{}", <[([Option<u8>; 2], &[&str; 4]); 5] as Describe>::ID);
    println!("{}", Outer(vec![Some(1.5)]).run("u"));
    println!("{} {} {}", Same::name(&1u8), Other::name(&1u8), 1u16.name());
    println!("{} {} {} {}", Second::NAME, <Second as Unit>::NAME, Second.name(), (&Second as &dyn Debug).name());
    let Table(Table(Minute)) = Table(Table(Minute));
    #[allow(non_upper_case_globals)]
    const max: u32 = <[Option<i8>; 7]>::ID;
    match 17 {
        max => println!("matched {max}"),
        other => println!("{other}"),
    }
}
