//! Destructors. The interpreter keeps a list of all values that are alive and have to be dropped, the youngest last; a
//! scope is the part of the list that came to be while it was open. What was moved out of a value is remembered with it.
//! A panic leaves scope after scope as `return` does.

use crate::Stop;
use crate::eval::Interpreter;
use crate::node::{Code, DropFacts, Num, Var};
use crate::pattern::variant_in;
use stair_sema::defs::LangFn;
use stair_sema::drops::{Moves, Path, Root, Step};
use stair_sema::ids::{BlockId, ExprId, FieldIdx, VariantIdx};
use stair_sema::layout::Layout;
use std::rc::Rc;

/// A value that has to be dropped.
#[derive(Clone, Debug)]
pub(crate) struct Live<'a> {
    /// The frame of the call that it belongs to, and what it is there; `None` for one that waits to be used.
    owner: Option<(u64, Root)>,
    /// How it is dropped.
    glue: usize,
    /// Where it is.
    address: u64,
    /// What is not there.
    moved: Vec<Rc<[Step]>>,
    /// What its arrays are taken apart into.
    apart: Option<&'a Moves>,
    /// How many scopes were open around the one that it belongs to.
    level: u32,
}

/// How values of a type are dropped.
#[derive(Clone, Debug)]
pub(crate) struct Glue {
    /// The type's own destructor.
    pub own: Option<usize>,
    /// Its parts.
    pub parts: GlueParts,
}

/// The parts of a value that have to be dropped: offset and how.
#[derive(Clone, Debug)]
pub(crate) enum GlueParts {
    /// Fields of a struct or tuple.
    Fields(Vec<(FieldIdx, u64, usize)>),
    /// Fields of each variant.
    Variants(Rc<Layout>, Vec<Vec<(FieldIdx, u64, usize)>>),
    /// What a box holds, which is dropped before the box's own destructor; whether the pointer has a length.
    Boxed { glue: usize, fat: bool },
    /// What a vtable says.
    Object,
    /// So many elements of this size; a slice carries its own length.
    Elements { len: Option<u64>, size: u64, glue: usize },
}

/// The list, and what scopes are open.
#[derive(Default)]
pub(crate) struct Drops<'a> {
    pub(crate) live: Vec<Live<'a>>,
    level: u32,
    /// Blocks that are open, with their levels.
    blocks: Vec<(BlockId, u32)>,
    /// What the pattern that is being matched has moved.
    pub(crate) moves: Vec<Rc<[Step]>>,
}

/// An open scope.
#[derive(Clone, Copy)]
pub(crate) struct Mark(usize);

impl Mark {
    /// Where the list ends, without opening a scope.
    pub(crate) fn of(interpreter: &Interpreter<'_>) -> Self {
        Self(interpreter.drops.live.len())
    }
}

impl<'a> Interpreter<'a> {
    /// Drop what came to be since the mark, for an expression is left before it has a value.
    pub(crate) fn give_up(&mut self, mark: Mark, stop: Stop) -> Stop {
        let outer = self.drops.level;
        self.drops.level = outer.saturating_sub(1);
        let left: Result<(), Stop> = self.leave_values(mark, Err(stop));
        self.drops.level = outer;
        left.err().unwrap_or(stop)
    }

    /// Open a scope.
    #[inline]
    pub(crate) fn enter(&mut self) -> Mark {
        self.drops.level += 1;
        Mark(self.drops.live.len())
    }

    /// Close a scope, however it was left.
    #[inline]
    pub(crate) fn leave<T>(&mut self, mark: Mark, result: Result<T, Stop>) -> Result<T, Stop> {
        self.drops.level -= 1;
        if self.drops.live.len() == mark.0 {
            return result;
        }
        self.leave_values(mark, result)
    }

    /// Open a block's scope.
    #[inline]
    pub(crate) fn enter_block(&mut self, block: BlockId) -> Mark {
        let mark = self.enter();
        self.drops.blocks.push((block, self.drops.level));
        mark
    }

