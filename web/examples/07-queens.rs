// Eight queens on a board, none of which attacks another: count the
// ways, and show the first. Recursion with a mutable borrow: `place`
// calls itself with the same board, one row further down.

const SIZE: usize = 8;

struct Board {
    /// The column of the queen in each row.
    columns: [usize; SIZE],
    solutions: u32,
}

impl Board {
    fn is_safe(&self, row: usize, column: usize) -> bool {
        for above in 0..row {
            let other = self.columns[above];
            let distance = row - above;
            if other == column || other + distance == column || column + distance == other {
                return false;
            }
        }
        true
    }

    fn place(&mut self, row: usize) {
        if row == SIZE {
            self.solutions += 1;
            if self.solutions == 1 {
                self.print();
            }
            return;
        }
        for column in 0..SIZE {
            if self.is_safe(row, column) {
                self.columns[row] = column;
                self.place(row + 1);
            }
        }
    }

    fn print(&self) {
        for row in 0..SIZE {
            for column in 0..SIZE {
                let square = if self.columns[row] == column { 'Q' } else { '.' };
                print!("{square} ");
            }
            println!();
        }
    }
}

fn main() {
    let mut board = Board { columns: [0; SIZE], solutions: 0 };
    board.place(0);
    println!("{} solutions", board.solutions);
}
