// Roman numerals: written piece by piece through `Display`, read back from bytes.
use std::fmt;

#[derive(Clone, Copy, PartialEq, Debug)]
struct Roman(u16);

const PIECES: [(u16, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

impl fmt::Display for Roman {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        let mut i = 0;
        while rest > 0 {
            let (value, text) = PIECES[i];
            if rest >= value {
                if f.write_str(text).is_err() {
                    return Err(fmt::Error);
                }
                rest -= value;
            } else {
                i += 1;
            }
        }
        Ok(())
    }
}

#[derive(Debug, PartialEq)]
enum Mistake {
    Empty,
    Letter(char),
    Order,
}

fn digit(letter: u8) -> Result<u16, Mistake> {
    Ok(match letter {
        b'I' => 1,
        b'V' => 5,
        b'X' => 10,
        b'L' => 50,
        b'C' => 100,
        b'D' => 500,
        b'M' => 1000,
        other => return Err(Mistake::Letter(other as char)),
    })
}

fn read(text: &str) -> Result<Roman, Mistake> {
    if text.is_empty() {
        return Err(Mistake::Empty);
    }
    let letters = text.as_bytes();
    let mut total = 0;
    let mut previous = u16::MAX;
    for i in 0..letters.len() {
        let value = match digit(letters[i]) {
            Ok(value) => value,
            Err(mistake) => return Err(mistake),
        };
        if value > previous {
            if previous * 10 < value {
                return Err(Mistake::Order);
            }
            total += value - 2 * previous;
        } else {
            total += value;
        }
        previous = value;
    }
    Ok(Roman(total))
}

fn main() {
    let years = [1, 4, 9, 14, 40, 90, 444, 1066, 1492, 1789, 1994, 2026, 3999];
    for i in 0..years.len() {
        println!("{:4} {}", years[i], Roman(years[i]));
    }
    println!("{:?}", read("MCMXCIV"));
    println!("{:?} {:?} {:?}", read(""), read("MMXe"), read("IM"));
    match read("XLII") {
        Ok(Roman(n @ 40..=49)) => println!("{n} is {}", Roman(n)),
        Ok(roman) => println!("{roman}"),
        Err(mistake) => println!("{mistake:?}"),
    }
    let mut longest = Roman(0);
    let mut most = 0;
    for n in 1..400 {
        let mut pieces = 0;
        let (mut rest, mut i) = (n, 0);
        while rest > 0 {
            if rest >= PIECES[i].0 {
                rest -= PIECES[i].0;
                pieces += PIECES[i].1.len();
            } else {
                i += 1;
            }
        }
        if pieces > most {
            (most, longest) = (pieces, Roman(n));
        }
    }
    println!("{most} letters: {longest} = {}", longest.0);
}
