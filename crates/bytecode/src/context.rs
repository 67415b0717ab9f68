//! What the code of functions needs of the module around them: tables that all share, addresses, signatures of callees. Each
//! question is put on record with its answer, so that code can be taken again where both still hold ([`stair_ir::kept`]).

use crate::program::Constant;
use indexmap::IndexSet;
use stair_ir::entities::{DataId, FuncId, ImportId};
use stair_ir::function::Module;
use stair_ir::inst::Signature;

/// What code asks of its module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Question {
    /// The place of a constant in the pool, to which it is added.
    Constant(Constant),
    /// The place of a signature in the table, to which it is added.
    Signature(Signature),
    /// The address of data.
    Address(DataId),
    /// How many cells a call of a function pops and pushes.
    Call(FuncId),
    /// The same of a call of the host.
    CallHost(ImportId),
}

/// A module, and the tables that its functions share.
pub(crate) struct Context<'a> {
    module: &'a Module,
    pub(crate) constants: IndexSet<Constant>,
    pub(crate) signatures: IndexSet<Signature>,
    /// What the function at hand has asked, and the answers.
    pub(crate) asked: Vec<(Question, u64)>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(module: &'a Module) -> Self {
        Self { module, constants: IndexSet::new(), signatures: IndexSet::new(), asked: Vec::new() }
    }

    /// Answer a question of the function at hand.
    pub(crate) fn ask(&mut self, question: Question) -> u64 {
        let answer = self.answer(&question);
        self.asked.push((question, answer));
        answer
    }

    /// The answer, without a record of it.
    pub(crate) fn answer(&mut self, question: &Question) -> u64 {
        match question {
            Question::Constant(constant) => place(&mut self.constants, constant),
            Question::Signature(sig) => place(&mut self.signatures, sig),
            Question::Address(data) => self.module.data.get(data.index()).map_or(0, |d| d.address),
            Question::Call(func) => self.module.funcs.get(func.index()).map_or(0, |f| pack(cells(&f.sig))),
            Question::CallHost(import) => self.module.imports.get(import.index()).map_or(0, |i| pack(cells(&i.sig))),
        }
    }

    /// How many cells a call pops and pushes.
    pub(crate) fn call(&mut self, question: Question) -> (usize, usize) {
        let packed = self.ask(question);
        ((packed >> 32) as usize, packed as u32 as usize)
    }
}

/// How many cells a call with this signature pops and pushes.
pub(crate) fn cells(sig: &Signature) -> (usize, usize) {
    (sig.params.len(), sig.results.len())
}

fn pack((pops, pushes): (usize, usize)) -> u64 {
    (pops as u64) << 32 | pushes as u64
}

/// The place of an element in a set, to which it is added.
fn place<T: Clone + Eq + std::hash::Hash>(set: &mut IndexSet<T>, element: &T) -> u64 {
    set.get_index_of(element).unwrap_or_else(|| set.insert_full(element.clone()).0) as u64
}
