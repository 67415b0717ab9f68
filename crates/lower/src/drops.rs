//! Destructors: what each scope drops at its end, and what is still to be dropped when the program panics.
//!
//! A scope is a list of [`Entry`]s in the order in which their values came to life; leaving it, by its end or by a jump,
//! drops them from the last to the first. A variable or temporary that is moved out of in parts has an entry for each
//! part. An entry whose value may be gone (moved, not yet there) has a flag.
//!
//! *Panics.* A panic ends the program and is never caught, so nothing has to be unwound: it is enough that the panic's
//! handler calls the destructors, from the youngest value to the oldest, on top of the stack as it stands. For that, each
//! entry whose destruction can be observed has a [`Record`] in its function's frame, in a list that begins at a static:
//! linked in when the entry begins, taken out before its value is dropped. The record's count is its flag then.

use crate::error::R;
use crate::function::Lowerer;
use crate::places::{Base, Mem, Place};
use crate::variables::{FlagAt, What};
use stair_ir::entities::{FuncId, Slot, Value, Var};
use stair_ir::function::SlotDecl;
use stair_ir::inst::Type;
use stair_sema::drops::{Moves, Path, Root, Step, moved_by_pattern, path_of};
use stair_sema::ids::{BlockId, ExprId, PatId};
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::{BindingMode, ExprKind, PatKind};

/// What panics read: the list's next record, the destructor (0 arguments are left out), the first value's address, how
/// many values there are, and how far they are apart. Declared as `Cleanup` in the library.
pub(crate) mod record {
    pub(crate) const NEXT: u32 = 0;
    pub(crate) const GLUE: u32 = 8;
    pub(crate) const VALUE: u32 = 16;
    pub(crate) const COUNT: u32 = 24;
    pub(crate) const STRIDE: u32 = 32;
    pub(crate) const BYTES: u64 = 40;
}

/// Something that a scope drops at its end.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    id: u32,
    /// What it is all or a part of; nothing where no move can be out of it.
    root: Option<Root>,
    /// The part, from the root.
    steps: Vec<Step>,
    /// Where the value is: of the root, if the way to the part leads through a variant.
    place: Place,
    /// How it is dropped.
    glue: Glue,
    flag: Flag,
    record: Option<Slot>,
}

/// How a value is dropped.
#[derive(Clone, Debug)]
enum Glue {
    /// As one of this type.
    Whole(Ty),
    /// The part of a value of this type that the steps lead to, if the variants on the way are what it is.
    Part(Ty, Vec<Step>),
    /// It is gone: only its record is left.
    Gone,
}

/// Whether an entry's value is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Flag {
    /// It is.
    Always,
    /// This variable tells.
    Var(Var),
    /// The record's count tells.
    Record,
}

/// What is known of destructors in the function at hand.
#[derive(Default)]
pub(crate) struct Drops {
    scopes: Vec<Vec<Entry>>,
    next_id: u32,
    /// The temporaries with arrays that elements are moved out of, and where they are.
    in_parts: Vec<(Root, Place, Ty)>,
    /// Where the variables of the pattern at hand go.
    pub(crate) bind_scope: usize,
    /// The scope of each block that is being lowered.
    blocks: Vec<(BlockId, usize)>,
    /// Or-patterns whose alternative is known at run time only, and the variable that holds it.
    pub(crate) alternatives: Vec<(PatId, Var)>,
}

/// The temporary that a path begins at.
pub(crate) fn temp_of(path: Option<&Path>) -> Option<Root> {
    path.map(|path| path.root).filter(|root| matches!(root, Root::Temp(_)))
}

impl Lowerer<'_, '_> {
    /// Whether dropping a value of the type does anything.
    pub(crate) fn needs_drop(&self, ty: Ty) -> bool {
        self.cx.program.needs_drop(ty)
    }

    /// Whether dropping the expression's value does anything.
    pub(crate) fn expr_needs_drop(&mut self, id: ExprId) -> bool {
        let ty = self.expr_ty(id);
        self.needs_drop(ty)
    }

    // Scopes ----------------------------------------------------------------------------------------------------------

    /// How many scopes there are.
    pub(crate) fn scope_depth(&self) -> usize {
        self.drops.scopes.len()
    }

    /// Do something in a scope of its own, and drop at its end what belongs to it.
    pub(crate) fn in_scope<T>(&mut self, f: impl FnOnce(&mut Self) -> R<T>) -> R<T> {
        self.in_scope_of(false, f)
    }

