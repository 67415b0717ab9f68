//! `Cow`: borrowed until it has to be owned.

use std::borrow::{Borrow, BorrowMut, Cow, ToOwned};
use std::collections::HashMap;

fn without_spaces(text: &str) -> Cow<'_, str> {
    if text.contains(' ') { Cow::Owned(text.replace(' ', "")) } else { Cow::Borrowed(text) }
}

fn absolute(values: &mut Cow<'_, [i32]>) {
    for i in 0..values.len() {
        if values[i] < 0 {
            values.to_mut()[i] = -values[i];
        }
    }
}

fn kind<B: ?Sized + ToOwned>(cow: &Cow<'_, B>) -> &'static str {
    match cow {
        Cow::Borrowed(_) => "borrowed",
        Cow::Owned(_) => "owned",
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Big(Vec<u8>);

fn name(id: u32) -> Cow<'static, str> {
    match id {
        0 => "zero".into(),
        n => format!("number {n}").into(),
    }
}

fn shown<T: Into<Cow<'static, str>>>(text: T) -> usize {
    let text: Cow<'static, str> = text.into();
    text.len()
}

fn check<K: Borrow<str>>(key: K) -> usize {
    key.borrow().len()
}

fn main() {
    for text in ["abc", "a b c"] {
        let cow = without_spaces(text);
        println!("{cow} {cow:?} {} {} {:>6}|", kind(&cow), cow.len(), cow);
        println!("{}", cow.to_uppercase());
    }
    let (a, b) = ([1, 2, 3], [1, -2, 3]);
    for values in [&a[..], &b[..]] {
        let mut cow = Cow::from(values);
        absolute(&mut cow);
        println!("{cow:?} {}", kind(&cow));
        println!("{:?}", cow.into_owned());
    }
    let mut owned: Cow<[i32]> = Cow::from(vec![-1]);
    absolute(&mut owned);
    println!("{owned:?} {}", kind(&owned));
    println!("{} {} {} {}", name(0), name(7), kind(&name(0)), kind(&name(7)));
    println!("{} {}", shown("static"), shown(String::from("owned")));
    let mut text: Cow<str> = Cow::Borrowed("x");
    text += "y";
    println!("{text} {} {}", kind(&text), text.clone() + "z");
    text.to_mut().push('!');
    println!("{} {} {}", text == "xy!", text == String::from("xy!"), "xy!" == text);
    println!("{:?} {:?}", text.cmp(&Cow::Borrowed("xz")), text < Cow::Borrowed("a"));
    let big = Big(vec![1, 2]);
    let mut cow = Cow::Borrowed(&big);
    cow.to_mut().0.push(3);
    println!("{cow:?} {big:?} {}", *cow == big);
    let copy = cow.clone();
    println!("{} {:?}", kind(&copy), copy.as_ref());
    let mut counts: HashMap<Cow<str>, u32> = HashMap::new();
    *counts.entry(Cow::Borrowed("k")).or_default() += 1;
    *counts.entry(Cow::Owned("k".to_string())).or_default() += 1;
    println!("{counts:?} {:?}", counts.get("k"));
    println!("{} {}", check("abc"), check(String::from("de")));
    println!("{:?} {:?}", Cow::<str>::default(), String::from(name(3)));
    let words: Vec<Cow<str>> = vec!["b".into(), "a".to_string().into()];
    println!("{:?} {}", words.iter().min(), words.join("-"));
    let mut v = vec![3, 1, 2];
    let slice: &mut [i32] = v.borrow_mut();
    slice.sort();
    println!("{v:?} {:?}", [1, 2][..].to_owned());
    for bytes in [&b"plain"[..], b"a\xffb", b"\xe2\x82", b"x\xf0\x9f\x92y\xc0\xaf", b"", b"\xed\xa0\x80."] {
        let text = String::from_utf8_lossy(bytes);
        println!("{text:?} {}", kind(&text));
    }
}
