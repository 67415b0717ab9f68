// Strings: building, editing, searching, iterating, formatting into them.
use std::fmt::Write;

fn shout(text: &str) -> String {
    let mut loud = text.to_ascii_uppercase();
    loud.push('!');
    loud
}

struct Point(i32, i32);

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "({}, {:>3})", self.0, self.1)
    }
}

fn main() {
    let mut s = String::new();
    s.push_str("grüße");
    s.push('!');
    println!("{s} {} {} {:?}", s.len(), s.chars().count(), s.pop());
    s.insert(0, '¡');
    s.insert_str(2, "ab");
    println!("{s} {:?} {:?}", s.find('r'), s.find("zz"));
    println!("{} {}", s.remove(0), s);
    s.truncate(3);
    println!("{s:?} {}", shout(&s));

    let joined = String::from("a") + "b" + &"c".to_string();
    let mut more = joined.clone();
    more += "d";
    more += &joined;
    println!("{joined} {more} {}", joined < more);
    println!("{}", format!("{:>5}|{:<4}|{:^5}|{:03}", "x", joined, 'y', 7));
    println!("{:?} {:?}", "7".to_string(), Point(1, 2).to_string());
    println!("[{:>10}]", format!("{}", Point(3, 4)));

    let mut out = String::new();
    write!(out, "{}-{:?}", 1, "q").unwrap();
    writeln!(out, " {}", Point(5, 6)).unwrap();
    out.write_str("end").unwrap();
    println!("{out}");

    for (i, c) in "añb".char_indices() {
        print!("{i}{c} ");
    }
    println!();
    println!("{:?}", "one  two".split(' ').collect::<Vec<_>>());
    println!("{:?}", " one \t two\n".split_whitespace().rev().collect::<Vec<&str>>());
    println!("{:?}", "l1\nl2\r\n\nl4".lines().collect::<Vec<_>>());
    println!("{:?}", "abc".split("").collect::<Vec<_>>());
    println!("{:?}", "a,b,,c,".split(',').collect::<Vec<_>>().join("+"));
    println!("{} {}", "na".repeat(3), "aXbXc".replace('X', "--"));
    println!("{:?}", "hey".bytes().rev().collect::<Vec<u8>>());
    println!("{}", "desserts".chars().rev().collect::<String>());
    println!("{:?}", "12 x 7".split(' ').nth(2).unwrap().parse::<i32>());
    let words = vec!["alpha", "beta"];
    println!("{} {:?}", words.concat(), words.join(", "));
    let bytes = "hi".to_string().into_bytes();
    println!("{bytes:?} {:?}", String::from_utf8(bytes.clone()));
    println!("{:?}", String::from_utf8(vec![104, 255]));
    let t = String::from("slice me");
    println!("{} {} {}", &t[..5], &t[6..], t == "slice me");
    match t.as_str() {
        "slice me" => println!("matched"),
        _ => println!("not matched"),
    }
    println!("{}", size_of::<String>());
}
