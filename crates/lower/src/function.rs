//! One function: its parameters, its frame, its blocks, its result.

use crate::abi::value_types;
use crate::control::Label;
use crate::drops::Drops;
use crate::error::{LowerError, R, Stop, reached};
use crate::exprs::Want;
use crate::locals::LocalInfo;
use crate::memory::MAX_FRAME_BYTES;
use crate::module::ModuleCx;
use crate::places::{Base, Mem, Place, Val};
use crate::variables::Variables;
use rustc_hash::FxHashMap;
use smol_str::{SmolStr, format_smolstr};
use stair_ir::builder::FunctionBuilder;
use stair_ir::entities::{Block, Slot, Value};
use stair_ir::function::{Function, SlotDecl};
use stair_ir::inst::{BlockCall, Type};
use stair_sema::defs::Instance;
use stair_sema::drops::{Extended, Moves, Root};
use stair_sema::ids::{ExprId, PatId};
use stair_sema::layout::{Abi, Layout};
use stair_sema::ty::{Ty, TyList};
use stair_sema::typed::{Body, Expr, Pat};
use stair_source::{Origin, Span};
use std::rc::Rc;

/// Where the result goes.
#[derive(Clone)]
pub(crate) enum Ret {
    /// There is none, or the function never returns.
    Nothing,
    /// Returned as values.
    Values,
    /// Written to memory.
    Memory(Place),
}

/// The function under construction.
pub(crate) struct Lowerer<'a, 'p> {
    pub(crate) cx: &'a mut ModuleCx<'p>,
    pub(crate) body: &'p Body,
    pub(crate) args: TyList,
    pub(crate) b: FunctionBuilder,
    pub(crate) locals: Vec<LocalInfo>,
    pub(crate) labels: Vec<Option<Label>>,
    pub(crate) ret: Ret,
    /// In a `#[track_caller]` function, where its hidden parameter is.
    pub(crate) caller: Option<Place>,
    /// Loads made at the head of a `match`, which hold while its patterns are tested.
    pub(crate) known_loads: Vec<(Place, u64, Value)>,
    /// Which alternative of an or-pattern is being tried, where all are tried one after the other.
    pub(crate) choices: Vec<(PatId, usize)>,
    pub(crate) depth: u32,
    /// What has to be dropped, and when.
    pub(crate) drops: Drops,
    /// What is moved out of somewhere in the body.
    pub(crate) moves: FxHashMap<Root, Moves>,
    /// Temporaries that outlive their statement.
    pub(crate) extended: Extended,
    /// What is known of the variables, for whoever watches the program run; of the user's functions only.
    pub(crate) watched: Option<Variables>,
    span: Span,
    targets: Vec<bool>,
    live_temps: Vec<Slot>,
    free_temps: Vec<Slot>,
    temp_count: u32,
    frame_bytes: u64,
    types: FxHashMap<Ty, Ty>,
}

/// Lower one instance.
pub(crate) fn lower_instance(
    cx: &mut ModuleCx<'_>,
    instance: Instance,
) -> Result<(Function, Option<Variables>), LowerError> {
    let def = cx.program.fn_def(instance.def);
    let (span, track_caller) = (def.span, def.track_caller);
    match Lowerer::new(cx, instance).and_then(|lowerer| lowerer.run(track_caller)) {
        Ok(made) => Ok(made),
        Err(Stop::Error(error)) => Err(*error),
        Err(Stop::Never) => Err(LowerError::Inconsistent { what: "a function that ends before it begins", span }),
    }
}

