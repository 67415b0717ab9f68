// Backtracking with arrays of flags: all ways to place ten queens.
const N: usize = 10;

struct Board {
    columns: [bool; N],
    rising: [bool; 2 * N],
    falling: [bool; 2 * N],
}

fn place(board: &mut Board, row: usize) -> u32 {
    if row == N {
        return 1;
    }
    let mut count = 0;
    for column in 0..N {
        let (up, down) = (row + column, row + N - column);
        if !board.columns[column] && !board.rising[up] && !board.falling[down] {
            board.columns[column] = true;
            board.rising[up] = true;
            board.falling[down] = true;
            count += place(board, row + 1);
            board.columns[column] = false;
            board.rising[up] = false;
            board.falling[down] = false;
        }
    }
    count
}

fn main() {
    let mut board = Board { columns: [false; N], rising: [false; 2 * N], falling: [false; 2 * N] };
    let mut total = 0;
    for _ in 0..10 {
        total += place(&mut board, 0);
    }
    println!("{total}");
}
