//! From the teaching bytecode's stack code to register instructions.
//!
//! Position `i` of the operand stack is register `first stack register + i`. The translator runs each block with a
//! stack of *descriptions*: what a position holds may be its own register, a local, a constant or an address that nothing
//! has computed yet. So `LOAD_LOCAL` and `PUSH` cost nothing; whoever consumes the value reads the local or has the
//! constant within itself. A result that is stored in a local right away is written there by its producer. Comparisons
//! merge with the jumps that follow, address computations with loads and stores, and those with bounds checks.
//!
//! ```text
//! LOAD_LOCAL s · LOAD_LOCAL a · LOAD_LOCAL i · BOUNDS_CHECK …
//! … · LOAD_LOCAL i · PUSH 8 · MUL_WRAP_I64 · ADD_WRAP_I64 · LOAD_F64 · ADD_F64 · STORE_LOCAL s
//!         becomes        t0 = load64 [a + i · 8], i < len
//!                        s  = addf64 s, t0
//! ```
//!
//! Where blocks begin, every position holds its value in its own register (the *canonical* state, the one that the
//! stepping interpreter works on). Anywhere else that the fast loop may leave, a [`Site`] says how to get there.

mod arithmetic;
mod control;
mod memory;
mod stack;
mod translator;

use crate::fast::WINDOW;
use crate::ins::Ins;
use rustc_hash::FxHashMap;
use stair_bytecode::program::Program;
use stair_bytecode::verify::Verified;
use stair_ir::inst::Signature;
use translator::Translator;

/// A program in register instructions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Translated {
    /// The instructions of all functions.
    pub(crate) code: Vec<Ins>,
    /// Functions, as the program numbers them.
    pub(crate) funcs: Vec<FuncCode>,
    /// Where the loop may leave within a block, and calls; ascending.
    pub(crate) sites: Vec<Site>,
    /// Descriptions of stack positions, which sites name.
    pub(crate) pending: Vec<(u16, Source)>,
    /// Where the loop may pause; ascending.
    pub(crate) points: Vec<Point>,
    /// Segments that are repeated within others.
    pub(crate) repeats: Vec<Repeat>,
    /// Switch tables of all functions.
    pub(crate) switches: Vec<Switch>,
    /// The number of each signature of the program's table, equal ones having the same; [`FuncCode::sig`] and
    /// [`Ins::CallIndirect`] hold such numbers.
    pub(crate) call_signatures: Vec<u32>,
    /// The most bytecode instructions that run between two charges: by how much a budget can be exceeded.
    pub(crate) longest: u32,
    /// The lowest address that frames in memory may reach.
    pub(crate) stack_low: u64,
}

/// A function in register instructions.
#[derive(Clone, Debug, Default)]
pub(crate) struct FuncCode {
    /// Where its code begins; calls lead here.
    pub(crate) entry: u32,
    /// Its signature.
    pub(crate) sig: u32,
    /// How many cells parameters take.
    pub(crate) params: u16,
    /// How many cells locals take, parameters included.
    pub(crate) locals: u16,
    /// Constants, in the cells after the locals. The operand stack begins after them.
    pub(crate) constants: Vec<u64>,
    /// How many cells the operand stack may take.
    pub(crate) max_stack: u16,
    /// Size of the frame in memory.
    pub(crate) frame_size: u64,
    /// Where the fast loop may enter: bytecode `pc` → place in the code. Ascending.
    pub(crate) resume: Vec<(u32, u32)>,
    /// Which site each bytecode instruction has, if it has one. Ascending.
    pub(crate) sites: Vec<(u32, u32)>,
}

/// What a position of the operand stack holds, if not its own register.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Source {
    /// Its own register.
    Cell,
    /// The value of a local.
    Local(u16),
    /// A constant.
    Const(u64),
    /// An address, or any sum of this shape.
    Sum(Sum),
}