impl<'a, 'p> Lowerer<'a, 'p> {
    fn new(cx: &'a mut ModuleCx<'p>, instance: Instance) -> R<Self> {
        let program = cx.program;
        let def = program.fn_def(instance.def);
        let Some(body) = program.body(instance.def) else {
            return Err(LowerError::Inconsistent { what: "a function without a body", span: def.span }.into());
        };
        let params: Vec<Ty> = def.params.iter().map(|&t| program.subst(t, instance.args)).collect();
        let ret_ty = program.subst(def.ret, instance.args);
        let sig = cx.signature(&params, ret_ty, def.span)?;
        let b = FunctionBuilder::new(program.instance_name(instance), def.is_user, def.span, sig);
        let mut this = Self::with_builder(cx, body, instance.args, b, def.span);
        this.watched = def.is_user.then(|| Variables::new(instance));
        this.moves = stair_sema::drops::moves(program, body, instance.args);
        this.extended = stair_sema::drops::extended_temporaries(program, body);
        if !this.cx.is_never(ret_ty) {
            match this.cx.layout(ret_ty, def.span)?.abi {
                Abi::Zero => {}
                Abi::Scalar(_) | Abi::Pair(..) => this.ret = Ret::Values,
                Abi::Memory => {
                    let var = this.b.create_var("$result", Type::I64, Some(0), def.span);
                    this.ret = Ret::Memory(Place::Mem(Mem::at(Base::Var(var))));
                }
            }
        }
        Ok(this)
    }

    /// A function under construction in which nothing is declared yet.
    pub(crate) fn with_builder(
        cx: &'a mut ModuleCx<'p>,
        body: &'p Body,
        args: TyList,
        b: FunctionBuilder,
        span: Span,
    ) -> Self {
        Self {
            cx,
            body,
            args,
            b,
            locals: Vec::new(),
            labels: vec![None; body.labels as usize],
            ret: Ret::Nothing,
            caller: None,
            known_loads: Vec::new(),
            choices: Vec::new(),
            depth: 0,
            drops: Drops::default(),
            moves: FxHashMap::default(),
            extended: Extended::default(),
            watched: None,
            span,
            targets: Vec::new(),
            live_temps: Vec::new(),
            free_temps: Vec::new(),
            temp_count: 0,
            frame_bytes: 0,
            types: FxHashMap::default(),
        }
    }

    fn run(mut self, track_caller: bool) -> R<(Function, Option<Variables>)> {
        let flow = self.in_binding_scope(|this| {
            this.declare_params()?;
            if track_caller {
                this.find_caller();
            }
            this.lower_value()
        });
        reached(flow)?;
        Ok((self.b.finish(), self.watched))
    }

    /// The body's value becomes the result.
    fn lower_value(&mut self) -> R<()> {
        let value = self.body.value;
        let values = self.in_scope(|this| this.result_values(Some(value)))?;
        self.b.set_origin(self.end_of(value));
        self.leave(values)
    }

    /// Evaluate the result, if there is one to evaluate, and return it.
    pub(crate) fn return_value(&mut self, value: Option<ExprId>) -> R<()> {
        let values = self.result_values(value)?;
        self.leave(values)
    }

    fn result_values(&mut self, value: Option<ExprId>) -> R<Vec<Value>> {
        Ok(match (self.ret.clone(), value) {
            (_, None) => Vec::new(),
            (Ret::Nothing, Some(value)) => {
                self.operand(value)?;
                Vec::new()
            }
            (Ret::Values, Some(value)) => self.operand(value)?.values(),
            (Ret::Memory(place), Some(value)) => {
                self.into(value, &place)?;
                Vec::new()
            }
        })
    }

    /// Drop what is alive and return.
    fn leave(&mut self, values: Vec<Value>) -> R<()> {
        self.drop_scopes(0)?;
        self.b.ret(values);
        Err(Stop::Never)
    }

    /// Find the hidden last parameter of a `#[track_caller]` function.
    fn find_caller(&mut self) {
        if let Some(&pat) = self.body.params.last()
            && let stair_sema::typed::PatKind::Binding { local, .. } = self.pat(pat).kind
        {
            self.caller = Some(self.locals[local.index()].place.clone());
        }
    }

