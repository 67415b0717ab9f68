// Characters: ranges in loops and patterns, arithmetic through integers, digits, cases, beyond ASCII.
fn shift(c: char, by: u32) -> char {
    match c {
        'a'..='z' => (b'a' + (c as u8 - b'a' + by as u8) % 26) as char,
        'A'..='Z' => char::from_u32('A' as u32 + (c as u32 - 'A' as u32 + by) % 26).unwrap(),
        '0'..'5' => char::from_digit(c.to_digit(10).unwrap() + 5, 10).unwrap(),
        _ => c,
    }
}

fn class(c: char) -> &'static str {
    match c {
        '\0'..=' ' | '\x7f' => "control or space",
        '0'..='9' => "digit",
        'a' | 'e' | 'i' | 'o' | 'u' => "vowel",
        'a'..='z' => "consonant",
        'A'..='Z' => "capital",
        '!'..='~' => "mark",
        '\u{80}'..='\u{ff}' => "latin",
        'α'..='ω' => "greek",
        '\u{1F600}'.. => "astral",
        _ => "other",
    }
}

fn main() {
    for c in 'a'..='f' {
        print!("{c}{} ", shift(c, 13));
    }
    for c in 'X'..'[' {
        print!("{c} ");
    }
    println!();
    for c in 'α'..='ε' {
        print!("{c}={} ", c as u32);
    }
    for c in '\u{D7FE}'..='\u{E001}' {
        print!("{:x} ", c as u32);
    }
    println!();
    let mut count = 0;
    for c in '\0'..'\u{100}' {
        count += c.is_alphabetic() as u32;
    }
    println!("{count}");
    for _ in 'b'..'a' {
        println!("never");
    }
    let tests = ['\n', '7', 'e', 'x', 'Q', '@', 'é', 'λ', '😀', '中', '\u{7f}'];
    for i in 0..tests.len() {
        println!("{:?} {} {}", tests[i], class(tests[i]), tests[i].len_utf8());
    }
    println!("{}{}{}{}{}", shift('y', 3), shift('Z', 27), shift('3', 1), shift('5', 1), shift('ß', 9));
    println!("{} {} {}", 'a' < 'b', 'Z' < 'a', 'é' > 'z');
    println!("{} {}", 'z' as u32 - 'a' as u32 + 1, ('a' as u8 ^ 0x20) as char);
    println!("{:?} {:?}", char::from_u32(0xD800), char::from_u32(0x10FFFF));
    println!("{:?} {:?} {:?}", 'f'.to_digit(16), 'g'.to_digit(16), 'z'.to_digit(36));
    println!("{:?} {:?}", char::from_digit(35, 36), char::from_digit(9, 8));
    println!("{} {}", 'q'.to_ascii_uppercase(), 'É'.to_ascii_lowercase());
    println!("{} {} {}", '٣'.is_numeric(), 'Ω'.is_uppercase(), '\u{a0}'.is_whitespace());
    println!("{:?} {:?} {:?} {:?} {:?}", '\'', '"', '\\', '\t', '\u{200d}');
    println!("{} {}", u8::from(true) as char == '\u{1}', char::from(65u8));
    println!("{} {}", char::MAX as u32, std::mem::size_of::<Option<char>>());
    let mut word = ['s', 't', 'e', 'p'];
    for i in 0..word.len() / 2 {
        word.swap(i, 3 - i);
    }
    word[0] = char::from(word[0] as u8 - 1);
    word[1].make_ascii_uppercase();
    println!("{word:?}");
    let mut hash = 0u32;
    for c in 'a'..='z' {
        hash = hash.rotate_left(5) ^ c as u32;
    }
    println!("{hash:#x}");
}
