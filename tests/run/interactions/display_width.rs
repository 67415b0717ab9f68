// `Display` of one's own under width, fill, precision, sign and `#`: with `pad`, with `write!`, passed on.
use std::fmt::{self, Debug, Display, Formatter};

#[derive(Clone, Copy)]
enum Colour {
    Red,
    Green,
}

impl Display for Colour {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.pad(match self {
            Colour::Red => "red",
            Colour::Green => "green",
        })
    }
}

/// Ignores width: what it writes goes straight to the stream.
struct Point(i32, i32);

impl Display for Point {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "({}, {})", self.0, self.1)
    }
}

/// Passes the options on to its parts.
struct Each(f64, f64);

impl Display for Each {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Err(error) = f.write_str("<") {
            return Err(error);
        }
        match Display::fmt(&self.0, f) {
            Ok(()) => {}
            error => return error,
        }
        if f.write_str("|").is_err() || Display::fmt(&self.1, f).is_err() {
            return Err(fmt::Error);
        }
        f.write_str(">")
    }
}

struct Wrapper<'a>(&'a Colour);

impl Display for Wrapper<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "[{:>7}]{}", self.0, self.0)
    }
}

impl Debug for Wrapper<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(self.0, f)
    }
}

/// Shows which options it was given.
struct Options;

impl Display for Options {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} {:?} {:?} {}{}{}",
            f.width(),
            f.precision(),
            f.fill(),
            if f.alternate() { "#" } else { "" },
            if f.sign_plus() { "+" } else { "" },
            if f.sign_aware_zero_pad() { "0" } else { "" }
        )
    }
}

struct Hex(u8);

impl fmt::LowerHex for Hex {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        fmt::LowerHex::fmt(&self.0, f)
    }
}

impl fmt::Binary for Hex {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut bit = 8;
        while bit > 0 {
            bit -= 1;
            let on = self.0 >> bit & 1 == 1;
            if f.write_str(if on { "#" } else { "." }).is_err() {
                return Err(fmt::Error);
            }
        }
        Ok(())
    }
}

struct Bar(usize);

impl Display for Bar {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        const STARS: &str = "**********";
        if f.alternate() { write!(f, "{:<10}|", &STARS[..self.0]) } else { f.pad(&STARS[..self.0]) }
    }
}

struct Signed(i32);

impl Display for Signed {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad_integral(self.0 >= 0, "n", if self.0.abs() == 1 { "one" } else { "many" })
    }
}

fn main() {
    let (red, green) = (Colour::Red, Colour::Green);
    println!("[{red}] [{red:8}] [{red:<8}] [{red:^8}] [{red:>8}] [{red:*^7}]");
    println!("[{green:.3}] [{green:8.2}] [{green:>3}] [{green:-<7.4}]");
    println!("[{:10}] [{:>12}]", Point(1, -2), Point(3, 4));
    println!("{:6.2} {:+} {:06.1} {:<5}", Each(1.0, -2.5), Each(0.5, 1e3), Each(-1.26, 3.0), Each(1.0, 2.0));
    println!("{} {:20} {:?} {:>6?}", Wrapper(&red), Wrapper(&green), Wrapper(&red), Wrapper(&green));
    println!("{Options}; {Options:5}; {Options:.2}; {Options:*^9.0}; {Options:+}; {Options:#}; {Options:#010.3}");
    let (width, precision, same) = (7, 1, Options);
    println!("{Options:width$.precision$}; {:1$}; {:.*}", same, 4, same);
    println!("{:x} {:#x} {:04x} {:#06x} {:b} {:10b}", Hex(171), Hex(171), Hex(11), Hex(11), Hex(0b1010_0110), Hex(1));
    for i in 0..4 {
        println!("{:#}{:>5}{:^5}{:-<5.2}.", Bar(i * 2), Bar(i), Bar(i), Bar(i));
    }
    println!("[{}] [{:8}] [{:#}] [{:08}]", Signed(1), Signed(-5), Signed(2), Signed(-1));
    println!("[{:+}] [{:<+7}] [{:#08}] [{:^9}]", Signed(1), Signed(1), Signed(-1), Signed(3));
    println!("{:>5}|{:<5}|{:^5}", &&red, &&&green, [1, 2].len());
    println!("{:?} {:#?}", Some(Wrapper(&red)), [Wrapper(&green)]);
    println!("{0:>1$} {0:<1$}|", red, width);
}
