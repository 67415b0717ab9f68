//! Blocks, statements, conditions and loops.

use crate::abi::value_types;
use crate::drops::temp_of;
use crate::error::{R, Stop, reached};
use crate::exprs::Want;
use crate::function::{Join, Lowerer};
use crate::locals::binds_by_reference;
use crate::operators::Operand;
use crate::patterns::has_bindings;
use crate::places::{Place, Val};
use crate::variables::What;
use smol_str::format_smolstr;
use stair_ir::entities::{Block, Value};
use stair_ir::inst::{BinaryOp, Cond};
use stair_sema::drops::Root;
use stair_sema::ids::{BlockId, ExprId, LabelId, PatId};
use stair_sema::layout::Abi;
use stair_sema::ty::Ty;
use stair_sema::typed::{BinOp, BindingMode, ConstValue, ExprKind, PatKind, Stmt, StmtKind, UnOp};
use stair_source::{Origin, Span};

/// What `break` and `continue` need to know of a loop or labelled block.
#[derive(Clone)]
pub(crate) struct Label {
    /// Where `break` goes, with its value.
    join: Join,
    /// Where `continue` goes; a block has none.
    next: Option<Block>,
    /// How many scopes stay open.
    depth: usize,
}

/// The last character before the surrogates, and the first after them.
const SURROGATES: (u64, u64) = (0xD7FF, 0xE000);

/// The end of a `for` loop's range, as it is read in each round.
enum RangeEnd {
    Constant(i128),
    Place(Place),
}

impl Lowerer<'_, '_> {
    /// Expressions that are about control flow, but for `match`.
    pub(crate) fn control(&mut self, id: ExprId, want: &Want) -> R<Val> {
        match self.node(id).kind {
            ExprKind::Block { block, label: None } => self.block(block, id, want),
            ExprKind::Block { block, label: Some(label) } => {
                let ty = self.expr_ty(id);
                let join = self.join(ty, want)?;
                self.labels[label.index()] = Some(Label { join: join.clone(), next: None, depth: self.scope_depth() });
                if let Some(val) = reached(self.block(block, id, &join.want))? {
                    self.jump_to_join(&join, &val);
                }
                self.finish_join(join)
            }
            ExprKind::If { cond, then, els } => self.if_expr(cond, then, els, id, want),
            ExprKind::Loop { label, body } => {
                let head = self.b.create_block();
                let ty = self.expr_ty(id);
                let join = self.join(ty, want)?;
                self.labels[label.index()] =
                    Some(Label { join: join.clone(), next: Some(head), depth: self.scope_depth() });
                self.jump(head, Vec::new());
                self.enter(head)?;
                reached(self.block(body, id, &Want::Nothing))?;
                self.jump(head, Vec::new());
                self.finish_join(join)
            }
            ExprKind::While { label, cond, body } => {
                let (head, round) = (self.b.create_block(), self.b.create_block());
                let ty = self.expr_ty(id);
                let join = self.join(ty, want)?;
                self.labels[label.index()] =
                    Some(Label { join: join.clone(), next: Some(head), depth: self.scope_depth() });
                self.jump(head, Vec::new());
                self.enter(head)?;
                let turn = self.in_binding_scope(|this| {
                    reached(this.condition(cond, round, join.block))?;
                    this.enter(round)?;
                    this.block(body, id, &Want::Nothing)
                });
                reached(turn)?;
                self.jump(head, Vec::new());
                self.finish_join(join)
            }
            ExprKind::ForRange { label, pat, start, end, inclusive, body } => {
                self.for_range(label, pat, (start, end, inclusive), body, id, want)
            }
            ExprKind::Break { label, value } => {
                let Some(Label { join, depth, .. }) = self.labels[label.index()].clone() else {
                    return self.inconsistent("a `break` outside its loop");
                };
                let val = match value {
                    Some(value) => self.wanted(value, &join.want)?,
                    None => Val::Zero,
                };
                self.drop_scopes(depth)?;
                self.jump_to_join(&join, &val);
                Err(Stop::Never)
            }
            ExprKind::Continue { label } => {
                let Some(Label { next: Some(next), depth, .. }) = self.labels[label.index()] else {
                    return self.inconsistent("a `continue` outside its loop");
                };
                self.drop_scopes(depth)?;
                self.jump(next, Vec::new());
                Err(Stop::Never)
            }
            ExprKind::Return(value) => self.return_value(value).map(|()| Val::Zero),
            _ => self.inconsistent("control flow that is none"),
        }
    }

