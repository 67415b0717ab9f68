//! Broken `.stbc` files, made from good, and broken text of bytecode and IR.

use crate::compare::guarded;
use crate::rng::Rng;
use stair::host::MemoryHost;
use stair::vm::{Code, Limits, Vm};
use stair::{Compiler, Profile, Session};

/// How many steps a broken file that is accepted all the same may run.
const MAX_STEPS: u64 = 200_000;

/// The bytecode file of a program, and the text of its bytecode and IR; `None` if the program is rejected.
#[must_use]
pub fn seed(compiler: &Compiler, text: &str, profile: Profile) -> Option<Seed> {
    let session = Session::new(compiler, "main.rs", text, profile);
    let program = session.bytecode().ok()?.program();
    Some(Seed {
        file: stair::bytecode::file::write_file(program),
        assembly: stair::bytecode::disasm::disassemble(program),
        ir: stair::ir::text::print(session.optimised().ok()?),
    })
}

/// A good program in three forms.
#[derive(Clone, Debug)]
pub struct Seed {
    /// The `.stbc` file.
    pub file: Vec<u8>,
    /// What the disassembler writes.
    pub assembly: String,
    /// The text of the IR.
    pub ir: String,
}

/// A broken file.
#[must_use]
pub fn mutated(rng: &mut Rng, seeds: &[Seed]) -> Vec<u8> {
    let mut bytes = rng.pick(seeds).file.clone();
    for _ in 0..rng.within(1, 3) {
        let at = rng.below(bytes.len());
        if bytes.is_empty() {
            break;
        }
        match rng.below(16) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, rng.bits() as u8),
            2 => drop(bytes.remove(at)),
            3 => {
                let end = (at + rng.below(16)).min(bytes.len());
                bytes.drain(at..end);
            }
            4 => {
                let other = &rng.pick(seeds).file;
                let from = rng.below(other.len());
                let to = (from + rng.below(32)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            5 => bytes[at] = *rng.pick(&[0, 1, 0x7f, 0x80, 0xff]),
            6..=9 => bytes[at] ^= 1 << rng.below(8),
            10 | 11 => bytes[at] = bytes[at].wrapping_add(1),
            12 => {
                let other = bytes[rng.below(bytes.len())];
                bytes[at] = other;
            }
            _ => bytes[at] = rng.bits() as u8,
        }
    }
    bytes
}

/// Load a file and run it if the loader accepts it; whether it did.
///
/// # Errors
/// The message, if loader or VM panics.
pub fn check(bytes: &[u8]) -> Result<bool, String> {
    guarded(|| {
        let Ok(verified) = stair::bytecode::file::load_file(bytes) else { return false };
        let Ok(code) = Code::new(verified) else { return false };
        let limits = Limits { max_pages: 1024, max_depth: 10_000, ..Limits::default() };
        if let Ok(mut vm) = Vm::new(std::sync::Arc::clone(&code), limits) {
            vm.run(&mut MemoryHost::default(), MAX_STEPS);
        }
        // One step at a time, the other way through the VM.
        if let Ok(mut vm) = Vm::new(code, limits) {
            let mut host = MemoryHost::default();
            for _ in 0..2_000 {
                if vm.step(&mut host).is_none() {
                    break;
                }
            }
            let _ = vm.frames(10);
        }
        true
    })
}

/// Read broken text of bytecode, or of IR.
///
/// # Errors
/// The message, if a reader or verifier panics.
pub fn check_texts(rng: &mut Rng, seeds: &[Seed]) -> Result<(), String> {
    let (first, second) = (rng.pick(seeds), rng.pick(seeds));
    let assembly = rng.chance(50);
    let of = |seed: &Seed| if assembly { seed.assembly.clone() } else { seed.ir.clone() };
    let broken = crate::text::mutated(rng, &[of(first), of(second)]);
    guarded(|| {
        if assembly {
            if let Ok(program) = stair::bytecode::asm::assemble(&broken) {
                let _ = stair::bytecode::verify::verify(program);
            }
        } else if let Ok(module) = stair::ir::text::parse(&broken) {
            let _ = stair::ir::verify::verify(&module);
        }
    })
}
