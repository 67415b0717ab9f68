use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash};

fn main() {
    let mut m = HashMap::from([(1, 2)]);
    m.get_disjoint_mut([&1]); //~ ERROR S0006
    let mut s: HashSet<u8> = HashSet::new();
    s.try_reserve(4); //~ ERROR S0006
    println!("{:?}", DefaultHasher::new()); //~ ERROR S0025
    let mut h = DefaultHasher::new();
    (main as fn()).hash(&mut h); //~ ERROR S0006
}