    /// A block's statements and value. `id` is the expression that it belongs to.
    fn block(&mut self, block: BlockId, id: ExprId, want: &Want) -> R<Val> {
        let outer = self.b.origin();
        let value = self.in_block_scope(block, |this| this.block_contents(block, id, want));
        self.b.set_origin(outer);
        value
    }

    fn block_contents(&mut self, block: BlockId, id: ExprId, want: &Want) -> R<Val> {
        let block = &self.body.blocks[block.index()];
        let mark = self.temp_mark();
        for stmt in &block.stmts {
            self.statement(stmt)?;
        }
        let after_stmts = self.temp_mark();
        let val = match block.tail {
            Some(tail) => self.in_scope(|this| this.wanted(tail, want))?,
            None => {
                if !matches!(want, Want::Nothing) && self.expr_layout(id)?.abi != Abi::Zero {
                    self.b.unreachable();
                    return Err(Stop::Never);
                }
                Val::Zero
            }
        };
        self.release_temps(mark, after_stmts);
        // What the block drops it drops at its closing brace.
        self.b.set_origin(self.end_of(id));
        Ok(val)
    }

    fn statement(&mut self, stmt: &Stmt) -> R<()> {
        match stmt.kind {
            StmtKind::Expr(expr) => {
                let mark = self.temp_mark();
                self.in_scope(|this| this.discard(expr))?;
                let end = self.temp_mark();
                self.release_temps(mark, end);
                Ok(())
            }
            StmtKind::Let { pat, init: None, .. } => {
                self.declare_variables(pat)?;
                if let PatKind::Binding { local, .. } = self.pat(pat).kind {
                    self.note(local, &[], What::Declared);
                }
                self.see(pat);
                Ok(())
            }
            StmtKind::Let { pat, init: Some(init), els: None } => {
                self.announce(pat, init)?;
                self.in_scope(|this| this.bind_initial(pat, init))
            }
            StmtKind::Let { pat, init: Some(init), els: Some(els) } => {
                let mark = self.binding_mark();
                self.announce(pat, init)?;
                self.in_scope(|this| this.let_else(pat, init, els, mark))
            }
        }
    }

    /// `let pat = init else { els };` On the way to `els`, what came to life behind the mark is dropped.
    fn let_else(&mut self, pat: PatId, init: ExprId, els: BlockId, mark: usize) -> R<()> {
        let place = self.scrutinee(init, binds_by_reference(self.body, pat))?;
        let path = self.scrutinee_path(init);
        let (fail, next) = (self.b.create_block(), self.b.create_block());
        let outer = self.b.origin();
        self.b.set_origin(Origin { span: self.pat(pat).span, item: init.0 });
        let matched = reached(self.test_and_bind(pat, &place, fail))?.is_some();
        if matched {
            self.jump(next, Vec::new());
        }
        self.b.set_origin(outer);
        if self.is_target(fail) {
            self.enter(fail)?;
            let entries = self.scopes_before_moves(0, temp_of(path.as_ref()));
            let now = self.replace_scopes(0, entries);
            let otherwise = self.leaving_bindings(mark, |this| this.block(els, init, &Want::Nothing));
            self.replace_scopes(0, now);
            if reached(otherwise)?.is_some() {
                self.b.unreachable();
            }
        }
        self.enter(next)?;
        self.moved_by(pat, path.as_ref())?;
        self.variables_bound(pat)
    }

    /// `let pat = init;`
    fn bind_initial(&mut self, pat: PatId, init: ExprId) -> R<()> {
        let outer = self.b.origin();
        let origin = Origin { span: self.pat(pat).span, item: init.0 };
        match (&self.pat(pat).kind, &self.node(init).kind) {
            (PatKind::Wild, ExprKind::Local(_) | ExprKind::Static(_)) => {}
            (PatKind::Wild, ExprKind::Field { .. } | ExprKind::Index { .. } | ExprKind::Deref(_)) => {
                self.place(init)?;
            }
            (PatKind::Wild, _) if self.expr_needs_drop(init) => {
                self.place(init)?;
            }
            (PatKind::Wild, _) => self.discard(init)?,
            (&PatKind::Binding { local, mode: BindingMode::Value, sub: None }, kind) => {
                let place = self.local(local).place.clone();
                let branches = matches!(
                    kind,
                    ExprKind::Block { .. } | ExprKind::If { .. } | ExprKind::Match { .. } | ExprKind::Loop { .. }
                );
                if branches || self.expr_layout(init)?.abi == Abi::Memory {
                    self.into(init, &place)?;
                } else {
                    let val = self.operand(init)?;
                    self.b.set_origin(origin);
                    self.write(&place, &val)?;
                }
                self.note(local, &[], What::Given);
                self.variables_bound(pat)?;
            }
            (PatKind::Fields(fields), ExprKind::Tuple(elements))
                if !binds_by_reference(self.body, pat) && !self.expr_needs_drop(init) =>
            {
                for (i, &element) in elements.iter().enumerate() {
                    match fields.iter().find(|(f, _)| f.0 as usize == i) {
                        Some(&(_, part)) => self.bind_initial(part, element)?,
                        None => self.discard(element)?,
                    }
                }
            }
            _ => {
                let place = self.scrutinee(init, binds_by_reference(self.body, pat))?;
                self.b.set_origin(origin);
                self.bind_irrefutable(pat, &place)?;
                let path = self.scrutinee_path(init);
                self.moved_by(pat, path.as_ref())?;
                self.variables_bound(pat)?;
            }
        }
        self.b.set_origin(outer);
        Ok(())
    }