    /// [`Self::in_scope`]; if variables belong to it, they can be seen in it only.
    fn in_scope_of<T>(&mut self, is_binding: bool, f: impl FnOnce(&mut Self) -> R<T>) -> R<T> {
        let depth = self.scope_depth();
        let seen = self.seen();
        self.drops.scopes.push(Vec::new());
        let result = f(self).and_then(|value| self.drop_scopes(depth).map(|()| value));
        self.drops.scopes.truncate(depth);
        if is_binding {
            self.see_only(seen);
        }
        result
    }

    /// [`Self::in_scope`], to which the variables of patterns belong.
    pub(crate) fn in_binding_scope<T>(&mut self, f: impl FnOnce(&mut Self) -> R<T>) -> R<T> {
        self.in_scope_of(true, |this| {
            let own = this.scope_depth() - 1;
            let outer = std::mem::replace(&mut this.drops.bind_scope, own);
            let result = f(this);
            this.drops.bind_scope = outer;
            result
        })
    }

    /// [`Self::in_binding_scope`] for a block.
    pub(crate) fn in_block_scope<T>(&mut self, block: BlockId, f: impl FnOnce(&mut Self) -> R<T>) -> R<T> {
        self.in_binding_scope(|this| {
            let depth = this.scope_depth() - 1;
            this.drops.blocks.push((block, depth));
            let result = f(this);
            this.drops.blocks.pop();
            result
        })
    }

    /// Drop what belongs to the scopes from `depth` on: control leaves them here. They stay open for other ways out.
    pub(crate) fn drop_scopes(&mut self, depth: usize) -> R<()> {
        for scope in (depth..self.scope_depth()).rev() {
            self.drop_entries(scope, 0)?;
        }
        Ok(())
    }

    /// Drop the entries of one scope from the place `from` on.
    fn drop_entries(&mut self, scope: usize, from: usize) -> R<()> {
        let entries: Vec<Entry> = self.drops.scopes[scope].get(from..).unwrap_or_default().to_vec();
        entries.iter().rev().try_for_each(|entry| self.drop_entry(entry))
    }

    /// Where the entries of the scope of bindings end at the moment.
    pub(crate) fn binding_mark(&self) -> usize {
        self.drops.scopes.get(self.drops.bind_scope).map_or(0, Vec::len)
    }

    /// Do something on a way that leaves the scopes above that of the bindings, and of that one what is behind the mark.
    pub(crate) fn leaving_bindings<T>(&mut self, mark: usize, f: impl FnOnce(&mut Self) -> R<T>) -> R<T> {
        let scope = self.drops.bind_scope;
        self.drop_scopes(scope + 1)?;
        self.drop_entries(scope, mark)?;
        let above = self.drops.scopes.split_off(scope + 1);
        let behind = self.drops.scopes[scope].split_off(mark);
        let result = f(self);
        self.drops.scopes.truncate(scope + 1);
        self.drops.scopes[scope].truncate(mark);
        self.drops.scopes[scope].extend(behind);
        self.drops.scopes.extend(above);
        result
    }

    /// What the scopes from `depth` on have to drop where a pattern that would move parts of a temporary does not match: the
    /// temporary as a whole.
    pub(crate) fn scopes_before_moves(&self, depth: usize, temp: Option<Root>) -> Vec<Vec<Entry>> {
        let mut scopes = self.drops.scopes[depth..].to_vec();
        let Some((root, place, ty)) = self.drops.in_parts.iter().rev().find(|(root, ..)| Some(*root) == temp) else {
            return scopes;
        };
        for scope in &mut scopes {
            let Some(first) = scope.iter().position(|entry| entry.root == Some(*root)) else { continue };
            let end = scope.iter().rposition(|entry| entry.root == Some(*root)).unwrap_or(first) + 1;
            let whole = Entry {
                id: scope[first].id,
                root: Some(*root),
                steps: Vec::new(),
                place: place.clone(),
                glue: Glue::Whole(*ty),
                flag: Flag::Always,
                // With it, all that were linked after it leave the list.
                record: scope[first..end].iter().find_map(|entry| entry.record),
            };
            scope.splice(first..end, [whole]);
        }
        scopes
    }

    /// Put other scopes in the place of those from `depth` on.
    pub(crate) fn replace_scopes(&mut self, depth: usize, scopes: Vec<Vec<Entry>>) -> Vec<Vec<Entry>> {
        let old = self.drops.scopes.split_off(depth);
        self.drops.scopes.extend(scopes);
        old
    }

