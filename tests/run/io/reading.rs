//! `io::Read` and `io::BufRead`: standard input, line by line and as a whole, and bytes in memory.

use std::io::{self, BufRead, BufReader, Cursor, Read, Seek, SeekFrom};

struct Slow<'a>(&'a [u8]);

impl Read for Slow<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.0.len().min(buf.len()).min(3);
        buf[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

fn memory() -> io::Result<()> {
    let mut reader = BufReader::new("alpha\nbeta\r\n\ngamma".as_bytes());
    let mut line = String::new();
    println!("{} {line:?}", reader.read_line(&mut line)?);
    println!("{} {line:?}", reader.read_line(&mut line)?);
    for line in reader.lines() {
        println!("{:?}", line?);
    }
    let mut slow = BufReader::with_capacity(5, Slow(b"one two;three;;four"));
    println!("{:?}", slow.fill_buf()?);
    slow.consume(1);
    println!("{slow_buffer:?} {}", slow.capacity(), slow_buffer = slow.buffer().to_vec());
    let mut part = Vec::new();
    println!("{} {:?}", slow.read_until(b';', &mut part)?, String::from_utf8(part));
    println!("{:?}", slow.split(b';').map(|p| p.map(|p| p.len())).collect::<io::Result<Vec<_>>>()?);
    let mut text = String::new();
    println!("{} {text:?}", Slow(b"all of it").read_to_string(&mut text)?);
    println!("{:?}", Slow(b"\xff\xfe").read_to_string(&mut text));
    println!("{:?} {text:?}", BufReader::new(&b"ok\n\xff\n"[..]).lines().collect::<Vec<_>>());
    let mut four = [0; 4];
    println!("{:?} {four:?}", Slow(b"abc").read_exact(&mut four).map_err(|e| e.kind()));
    let mut bytes = &b"abcdefgh"[..];
    bytes.read_exact(&mut four)?;
    println!("{four:?} {bytes:?} {}", bytes.read(&mut four)?);
    println!("{:?}", Slow(b"hey").bytes().map(|b| b.unwrap()).collect::<Vec<u8>>());
    let mut both = Slow(b"abcd").chain(&b"efg"[..]).take(6);
    let mut all = Vec::new();
    println!("{} {all:?} {}", both.read_to_end(&mut all)?, both.limit());
    let mut cursor = Cursor::new(b"0123456789".to_vec());
    cursor.seek(SeekFrom::End(-3))?;
    println!("{:?} {}", io::read_to_string(&mut cursor)?, cursor.position());
    cursor.seek(SeekFrom::Current(-8))?;
    println!("{:?} {:?}", cursor.read_exact(&mut four), four);
    println!("{:?} {:?}", cursor.seek(SeekFrom::Current(-80)), cursor.stream_position());
    let mut copied = Vec::new();
    println!("{} {copied:?}", io::copy(&mut Slow(b"copied"), &mut copied)?);
    let mut boxed: Box<dyn BufRead> = Box::new(Cursor::new("boxed\nlines\n"));
    line.clear();
    boxed.read_line(&mut line)?;
    println!("{line:?} {:?} {}", boxed.lines().next().unwrap()?, io::empty().read(&mut four)?);
    Ok(())
}

fn sum(input: &mut impl BufRead) -> io::Result<i64> {
    let mut line = String::new();
    input.read_line(&mut line)?;
    Ok(line.split_whitespace().filter_map(|w| w.parse::<i64>().ok()).sum())
}

fn main() -> io::Result<()> {
    memory()?;
    let mut name = String::new();
    print!("name? ");
    let n = io::stdin().read_line(&mut name).expect("a line");
    println!("{n} {:?}", name.trim());
    println!("{}", sum(&mut io::stdin().lock())?);
    let mut lines = io::stdin().lines();
    let count: usize = lines.next().unwrap()?.trim().parse().unwrap();
    let mut matrix: Vec<Vec<i32>> = Vec::new();
    for _ in 0..count {
        let line = lines.next().unwrap()?;
        matrix.push(line.split(',').map(|x| x.trim().parse().unwrap()).collect());
    }
    println!("{matrix:?}");
    drop(lines);
    let mut first = [0; 5];
    io::stdin().read_exact(&mut first)?;
    println!("{:?}", std::str::from_utf8(&first));
    for (i, line) in io::stdin().lock().lines().take(2).enumerate() {
        println!("{i}: {}", line?);
    }
    let mut rest = String::new();
    println!("{} {rest:?}", io::stdin().read_to_string(&mut rest)?);
    println!("{} {}", io::stdin().read_line(&mut rest)?, rest.lines().count());
    println!("{:?}", io::stdin().lines().next().is_none());
    Ok(())
}
