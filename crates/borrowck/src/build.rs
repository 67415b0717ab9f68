//! From the typed tree to the graph of what happens to places, in the order in which it happens.

use crate::flow::{BasicBlock, Flow, Op, OpKind};
use crate::place::{Base, Place, Step};
use stair_sema::Program;
use stair_sema::ids::{BlockId, ExprId, FieldIdx, LabelId, LocalId, PatId, VariantIdx};
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::{BindingMode, Body, Callee, ExprKind, PatKind, StmtKind};
use stair_source::Span;

/// Make the graph of a body, if wanted with what is dropped.
pub(crate) fn build(program: &Program, body: &Body, with_drops: bool) -> Flow {
    let mut builder = Builder {
        program,
        body,
        flow: Flow { blocks: vec![BasicBlock::default()] },
        current: 0,
        targets: vec![(0, 0, 0); body.labels as usize],
        with_drops,
        scopes: vec![Vec::new()],
    };
    for &param in &body.params {
        let pat = &body.pats[param.index()];
        let place = Place::temp(pat.ty);
        if !matches!(pat.kind, PatKind::Binding { mode: BindingMode::Value, sub: None, .. }) {
            builder.scoped(place.clone(), pat.span);
        }
        builder.bind_fresh(param, &place);
    }
    builder.value(body.value);
    builder.end_scope();
    builder.flow
}

struct Builder<'a> {
    program: &'a Program,
    body: &'a Body,
    flow: Flow,
    current: usize,
    /// Where `break` and `continue` go, and how many scopes are around that.
    targets: Vec<(usize, usize, usize)>,
    /// Whether drops are part of the graph.
    with_drops: bool,
    /// What is dropped where each of the scopes around ends, with the places in the text.
    scopes: Vec<Vec<(Place, Span)>>,
}

