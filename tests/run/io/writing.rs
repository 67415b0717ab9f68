//! `io::Write`: to standard output among `print!`, to vectors, slices, buffers and writers of a program's own.

use std::error::Error;
use std::fmt::{self, Display};
use std::io::{self, BufWriter, Cursor, ErrorKind, LineWriter, Write};

struct Point(i32, i32);

impl Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "({}, {})", self.0, self.1)
    }
}

/// Shows what it is given, piece by piece, and takes a few bytes at a time.
struct Pieces {
    most: usize,
    fails_after: usize,
}

impl Write for Pieces {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        if self.fails_after == 0 {
            return Err(io::Error::new(ErrorKind::Other, "no more"));
        }
        self.fails_after -= 1;
        let n = buf.len().min(self.most);
        println!("[{:?} of {}]", std::str::from_utf8(&buf[..n]).unwrap(), buf.len());
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        println!("[flush]");
        Ok(())
    }
}

fn report(out: &mut dyn Write, rows: &[(&str, f64)]) -> io::Result<()> {
    for (name, value) in rows {
        writeln!(out, "{name:<8}|{value:>8.2}")?;
    }
    write!(out, "done")?;
    writeln!(out)
}

fn generic<W: Write>(mut out: W) -> io::Result<W> {
    out.write_all(b"bytes ")?;
    write!(out, "{:?}", Some(3))?;
    out.flush()?;
    Ok(out)
}

fn chained(text: &str) -> Result<u32, Box<dyn Error>> {
    let mut out = Vec::new();
    write!(out, "{text}")?;
    let number: u32 = String::from_utf8(out)?.trim().parse()?;
    if number == 0 {
        return Err(io::Error::from(ErrorKind::InvalidInput).into());
    }
    Ok(number)
}

fn standard() -> io::Result<()> {
    print!("first ");
    let stdout = io::stdout();
    let mut lock = stdout.lock();
    write!(lock, "second {} ", Point(1, -2))?;
    print!("third ");
    writeln!(lock, "fourth")?;
    io::stdout().write_all("fifth \u{e9}\n".as_bytes())?;
    println!("sixth");
    writeln!(&stdout, "seventh {:>5}", 7)?;
    lock.write_all(b"no end of line")?;
    lock.flush()?;
    println!();
    writeln!(io::stderr(), "to stderr {}", 1)?;
    eprint!("two");
    io::stderr().lock().write_all(b" three\n")?;
    {
        let mut out = BufWriter::new(io::stdout().lock());
        for i in 0..5 {
            write!(out, "{i} ")?;
        }
        println!("before what is buffered");
        writeln!(out)?;
    }
    println!("after it");
    println!("{:?} {:?} {:?}", stdout, io::stdin(), io::stderr().lock());
    Ok(())
}

fn memory() -> io::Result<()> {
    let mut bytes = Vec::new();
    write!(&mut bytes, "{}-{:04x}", "a", 255)?;
    writeln!(bytes)?;
    println!("{:?} {bytes:?}", String::from_utf8_lossy_owned_or_not(&bytes));
    let mut array = [b'.'; 8];
    {
        let mut slice = &mut array[..];
        write!(slice, "{}", 12345)?;
        println!("{:?} {:?}", slice.len(), write!(slice, "too long"));
    }
    println!("{array:?}");
    println!("{:?}", (&mut array[..2]).write_all(b"abc").map_err(|e| (e.kind(), e.to_string())));
    report(&mut bytes, &[("one", 1.0), ("pi", 3.14159)])?;
    report(&mut io::stdout(), &[("x", -0.5)])?;
    let boxed: Vec<Box<dyn Write>> = vec![Box::new(io::stdout()), Box::new(Vec::new()), Box::new(io::sink())];
    for mut b in boxed {
        writeln!(b, "boxed {}", 1)?;
    }
    let out = generic(Vec::new())?;
    println!("{:?}", String::from_utf8(out));
    generic(&mut io::stdout())?;
    println!();
    let mut cursor = Cursor::new(Vec::new());
    write!(cursor, "hello world")?;
    cursor.set_position(6);
    write!(cursor, "W")?;
    println!("{} {:?}", cursor.position(), String::from_utf8(cursor.into_inner()));
    Ok(())
}

trait Lossy {
    fn from_utf8_lossy_owned_or_not(bytes: &[u8]) -> String;
}

impl Lossy for String {
    fn from_utf8_lossy_owned_or_not(bytes: &[u8]) -> String {
        bytes.iter().map(|b| *b as char).collect()
    }
}

fn pieces() -> io::Result<()> {
    let mut p = Pieces { most: 4, fails_after: 100 };
    write!(p, "abc{}defghi{:?}", Point(1, 2), "x")?;
    write!(p, "only text")?;
    p.flush()?;
    let mut b = BufWriter::with_capacity(8, p);
    b.write_all(b"12345")?;
    println!("{:?}", b.buffer());
    b.write_all(b"6789")?;
    println!("{:?} {}", b.buffer(), b.capacity());
    println!("{}", b.write(b"0123456789")?);
    write!(b, "{}-{}", 1, 2)?;
    let p = b.into_inner().map_err(|e| e.into_error())?;
    let mut l = LineWriter::with_capacity(16, p);
    l.write_all(b"one")?;
    l.write_all(b" line\ntwo")?;
    println!("write {}", l.write(b"x\ny\nz")?);
    writeln!(l, "end {}", 3)?;
    l.get_mut().fails_after = 2;
    println!("{:?}", l.write_all(b"this is going to fail\n"));
    println!("{:?}", writeln!(l, "{}", 1).map_err(|e| e.kind()));
    Ok(())
}

#[derive(Debug)]
struct Own;

impl Display for Own {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad("own")
    }
}

impl Error for Own {}

fn errors() {
    let simple = io::Error::from(ErrorKind::NotFound);
    println!("{simple} {simple:?} {:?} {}", simple.kind(), ErrorKind::PermissionDenied);
    let custom = io::Error::new(ErrorKind::InvalidData, "bad data");
    println!("{custom} {custom:?} {:?} {:#?}", custom.kind(), custom);
    let own = io::Error::other(Own);
    println!("{own:>6}|{own:?}|{:?}|{:?}", own.get_ref().map(|e| e.to_string()), own.source().is_none());
    println!("{:?}", own.into_inner().map(|e| e.to_string()));
    println!("{:?} {:?} {:?}", chained("17"), chained("x").map_err(|e| e.to_string()), chained("0"));
    let kinds = [ErrorKind::WouldBlock, ErrorKind::UnexpectedEof, ErrorKind::Other];
    println!("{:?} {}", kinds.iter().max(), kinds[0] == ErrorKind::WouldBlock);
    println!("{}", size_of::<io::Error>());
}

fn main() -> io::Result<()> {
    standard()?;
    memory()?;
    errors();
    pieces()?;
    Err(io::Error::new(ErrorKind::BrokenPipe, "the end"))
}