/// `base + index · scale + off`, modulo 2⁶⁴.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Sum {
    /// What is added to.
    pub(crate) base: Base,
    /// A register and its factor.
    pub(crate) index: Option<(u16, u32)>,
    /// A constant.
    pub(crate) off: u64,
}

/// The first part of a [`Sum`].
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Base {
    /// 0.
    None,
    /// The stack pointer.
    Slot,
    /// A register.
    Reg(u16),
}

/// An instruction at which the loop may leave, or a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site {
    /// Place in the register code.
    pub(crate) ins: u32,
    /// The bytecode instruction that is to be run when the loop leaves here.
    pub(crate) pc: u32,
    /// Bytecode instructions run since the last charge, this one excluded.
    pub(crate) steps: u32,
    /// How many values are on the operand stack before this instruction.
    pub(crate) height: u16,
    /// Which [`Translated::pending`] say how to make the state canonical.
    pub(crate) pending: (u32, u32),
}

/// A place where the loop may pause and be entered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    /// Place in the register code.
    pub(crate) ins: u32,
    /// The bytecode instruction that comes next.
    pub(crate) pc: u32,
    /// How many values are on the operand stack there.
    pub(crate) height: u16,
    /// Whether the state is only canonical after what the site just before (a call) says.
    pub(crate) after_call: bool,
}

/// A segment that was translated once more within another, which goes on with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Repeat {
    /// The function.
    pub(crate) func: u32,
    /// Where the repeated segment begins in the bytecode.
    pub(crate) of: u32,
    /// Where the other begins in the register code.
    pub(crate) within: u32,
}

/// A switch table with places in the register code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Switch {
    /// The first value of `dense`.
    pub(crate) first: u64,
    /// Targets of consecutive values.
    pub(crate) dense: Vec<u32>,
    /// Values and targets, ascending, where they are too far apart.
    pub(crate) sparse: Vec<(u64, u32)>,
    /// The target of all others.
    pub(crate) default: u32,
}

impl Switch {
    /// The target for a value.
    #[inline]
    pub(crate) fn target(&self, value: u64) -> u32 {
        let index = value.wrapping_sub(self.first);
        if let Some(&target) = usize::try_from(index).ok().and_then(|i| self.dense.get(i)) {
            return target;
        }
        self.sparse.binary_search_by_key(&value, |c| c.0).map_or(self.default, |i| self.sparse[i].1)
    }
}

impl FuncCode {
    /// The register of the operand stack's bottom.
    pub(crate) fn first_stack(&self) -> u16 {
        self.locals + self.constants.len() as u16
    }

    /// How many cells the whole frame takes.
    pub(crate) fn frame_cells(&self) -> usize {
        usize::from(self.first_stack()) + usize::from(self.max_stack)
    }

    /// Zero locals, set constants. `false` if the window does not hold them, which the verifier's limits rule out.
    pub(crate) fn prepare_cells(&self, cells: &mut [u64]) -> bool {
        let (params, locals, stack) =
            (usize::from(self.params), usize::from(self.locals), usize::from(self.first_stack()));
        let Some(cells) = cells.get_mut(..stack) else { return false };
        cells[params..locals].fill(0);
        cells[locals..].copy_from_slice(&self.constants);
        true
    }

    /// Make room for the frame in memory; `false` on stack overflow.
    pub(crate) fn prepare_frame(&self, stack_pointer: &mut u64, stack_low: u64) -> bool {
        let Some(lower) = stack_pointer.checked_sub(self.frame_size).filter(|&sp| sp >= stack_low) else {
            return false;
        };
        *stack_pointer = lower;
        true
    }

    /// Where the segment that the bytecode instruction at `pc` belongs to begins, in the bytecode and in the register code.
    pub(crate) fn segment_of(&self, pc: u32) -> Option<(u32, u32)> {
        let after = self.resume.partition_point(|r| r.0 <= pc);
        self.resume.get(after.checked_sub(1)?).copied()
    }