    /// Whether the scopes from `depth` on have anything to drop.
    pub(crate) fn has_entries(&self, depth: usize) -> bool {
        self.drops.scopes[depth..].iter().any(|scope| !scope.is_empty())
    }

    // Entries ---------------------------------------------------------------------------------------------------------

    fn add(&mut self, scope: usize, mut entry: Entry, observable: bool, is_there: bool) -> R<u32> {
        entry.id = self.drops.next_id;
        self.drops.next_id += 1;
        let id = entry.id;
        let (root, steps) = (entry.root, entry.steps.clone());
        if observable {
            entry.record = Some(self.link(&entry, is_there)?);
            if !is_there || entry.flag != Flag::Always {
                entry.flag = Flag::Record;
            }
        } else if let Flag::Var(var) = entry.flag {
            let there = self.b.bool(is_there);
            self.b.set(var, there);
        }
        if let Some(record) = entry.record {
            self.note_record(root, &steps, FlagAt::Slot(record, record::COUNT));
        }
        match (entry.flag, entry.record) {
            (Flag::Var(var), _) => self.note_flag(root, &steps, FlagAt::Var(var)),
            (Flag::Record, Some(record)) => self.note_flag(root, &steps, FlagAt::Slot(record, record::COUNT)),
            _ => {}
        }
        if let Some(scope) = self.drops.scopes.get_mut(scope) {
            scope.push(entry);
        }
        Ok(id)
    }

    /// A value that is there, and is taken by [`Self::release`] at the latest when the scope ends; `None` if it need not be
    /// dropped.
    pub(crate) fn hold(&mut self, place: &Place, ty: Ty) -> R<Option<u32>> {
        if !self.needs_drop(ty) || !self.b.is_reachable() {
            return Ok(None);
        }
        let observable = self.cx.program.drop_is_observable(ty);
        let place = if observable { Place::Mem(self.in_memory(place, ty)?) } else { place.clone() };
        let entry = Entry {
            id: 0,
            root: None,
            steps: Vec::new(),
            place,
            glue: Glue::Whole(ty),
            flag: Flag::Always,
            record: None,
        };
        self.add(self.scope_depth() - 1, entry, observable, true).map(Some)
    }

    /// The value now belongs to someone else.
    pub(crate) fn release(&mut self, held: Option<u32>) {
        let Some(id) = held else { return };
        for scope in (0..self.drops.scopes.len()).rev() {
            let Some(at) = self.drops.scopes[scope].iter().position(|e| e.id == id) else { continue };
            let is_last = at + 1 == self.drops.scopes[scope].len();
            let entry = self.drops.scopes[scope][at].clone();
            match entry.record {
                Some(record) if is_last && scope + 1 == self.drops.scopes.len() => {
                    self.unlink(record);
                    self.drops.scopes[scope].pop();
                }
                Some(record) => {
                    self.set_count(record, false);
                    self.drops.scopes[scope][at].glue = Glue::Gone;
                }
                None => {
                    self.drops.scopes[scope].remove(at);
                }
            }
            return;
        }
    }

    /// Whether evaluating the expression may leave the function, by a panic or otherwise, before it has a value.
    pub(crate) fn may_leave(&self, id: ExprId) -> bool {
        match &self.node(id).kind {
            ExprKind::Constant(_)
            | ExprKind::NamedConst(..)
            | ExprKind::Local(_)
            | ExprKind::Static(_)
            | ExprKind::FnItem => false,
            ExprKind::Field { base, .. } => self.may_leave(*base),
            ExprKind::Borrow { place, .. } => self.may_leave(*place),
            _ => true,
        }
    }

    /// Entries for all parts of a root, in one scope.
    fn add_root(&mut self, scope: usize, root: Root, place: &Place, ty: Ty, there: bool, is_sure: bool) -> R<()> {
        let moves = self.moves.get(&root).cloned().unwrap_or_default();
        let observable = self.cx.program.drop_is_observable(ty);
        let place = if observable { Place::Mem(self.in_memory(place, ty)?) } else { place.clone() };
        if matches!(root, Root::Temp(_)) && moves.takes_elements() {
            self.drops.in_parts.push((root, place.clone(), ty));
        }
        let mut parts = Vec::new();
        self.moved_parts(ty, &moves, &mut Vec::new(), moves.whole, &mut parts);
        // The part that is dropped first is the last entry.
        for (steps, part_ty, moved) in parts.into_iter().rev() {
            let (part_place, glue) = self.part_of(&place, ty, &steps)?;
            let flag = if moved || !is_sure {
                Flag::Var(self.b.create_var("$live", Type::I8, None, self.b.origin().span))
            } else {
                Flag::Always
            };
            let entry = Entry { id: 0, root: Some(root), steps, place: part_place, glue, flag, record: None };
            let observable = observable && self.cx.program.drop_is_observable(part_ty);
            self.add(scope, entry, observable, there)?;
        }
        Ok(())
    }

