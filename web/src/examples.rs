//! The programs that the page offers.

/// A program to start from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Example {
    /// Its name in the menu.
    pub title: &'static str,
    /// What it shows, in a line.
    pub hint: &'static str,
    /// Its text.
    pub source: &'static str,
}

macro_rules! example {
    ($title:literal, $hint:literal, $file:literal) => {
        Example { title: $title, hint: $hint, source: include_str!(concat!("../examples/", $file, ".rs")) }
    };
}

/// The programs, from the simplest on.
pub const EXAMPLES: &[Example] = &[
    example!("A first sum", "precedence, from tree to stack", "01-first-sum"),
    example!("Greatest common divisor", "a loop and a recursion", "02-gcd"),
    example!("FizzBuzz", "what becomes of a match", "03-fizzbuzz"),
    example!("Collatz sequences", "a tight integer loop", "04-collatz"),
    example!("Sieve of Eratosthenes", "arrays and bounds checks", "05-sieve"),
    example!("Powers of a matrix", "arrays of arrays by reference", "06-matrix"),
    example!("Eight queens", "recursion with &mut self", "07-queens"),
    example!("Mandelbrot set", "floating point in letters", "08-mandelbrot"),
    example!("An account", "methods, borrows and moves", "09-account"),
    example!("A machine in the machine", "enums with data", "10-machine"),
    example!("Bits", "shifts, masks and random numbers", "11-bits"),
    example!("0.1 + 0.2", "how floating point rounds", "12-floats"),
    example!("Overflow", "a panic in debug, nonsense in release", "13-overflow"),
    example!("Planets", "a program for the stopwatch", "14-n-body"),
    example!("A chain of iterators", "beside the loop that it becomes", "15-chain"),
    example!("Shapes", "trait objects and their tables of methods", "16-shapes"),
    example!("The end of values", "what is dropped when, and how it is known", "17-drops"),
    example!("A vector grows", "capacity, length and moves on the heap", "18-growing"),
    example!("Macros", "what macro_rules! expands to", "19-macro"),
    example!("Closures", "what they capture, and how", "20-closures"),
];
