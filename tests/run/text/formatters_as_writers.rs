//! A `Formatter` where any `fmt::Write` is asked for: by generic functions, as `dyn Write`, wrapped by writers of a program's own, with
//! the options of its value untouched.

use std::cell::Cell;
use std::fmt::{self, Debug, Display, Formatter, Write};

fn list<W: Write>(w: &mut W, items: &[i32]) -> fmt::Result {
    w.write_char('[')?;
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            w.write_str(", ")?;
        }
        write!(w, "{item:>3}")?;
    }
    w.write_char(']')
}

fn numbered(w: &mut dyn Write, n: u8) -> fmt::Result {
    writeln!(w, "<{n:#04x}>")?;
    w.end()
}

trait End {
    fn end(&mut self) -> fmt::Result;
}
impl End for dyn Write + '_ {
    fn end(&mut self) -> fmt::Result {
        self.write_str("end;")
    }
}

/// Upper case, and counted.
struct Upper<'c, W>(W, &'c Cell<usize>);

impl<W: Write> Write for Upper<'_, W> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.1.set(self.1.get() + s.chars().count());
        s.chars().flat_map(char::to_uppercase).try_for_each(|c| self.0.write_char(c))
    }
}

/// Fails when there is no room left.
struct Room<'w>(&'w mut dyn Write, usize);

impl Write for Room<'_> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.1 = self.1.checked_sub(s.len()).ok_or(fmt::Error)?;
        self.0.write_str(s)
    }
}

struct Items(Vec<i32>);

impl Display for Items {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        list(f, &self.0)?;
        numbered(f, 3)?;
        let count = Cell::new(0);
        write!(Upper(&mut *f, &count), "{:?} straße {:<5}|", self, 7)?;
        write!(f, " {} {:?} {:?} ", count.get(), f.width(), f.alternate())?;
        f.pad("pad")
    }
}

impl Debug for Items {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let cut = write!(Room(f, 9), "{}-{}", "first", "second");
        write!(f, "{cut:?}")?;
        if f.alternate() { f.debug_list().entries(&self.0).finish() } else { Ok(()) }
    }
}

struct Nested<T>(T);

impl<T: Debug> Debug for Nested<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        struct By<'a, T>(&'a T);
        impl<T: Debug> Debug for By<'_, T> {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                let writer: &mut dyn Write = f;
                writer.write_str("by\nline ")?;
                write!(writer, "{:?}", self.0)
            }
        }
        f.debug_struct("Nested").field("by", &By(&self.0)).field("plain", &self.0).finish()
    }
}

fn main() {
    let items = Items(vec![1, 20, -300]);
    println!("{items:>6}|");
    println!("{items:#}|");
    println!("{items:?} {items:#?}");
    println!("{:?}\n{:#?}", Nested(Some("x")), Nested([1]));
    let mut text = String::new();
    println!("{:?} {:?}", list(&mut text, &[7, 8]), numbered(&mut text, 9));
    println!("{:?} {text:?}", list(&mut Upper(&mut text, &Cell::new(0)), &[]));
}