    /// The parts of a value that are moved out of separately, in the order in which they are dropped: steps, type, and
    /// whether the part or what it belongs to is moved.
    fn moved_parts(
        &self,
        ty: Ty,
        moves: &Moves,
        steps: &mut Vec<Step>,
        moved: bool,
        out: &mut Vec<(Vec<Step>, Ty, bool)>,
    ) {
        let moved = moved || moves.whole;
        if moves.parts.is_empty() {
            if self.needs_drop(ty) {
                out.push((steps.clone(), ty, moved));
            }
            return;
        }
        let none = Moves::default();
        let part = |step: Step| moves.part(step).unwrap_or(&none);
        let mut go_on = |step: Step, part_ty: Ty, moves: &Moves| {
            steps.push(step);
            self.moved_parts(part_ty, moves, steps, moved, out);
            steps.pop();
        };
        if let TyKind::Array(element, len) = self.cx.program.types.kind(ty) {
            let len = self.cx.program.types.const_value(len).unwrap_or(0);
            for i in moves.pieces(len).into_iter().rev().flatten() {
                go_on(Step::Element(i), element, part(Step::Element(i)));
            }
            return;
        }
        if let Some(inner) = self.cx.program.boxed(ty) {
            go_on(Step::Deref, inner, part(Step::Deref));
            steps.push(Step::Shell);
            out.push((steps.clone(), ty, moved));
            steps.pop();
            return;
        }
        let is_enum =
            matches!(self.cx.program.types.kind(ty), TyKind::Adt(adt, _) if self.cx.program.adt_def(adt).is_enum);
        for (variant, fields) in self.cx.program.drop_parts(ty).into_iter().enumerate() {
            let variant = is_enum.then_some(stair_sema::ids::VariantIdx(variant as u32));
            for (field, field_ty) in fields {
                go_on(Step::Field(variant, field), field_ty, part(Step::Field(variant, field)));
            }
        }
    }

    /// A variable is declared: it is dropped when the scope of bindings ends, if it then has a value.
    pub(crate) fn declare_variables(&mut self, pat: PatId) -> R<()> {
        let mut locals = Vec::new();
        variables(self.body, pat, &mut locals);
        for local in locals {
            let ty = self.ty(self.body.locals[local.index()].ty);
            if self.needs_drop(ty) {
                let place = self.local(local).place.clone();
                self.add_root(self.drops.bind_scope, Root::Local(local), &place, ty, false, false)?;
            }
        }
        Ok(())
    }

    /// The variables of a pattern have their values.
    pub(crate) fn variables_bound(&mut self, pat: PatId) -> R<()> {
        self.variables_bound_in(self.drops.bind_scope, pat)
    }

    /// The variables of a pattern, which belong to this scope, have their values.
    pub(crate) fn variables_bound_in(&mut self, scope: usize, pat: PatId) -> R<()> {
        self.see(pat);
        let mut locals = Vec::new();
        variables(self.body, pat, &mut locals);
        for local in locals {
            let ty = self.ty(self.body.locals[local.index()].ty);
            if !self.needs_drop(ty) || !self.b.is_reachable() {
                continue;
            }
            let root = Root::Local(local);
            let is_declared = self.drops.scopes.get(scope).is_some_and(|s| s.iter().any(|e| e.root == Some(root)));
            if is_declared {
                self.revive(&Path::of(root));
            } else {
                let place = self.local(local).place.clone();
                self.add_root(scope, root, &place, ty, true, true)?;
            }
        }
        Ok(())
    }

