//! Bodies: from expressions and patterns of the syntax tree to the typed tree.
//!
//! One pass over a body, as `rustc`'s: expectations go down, types come up, coercions happen at their sites, and what
//! depends on types that are not known yet becomes an obligation that is tried again. When the body is done, literals
//! fall back to `i32` and `f64`, casts and operators are settled, and every type is written out.

mod adt;
mod block;
mod call;
mod capture;
mod cast;
mod closure;
mod coerce;
mod constness;
mod control;
mod errors;
mod expr;
mod extract;
mod finish;
mod for_loop;
mod formed;
mod index;
mod method;
mod method_errors;
mod op;
mod pat;
mod pat_path;
mod path;
mod try_op;

use crate::Program;
use crate::defs::{Predicate, TraitRef};
use crate::gate::{self, Refused};
use crate::ids::{BlockId, ConstId, ExprId, FnId, LabelId, LocalId, ModId, PatId, StaticId, TraitId};
use crate::infer::Infer;
use crate::sig::ItemScope;
use crate::sig::lower::Lower;
use crate::tables::{FnKind, Query};
use crate::traits::{Goal, Select, Selection};
use crate::ty::{Flags, InferTy, Ty, TyKind, TyList};
use crate::typed::{Block, Body, CallSites, ConstValue, Expr, ExprKind, Local, Owner, Pat, PatKind};
use coerce::CoerceMany;
use rustc_hash::FxHashSet;
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, ItemKind, NodeId};
use stair_syntax::token::SyntaxContext;
use std::rc::Rc;

/// What is known of an expression's type before it is looked at.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Expect {
    /// Nothing.
    No,
    /// It will be coerced to this type.
    Has(Ty),
    /// It will be cast to this type.
    Cast(Ty),
    /// It is about to be borrowed as this type, which may be unsized.
    Rvalue(Ty),
}

/// Why something must hold, for the wording.
#[derive(Clone, Debug)]
pub(crate) enum Cause {
    /// No particular reason.
    Misc,
    /// An operator: its symbol, and the right operand's span.
    Operator { op: &'static str },
    /// A bound of this function.
    Bound { callee: FnId, bound: usize },
    /// `Trait::function` with nothing that says whose.
    TraitPath { callee: FnId },
    /// `x[i]`.
    Index,
    /// `?`: the error must become that of the function.
    Question,
    /// A variable, parameter or result must have a known size.
    Sized(&'static str),
    /// A pointer's type becomes one to a trait object.
    Unsize { from: Ty, to: Ty },
}

/// A requirement that is not settled yet.
#[derive(Clone, Debug)]
pub(crate) struct Obligation {
    goal: Goal,
    span: Span,
    cause: Cause,
    depth: u32,
    /// The variables for which it waits: until one is bound, there is nothing new to say.
    waits_for: Vec<InferTy>,
}

/// The name of a variable or label. One that a macro made is not the same as one in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct LocalName {
    pub(crate) name: SmolStr,
    pub(crate) ctxt: SyntaxContext,
}

impl LocalName {
    pub(crate) fn of(ident: &ast::Ident) -> Self {
        Self { name: ident.name.clone(), ctxt: ident.ctxt }
    }
}

/// What a body's scopes hold, in the order of the text.
pub(crate) enum InScope {
    Variable(LocalName, LocalId),
    /// The definition of a macro, which sees what is before it.
    Macro(ast::NodeId),
}

impl InScope {
    /// The variable, if it is one.
    pub(crate) fn variable(&self) -> Option<(&LocalName, LocalId)> {
        match self {
            Self::Variable(name, local) => Some((name, *local)),
            Self::Macro(_) => None,
        }
    }
}

/// What `break` and `continue` can name.
pub(crate) struct Target {
    name: Option<LocalName>,
    /// Where the label is declared.
    span: Option<Span>,
    id: LabelId,
    kind: TargetKind,
    /// Collects the values of `break`; `None` where there are none (`while`, `for`).
    coerce: Option<CoerceMany>,
    may_break: bool,
    /// The condition of a `while` is at work: jumps need a label.
    in_condition: bool,
}

/// The kinds of target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TargetKind {
    Loop,
    While,
    For,
    Block,
}

/// A scope: variables from this place on, and the module of a block with items.
struct ScopeMark {
    names: usize,
    module: Option<ModId>,
}

/// An operator whose operands' types decide late whether it is built in.
struct PendingOp {
    expr: ExprId,
    op: ast::BinOp,
    assign: bool,
    lhs: ExprId,
    rhs: ExprId,
}