    /// Close a block's scope.
    #[inline]
    pub(crate) fn leave_block<T>(&mut self, mark: Mark, result: Result<T, Stop>) -> Result<T, Stop> {
        self.drops.blocks.pop();
        self.leave(mark, result)
    }

    #[cold]
    fn leave_values<T>(&mut self, mark: Mark, result: Result<T, Stop>) -> Result<T, Stop> {
        let level = self.drops.level;
        self.drop_since(mark, result, |live| live.level > level)
    }

    /// Drop what came to be since the mark, whichever scope it belongs to.
    pub(crate) fn drop_all_since(&mut self, mark: Mark) -> Result<(), Stop> {
        self.drop_since(mark, Ok(()), |_| true)
    }

    fn drop_since<T>(
        &mut self,
        mark: Mark,
        result: Result<T, Stop>,
        ends: impl Fn(&Live<'a>) -> bool,
    ) -> Result<T, Stop> {
        let mut outcome = match &result {
            Ok(_) | Err(Stop::BREAK | Stop::CONTINUE | Stop::RETURN) => Ok(()),
            Err(Stop::UNWIND) => Err(Stop::UNWIND),
            Err(_) => {
                self.drops.live.truncate(mark.0);
                return result;
            }
        };
        // What carries the result on.
        let (second, label) = (self.second, self.label);
        let mut at = self.drops.live.len();
        while at > mark.0 {
            at -= 1;
            if !ends(&self.drops.live[at]) {
                continue;
            }
            let live = self.drops.live.remove(at);
            let moved: Vec<&[Step]> = live.moved.iter().map(|steps| &**steps).collect();
            let dropped = self.drop_rest(live.glue, live.address, 0, &moved, live.apart);
            outcome = self.both(outcome, dropped);
            if !matches!(outcome, Ok(()) | Err(Stop::UNWIND)) {
                break;
            }
        }
        (self.second, self.label) = (second, label);
        outcome.and(result)
    }

    /// The outcome of two things of which the second was done whatever became of the first: two panics are one too many.
    fn both(&mut self, first: Result<(), Stop>, second: Result<(), Stop>) -> Result<(), Stop> {
        match (first, second) {
            (Err(Stop::UNWIND), Err(Stop::UNWIND)) => Err(self.panic(LangFn::PanicInCleanup, &[])),
            (Err(Stop::UNWIND), Err(stop)) | (Ok(()), Err(stop)) => Err(stop),
            (first, Ok(())) => first,
            (Err(stop), Err(_)) => Err(stop),
        }
    }

    /// Drop a value; what its type's own destructor leaves is dropped even if that panics.
    pub(crate) fn drop_at(&mut self, glue: usize, address: u64, meta: u64) -> Result<(), Stop> {
        self.drop_rest(glue, address, meta, &[], None)
    }

    /// Drop what was not moved out of a value, whose arrays are taken `apart` somewhere.
    fn drop_rest(
        &mut self,
        glue: usize,
        address: u64,
        meta: u64,
        moved: &[&[Step]],
        apart: Option<&Moves>,
    ) -> Result<(), Stop> {
        if moved.iter().any(|steps| steps.is_empty()) {
            return Ok(());
        }
        let prepared = self.prepared;
        let Some(glue) = prepared.glues.get(glue) else { return Err(Stop::BROKEN) };
        if let GlueParts::Boxed { glue: inner, fat } = glue.parts {
            let (pointee, len) =
                if fat { self.memory.load_pair(address)? } else { (self.memory.load(Num::U64, address)?, 0) };
            let rest = within(moved, Step::Deref);
            let outcome = self.drop_rest(inner, pointee, len, &rest, apart.and_then(|moves| moves.part(Step::Deref)));
            let freed = glue.own.map_or(Ok(()), |own| self.call_destructor(own, address));
            return self.both(outcome, freed);
        }
        // Before the destructor, which may change it in place but not in kind.
        let mut outcome = match glue.own {
            Some(own) => self.call_destructor(own, address),
            None => Ok(()),
        };
        let (variant, fields) = match &glue.parts {
            GlueParts::Boxed { .. } => return outcome,
            GlueParts::Object => {
                return match self.memory.load(Num::U64, meta)? {
                    0 => outcome,
                    number => self.drop_rest((number - 1) as usize, address, 0, moved, None),
                };
            }
            GlueParts::Fields(fields) => (None, fields),
            GlueParts::Variants(layout, variants) => {
                let variant = variant_in(&self.memory, layout, address)?;
                match variants.get(variant as usize) {
                    Some(fields) => (Some(VariantIdx(variant)), fields),
                    None => return outcome,
                }
            }
            GlueParts::Elements { len, size, glue } => {
                let len = len.unwrap_or(meta);
                let whole = Moves::default();
                for i in apart.unwrap_or(&whole).pieces(len).into_iter().rev().flatten() {
                    let element = Step::Element(i);
                    let rest = within(moved, element);
                    let apart = apart.and_then(|moves| moves.part(element));
                    let dropped = self.drop_rest(*glue, address + i * size, 0, &rest, apart);
                    outcome = self.both(outcome, dropped);
                    if !matches!(outcome, Ok(()) | Err(Stop::UNWIND)) {
                        break;
                    }
                }
                return outcome;
            }
        };
        for &(field, offset, glue) in fields {
            let step = Step::Field(variant, field);
            let rest = within(moved, step);
            let dropped = self.drop_rest(glue, address + offset, 0, &rest, apart.and_then(|moves| moves.part(step)));
            outcome = self.both(outcome, dropped);
            if !matches!(outcome, Ok(()) | Err(Stop::UNWIND)) {
                break;
            }
        }
        outcome
    }

    // The list --------------------------------------------------------------------------------------------------------

    fn add(&mut self, glue: usize, address: u64, level: u32) -> &mut Live<'a> {
        self.drops.live.push(Live { owner: None, glue, address, moved: Vec::new(), apart: None, level });
        let last = self.drops.live.len() - 1;
        &mut self.drops.live[last]
    }