    /// What a `let` will have to be dropped later than the temporaries of its own statement, but is linked before them.
    pub(crate) fn announce(&mut self, pat: PatId, init: ExprId) -> R<()> {
        let temps = self.extended.of_let.get(&init).cloned().unwrap_or_default();
        for temp in temps {
            let ty = self.expr_ty(temp);
            let conditional = self.extended.conditional.contains(&temp);
            if self.is_temporary(temp) && self.needs_drop(ty) && (conditional || self.cx.program.drop_is_observable(ty))
            {
                let layout = self.layout(ty)?;
                let mem = self.temp(ty, &layout)?;
                self.add_root(self.drops.bind_scope, Root::Temp(temp), &Place::Mem(mem), ty, false, false)?;
            }
        }
        let mut locals = Vec::new();
        variables(self.body, pat, &mut locals);
        let observable = locals.iter().any(|local| {
            let ty = self.ty(self.body.locals[local.index()].ty);
            self.cx.program.drop_is_observable(ty)
        });
        if observable { self.declare_variables(pat) } else { Ok(()) }
    }

    /// An argument that is matched against a pattern.
    pub(crate) fn argument_arrived(&mut self, index: u32, place: &Place, ty: Ty) -> R<()> {
        if self.needs_drop(ty) {
            self.add_root(self.drops.bind_scope, Root::Param(index), place, ty, true, true)?;
        }
        Ok(())
    }

    /// Whether an expression makes a value rather than denoting a place.
    fn is_temporary(&self, id: ExprId) -> bool {
        !matches!(
            self.node(id).kind,
            ExprKind::Local(_)
                | ExprKind::Static(_)
                | ExprKind::Field { .. }
                | ExprKind::Index { .. }
                | ExprKind::Deref(_)
                // Promoted: in static memory.
                | ExprKind::Constant(_)
        )
    }

    /// The place of an expression's value where a place is wanted, if it is a temporary that has to be dropped.
    pub(crate) fn dropped_temporary(&mut self, id: ExprId) -> R<Option<Place>> {
        let ty = self.expr_ty(id);
        if !self.is_temporary(id) || !self.needs_drop(ty) {
            return Ok(None);
        }
        let root = Root::Temp(id);
        let block = self.extended.block.get(&id).copied();
        let block = block.and_then(|b| self.drops.blocks.iter().rev().find(|(block, _)| *block == b));
        let scope = block.map_or(self.scope_depth() - 1, |&(_, scope)| scope);
        let announced = self.drops.scopes[scope].iter().find(|e| e.root == Some(root)).map(|e| e.place.clone());
        if let (Some(place), Some(_)) = (announced, block) {
            self.value_into(id, &place)?;
            self.revive(&Path::of(root));
            return Ok(Some(place));
        }
        let layout = self.layout(ty)?;
        let place = Place::Mem(self.temp(ty, &layout)?);
        self.value_into(id, &place)?;
        self.add_root(scope, root, &place, ty, true, true)?;
        Ok(Some(place))
    }

    // Moves -----------------------------------------------------------------------------------------------------------

    /// The value of a place expression was taken.
    pub(crate) fn moved_out(&mut self, id: ExprId) {
        self.note_taken(id);
        if self.expr_needs_drop(id)
            && let Some(path) = path_of(self.cx.program, self.body, id)
        {
            self.set_live(&path, false);
        }
    }

    /// A field of a place expression was taken.
    pub(crate) fn field_moved_out(&mut self, base: ExprId, field: stair_sema::ids::FieldIdx, ty: Ty) {
        let Some(path) = path_of(self.cx.program, self.body, base) else { return };
        let part = path.then(Step::Field(None, field));
        if !self.cx.program.is_copy(ty) {
            self.note_path(Some(&part), What::Moved);
        }
        if self.needs_drop(ty) {
            self.set_live(&part, false);
        }
    }

    /// The place has a value.
    pub(crate) fn revive(&mut self, path: &Path) {
        self.set_live(path, true);
    }

    fn set_live(&mut self, path: &Path, live: bool) {
        let all = self.drops.scopes.iter().flatten();
        let flags: Vec<(Flag, Option<Slot>)> = all
            .filter(|e| e.root == Some(path.root) && e.steps.starts_with(&path.steps))
            .map(|e| (e.flag, e.record))
            .collect();
        for (flag, record) in flags {
            match (flag, record) {
                (Flag::Var(var), _) => {
                    let value = self.b.bool(live);
                    self.b.set(var, value);
                }
                (Flag::Record, Some(record)) => self.set_count(record, live),
                _ => {}
            }
        }
    }

