//! The programs that the page offers.

/// A program to start from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Example {
    /// What it belongs to in the menu.
    pub group: &'static str,
    /// Its name in the menu.
    pub title: &'static str,
    /// What it shows, in a line.
    pub hint: &'static str,
    /// Its text.
    pub source: &'static str,
    /// What it reads from standard input.
    pub stdin: &'static str,
    /// Another way to do the same, to be compared with it.
    pub other: Option<&'static str>,
}

macro_rules! example {
    ($group:literal, $title:literal, $hint:literal, $file:literal) => {
        Example {
            group: $group,
            title: $title,
            hint: $hint,
            source: include_str!(concat!("../examples/", $file, ".rs")),
            stdin: "",
            other: None,
        }
    };
    ($group:literal, $title:literal, $hint:literal, $file:literal, reads) => {
        Example {
            stdin: include_str!(concat!("../examples/", $file, ".stdin")),
            ..example!($group, $title, $hint, $file)
        }
    };
    ($group:literal, $title:literal, $hint:literal, $file:literal, $other:literal) => {
        Example {
            other: Some(include_str!(concat!("../examples/", $other, ".rs"))),
            ..example!($group, $title, $hint, $file)
        }
    };
}

/// The programs, from the simplest on; those of a group stand together.
pub const EXAMPLES: &[Example] = &[
    example!("First steps", "A first sum", "precedence, from tree to stack", "01-first-sum"),
    example!("First steps", "Greatest common divisor", "a loop and a recursion", "02-gcd"),
    example!("First steps", "FizzBuzz", "what becomes of a match", "03-fizzbuzz"),
    example!("First steps", "Collatz sequences", "a tight integer loop", "04-collatz"),
    example!("Numbers", "Overflow", "a panic in debug, nonsense in release", "13-overflow"),
    example!("Numbers", "0.1 + 0.2", "how floating point rounds", "12-floats"),
    example!("Numbers", "Bits", "shifts, masks and random numbers", "11-bits"),
    example!("Structs and enums", "An account", "methods, borrows and moves", "09-account"),
    example!("Structs and enums", "A machine in the machine", "enums with data", "10-machine"),
    example!("Structs and enums", "The end of values", "what is dropped when, and how it is known", "17-drops"),
    example!("Traits and closures", "Closures", "what they capture, and how", "20-closures"),
    example!("Traits and closures", "A chain of iterators", "beside the loop that it becomes", "15-chain"),
    example!("Traits and closures", "Shapes", "trait objects and their tables of methods", "16-shapes"),
    example!("Traits and closures", "Macros", "what macro_rules! expands to", "19-macro"),
    example!("Collections", "A vector grows", "capacity, length and moves on the heap", "18-growing"),
    example!("Collections", "Counting words", "a map from text to numbers", "21-words"),
    example!("Reading input", "Guess the number", "a line at a time, until it is right", "26-guess", reads),
    example!("Reading input", "A sum of numbers", "what cannot be parsed is an Err, not a panic", "27-numbers", reads),
    example!("Reading input", "A calculator", "words of a line on a stack", "28-calculator", reads),
    example!("Algorithms", "Sieve of Eratosthenes", "arrays and bounds checks", "05-sieve"),
    example!("Algorithms", "Powers of a matrix", "arrays of arrays by reference", "06-matrix"),
    example!("Algorithms", "Eight queens", "recursion with &mut self", "07-queens"),
    example!("Algorithms", "Mandelbrot set", "floating point in letters", "08-mandelbrot"),
    example!("Algorithms", "Planets", "a program for the stopwatch", "14-n-body"),
    example!("Two ways", "Index or iterate", "where a bounds check goes", "22-index", "22-iterate"),
    example!("Two ways", "Clone or borrow", "what a copy of a string costs", "23-clone", "23-borrow"),
    example!("Two ways", "Grow or reserve", "how often a vector asks for memory", "24-grow", "24-reserve"),
    example!("Two ways", "Recursion or loop", "frames against one variable", "25-recursion", "25-loop"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_together_and_titles_are_different() {
        let mut groups: Vec<&str> = EXAMPLES.iter().map(|example| example.group).collect();
        groups.dedup();
        let mut sorted = groups.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(groups.len(), sorted.len(), "{groups:?}");
        let titles: std::collections::BTreeSet<&str> = EXAMPLES.iter().map(|example| example.title).collect();
        assert_eq!(titles.len(), EXAMPLES.len());
    }
}
