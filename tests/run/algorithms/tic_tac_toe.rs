// Noughts and crosses: the best move by searching the whole game, with pruning.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Player {
    Cross,
    Nought,
}

use Player::{Cross, Nought};

impl Player {
    fn other(self) -> Player {
        match self {
            Cross => Nought,
            Nought => Cross,
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
struct Board([Option<Player>; 9]);

const LINES: [[usize; 3]; 8] = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]];

impl Board {
    fn winner(&self) -> Option<Player> {
        for i in 0..LINES.len() {
            let [a, b, c] = LINES[i];
            if let Some(player) = self.0[a]
                && self.0[b] == Some(player)
                && self.0[c] == self.0[a]
            {
                return Some(player);
            }
        }
        None
    }

    fn is_full(&self) -> bool {
        !self.0.contains(&None)
    }

    fn show(&self) {
        for row in 0..3 {
            for column in 0..3 {
                let cell = match self.0[row * 3 + column] {
                    Some(Cross) => 'X',
                    Some(Nought) => 'O',
                    None => '.',
                };
                print!("{cell}");
            }
            print!("{}", if row == 2 { "\n" } else { "/" });
        }
    }
}

/// What the position is worth to the player whose turn it is.
fn value(board: &mut Board, player: Player, mut low: i32, high: i32, nodes: &mut u32) -> i32 {
    *nodes += 1;
    if board.winner().is_some() {
        return -10;
    }
    if board.is_full() {
        return 0;
    }
    for cell in 0..9 {
        if board.0[cell].is_none() {
            board.0[cell] = Some(player);
            let mine = -value(board, player.other(), -high, -low, nodes);
            board.0[cell] = None;
            let mine = mine - mine.signum();
            if mine > low {
                low = mine;
            }
            if low >= high {
                break;
            }
        }
    }
    low
}

fn best_move(board: &Board, player: Player, nodes: &mut u32) -> Option<(usize, i32)> {
    let mut best = None;
    for cell in 0..9 {
        if board.0[cell].is_some() {
            continue;
        }
        let mut copy = *board;
        copy.0[cell] = Some(player);
        let worth = -value(&mut copy, player.other(), -100, 100, nodes);
        best = match best {
            Some((_, old)) if old >= worth => best,
            _ => Some((cell, worth)),
        };
    }
    best
}

fn main() {
    let mut board = Board([None; 9]);
    board.0[0] = Some(Cross);
    board.0[4] = Some(Nought);
    board.0[8] = Some(Cross);
    let mut turn = Nought;
    board.show();
    let mut nodes = 0;
    let result = loop {
        if let Some(winner) = board.winner() {
            break Some(winner);
        }
        let Some((cell, worth)) = best_move(&board, turn, &mut nodes) else {
            break None;
        };
        board.0[cell] = Some(turn);
        print!("{turn:?} {cell} ({worth}): ");
        board.show();
        turn = turn.other();
    };
    println!("{result:?} after {nodes} positions");
    let mut trap = Board([Some(Cross), None, None, None, Some(Nought), None, None, None, Some(Cross)]);
    trap.0[2] = Some(Nought);
    println!("{:?}", best_move(&trap, Cross, &mut nodes));
    trap.0[6] = Some(Cross);
    println!("{:?}", best_move(&trap, Nought, &mut nodes));
    trap.0[3] = Some(Cross);
    println!("{:?}", trap.winner());
}
