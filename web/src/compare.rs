//! How the rows of a comparison are laid out.

use stair_protocol::{ComparedRow, Side};

/// How many rows that are the same stay beside one that is not, where only differences are shown.
const AROUND: usize = 3;

/// One thing of fixed height in the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Item {
    /// A row with both programs beside each other, by its index.
    Both(usize),
    /// One program's line of a row.
    One(usize, Side),
    /// So many rows that are the same and left out.
    Gap(usize),
}

impl Item {
    /// The row that it shows, and the side if it shows one only.
    pub fn row(&self) -> Option<(usize, Option<Side>)> {
        match *self {
            Item::Both(row) => Some((row, None)),
            Item::One(row, side) => Some((row, Some(side))),
            Item::Gap(_) => None,
        }
    }

    /// Whether it shows a difference.
    pub fn differs(&self, rows: &[ComparedRow]) -> bool {
        self.row().and_then(|(row, _)| rows.get(row)).is_some_and(|row| !row.is_same())
    }
}

/// What the list shows of the rows: all, or only differences and a little around them; with the programs beside each other if it
/// is wide, else line below line: a stretch of one program, then that of the other.
pub fn items(rows: &[ComparedRow], only_differences: bool, is_wide: bool) -> Vec<Item> {
    let mut items = Vec::new();
    let mut index = 0;
    while let Some(row) = rows.get(index) {
        let is_same = row.is_same();
        let stretch = rows[index..].iter().take_while(|row| row.is_same() == is_same).count();
        let range = index..index + stretch;
        index = range.end;
        if is_same && only_differences {
            // At the ends there is only one difference to stand beside.
            let front = if range.start == 0 { 0 } else { AROUND };
            let back = if range.end == rows.len() { 0 } else { AROUND };
            let left_out = stretch.saturating_sub(front + back);
            // A single row takes no more room than the word that it is left out.
            let (front, back, left_out) = if left_out < 2 { (stretch, 0, 0) } else { (front, back, left_out) };
            items.extend(range.clone().take(front).map(|row| same(row, is_wide)));
            if left_out > 0 {
                items.push(Item::Gap(left_out));
            }
            items.extend(range.clone().skip(stretch - back).map(|row| same(row, is_wide)));
        } else if is_same {
            items.extend(range.map(|row| same(row, is_wide)));
        } else if is_wide {
            items.extend(range.map(Item::Both));
        } else {
            for side in Side::ALL {
                let has_line = |row: &usize| rows[*row].lines[side.index()].is_some();
                items.extend(range.clone().filter(has_line).map(|row| Item::One(row, side)));
            }
        }
    }
    items
}

fn same(row: usize, is_wide: bool) -> Item {
    if is_wide { Item::Both(row) } else { Item::One(row, Side::Left) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as letters: `=` the same, `|` differing, `<` and `>` of one program only.
    fn rows(text: &str) -> Vec<ComparedRow> {
        let row = |sign: char| ComparedRow {
            lines: [(sign != '>').then_some(0), (sign != '<').then_some(0)],
            differs: [if sign == '|' { vec![(0, 1)] } else { Vec::new() }, Vec::new()],
        };
        text.chars().map(row).collect()
    }

    fn shown(text: &str, only_differences: bool, is_wide: bool) -> String {
        let show = |item: Item| match item {
            Item::Both(row) => format!("{row}"),
            Item::One(row, side) => format!("{row}{}", side.name()),
            Item::Gap(count) => format!("({count})"),
        };
        items(&rows(text), only_differences, is_wide).into_iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn side_by_side_every_row_is_there() {
        assert_eq!(shown("=|<>=", false, true), "0 1 2 3 4");
    }

    #[test]
    fn below_each_other_a_stretch_of_one_program_comes_before_the_other_one() {
        assert_eq!(shown("=|<>|=", false, false), "0A 1A 2A 4A 1B 3B 4B 5A");
    }

    #[test]
    fn what_is_the_same_is_left_out() {
        assert_eq!(shown("======|==========<=====", true, true), "(3) 3 4 5 6 7 8 9 (4) 14 15 16 17 18 19 20 (2)");
        assert_eq!(shown("====|=======|", true, true), "0 1 2 3 4 5 6 7 8 9 10 11 12", "not for a single row");
        assert_eq!(shown("==========", true, true), "(10)");
        assert_eq!(shown("", true, true), "");
    }
}
