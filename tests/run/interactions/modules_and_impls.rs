// Nested modules with visibility, `impl` blocks in other modules, imports, re-exports, items of the same name.
mod shapes {
    pub use self::round::Circle;
    pub(crate) use square::Square as Box4;

    pub const UNIT: f64 = 2.0;

    pub mod round {
        use super::UNIT;

        #[derive(Debug, Default, Clone, Copy)]
        pub struct Circle {
            pub radius: f64,
            id: u32,
        }

        impl Circle {
            pub fn unit() -> Self {
                Circle { radius: UNIT, id: super::secret::next(7) }
            }

            pub(super) fn with_id(radius: f64, id: u32) -> Self {
                Self { radius, id }
            }

            pub fn id(&self) -> u32 {
                self.id
            }
        }
    }

    mod square {
        #[derive(Debug)]
        pub struct Square(pub f64, pub(in crate::shapes) u8);

        pub fn make(side: f64) -> Square {
            Square(side, side as u8)
        }
    }

    mod secret {
        pub fn next(n: u32) -> u32 {
            inner::twice(n) + 1
        }

        mod inner {
            pub(in super::super) fn twice(n: u32) -> u32 {
                n * 2
            }
        }
    }

    pub fn square(side: f64) -> Box4 {
        let mut made = square::make(side);
        made.1 += 100;
        made
    }

    pub fn circles() -> [Circle; 2] {
        [Circle::with_id(1.0, 1), round::Circle::with_id(0.5, 2)]
    }
}

mod areas {
    use super::shapes::{self, Box4, round::*};

    impl Circle {
        pub fn area(&self) -> f64 {
            3.0 * self.radius * self.radius
        }
    }

    impl Box4 {
        pub fn area(&self) -> f64 {
            self.0 * self.0 / shapes::UNIT
        }
    }

    pub enum Unit {
        Metre,
        Foot,
    }

    impl Unit {
        pub const ALL: [Unit; 2] = [Self::Metre, Unit::Foot];

        pub fn factor(&self) -> f64 {
            use Unit::*;
            match self {
                Metre => 1.0,
                Foot => 0.25,
            }
        }
    }
}

mod names {
    pub fn value() -> &'static str {
        "names::value"
    }

    pub mod value {
        pub const VALUE: i32 = 5;

        pub fn value() -> &'static str {
            super::other::value()
        }
    }

    mod other {
        pub fn value() -> &'static str {
            "names::other::value"
        }
    }

    pub struct Value;

    impl Value {
        pub const VALUE: &'static str = "Value::VALUE";
    }
}

use areas::Unit::{self, Foot};
use names::value as v;
use shapes::*;

static UNIT: &str = "shadows the glob";

fn main() {
    let circle = Circle::unit();
    println!("{:?} {} {}", circle, circle.id(), circle.area());
    let [a, b] = shapes::circles();
    println!("{} {} {:?}", a.area() + b.area(), b.id(), round::Circle::default());
    let square = square(3.0);
    println!("{} {:?}", square.area(), square);
    println!("{UNIT} {}", shapes::UNIT);
    println!("{} {}", Unit::Metre.factor() + Foot.factor(), Unit::ALL[1].factor());
    println!("{} {} {} {}", v(), v::value(), v::VALUE, names::Value::VALUE);
    {
        use names::value::*;
        println!("{} {}", value(), VALUE);
        fn helper() -> i32 {
            use crate::names::value::VALUE as N;
            N * self::two()
        }
        println!("{}", helper());
    }
    use self::shapes::round as r;
    println!("{}", r::Circle::unit().area() + 0.5);
}

fn two() -> i32 {
    2
}