    /// The path that a pattern is matched against, if something can be moved out of it.
    pub(crate) fn scrutinee_path(&self, id: ExprId) -> Option<Path> {
        path_of(self.cx.program, self.body, id)
    }

    /// The pattern has matched for good: what its variables took is gone from where it was.
    pub(crate) fn moved_by(&mut self, pat: PatId, path: Option<&Path>) -> R<()> {
        let Some(path) = path else { return Ok(()) };
        if !self.b.is_reachable() {
            return Ok(());
        }
        self.note_taken_by(pat, path);
        let (program, body, args) = (self.cx.program, self.body, self.args);
        // An or-pattern whose alternative only the run tells.
        let mut open = None;
        let choices = self.choices.clone();
        let mut moved = Vec::new();
        let alternatives = &self.drops.alternatives;
        let mut choose = |or: PatId, _: usize| {
            let chosen = choices.iter().find(|(p, _)| *p == or).map(|&(_, chosen)| chosen);
            if chosen.is_none() && open.is_none() && alternatives.iter().any(|(p, _)| *p == or) {
                open = Some(or);
            }
            chosen
        };
        moved_by_pattern(program, body, args, pat, path, &mut choose, &mut |part| moved.push(part.clone()));
        let Some(or) = open.filter(|_| !moved.is_empty()) else {
            moved.iter().for_each(|part| self.set_live(part, false));
            return Ok(());
        };
        let (Some(&(_, var)), PatKind::Or(pats)) =
            (self.drops.alternatives.iter().rfind(|(p, _)| *p == or), &self.pat(or).kind)
        else {
            return Ok(());
        };
        let done = self.b.create_block();
        for chosen in 0..pats.len() {
            let (this, next) = (self.b.create_block(), self.b.create_block());
            let value = self.b.get(var);
            let expected = self.b.iconst(Type::I32, chosen as u64);
            let is_it = self.b.compare(stair_ir::inst::Cond::Eq, value, expected);
            self.branch(is_it, this, next);
            self.enter(this)?;
            self.choices.push((or, chosen));
            self.moved_by(pat, Some(path))?;
            self.choices.pop();
            self.jump(done, Vec::new());
            self.enter(next)?;
        }
        self.jump(done, Vec::new());
        self.enter(done)
    }

    /// Whether a pattern moves a value that has to be dropped.
    pub(crate) fn moves_values(&mut self, pat: PatId) -> bool {
        let mut locals = Vec::new();
        variables(self.body, pat, &mut locals);
        locals.iter().any(|local| {
            let ty = self.ty(self.body.locals[local.index()].ty);
            self.needs_drop(ty)
        })
    }

    // Code ------------------------------------------------------------------------------------------------------------

    fn drop_entry(&mut self, entry: &Entry) -> R<()> {
        self.note_end(entry.root);
        if let Some(record) = entry.record {
            self.unlink(record);
        }
        let flag = match (entry.flag, entry.record) {
            _ if matches!(entry.glue, Glue::Gone) => return Ok(()),
            (Flag::Var(var), _) => Some(self.b.get(var)),
            (Flag::Record, Some(record)) => {
                let address = self.b.slot_addr(record, 0);
                Some(self.b.load(Type::I64, address, record::COUNT))
            }
            _ => None,
        };
        let part = entry.root.map(|root| Path { root, steps: entry.steps.clone() });
        self.drop_if(flag, &entry.place, &entry.glue, part.as_ref())
    }

    fn drop_place(&mut self, place: &Place, glue: &Glue) -> R<()> {
        match glue {
            Glue::Whole(ty) => self.drop_value(place, *ty),
            Glue::Part(root, _) => {
                let mem = self.in_memory(place, *root)?;
                let address = self.address(mem);
                let func = self.glue_func(glue)?;
                self.b.call(func, vec![address], &[]);
                Ok(())
            }
            Glue::Gone => Ok(()),
        }
    }

    fn glue_func(&mut self, glue: &Glue) -> R<FuncId> {
        let span = self.b.origin().span;
        match glue {
            Glue::Whole(ty) => self.cx.drop_glue(*ty, span),
            Glue::Part(root, steps) => Ok(self.cx.part_glue(*root, steps)),
            Glue::Gone => self.inconsistent("a destructor of nothing"),
        }
    }

