// Reading text as bytes: words, frequencies, palindromes, a cipher, a search with a failure table.
struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    fn next_word(&mut self) -> Option<&'a str> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() && !bytes[self.at].is_ascii_alphabetic() {
            self.at += 1;
        }
        let start = self.at;
        while self.at < bytes.len() && bytes[self.at].is_ascii_alphabetic() {
            self.at += 1;
        }
        if start == self.at { None } else { Some(&self.text[start..self.at]) }
    }
}

fn frequencies(text: &str) -> [u32; 26] {
    let mut counts = [0; 26];
    let bytes = text.as_bytes();
    for i in 0..bytes.len() {
        match bytes[i] {
            c @ b'a'..=b'z' => counts[(c - b'a') as usize] += 1,
            c @ b'A'..=b'Z' => counts[usize::from(c - b'A')] += 1,
            _ => {}
        }
    }
    counts
}

fn is_palindrome(text: &str) -> bool {
    let mut rest = text.as_bytes();
    loop {
        match rest {
            [] | [_] => return true,
            [first, middle @ ..] if !first.is_ascii_alphanumeric() => rest = middle,
            [middle @ .., last] if !last.is_ascii_alphanumeric() => rest = middle,
            [first, middle @ .., last] if first.eq_ignore_ascii_case(last) => rest = middle,
            _ => return false,
        }
    }
}

fn rotate(byte: u8, by: u8) -> u8 {
    let base = match byte {
        b'a'..=b'z' => b'a',
        b'A'..=b'Z' => b'A',
        _ => return byte,
    };
    (byte - base + by) % 26 + base
}

fn failure_table(pattern: &[u8], table: &mut [usize]) {
    let mut length = 0;
    for i in 1..pattern.len() {
        while length > 0 && pattern[i] != pattern[length] {
            length = table[length - 1];
        }
        if pattern[i] == pattern[length] {
            length += 1;
        }
        table[i] = length;
    }
}

fn search(text: &[u8], pattern: &[u8]) {
    let mut table = [0; 16];
    failure_table(pattern, &mut table);
    print!("{:?}", &table[..pattern.len()]);
    let mut matched = 0;
    for i in 0..text.len() {
        while matched > 0 && text[i] != pattern[matched] {
            matched = table[matched - 1];
        }
        if text[i] == pattern[matched] {
            matched += 1;
        }
        if matched == pattern.len() {
            print!(" {}", i + 1 - matched);
            matched = table[matched - 1];
        }
    }
    println!();
}

fn main() {
    let text = "The quick brown fox, the lazy dog: THE END?";
    let mut words = Words { text, at: 0 };
    let mut count = 0;
    let mut longest = "";
    while let Some(word) = words.next_word() {
        count += word.eq_ignore_ascii_case("the") as u32;
        if word.len() > longest.len() {
            longest = word;
        }
        print!("{word}|");
    }
    println!(" {count} {longest}");
    let counts = frequencies(text);
    println!("{counts:?}");
    println!("{} {}", is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("Not a palindrome"));
    let secret = "Why did the chicken cross the road?".as_bytes();
    for i in 0..secret.len() {
        print!("{}", rotate(secret[i], 13) as char);
    }
    println!();
    search(b"abababcababcabababab", b"ababab");
    search(b"aaaaaaa", b"aaa");
    search("mississippi".as_bytes(), b"issi");
}
