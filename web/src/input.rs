//! What a program in the page reads from standard input.

use std::rc::Rc;

/// A program's input, and how much of it is read. It is handed over line by line, as a terminal does it: a program that asks for a
/// line is given no more than that, and so the page can show after each how far the program has come.
#[derive(Clone, Debug, Default)]
pub struct Input {
    bytes: Rc<[u8]>,
    /// How many bytes are read.
    position: usize,
    was_asked: bool,
}

impl Input {
    /// An input of which nothing is read yet: the text in UTF-8.
    pub fn new(text: &str) -> Self {
        Self { bytes: text.as_bytes().into(), position: 0, was_asked: false }
    }

    /// All of it.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether the program has asked for input, whatever it was given.
    pub fn was_asked(&self) -> bool {
        self.was_asked
    }

    /// Hands over what is left of the line, as far as there is room for it, and returns how many bytes those are; 0 at the end.
    pub fn read(&mut self, buffer: &mut [u8]) -> usize {
        self.was_asked = true;
        let rest = &self.bytes[self.position..];
        let line = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |end| end + 1);
        let count = line.min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.position += count;
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_handed_over_line_by_line() {
        let mut input = Input::new("one\n\nthrée");
        assert!(!input.was_asked());
        let mut buffer = [0; 5];
        let mut pieces = Vec::new();
        loop {
            let count = input.read(&mut buffer);
            pieces.push(buffer[..count].to_vec());
            if count == 0 {
                break;
            }
        }
        let expected: [&[u8]; 5] = [b"one\n", b"\n", "thré".as_bytes(), b"e", b""];
        assert_eq!(pieces, expected);
        assert!(input.was_asked());
    }

    #[test]
    fn an_empty_one_is_at_its_end_and_was_asked_for() {
        let mut input = Input::new("");
        assert_eq!((input.read(&mut [0; 4]), input.was_asked()), (0, true));
    }

    #[test]
    fn a_copy_is_read_by_itself() {
        let whole = Input::new("a\nb\n");
        let mut first = whole.clone();
        first.read(&mut [0; 4]);
        let mut second = whole.clone();
        let mut buffer = [0; 4];
        assert_eq!((second.read(&mut buffer), &buffer[..2]), (2, &b"a\n"[..]));
    }
}
