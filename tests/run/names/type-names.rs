//! `std::any::type_name`: paths from the crate on, as `rustc` spells them.

use std::any::{type_name, type_name_of_val};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::{Debug, Display};
use std::marker::PhantomData;
use std::rc::Rc;

mod shapes {
    pub struct Point;
    pub mod inner {
        pub struct Wrap<T>(pub T);
        pub trait Turn<X> {
            type Out;
            fn turn(&self) -> X;
        }
    }
    pub enum Either<L, R> {
        Left(L),
        Right(R),
    }
    impl<L, R> Either<L, R> {
        pub fn flip(self) -> Either<R, L> {
            match self {
                Either::Left(l) => Either::Right(l),
                Either::Right(r) => Either::Left(r),
            }
        }
    }
    impl super::Unit {
        pub fn far() -> &'static str {
            super::of(&|| 1)
        }
    }
    impl From<u8> for super::Unit {
        fn from(_: u8) -> Self {
            struct Local;
            println!("{} {}", super::type_name::<Local>(), super::of(&|| 1));
            Self
        }
    }
}

struct Unit;
struct Pair<T = i32, U = Vec<T>>(T, U);
struct Sized3<const N: usize, const B: bool, const C: char>;
struct Signed<const N: i8>;
struct Held<'a, T>(&'a T);

trait Named {
    fn own(&self) -> &'static str;
    fn given(&self) -> &'static str {
        of(&|| 1)
    }
    fn bare() {}
}

impl Named for Unit {
    fn own(&self) -> &'static str {
        struct Local;
        fn nested() {}
        println!("{} {}", type_name::<Local>(), of(&nested));
        of(&|| 1)
    }
}

impl<T> Named for shapes::inner::Wrap<Vec<T>> {
    fn own(&self) -> &'static str {
        struct Local;
        println!("{}", type_name::<Local>());
        of(&|| 1)
    }
}

impl<T> Named for &T {
    fn own(&self) -> &'static str {
        of(&|| || 1)
    }
}

impl<T, U> Pair<T, U> {
    fn local() -> &'static str {
        struct Local;
        println!("{}", type_name::<Local>());
        of(&|| 1)
    }
    fn with<V>(_: V) {}
}

impl shapes::Point {
    fn near() -> &'static str {
        of(&|| 1)
    }
}

fn of<T: ?Sized>(_: &T) -> &'static str {
    type_name::<T>()
}

fn counted<T, const N: usize>() -> &'static str {
    of(&|| N)
}

fn adder(n: i32) -> impl Fn(i32) -> i32 {
    move |x| x + n
}

fn opaque() -> impl Iterator<Item = char> {
    "abc".chars().rev().filter(|c| *c != 'b')
}

static LATE: fn() = || {
    struct InStatic;
    println!("{}", type_name::<InStatic>());
};

fn main() {
    println!("{} {} {}", type_name::<i64>(), type_name::<&[&mut str]>(), type_name::<[(u8, char); 3]>());
    println!("{} {} {}", type_name::<()>(), type_name::<(f32,)>(), type_name::<Option<Box<u8>>>());
    println!("{} {}", type_name::<Unit>(), type_name::<shapes::inner::Wrap<shapes::Point>>());
    println!("{} {} {}", type_name::<Pair>(), type_name::<Pair<u8>>(), type_name::<Pair<u8, u8>>());
    println!("{} {}", type_name::<Sized3<3, true, 'x'>>(), type_name::<Sized3<0, false, '\n'>>());
    println!("{} {}", type_name::<Signed<-3>>(), type_name::<Held<'static, u8>>());
    println!("{} {} {}", type_name::<fn()>(), type_name::<fn(i32, String) -> Option<i32>>(), type_name::<fn() -> !>());

    println!("{} {}", type_name::<dyn Debug>(), type_name::<Box<dyn Display + Send + Sync>>());
    println!("{}", type_name::<&dyn shapes::inner::Turn<i32, Out = u8>>());
    println!("{}", type_name::<Rc<dyn Fn(i32, char) -> i32>>());
    println!("{} {}", type_name::<Box<dyn FnMut()>>(), type_name::<Box<dyn Iterator<Item = i32>>>());
    println!("{}", type_name::<Result<(), Box<dyn std::error::Error>>>());
    println!("{} {}", type_name::<dyn Send>(), type_name::<dyn Sync + Send>());

    println!("{} {} {}", of(&main), of(&counted::<u8, 3>), of(&<Unit as Named>::own));
    println!("{} {}", of(&<shapes::inner::Wrap<Vec<i32>> as Named>::own), of(&<&u8 as Named>::bare));
    println!("{} {}", of(&Pair::<u8, i8>::local), of(&Pair::<u8>::with::<char>));
    println!("{} {}", of(&shapes::Point::near), of(&Unit::far));
    println!("{} {}", of(&shapes::Either::<u8, i8>::Left), of(&shapes::Either::<u8, i8>::flip));
    println!("{} {}", of(&Some::<u8>), of(&<u8 as Clone>::clone));

    println!("{} {} {}", of(&|x: i32| x), of(&(|| || 1)()), of(&adder(1)));
    println!("{} {}", counted::<Unit, 4>(), Unit.own());
    println!("{} {}", Unit.given(), shapes::inner::Wrap(vec![1u8]).own());
    println!("{} {}", (&1u8).own(), (&1u8).given());
    println!("{} {} {}", Pair::<char, u8>::local(), shapes::Point::near(), Unit::far());
    Unit::from(3);
    struct Local;
    {
        struct Block;
        mod deep {
            pub struct Deeper;
        }
        println!("{} {} {}", type_name::<Local>(), type_name::<Block>(), type_name::<deep::Deeper>());
    }
    (|| {
        struct InClosure;
        println!("{}", type_name::<InClosure>());
    })();
    LATE();

    println!("{}", of(&[1, 2].iter().map(|x| x + 1).enumerate()));
    println!("{}", of(&opaque()));
    println!("{} {} {}", of(&"a,b".split(',')), of(&(0..3)), of(&(0..=3).rev()));
    println!("{}", of(&HashMap::<String, Vec<u8>>::new()));
    println!("{} {}", of(&Rc::new(RefCell::new(1.5))), of("text"));
    println!("{} {}", type_name_of_val(&"x"), type_name_of_val("x"));
    println!("{:?} {:?}", PhantomData::<Unit>, PhantomData::<dyn Debug>);
}