    fn add_root(&mut self, code: &'a Code, root: Root, glue: usize, address: u64, level: u32) -> &mut Live<'a> {
        let owner = Some((self.frame, root));
        let live = self.add(glue, address, level);
        live.owner = owner;
        live.apart = code.taken_apart.get(&root);
        live
    }

    /// A value that waits to be used; [`Self::used`] tells that it was.
    pub(crate) fn wait(&mut self, facts: Option<&DropFacts>, address: u64) -> usize {
        if let Some(facts) = facts {
            self.add(facts.glue, address, self.drops.level);
        }
        self.drops.live.len()
    }

    /// The values that waited since the mark now belong to someone else.
    pub(crate) fn used(&mut self, mark: usize) {
        let mut at = 0;
        let level = self.drops.level;
        self.drops.live.retain(|live| {
            at += 1;
            at <= mark || live.owner.is_some() || live.level != level
        });
    }

    /// How many values are alive.
    pub(crate) fn live_count(&self) -> usize {
        self.drops.live.len()
    }

    /// A temporary in the place of a place.
    pub(crate) fn temporary(&mut self, code: &'a Code, id: ExprId, facts: &DropFacts, address: u64) {
        let level = match facts.block {
            Some(block) => self.drops.blocks.iter().rev().find(|(b, _)| *b == block).map(|&(_, level)| level),
            None => None,
        };
        let level = level.unwrap_or(self.drops.level);
        self.add_root(code, Root::Temp(id), facts.glue, address, level);
    }

    /// An argument that is matched against a pattern.
    pub(crate) fn argument_arrived(&mut self, code: &'a Code, index: usize, glue: usize, address: u64) {
        self.add_root(code, Root::Param(index as u32), glue, address, self.drops.level);
    }

    /// Variables of the innermost scope that lies `out` scopes out.
    pub(crate) fn variables(&mut self, code: &'a Code, vars: &[Var], out: u32, there: bool) {
        for var in vars {
            let (at, level) = (self.frame + var.offset, self.drops.level - out);
            let live = self.add_root(code, Root::Local(var.local), var.glue, at, level);
            if !there {
                live.moved.push(Rc::from([]));
            }
        }
    }

    /// Variables of the scope with this mark, which lies `out` scopes out: they came before what the scopes within it hold.
    pub(crate) fn variables_before(&mut self, code: &'a Code, mark: Mark, vars: &[Var], out: u32) {
        if !vars.is_empty() {
            let within = self.drops.live.split_off(mark.0);
            self.variables(code, vars, out, true);
            self.drops.live.extend(within);
        }
    }

    /// What was moved out of the value at a path by the pattern that matched.
    pub(crate) fn moved_by_pattern(&mut self, path: Option<&Path>) {
        let moves = std::mem::take(&mut self.drops.moves);
        let Some(path) = path else { return };
        for steps in moves {
            let mut whole = path.clone();
            whole.steps.extend(steps.iter().copied());
            self.moved(&whole);
        }
    }

    /// A pattern that would move parts of a value does not match: a temporary is dropped as a whole then.
    pub(crate) fn nothing_moved(&mut self, path: Option<&Path>) {
        if let Some(path) = path.filter(|path| matches!(path.root, Root::Temp(_)))
            && let Some(live) = self.owner_of(path.root)
        {
            live.apart = None;
        }
    }

    fn owner_of(&mut self, root: Root) -> Option<&mut Live<'a>> {
        let owner = Some((self.frame, root));
        self.drops.live.iter_mut().rev().find(|live| live.owner == owner)
    }

