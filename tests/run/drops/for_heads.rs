//! Temporaries in the head of a `for` live until the loop is over.

struct Noisy(&'static str, Vec<i32>);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("  end of {}", self.0);
    }
}

impl Noisy {
    fn range(&self) -> std::ops::Range<usize> {
        0..self.1.len()
    }

    fn inclusive(&self) -> std::ops::RangeInclusive<usize> {
        1..=self.1.len()
    }

    fn len(&self) -> usize {
        self.1.len()
    }
}

fn make(name: &'static str) -> Noisy {
    println!("  {name} is made");
    Noisy(name, vec![3, 1, 2])
}

fn words(text: &str) -> Vec<(String, usize)> {
    text.split(' ').map(|word| (word.to_uppercase(), word.len())).collect()
}

fn first_large(limit: i32) -> Option<i32> {
    for n in make("early return").1.iter().map(|n| n * 10) {
        if n > limit {
            return Some(n);
        }
    }
    None
}

fn tail() {
    let _local = make("local");
    for n in &make("tail").1 {
        println!("  {n}");
    }
}

fn main() {
    println!("iterator");
    for n in make("iterator").1.iter() {
        println!("  {n}");
    }
    println!("reference");
    for n in &make("reference").1 {
        println!("  {n}");
    }
    println!("adapters");
    for (index, n) in make("adapters").1.iter().rev().enumerate().skip(1) {
        println!("  {index} {n}");
    }
    println!("changed in place");
    for n in make("changed").1.iter_mut() {
        *n += 1;
        println!("  {n}");
    }
    println!("text");
    for (word, length) in words("to be or not to be").iter().take(3) {
        println!("  {word} {length}");
    }
    for letter in String::from("abc").to_uppercase().chars() {
        println!("  {letter}");
    }
    for part in format!("{}-{}", 1, "two").split('-') {
        println!("  {part}");
    }
    println!("a range as a value");
    for n in make("range").range() {
        println!("  {n}");
    }
    println!("an inclusive range as a value");
    for n in make("inclusive").inclusive() {
        println!("  {n}");
    }
    println!("ends of a range");
    for n in make("start").len() - 2..make("end").len() {
        println!("  {n}");
    }
    println!("ends of an inclusive range");
    for n in 2..=make("last").len() {
        println!("  {n}");
    }
    println!("break");
    for n in &make("break").1 {
        if *n == 1 {
            break;
        }
        println!("  {n}");
    }
    println!("labels");
    'outer: for n in &make("outer").1 {
        for m in &make("inner").1 {
            println!("  {n} {m}");
            if n == m {
                continue 'outer;
            }
            if *n < *m {
                break 'outer;
            }
        }
    }
    println!("return");
    println!("  {:?}", first_large(15));
    println!("tail");
    tail();
    println!("operand");
    let units = (for n in &make("operand").1 { println!("  {n}") }, println!("  after it"));
    println!("  {units:?}");
    println!("a value");
    let unit = for n in &make("value").1 {
        println!("  {n}");
    };
    println!("  {unit:?}");
}