/// A cast to be settled at the end.
struct PendingCast {
    expr: ExprId,
    operand: ExprId,
    to: Ty,
    span: Span,
    to_span: Span,
}

/// What kind of constant a body is, for E0015.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ConstContext {
    No,
    Const,
    Static,
    ConstFn,
}

/// A body at work.
pub(crate) struct FnCtxt<'p> {
    pub(crate) p: &'p Program,
    pub(crate) infer: Infer<'p>,
    scope: Rc<ItemScope>,
    env: Rc<[Predicate]>,
    owner: Owner,
    is_user: bool,
    const_context: ConstContext,
    params: Vec<PatId>,
    locals: Vec<Local>,
    exprs: Vec<Expr>,
    pats: Vec<Pat>,
    blocks: Vec<Block>,
    labels: u32,
    /// The innermost module or block with items.
    module: ModId,
    names: Vec<InScope>,
    marks: Vec<ScopeMark>,
    /// Names of variables around this body that it cannot use: those of outer functions (E0434) or, for a constant
    /// within a body, of that body (E0435).
    outer_locals: Rc<[SmolStr]>,
    in_body_const: bool,
    ret: Option<Ty>,
    ret_span: Option<Span>,
    ret_coerce: Option<CoerceMany>,
    targets: Vec<Target>,
    /// Labels around the closure at work, which it cannot use, and where they are declared.
    labels_outside: Vec<(LocalName, Span)>,
    diverges: bool,
    pending: Vec<Obligation>,
    /// Requirements without variables that were met, if what they require is: that is or was pending.
    met: FxHashSet<(TraitId, TyList)>,
    casts: Vec<PendingCast>,
    ops: Vec<PendingOp>,
    /// Negations of literals whose type is not known yet.
    negations: Vec<(ExprId, Span)>,
    /// Uses of traits' `deref` and `index`, which become `deref_mut` and `index_mut` where the place is written to.
    overloaded_places: Vec<ExprId>,
    caller: Option<LocalId>,
    call_sites: CallSites,
    unsafe_depth: u32,
    /// Whether the path at hand is called.
    called_paths: bool,
    /// What a pattern being checked belongs to, for E0530: "let binding", "match binding", "function parameter".
    pat_source: &'static str,
    /// What it is matched against.
    pat_origin: Option<Span>,
    /// The whole pattern of the parameter at hand.
    param_span: Option<Span>,
    /// Variables of the first alternative, for the others.
    or_bindings: Vec<(LocalName, LocalId)>,
    /// Integer literals in patterns, whose range is looked at in the end.
    pattern_literals: Vec<(Ty, (bool, u128), Span)>,
    range_patterns: Vec<PatId>,
    /// The element types of ranges that `for` runs through.
    ranges: Vec<(Ty, Span)>,
    /// Patterns to be checked for irrefutability and matches for exhaustiveness at the end.
    refutability: Vec<(PatId, RefutableIn)>,
    matches: Vec<ExprId>,
    errors_before: usize,
    /// Traits in scope, by module, as they are asked for.
    traits_in_scope: Option<(ModId, Rc<[TraitId]>)>,
    depth: u32,
    /// Something in the body has no meaning: types that stay open may follow from that.
    tainted: bool,
    ambiguity_reported: bool,
    /// The types that are written, to be looked at in the end.
    written_types: Vec<(Ty, Span)>,
    /// The variables that stand for each `impl Trait` in the result.
    opaques: Vec<(crate::ids::AliasId, Ty)>,
    /// Closures whose bodies have been checked, inner ones before those around them.
    closures: Vec<closure::CheckedClosure>,
    /// Calls of closures that wait for the closure's kind.
    closure_calls: Vec<closure::ClosureCall>,
    /// The body of a closure is at work.
    in_closure: bool,
}

/// Where an irrefutable pattern is needed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum RefutableIn {
    Let { init: Option<ExprId> },
    Param,
    For,
}

/// How deep expressions may be nested within the checker, beyond what the parser allows for the text.
const MAX_DEPTH: u32 = 1000;

/// How many requirements may wait in a program that has an error: behind one, types that stay unknown can double them with
/// each adapter of a chain.
const MAX_PENDING_BEHIND_ERRORS: usize = 10_000;