    /// Drop the value at a place.
    pub(crate) fn drop_value(&mut self, place: &Place, ty: Ty) -> R<()> {
        if !self.needs_drop(ty) || !self.b.is_reachable() {
            return Ok(());
        }
        let mem = self.in_memory(place, ty)?;
        let address = self.address(mem);
        let func = self.cx.drop_glue(ty, self.b.origin().span)?;
        let mut args = vec![address];
        args.extend(mem.len);
        self.b.call(func, args, &[]);
        Ok(())
    }

    /// Give a place a new value and drop the old one, as far as it is there. Should that panic, the place has the new
    /// value: it is written first, where that can be seen.
    pub(crate) fn replace_value(&mut self, id: ExprId, place: &Place, val: &Place, ty: Ty, held: Option<u32>) -> R<()> {
        let path = path_of(self.cx.program, self.body, id).filter(|path| !matches!(path.root, Root::Temp(_)));
        let entries: Vec<Entry> = match &path {
            Some(path) => {
                let all = self.drops.scopes.iter().flatten();
                all.filter(|e| e.root == Some(path.root) && e.steps.starts_with(&path.steps)).cloned().collect()
            }
            None => Vec::new(),
        };
        let mut old = Vec::new();
        for entry in &entries {
            let flag = match (entry.flag, entry.record) {
                (Flag::Var(var), _) => Some(self.b.get(var)),
                (Flag::Record, Some(record)) => {
                    let address = self.b.slot_addr(record, 0);
                    Some(self.b.load(Type::I64, address, record::COUNT))
                }
                _ => None,
            };
            old.push((entry.steps[path.as_ref().map_or(0, |p| p.steps.len())..].to_vec(), flag));
        }
        if old.is_empty() {
            old.push((Vec::new(), None));
        }
        if !self.cx.program.drop_is_observable(ty) {
            for (steps, flag) in old.iter().rev() {
                let (part, glue) = self.part_of(place, ty, steps)?;
                let dropped = path.as_ref().map(|p| Path { root: p.root, steps: [&p.steps[..], steps].concat() });
                self.drop_if(*flag, &part, &glue, dropped.as_ref())?;
            }
            self.release(held);
            self.copy(place, val, ty)?;
            self.note_path(path.as_ref(), What::Assigned);
            path.iter().for_each(|path| self.revive(path));
            return Ok(());
        }
        let layout = self.layout(ty)?;
        let aside = Place::Mem(self.temp(ty, &layout)?);
        self.copy(&aside, place, ty)?;
        self.release(held);
        self.copy(place, val, ty)?;
        self.note_path(path.as_ref(), What::Assigned);
        path.iter().for_each(|path| self.revive(path));
        self.in_scope(|this| {
            for (steps, flag) in old {
                let (place, glue) = this.part_of(&aside, ty, &steps)?;
                let entry =
                    Entry { id: 0, root: None, steps: Vec::new(), place, glue, flag: Flag::Always, record: None };
                this.add(this.scope_depth() - 1, entry, true, flag.is_none())?;
                let record = this.drops.scopes.last().and_then(|scope| scope.last()).and_then(|entry| entry.record);
                if let (Some(flag), Some(record)) = (flag, record) {
                    let count = this.widen(flag, false);
                    let at = this.b.slot_addr(record, 0);
                    this.b.store(at, count, record::COUNT);
                }
            }
            Ok(())
        })
    }

    /// A part of a value at a place, and how it is dropped.
    fn part_of(&mut self, place: &Place, ty: Ty, steps: &[Step]) -> R<(Place, Glue)> {
        if steps.is_empty() {
            return Ok((place.clone(), Glue::Whole(ty)));
        }
        if steps.iter().any(|s| !matches!(s, Step::Field(None, _))) {
            return Ok((Place::Mem(self.in_memory(place, ty)?), Glue::Part(ty, steps.to_vec())));
        }
        let mut part = (place.clone(), ty);
        for step in steps {
            if let Step::Field(variant, field) = *step {
                part = self.field(&part.0, part.1, variant, field)?;
            }
        }
        Ok((part.0, Glue::Whole(part.1)))
    }

    /// Drop a value, which is that part of something, if its flag is set.
    fn drop_if(&mut self, flag: Option<Value>, place: &Place, glue: &Glue, part: Option<&Path>) -> R<()> {
        let Some(flag) = flag else {
            self.drop_place(place, glue)?;
            self.note_path(part, What::Dropped);
            return Ok(());
        };
        let (drop, next) = (self.b.create_block(), self.b.create_block());
        let flag = if self.b.ty(flag) == Type::I8 {
            flag
        } else {
            let zero = self.b.iconst(Type::I64, 0);
            self.b.compare(stair_ir::inst::Cond::Ne, flag, zero)
        };
        self.branch(flag, drop, next);
        self.enter(drop)?;
        self.drop_place(place, glue)?;
        self.note_path(part, What::Dropped);
        self.jump(next, Vec::new());
        self.enter(next)?;
        // If it had not been moved before.
        self.note_path(part, What::Dropped);
        Ok(())
    }