    /// The place that a pattern is matched against. A tuple is taken apart rather than stored.
    pub(crate) fn scrutinee(&mut self, id: ExprId, by_reference: bool) -> R<Place> {
        match &self.node(id).kind {
            ExprKind::Tuple(elements) if !elements.is_empty() && !self.expr_needs_drop(id) => {
                let parts: Vec<Place> =
                    elements.iter().map(|&e| self.operand(e).map(Place::Val)).collect::<R<Vec<_>>>()?;
                Ok(Place::Parts(parts.into()))
            }
            ExprKind::Constant(_) | ExprKind::NamedConst(..) if by_reference && !self.expr_needs_drop(id) => {
                Ok(Place::Val(self.operand(id)?))
            }
            _ => self.place(id),
        }
    }

    fn if_expr(&mut self, cond: ExprId, then: ExprId, els: Option<ExprId>, id: ExprId, want: &Want) -> R<Val> {
        let then_block = self.b.create_block();
        let else_block = els.map(|els| (self.b.create_block(), els));
        let ty = self.expr_ty(id);
        let join = self.join(ty, want)?;
        let otherwise = else_block.map_or(join.block, |(block, _)| block);
        let taken = self.in_binding_scope(|this| {
            reached(this.condition(cond, then_block, otherwise))?;
            this.enter(then_block)?;
            this.in_scope(|this| this.wanted(then, &join.want))
        });
        if let Some(val) = reached(taken)? {
            self.jump_to_join(&join, &val);
        }
        if let Some((block, els)) = else_block
            && self.is_target(block)
        {
            self.enter(block)?;
            self.join_from(&join, els)?;
        }
        self.finish_join(join)
    }

    /// [`Self::condition_parts`] in the innermost scope: what its temporaries leave to be dropped is dropped on the way to `els`,
    /// and stays for whoever goes on at `then`. Which of them is reached, [`Self::is_target`] tells.
    pub(crate) fn condition(&mut self, id: ExprId, then: Block, els: Block) -> R<()> {
        self.condition_parts(id, then, els, self.scope_depth() - 1)
    }

    /// Run `test`, which may jump to the block that it is given, so that on the way to `els` the scopes from `depth` on are
    /// left as they are before the test; nothing is gone yet from the temporary that is tested, if there is one.
    fn failing_to(
        &mut self,
        els: Block,
        depth: usize,
        temp: Option<Root>,
        test: impl FnOnce(&mut Self, Block) -> R<()>,
    ) -> R<()> {
        if !self.has_entries(depth) {
            return test(self, els);
        }
        let fail = self.b.create_block();
        let entries = self.scopes_before_moves(depth, temp);
        let tested = reached(test(self, fail))?;
        if self.is_target(fail) {
            self.enter(fail)?;
            let now = self.replace_scopes(depth, entries);
            self.drop_scopes(depth)?;
            self.replace_scopes(depth, now);
            self.jump(els, Vec::new());
        }
        tested.ok_or(crate::error::Stop::Never)
    }

