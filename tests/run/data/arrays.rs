// Arrays and slices: literals, repeats, indexing, nesting, slicing, comparison, copying.
fn sum(values: &[i32]) -> i32 {
    let mut total = 0;
    for i in 0..values.len() {
        total += values[i];
    }
    total
}

fn reverse(values: &mut [i32]) {
    let n = values.len();
    for i in 0..n / 2 {
        let other = n - 1 - i;
        let kept = values[i];
        values[i] = values[other];
        values[other] = kept;
    }
}

fn sort(values: &mut [i32; 8]) {
    for i in 1..8 {
        let mut j = i;
        while j > 0 && values[j - 1] > values[j] {
            values.swap(j - 1, j);
            j -= 1;
        }
    }
}

fn main() {
    let a = [3, 1, 4, 1, 5];
    println!("{a:?} {} {}", a.len(), a[2]);
    println!("{}", sum(&a));
    println!("{} {}", sum(&a[1..4]), sum(&a[..2]));
    println!("{:?} {:?} {:?}", &a[3..], &a[..=1], &a[..]);
    let mut b = [0; 6];
    for i in 0..6 {
        b[i] = (i * i) as i32;
    }
    reverse(&mut b);
    println!("{b:?}");
    reverse(&mut b[1..5]);
    println!("{b:?}");
    let mut c = [9, 2, 7, 4, 5, 3, 8, 1];
    sort(&mut c);
    println!("{c:?}");
    let mut grid = [[0u8; 4]; 3];
    for row in 0..3 {
        for column in 0..4 {
            grid[row][column] = (row * 10 + column) as u8;
        }
    }
    println!("{grid:?}");
    let copy = grid;
    grid[1][1] = 99;
    println!("{} {} {}", copy[1][1], grid[1][1], copy == grid);
    let words = ["one", "two", "three"];
    println!("{words:?} {}", words[2].len());
    let empty: [i32; 0] = [];
    println!("{empty:?} {} {}", empty.len(), empty.is_empty());
    let tuples = [(1, 'a'), (2, 'b')];
    println!("{tuples:?} {}", tuples[1].1);
    println!("{:#?}", [Some(1), None]);
    println!("{}", [1, 2, 3] == [1, 2, 3]);
    println!("{:?} {:?}", a.first(), empty.first());
    println!("{:?} {}", a.get(10), a.contains(&4));
    let bools = [true; 3];
    println!("{bools:?}");
}
