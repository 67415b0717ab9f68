// What `&str` and `char` can do without a heap.
fn main() {
    let s = "héllo, wörld";
    println!("{} {} {}", s, s.len(), s.is_empty());
    println!("{:?}", &s[0..1]);
    println!("{}", s == "héllo, wörld");
    println!("{} {}", "abc" < "abd", "Z" < "a");
    println!("{} {}", "tab\there", "line\\n");
    println!(
        "continued \
         here"
    );
    println!("{}", r"raw \n");
    println!("{}", r#"with "quotes""#);
    println!("{:?}", s.as_bytes()[1]);
    println!("{}", "\u{48}\u{49} \x41");
    let c = 'ß';
    println!("{} {} {}", c, c.len_utf8(), c as u32);
    println!("{} {} {}", 'a'.is_alphabetic(), '5'.is_numeric(), ' '.is_whitespace());
    println!("{} {}", 'a'.to_ascii_uppercase(), 'Z'.to_ascii_lowercase());
    println!("{:?} {:?}", '7'.to_digit(10), 'f'.to_digit(16));
    println!("{} {}", '9'.is_ascii_digit(), 'x'.is_ascii_uppercase());
    println!("multi
line");
    println!("{}", "€".len());
    println!("{}", b"bytes"[2]);
}
