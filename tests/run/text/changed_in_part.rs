// Parts of texts that are changed: by an index, by `get_mut`, and both sides of a place.

fn capitalised(word: &str) -> String {
    let mut word = word.to_string();
    let first = word.chars().next().map_or(0, char::len_utf8);
    word[..first].make_ascii_uppercase();
    word
}

fn shout(text: &mut str, from: usize) {
    text[from..].make_ascii_uppercase();
    if let Some(dots) = text.get_mut(..0) {
        dots.make_ascii_lowercase();
    }
}

fn main() {
    let mut s = String::from("hello wörld");
    s[0..1].make_ascii_uppercase();
    s[6..=6].make_ascii_uppercase();
    println!("{s}");
    s[..].make_ascii_lowercase();
    s[..=1].make_ascii_uppercase();
    println!("{s}");
    shout(&mut s, 6);
    println!("{s}");
    let (a, b) = s.split_at_mut(4);
    a.make_ascii_lowercase();
    b.make_ascii_uppercase();
    println!("{a}|{b}");
    println!("{:?}", s.get_mut(0..2));
    println!("{:?}", s.get_mut(8..9));
    println!("{:?}", s.split_at_mut_checked(8));
    println!("{:?}", s.split_at_mut_checked(40));
    let words: Vec<String> = "the quick élan x".split(' ').map(capitalised).collect();
    println!("{words:?} {:?}", capitalised(""));
    let mut boxed: Box<str> = "boxed text".into();
    boxed[6..].make_ascii_uppercase();
    let part = &mut boxed[..5];
    part[1..3].make_ascii_uppercase();
    println!("{boxed}");
    let mut grid = vec![String::from("abc"), String::from("déf")];
    for (i, row) in grid.iter_mut().enumerate() {
        row[i..].make_ascii_uppercase();
    }
    println!("{grid:?}");
    let (_, right) = grid[1].split_at_mut(2);
    println!("never: {right}");
}
