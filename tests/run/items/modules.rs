// Inline modules, visibility, `use`, `self`, `super`, `crate`, nested functions.
mod geometry {
    pub mod shapes {
        #[derive(Debug)]
        pub struct Square {
            pub side: u32,
            id: u32,
        }

        impl Square {
            pub fn new(side: u32) -> Self {
                Square { side, id: super::next_id(side) }
            }

            pub fn id(&self) -> u32 {
                self.id
            }
        }

        pub(crate) fn unit() -> Square {
            self::Square::new(1)
        }
    }

    fn next_id(seed: u32) -> u32 {
        seed * 100 + crate::OFFSET
    }

    pub use self::shapes::Square as Box2;
    pub enum Colour {
        Red,
        Green,
    }
}

const OFFSET: u32 = 7;

use geometry::Colour::{self, *};
use geometry::{Box2, shapes};

fn name(c: Colour) -> &'static str {
    match c {
        Red => "red",
        Colour::Green => "green",
    }
}

fn main() {
    let s = shapes::Square::new(3);
    println!("{} {} {:?}", s.side, s.id(), shapes::unit());
    let b: Box2 = Box2::new(5);
    println!("{b:?}");
    println!("{} {}", name(Red), name(Green));
    fn helper(n: i32) -> i32 {
        fn deeper(n: i32) -> i32 {
            n + 1
        }
        deeper(n) * 2
    }
    println!("{}", helper(4));
    use std::mem::size_of;
    println!("{} {}", size_of::<u16>(), size_of::<Option<&u8>>());
}