    /// Link a record for the entry in; `is_there` is its flag at first.
    fn link(&mut self, entry: &Entry, is_there: bool) -> R<Slot> {
        let span = self.b.origin().span;
        let slot = self.record_slot();
        let glue = self.glue_func(&entry.glue)?;
        let Place::Mem(mem) = entry.place else {
            // Of a type without bytes.
            let ty = match &entry.glue {
                Glue::Whole(ty) | Glue::Part(ty, _) => *ty,
                Glue::Gone => return self.inconsistent("a record of nothing"),
            };
            let mem = Mem::dangling(self.layout(ty)?.align);
            let value = self.address(mem);
            self.link_record(slot, glue, value, is_there, span)?;
            return Ok(slot);
        };
        let value = self.address(mem);
        self.link_record(slot, glue, value, is_there, span)?;
        Ok(slot)
    }

    pub(crate) fn record_slot(&mut self) -> Slot {
        self.b.create_slot(SlotDecl {
            name: "$cleanup".into(),
            size: record::BYTES,
            align: 8,
            type_name: "Cleanup".into(),
            span: self.b.origin().span,
        })
    }

    /// Fill a record in and put it at the head of the list.
    pub(crate) fn link_record(
        &mut self,
        slot: Slot,
        glue: FuncId,
        value: Value,
        is_there: bool,
        _span: stair_source::Span,
    ) -> R<()> {
        let head = self.cx.cleanups()?;
        let at = self.b.slot_addr(slot, 0);
        let head_at = self.b.data_addr(head, 0);
        let next = self.b.load(Type::I64, head_at, 0);
        self.b.store(at, next, record::NEXT);
        let glue = self.b.func_addr(glue);
        self.b.store(at, glue, record::GLUE);
        self.b.store(at, value, record::VALUE);
        let count = self.b.iconst(Type::I64, u64::from(is_there));
        self.b.store(at, count, record::COUNT);
        self.b.store(head_at, at, 0);
        Ok(())
    }

    /// Take a record, and all that were linked after it, out of the list.
    pub(crate) fn unlink(&mut self, slot: Slot) {
        let Ok(head) = self.cx.cleanups() else { return };
        let at = self.b.slot_addr(slot, 0);
        let next = self.b.load(Type::I64, at, record::NEXT);
        let head_at = self.b.data_addr(head, 0);
        self.b.store(head_at, next, 0);
    }

    fn set_count(&mut self, slot: Slot, is_there: bool) {
        let at = self.b.slot_addr(slot, 0);
        let count = self.b.iconst(Type::I64, u64::from(is_there));
        self.b.store(at, count, record::COUNT);
    }

    /// The address that a place in memory with no length has, of a value whose parts are looked at.
    pub(crate) fn at_address(address: Value) -> Place {
        Place::Mem(Mem::at(Base::Addr(address)))
    }
}

/// The variables that a pattern binds by value, in the order of the text.
fn variables(body: &stair_sema::typed::Body, pat: PatId, out: &mut Vec<stair_sema::ids::LocalId>) {
    match &body.pats[pat.index()].kind {
        PatKind::Binding { local, mode, sub } => {
            if *mode == BindingMode::Value && !out.contains(local) {
                out.push(*local);
            }
            if let Some(sub) = *sub {
                variables(body, sub, out);
            }
        }
        PatKind::Fields(fields) | PatKind::Variant { fields, .. } => {
            fields.iter().for_each(|&(_, p)| variables(body, p, out));
        }
        PatKind::Slice { prefix, rest, suffix } => {
            let parts = prefix.iter().copied().chain(rest.flatten()).chain(suffix.iter().copied());
            parts.for_each(|p| variables(body, p, out));
        }
        PatKind::Or(pats) => {
            // Alternatives bind the same variables.
            if let Some(&first) = pats.first() {
                variables(body, first, out);
            }
        }
        PatKind::Deref(p) => variables(body, *p, out),
        PatKind::Wild | PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Error => {}
    }
}