    /// A value was moved.
    pub(crate) fn moved(&mut self, path: &Path) {
        if let Some(live) = self.owner_of(path.root) {
            live.moved.push(path.steps.as_slice().into());
        }
    }

    /// Drop what a place held that has a new value now: `address` is where the old one was put.
    pub(crate) fn drop_old(&mut self, path: Option<&Path>, glue: usize, address: u64) -> Result<(), Stop> {
        let owner = path.filter(|path| !matches!(path.root, Root::Temp(_)));
        let Some((path, live)) = owner.and_then(|path| Some((path, self.owner_of(path.root)?))) else {
            return self.drop_at(glue, address, 0);
        };
        let is_gone = live.moved.iter().any(|steps| path.steps.starts_with(steps));
        let inner: Vec<Rc<[Step]>> =
            live.moved.iter().filter_map(|steps| steps.strip_prefix(path.steps.as_slice()).map(Rc::from)).collect();
        live.moved.retain(|steps| !steps.starts_with(&path.steps));
        let apart = path.steps.iter().try_fold(live.apart, |moves, &step| Some(moves.and_then(|m| m.part(step))));
        if is_gone {
            return Ok(());
        }
        let moved: Vec<&[Step]> = inner.iter().map(|steps| &**steps).collect();
        self.drop_rest(glue, address, 0, &moved, apart.flatten())
    }

    /// The value of a place expression is taken.
    pub(crate) fn take_place(
        &mut self,
        code: &'a Code,
        place: ExprId,
        path: Option<&Path>,
    ) -> Result<(u64, u64), Stop> {
        let at = self.place(code, place)?;
        if let Some(path) = path {
            self.moved(path);
        }
        Ok(at)
    }
}

/// What was moved of a part, from what was moved of the whole.
fn within<'m>(moved: &[&'m [Step]], step: Step) -> Vec<&'m [Step]> {
    moved.iter().filter(|steps| steps.first().is_some_and(|s| s.is(step))).map(|steps| &steps[1..]).collect()
}
