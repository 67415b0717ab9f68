// Halving: lower and upper bounds, a rotated array, an integer root, a root of a polynomial.
fn lower_bound(values: &[i32], wanted: i32) -> usize {
    let (mut low, mut high) = (0, values.len());
    while low < high {
        let middle = low + (high - low) / 2;
        if values[middle] < wanted {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

fn upper_bound(values: &[i32], wanted: i32) -> usize {
    let mut rest = values;
    let mut before = 0;
    while !rest.is_empty() {
        let (left, right) = rest.split_at(rest.len() / 2);
        if right[0] <= wanted {
            before += left.len() + 1;
            rest = &right[1..];
        } else {
            rest = left;
        }
    }
    before
}

fn find(values: &[i32], wanted: i32) -> Result<usize, usize> {
    let at = lower_bound(values, wanted);
    if at < values.len() && values[at] == wanted { Ok(at) } else { Err(at) }
}

fn find_rotated(values: &[i32], wanted: i32) -> Option<usize> {
    let (mut low, mut high) = (0, values.len());
    while low < high {
        let middle = (low + high) / 2;
        if values[middle] == wanted {
            return Some(middle);
        }
        let left_is_sorted = values[low] <= values[middle];
        let in_left = if left_is_sorted {
            values[low] <= wanted && wanted < values[middle]
        } else {
            !(values[middle] < wanted && wanted <= values[high - 1])
        };
        if in_left {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    None
}

fn integer_root(n: u64) -> u64 {
    let (mut low, mut high) = (0u64, 1 << 32);
    while high - low > 1 {
        let middle = (low + high) >> 1;
        match middle.checked_mul(middle) {
            Some(square) if square <= n => low = middle,
            _ => high = middle,
        }
    }
    low
}

fn cubic(x: f64) -> f64 {
    x * x * x - 2.0 * x - 5.0
}

fn bisect(f: fn(f64) -> f64, mut low: f64, mut high: f64) -> (f64, u32) {
    let mut steps = 0;
    loop {
        let middle = (low + high) / 2.0;
        if middle == low || middle == high {
            return (middle, steps);
        }
        if f(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
        steps += 1;
    }
}

fn main() {
    let values = [1, 3, 3, 3, 7, 9, 12, 12, 40];
    for wanted in -1..=13 {
        print!("{wanted}:{}..{} ", lower_bound(&values, wanted), upper_bound(&values, wanted));
    }
    println!();
    println!("{:?} {:?} {:?} {:?}", find(&values, 7), find(&values, 8), find(&values, 41), find(&[], 1));
    println!("{:?} {:?}", values.binary_search(&40), values.binary_search(&0));
    let rotated = [12, 17, 20, 1, 4, 5, 9];
    for i in 0..rotated.len() {
        assert_eq!(find_rotated(&rotated, rotated[i]), Some(i));
    }
    println!("{:?} {:?}", find_rotated(&rotated, 3), find_rotated(&rotated, 20));
    println!("{} {} {}", integer_root(99), integer_root(100), integer_root(u64::MAX));
    let (root, steps) = bisect(cubic, 0.0, 4.0);
    println!("{root} {steps} {:e}", cubic(root).abs().max(1e-15));
}
