//! `Display` and `Debug` of a program's own types under every option: width, fill, sign, precision, `#`, `0`, exponents, passed on, padded,
//! built.

use std::fmt::{self, Alignment, Binary, Debug, Display, LowerExp, LowerHex, Octal, UpperExp, UpperHex};

struct Money(i64);
impl Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, cents) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let text = match f.precision() {
            Some(0) => format!("{whole}"),
            Some(p) => format!("{whole}.{:0<p$}", format!("{cents:02}").get(..p.min(2)).unwrap_or("")),
            None => format!("{whole}.{cents:02}"),
        };
        f.pad_integral(self.0 >= 0, "EUR ", &text)
    }
}

#[derive(Clone, Copy)]
struct Angle(f64);
macro_rules! forward {
    ($($t:ident),*) => {$(
        impl $t for Angle {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                $t::fmt(&self.0, f)?;
                f.write_str("°")
            }
        }
    )*};
}
forward!(Display, Debug, LowerExp, UpperExp);

struct Mask(u16);
macro_rules! radix {
    ($($t:ident $name:literal),*) => {$(
        impl $t for Mask {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                if f.width().is_none() && !f.alternate() { f.write_str($name)? }
                $t::fmt(&self.0, f)
            }
        }
    )*};
}
radix!(Binary "b", Octal "o", LowerHex "x", UpperHex "X");

struct Show;
impl Display for Show {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let align = match f.align() {
            Some(Alignment::Left) => '<',
            Some(Alignment::Right) => '>',
            Some(Alignment::Center) => '^',
            None => '-',
        };
        write!(f, "[{:?}{align}{:?}{:?}", f.fill(), f.width(), f.precision())?;
        for (on, c) in [(f.sign_plus(), '+'), (f.sign_minus(), '-'), (f.alternate(), '#'), (f.sign_aware_zero_pad(), '0')] {
            if on {
                write!(f, "{c}")?;
            }
        }
        f.write_str("]")
    }
}

struct Word<'a>(&'a str);
impl Display for Word<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}
impl Debug for Word<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() { f.debug_list().entries(self.0.chars()).finish() } else { write!(f, "w{:?}", self.0) }
    }
}

#[derive(Debug)]
struct Plain<'a> {
    angle: Angle,
    words: (Word<'a>, Option<Word<'a>>),
    none: (),
}

struct Built;
impl Debug for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Built")
            .field("map", &Map)
            .field("set", &format_args_free())
            .field("tuple", &Tuple(1.5, 'x'))
            .finish_non_exhaustive()
    }
}
fn format_args_free() -> Vec<Option<i8>> {
    vec![Some(-1), None]
}
struct Map;
impl Debug for Map {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        map.entry(&"k", &1u8);
        map.entry(&[1, 2], &Word("ab"));
        map.entries([(255u8, 'z')]).finish()
    }
}
struct Tuple<T, U>(T, U);
impl<T: Debug, U: Debug> Debug for Tuple<T, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("").field(&self.0).field(&self.1).finish()?;
        f.debug_set().entry(&self.0).entries(&[0; 2]).finish()
    }
}

fn main() {
    for m in [Money(123456), Money(-5), Money(0)] {
        println!("[{m}] [{m:+}] [{m:#}] [{m:>12}] [{m:*^14}] [{m:012}] [{m:+#015.1}] [{m:.0}] [{m:<8.4}]");
    }
    let a = Angle(-1234.5678);
    println!("[{a}] [{a:?}] [{a:e}] [{a:E}] [{a:.1}] [{a:+.2e}] [{a:>12.1}] [{a:012.1}] [{a:>+08.3e}] [{:>+012.3e}]", Angle(4.25e-7));
    println!("[{:>+08.3e}] [{:<+12.3e}] [{:^+14.0E}] [{:e}] [{:?} {:?}]", 1234.5, -0.5f32, 6.5e10, 0u8, 1e16, 1.5e-7);
    let m = Mask(0xbeef);
    println!("[{m:b}] [{m:o}] [{m:x}] [{m:X}] [{m:#x}] [{m:#010X}] [{m:>8x}] [{m:<8X}] [{m:^#20b}] [{m:020b}]");
    println!("{Show} {Show:5} {Show:<5} {Show:^05} {Show:>+#7.3} {:*>-1$} {Show:_^w$.p$}", Show, 4, w = 9, p = 2);
    let (w, p) = (7, 3);
    println!("[{:w$}] [{:>w$.p$}] [{:-^w$}] [{:.2}] [{:ä<5}]", Word("größe"), Word("größe"), Word("x"), Word("größe"), Word(""));
    println!("{:?} {:#?}", Word("a\"b"), Word("a\"b"));
    let plain = Plain { angle: Angle(0.1), words: (Word("p"), Some(Word("q"))), none: () };
    println!("{plain:?}\n{plain:#?}\n{plain:8.3?}");
    println!("{Built:?}\n{Built:#?}");
    println!("{:02x?} {:#04X?} {:5?} {:<5?}|", [1u8, 171], Some(10), [1, 2], ('a', 2));
    println!("{:?} {:?}", Word("x").to_string() + &format!("{:>1$}", Show, 3), format!("{{{:?}}}", Some("}")));
}
