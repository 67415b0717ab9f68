// Counting words: a map from text to numbers. In the types, see how
// `entry` hands out a place in the table, and `or_insert` a `&mut`
// to what is in it. In the IR, `sort_by` comes with the closure's
// own function. Open the library in any layer to see the table.

use std::collections::HashMap;

const POEM: &str = "\
    The stair goes up, the stair goes down,
    and step by step we follow;
    what goes up high comes down again,
    and every step is hollow.";

/// The words of a text, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn count(text: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for word in words(text) {
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}

fn main() {
    let counts = count(POEM);
    // A map has no order of its own: the one of this list is ours.
    let mut list: Vec<(&String, &usize)> = counts.iter().filter(|(_, times)| **times > 1).collect();
    list.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    for (word, times) in &list {
        println!("{word:<6} {}", "#".repeat(**times));
    }

    let longest = counts.keys().max_by_key(|word| (word.len(), word.as_str()));
    println!("{} words, {} different", words(POEM).count(), counts.len());
    println!("the longest: {}", longest.map_or("none", |word| word.as_str()));
}