impl<'p> FnCtxt<'p> {
    fn new(p: &'p Program, scope: ItemScope, env: Vec<Predicate>, owner: Owner, is_user: bool) -> Self {
        let module = scope.module;
        let mut fcx = Self {
            p,
            infer: Infer::new(p),
            scope: Rc::new(scope),
            env: Rc::from([]),
            owner,
            is_user,
            const_context: ConstContext::No,
            params: Vec::new(),
            locals: Vec::new(),
            exprs: Vec::new(),
            pats: Vec::new(),
            blocks: Vec::new(),
            labels: 0,
            module,
            names: Vec::new(),
            marks: Vec::new(),
            outer_locals: Rc::from([]),
            in_body_const: false,
            ret: None,
            ret_span: None,
            ret_coerce: None,
            targets: Vec::new(),
            labels_outside: Vec::new(),
            diverges: false,
            pending: Vec::new(),
            met: FxHashSet::default(),
            casts: Vec::new(),
            ops: Vec::new(),
            negations: Vec::new(),
            overloaded_places: Vec::new(),
            caller: None,
            call_sites: CallSites::default(),
            unsafe_depth: 0,
            called_paths: false,
            pat_source: "let binding",
            pat_origin: None,
            param_span: None,
            or_bindings: Vec::new(),
            pattern_literals: Vec::new(),
            range_patterns: Vec::new(),
            ranges: Vec::new(),
            refutability: Vec::new(),
            matches: Vec::new(),
            errors_before: p.tables.diagnostic_count(),
            traits_in_scope: None,
            depth: 0,
            tainted: false,
            ambiguity_reported: false,
            written_types: Vec::new(),
            opaques: Vec::new(),
            closures: Vec::new(),
            closure_calls: Vec::new(),
            in_closure: false,
        };
        fcx.env = Rc::from(p.elaborate(env));
        fcx
    }

    // Small parts.

    fn common(&self) -> crate::ty::CommonTypes {
        self.p.types.common
    }

    fn push(&mut self, kind: ExprKind, ty: Ty, span: Span, node: NodeId) -> ExprId {
        self.exprs.push(Expr { kind, ty, span, node });
        ExprId(self.exprs.len() as u32 - 1)
    }

    /// An expression made from another, for the same text.
    fn push_like(&mut self, like: ExprId, kind: ExprKind, ty: Ty) -> ExprId {
        let (span, node) = (self.exprs[like.index()].span, self.exprs[like.index()].node);
        self.push(kind, ty, span, node)
    }

    fn error_expr(&mut self, span: Span, node: NodeId) -> ExprId {
        self.tainted = true;
        self.push(ExprKind::Error, self.p.types.common.error, span, node)
    }

    fn push_pat(&mut self, kind: PatKind, ty: Ty, span: Span) -> PatId {
        self.pats.push(Pat { kind, ty, span });
        PatId(self.pats.len() as u32 - 1)
    }

    fn push_block(&mut self, block: Block) -> BlockId {
        self.blocks.push(block);
        BlockId(self.blocks.len() as u32 - 1)
    }

    fn new_label(&mut self) -> LabelId {
        self.labels += 1;
        LabelId(self.labels - 1)
    }

    /// The type of an expression, variables followed one level.
    fn ty(&self, id: ExprId) -> Ty {
        self.infer.shallow(self.exprs[id.index()].ty)
    }

    fn span(&self, id: ExprId) -> Span {
        self.exprs[id.index()].span
    }

    fn kind(&self, ty: Ty) -> TyKind {
        self.infer.kind(ty)
    }

    fn name(&self, ty: Ty) -> String {
        self.p.type_name(self.infer.resolve(ty))
    }

    fn report(&self, d: Diagnostic) {
        self.p.tables.report(d);
    }

    /// Report, and stand in with an expression of the type that silences.
    fn report_expr(&mut self, d: Diagnostic, span: Span, node: NodeId) -> ExprId {
        self.report(d);
        self.error_expr(span, node)
    }

    fn refuse(&self, what: Refused, span: Span) {
        self.report(gate::refusal(what, span));
    }

    fn refuse_expr(&mut self, what: Refused, span: Span, node: NodeId) -> ExprId {
        self.refuse(what, span);
        self.error_expr(span, node)
    }

    fn add_local(&mut self, name: SmolStr, span: Span, ty: Ty, mutable: bool, mut_span: Option<Span>) -> LocalId {
        self.locals.push(Local { name, span, ty, mutable, mut_span });
        LocalId(self.locals.len() as u32 - 1)
    }

    // Types.

    /// Read a type within the body.
    fn lower_ty(&mut self, ty: &ast::Ty) -> Ty {
        let scope = Rc::clone(&self.scope);
        let lowered = {
            let hole = |span| self.infer.new_var(span);
            let locals = self.visible_locals();
            let lower = Lower::in_body(self.p, &scope, self.module, &hole).with_locals(&locals);
            lower.ty(ty)
        };
        let normalized = self.normalize(lowered, ty.span);
        if self.is_user {
            self.written_types.push((normalized, ty.span));
        }
        normalized
    }

