fn main() {
    println!("{} {} {}", "Straße ﬁ İstanbul".to_uppercase(), "ΟΔΥΣΣΕΥΣ ΑΣ. Σ Σα".to_lowercase(), "İ ÀÉ Привет".to_lowercase());
    println!("{:?} {} {}", 'ß'.to_uppercase(), 'ß'.to_uppercase(), 'Q'.to_lowercase());
    println!("{:?}", 'ﬃ'.to_uppercase().rev().collect::<String>());
    println!("{} {:?}", 'a'.to_uppercase().len(), 'a'.to_uppercase().next());
    println!("{} {} {}", '\n'.escape_default(), 'é'.escape_default(), '"'.escape_debug());
    println!("{} {}", '❤'.escape_unicode(), '\u{200b}'.escape_debug());
    println!("{}", "tab\té\"".chars().flat_map(|c| c.escape_default()).collect::<String>());
    let mut b = [0; 4];
    println!("{}", 'é'.encode_utf8(&mut b)); println!("{}", 'ß'.encode_utf8(&mut b).len());
    println!("{:?}", b);
    let mut w = [0; 2];
    println!("{:?}", '𝄞'.encode_utf16(&mut w));
    println!("{:?} {:?}", u8::try_from('é'), u8::try_from('€'));
    println!("{:?}", u8::try_from('€').map_err(|e| e.to_string()));
    println!("{}", "hello world".split(' ').map(|w| { let mut c = w.chars(); match c.next() { Some(f) => f.to_uppercase().collect::<String>() + c.as_str(), None => String::new() } }).collect::<Vec<_>>().join(" "));
    println!("{}", 'x'.to_uppercase().to_string() + "y");
    println!("{:?}", ('a'..='e').map(|c| c.to_ascii_uppercase()).rev().collect::<String>());
    println!("{}", ('a'..='z').step_by(5).map(String::from).collect::<Vec<_>>().join(","));
    println!("{:?}", "AbC".chars().map(|c| if c.is_uppercase() { c.to_lowercase().to_string() } else { c.to_uppercase().to_string() }).collect::<String>());
}
