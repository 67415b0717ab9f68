//! How much is on a program's heap, by the numbers that its allocator keeps.

/// What was on the heap when a program had ended, what it had allocated and not given back; and how often it allocated.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct HeapLeft {
    /// How many blocks were handed out in all. A vector that grows takes another one, unless it can grow where it is.
    pub allocations: u64,
    /// Blocks: each box, vector, string and so on has one, unless it is empty.
    pub blocks: u64,
    /// Bytes in them, as they were asked for.
    pub bytes: u64,
}

impl HeapLeft {
    /// What a program's memory says; `counts` are the addresses of the allocator's numbers, eight bytes each: blocks handed out,
    /// blocks given back, bytes in the others. `None` for those that the program does not reach.
    #[must_use]
    pub fn read(counts: [Option<u64>; 3], memory: &[u8]) -> Self {
        let word = |at: u64| {
            let from = usize::try_from(at).ok()?;
            let bytes = memory.get(from..from.checked_add(8)?)?;
            Some(u64::from_le_bytes(bytes.try_into().ok()?))
        };
        Self::of(counts.map(|at| at.and_then(word).unwrap_or(0)))
    }

    /// Of blocks handed out, blocks given back, and the bytes in those that were not.
    #[must_use]
    pub fn of([allocations, released, bytes]: [u64; 3]) -> Self {
        Self { allocations, blocks: allocations.saturating_sub(released), bytes }
    }
}