    /// The names of the variables in scope.
    fn visible_locals(&self) -> Vec<SmolStr> {
        self.names.iter().filter_map(InScope::variable).map(|(n, _)| n.name.clone()).collect()
    }

    /// Run `f` with a reader of types.
    fn with_lower<T>(&self, f: impl FnOnce(&Lower<'_>) -> T) -> T {
        let hole = |span| self.infer.new_var(span);
        let locals = self.visible_locals();
        let lower = Lower::in_body(self.p, &self.scope, self.module, &hole).with_locals(&locals);
        f(&lower)
    }

    /// Replace associated types by what they are.
    fn normalize(&mut self, ty: Ty, span: Span) -> Ty {
        let mut goals = Vec::new();
        let env = Rc::clone(&self.env);
        let ty = Select { infer: &self.infer, env: &env }.normalize(self.infer.resolve(ty), &mut goals, 0);
        self.require_all(goals, span, &Cause::Misc);
        ty
    }

    /// The type, after settling what can be settled, when it must be known to go on; `None` (and E0282) if it is not.
    fn known(&mut self, ty: Ty, span: Span) -> Option<Ty> {
        let ty = self.try_known(ty);
        if let TyKind::Infer(var @ InferTy::General(_)) = self.p.types.kind(ty) {
            if !self.ambiguity_reported && !self.tainted && self.p.tables.diagnostic_count() == self.errors_before {
                self.ambiguity_reported = true;
                let at = self.infer.var_span(var).filter(|s| s.is_user()).unwrap_or(span);
                self.report_ambiguous(at, span);
            }
            self.infer.unify(ty, self.p.types.common.error);
            return None;
        }
        Some(ty)
    }

    /// The type, after settling what can be settled if it is not known yet.
    fn try_known(&mut self, ty: Ty) -> Ty {
        let shallow = self.infer.shallow(ty);
        if !matches!(self.p.types.kind(shallow), TyKind::Infer(InferTy::General(_))) || self.pending.is_empty() {
            return shallow;
        }
        self.select_where_possible();
        self.infer.shallow(shallow)
    }

    // Obligations.

    fn require(&mut self, goal: Goal, span: Span, cause: Cause) {
        self.pending.push(Obligation { goal, span, cause, depth: 0, waits_for: Vec::new() });
    }

    fn require_all(&mut self, goals: Vec<Goal>, span: Span, cause: &Cause) {
        for goal in goals {
            self.require(goal, span, cause.clone());
        }
    }

    fn require_sized(&mut self, ty: Ty, span: Span, what: &'static str) {
        if let Some(sized) = self.p.tables.library_trait("Sized")
            && self.is_user
        {
            let args = self.p.types.mk_list(&[ty]);
            self.require(Goal::Trait(TraitRef { def: sized, args }), span, Cause::Sized(what));
        }
    }

    fn select<T>(&self, f: impl FnOnce(&Select<'_, 'p>) -> T) -> T {
        self.infer.effort.set(0);
        f(&Select { infer: &self.infer, env: &self.env })
    }

    /// Try all obligations until nothing new is learnt. Those that cannot be met are reported.
    pub(crate) fn select_where_possible(&mut self) {
        let mut rounds = 0;
        loop {
            let mut progress = false;
            let pending = std::mem::take(&mut self.pending);
            let mut left = Vec::new();
            for obligation in pending {
                if !obligation.waits_for.is_empty() && !obligation.waits_for.iter().any(|&var| self.infer.is_bound(var))
                {
                    left.push(obligation);
                    continue;
                }
                let whole = match obligation.goal {
                    Goal::Trait(t) => Some((t.def, self.infer.resolve_list(t.args))),
                    Goal::Projection(..) => None,
                };
                if whole.is_some_and(|whole| self.met.contains(&whole)) {
                    progress = true;
                    continue;
                }
                let goal = self.normalized_goal(&obligation, &mut left);
                match self.select(|s| s.solve(&goal, obligation.depth)) {
                    Selection::Yes(nested, _) => {
                        progress = true;
                        self.met.extend(whole.filter(|&(_, args)| !self.infer.has_vars_in_list(args)));
                        for goal in nested {
                            if obligation.depth < 64 {
                                left.push(Obligation {
                                    goal,
                                    span: obligation.span,
                                    cause: obligation.cause.clone(),
                                    depth: obligation.depth + 1,
                                    waits_for: Vec::new(),
                                });
                            } else {
                                self.report_overflow(&goal, obligation.span);
                            }
                        }
                    }
                    Selection::Maybe if self.infer.gave_up() => {
                        progress = true;
                        self.report_overflow(&goal, obligation.span);
                    }
                    Selection::Maybe => {
                        let waits_for = self.vars_of(&goal);
                        left.push(Obligation { goal, waits_for, ..obligation });
                    }
                    Selection::No => {
                        progress = true;
                        self.report_unmet(&goal, &obligation);
                    }
                }
            }
            left.append(&mut self.pending);
            self.pending = left;
            // The program is rejected anyway.
            if self.pending.len() > MAX_PENDING_BEHIND_ERRORS && !self.p.tables.diagnostics.borrow().is_empty() {
                self.pending.clear();
            }
            rounds += 1;
            if !progress || self.pending.is_empty() || rounds > 256 {
                break;
            }
        }
    }

    fn normalized_goal(&mut self, obligation: &Obligation, left: &mut Vec<Obligation>) -> Goal {
        let mut nested = Vec::new();
        let p = self.p;
        let goal = self.select(|s| {
            let mut list = |l: TyList| {
                let l: Vec<Ty> =
                    p.types.list(l).iter().map(|&t| s.normalize(self.infer.resolve(t), &mut nested, 0)).collect();
                p.types.mk_list(&l)
            };
            match obligation.goal {
                Goal::Trait(t) => Goal::Trait(TraitRef { def: t.def, args: list(t.args) }),
                Goal::Projection(alias, args, ty) => {
                    let args = list(args);
                    Goal::Projection(alias, args, s.normalize(self.infer.resolve(ty), &mut nested, 0))
                }
            }
        });
        left.extend(nested.into_iter().map(|goal| Obligation {
            goal,
            span: obligation.span,
            cause: obligation.cause.clone(),
            depth: obligation.depth + 1,
            waits_for: Vec::new(),
        }));
        goal
    }

    /// The variables of a requirement that decide it: those of a projection's own type do not.
    fn vars_of(&self, goal: &Goal) -> Vec<InferTy> {
        let args = match *goal {
            Goal::Trait(t) => t.args,
            Goal::Projection(_, args, _) => args,
        };
        let mut vars: Vec<InferTy> = Vec::new();
        for &ty in self.p.types.list(args).iter() {
            for var in self.infer.vars_in(ty) {
                if !vars.contains(&var) {
                    vars.push(var);
                }
            }
        }
        vars
    }

    /// Whether a requirement could hold.
    fn may_hold(&self, goal: &Goal) -> bool {
        self.select(|s| s.may_hold(goal, 0))
    }

    /// A trait of the library for one type.
    fn library_goal(&self, name: &str, args: &[Ty]) -> Option<Goal> {
        let def = self.p.tables.library_trait(name)?;
        Some(Goal::Trait(TraitRef { def, args: self.p.types.mk_list(args) }))
    }

    /// Fresh arguments for generic parameters, with `given` first.
    fn fresh_args(&self, count: usize, given: &[Ty], span: Span) -> Vec<Ty> {
        let mut args = given.to_vec();
        while args.len() < count {
            args.push(self.infer.new_var(span));
        }
        args
    }

    // Scopes.

    fn enter_scope(&mut self, module: Option<ModId>) {
        self.marks.push(ScopeMark { names: self.names.len(), module });
        if let Some(module) = module {
            self.module = module;
        }
    }

    fn leave_scope(&mut self) {
        if let Some(mark) = self.marks.pop() {
            self.names.truncate(mark.names);
            if mark.module.is_some() {
                self.module = self.marks.iter().rev().find_map(|m| m.module).unwrap_or(self.scope.module);
            }
        }
    }

    /// The traits whose methods can be called by name here.
    fn traits_here(&mut self) -> Rc<[TraitId]> {
        if let Some((module, traits)) = &self.traits_in_scope
            && *module == self.module
        {
            return Rc::clone(traits);
        }
        let traits: Rc<[TraitId]> = Rc::from(self.p.traits_in_scope(self.module));
        self.traits_in_scope = Some((self.module, Rc::clone(&traits)));
        traits
    }
}

impl Program {
    /// Traits that are named in a module's scope, directly or by the prelude.
    fn traits_in_scope(&self, module: ModId) -> Vec<TraitId> {
        use crate::collect::names::{ModuleKind, Res};
        use crate::defs::DefId;
        let mut out = Vec::new();
        let mut collect = |m: ModId| {
            for binding in self.tables.module(m).types.values() {
                if let Res::Def(DefId::Trait(t)) = binding.res
                    && !out.contains(&t)
                {
                    out.push(t);
                }
            }
        };
        let mut at = Some(module);
        while let Some(m) = at {
            collect(m);
            if self.tables.module(m).kind != ModuleKind::Block {
                break;
            }
            at = self.tables.module(m).parent;
        }
        if let Some(prelude) = self.tables.prelude {
            collect(prelude);
        }
        out
    }

