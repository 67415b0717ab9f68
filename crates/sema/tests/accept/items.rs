// Items everywhere, in any order.
use self::outer::inner::{self, Deep as Renamed};
use outer::*;

mod outer {
    pub mod inner {
        #[derive(Debug)]
        pub struct Deep {
            pub(crate) a: i32,
            b: super::Shared,
        }
        impl Deep {
            pub fn new() -> Self {
                Deep { a: super::helper(), b: super::Shared::default() }
            }
            pub fn b(&self) -> bool {
                self.b == super::Shared(0)
            }
        }
        pub(in crate::outer) fn only_here() -> i32 {
            1
        }
    }
    #[derive(Debug, Default, PartialEq, Clone, Copy)]
    pub struct Shared(pub i32);
    fn helper() -> i32 {
        inner::only_here() + LENGTH as i32
    }
    pub const LENGTH: usize = 2 + crate::BASE;
    pub static TABLE: [i32; LENGTH] = [7; LENGTH];
}

const BASE: usize = 1;
type Numbers = [i32; outer::LENGTH];

#[repr(u8)]
#[derive(Clone, Copy)]
enum Level {
    Low = 1,
    Middle,
    High = Level::BASE * 10,
}
impl Level {
    const BASE: u8 = 2;
}

const fn fib(n: u32) -> u32 {
    if n < 2 { n } else { fib(n - 1) + fib(n - 2) }
}

fn main() {
    let deep = Renamed::new();
    println!("{} {} {:?}", deep.a, deep.b(), inner::Deep::new());
    let numbers: Numbers = TABLE;
    println!("{} {}", numbers.len(), Shared(1).0);
    println!("{} {}", Level::High as u8, Level::Middle as i32 + Level::Low as i32);
    const N: usize = fib(7) as usize;
    let sized = [0u8; N];
    struct Local;
    impl Local {
        fn hi(&self) -> usize {
            nested()
        }
    }
    fn nested() -> usize {
        enum E {
            A,
            B,
        }
        use E::*;
        match A {
            A => 1,
            B => 2,
        }
    }
    println!("{} {}", sized.len(), Local.hi());
}
