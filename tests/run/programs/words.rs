use std::collections::HashMap;

const TEXT: &str = "It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness; it was the epoch of belief -- it was the epoch of incredulity!
Was it? \"Yes,\" said Ünal; 'naïve' words aren't counted twice... 42 times 3.5";

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|w| w.trim_matches('\''))
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
}

fn count<I>(words: I) -> HashMap<String, usize>
where
    I: IntoIterator,
    I::Item: Into<String>,
{
    let mut counts = HashMap::new();
    for word in words {
        *counts.entry(word.into()).or_insert(0) += 1;
    }
    counts
}

fn top(counts: &HashMap<String, usize>, n: usize) -> Vec<(&str, usize)> {
    let mut all: Vec<(&str, usize)> = counts.iter().map(|(w, &c)| (w.as_str(), c)).collect();
    all.sort_by(|(a, x), (b, y)| y.cmp(x).then(a.cmp(b)));
    all.truncate(n);
    all
}

fn capitalize(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().collect::<String>() + chars.as_str(),
        None => String::new(),
    }
}

fn caesar(text: &str, shift: u8) -> String {
    text.chars()
        .map(|c| match c {
            'a'..='z' => ((c as u8 - b'a' + shift) % 26 + b'a') as char,
            'A'..='Z' => ((c as u8 - b'A' + shift) % 26 + b'A') as char,
            _ => c,
        })
        .collect()
}

fn is_palindrome(s: &str) -> bool {
    let letters: Vec<char> = s.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    letters.iter().eq(letters.iter().rev())
}

fn run_length(s: &str) -> String {
    let mut out = String::new();
    let mut it = s.chars().peekable();
    while let Some(c) = it.next() {
        let mut n = 1;
        while it.next_if_eq(&c).is_some() {
            n += 1;
        }
        if n > 1 {
            out += &n.to_string();
        }
        out.push(c);
    }
    out
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("never empty");
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_string());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

fn main() {
    let counts = count(words(TEXT));
    for (word, n) in top(&counts, 6) {
        println!("{word:>8} {}", "*".repeat(n));
    }
    println!("{} words, {} different", words(TEXT).count(), counts.len());
    let longest = words(TEXT).max_by_key(|w| w.chars().count());
    println!("{longest:?}");
    let title: Vec<String> = words(TEXT).take(6).map(|w| capitalize(&w)).collect();
    println!("{}", title.join(" "));
    println!("{}", capitalize("éclair") + &capitalize(""));
    let secret = caesar("Hello, World!", 3);
    println!("{secret} {}", caesar(&secret, 23));
    for s in ["A man, a plan, a canal: Panama", "Rust", ""] {
        println!("{s:?} {}", is_palindrome(s));
    }
    println!("{}", run_length("aaabccddddde"));
    for (i, line) in wrap(TEXT, 40).iter().enumerate() {
        println!("{:>2} |{line:<42}|", i + 1);
    }
    let numbers: Vec<f64> = TEXT.split(' ').filter_map(|w| w.parse().ok()).collect();
    println!("{numbers:?}");
    let vowels = TEXT.chars().filter(|c| "aeiou".contains(*c)).count();
    let (upper, other): (String, String) = TEXT.chars().take(30).partition(|c| c.is_uppercase());
    println!("{vowels} {upper:?} {other:?}");
    let mut by_len: HashMap<usize, Vec<String>> = HashMap::new();
    for w in words(TEXT) {
        let list = by_len.entry(w.len()).or_default();
        if !list.contains(&w) {
            list.push(w);
        }
    }
    let mut keys: Vec<_> = by_len.keys().collect();
    keys.sort();
    for k in keys {
        println!("{k}: {}", by_len[k].join(","));
    }
    let initials: String = TEXT.lines().filter_map(|l| l.chars().next()).rev().collect();
    println!("{initials} {:?} {:?}", TEXT.find("epoch"), TEXT.rfind("epoch").map(|i| &TEXT[i..i + 8]));
    println!("{:?}", "key=value=x".split_once('='));
    println!("{:?}", "a,b,,c".splitn(3, ',').collect::<Vec<_>>());
    println!("{}", "tic-tac-toe".replace('-', " ").replacen("t", "T", 2));
    println!("{:?}", "  pad ".trim_start().char_indices().collect::<Vec<_>>());
}
