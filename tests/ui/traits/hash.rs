//! What maps and sets ask of their keys.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

struct Plain;

#[derive(Hash)]
struct NotEq;

#[derive(Hash)]
struct Holds {
    float: f64, //~ ERROR E0277
}

fn main() {
    let mut m = HashMap::new();
    m.insert(Plain, 1); //~ ERROR E0277, E0277
    let mut s: HashSet<f64> = HashSet::new();
    s.insert(1.5); //~ ERROR E0599
    let n: HashSet<NotEq> = [NotEq].into_iter().collect(); //~ ERROR E0277
    1.5f32.hash(&mut DefaultHasher::new()); //~ ERROR E0599
    let h: HashMap<i32, i32> = [1, 2].into_iter().collect(); //~ ERROR E0277
    m.nonsense(); //~ ERROR E0599
    let ages: HashMap<String, i32> = HashMap::new();
    ages.get(5); //~ ERROR E0308
}
