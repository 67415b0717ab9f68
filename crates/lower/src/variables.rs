//! A function's variables for whoever watches the program run: where each one is, where it can be seen, and what happens to its
//! value at which instruction. Nothing that is made of the program depends on it.
//!
//! The facts are told by the code that emits the instructions, at the moment when it does, so that they hold at the
//! instruction and not only in the source. They name instructions and blocks of the IR before any pass: after passes that renumber
//! they mean nothing.

use crate::function::Lowerer;
use crate::places::{Base, Place};
use rustc_hash::FxHashMap;
use stair_ir::entities::{Block, InstId, Slot, Var};
use stair_sema::defs::Instance;
use stair_sema::drops::{Path, Root, Step, path_of, taken_by_pattern};
use stair_sema::ids::{ExprId, LocalId, PatId};
use stair_sema::typed::{BindingMode, PatKind};
use stair_source::Span;

/// The variables of one of the user's functions.
#[derive(Clone, Debug)]
pub struct Variables {
    /// Which function it is.
    pub instance: Instance,
    /// Where each variable is, by [`LocalId`].
    pub places: Vec<VarPlace>,
    /// Where variables can be seen.
    pub scopes: Scopes,
    /// What happens to values, in the order in which the code was made.
    pub marks: Vec<Mark>,
    /// What tells whether a part of a variable has its value, where that is not the same on all ways.
    pub flags: Vec<FlagOf>,
    /// Where a panic that drops what is left finds how many values of a part it still has to drop: 0 or 1.
    pub records: Vec<FlagOf>,
}

/// Where a variable is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VarPlace {
    /// Where its value is.
    pub at: At,
    /// The function's parameter with which its value arrives, or the first of two, if it is put elsewhere from there.
    pub arrives: Option<u32>,
}

/// Where a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    /// It takes no bytes.
    Nowhere,
    /// In a variable of the IR.
    Var(Var),
    /// In two.
    Vars(Var, Var),
    /// In the frame.
    Slot(Slot),
    /// In memory at the address in a variable.
    Address(Var),
}

/// Where variables can be seen: scopes, each of which has one variable more than the one around it.
#[derive(Clone, Debug, Default)]
pub struct Scopes {
    /// The scope around each one, and its variable.
    pub scopes: Vec<(Option<u32>, LocalId)>,
    /// From this instruction on, by number, instructions belong to the scope; to none before the first.
    pub insts: Vec<(InstId, Option<u32>)>,
    /// The scopes in which blocks begin, as far as they are known.
    pub blocks: FxHashMap<Block, Option<u32>>,
    current: Option<u32>,
}

impl Scopes {
    /// The scope of an instruction.
    #[must_use]
    pub fn of_inst(&self, inst: InstId) -> Option<u32> {
        let behind = self.insts.partition_point(|(first, _)| *first <= inst);
        behind.checked_sub(1).and_then(|i| self.insts[i].1)
    }

    /// The variables that can be seen in a scope, in the order of their declarations.
    #[must_use]
    pub fn variables(&self, mut scope: Option<u32>) -> Vec<LocalId> {
        let mut found = Vec::new();
        while let Some(&(around, local)) = scope.and_then(|id| self.scopes.get(id as usize)) {
            found.push(local);
            scope = around;
        }
        found.reverse();
        found
    }

    fn set(&mut self, scope: Option<u32>, next: InstId) {
        if self.current == scope {
            return;
        }
        self.current = scope;
        match self.insts.last_mut() {
            Some(last) if last.0 == next => last.1 = scope,
            _ => self.insts.push((next, scope)),
        }
    }
}

/// Something that happens to the value of a variable or of a part of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The block.
    pub block: Block,
    /// It has happened when this instruction of the block has been executed, and all before it; `None`: as the block begins.
    pub after: Option<InstId>,
    /// The variable.
    pub local: LocalId,
    /// The way to the part.
    pub steps: Vec<Step>,
    /// What.
    pub what: What,
    /// Where in the source.
    pub span: Span,
    /// What is known of where a moved value goes.
    pub to: To,
}

/// Where a moved value goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum To {
    /// Nothing is known, or nothing is moved.
    Unknown,
    /// To where the value of this expression is used.
    UseOf(ExprId),
    /// To this variable.
    Variable(LocalId),
}

