//! The instructions at which steps end.

use stair_bytecode::program::Function;
use stair_source::Origin;

/// The instructions of a function with which something begins: those whose `key` differs from that of the instruction
/// before them in the code. Where an instruction's is `None`, nothing begins. So it is with the *is-statement* register of
/// DWARF's line table (DWARF 5, section 6.2.2): which moments of a run are beginnings depends on the code alone and
/// not on how control came there, so that steps forwards and backwards stop at the same ones.
#[must_use]
pub fn starts<K: PartialEq>(func: &Function, key: impl Fn(Origin) -> Option<K>) -> Vec<u32> {
    let mut before = None;
    let begins = |(pc, _)| {
        let key = key(func.origin(pc));
        let is_start = key.is_some() && key != before;
        before = key;
        is_start.then_some(pc)
    };
    func.instrs().filter_map(begins).collect()
}
