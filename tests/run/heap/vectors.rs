// Vectors: growth, editing, comparison, iteration, conversion.
fn total(values: &[i32]) -> i32 {
    let mut total = 0;
    for value in values {
        total += value;
    }
    total
}

fn double(values: &mut Vec<i32>) {
    for value in values.iter_mut() {
        *value *= 2;
    }
}

fn main() {
    let mut v = Vec::new();
    let mut capacities = vec![v.capacity()];
    for i in 0..20 {
        v.push(i);
        if v.capacity() != capacities[capacities.len() - 1] {
            capacities.push(v.capacity());
        }
    }
    println!("{capacities:?} {} {}", v.len(), total(&v));
    double(&mut v);
    println!("{:?} {:?} {:?}", &v[..3], v.first(), v.last());

    let mut w = vec![3, 1, 2];
    w.insert(1, 9);
    println!("{w:?} {}", w.remove(0));
    println!("{w:?} {:?}", w.swap_remove(0));
    w.extend_from_slice(&[7, 7, 8]);
    w.dedup();
    println!("{w:?} {} {:?}", w.contains(&8), w.iter().position_of(8));
    let tail = w.split_off(2);
    println!("{w:?} {tail:?}");
    w.append(&mut vec![5; 3]);
    w.truncate(4);
    println!("{w:?} {:?}", w.drain(1..3).collect::<Vec<_>>());
    println!("{w:?} {:?} {:?}", w.pop(), w);
    w.resize(4, 0);
    println!("{w:?} {}", w.is_empty());
    w.clear();
    println!("{w:?} {}", w.is_empty());

    let a = vec![1, 2, 3];
    println!("{} {} {}", a == [1, 2, 3], a < vec![1, 3], a != a.clone());
    println!("{:?} {:?}", a.iter().rev().collect::<Vec<_>>(), a.iter().sum::<i32>());
    let names = vec![String::from("x"), "yy".to_string()];
    for (i, name) in names.iter().enumerate() {
        println!("{i}: {name} {}", name.len());
    }
    let lengths: Vec<usize> = names.into_iter().rev().collect::<Vec<String>>().iter().lengths();
    println!("{lengths:?}");
    let nested = vec![vec![1, 2], vec![], vec![3]];
    println!("{nested:?} {:?} {}", nested.concat(), nested[0][1]);
    println!("{:#?}", vec![(1, 'a')]);
    let array: [i32; 3] = a.try_into().unwrap();
    println!("{array:?}");
    let mut grid = vec![vec![0; 3]; 2];
    grid[1][2] = 5;
    grid[0][0] += 1;
    println!("{grid:?}");
    let unit = vec![(); 5];
    println!("{} {:?}", unit.len(), unit.capacity());
    let mut sorted = vec!["pear", "fig", "apple"];
    sorted.sort();
    println!("{sorted:?} {:?}", sorted.binary_search(&"fig"));
    for pair in [1, 2, 3, 4, 5].windows(2).zip([10, 20, 30].chunks(2)) {
        println!("{pair:?}");
    }
    println!("{} {}", size_of::<Vec<u8>>(), size_of::<Option<Vec<u8>>>());
}

trait Extra {
    fn lengths(self) -> Vec<usize>;
    fn position_of(self, wanted: i32) -> Option<usize>;
}

impl<'a, T: Measured + 'a, I: Iterator<Item = &'a T>> Extra for I {
    fn lengths(self) -> Vec<usize> {
        let mut lengths = Vec::new();
        for item in self {
            lengths.push(item.measure());
        }
        lengths
    }

    fn position_of(self, wanted: i32) -> Option<usize> {
        for (i, item) in self.enumerate() {
            if item.measure() == wanted as usize {
                return Some(i);
            }
        }
        None
    }
}

trait Measured {
    fn measure(&self) -> usize;
}

impl Measured for String {
    fn measure(&self) -> usize {
        self.len()
    }
}

impl Measured for i32 {
    fn measure(&self) -> usize {
        *self as usize
    }
}
