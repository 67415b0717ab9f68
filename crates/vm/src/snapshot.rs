//! Snapshots of a run that share with each other what has not changed between them.

use crate::fast::{Return, WINDOW};
use crate::pages::{PAGE_WORDS, Page, Pages};
use crate::{End, Vm};

/// The bytes of a page of memory.
const PAGE_BYTES: usize = 8 * PAGE_WORDS;

/// The whole state of a run at one moment. [`Vm::restore`] brings it back.
#[derive(Clone, Debug)]
pub struct Snapshot {
    func: u32,
    pc: u32,
    height: u16,
    steps: u64,
    started: bool,
    end: Option<End>,
    base: usize,
    depth: usize,
    sp: u64,
    /// How many cells there are up to the end of the running function's frame.
    cells_len: usize,
    cells: Pages,
    returns: Pages,
    memory_len: usize,
    memory: Pages,
}

impl Snapshot {
    /// How many instructions had run.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// How many functions were running.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// How many bytes this snapshot takes beyond those that it shares with an older one.
    #[must_use]
    pub fn size_beyond(&self, older: Option<&Self>) -> usize {
        let fresh = self.cells.fresh(older.map(|o| &o.cells))
            + self.returns.fresh(older.map(|o| &o.returns))
            + self.memory.fresh(older.map(|o| &o.memory));
        let index = self.cells.iter().count() + self.returns.iter().count() + self.memory.iter().count();
        fresh * PAGE_BYTES + index * size_of::<usize>() + size_of::<Self>()
    }
}

impl Vm {
    /// Take a snapshot. It shares memory with `older`, which had best be one of this run a little earlier.
    #[must_use]
    pub fn snapshot(&self, older: Option<&Snapshot>) -> Snapshot {
        let state = &self.state;
        let frame = self.code.translated.funcs[self.func as usize].frame_cells();
        let cells = &state.cells[..(state.base + frame).min(state.cells.len())];
        let returns = &state.returns[..state.depth];
        let memory = state.memory.as_slice();
        Snapshot {
            func: self.func,
            pc: self.pc,
            height: self.height,
            steps: self.steps,
            started: self.started,
            end: self.end.clone(),
            base: state.base,
            depth: state.depth,
            sp: state.sp,
            cells_len: cells.len(),
            cells: Pages::take(cells.len().div_ceil(PAGE_WORDS), older.map(|o| &o.cells), |index, page| {
                let cells = &cells[index * PAGE_WORDS..];
                let len = cells.len().min(PAGE_WORDS);
                page[..len].copy_from_slice(&cells[..len]);
            }),
            returns: Pages::take(returns.len().div_ceil(PAGE_WORDS), older.map(|o| &o.returns), |index, page| {
                for (word, ret) in page.iter_mut().zip(&returns[index * PAGE_WORDS..]) {
                    *word = u64::from(ret.pc) << 32 | u64::from(ret.base);
                }
            }),
            memory_len: memory.len(),
            memory: Pages::take(memory.len().div_ceil(PAGE_BYTES), older.map(|o| &o.memory), |index, page| {
                read_bytes(page, &memory[index * PAGE_BYTES..]);
            }),
        }
    }

    /// Go back, or forward, to a snapshot of a run of the same code.
    pub fn restore(&mut self, snapshot: &Snapshot) {
        let state = &mut self.state;
        (self.func, self.pc, self.height) = (snapshot.func, snapshot.pc, snapshot.height);
        (self.steps, self.started) = (snapshot.steps, snapshot.started);
        self.end.clone_from(&snapshot.end);
        (state.base, state.depth, state.sp) = (snapshot.base, snapshot.depth, snapshot.sp);
        let cells = state.cells.len().max(snapshot.base + WINDOW).max(snapshot.cells_len);
        state.cells.resize(cells, 0);
        for (cells, page) in state.cells[..snapshot.cells_len].chunks_mut(PAGE_WORDS).zip(snapshot.cells.iter()) {
            match page {
                Some(page) => cells.copy_from_slice(&page[..cells.len()]),
                None => cells.fill(0),
            }
        }
        let none = Return { pc: 0, base: 0 };
        state.returns.resize(state.returns.len().max(snapshot.depth), none);
        for (returns, page) in state.returns[..snapshot.depth].chunks_mut(PAGE_WORDS).zip(snapshot.returns.iter()) {
            for (index, ret) in returns.iter_mut().enumerate() {
                let word = page.map_or(0, |page| page[index]);
                *ret = Return { pc: (word >> 32) as u32, base: word as u32 };
            }
        }
        state.memory.resize(snapshot.memory_len, 0);
        for (bytes, page) in state.memory.chunks_mut(PAGE_BYTES).zip(snapshot.memory.iter()) {
            match page {
                Some(page) => write_bytes(bytes, page),
                None => bytes.fill(0),
            }
        }
    }
}

/// The first bytes as the words of a page.
fn read_bytes(page: &mut Page, bytes: &[u8]) {
    let (words, rest) = bytes.as_chunks();
    for (word, bytes) in page.iter_mut().zip(words) {
        *word = u64::from_le_bytes(*bytes);
    }
    if let Some(word) = page.get_mut(words.len()) {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        *word = u64::from_le_bytes(last);
    }
}

/// A page's words as bytes, at most a page of them.
fn write_bytes(bytes: &mut [u8], page: &Page) {
    let (words, rest) = bytes.as_chunks_mut();
    let count = words.len();
    for (bytes, word) in words.iter_mut().zip(page) {
        *bytes = word.to_le_bytes();
    }
    if let Some(word) = page.get(count) {
        let len = rest.len();
        rest.copy_from_slice(&word.to_le_bytes()[..len]);
    }
}
