// A small library's loans: generics, traits, closures, iterators and collections in a hundred lines.

use std::collections::HashMap;
use std::fmt;

/// What a reader can take home.
trait Item {
    fn title(&self) -> &str;
    fn days(&self) -> u32;

    fn fine(&self, days_late: u32) -> u32 {
        days_late * 10
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Book {
    title: String,
    pages: u32,
}

#[derive(Debug, Clone, PartialEq)]
struct Film {
    title: String,
    minutes: u32,
}

impl Item for Book {
    fn title(&self) -> &str {
        &self.title
    }

    fn days(&self) -> u32 {
        if self.pages > 500 { 42 } else { 28 }
    }
}

impl Item for Film {
    fn title(&self) -> &str {
        &self.title
    }

    fn days(&self) -> u32 {
        7
    }

    fn fine(&self, days_late: u32) -> u32 {
        days_late * self.minutes / 4
    }
}

impl fmt::Display for Book {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "“{}”, {} pages", self.title, self.pages)
    }
}

/// The shelf's things in an order of the caller's choice.
struct Shelf<T> {
    items: Vec<T>,
}

impl<T: Item + Clone> Shelf<T> {
    fn new(items: Vec<T>) -> Self {
        Shelf { items }
    }

    fn sorted_by<K: Ord>(&self, key: impl Fn(&T) -> K) -> Vec<T> {
        let mut sorted = self.items.clone();
        sorted.sort_by_key(|item| key(item));
        sorted
    }

    fn longest(&self) -> Option<&T> {
        self.items.iter().max_by_key(|item| item.days())
    }
}

fn fines(items: &[Box<dyn Item>], late: u32) -> HashMap<String, u32> {
    items.iter().map(|item| (item.title().to_string(), item.fine(late))).collect()
}

fn words<'a>(texts: impl Iterator<Item = &'a str>) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for word in texts.flat_map(|text| text.split_whitespace()) {
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    counts
}

fn main() {
    let shelf = Shelf::new(vec![
        Book { title: String::from("The Rust Book"), pages: 560 },
        Book { title: String::from("A Book of Trees"), pages: 120 },
        Book { title: "The Trees".to_string(), pages: 310 },
    ]);
    for book in shelf.sorted_by(|book| book.pages) {
        println!("{book}, for {} days", book.days());
    }
    println!("longest: {:?}", shelf.longest().map(|book| &book.title));

    let film = Film { title: "Metropolis".into(), minutes: 153 };
    let mut items: Vec<Box<dyn Item>> = vec![Box::new(film)];
    items.extend(shelf.items.iter().map(|book| Box::new(book.clone()) as Box<dyn Item>));
    let mut owed: Vec<(String, u32)> = fines(&items, 3).into_iter().collect();
    owed.sort();
    for (title, fine) in &owed {
        println!("{title:<16}{:>8.2}", f64::from(*fine) / 100.0);
    }
    let counts = words(items.iter().map(|item| item.title()));
    let mut often: Vec<_> = counts.iter().filter(|(_, count)| **count > 1).collect();
    often.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    println!("{often:?}, total {}", owed.iter().map(|(_, fine)| fine).sum::<u32>());
}
