//! What differs from one moment shown to the next.

use stair_protocol::{Cells, Frame, Moment, Value, Variable};

/// Marks what differs in `new` from what `old` shows in the same place.
pub fn mark(old: &Moment, new: &mut Moment) {
    // Frames are the same if they are as far from the program's start, and of the same function at the same address.
    let height = |moment: &Moment, index: usize| moment.depth as usize - index;
    let old_depth = old.depth as usize;
    let new_heights: Vec<usize> = (0..new.frames.len()).map(|index| height(new, index)).collect();
    for (frame, height) in new.frames.iter_mut().zip(new_heights) {
        let same = old_depth.checked_sub(height).and_then(|index| old.frames.get(index));
        let same = same.filter(|same| same.function == frame.function && same.memory == frame.memory);
        mark_frame(same, frame);
    }
    for block in &mut new.blocks {
        let same = old.blocks.binary_search_by_key(&block.address, |other| other.address).ok();
        match same.map(|index| &old.blocks[index]).filter(|same| same.value.ty == block.value.ty) {
            Some(same) => mark_value(&same.value, &mut block.value),
            None => block.value.changed = true,
        }
    }
}

fn mark_frame(old: Option<&Frame>, new: &mut Frame) {
    let Some(old) = old else { return };
    for variable in &mut new.variables {
        let same = |other: &&Variable| other.name == variable.name && other.span == variable.span;
        match old.variables.iter().find(same) {
            Some(same) if same.state != variable.state => variable.value.changed = true,
            Some(same) => mark_value(&same.value, &mut variable.value),
            None => variable.value.changed = true,
        }
    }
}

/// A value is marked if what it says of itself differs; its parts are marked for themselves.
fn mark_value(old: &Value, new: &mut Value) {
    new.changed = (&old.text, old.target, &old.gaps, old.shown()) != (&new.text, new.target, &new.gaps, new.shown());
    for (index, part) in new.parts.iter_mut().enumerate() {
        match old.parts.get(index).filter(|old| old.label == part.label && old.ty == part.ty) {
            Some(old) => mark_value(old, part),
            None => part.changed = true,
        }
    }
    new.cells.iter_mut().for_each(|cells| mark_cells(&old.cells, cells));
}

/// Elements are the same by their numbers.
fn mark_cells(old: &[Cells], new: &mut Cells) {
    let is_same = |old: &&Cells| old.from == new.from && old.ty == new.ty && old.ends == new.ends;
    // At most steps none of them changes.
    if old.iter().find(is_same).is_some_and(|old| old.texts == new.texts) {
        new.changed.clear();
        return;
    }
    let text_before = |number: u64| {
        let holds = |old: &&Cells| old.ty == new.ty && old.from <= number && number - old.from < old.len() as u64;
        old.iter().find(holds).map(|old| old.text((number - old.from) as usize))
    };
    let differs = |&index: &usize| text_before(new.number(index)) != Some(new.text(index));
    new.changed = joined((0..new.len()).filter(differs).map(|index| index as u32));
}

/// Ascending numbers as ranges.
fn joined(numbers: impl Iterator<Item = u32>) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, end)) if *end == number => *end += 1,
            _ => ranges.push((number, number + 1)),
        }
    }
    ranges
}

/// The ranges in which two pieces of memory differ; what only the new one has differs.
pub fn differences(old: &[u8], new: &[u8]) -> Vec<(u32, u32)> {
    let differs = |(index, byte): &(u32, &u8)| old.get(*index as usize) != Some(byte);
    joined((0..).zip(new).filter(differs).map(|(index, _)| index))
}

#[cfg(test)]
mod tests {
    use super::*;
    use stair_protocol::{Block, VariableState};

    fn value(text: &str, parts: Vec<Value>) -> Value {
        Value { ty: "T".into(), text: text.into(), parts, ..Value::default() }
    }

    fn variable(name: &str, value: Value) -> Variable {
        Variable { name: name.into(), value, ..Variable::default() }
    }

    fn frame(function: &str, variables: Vec<Variable>) -> Frame {
        Frame { function: function.into(), variables, ..Frame::default() }
    }

