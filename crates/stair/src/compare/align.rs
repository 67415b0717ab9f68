//! Which elements of two sequences stand beside each other.

use std::ops::Range;

/// How many pairs of elements are weighed against each other at most. Beyond, the two sequences are cut at what both have once.
const MOST_CELLS: usize = 1 << 24;

/// A pair, or an element that has no partner: positions in the two sequences, one of them at least.
pub(super) type Pair = [Option<usize>; 2];

/// What an alignment asks about the elements.
pub(super) trait Score {
    /// How much is gained by setting `left` and `right` beside each other; 0 if they may not stand there. Elements of which
    /// [`Score::key`] is the same must gain more than either gains with any other.
    fn score(&self, left: usize, right: usize) -> u32;

    /// What equal elements have in common.
    fn key(&self, side: usize, index: usize) -> u32;
}

/// The pairs, in order, that gain the most together; the rest in its place, what is left before what is right. This is global
/// alignment by dynamic programming with gaps that cost nothing (Needleman and Wunsch, *A general method applicable to the
/// search for similarities in the amino acid sequence of two proteins*, 1970). Where the sequences are too long for that, they
/// are first cut at the elements that a patience diff finds.
pub(super) fn align(score: &impl Score, left: Range<usize>, right: Range<usize>) -> Vec<Pair> {
    let same = |[l, r]: [usize; 2]| score.key(0, l) == score.key(1, r);
    let (most_left, most_right) = (left.len(), right.len());
    let front = (0..most_left.min(most_right)).take_while(|&i| same([left.start + i, right.start + i])).count();
    let rest = most_left.min(most_right) - front;
    let back = (0..rest).take_while(|&i| same([left.end - 1 - i, right.end - 1 - i])).count();

    let both = |l: usize, r: usize, count: usize| (0..count).map(move |i| [Some(l + i), Some(r + i)]);
    let mut pairs: Vec<Pair> = both(left.start, right.start, front).collect();
    let middle = [left.start + front..left.end - back, right.start + front..right.end - back];
    match middle[0].len().checked_mul(middle[1].len()) {
        Some(cells) if cells <= MOST_CELLS => weigh(score, middle, &mut pairs),
        _ => cut(score, middle, &mut pairs),
    }
    pairs.extend(both(left.end - back, right.end - back, back));
    pairs
}

/// The step that an optimal alignment takes from a cell.
#[derive(Clone, Copy)]
enum Step {
    Both,
    Left,
    Right,
}

/// Adds the best alignment of two stretches, by weighing every pair.
fn weigh(score: &impl Score, [left, right]: [Range<usize>; 2], pairs: &mut Vec<Pair>) {
    let width = right.len() + 1;
    let mut steps = vec![Step::Right; (left.len() + 1) * width];
    // What can be gained from a cell on, for the row below and for the one that is being filled.
    let (mut below, mut gains) = (vec![0; width], vec![0; width]);
    for i in (0..left.len()).rev() {
        gains[width - 1] = 0;
        steps[i * width + width - 1] = Step::Left;
        for j in (0..right.len()).rev() {
            let (skip_left, skip_right) = (below[j], gains[j + 1]);
            let (mut best, mut step) =
                if skip_left >= skip_right { (skip_left, Step::Left) } else { (skip_right, Step::Right) };
            let gain = score.score(left.start + i, right.start + j);
            if gain > 0 && below[j + 1] + gain >= best {
                (best, step) = (below[j + 1] + gain, Step::Both);
            }
            gains[j] = best;
            steps[i * width + j] = step;
        }
        std::mem::swap(&mut below, &mut gains);
    }
    let (mut i, mut j) = (0, 0);
    while i < left.len() || j < right.len() {
        let (l, r) = (left.start + i, right.start + j);
        let pair = match steps[i * width + j] {
            Step::Both => [Some(l), Some(r)],
            Step::Left => [Some(l), None],
            Step::Right => [None, Some(r)],
        };
        pairs.push(pair);
        i += usize::from(pair[0].is_some());
        j += usize::from(pair[1].is_some());
    }
}