    /// Bounds with what they imply through supertraits.
    pub(crate) fn elaborate(&self, mut bounds: Vec<Predicate>) -> Vec<Predicate> {
        let mut i = 0;
        while i < bounds.len() {
            if let Predicate::Trait(t, _) = &bounds[i] {
                let t = *t;
                for implied in self.trait_sig(t.def).generics.bounds.clone() {
                    // Only what is said of `Self` is implied.
                    let about_self = |args: TyList| {
                        matches!(self.types.list(args).first().map(|&a| self.types.kind(a)), Some(TyKind::Param(0, _)))
                    };
                    let new = match implied {
                        Predicate::Trait(s, span) if about_self(s.args) => {
                            let s = TraitRef { def: s.def, args: self.types.subst_list(s.args, t.args) };
                            if bounds.iter().any(|b| matches!(b, Predicate::Trait(x, _) if *x == s)) {
                                continue;
                            }
                            Predicate::Trait(s, span)
                        }
                        Predicate::Projection(alias, args, ty, span) if about_self(args) => Predicate::Projection(
                            alias,
                            self.types.subst_list(args, t.args),
                            self.types.subst(ty, t.args),
                            span,
                        ),
                        _ => continue,
                    };
                    bounds.push(new);
                }
            }
            i += 1;
            if i > 256 {
                break;
            }
        }
        bounds
    }