impl Builder<'_> {
    fn new_block(&mut self) -> usize {
        self.flow.blocks.push(BasicBlock::default());
        self.flow.blocks.len() - 1
    }

    fn jump(&mut self, to: usize) {
        self.flow.blocks[self.current].successors.push(to);
    }

    /// What follows cannot be reached from here.
    fn terminate(&mut self) {
        self.current = self.new_block();
    }

    fn emit(&mut self, kind: OpKind, place: Place, span: Span) {
        if place.base != Base::Temp || !place.is_tracked() {
            self.flow.blocks[self.current].ops.push(Op { kind, place, span });
        }
    }

    // What is dropped.

    fn begin_scope(&mut self) {
        self.scopes.push(Vec::new());
    }

    fn end_scope(&mut self) {
        self.leave(self.scopes.len() - 1);
        self.scopes.pop();
    }

    /// Drop what the innermost scopes hold, but for so many.
    fn leave(&mut self, keep: usize) {
        let ends = &mut self.flow.blocks[self.current].ops;
        for (place, span) in self.scopes[keep..].iter().rev().flat_map(|scope| scope.iter().rev()) {
            ends.push(Op { kind: OpKind::Drop, place: place.clone(), span: *span });
        }
    }

    /// A variable or temporary that lives until the scope ends.
    fn scoped(&mut self, place: Place, span: Span) {
        if self.with_drops
            && let Some(scope) = self.scopes.last_mut()
        {
            scope.push((place, span));
        }
    }

    /// A temporary that lives until the statement ends.
    fn temporary(&mut self, id: ExprId) {
        let expr = &self.body.exprs[id.index()];
        if self.with_drops && !self.is_place(id) && !self.is_empty(id) {
            self.scoped(Place::temp(expr.ty), expr.span);
        }
    }

    /// Whether an expression's value has nothing to drop, whatever its type: `None`, say. If in doubt, it has not.
    fn is_empty(&self, id: ExprId) -> bool {
        let expr = &self.body.exprs[id.index()];
        match &expr.kind {
            ExprKind::Call { .. } => false,
            ExprKind::NamedConst(..) => !self.program.has_destructor(expr.ty),
            ExprKind::Adt { fields, base: None, .. } if !self.program.has_destructor(expr.ty) => {
                fields.iter().all(|&(_, field)| self.is_empty(field))
            }
            ExprKind::Tuple(parts) | ExprKind::Array(parts) => parts.iter().all(|&part| self.is_empty(part)),
            ExprKind::Adt { .. } => false,
            ExprKind::Local(local) => !self.body.params.iter().any(|&param| {
                matches!(self.body.pats[param.index()].kind, PatKind::Binding { local: bound, .. } if bound == *local)
            }),
            _ => true,
        }
    }

    /// Say that a variable has nothing to drop, if that is known of the value that it just got.
    fn note_empty(&mut self, local: LocalId, value: ExprId) {
        if self.with_drops && self.is_empty(value) {
            self.emit(OpKind::Empty, self.local(local), self.body.exprs[value.index()].span);
        }
    }

    fn kind(&self, ty: Ty) -> TyKind {
        self.program.types.kind(ty)
    }

    /// Read a place's value: copied or moved, as its type says.
    fn read(&mut self, place: Place, span: Span, binding: bool) {
        let kind = if self.program.is_copy_within(self.body.owner, place.ty) {
            OpKind::Copy
        } else {
            OpKind::Move { binding }
        };
        self.emit(kind, place, span);
    }

    fn is_place(&self, id: ExprId) -> bool {
        matches!(
            self.body.exprs[id.index()].kind,
            ExprKind::Local(_)
                | ExprKind::Static(_)
                | ExprKind::Field { .. }
                | ExprKind::Index { .. }
                | ExprKind::Deref(_)
        )
    }

    /// Evaluate what a place needs, and name it.
    fn place(&mut self, id: ExprId) -> Place {
        let expr = &self.body.exprs[id.index()];
        match &expr.kind {
            ExprKind::Local(local) => self.local(*local),
            ExprKind::Static(id) => Place { base: Base::Static(*id), steps: Vec::new(), ty: expr.ty },
            ExprKind::Field { base, field } => {
                let place = self.place(*base);
                self.temporary(*base);
                place.then(Step::Field(*field), expr.ty)
            }
            ExprKind::Index { base, index } => {
                let base = self.place(*base);
                self.value(*index);
                base.then(Step::Index, expr.ty)
            }
            ExprKind::Deref(pointer) => {
                let pointer = self.place(*pointer);
                let step = if self.program.boxed(pointer.ty).is_some() { Step::Unbox } else { Step::Deref(pointer.ty) };
                pointer.then(step, expr.ty)
            }
            _ => {
                self.value(id);
                Place::temp(expr.ty)
            }
        }
    }

    fn local(&self, local: LocalId) -> Place {
        Place { base: Base::Local(local), steps: Vec::new(), ty: self.body.locals[local.index()].ty }
    }

    fn values(&mut self, ids: impl IntoIterator<Item = ExprId>) {
        for id in ids {
            self.value(id);
        }
    }

    /// Evaluate for the value.
    fn value(&mut self, id: ExprId) {
        let body = self.body;
        let expr = &body.exprs[id.index()];
        if self.is_place(id) {
            let place = self.place(id);
            return self.read(place, expr.span, false);
        }
        match &expr.kind {
            ExprKind::Borrow { mutable, place } => {
                let place = self.place(*place);
                self.emit(if *mutable { OpKind::BorrowMut } else { OpKind::Borrow }, place, expr.span);
            }
            ExprKind::Unary(_, a) | ExprKind::Cast(_, a) | ExprKind::Coerce(_, a) | ExprKind::Repeat(a) => {
                self.value(*a)
            }
            ExprKind::Binary(_, a, b) => self.values([*a, *b]),
            ExprKind::And(..) | ExprKind::Or(..) | ExprKind::Let { .. } => {
                let (yes, no) = (self.new_block(), self.new_block());
                self.condition(id, yes, no);
                let join = self.new_block();
                self.flow.blocks[yes].successors.push(join);
                self.flow.blocks[no].successors.push(join);
                self.current = join;
            }
            ExprKind::Assign { place, value } => {
                self.value(*value);
                let to = self.place(*place);
                if self.with_drops {
                    self.emit(OpKind::Drop, to.clone(), body.exprs[place.index()].span);
                }
                let whole = match to.base {
                    Base::Local(local) if to.steps.is_empty() => Some(local),
                    _ => None,
                };
                self.emit(OpKind::Assign, to, expr.span);
                if let Some(local) = whole {
                    self.note_empty(local, *value);
                }
            }
            ExprKind::AssignOp { place, value, .. } => {
                self.value(*value);
                let place = self.place(*place);
                self.emit(OpKind::Copy, place.clone(), expr.span);
                self.emit(OpKind::Assign, place, expr.span);
            }
            ExprKind::Call { callee, args } => {
                if let Callee::Value(callee) = callee {
                    self.value(*callee);
                }
                self.values(args.iter().copied());
                for arg in args {
                    if let ExprKind::Borrow { place, .. } = body.exprs[arg.index()].kind {
                        self.temporary(place);
                    }
                }
                if matches!(self.kind(expr.ty), TyKind::Never) {
                    self.terminate();
                }
            }
            ExprKind::Adt { variant, fields, base, .. } => {
                self.values(fields.iter().map(|&(_, e)| e));
                if let Some(base) = *base {
                    let place = self.place(base);
                    self.read_rest(&place, *variant, fields, body.exprs[base.index()].span);
                }
            }
            ExprKind::Tuple(elements) | ExprKind::Array(elements) => self.values(elements.iter().copied()),
            ExprKind::Closure { captures, .. } => {
                for &captured in captures {
                    match body.exprs[captured.index()].kind {
                        // Whether the closure may change what it captures is seen in its own body.
                        ExprKind::Borrow { place, .. } => {
                            let place = self.place(place);
                            self.emit(OpKind::Borrow, place, expr.span);
                        }
                        _ => self.value(captured),
                    }
                }
            }
            ExprKind::Block { block, label } => match label {
                Some(label) => {
                    let exit = self.new_block();
                    self.targets[label.index()] = (exit, exit, self.scopes.len());
                    self.block(*block);
                    self.jump(exit);
                    self.current = exit;
                }
                None => self.block(*block),
            },
            ExprKind::If { cond, then, els } => {
                let (yes, no, join) = (self.new_block(), self.new_block(), self.new_block());
                self.begin_scope();
                self.condition(*cond, yes, no);
                self.current = yes;
                self.value(*then);
                self.end_scope();
                self.jump(join);
                self.current = no;
                self.values(*els);
                self.jump(join);
                self.current = join;
            }
            ExprKind::Match { place, arms } => {
                let place = self.place(*place);
                let join = self.new_block();
                for arm in arms {
                    let (matched, next) = (self.new_block(), self.new_block());
                    self.test(arm.pat, &place, matched, next);
                    self.current = matched;
                    self.begin_scope();
                    if let Some(guard) = arm.guard {
                        // A guard sees the variables by reference; values move only once it holds.
                        self.bind(arm.pat, &place, true);
                        let taken = self.new_block();
                        self.condition(guard, taken, next);
                        self.current = taken;
                    }
                    self.bind_fresh(arm.pat, &place);
                    self.value(arm.body);
                    self.end_scope();
                    self.jump(join);
                    self.current = next;
                }
                // Matches are exhaustive: nothing comes out at the end of the last arm's `next`.
                self.current = join;
            }
            ExprKind::Loop { label, body: inner } => {
                let (head, exit) = self.loop_blocks(*label);
                self.current = head;
                self.block(*inner);
                self.jump(head);
                self.current = exit;
            }
            ExprKind::While { label, cond, body: inner } => {
                let (head, exit) = self.loop_blocks(*label);
                self.current = head;
                let round = self.new_block();
                self.begin_scope();
                self.condition(*cond, round, exit);
                self.current = round;
                self.block(*inner);
                self.end_scope();
                self.jump(head);
                self.current = exit;
            }
            ExprKind::ForRange { label, pat, start, end, body: inner, .. } => {
                self.values([*start, *end]);
                let (head, exit) = self.loop_blocks(*label);
                self.current = head;
                self.jump(exit);
                let round = self.new_block();
                self.jump(round);
                self.current = round;
                let item = Place::temp(body.pats[pat.index()].ty);
                self.begin_scope();
                self.bind_fresh(*pat, &item);
                self.block(*inner);
                self.end_scope();
                self.jump(head);
                self.current = exit;
            }
            ExprKind::Break { label, value } => {
                self.values(*value);
                self.leave(self.targets[label.index()].2);
                self.jump(self.targets[label.index()].0);
                self.terminate();
            }
            ExprKind::Continue { label } => {
                self.leave(self.targets[label.index()].2);
                self.jump(self.targets[label.index()].1);
                self.terminate();
            }
            ExprKind::Return(value) => {
                self.values(*value);
                self.leave(0);
                self.terminate();
            }
            ExprKind::Constant(_) | ExprKind::NamedConst(..) | ExprKind::FnItem | ExprKind::Error => {}
            ExprKind::Local(_)
            | ExprKind::Static(_)
            | ExprKind::Field { .. }
            | ExprKind::Index { .. }
            | ExprKind::Deref(_) => {}
        }
    }

    fn loop_blocks(&mut self, label: LabelId) -> (usize, usize) {
        let (head, exit) = (self.new_block(), self.new_block());
        self.targets[label.index()] = (exit, head, self.scopes.len());
        self.jump(head);
        (head, exit)
    }

    /// Read the fields that a struct expression takes from its base.
    fn read_rest(&mut self, base: &Place, variant: VariantIdx, fields: &[(FieldIdx, ExprId)], span: Span) {
        let TyKind::Adt(adt, args) = self.kind(base.ty) else { return };
        let definition = self.program.adt_def(adt);
        let Some(variant) = definition.variants.get(variant.0 as usize) else { return };
        for (i, field) in variant.fields.iter().enumerate() {
            let index = FieldIdx(i as u32);
            if fields.iter().all(|&(f, _)| f != index) {
                let ty = self.program.subst(field.ty, args);
                self.read(base.then(Step::Field(index), ty), span, false);
            }
        }
    }

    fn block(&mut self, id: BlockId) {
        let body = self.body;
        let block = &body.blocks[id.index()];
        self.begin_scope();
        for stmt in &block.stmts {
            match stmt.kind {
                StmtKind::Expr(expr) => {
                    self.begin_scope();
                    self.value(expr);
                    self.temporary(expr);
                    self.end_scope();
                }
                StmtKind::Let { pat, init: None, .. } => self.declare(pat),
                StmtKind::Let { pat, init: Some(init), els } => {
                    // A simple variable takes the value; any other pattern looks at the place.
                    let place = match body.pats[pat.index()].kind {
                        PatKind::Binding { mode: BindingMode::Value, sub: None, .. } => {
                            self.value(init);
                            Place::temp(body.exprs[init.index()].ty)
                        }
                        _ => self.place(init),
                    };
                    if let Some(els) = els {
                        let (matched, otherwise) = (self.new_block(), self.new_block());
                        self.test(pat, &place, matched, otherwise);
                        self.current = otherwise;
                        self.block(els);
                        self.current = matched;
                    }
                    self.bind_fresh(pat, &place);
                    match body.pats[pat.index()].kind {
                        PatKind::Binding { local, mode: BindingMode::Value, .. } => self.note_empty(local, init),
                        PatKind::Wild => {
                            self.begin_scope();
                            self.temporary(init);
                            self.end_scope();
                        }
                        _ => {}
                    }
                }
            }
        }
        self.values(block.tail);
        self.end_scope();
    }

    /// Evaluate a condition and go to one of two blocks.
    fn condition(&mut self, id: ExprId, yes: usize, no: usize) {
        let body = self.body;
        match &body.exprs[id.index()].kind {
            ExprKind::And(a, b) => {
                let middle = self.new_block();
                self.condition(*a, middle, no);
                self.current = middle;
                self.condition(*b, yes, no);
            }
            ExprKind::Or(a, b) => {
                let middle = self.new_block();
                self.condition(*a, yes, middle);
                self.current = middle;
                self.condition(*b, yes, no);
            }
            ExprKind::Unary(stair_sema::typed::UnOp::Not, a) => self.condition(*a, no, yes),
            ExprKind::Let { pat, place } => {
                let place = self.place(*place);
                let matched = self.new_block();
                self.test(*pat, &place, matched, no);
                self.current = matched;
                self.bind_fresh(*pat, &place);
                self.jump(yes);
            }
            _ => {
                self.value(id);
                self.jump(yes);
                self.jump(no);
            }
        }
    }

    /// Look at what a pattern looks at, and go to one of two blocks.
    fn test(&mut self, pat: PatId, place: &Place, matched: usize, otherwise: usize) {
        if self.inspect(pat, place) {
            self.jump(otherwise);
        }
        self.jump(matched);
    }

    /// Emit the reads of a pattern's tests; whether it can fail.
    fn inspect(&mut self, id: PatId, place: &Place) -> bool {
        let body = self.body;
        let pat = &body.pats[id.index()];
        match &pat.kind {
            PatKind::Wild | PatKind::Error => false,
            PatKind::Binding { sub, .. } => sub.is_some_and(|sub| self.inspect(sub, place)),
            PatKind::Constant(_) | PatKind::Range { .. } => {
                self.emit(OpKind::Copy, place.clone(), pat.span);
                true
            }
            PatKind::Or(alternatives) => {
                let mut all = true;
                for &pat in alternatives {
                    all &= self.inspect(pat, place);
                }
                all
            }
            PatKind::Variant { adt, .. } => {
                let refutable = self.program.adt_def(*adt).variants.len() > 1;
                if refutable {
                    self.emit(OpKind::Copy, place.clone(), pat.span);
                }
                self.inspect_parts(id, place) | refutable
            }
            PatKind::Slice { .. } => {
                self.inspect_parts(id, place);
                // An array's length is known; whether its elements match was looked at above.
                true
            }
            PatKind::Fields(_) | PatKind::Deref(_) => self.inspect_parts(id, place),
        }
    }

    fn inspect_parts(&mut self, id: PatId, place: &Place) -> bool {
        let mut refutable = false;
        for (pat, part) in self.parts(id, place) {
            refutable |= self.inspect(pat, &part);
        }
        refutable
    }

    /// The patterns directly below one, each with its place.
    fn parts(&self, id: PatId, place: &Place) -> Vec<(PatId, Place)> {
        let ty = |pat: PatId| self.body.pats[pat.index()].ty;
        match &self.body.pats[id.index()].kind {
            PatKind::Fields(fields) => {
                fields.iter().map(|&(f, pat)| (pat, place.then(Step::Field(f), ty(pat)))).collect()
            }
            PatKind::Variant { variant, fields, .. } => {
                fields.iter().map(|&(f, pat)| (pat, place.then(Step::VariantField(*variant, f), ty(pat)))).collect()
            }
            PatKind::Deref(pat) => vec![(*pat, place.then(Step::Deref(place.ty), ty(*pat)))],
            PatKind::Slice { prefix, rest, suffix } => {
                let front = prefix.iter().enumerate().map(|(i, &pat)| (pat, Step::Element(i as u32, false)));
                let middle = rest.iter().flatten().map(|&pat| (pat, Step::Middle));
                let back = suffix.iter().rev().enumerate().map(|(i, &pat)| (pat, Step::Element(i as u32, true)));
                front.chain(middle).chain(back).map(|(pat, step)| (pat, place.then(step, ty(pat)))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Declare a pattern's variables and give them their values.
    fn bind_fresh(&mut self, id: PatId, place: &Place) {
        self.declare(id);
        self.bind(id, place, false);
    }

    /// Declare a pattern's variables.
    fn declare(&mut self, id: PatId) {
        for local in self.variables(id) {
            let span = self.body.locals[local.index()].span;
            self.emit(OpKind::Declare, self.local(local), span);
            self.scoped(self.local(local), span);
        }
    }

    fn variables(&self, id: PatId) -> Vec<LocalId> {
        let place = Place::temp(self.body.pats[id.index()].ty);
        match &self.body.pats[id.index()].kind {
            PatKind::Binding { local, sub, .. } => {
                let mut found = vec![*local];
                found.extend(sub.iter().flat_map(|&sub| self.variables(sub)));
                found
            }
            // All alternatives bind the same variables.
            PatKind::Or(alternatives) => alternatives.first().map_or_else(Vec::new, |&pat| self.variables(pat)),
            _ => self.parts(id, &place).into_iter().flat_map(|(pat, _)| self.variables(pat)).collect(),
        }
    }

    /// Give a pattern's variables their values; `only_look`: for a guard, without moving anything.
    fn bind(&mut self, id: PatId, place: &Place, only_look: bool) {
        let body = self.body;
        let pat = &body.pats[id.index()];
        match &pat.kind {
            PatKind::Binding { local, mode, sub } => {
                if let Some(sub) = *sub {
                    self.bind(sub, place, only_look);
                }
                let target = self.local(*local);
                if only_look {
                    self.emit(OpKind::Declare, target.clone(), pat.span);
                    self.emit(OpKind::Borrow, place.clone(), pat.span);
                } else {
                    match mode {
                        BindingMode::Value => self.read(place.clone(), pat.span, true),
                        BindingMode::Ref => self.emit(OpKind::Borrow, place.clone(), pat.span),
                        BindingMode::RefMut => self.emit(OpKind::BorrowMut, place.clone(), pat.span),
                    }
                }
                self.emit(OpKind::Init, target, body.locals[local.index()].span);
            }
            PatKind::Or(alternatives) => {
                let join = self.new_block();
                for &alternative in alternatives {
                    let taken = self.new_block();
                    self.jump(taken);
                    let from = std::mem::replace(&mut self.current, taken);
                    self.bind(alternative, place, only_look);
                    self.jump(join);
                    self.current = from;
                }
                self.current = join;
            }
            _ => {
                for (pat, part) in self.parts(id, place) {
                    self.bind(pat, &part, only_look);
                }
            }
        }
    }
}
