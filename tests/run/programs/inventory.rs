use std::collections::{HashMap, HashSet};
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Category {
    Tool,
    Food,
    Toy,
}

impl std::str::FromStr for Category {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        match s.to_lowercase().as_str() {
            "tool" | "tools" => Ok(Self::Tool),
            "food" => Ok(Self::Food),
            "toy" | "toys" => Ok(Self::Toy),
            other => Err(format!("unknown category {other:?}")),
        }
    }
}

#[derive(Debug, Clone)]
struct Item {
    name: String,
    category: Category,
    count: u32,
    price: f32,
    tags: HashSet<String>,
}

#[derive(Debug)]
enum LoadError {
    Fields { line: usize, found: usize },
    Number { line: usize, source: std::num::ParseIntError },
    Price(usize),
    Category(String),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::Fields { line, found } => write!(f, "line {line}: {found} fields"),
            LoadError::Number { line, source } => write!(f, "line {line}: {source}"),
            LoadError::Price(line) => write!(f, "line {line}: bad price"),
            LoadError::Category(text) => f.pad(text),
        }
    }
}

fn load_line(number: usize, line: &str) -> Result<Item, LoadError> {
    let fields: Vec<&str> = line.split(';').map(|f| f.trim()).collect();
    let [name, category, count, price, tags @ ..] = fields.as_slice() else {
        return Err(LoadError::Fields { line: number, found: fields.len() });
    };
    let category = category.parse().map_err(LoadError::Category)?;
    let count = count.parse::<u32>().map_err(|source| LoadError::Number { line: number, source })?;
    let price = price.parse().map_err(|_| LoadError::Price(number))?;
    let tags = tags.iter().flat_map(|t| t.split(',')).filter(|t| !t.is_empty()).map(|t| t.to_string()).collect();
    Ok(Item { name: name.to_string(), category, count, price, tags })
}

#[derive(Default)]
struct Inventory {
    items: Vec<Item>,
    by_name: HashMap<String, usize>,
}

impl Inventory {
    fn load(text: &str) -> (Self, Vec<LoadError>) {
        let mut inventory = Self::default();
        let mut errors = Vec::new();
        for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
            match load_line(i + 1, line) {
                Ok(item) => inventory.add(item),
                Err(e) => errors.push(e),
            }
        }
        (inventory, errors)
    }

    fn add(&mut self, item: Item) {
        match self.by_name.get(&item.name) {
            Some(&at) => {
                let old = &mut self.items[at];
                old.count += item.count;
                old.tags.extend(item.tags);
            }
            None => {
                self.by_name.insert(item.name.clone(), self.items.len());
                self.items.push(item);
            }
        }
    }

    fn value_by_category(&self) -> Vec<(Category, f32, usize)> {
        let mut sums: HashMap<Category, (f32, usize)> = HashMap::new();
        for item in &self.items {
            let entry = sums.entry(item.category).or_insert((0.0, 0));
            entry.0 += item.price * item.count as f32;
            entry.1 += 1;
        }
        let mut list: Vec<_> = sums.into_iter().map(|(c, (v, n))| (c, v, n)).collect();
        list.sort_by(|a, b| b.1.partial_cmp(&a.1).unwrap().then_with(|| a.0.cmp(&b.0)));
        list
    }

    fn take(&mut self, name: &str, n: u32) -> Option<f32> {
        let at = *self.by_name.get(name)?;
        let item = self.items.get_mut(at).filter(|item| item.count >= n)?;
        item.count -= n;
        Some(item.price * n as f32)
    }

    fn tagged<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.items.iter().filter(move |i| i.tags.contains(tag)).map(|i| i.name.as_str())
    }
}

const DATA: &str = "
hammer; tool; 5; 12.5; heavy,steel
apple; Food; 120; 0.25; fresh
robot; toys; 3; 49.99; battery,steel
hammer; tools; 2; 12.5; wood
broken line
saw; tool; many; 3
pear; fruit; 3; 1
kite; toy; 7; cheap
bread; food; 20; 2.2
";

fn main() {
    let (mut inventory, errors) = Inventory::load(DATA);
    for e in &errors {
        println!("! {e}");
    }
    for item in &inventory.items {
        let mut tags: Vec<&String> = item.tags.iter().collect();
        tags.sort();
        println!("{:<8}|{:?}|{:>4}|{:>7.2}|{tags:?}", item.name, item.category, item.count, item.price);
    }
    for (category, value, kinds) in inventory.value_by_category() {
        println!("{category:?}: {value:.2} in {kinds} kinds");
    }
    for (name, n) in [("hammer", 6), ("hammer", 6), ("nothing", 1), ("apple", 100)] {
        match inventory.take(name, n) {
            Some(price) => println!("sold {n} of {name} for {price}"),
            None => println!("cannot sell {n} of {name}"),
        }
    }
    let mut steel: Vec<_> = inventory.tagged("steel").collect();
    steel.sort_by_key(|n| std::cmp::Reverse(n.len()));
    println!("{steel:?}");
    let stock: u32 = inventory.items.iter().map(|i| i.count).sum();
    let (cheap, dear): (Vec<&Item>, Vec<&Item>) = inventory.items.iter().partition(|i| i.price < 10.0);
    println!("{stock} {} {}", cheap.len(), dear.len());
    println!("{:?}", "Tool".parse::<Category>());
    println!("{:?}", "tooth".parse::<Category>().unwrap_err());
}
