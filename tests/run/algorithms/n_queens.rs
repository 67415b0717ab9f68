// Queens that do not attack each other: backtracking over an array, counted for several sizes.
const MAX: usize = 8;

fn is_safe(columns: &[usize; MAX], row: usize, column: usize) -> bool {
    for earlier in 0..row {
        let other = columns[earlier];
        if other == column || other.abs_diff(column) == row - earlier {
            return false;
        }
    }
    true
}

fn place(columns: &mut [usize; MAX], row: usize, size: usize, first: &mut Option<[usize; MAX]>) -> u32 {
    if row == size {
        if first.is_none() {
            *first = Some(*columns);
        }
        return 1;
    }
    let mut found = 0;
    for column in 0..size {
        if is_safe(columns, row, column) {
            columns[row] = column;
            found += place(columns, row + 1, size, first);
        }
    }
    found
}

fn show(columns: &[usize; MAX], size: usize) {
    for row in 0..size {
        for column in 0..size {
            print!("{}", if columns[row] == column { 'Q' } else { '.' });
        }
        println!();
    }
}

fn main() {
    for size in 1..=6 {
        let mut columns = [0; MAX];
        let mut first = None;
        let count = place(&mut columns, 0, size, &mut first);
        println!("{size}: {count} {first:?}");
        if let Some(columns) = &first {
            show(columns, size);
        }
    }
}
