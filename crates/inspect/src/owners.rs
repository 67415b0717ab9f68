//! What each byte of a range of memory belongs to.

use crate::blocks::Block;
use crate::value::{Cells, Value, ValueKind};
use std::ops::Range;

/// How many bytes are looked at at once.
pub const MAX_OWNED: u64 = 1 << 16;

/// A part of the range, and what it belongs to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Owned {
    /// Its first address.
    pub from: u64,
    /// The address behind it.
    pub to: u64,
    /// What it belongs to: `main: v`, `main: v → [3]`, `main: p, padding`.
    pub name: String,
}

/// What the bytes of a range belong to, by ascending address and apart; bytes of which nothing is known are left out. Of what lies
/// in the same place, the later counts: first `regions` (the name of a frame, or of a piece of it), then `roots` (variables with their
/// names), then blocks. Of a range of more than [`MAX_OWNED`] bytes only the first are looked at.
#[must_use]
pub fn owners(
    range: Range<u64>,
    regions: &[(Range<u64>, String)],
    roots: &[(String, &Value)],
    blocks: &[Block],
) -> Vec<Owned> {
    let end = range.end.min(range.start.saturating_add(MAX_OWNED));
    let mut canvas = Canvas {
        start: range.start,
        owner: vec![0; end.saturating_sub(range.start) as usize],
        names: vec![String::new()],
    };
    for (range, name) in regions {
        canvas.paint(range.start, range.end.saturating_sub(range.start), || name.clone());
    }
    for (name, value) in roots {
        canvas.value(name, value);
    }
    for block in blocks {
        let (name, heap) = (block.path.as_str(), block.heap);
        canvas.paint(block.address, block.size, || if heap { format!("{name} room") } else { name.to_owned() });
        canvas.value(name, &block.value);
    }
    canvas.finish()
}

/// The number of the owner's name for each byte; 0 for none.
struct Canvas {
    start: u64,
    owner: Vec<u32>,
    names: Vec<String>,
}

impl Canvas {
    /// Whether any of these bytes is looked at.
    fn sees(&self, address: u64, size: u64) -> bool {
        address < self.start + self.owner.len() as u64 && address.saturating_add(size) > self.start
    }

    fn paint(&mut self, address: u64, size: u64, name: impl FnOnce() -> String) {
        if size == 0 || !self.sees(address, size) {
            return;
        }
        let from = address.saturating_sub(self.start) as usize;
        let to = (address.saturating_add(size).saturating_sub(self.start) as usize).min(self.owner.len());
        let id = self.names.len() as u32;
        self.names.push(name());
        self.owner[from..to].fill(id);
    }

    fn value(&mut self, name: &str, value: &Value) {
        let Some(address) = value.address.filter(|&address| self.sees(address, value.size)) else { return };
        let has_gaps = matches!(value.kind, ValueKind::Struct | ValueKind::Enum) && !value.parts.is_empty();
        self.paint(address, value.size, || if has_gaps { format!("{name}, padding") } else { name.to_owned() });
        // What tells an enum's variants apart may be a part of the data: that counts.
        for part in &value.parts {
            let inner = match value.kind {
                ValueKind::Array if part.label.starts_with(|c: char| c.is_ascii_digit()) => {
                    format!("{name}{}[{}]", if name.ends_with('→') { " " } else { "" }, part.label)
                }
                ValueKind::Array => format!("{name}, {}", part.label),
                _ if name.ends_with('→') => format!("{name} {}", part.label),
                _ => format!("{name}.{}", part.label),
            };
            // Counts that lie in front of another block are that block's.
            if part.address.is_some_and(|at| at >= address && at < address.saturating_add(value.size)) {
                self.value(&inner, part);
            }
        }
        value.cells.iter().for_each(|cells| self.cells(name, cells));
    }

    fn cells(&mut self, name: &str, cells: &Cells) {
        let Some(first) = cells.address.filter(|_| cells.size > 0) else { return };
        let end = self.start.saturating_add(self.owner.len() as u64);
        let from = self.start.saturating_sub(first) / cells.size;
        let to = end.saturating_sub(first).div_ceil(cells.size).min(cells.len() as u64);
        for index in from..to {
            let space = if name.ends_with('→') { " " } else { "" };
            let address = first.saturating_add(index * cells.size);
            self.paint(address, cells.size, || format!("{name}{space}[{}]", cells.from + index));
        }
    }

    fn finish(self) -> Vec<Owned> {
        let mut out: Vec<Owned> = Vec::new();
        let mut from = 0;
        for run in self.owner.chunk_by(|a, b| a == b) {
            let to = from + run.len() as u64;
            if run[0] != 0 {
                let name = self.names[run[0] as usize].clone();
                match out.last_mut() {
                    // Padding on both sides of a part without bytes, say.
                    Some(last) if last.to == self.start + from && last.name == name => last.to = self.start + to,
                    _ => out.push(Owned { from: self.start + from, to: self.start + to, name }),
                }
            }
            from = to;
        }
        out
    }
}