    /// The names of the variables that are marked, or have a part that is.
    fn marked(frame: &Frame) -> Vec<&str> {
        let any = |value: &Value| value.changed || value.parts.iter().any(|part| part.changed);
        frame.variables.iter().filter(|variable| any(&variable.value)).map(|variable| variable.name.as_str()).collect()
    }

    #[test]
    fn what_differs_is_marked_in_both_directions() {
        let main = |a: &str, b: &str| {
            let pair = value("", vec![value("1", Vec::new()), value(b, Vec::new())]);
            frame("main", vec![variable("a", value(a, Vec::new())), variable("pair", pair)])
        };
        let old = Moment { depth: 1, frames: vec![main("3", "4")], ..Moment::default() };
        let mut new = Moment {
            depth: 2,
            frames: vec![frame("f", vec![variable("a", value("9", Vec::new()))]), main("3", "5")],
            ..Moment::default()
        };
        mark(&old, &mut new);
        assert_eq!(marked(&new.frames[0]), [""; 0], "a call's variables are new, not changed");
        assert_eq!(marked(&new.frames[1]), ["pair"]);
        assert!(!new.frames[1].variables[1].value.changed && new.frames[1].variables[1].value.parts[1].changed);
        let mut back = Moment { frames: vec![main("2", "5")], ..old };
        mark(&new, &mut back);
        assert_eq!(marked(&back.frames[0]), ["a"]);
    }

    #[test]
    fn a_move_and_a_new_block_are_changes() {
        let mut old = Moment {
            depth: 1,
            frames: vec![frame("main", vec![variable("v", value("", Vec::new()))])],
            ..Moment::default()
        };
        old.blocks = vec![Block { address: 8, value: value("x", Vec::new()), ..Block::default() }];
        let mut new = old.clone();
        new.frames[0].variables[0].state = VariableState::Moved;
        new.blocks.push(Block { address: 64, value: value("y", Vec::new()), ..Block::default() });
        mark(&old, &mut new);
        assert_eq!(marked(&new.frames[0]), ["v"]);
        assert_eq!(new.blocks.iter().map(|block| block.value.changed).collect::<Vec<_>>(), [false, true]);
    }

    fn cells(from: u64, texts: &[&str]) -> Cells {
        let ends = texts.iter().scan(0, |end, text| {
            *end += text.len() as u32;
            Some(*end)
        });
        Cells { from, ty: "i32".into(), texts: texts.concat(), ends: ends.collect(), ..Cells::default() }
    }

    #[test]
    fn elements_are_compared_by_their_numbers() {
        let marked = |old: &[Cells], new: Cells| {
            let with = |cells| Value { cells, ..value("", Vec::new()) };
            let mut new = with(vec![new]);
            mark_value(&with(old.to_vec()), &mut new);
            let cells = new.cells.remove(0);
            let marked = (0..cells.len()).filter(|&index| cells.is_changed(index)).map(|index| cells.number(index));
            (new.changed, marked.collect::<Vec<u64>>())
        };
        let old = [cells(100, &["1", "23", "4", "5"])];
        assert_eq!(marked(&old, old[0].clone()), (false, vec![]));
        assert_eq!(marked(&old, cells(100, &["1", "29", "4", "6"])), (false, vec![101, 103]));
        assert_eq!(marked(&old, cells(100, &["12", "3", "4", "5"])), (false, vec![100, 101]), "not only their letters");
        assert_eq!(marked(&old, cells(100, &["1", "23", "4", "5", "6"])), (true, vec![104]), "one more");
        assert_eq!(marked(&old, cells(102, &["4", "5"])), (true, vec![]), "fewer");
        let apart = [cells(100, &["1", "2"]), cells(102, &["3"])];
        assert_eq!(marked(&apart, cells(100, &["1", "2", "3"])), (false, vec![]), "in other pieces");
        assert_eq!(marked(&[], cells(100, &["1", "2"])), (true, vec![100, 101]));
        let other = Cells { ty: "u32".into(), ..old[0].clone() };
        assert_eq!(marked(&old, other).1, [100, 101, 102, 103], "of another type");
    }

    #[test]
    fn differing_bytes_are_joined_to_ranges() {
        assert_eq!(differences(b"abcdef", b"aXXdeYZ"), [(1, 3), (5, 7)]);
        assert_eq!(differences(b"", b""), []);
    }
}
