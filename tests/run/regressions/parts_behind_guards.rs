// What a `RefCell` hands out can be narrowed to what has no size of its own, and a text that is no character says why.

use std::cell::{Ref, RefCell, RefMut};
use std::fmt::Display;

fn main() {
    let words = RefCell::new(vec![String::from("one"), String::from("two"), String::from("three")]);
    let all: Ref<'_, [String]> = Ref::map(words.borrow(), |v| &v[1..]);
    println!("{} {:?} {}", all.len(), all, words.try_borrow_mut().is_err());
    let text: Ref<'_, str> = Ref::map(Ref::clone(&all), |v| v[0].as_str());
    println!("{text} {}", text.len());
    drop((all, text));
    let shown: Ref<'_, dyn Display> = Ref::map(words.borrow(), |v| &v[2] as &dyn Display);
    println!("{shown:>8}");
    drop(shown);
    {
        let mut rest: RefMut<'_, [String]> = RefMut::map(words.borrow_mut(), |v| &mut v[..2]);
        rest.swap(0, 1);
        rest[0].push('!');
    }
    println!("{words:?}");
    println!("{:?} {:?} {:?}", "".parse::<char>(), "ab".parse::<char>(), "é".parse::<char>());
    println!("{}, {}", "".parse::<char>().unwrap_err(), "ab".parse::<char>().unwrap_err());
    println!("{}", "".parse::<char>() == "ab".parse::<char>());
}