    /// [`Program::body`]
    pub(crate) fn checked_body(&self, id: FnId) -> Option<&Rc<Body>> {
        let entry = self.tables.fns.get(id.index())?;
        if !entry.is_user
            && let Some(base) = &self.base
        {
            return base.checked_body(id);
        }
        if entry.body.get().is_none()
            && let FnKind::Closure(owner) = entry.kind
        {
            self.check_owner(owner);
            return entry.body.get()?.as_ref();
        }
        if entry.body.get().is_none() {
            // None: the body is needed while it is being checked, for a constant in it calls the function itself.
            let body = self.tables.guarded(Query::FnBody(id), || check_fn(self, id))?;
            let _ = entry.body.set(body.map(Rc::new));
        }
        entry.body.get()?.as_ref()
    }

    /// Check the body in which a closure stands: that sets the closure's own.
    pub(crate) fn check_owner(&self, owner: Owner) {
        match owner {
            Owner::Fn(id) => {
                self.checked_body(id);
            }
            Owner::Const(id) => {
                let _ = self.const_body(id);
            }
            Owner::Static(id) => {
                let _ = self.static_body(id);
            }
            Owner::Anonymous => {}
        }
    }

    /// The checked value of a constant; `None` for a constant without a value in a trait, and on a cycle.
    #[must_use]
    pub fn const_body(&self, id: ConstId) -> Option<&Rc<Body>> {
        let entry = self.tables.consts.get(id.index())?;
        if !entry.is_user
            && let Some(base) = &self.base
        {
            return base.const_body(id);
        }
        if entry.body.get().is_none() {
            let body = self.tables.guarded(Query::ConstBody(id), || check_const(self, id));
            if body.is_none() {
                let d = Diagnostic::new(
                    Code::E0391,
                    entry.item.span,
                    format!("cycle detected when checking if `{}` is a trivial const", entry.name),
                );
                self.tables.report(d);
            }
            let _ = entry.body.set(body.flatten().map(Rc::new));
        }
        entry.body.get()?.as_ref()
    }