/// What happens to a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// The variable is there, without a value.
    Declared,
    /// It is given its value where it is declared.
    Given,
    /// It is given a value by an assignment.
    Assigned,
    /// The value is moved elsewhere.
    Moved,
    /// The value may be moved elsewhere.
    MaybeMoved,
    /// The value, if it is there, is dropped.
    Dropped,
    /// The variable is there no more.
    Ended,
}

/// A flag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FlagOf {
    /// The variable.
    pub local: LocalId,
    /// The way to the part.
    pub steps: Vec<Step>,
    /// Where it is: not 0 where the part has its value.
    pub flag: FlagAt,
}

/// Where a flag is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FlagAt {
    /// In a variable of the IR.
    Var(Var),
    /// In the frame: eight bytes, so far from the slot's beginning.
    Slot(Slot, u32),
}

impl Variables {
    pub(crate) fn new(instance: Instance) -> Self {
        Self {
            instance,
            places: Vec::new(),
            scopes: Scopes::default(),
            marks: Vec::new(),
            flags: Vec::new(),
            records: Vec::new(),
        }
    }
}

impl Lowerer<'_, '_> {
    /// Take note of where the next variable is.
    pub(crate) fn note_place(&mut self, place: &Place, arrives: Option<u32>) {
        let Some(watched) = &mut self.watched else { return };
        let at = match place {
            Place::Var(var) => At::Var(*var),
            Place::Vars(first, second) => At::Vars(*first, *second),
            Place::Mem(mem) => match mem.base {
                Base::Slot(slot) => At::Slot(slot),
                Base::Var(var) => At::Address(var),
                _ => At::Nowhere,
            },
            Place::Val(_) | Place::Parts(_) => At::Nowhere,
        };
        watched.places.push(VarPlace { at, arrives });
    }

    /// Take note of what happens here to a variable or a part of it.
    pub(crate) fn note(&mut self, local: LocalId, steps: &[Step], what: What) {
        let span = self.b.origin().span;
        self.note_at(local, steps, what, span, To::Unknown);
    }

    fn note_at(&mut self, local: LocalId, steps: &[Step], what: What, span: Span, to: To) {
        let Some(block) = self.b.current_block() else { return };
        let after = self.b.func().block(block).insts.last().copied();
        if let Some(watched) = &mut self.watched {
            watched.marks.push(Mark { block, after, local, steps: steps.to_vec(), what, span, to });
        }
    }

    /// [`Self::note`] for a path, if it is a variable's.
    pub(crate) fn note_path(&mut self, path: Option<&Path>, what: What) {
        if let Some(Path { root: Root::Local(local), steps }) = path {
            self.note(*local, steps, what);
        }
    }

    /// The value of a place expression was taken: moved, unless it is copied.
    pub(crate) fn note_taken(&mut self, id: ExprId) {
        if self.watched.is_none() {
            return;
        }
        let ty = self.expr_ty(id);
        if !self.cx.program.is_copy(ty) {
            let span = self.node(id).span;
            if let Some(Path { root: Root::Local(local), steps }) = path_of(self.cx.program, self.body, id) {
                self.note_at(local, &steps, What::Moved, span, To::UseOf(id));
            }
        }
    }

    /// A place expression was given a value by an assignment.
    pub(crate) fn note_given(&mut self, id: ExprId) {
        if self.watched.is_some() {
            let path = path_of(self.cx.program, self.body, id);
            self.note_path(path.as_ref(), What::Assigned);
        }
    }

    /// The pattern has matched for good: its variables took what they bind.
    pub(crate) fn note_taken_by(&mut self, pat: PatId, path: &Path) {
        if self.watched.is_none() {
            return;
        }
        let (program, body, args) = (self.cx.program, self.body, self.args);
        let choices = &self.choices;
        let mut open = false;
        let mut choose = |or: PatId, _: usize| {
            let chosen = choices.iter().find(|(p, _)| *p == or).map(|&(_, chosen)| chosen);
            open |= chosen.is_none() && crate::patterns::has_bindings(body, or);
            chosen
        };
        let mut taken = Vec::new();
        let is_moved = |ty| !program.is_copy(program.subst(ty, args));
        taken_by_pattern(program, body, args, pat, path, &is_moved, &mut choose, &mut |part, local| {
            taken.push((part.clone(), local))
        });
        let what = if open { What::MaybeMoved } else { What::Moved };
        let span = self.pat(pat).span;
        for (part, to) in taken {
            if let Root::Local(local) = part.root {
                self.note_at(local, &part.steps, what, span, To::Variable(to));
            }
        }
    }