    /// Go on at `then` with the condition's variables bound, or at `els` with the scopes from `depth` on left.
    pub(crate) fn condition_parts(&mut self, id: ExprId, then: Block, els: Block, depth: usize) -> R<()> {
        match &self.node(id).kind {
            &ExprKind::And(a, b) => {
                let middle = self.b.create_block();
                reached(self.condition_parts(a, middle, els, depth))?;
                self.enter(middle)?;
                self.condition_parts(b, then, els, depth)
            }
            &ExprKind::Or(a, b) => {
                let middle = self.b.create_block();
                // Where the left side fails the right side goes on, and nothing is dropped between them: no side of `||`
                // can bind anything, and each drops its own temporaries.
                reached(self.condition_parts(a, then, middle, self.scope_depth()))?;
                self.enter(middle)?;
                self.condition_parts(b, then, els, depth)
            }
            &ExprKind::Unary(UnOp::Not, operand) if !self.has_entries(depth) => {
                self.condition_parts(operand, els, then, depth)
            }
            ExprKind::Constant(ConstValue::Scalar(value)) => self.failing_to(els, depth, None, |this, fail| {
                this.jump(if *value != 0 { then } else { fail }, Vec::new());
                Ok(())
            }),
            &ExprKind::Let { pat, place } => {
                let scrutinee = self.scrutinee(place, binds_by_reference(self.body, pat))?;
                let path = self.scrutinee_path(place);
                let outer = self.b.origin();
                self.b.set_origin(self.origin_of(id));
                let matched = self.failing_to(els, depth, temp_of(path.as_ref()), |this, fail| {
                    this.test_and_bind(pat, &scrutinee, fail)?;
                    this.moved_by(pat, path.as_ref())?;
                    this.variables_bound(pat)?;
                    this.jump(then, Vec::new());
                    Ok(())
                });
                self.b.set_origin(outer);
                matched
            }
            _ => {
                let value = self.in_scope(|this| this.scalar(id))?;
                let outer = self.b.origin();
                self.b.set_origin(self.origin_of(id));
                let tested = self.failing_to(els, depth, None, |this, fail| {
                    this.branch(value, then, fail);
                    Ok(())
                });
                self.b.set_origin(outer);
                tested
            }
        }
    }

    /// `a && b`, `a || b` or `let` as a value.
    pub(crate) fn short_circuit(&mut self, id: ExprId, want: &Want) -> R<Val> {
        let (yes, no) = (self.b.create_block(), self.b.create_block());
        let ty = self.expr_ty(id);
        let join = self.join(ty, &Want::Value)?;
        // No variable is bound for long here, and each side drops its own temporaries.
        let rest = match self.node(id).kind {
            ExprKind::And(a, b) => {
                reached(self.closed_condition(a, yes, no))?;
                Some((yes, no, b, false))
            }
            ExprKind::Or(a, b) => {
                reached(self.closed_condition(a, yes, no))?;
                Some((no, yes, b, true))
            }
            _ => {
                reached(self.closed_condition(id, yes, no))?;
                None
            }
        };
        match rest {
            Some((rest, short, right, known)) => {
                if self.is_target(rest) {
                    self.enter(rest)?;
                    self.join_from(&join, right)?;
                }
                self.join_from_bool(&join, short, known)?;
            }
            None => {
                self.join_from_bool(&join, yes, true)?;
                self.join_from_bool(&join, no, false)?;
            }
        }
        let val = self.finish_join(join)?;
        Ok(if matches!(want, Want::Nothing) { Val::Zero } else { val })
    }

    /// A condition after which all its temporaries and variables are dropped, whichever way it goes.
    pub(crate) fn closed_condition(&mut self, id: ExprId, then: Block, els: Block) -> R<()> {
        self.in_binding_scope(|this| {
            let inner = this.b.create_block();
            reached(this.condition(id, inner, els))?;
            this.enter(inner)?;
            this.drop_scopes(this.scope_depth() - 1)?;
            this.jump(then, Vec::new());
            Err(crate::error::Stop::Never)
        })
    }

    fn join_from_bool(&mut self, join: &Join, block: Block, value: bool) -> R<()> {
        if self.is_target(block) {
            self.enter(block)?;
            let value = self.b.bool(value);
            self.jump_to_join(join, &Val::One(value));
        }
        Ok(())
    }

