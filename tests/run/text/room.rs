// How much room strings have that `to_string` and `format!` make, and how many pieces a `Write` is given.

use std::borrow::Cow;
use std::fmt::{self, Display, Write};
use std::rc::Rc;

struct Pieces(Vec<String>);

impl Write for Pieces {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.0.push(s.to_string());
        Ok(())
    }
}

struct Metres(f64);

impl Display for Metres {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} m", self.0)
    }
}

fn room<T: Display + ?Sized>(value: &T) -> (String, usize) {
    let text = value.to_string();
    let capacity = text.capacity();
    (text, capacity)
}

fn pieces(write: impl Fn(&mut Pieces) -> fmt::Result) -> usize {
    let mut all = Pieces(Vec::new());
    write(&mut all).unwrap();
    println!("{:?}", all.0);
    all.0.len()
}

macro_rules! both {
    ($value:expr) => {
        println!("{:?} {}", room(&$value), format!("{}", $value).capacity())
    };
}

fn main() {
    both!("a");
    both!("some text that is longer");
    both!(String::from("owned"));
    both!(&&"twice");
    both!(Cow::Borrowed("borrowed"));
    both!(Rc::<str>::from("shared"));
    both!(Box::new("boxed"));
    both!('ß');
    both!(true);
    both!(false);
    both!(1.5);
    both!(-0.25f32);
    both!(Metres(12.5));
    both!(7u8);
    both!(-7i8);
    both!(i16::MIN);
    both!(0u16);
    both!(123_456i32);
    both!(u32::MAX);
    both!(-1i64);
    both!(10_000_000_000u64);
    both!(5usize);
    both!(-5isize);
    println!("{:?} {:?}", room(&&5), room(&&&-5i64));

    let objects: [&dyn Display; 4] = [&"object", &5, &'c', &Metres(0.5)];
    for object in objects {
        println!("{:?}", room(object));
    }

    let name = "you";
    let width = 6;
    println!("{}", format!("hello").capacity());
    println!("{}", format!("hello {}", name).capacity());
    println!("{}", format!("hello {}", "you").capacity());
    println!("{}", format!("{name}").capacity());
    println!("{}", format!("{name}, and some more text").capacity());
    println!("{}", format!("{} and {}", name, 1).capacity());
    println!("{}", format!("{} and {1} {0}", 2u64, name).capacity());
    println!("{}", format!("{:>width$}|", name).capacity());
    println!("{}", format!("{:>1$}|{0}", 5, 7).capacity());
    println!("{}", format!("{:?} {}", "quoted", ("plain")).capacity());
    println!("{}", format!("{{}}{}", -1).capacity());

    let count = pieces(|w| write!(w, "{} is {} {}", "it", 5, name))
        + pieces(|w| write!(w, "{name}{}{}", 1, 2u8))
        + pieces(|w| write!(w, "[{:>4}] {:?} {}", 1, "two", &3))
        + pieces(|w| write!(w, "{0} {0:?} {0} {1}", "again", name))
        + pieces(|w| writeln!(w, "{}", "a line"))
        + pieces(|w| write!(w, "{:#} {:#x} {:+} {:05} {:#06x} {:<4}|{:^+5}|", 1, 2, 3, -4, 5, 6, 7))
        + pieces(|w| write!(w, "{} {:5} {:07.2} {:+.1} {:e} {:<6}|", 1.0, 2.5, -3.0, 4.0, 5e20, 6.5))
        + pieces(|w| write!(w, "{:5}|{:>3}|{:^5}|{:.1}|{:?}", "a", 'b', true, "cd", Some(-1)));
    println!("{count}");

    let mut grown = "ab".to_string();
    for c in "cdefghijklmnopq".chars() {
        grown.push(c);
        print!("{} ", grown.capacity());
    }
    println!();
}
