// Guess the number: what the program reads is under Input, beside
// Output. It is handed over line by line, as if it were typed. Step
// through the run and open Input: it shows how far the program has
// read. Change a guess and run again.

use std::cmp::Ordering;
use std::io;

const SECRET: u32 = 42;

fn main() {
    println!("Guess the number, from 1 to 100.");
    let mut guesses = 0;
    loop {
        let mut line = String::new();
        let length = io::stdin().read_line(&mut line).unwrap();
        if length == 0 {
            println!("There are no more guesses. It was {SECRET}.");
            return;
        }
        // The line ends with the line break that it was typed with.
        let Ok(guess) = line.trim().parse::<u32>() else {
            println!("{:?} is not a number.", line.trim());
            continue;
        };
        guesses += 1;
        match guess.cmp(&SECRET) {
            Ordering::Less => println!("{guess} is too small."),
            Ordering::Greater => println!("{guess} is too large."),
            Ordering::Equal => break,
        }
    }
    println!("{SECRET} is right! It took {guesses} guesses.");
}
