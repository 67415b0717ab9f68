// Byte strings and byte characters: escapes, raw forms, indexing, patterns, comparison with text.
const MAGIC: &[u8; 4] = b"\x7fELF";
const LINES: &[u8] = b"one\ntwo\r\nthree\\ \
    continued";
const RAW: &[u8] = br#"a "quoted" \n"#;

fn kind(bytes: &[u8]) -> &'static str {
    match bytes {
        b"" => "empty",
        b"\0" => "zero",
        b"GET" | b"PUT" => "method",
        [b'#', b'!', ..] => "script",
        [b'0'..=b'9', rest @ ..] if rest.is_empty() => "digit",
        [0x80..=0xff, ..] => "not ascii",
        [.., b'\n' | b'\r'] => "line",
        _ => "other",
    }
}

fn count_lines(text: &[u8]) -> (usize, usize) {
    let (mut lines, mut longest, mut length) = (0, 0, 0usize);
    for i in 0..text.len() {
        if text[i] == b'\n' {
            lines += 1;
            length = 0;
        } else {
            length += 1;
            longest = longest.max(length);
        }
    }
    (lines, longest)
}

fn to_hex(bytes: &[u8], out: &mut [u8]) -> usize {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for i in 0..bytes.len() {
        out[2 * i] = DIGITS[(bytes[i] >> 4) as usize];
        out[2 * i + 1] = DIGITS[bytes[i] as usize & 15];
    }
    bytes.len() * 2
}

fn upper(text: &mut [u8]) {
    for i in 0..text.len() {
        if let c @ b'a'..=b'z' = text[i] {
            text[i] = c - (b'a' - b'A');
        }
    }
}

fn print(bytes: &[u8]) {
    for i in 0..bytes.len() {
        print!("{}", bytes[i] as char);
    }
    println!();
}

fn main() {
    println!("{MAGIC:?} {} {}", MAGIC.len(), MAGIC[0] as char == '\x7f');
    println!("{:?} {}", &LINES[13..], LINES.len());
    println!("{:?}", count_lines(LINES));
    print(RAW);
    let tests: [&[u8]; 9] = [b"", b"\0", b"PUT", b"#!/bin/sh", b"7", b"77", b"\xff\xfe", b"abc\n", b"abc"];
    for i in 0..tests.len() {
        print!("{} ", kind(tests[i]));
    }
    println!();
    let mut buffer = *b"some text, 123!";
    upper(&mut buffer[5..]);
    print(&buffer);
    let mut out = [b'.'; 12];
    let length = to_hex(b"\x00\x9a\xff\n", &mut out);
    print(&out);
    print(&out[..length]);
    println!("{} {}", b"same" == "same".as_bytes(), "é".as_bytes() == b"\xc3\xa9");
    println!("{} {}", b"abc" < b"abd", &b"abc"[..] < b"ab".as_slice());
    println!("{} {} {} {}", b'a', b'\'', b'\\', b'"' + b'\t');
    println!("{:?} {:?}", "héé".as_bytes(), "😀".as_bytes());
    println!("{:?} {:x?} {:02X?}", b"ab", b"yz", [b'\n', b'~']);
    println!("{}", b"abcdef"[2..4][1]);
    let two: [&[u8; 2]; 2] = [b"hi", b"yo"];
    println!("{}", two[1][0] as char);
    let [first, .., last] = *b"brackets";
    println!("{}{}", first as char, last as char);
    println!("{:?} {:?}", b"needle".contains(&b'd'), b"haystack".starts_with(b"hay"));
    println!("{}", u32::from_le_bytes(*b"abcd") ^ u32::from_be_bytes(*MAGIC));
    println!("{} {}", b'A'.is_ascii_uppercase(), b'z'.eq_ignore_ascii_case(&b'Z'));
    println!("{}", b"\"tab\t\x01".len());
}