    fn for_range(
        &mut self,
        label: LabelId,
        pat: PatId,
        (start, end, inclusive): (ExprId, ExprId, bool),
        body: BlockId,
        id: ExprId,
        want: &Want,
    ) -> R<Val> {
        let ty = self.expr_ty(start);
        let first = self.operand(start)?;
        let end = self.range_end(end, ty)?;
        let own_counter = self.counter_of(pat);
        let counter = match &own_counter {
            Some(place) => place.clone(),
            None => self.range_variable("$i", ty, self.pat(pat).span)?,
        };
        self.write(&counter, &first)?;
        if let (Some(_), PatKind::Binding { local, .. }) = (&own_counter, &self.pat(pat).kind) {
            self.note(*local, &[], What::Given);
        }
        let (head, round, latch) = (self.b.create_block(), self.b.create_block(), self.b.create_block());
        let unit = self.expr_ty(id);
        let join = self.join(unit, want)?;
        self.labels[label.index()] = Some(Label { join: join.clone(), next: Some(latch), depth: self.scope_depth() });

        // An exclusive range is tested before each round; an inclusive one before the first, and after each.
        self.jump(head, Vec::new());
        self.enter(head)?;
        let goes_on = self.compare_with_end(if inclusive { BinOp::Le } else { BinOp::Lt }, &counter, &end, ty)?;
        self.branch(goes_on, round, join.block);

        self.enter(round)?;
        if own_counter.is_none() && has_bindings(self.body, pat) {
            let now = self.read(&counter, ty)?;
            self.bind_irrefutable(pat, &Place::Val(now))?;
        }
        let seen = self.seen();
        self.see(pat);
        reached(self.block(body, id, &Want::Nothing))?;
        self.see_only(seen);
        self.jump(latch, Vec::new());
        if self.is_target(latch) {
            self.enter(latch)?;
            if inclusive {
                let step = self.b.create_block();
                let at_end = self.compare_with_end(BinOp::Eq, &counter, &end, ty)?;
                self.branch(at_end, join.block, step);
                self.enter(step)?;
            }
            let now = self.read(&counter, ty)?;
            let next = self.successor(now, self.operand_kind(ty)?);
            self.write(&counter, &next)?;
            self.jump(if inclusive { round } else { head }, Vec::new());
        }
        self.finish_join(join)
    }

    /// The loop's variable, if it can count: it is immutable, so the body does not change it.
    fn counter_of(&self, pat: PatId) -> Option<Place> {
        let PatKind::Binding { local, mode: BindingMode::Value, sub: None } = self.pat(pat).kind else { return None };
        match &self.local(local).place {
            place @ (Place::Var(_) | Place::Vars(..)) if !self.body.locals[local.index()].mutable => {
                Some(place.clone())
            }
            _ => None,
        }
    }

    /// A variable of the loop's own.
    fn range_variable(&mut self, name: &'static str, ty: Ty, span: Span) -> R<Place> {
        Ok(match *value_types(self.layout(ty)?.abi).as_slice() {
            [one] => Place::Var(self.b.create_var(name, one, None, span)),
            [low, high] => {
                let low = self.b.create_var(format_smolstr!("{name}.low"), low, None, span);
                Place::Vars(low, self.b.create_var(format_smolstr!("{name}.high"), high, None, span))
            }
            _ => return self.inconsistent("a range of what is not a number"),
        })
    }

    fn range_end(&mut self, end: ExprId, ty: Ty) -> R<RangeEnd> {
        match &self.node(end).kind {
            ExprKind::Constant(ConstValue::Scalar(value)) => return Ok(RangeEnd::Constant(*value)),
            ExprKind::Local(local) if !self.body.locals[local.index()].mutable => {
                if let place @ (Place::Var(_) | Place::Vars(..)) = &self.local(*local).place {
                    return Ok(RangeEnd::Place(place.clone()));
                }
            }
            _ => {}
        }
        let value = self.operand(end)?;
        let place = self.range_variable("$end", ty, self.node(end).span)?;
        self.write(&place, &value)?;
        Ok(RangeEnd::Place(place))
    }

    /// How the counter compares with the range's end: a `bool`.
    fn compare_with_end(&mut self, op: BinOp, counter: &Place, end: &RangeEnd, ty: Ty) -> R<Value> {
        let now = self.read(counter, ty)?;
        let last = match end {
            RangeEnd::Constant(bits) => self.constant(&ConstValue::Scalar(*bits), ty)?,
            RangeEnd::Place(place) => self.read(place, ty)?,
        };
        let span = self.b.origin().span;
        match self.binary_values(op, (now, ty), (last, ty), span)? {
            Val::One(holds) => Ok(holds),
            _ => self.inconsistent("a comparison that is no `bool`"),
        }
    }

    /// The next integer or character.
    fn successor(&mut self, now: Val, kind: Operand) -> Val {
        let now = match now {
            Val::Two(low, high) => {
                let one = self.wide_constant(1);
                let (low, high) = self.wide_add((low, high), one);
                return Val::Two(low, high);
            }
            Val::One(now) => now,
            other => return other,
        };
        let ty = self.b.ty(now);
        let one = self.b.iconst(ty, 1);
        let next = self.b.binary(BinaryOp::Add, now, one);
        if kind != Operand::Char {
            return Val::One(next);
        }
        let last = self.b.iconst(ty, SURROGATES.0);
        let at_gap = self.b.compare(Cond::Eq, now, last);
        let after = self.b.iconst(ty, SURROGATES.1);
        Val::One(self.b.select(at_gap, after, next))
    }
}
