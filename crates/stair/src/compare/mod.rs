//! Two programs at one stage, side by side: which lines do the same, and where those that nearly do differ.
//!
//! Functions are paired first, then the lines within them are aligned. Numbers of values and blocks and names of locals are
//! given by chance, and two programs that do the same rarely have the same ones. So lines are aligned as if they had none, and
//! then are called the same if each such name of one program stands for one name of the other wherever lines are paired.

mod align;
mod functions;
mod words;

pub use words::Form;

use crate::view::Doc;
use align::{Pair, Score, align};
use rustc_hash::FxHashMap;
use std::ops::Range;
use words::{Reader, Word, Words, declared};

/// What two lines that are the same gain by standing beside each other, what lines of mere signs gain, and what lines gain that
/// do the same with something else.
const SAME: u32 = 4;
const SIGNS: u32 = 1;
const ALIKE: u32 = 2;

/// A line of one program, of the other, or of both beside each other.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Row {
    /// The lines of the two stages, counted from 0; one of them at least.
    pub lines: [Option<u32>; 2],
    /// Where lines that stand beside each other differ: bytes of each line's text.
    pub differs: [Vec<Range<u32>>; 2],
}

impl Row {
    /// Whether both programs have this line, and it says the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.is_pair() && self.differs.iter().all(Vec::is_empty)
    }

    /// Whether both programs have this line, the same or another that does the like.
    #[must_use]
    pub fn is_pair(&self) -> bool {
        self.lines.iter().all(Option::is_some)
    }
}

/// Sets two programs' lines of a stage side by side. Each line is in one row, and the lines of the left program are in order; so
/// are those of the right one within its functions, which stand beside those of the left one that they resemble.
#[must_use]
pub fn compare(form: Form, docs: [&Doc; 2]) -> Vec<Row> {
    let mut reader = Reader::new(form);
    let lines = docs.map(|doc| read(&mut reader, form, doc));
    let score = Lines(&lines);
    let mut rows = Vec::new();
    for [left, right] in functions::pair(docs, &lines) {
        let pairs = align(&score, left, right);
        rows.extend(Names::default().rows(docs, &lines, &pairs));
    }
    rows
}

fn read(reader: &mut Reader, form: Form, doc: &Doc) -> Vec<Words> {
    let mut lines = Vec::new();
    let mut locals = Vec::new();
    let mut functions = doc.functions.iter().peekable();
    for (index, line) in doc.lines.iter().enumerate() {
        if let Some(function) = functions.next_if(|function| function.lines.start as usize == index) {
            let body = doc.lines.get(index..function.lines.end as usize).unwrap_or_default();
            locals = body.iter().filter_map(|line| declared(form, &line.text)).map(str::to_owned).collect();
        }
        lines.push(reader.read(&line.text, &locals));
    }
    lines
}

struct Lines<'a>(&'a [Vec<Words>; 2]);

impl Score for Lines<'_> {
    fn score(&self, left: usize, right: usize) -> u32 {
        let (left, right) = (&self.0[0][left], &self.0[1][right]);
        if left.key == right.key {
            if left.operation.is_some() { SAME } else { SIGNS }
        } else if left.operation.is_some() && left.operation == right.operation {
            ALIKE
        } else {
            0
        }
    }

    fn key(&self, side: usize, index: usize) -> u32 {
        self.0[side][index].key
    }
}

/// The words of two lines that stand beside each other.
struct Pieces<'a>([&'a [Word]; 2]);

impl Score for Pieces<'_> {
    fn score(&self, left: usize, right: usize) -> u32 {
        u32::from(self.key(0, left) == self.key(1, right))
    }

    fn key(&self, side: usize, index: usize) -> u32 {
        self.0[side][index].sense
    }
}

/// Which name of one program stands for which of the other.
#[derive(Default)]
struct Names<'a> {
    partners: [FxHashMap<(u32, &'a str), &'a str>; 2],
}

impl<'a> Names<'a> {
    /// The rows of pairs of lines. Lines that are the same but for names say first what these stand for: they are the surest.
    fn rows(mut self, docs: [&'a Doc; 2], lines: &'a [Vec<Words>; 2], pairs: &[Pair]) -> Vec<Row> {
        let index = |line: Option<usize>| line.and_then(|line| u32::try_from(line).ok());
        let mut rows: Vec<Row> =
            pairs.iter().map(|pair| Row { lines: pair.map(index), differs: Default::default() }).collect();
        for is_sure in [true, false] {
            for (row, pair) in rows.iter_mut().zip(pairs) {
                let &[Some(left), Some(right)] = pair else { continue };
                let words = [&lines[0][left], &lines[1][right]];
                if (words[0].key == words[1].key) == is_sure {
                    let texts = [docs[0].lines[left].text.as_str(), docs[1].lines[right].text.as_str()];
                    row.differs = self.differences(texts, words);
                }
            }
        }
        rows
    }

    fn differences(&mut self, texts: [&'a str; 2], lines: [&'a Words; 2]) -> [Vec<Range<u32>>; 2] {
        let pieces = Pieces([&lines[0].words, &lines[1].words]);
        let mut differs: [Vec<Range<u32>>; 2] = Default::default();
        for pair in align(&pieces, 0..lines[0].words.len(), 0..lines[1].words.len()) {
            let words = [0, 1].map(|side| pair[side].map(|index| &lines[side].words[index]));
            if let [Some(left), Some(right)] = words
                && (!left.is_name || self.stand_for_each_other(texts, [left, right]))
            {
                continue;
            }
            for (differs, word) in differs.iter_mut().zip(words) {
                let Some(word) = word else { continue };
                let range = word.range.start as u32..word.range.end as u32;
                match differs.last_mut() {
                    Some(last) if last.end == range.start => last.end = range.end,
                    _ => differs.push(range),
                }
            }
        }
        differs
    }

    /// Whether two names of the same kind mean the same in their programs, as far as is known; from now on they do if nothing
    /// was known of either.
    fn stand_for_each_other(&mut self, texts: [&'a str; 2], words: [&Word; 2]) -> bool {
        let names = [0, 1].map(|side| &texts[side][words[side].range.clone()]);
        let key = |side: usize| (words[side].sense, names[side]);
        match [0, 1].map(|side| self.partners[side].get(&key(side)).copied()) {
            [None, None] => {
                for side in [0, 1] {
                    self.partners[side].insert(key(side), names[1 - side]);
                }
                true
            }
            [left, right] => left == Some(names[1]) && right == Some(names[0]),
        }
    }
}