    /// A flag tells from here on whether a part of a root is there.
    pub(crate) fn note_flag(&mut self, root: Option<Root>, steps: &[Step], flag: FlagAt) {
        if let (Some(Root::Local(local)), Some(watched)) = (root, &mut self.watched) {
            watched.flags.push(FlagOf { local, steps: steps.to_vec(), flag });
        }
    }

    /// A panic finds here whether it still has to drop a part of a root.
    pub(crate) fn note_record(&mut self, root: Option<Root>, steps: &[Step], flag: FlagAt) {
        if let (Some(Root::Local(local)), Some(watched)) = (root, &mut self.watched) {
            watched.records.push(FlagOf { local, steps: steps.to_vec(), flag });
        }
    }

    /// The scope of a variable ends here: so have those of the variables that were declared after it.
    pub(crate) fn note_end(&mut self, root: Option<Root>) {
        let (Some(Root::Local(local)), Some(watched)) = (root, &self.watched) else { return };
        let seen = watched.scopes.variables(watched.scopes.current);
        let Some(place) = seen.iter().position(|&l| l == local) else { return };
        for &later in &seen[place + 1..] {
            let ty = self.ty(self.body.locals[later.index()].ty);
            if !self.needs_drop(ty) {
                self.note(later, &[], What::Ended);
            }
        }
    }

    /// The variables of a pattern can be seen from here on.
    pub(crate) fn see(&mut self, pat: PatId) {
        if self.watched.is_none() {
            return;
        }
        let mut locals = Vec::new();
        bound(self.body, pat, &mut locals);
        locals.into_iter().for_each(|(local, _)| self.see_local(local));
    }

    /// [`Self::see`] for a guard, while whose test values stay where they were: what is to be moved into a variable is not seen
    /// there yet.
    pub(crate) fn see_in_guard(&mut self, pat: PatId) {
        if self.watched.is_none() {
            return;
        }
        let mut locals = Vec::new();
        bound(self.body, pat, &mut locals);
        for (local, mode) in locals {
            let ty = self.ty(self.body.locals[local.index()].ty);
            if mode != BindingMode::Value || self.cx.program.is_copy(ty) {
                self.see_local(local);
            }
        }
    }

    /// A variable can be seen from here on.
    pub(crate) fn see_local(&mut self, local: LocalId) {
        let next = InstId(self.b.func().insts.len() as u32);
        let Some(watched) = &mut self.watched else { return };
        let scopes = &mut watched.scopes;
        if !scopes.variables(scopes.current).contains(&local) {
            scopes.scopes.push((scopes.current, local));
            scopes.set(Some(scopes.scopes.len() as u32 - 1), next);
        }
    }

    /// What can be seen here.
    pub(crate) fn seen(&self) -> Option<u32> {
        self.watched.as_ref().and_then(|watched| watched.scopes.current)
    }

    /// From here on only that can be seen.
    pub(crate) fn see_only(&mut self, scope: Option<u32>) {
        let next = InstId(self.b.func().insts.len() as u32);
        if let Some(watched) = &mut self.watched {
            watched.scopes.set(scope, next);
        }
    }

    /// Take note of what can be seen as a block begins.
    pub(crate) fn note_block(&mut self, block: Block) {
        if let Some(watched) = &mut self.watched {
            watched.scopes.blocks.insert(block, watched.scopes.current);
        }
    }
}

/// The variables that a pattern binds, in the order of the text.
fn bound(body: &stair_sema::typed::Body, pat: PatId, out: &mut Vec<(LocalId, BindingMode)>) {
    match &body.pats[pat.index()].kind {
        PatKind::Binding { local, mode, sub } => {
            out.push((*local, *mode));
            sub.iter().for_each(|&sub| bound(body, sub, out));
        }
        PatKind::Fields(fields) | PatKind::Variant { fields, .. } => {
            fields.iter().for_each(|&(_, p)| bound(body, p, out));
        }
        PatKind::Slice { prefix, rest, suffix } => {
            let parts = prefix.iter().copied().chain(rest.flatten()).chain(suffix.iter().copied());
            parts.for_each(|p| bound(body, p, out));
        }
        // Alternatives bind the same variables.
        PatKind::Or(pats) => pats.first().iter().for_each(|&&p| bound(body, p, out)),
        PatKind::Deref(p) => bound(body, *p, out),
        PatKind::Wild | PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Error => {}
    }
}