    /// An expression of the body.
    pub(crate) fn node(&self, id: ExprId) -> &'p Expr {
        &self.body.exprs[id.index()]
    }

    /// A pattern of the body.
    pub(crate) fn pat(&self, id: PatId) -> &'p Pat {
        &self.body.pats[id.index()]
    }

    /// A type of the body, for this instance.
    pub(crate) fn ty(&mut self, ty: Ty) -> Ty {
        let (program, args) = (self.cx.program, self.args);
        *self.types.entry(ty).or_insert_with(|| program.subst(ty, args))
    }

    /// The type of an expression, for this instance.
    pub(crate) fn expr_ty(&mut self, id: ExprId) -> Ty {
        self.ty(self.node(id).ty)
    }

    /// The layout of a type of this instance.
    pub(crate) fn layout(&self, ty: Ty) -> R<Rc<Layout>> {
        self.cx.layout(ty, self.b.origin().span)
    }

    /// The layout of an expression's value.
    pub(crate) fn expr_layout(&mut self, id: ExprId) -> R<Rc<Layout>> {
        let ty = self.expr_ty(id);
        self.cx.layout(ty, self.node(id).span)
    }

    /// A mistake of the checker was found.
    pub(crate) fn inconsistent<T>(&self, what: &'static str) -> R<T> {
        Err(LowerError::Inconsistent { what, span: self.b.origin().span }.into())
    }

    /// The origin of what happens where an expression ends: its closing brace, if it has one.
    pub(crate) fn end_of(&self, id: ExprId) -> Origin {
        let origin = self.origin_of(id);
        let Span { file, hi, .. } = origin.span;
        let text = &self.cx.sources.file(file).text;
        let brace = hi.checked_sub(1).filter(|&lo| text.get(lo as usize..hi as usize) == Some("}"));
        brace.map_or(origin, |lo| Origin { span: Span::new(file, lo, hi), ..origin })
    }

    /// The origin of what is made from an expression.
    pub(crate) fn origin_of(&self, id: ExprId) -> Origin {
        Origin { span: self.node(id).span, item: id.0 }
    }

    // Blocks ----------------------------------------------------------------------------------------------------------

    fn note_target(&mut self, block: Block) {
        if self.targets.len() <= block.index() {
            self.targets.resize(block.index() + 1, false);
        }
        self.targets[block.index()] = true;
    }

    /// Whether something jumps to this block.
    pub(crate) fn is_target(&self, block: Block) -> bool {
        self.targets.get(block.index()).copied().unwrap_or(false)
    }

    /// End the block: go on at `block`.
    pub(crate) fn jump(&mut self, block: Block, args: Vec<Value>) {
        if self.b.is_reachable() {
            self.note_target(block);
            self.b.jump(block, args);
        }
    }

    /// End the block: go on at `then` where `cond` is not 0, else at `els`.
    pub(crate) fn branch(&mut self, cond: Value, then: Block, els: Block) {
        if self.b.is_reachable() {
            self.note_target(then);
            self.note_target(els);
            self.b.branch(
                cond,
                BlockCall { block: then, args: Vec::new() },
                BlockCall { block: els, args: Vec::new() },
            );
        }
    }

    /// End the block: go on at the case that equals `value`.
    pub(crate) fn switch(&mut self, value: Value, cases: &[(u64, Block)], default: Block) {
        self.note_target(default);
        for &(_, block) in cases {
            self.note_target(block);
        }
        let call = |block| BlockCall { block, args: Vec::new() };
        let cases = cases.iter().map(|&(bits, block)| (bits, call(block))).collect();
        self.b.switch(value, cases, call(default));
    }

    /// Continue in `block` if anything jumps to it.
    pub(crate) fn enter(&mut self, block: Block) -> R<()> {
        if !self.is_target(block) {
            return Err(Stop::Never);
        }
        self.b.switch_to_block(block);
        self.note_block(block);
        Ok(())
    }

    // Frame -----------------------------------------------------------------------------------------------------------

    /// A piece of the frame for a value of this layout.
    pub(crate) fn slot(&mut self, name: SmolStr, ty: Ty, layout: &Layout, span: Span) -> R<Slot> {
        self.frame_bytes = self.frame_bytes.saturating_add(layout.size.next_multiple_of(8));
        if self.frame_bytes > MAX_FRAME_BYTES {
            return Err(LowerError::FrameTooLarge { span: self.span }.into());
        }
        Ok(self.b.create_slot(SlotDecl {
            name,
            size: layout.size,
            align: layout.align.min(16) as u32,
            type_name: self.cx.program.type_name(ty).into(),
            span,
        }))
    }

    fn take_temp(&mut self, ty: Ty, layout: &Layout) -> R<Slot> {
        let fits = |s: &Slot| {
            let decl = self.b.func().slot(*s);
            decl.size == layout.size && u64::from(decl.align) == layout.align.min(16)
        };
        if let Some(place) = self.free_temps.iter().rposition(fits) {
            return Ok(self.free_temps.remove(place));
        }
        let name = format_smolstr!("$t{}", self.temp_count);
        self.temp_count += 1;
        self.slot(name, ty, layout, self.b.origin().span)
    }

    /// Memory for a temporary, which lives as [`Self::release_temps`] says.
    pub(crate) fn temp(&mut self, ty: Ty, layout: &Layout) -> R<Mem> {
        if layout.size == 0 {
            return Ok(Mem::dangling(layout.align));
        }
        let slot = self.take_temp(ty, layout)?;
        self.live_temps.push(slot);
        Ok(Mem::at(Base::Slot(slot)))
    }

    /// Memory for a temporary that nothing refers to after [`Self::release_argument`].
    pub(crate) fn argument_temp(&mut self, ty: Ty, layout: &Layout) -> R<Slot> {
        self.take_temp(ty, layout)
    }

    /// See [`Self::argument_temp`].
    pub(crate) fn release_argument(&mut self, slot: Slot) {
        self.free_temps.push(slot);
    }

    /// How many temporaries are alive.
    pub(crate) fn temp_mark(&self) -> usize {
        self.live_temps.len()
    }

    /// The temporaries that came to life between two marks die: a statement or block that they belong to has ended.
    pub(crate) fn release_temps(&mut self, from: usize, to: usize) {
        let (from, to) = (from.min(self.live_temps.len()), to.min(self.live_temps.len()));
        if from < to {
            let dead: Vec<Slot> = self.live_temps.drain(from..to).collect();
            self.free_temps.extend(dead);
        }
    }

    // Joins -----------------------------------------------------------------------------------------------------------

    /// A block where control flow meets again, and how the value arrives there.
    pub(crate) fn join(&mut self, ty: Ty, want: &Want) -> R<Join> {
        let block = self.b.create_block();
        let (want, val) = match want {
            Want::Value if !self.cx.is_never(ty) => {
                let layout = self.layout(ty)?;
                match layout.abi {
                    Abi::Memory => {
                        let mem = self.temp(ty, &layout)?;
                        (Want::Into(Place::Mem(mem)), Val::Mem(mem))
                    }
                    abi => {
                        let types = value_types(abi);
                        let params: Vec<Value> =
                            types.into_iter().map(|ty| self.b.append_block_param(block, ty)).collect();
                        (Want::Value, Val::of_values(&params))
                    }
                }
            }
            want => (want.clone(), Val::Zero),
        };
        Ok(Join { block, want, val })
    }

    /// Evaluate one of the expressions that may give the join its value, and go there.
    pub(crate) fn join_from(&mut self, join: &Join, value: ExprId) -> R<()> {
        if let Some(val) = reached(self.in_scope(|this| this.wanted(value, &join.want)))? {
            self.jump_to_join(join, &val);
        }
        Ok(())
    }

    /// Go to the join with a value that was delivered as it wants it.
    pub(crate) fn jump_to_join(&mut self, join: &Join, val: &Val) {
        let args = if matches!(join.want, Want::Value) { val.values() } else { Vec::new() };
        self.jump(join.block, args);
    }

    /// Go on behind the join, with its value.
    pub(crate) fn finish_join(&mut self, join: Join) -> R<Val> {
        self.enter(join.block)?;
        Ok(join.val)
    }
}

/// See [`Lowerer::join`].
#[derive(Clone)]
pub(crate) struct Join {
    pub(crate) block: Block,
    /// How each expression's value is wanted.
    pub(crate) want: Want,
    val: Val,
}