    /// The checked value of a static.
    #[must_use]
    pub fn static_body(&self, id: StaticId) -> Option<&Rc<Body>> {
        let entry = self.tables.statics.get(id.index())?;
        if !entry.is_user
            && let Some(base) = &self.base
        {
            return base.static_body(id);
        }
        if entry.body.get().is_none() {
            let body = self.tables.guarded(Query::StaticBody(id), || check_static(self, id)).flatten();
            let _ = entry.body.set(body.map(Rc::new));
        }
        entry.body.get()?.as_ref()
    }
}

fn check_fn(p: &Program, id: FnId) -> Option<Body> {
    let entry = &p.tables.fns[id.index()];
    if let FnKind::Ctor(adt, variant) = entry.kind {
        return Some(extract::ctor_body(p, id, adt, variant));
    }
    let item = Rc::clone(&entry.item);
    let ItemKind::Fn(f) = &item.kind else { return None };
    let body = f.body.as_ref()?;
    let sig = p.fn_sig(id);
    let mut fcx = FnCtxt::new(p, p.fn_scope(id), sig.generics.bounds.clone(), Owner::Fn(id), entry.is_user);
    fcx.outer_locals = Rc::clone(&entry.outer_locals);
    fcx.call_sites.all = p.derived_by(entry.container);
    if sig.is_const {
        fcx.const_context = ConstContext::ConstFn;
    }
    fcx.unsafe_depth = u32::from(f.is_unsafe);
    fcx.enter_scope(None);
    let params: Vec<Ty> = sig.params.clone();
    let mut types = params.iter().copied();
    let mut seen = Vec::new();
    if let Some(receiver) = &f.self_param {
        let ty = types.next().unwrap_or(p.types.common.error);
        let ty = fcx.normalize(ty, receiver.span);
        let mutable = receiver.is_mut && !receiver.is_ref;
        let span = receiver_name_span(receiver);
        let mut_span = (!receiver.is_ref && receiver.ty.is_none()).then(|| receiver.span.shrink_to_lo());
        let name = SmolStr::new_static("self");
        let local = fcx.add_local(name.clone(), span, ty, mutable, mut_span);
        fcx.names.push(InScope::Variable(LocalName { name, ctxt: receiver.ctxt }, local));
        let kind = PatKind::Binding { local, mode: crate::typed::BindingMode::Value, sub: None };
        let pat = fcx.push_pat(kind, ty, receiver.span);
        fcx.params.push(pat);
        fcx.require_sized(ty, receiver.span, "all function arguments must have a statically known size");
    }
    for param in &f.params {
        let ty = types.next().unwrap_or(p.types.common.error);
        let ty = fcx.normalize(ty, param.ty.span);
        fcx.param_span = Some(param.pat.span);
        let pat = fcx.param_pattern(&param.pat, ty, &mut seen);
        fcx.params.push(pat);
        fcx.refutability.push((pat, RefutableIn::Param));
        fcx.require_sized(ty, param.pat.span, "all function arguments must have a statically known size");
    }
    if p.has_caller_param(id) {
        let ty = p.location_ref();
        let name = SmolStr::new_static("$caller");
        let local = fcx.add_local(name, item.name.span, ty, false, None);
        if sig.track_caller {
            fcx.caller = Some(local);
        }
        let kind = PatKind::Binding { local, mode: crate::typed::BindingMode::Value, sub: None };
        let pat = fcx.push_pat(kind, ty, item.name.span);
        fcx.params.push(pat);
    }
    let ret = fcx.normalize(sig.ret, f.ret.as_ref().map_or(f.sig_span, |r| r.span));
    // Then E0746 was reported.
    let ret = if matches!(p.types.kind(ret), TyKind::Dyn(..)) { p.types.common.error } else { ret };
    if let Some(written) = &f.ret {
        fcx.require_sized(ret, written.span, "the return type of a function must have a statically known size");
    }
    let ret = fcx.open_result(ret, id);
    fcx.ret = Some(ret);
    fcx.ret_span = f.ret.as_ref().map(|r| r.span);
    fcx.ret_coerce = Some(CoerceMany::new(ret));
    let value = fcx.fn_body(body, ret, item.name.span);
    fcx.leave_scope();
    Some(fcx.finish(value))
}

impl FnCtxt<'_> {
    /// The result type of a function as its own body sees it: for each `impl Trait` a type that the body determines, and that
    /// must meet the bounds.
    fn open_result(&mut self, ret: Ty, id: FnId) -> Ty {
        let p = self.p;
        if !p.types.flags(ret).has(Flags::PROJECTION) {
            return ret;
        }
        let mut pending = vec![ret];
        while let Some(ty) = pending.pop() {
            p.types.fold(ty, &mut |t| {
                if let TyKind::Projection(alias, _) = p.types.kind(t)
                    && p.tables.aliases[alias.index()].opaque_of == Some(id)
                    && !self.opaques.iter().any(|(a, _)| *a == alias)
                {
                    let span = p.tables.aliases[alias.index()].item.name.span;
                    self.opaques.push((alias, self.infer.new_var(span)));
                    // Its bounds may have more of them.
                    for bound in p.alias_bounds(alias).iter() {
                        if let Predicate::Projection(_, _, ty, _) = bound {
                            pending.push(*ty);
                        }
                    }
                }
                t
            });
        }
        let opaques = self.opaques.clone();
        let open = |ty: Ty| {
            p.types.fold(ty, &mut |t| match p.types.kind(t) {
                TyKind::Projection(alias, _) => opaques.iter().find(|(a, _)| *a == alias).map_or(t, |(_, var)| *var),
                _ => t,
            })
        };
        for (alias, _) in &opaques {
            for bound in p.alias_bounds(*alias).iter() {
                let list = |args: TyList| {
                    let args: Vec<Ty> = p.types.list(args).iter().map(|&t| open(t)).collect();
                    p.types.mk_list(&args)
                };
                let (goal, span) = match bound {
                    Predicate::Trait(t, span) => (Goal::Trait(TraitRef { def: t.def, args: list(t.args) }), *span),
                    Predicate::Projection(a, args, ty, span) => {
                        let args = list(*args);
                        (Goal::Projection(*a, args, open(*ty)), *span)
                    }
                };
                self.require(goal, span, Cause::Misc);
            }
        }
        open(ret)
    }
}