    /// Where the fast loop can enter before the bytecode instruction at `pc`.
    pub(crate) fn resume_at(&self, pc: u32) -> Option<u32> {
        self.resume.binary_search_by_key(&pc, |r| r.0).ok().map(|i| self.resume[i].1)
    }
}

impl Translated {
    /// Translate a verified program.
    pub(crate) fn new(verified: &Verified) -> Self {
        let program = verified.program();
        let mut unit = Self { stack_low: program.memory.stack_low, ..Self::default() };
        unit.number_signatures(program);
        for func in 0..program.funcs.len() as u32 {
            Translator::translate(verified, func, &mut unit);
        }
        let entries: Vec<u32> = unit.funcs.iter().map(|f| f.entry).collect();
        for ins in &mut unit.code {
            if let Ins::Call { entry, .. }
            | Ins::MoveCall { entry, .. }
            | Ins::Add32Call { entry, .. }
            | Ins::Add64Call { entry, .. } = ins
            {
                *entry = entries[*entry as usize];
            }
        }
        unit
    }

    fn number_signatures(&mut self, program: &Program) {
        let mut numbers: FxHashMap<&Signature, u32> = FxHashMap::default();
        let mut number = |sig| {
            let next = numbers.len() as u32;
            *numbers.entry(sig).or_insert(next)
        };
        self.call_signatures = program.signatures.iter().map(&mut number).collect();
        for func in &program.funcs {
            self.funcs.push(FuncCode {
                sig: number(&func.sig),
                params: func.sig.params.len() as u16,
                locals: func.locals.len() as u16,
                max_stack: func.max_stack as u16,
                frame_size: func.frame_size,
                ..FuncCode::default()
            });
        }
    }

    /// The site of the instruction at this place in the register code.
    pub(crate) fn site(&self, ins: u32) -> Option<&Site> {
        self.sites.binary_search_by_key(&ins, |s| s.ins).ok().map(|i| &self.sites[i])
    }

    /// The pause point at this place in the register code.
    pub(crate) fn point(&self, ins: u32) -> Option<&Point> {
        self.points.binary_search_by_key(&ins, |p| p.ins).ok().map(|i| &self.points[i])
    }

    /// The function whose register code this place is in.
    pub(crate) fn func_of(&self, ins: u32) -> u32 {
        (self.funcs.partition_point(|f| f.entry <= ins) as u32).saturating_sub(1)
    }

    /// The descriptions that a site names.
    pub(crate) fn pending(&self, site: &Site) -> &[(u16, Source)] {
        self.pending.get(site.pending.0 as usize..site.pending.1 as usize).unwrap_or(&[])
    }
}

impl Source {
    /// Its value, given the cells of the frame and its stack pointer; `None` for [`Source::Cell`].
    pub(crate) fn value(self, cells: &[u64], sp: u64) -> Option<u64> {
        let reg = |r: u16| cells.get(usize::from(r)).copied().unwrap_or(0);
        Some(match self {
            Self::Cell => return None,
            Self::Local(local) => reg(local),
            Self::Const(bits) => bits,
            Self::Sum(sum) => {
                let base = match sum.base {
                    Base::None => 0,
                    Base::Slot => sp,
                    Base::Reg(r) => reg(r),
                };
                let index = sum.index.map_or(0, |(i, scale)| reg(i).wrapping_mul(u64::from(scale)));
                base.wrapping_add(index).wrapping_add(sum.off)
            }
        })
    }
}

/// The most cells that a frame can take; see the limits of the verifier.
pub(crate) const MAX_FRAME: usize =
    stair_bytecode::verify::MAX_LOCALS + stair_bytecode::verify::MAX_STACK as usize + translator::MAX_CONSTANTS;

// A panic handler's arguments come after the whole frame.
const _: () = assert!(MAX_FRAME + 3 < WINDOW);