/// Adds an alignment of two long stretches: they are cut at what a patience diff sets side by side, and what lies between is
/// weighed where it is short enough, and else has no partners.
fn cut(score: &impl Score, [left, right]: [Range<usize>; 2], pairs: &mut Vec<Pair>) {
    let keys = |side: usize, range: &Range<usize>| range.clone().map(|i| score.key(side, i)).collect::<Vec<u32>>();
    let ops = similar::capture_diff_slices(similar::Algorithm::Patience, &keys(0, &left), &keys(1, &right));
    let mut done = [left.start, right.start];
    let between = |done: [usize; 2], to: [usize; 2], pairs: &mut Vec<Pair>| {
        let gap = [done[0]..to[0], done[1]..to[1]];
        if gap[0].len().saturating_mul(gap[1].len()) <= MOST_CELLS {
            weigh(score, gap, pairs);
        } else {
            pairs.extend(gap[0].clone().map(|l| [Some(l), None]));
            pairs.extend(gap[1].clone().map(|r| [None, Some(r)]));
        }
    };
    for op in ops {
        if let similar::DiffOp::Equal { old_index, new_index, len } = op {
            let start = [left.start + old_index, right.start + new_index];
            between(done, start, pairs);
            pairs.extend((0..len).map(|i| [Some(start[0] + i), Some(start[1] + i)]));
            done = [start[0] + len, start[1] + len];
        }
    }
    between(done, [left.end, right.end], pairs);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sequences of characters: equal ones gain 4, those that differ in case only gain 2.
    struct Letters<'a>([&'a [u8]; 2]);

    impl Score for Letters<'_> {
        fn score(&self, left: usize, right: usize) -> u32 {
            let (l, r) = (self.0[0][left], self.0[1][right]);
            if l == r { 4 } else { 2 * u32::from(l.eq_ignore_ascii_case(&r)) }
        }

        fn key(&self, side: usize, index: usize) -> u32 {
            self.0[side][index].into()
        }
    }

    /// The two lines of an alignment, with `-` where there is no partner.
    fn aligned(left: &str, right: &str) -> [String; 2] {
        let letters = Letters([left.as_bytes(), right.as_bytes()]);
        let pairs = align(&letters, 0..left.len(), 0..right.len());
        [0, 1].map(|side| pairs.iter().map(|p| p[side].map_or('-', |i| letters.0[side][i] as char)).collect())
    }

    #[test]
    fn the_best_pairs_are_found() {
        assert_eq!(aligned("abc", "abc"), ["abc", "abc"]);
        assert_eq!(aligned("", "ab"), ["--", "ab"]);
        assert_eq!(aligned("axc", "ayc"), ["ax-c", "a-yc"], "what may not stand beside each other does not");
        assert_eq!(aligned("abxd", "aBd"), ["abxd", "aB-d"]);
        assert_eq!(aligned("bab", "ab"), ["bab", "-ab"]);
        assert_eq!(aligned("xab", "abAB"), ["xab--", "-abAB"], "equal ones go before similar ones");
    }

    #[test]
    fn long_sequences_are_cut() {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for i in 0..6_000_u32 {
            left.push(i);
            right.push(if i % 3 == 0 { 100_000 + i } else { i });
        }
        right.rotate_left(1);
        struct Numbers([Vec<u32>; 2]);
        impl Score for Numbers {
            fn score(&self, left: usize, right: usize) -> u32 {
                4 * u32::from(self.0[0][left] == self.0[1][right])
            }
            fn key(&self, side: usize, index: usize) -> u32 {
                self.0[side][index]
            }
        }
        let numbers = Numbers([left, right]);
        let pairs = align(&numbers, 0..6_000, 0..6_000);
        for side in [0, 1] {
            let all: Vec<usize> = pairs.iter().filter_map(|pair| pair[side]).collect();
            assert_eq!(all, (0..6_000).collect::<Vec<_>>(), "each is there once, in order");
        }
        assert_eq!(pairs.iter().filter(|pair| pair[0].is_some() && pair[1].is_some()).count(), 4_000);
    }
}
