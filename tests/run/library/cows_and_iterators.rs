//! `Cow` made by iterators: which are borrowed, which are owned, when one becomes the other.

use std::borrow::{Borrow, Cow, ToOwned};
use std::collections::{BTreeMap, HashSet};

fn squeeze(text: &str) -> Cow<'_, str> {
    match text.find("  ") {
        None => Cow::Borrowed(text.trim()),
        Some(at) => {
            let mut out = text[..at].trim_start().to_string();
            let mut space = false;
            for c in text[at..].trim_end().chars() {
                if c != ' ' || !space {
                    out.push(c);
                }
                space = c == ' ';
            }
            out.into()
        }
    }
}

fn kind<T: ?Sized + ToOwned>(c: &Cow<'_, T>) -> char {
    match c {
        Cow::Borrowed(_) => 'b',
        Cow::Owned(_) => 'o',
    }
}

fn clamp<'a>(items: &'a [i32], max: i32) -> Cow<'a, [i32]> {
    let mut out = Cow::from(items);
    for i in 0..items.len() {
        if out[i] > max {
            out.to_mut()[i] = max;
        }
    }
    out
}

#[derive(Debug, Clone, PartialEq)]
struct Config<'a> {
    name: Cow<'a, str>,
    tags: Vec<Cow<'a, str>>,
}

impl<'a> Config<'a> {
    fn parse(line: &'a str) -> Option<Config<'a>> {
        let (name, tags) = line.split_once(':')?;
        Some(Config { name: squeeze(name), tags: tags.split(',').map(squeeze).filter(|t| !t.is_empty()).collect() })
    }
    fn into_static(self) -> Config<'static> {
        Config {
            name: Cow::Owned(self.name.into_owned()),
            tags: self.tags.into_iter().map(|t| t.into_owned().into()).collect(),
        }
    }
}

#[derive(Debug)]
struct Celsius(f64);
#[derive(Debug, PartialEq)]
struct Reading {
    raw: Celsius2,
    notes: String,
}
#[derive(Debug, PartialEq, Clone)]
struct Celsius2(f64);

impl Borrow<Celsius> for Reading {
    fn borrow(&self) -> &Celsius {
        const BOILING: &Celsius = &Celsius(100.0);
        const COLD: &Celsius = &Celsius(0.0);
        if self.raw.0 > 50.0 { BOILING } else { COLD }
    }
}
impl ToOwned for Celsius {
    type Owned = Reading;
    fn to_owned(&self) -> Reading {
        println!("  own {}", self.0);
        Reading { raw: Celsius2(self.0), notes: format!("{:.1}", self.0) }
    }
}

fn main() {
    for text in ["plain", " a  b   c ", "", "x y", "  "] {
        let cow = squeeze(text);
        println!("{:?} {} {}", cow, kind(&cow), cow.len());
    }
    let total: Cow<'_, str> = ["one", "two  spaces", "three"].into_iter().map(squeeze).fold(Cow::default(), |a, b| a + b);
    println!("{total} {}", kind(&total));
    let joined: String = ["a", "b  c"].iter().map(|s| squeeze(s)).collect();
    println!("{joined} {:?}", ["p", "q"].map(Cow::from).concat());
    let pieces: Vec<Cow<'_, str>> = joined.chars().map(|c| if c == ' ' { Cow::Borrowed("_") } else { c.to_string().into() }).collect();
    println!("{} {}", pieces.join("|"), pieces.iter().map(kind).collect::<String>());
    for max in [9, 3] {
        let c = clamp(&[1, 5, 3, 7], max);
        println!("{c:?} {} {} {}", kind(&c), c.iter().sum::<i32>(), c.contains(&7));
    }
    let line = String::from("  main  unit : fast,  , very  fast ,odd");
    let config = Config::parse(&line).expect("a colon");
    println!("{config:?} {}", config.tags.iter().map(kind).collect::<String>());
    let kept = config.clone().into_static();
    println!("{} {}", kept == config, kept.tags.iter().map(kind).collect::<String>());
    drop(config);
    drop(line);
    println!("{kept:#?}");
    let mut counts: BTreeMap<Cow<'static, str>, usize> = BTreeMap::new();
    for word in "to be or not to be".split(' ') {
        match counts.get_mut(word) {
            Some(n) => *n += 1,
            None => {
                counts.insert(Cow::Owned(word.to_uppercase().to_lowercase()), 1);
            }
        }
    }
    counts.entry("be".into()).and_modify(|n| *n *= 10);
    println!("{counts:?} {}", counts["to"]);
    let set: HashSet<Cow<str>> = HashSet::from(["x".into(), String::from("x").into(), Cow::Borrowed("y")]);
    println!("{} {}", set.len(), set.contains("x"));
    let mut own: Cow<'_, Celsius> = Cow::Borrowed(&Celsius(60.0));
    println!("{:?}", *own);
    own.to_mut().notes.push('!');
    println!("{:?}", own.as_ref());
    println!("{:?} {}", own.into_owned(), Cow::Borrowed("b") < Cow::<str>::Owned("c".into()));
}