/// The word `self` in a receiver.
fn receiver_name_span(receiver: &ast::SelfParam) -> Span {
    match &receiver.ty {
        Some(ty) => {
            let lo = receiver.span.lo + if receiver.is_mut { 4 } else { 0 };
            let hi = (lo + 4).min(ty.span.lo).max(lo);
            Span { lo, hi, ..receiver.span }
        }
        None => Span { lo: receiver.span.hi.saturating_sub(4).max(receiver.span.lo), ..receiver.span },
    }
}

fn check_const(p: &Program, id: ConstId) -> Option<Body> {
    let entry = &p.tables.consts[id.index()];
    let item = Rc::clone(&entry.item);
    let value = crate::tables::Tables::value_expr(&item)?;
    let sig = p.const_sig(id);
    let scope = p.container_scope(entry.container, entry.module);
    let mut fcx = FnCtxt::new(p, scope, sig.generics.bounds.clone(), Owner::Const(id), entry.is_user);
    fcx.const_context = ConstContext::Const;
    Some(fcx.constant_body(value, sig.ty))
}

fn check_static(p: &Program, id: StaticId) -> Option<Body> {
    let entry = &p.tables.statics[id.index()];
    let item = Rc::clone(&entry.item);
    let value = crate::tables::Tables::value_expr(&item)?;
    let sig = p.static_sig(id);
    if entry.is_user
        && !sig.mutable
        && let ast::ItemKind::Static { ty, .. } = &item.kind
        && let Some(part) = crate::traits::auto::lacks(p, sig.ty, true)
    {
        let message = format!("`{}` cannot be shared between threads safely", p.type_name(part));
        p.tables.report(Diagnostic::new(Code::E0277, ty.span, message.clone()).primary(message));
    }
    let mut fcx = FnCtxt::new(p, ItemScope::of_module(entry.module), Vec::new(), Owner::Static(id), entry.is_user);
    fcx.const_context = ConstContext::Static;
    Some(fcx.constant_body(value, sig.ty))
}

/// Check and evaluate a constant without a name: an array's length, a discriminant, a constant argument.
pub(crate) fn anonymous_const(
    p: &Program,
    scope: &ItemScope,
    module: ModId,
    expr: &ast::Expr,
    ty: Ty,
    locals: &[SmolStr],
) -> Option<ConstValue> {
    let before = p.tables.diagnostic_count();
    let is_user = p.tables.module(module).is_user;
    let mut fcx = FnCtxt::new(p, scope.clone(), Vec::new(), Owner::Anonymous, is_user);
    fcx.module = module;
    fcx.outer_locals = Rc::from(locals);
    fcx.in_body_const = true;
    fcx.const_context = ConstContext::Const;
    fcx.marks.push(ScopeMark { names: 0, module: Some(module) });
    let body = fcx.constant_body(expr, ty);
    if p.tables.diagnostic_count() > before {
        return None;
    }
    p.evaluate(&body, expr.span)
}

impl FnCtxt<'_> {
    /// The value of a constant, a static or a constant without a name.
    fn constant_body(&mut self, value: &ast::Expr, ty: Ty) -> Body {
        self.enter_scope(None);
        let ty = self.normalize(ty, value.span);
        let value = self.coercible(value, ty);
        self.leave_scope();
        self.finish(value)
    }
}
