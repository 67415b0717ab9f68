//! Evaluation of expressions.
//!
//! Five ways to ask for an expression, by what its value is wanted for: [`Interpreter::scalar`], [`Interpreter::pair`],
//! [`Interpreter::store`] (in memory), [`Interpreter::place`] (its address) and [`Interpreter::effect`].

use crate::arith;
use crate::drops::{Drops, Mark};
use crate::memory::Memory;
use crate::node::{
    AT_CALLER, Aggregate, ArmNode, BlockNode, Carry, Code, DropFacts, NO_TEMP, Node, Num, Number, Op, Param, Step,
};
use crate::wide::{halves, order, whole};
use crate::{Options, Outcome, Prepared, Stop};
use stair_host::Host;
use stair_sema::defs::LangFn;
use stair_sema::drops::{Path, Root};
use stair_sema::ids::{BlockId, ExprId, LabelId, PatId};
use stair_sema::layout::{Layout, Scalar, TagEncoding, Variants};
use stair_sema::typed::BinOp;

/// What a stack overflow prints, as Rust's runtime words it.
const STACK_OVERFLOW_MESSAGE: &str =
    "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n";

/// The exit code that a shell shows for a program ended by SIGABRT.
const ABORT_EXIT_CODE: i32 = 134;

/// A run.
pub(crate) struct Interpreter<'a> {
    pub prepared: &'a Prepared,
    pub memory: Memory,
    pub host: &'a mut dyn Host,
    pub options: Options,
    /// Start of the running call's frame.
    pub frame: u64,
    /// End of the running call's frame: where the next one begins.
    pub top: u64,
    /// End of the stack.
    pub stack_end: u64,
    /// Where the heap begins.
    pub heap_base: u64,
    /// How deeply expressions nest.
    pub nesting: u32,
    /// Calls and loop rounds that are still allowed.
    pub steps_left: u64,
    /// The second word of a pair that `return` carries.
    pub second: u64,
    /// Where the running call's result goes, if it is carried in memory.
    pub result_at: u64,
    /// The target of a `break` or `continue` under way.
    pub label: u32,
    /// The exit code, once the program has ended.
    pub exit_code: i32,
    /// Which alternatives the pattern being matched is to take; `None`: the first that matches.
    pub choices: Option<Choices>,
    /// What has to be dropped.
    pub drops: Drops<'a>,
}

/// One combination of the alternatives in a pattern.
pub(crate) struct Choices {
    /// The alternative to take, and how many there are, for each `|` in the order in which they are met.
    pub made: Vec<(usize, usize)>,
    /// How many were met.
    pub at: usize,
}

/// How a loop's round ended.
enum Round {
    Next,
    Leave,
}

impl<'a> Interpreter<'a> {
    /// Run the program from its entry to its end.
    pub(crate) fn run_entry(&mut self) -> Outcome {
        match self.call(self.prepared.entry, 0, |_, _, _| Ok(())) {
            Ok(_) => Outcome::Exit(0),
            Err(Stop::EXIT) => Outcome::Exit(self.exit_code),
            Err(Stop::UNWIND) => match self.panic(LangFn::PanicExit, &[]) {
                Stop::EXIT => Outcome::Exit(self.exit_code),
                stop => Outcome::Fault(format!("the end of a panic does not end the program ({})", stop.0)),
            },
            Err(Stop::STACK_OVERFLOW) => {
                // Nothing is left to do for a host that cannot take the message.
                let _ = self.host.write(2, STACK_OVERFLOW_MESSAGE.as_bytes());
                Outcome::Exit(ABORT_EXIT_CODE)
            }
            Err(Stop::OUT_OF_STEPS) => Outcome::OutOfSteps,
            Err(Stop::FAULT) => Outcome::Fault("an address outside the program's memory was used".into()),
            Err(stop) => Outcome::Fault(format!("evaluation reached what the checker rules out ({})", stop.0)),
        }
    }

    fn step(&mut self) -> Result<(), Stop> {
        self.steps_left = self.steps_left.checked_sub(1).ok_or(Stop::OUT_OF_STEPS)?;
        Ok(())
    }

    /// Call an instance. `arguments` evaluates them, in the caller's frame, into the callee's.
    ///
    /// A result carried in memory goes to `result_at`; the second word of a pair to `self.second`.
    fn call(
        &mut self,
        callee: usize,
        result_at: u64,
        arguments: impl FnOnce(&mut Self, &'a Code, u64) -> Result<(), Stop>,
    ) -> Result<u64, Stop> {
        let prepared = self.prepared;
        let code = prepared.codes.get(callee).ok_or(Stop::BROKEN)?;
        self.step()?;
        let (old_frame, old_top, old_result) = (self.frame, self.top, self.result_at);
        let frame = self.top;
        if code.frame > self.stack_end - frame || self.nesting + code.nesting > self.options.max_nesting {
            return Err(Stop::STACK_OVERFLOW);
        }
        self.top = frame + code.frame;
        if let Some((offset, declared)) = code.caller {
            // Who calls through a pointer or a vtable does not know that the function wants to know.
            self.memory.store(Num::U64, frame + offset, declared)?;
        }
        let waiting = Mark::of(self);
        if let Err(stop) = arguments(self, code, frame) {
            // Arguments that are there already lie in the frame that is given up.
            let left = self.give_up(waiting, stop);
            self.top = old_top;
            return Err(left);
        }
        self.frame = frame;
        self.result_at = result_at;
        self.nesting += code.nesting;
        let result = self.run_code(code);
        self.nesting -= code.nesting;
        self.frame = old_frame;
        self.top = old_top;
        self.result_at = old_result;
        result
    }

    fn run_code(&mut self, code: &'a Code) -> Result<u64, Stop> {
        let scope = self.enter();
        let result = self.run_body(code);
        let result = self.leave(scope, result);
        self.returned(code, result)
    }

    fn run_body(&mut self, code: &'a Code) -> Result<u64, Stop> {
        for (index, param) in code.params.iter().enumerate() {
            if let Some(pat) = param.pat {
                let address = self.frame + param.offset;
                if let Some(glue) = param.glue {
                    self.argument_arrived(code, index, glue, address);
                }
                self.drops.moves.clear();
                let matched = self.matches(code, pat, address, 0)?;
                debug_assert!(matched, "parameters have irrefutable patterns");
                self.moved_by_pattern(Some(&Path::of(Root::Param(index as u32))));
                self.variables(code, &code.vars[pat.index()], 0, true);
            }
            self.variables(code, param.var.as_slice(), 0, true);
        }
        let scope = self.enter();
        let result = self.value(code, code.value, self.result_at);
        self.leave(scope, result)
    }

    /// What a call comes to, from how its body was left.
    fn returned(&mut self, code: &'a Code, result: Result<u64, Stop>) -> Result<u64, Stop> {
        match result {
            Ok(first) => Ok(first),
            Err(Stop::RETURN) => match code.result {
                // `return` has left its value where the callee's result goes.
                Carry::Scalar(num) => self.memory.load(num, self.frame),
                Carry::Pair => {
                    let (first, second) = self.memory.load_pair(self.frame)?;
                    self.second = second;
                    Ok(first)
                }
                Carry::Zero | Carry::Memory(_) => Ok(0),
            },
            Err(stop) => Err(stop),
        }
    }

    /// Evaluate whatever the value is: a scalar or a pair's first word is the result, the second word goes to
    /// `self.second`, a value in memory to `at`.
    fn value(&mut self, code: &'a Code, id: ExprId, at: u64) -> Result<u64, Stop> {
        match code.nodes[id.index()].carry {
            Carry::Zero => self.effect(code, id).map(|()| 0),
            Carry::Scalar(_) => self.scalar(code, id),
            Carry::Pair => {
                let (first, second) = self.pair(code, id)?;
                self.second = second;
                Ok(first)
            }
            Carry::Memory(_) => self.store(code, id, at).map(|()| 0),
        }
    }

    /// Panic through the library's handler; never gives a value.
    pub(crate) fn panic(&mut self, handler: LangFn, arguments: &[u64]) -> Stop {
        let index = LangFn::ALL.iter().position(|&(l, _)| l == handler);
        let Some(callee) = index.and_then(|i| self.prepared.handlers[i]) else { return Stop::BROKEN };
        let called = self.call(callee, 0, |this, code, frame| {
            for (param, &argument) in code.params.iter().zip(arguments) {
                this.memory.store(Num::U64, frame + param.offset, argument)?;
            }
            Ok(())
        });
        called.err().unwrap_or(Stop::BROKEN)
    }

    fn checked(&mut self, code: &'a Code, result: arith::Arith, location: u64) -> Result<u64, Stop> {
        match result {
            Ok(value) => Ok(value),
            Err(handler) => {
                let location = self.location(code, location)?;
                Err(self.panic(handler, &[location]))
            }
        }
    }

    /// The address of the location that a panic reports.
    pub(crate) fn location(&self, code: &'a Code, location: u64) -> Result<u64, Stop> {
        match code.caller {
            Some((offset, _)) if location == AT_CALLER => self.memory.load(Num::U64, self.frame + offset),
            _ => Ok(location),
        }
    }

    fn node(code: &'a Code, id: ExprId) -> &'a Node {
        &code.nodes[id.index()]
    }

    /// The value of an expression that is carried as one scalar (or as nothing: then 0).
    pub(crate) fn scalar(&mut self, code: &'a Code, id: ExprId) -> Result<u64, Stop> {
        let node = Self::node(code, id);
        let Carry::Scalar(num) = node.carry else { return self.effect(code, id).map(|()| 0) };
        match &node.op {
            Op::Scalar(value) => Ok(*value),
            Op::Local(offset) => self.memory.load(num, self.frame + offset),
            Op::Static(address) => self.memory.load(num, *address),
            Op::Field { .. } | Op::Index { .. } | Op::Deref(_) | Op::DerefBox { .. } => {
                let (address, _) = self.place(code, id)?;
                self.memory.load(num, address)
            }
            Op::Binary { op, num, rhs, args: [a, b], location } => {
                let a = self.scalar(code, *a)?;
                let b = self.scalar(code, *b)?;
                let result = self.operator(*op, *num, *rhs, a, b);
                self.checked(code, result, *location)
            }
            Op::Borrow(place) => Ok(self.place(code, *place)?.0),
            Op::Neg { arg, num, location } => {
                let value = self.scalar(code, *arg)?;
                let result = arith::negate(*num, value, self.options.overflow_checks);
                self.checked(code, result, *location)
            }
            Op::Not { arg, num, is_bool } => {
                let value = self.scalar(code, *arg)?;
                Ok(if *is_bool { value ^ 1 } else { num.normalize(!value) })
            }
            Op::CompareUnit { result, args } => {
                for &arg in args {
                    self.effect(code, arg)?;
                }
                Ok(u64::from(*result))
            }
            Op::And(a, b) => Ok(if self.condition(code, *a)? != 0 { self.condition(code, *b)? } else { 0 }),
            Op::Or(a, b) => Ok(if self.condition(code, *a)? == 0 { self.condition(code, *b)? } else { 1 }),
            Op::Move { place, path } => {
                let (address, _) = self.take_place(code, *place, path.as_ref())?;
                self.memory.load(num, address)
            }
            Op::Wide(wide) => Ok(self.wide(code, wide)?.0),
            Op::Cast { arg, from, to } => Ok(arith::cast(*from, *to, self.scalar(code, *arg)?)),
            Op::EnumToInt { arg, layout, discriminants, to } => {
                let variant = variant_of_tag(layout, self.scalar(code, *arg)?);
                Ok(to.normalize(discriminants.get(variant as usize).copied().unwrap_or(0) as u64))
            }
            Op::Aggregate(aggregate) => {
                for &(field, ..) in &aggregate.fields {
                    self.effect(code, field)?;
                }
                let variant = aggregate.variant.as_ref();
                variant.and_then(|(layout, variant)| tag_of_variant(layout, *variant)).ok_or(Stop::BROKEN)
            }
            Op::PointerCast { arg, fat } => {
                if *fat {
                    Ok(self.pair(code, *arg)?.0)
                } else {
                    self.scalar(code, *arg)
                }
            }
            Op::Let { pat, place, path } => {
                let (address, meta) = self.place(code, *place)?;
                self.drops.moves.clear();
                let matched = self.matches(code, *pat, address, meta)?;
                if matched {
                    self.moved_by_pattern(path.as_ref());
                    self.variables(code, &code.vars[pat.index()], 0, true);
                } else {
                    self.nothing_moved(path.as_ref());
                }
                Ok(u64::from(matched))
            }
            Op::Call { callee, args } => self.call_with(code, *callee, args, 0),
            Op::CallOwned { env, temp, glue, call } => {
                self.with_owned(code, *env, *temp, *glue, |this| this.scalar(code, *call))
            }
            Op::CallPointer { callee, args } => {
                let callee = self.scalar(code, *callee)?;
                self.call_with(code, callee_index(callee), args, 0)
            }
            Op::CallVirtual { offset, args, receiver } => self.call_virtual(code, (*offset, *receiver), args, 0),
            Op::Intrinsic(call) => self.intrinsic(code, call, 0),
            Op::Block { block, label: None, .. } => {
                let scope = self.enter_block(*block);
                let result = match self.statements(code, *block) {
                    Ok(Some(tail)) => {
                        let scope = self.enter();
                        let result = self.scalar(code, tail);
                        self.leave(scope, result)
                    }
                    Ok(None) => Err(Stop::BROKEN),
                    Err(stop) => Err(stop),
                };
                self.leave_block(scope, result)
            }
            Op::If { cond, then, els } => {
                let scope = self.enter();
                let result = match self.condition(code, *cond) {
                    Ok(0) => Ok(None),
                    Ok(_) => {
                        let scope = self.enter();
                        let result = self.scalar(code, *then);
                        self.leave(scope, result).map(Some)
                    }
                    Err(stop) => Err(stop),
                };
                if let Some(value) = self.leave(scope, result)? {
                    return Ok(value);
                }
                let scope = self.enter();
                let result = self.scalar(code, els.ok_or(Stop::BROKEN)?);
                self.leave(scope, result)
            }
            Op::Match { place, arms, path } => {
                let (body, scope) = self.select(code, *place, arms, path.as_ref())?;
                let result = self.scalar(code, body);
                self.leave_arm(scope, result)
            }
            Op::Block { temp, .. } | Op::Loop { temp, .. } => {
                let at = self.frame + temp;
                self.store(code, id, at)?;
                self.memory.load(num, at)
            }
            Op::Diverge(arg) => self.effect(code, *arg).and(Err(Stop::BROKEN)),
            _ => self.effect(code, id).and(Err(Stop::BROKEN)),
        }
    }

    #[inline]
    fn operator(&self, op: BinOp, num: Num, rhs: Num, a: u64, b: u64) -> arith::Arith {
        if op.is_shift() {
            // The amount is read as unsigned, at its own type's width.
            let amount = if rhs.is_signed() && rhs.bits() < 64 { b & ((1 << rhs.bits()) - 1) } else { b };
            arith::shift(op, num, a, amount, self.options.overflow_checks)
        } else {
            arith::binary(op, num, a, b, self.options.overflow_checks)
        }
    }

    /// The value of an expression that is carried as two words.
    pub(crate) fn pair(&mut self, code: &'a Code, id: ExprId) -> Result<(u64, u64), Stop> {
        match &Self::node(code, id).op {
            Op::Pair(first, second) => Ok((*first, *second)),
            Op::Wide(wide) => self.wide(code, wide),
            Op::Local(offset) => self.memory.load_pair(self.frame + offset),
            Op::Static(address) => self.memory.load_pair(*address),
            Op::Field { .. } | Op::Index { .. } | Op::Deref(_) | Op::DerefBox { .. } => {
                let (address, _) = self.place(code, id)?;
                self.memory.load_pair(address)
            }
            Op::Borrow(place) => self.place(code, *place),
            Op::Take { place, path } => self.take_place(code, *place, path.as_ref()),
            Op::Move { place, path } => {
                let (address, _) = self.take_place(code, *place, path.as_ref())?;
                self.memory.load_pair(address)
            }
            Op::Unsize { arg, meta } => Ok((self.scalar(code, *arg)?, *meta)),
            Op::Upcast { arg, offset } => {
                let (address, vtable) = self.pair(code, *arg)?;
                Ok((address, self.memory.load(Num::U64, vtable.saturating_add(*offset))?))
            }
            Op::PointerCast { arg, .. } => self.pair(code, *arg),
            Op::Call { callee, args } => Ok((self.call_with(code, *callee, args, 0)?, self.second)),
            Op::CallOwned { env, temp, glue, call } => {
                self.with_owned(code, *env, *temp, *glue, |this| this.pair(code, *call))
            }
            Op::CallPointer { callee, args } => {
                let callee = self.scalar(code, *callee)?;
                Ok((self.call_with(code, callee_index(callee), args, 0)?, self.second))
            }
            Op::CallVirtual { offset, args, receiver } => {
                Ok((self.call_virtual(code, (*offset, *receiver), args, 0)?, self.second))
            }
            Op::Intrinsic(call) => Ok((self.intrinsic(code, call, 0)?, self.second)),
            Op::Block { block, label: None, .. } => {
                let scope = self.enter_block(*block);
                let result = match self.statements(code, *block) {
                    Ok(Some(tail)) => {
                        let scope = self.enter();
                        let result = self.pair(code, tail);
                        self.leave(scope, result)
                    }
                    Ok(None) => Err(Stop::BROKEN),
                    Err(stop) => Err(stop),
                };
                self.leave_block(scope, result)
            }
            Op::If { cond, then, els } => {
                let scope = self.enter();
                let result = match self.condition(code, *cond) {
                    Ok(0) => Ok(None),
                    Ok(_) => {
                        let scope = self.enter();
                        let result = self.pair(code, *then);
                        self.leave(scope, result).map(Some)
                    }
                    Err(stop) => Err(stop),
                };
                if let Some(value) = self.leave(scope, result)? {
                    return Ok(value);
                }
                let scope = self.enter();
                let result = self.pair(code, els.ok_or(Stop::BROKEN)?);
                self.leave(scope, result)
            }
            Op::Match { place, arms, path } => {
                let (body, scope) = self.select(code, *place, arms, path.as_ref())?;
                let result = self.pair(code, body);
                self.leave_arm(scope, result)
            }
            Op::Block { temp, .. } | Op::Loop { temp, .. } => {
                let at = self.frame + temp;
                self.store(code, id, at)?;
                self.memory.load_pair(at)
            }
            _ => self.effect(code, id).and(Err(Stop::BROKEN)),
        }
    }

    /// Evaluate and put the value at an address, however it is carried.
    pub(crate) fn store(&mut self, code: &'a Code, id: ExprId, at: u64) -> Result<(), Stop> {
        let node = Self::node(code, id);
        match &node.op {
            // These may be left by `break`, which has put the value at `temp` then.
            Op::Block { block, label: Some(label), temp } => {
                let scope = self.enter_block(*block);
                let result = match self.statements(code, *block) {
                    Ok(Some(tail)) => {
                        let scope = self.enter();
                        let result = self.store(code, tail, at).map(|()| false);
                        self.leave(scope, result)
                    }
                    Ok(None) => Ok(false),
                    Err(stop) => Err(stop),
                };
                match self.leave_block(scope, result) {
                    Err(Stop::BREAK) if self.label == label.0 => {
                        self.memory.copy(self.frame + temp, at, node.carry.size())
                    }
                    other => other.map(|_| ()),
                }
            }
            Op::Loop { label, body, temp } => loop {
                self.step()?;
                let result = self.block_effect(code, *body);
                if matches!(self.round(*label, result)?, Round::Leave) {
                    return self.memory.copy(self.frame + temp, at, node.carry.size());
                }
            },
            _ => match node.carry {
                Carry::Zero => self.effect(code, id),
                Carry::Scalar(num) => {
                    let value = self.scalar(code, id)?;
                    self.memory.store(num, at, value)
                }
                Carry::Pair => {
                    let pair = self.pair(code, id)?;
                    self.memory.store_pair(at, pair)
                }
                Carry::Memory(size) => self.store_memory(code, id, at, size),
            },
        }
    }

    fn store_memory(&mut self, code: &'a Code, id: ExprId, at: u64, size: u64) -> Result<(), Stop> {
        match &Self::node(code, id).op {
            Op::Local(offset) => self.memory.copy(self.frame + offset, at, size),
            Op::Static(address) => self.memory.copy(*address, at, size),
            Op::Field { .. } | Op::Index { .. } | Op::Deref(_) | Op::DerefBox { .. } => {
                let (address, _) = self.place(code, id)?;
                self.memory.copy(address, at, size)
            }
            Op::Aggregate(aggregate) => self.aggregate(code, aggregate, at),
            Op::Array { elements, size, drops } => self.elements(code, elements, *size, drops.as_ref(), at),
            Op::Move { place, path } => {
                let (address, _) = self.take_place(code, *place, path.as_ref())?;
                self.memory.copy(address, at, size)
            }
            Op::Repeat { element, size, count } => {
                self.store(code, *element, at)?;
                for i in 1..*count {
                    self.memory.copy(at, at + i * size, *size)?;
                }
                Ok(())
            }
            Op::Call { callee, args } => self.call_with(code, *callee, args, at).map(|_| ()),
            Op::CallOwned { env, temp, glue, call } => {
                self.with_owned(code, *env, *temp, *glue, |this| this.store(code, *call, at))
            }
            Op::CallPointer { callee, args } => {
                let callee = self.scalar(code, *callee)?;
                self.call_with(code, callee_index(callee), args, at).map(|_| ())
            }
            Op::CallVirtual { offset, args, receiver } => {
                self.call_virtual(code, (*offset, *receiver), args, at).map(|_| ())
            }
            Op::Intrinsic(call) => self.intrinsic(code, call, at).map(|_| ()),
            Op::Block { block, .. } => {
                let scope = self.enter_block(*block);
                let result = match self.statements(code, *block) {
                    Ok(Some(tail)) => {
                        let scope = self.enter();
                        let result = self.store(code, tail, at);
                        self.leave(scope, result)
                    }
                    Ok(None) => Err(Stop::BROKEN),
                    Err(stop) => Err(stop),
                };
                self.leave_block(scope, result)
            }
            Op::If { cond, then, els } => {
                let scope = self.enter();
                let result = match self.condition(code, *cond) {
                    Ok(0) => Ok(false),
                    Ok(_) => {
                        let scope = self.enter();
                        let result = self.store(code, *then, at);
                        self.leave(scope, result).map(|()| true)
                    }
                    Err(stop) => Err(stop),
                };
                if self.leave(scope, result)? {
                    return Ok(());
                }
                let scope = self.enter();
                let result = self.store(code, els.ok_or(Stop::BROKEN)?, at);
                self.leave(scope, result)
            }
            Op::Match { place, arms, path } => {
                let (body, scope) = self.select(code, *place, arms, path.as_ref())?;
                let result = self.store(code, body, at);
                self.leave_arm(scope, result)
            }
            _ => self.effect(code, id).and(Err(Stop::BROKEN)),
        }
    }

    fn aggregate(&mut self, code: &'a Code, aggregate: &'a Aggregate, at: u64) -> Result<(), Stop> {
        let waiting = self.live_count();
        for (field, offset, drops) in &aggregate.fields {
            self.store(code, *field, at + offset)?;
            self.wait(drops.as_ref(), at + offset);
        }
        if let Some((base, parts)) = &aggregate.base {
            let (from, _) = self.place(code, *base)?;
            for &(offset, size) in parts {
                self.memory.copy(from + offset, at + offset, size)?;
            }
            aggregate.moved.iter().for_each(|path| self.moved(path));
        }
        self.used(waiting);
        match &aggregate.variant {
            Some((layout, variant)) => self.set_variant(layout, *variant, at),
            None => Ok(()),
        }
    }

    /// Elements one after the other.
    fn elements(
        &mut self,
        code: &'a Code,
        elements: &'a [ExprId],
        size: u64,
        drops: Option<&DropFacts>,
        at: u64,
    ) -> Result<(), Stop> {
        let waiting = self.live_count();
        for (i, &element) in elements.iter().enumerate() {
            self.store(code, element, at + i as u64 * size)?;
            self.wait(drops, at + i as u64 * size);
        }
        self.used(waiting);
        Ok(())
    }

    /// The address of a place, with the length if its type is unsized. An expression that is no place is evaluated into
    /// its temporary.
    pub(crate) fn place(&mut self, code: &'a Code, id: ExprId) -> Result<(u64, u64), Stop> {
        let node = Self::node(code, id);
        match &node.op {
            Op::Local(offset) => Ok((self.frame + offset, 0)),
            Op::Static(address) if node.temp == NO_TEMP => Ok((*address, 0)),
            Op::Field { base, offset } => {
                let (address, _) = self.place(code, *base)?;
                Ok((address + offset, 0))
            }
            Op::Index { base, index, size, len, location } => {
                let (address, meta) = self.place(code, *base)?;
                let index = self.scalar(code, *index)?;
                let len = len.unwrap_or(meta);
                if index >= len {
                    let location = self.location(code, *location)?;
                    return Err(self.panic(LangFn::PanicBounds, &[index, len, location]));
                }
                Ok((address + index * size, 0))
            }
            Op::Deref(pointer) => match Self::node(code, *pointer).carry {
                Carry::Pair => self.pair(code, *pointer),
                _ => Ok((self.scalar(code, *pointer)?, 0)),
            },
            Op::DerefBox { place, fat } => {
                let (address, _) = self.place(code, *place)?;
                if *fat { self.memory.load_pair(address) } else { Ok((self.memory.load(Num::U64, address)?, 0)) }
            }
            _ => {
                if node.temp == NO_TEMP {
                    return Err(Stop::BROKEN);
                }
                let at = self.frame + node.temp;
                self.store(code, id, at)?;
                if let Some(facts) = &node.drops {
                    self.temporary(code, id, facts, at);
                }
                Ok((at, 0))
            }
        }
    }

    /// Evaluate for the effect alone.
    pub(crate) fn effect(&mut self, code: &'a Code, id: ExprId) -> Result<(), Stop> {
        let node = Self::node(code, id);
        match &node.op {
            Op::Scalar(_) | Op::Pair(..) | Op::Static(_) | Op::Local(_) => Ok(()),
            Op::Assign { place, value, temp } => self.assign(code, *place, *value, *temp),
            Op::Replace { place, value, temp, old, size, glue, path } => {
                let from = self.frame + temp;
                self.store(code, *value, from)?;
                let waiting = self.live_count();
                self.wait(Some(&DropFacts { glue: *glue, block: None }), from);
                let (address, _) = self.place(code, *place)?;
                self.used(waiting);
                // Should the destructor of the old value panic, the place has the new one.
                let old = self.frame + old;
                self.memory.copy(address, old, *size)?;
                self.memory.copy(from, address, *size)?;
                self.drop_old(path.as_ref(), *glue, old)
            }
            Op::Discard { value, temp, glue } => {
                let at = self.frame + temp;
                self.store(code, *value, at)?;
                self.drop_at(*glue, at, 0)
            }
            Op::Move { place, path } => self.take_place(code, *place, path.as_ref()).map(|_| ()),
            Op::CompoundAssign { op, num, rhs, place, value, location } => {
                let b = self.scalar(code, *value)?;
                let (address, _) = self.place(code, *place)?;
                let a = self.memory.load(*num, address)?;
                let result = self.operator(*op, *num, *rhs, a, b);
                let result = self.checked(code, result, *location)?;
                self.memory.store(*num, address, result)
            }
            Op::WideAssign { op, numbers, args, location } => self.wide_assign(code, (*op, *numbers), *args, *location),
            Op::Block { block, label: None, .. } => self.block_effect(code, *block),
            Op::Block { block, label: Some(label), .. } => match self.block_effect(code, *block) {
                Err(Stop::BREAK) if self.label == label.0 => Ok(()),
                other => other,
            },
            Op::If { cond, then, els } => {
                let scope = self.enter();
                let result = match self.condition(code, *cond) {
                    Ok(0) => Ok(false),
                    Ok(_) => {
                        let scope = self.enter();
                        let result = self.effect(code, *then);
                        self.leave(scope, result).map(|()| true)
                    }
                    Err(stop) => Err(stop),
                };
                if self.leave(scope, result)? {
                    return Ok(());
                }
                let Some(els) = *els else { return Ok(()) };
                let scope = self.enter();
                let result = self.effect(code, els);
                self.leave(scope, result)
            }
            Op::Match { place, arms, path } => {
                let (body, scope) = self.select(code, *place, arms, path.as_ref())?;
                let result = self.effect(code, body);
                self.leave_arm(scope, result)
            }
            Op::Loop { label, body, .. } => loop {
                self.step()?;
                let result = self.block_effect(code, *body);
                if matches!(self.round(*label, result)?, Round::Leave) {
                    return Ok(());
                }
            },
            Op::While { label, cond, body } => loop {
                let scope = self.enter();
                let result = match self.condition(code, *cond) {
                    Ok(0) => Ok(false),
                    // The condition may leave the loop, too.
                    holds => {
                        let body = holds.and_then(|_| self.step()).and_then(|()| self.block_effect(code, *body));
                        self.round(*label, body).map(|round| matches!(round, Round::Next))
                    }
                };
                if !self.leave(scope, result)? {
                    return Ok(());
                }
            },
            Op::ForRange { .. } => self.for_range(code, &node.op),
            Op::Break { label, value, temp } => {
                if let Some(value) = *value {
                    self.store(code, value, self.frame + temp)?;
                }
                self.label = label.0;
                Err(Stop::BREAK)
            }
            Op::Continue(label) => {
                self.label = label.0;
                Err(Stop::CONTINUE)
            }
            Op::Return(value) => {
                if let Some(value) = *value {
                    let at = if matches!(code.result, Carry::Memory(_)) { self.result_at } else { self.frame };
                    self.store(code, value, at)?;
                }
                Err(Stop::RETURN)
            }
            Op::Diverge(arg) => self.effect(code, *arg),
            Op::Call { callee, args } if node.carry == Carry::Zero => {
                self.call_with(code, *callee, args, 0).map(|_| ())
            }
            Op::CallOwned { env, temp, glue, call } if node.carry == Carry::Zero => {
                self.with_owned(code, *env, *temp, *glue, |this| this.effect(code, *call))
            }
            Op::CallPointer { callee, args } if node.carry == Carry::Zero => {
                let callee = self.scalar(code, *callee)?;
                self.call_with(code, callee_index(callee), args, 0).map(|_| ())
            }
            Op::CallVirtual { offset, args, receiver } if node.carry == Carry::Zero => {
                self.call_virtual(code, (*offset, *receiver), args, 0).map(|_| ())
            }
            Op::Intrinsic(call) if node.carry == Carry::Zero => self.intrinsic(code, call, 0).map(|_| ()),
            Op::Aggregate(aggregate) if node.carry == Carry::Zero => self.aggregate(code, aggregate, self.frame),
            Op::Array { elements, drops, .. } if node.carry == Carry::Zero => {
                self.elements(code, elements, 0, drops.as_ref(), self.frame)
            }
            Op::Repeat { element, .. } if node.carry == Carry::Zero => self.effect(code, *element),
            Op::Field { .. } | Op::Index { .. } | Op::Deref(_) | Op::DerefBox { .. } => {
                self.place(code, id).map(|_| ())
            }
            // The value is computed where values of its kind go, and then not used.
            _ => match node.carry {
                Carry::Scalar(_) => self.scalar(code, id).map(|_| ()),
                Carry::Pair => self.pair(code, id).map(|_| ()),
                Carry::Memory(size) => {
                    let at = self.top;
                    self.top = at + size.next_multiple_of(16);
                    if self.top > self.stack_end {
                        return Err(Stop::STACK_OVERFLOW);
                    }
                    let result = self.store(code, id, at);
                    self.top = at;
                    result
                }
                Carry::Zero => Err(Stop::BROKEN),
            },
        }
    }

    fn assign(&mut self, code: &'a Code, place: ExprId, value: ExprId, temp: u64) -> Result<(), Stop> {
        match Self::node(code, value).carry {
            Carry::Zero => {
                self.effect(code, value)?;
                self.effect(code, place)
            }
            Carry::Scalar(num) => {
                let value = self.scalar(code, value)?;
                let (address, _) = self.place(code, place)?;
                self.memory.store(num, address, value)
            }
            Carry::Pair => {
                let pair = self.pair(code, value)?;
                let (address, _) = self.place(code, place)?;
                self.memory.store_pair(address, pair)
            }
            // By way of a temporary, for the value may read the place.
            Carry::Memory(size) => {
                let temp = self.frame + temp;
                self.store(code, value, temp)?;
                let (address, _) = self.place(code, place)?;
                self.memory.copy(temp, address, size)
            }
        }
    }

    /// Call a type's own destructor.
    pub(crate) fn call_destructor(&mut self, callee: usize, address: u64) -> Result<(), Stop> {
        let called = self.call(callee, 0, |this, code, frame| match code.params.first() {
            Some(param) => this.memory.store(Num::U64, frame + param.offset, address),
            None => Err(Stop::BROKEN),
        });
        called.map(|_| ())
    }

    /// A call of what is moved to a temporary for it, and dropped after it.
    fn with_owned<T>(
        &mut self,
        code: &'a Code,
        env: ExprId,
        temp: u64,
        glue: usize,
        call: impl FnOnce(&mut Self) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let at = self.frame + temp;
        self.store(code, env, at)?;
        let waiting = self.live_count();
        self.wait(Some(&DropFacts { glue, block: None }), at);
        let result = call(self)?;
        self.used(waiting);
        // What carries the result on.
        let second = self.second;
        self.drop_at(glue, at, 0)?;
        self.second = second;
        Ok(result)
    }

    fn call_with(&mut self, code: &'a Code, callee: usize, args: &'a [ExprId], at: u64) -> Result<u64, Stop> {
        self.call(callee, at, |this, callee, frame| this.pass(code, &callee.params, args, frame))
    }

    /// Evaluate arguments into the frame of the function that is called.
    fn pass(&mut self, code: &'a Code, params: &[Param], args: &'a [ExprId], frame: u64) -> Result<(), Stop> {
        let waiting = self.live_count();
        for (param, &arg) in params.iter().zip(args) {
            let at = frame + param.offset;
            if param.carry == Carry::Zero {
                self.effect(code, arg)?;
            } else {
                self.store(code, arg, at)?;
            }
            if let Some(glue) = param.glue {
                self.wait(Some(&DropFacts { glue, block: None }), at);
            }
        }
        self.used(waiting);
        Ok(())
    }

    /// A call through the vtable of the first argument.
    fn call_virtual(
        &mut self,
        code: &'a Code,
        (offset, own): (u64, Option<u64>),
        args: &'a [ExprId],
        at: u64,
    ) -> Result<u64, Stop> {
        let (&receiver, args) = args.split_first().ok_or(Stop::BROKEN)?;
        let (address, vtable) = match own.map(|own| self.frame + own) {
            None => self.pair(code, receiver)?,
            Some(own) => {
                self.store(code, receiver, own)?;
                (self.memory.load(Num::U64, own)?, self.memory.load(Num::U64, own + 8)?)
            }
        };
        let callee = self.memory.load(Num::U64, vtable.saturating_add(offset))?;
        self.call(callee_index(callee), at, |this, callee, frame| {
            let (receiver, params) = callee.params.split_first().ok_or(Stop::BROKEN)?;
            let at = frame + receiver.offset;
            this.memory.store(Num::U64, at, address)?;
            let waiting = this.live_count();
            if let Some(glue) = receiver.glue {
                this.wait(Some(&DropFacts { glue, block: None }), at);
            }
            this.pass(code, params, args, frame)?;
            this.used(waiting);
            Ok(())
        })
    }

    /// Run a block's statements; its tail is left to the caller.
    fn statements(&mut self, code: &'a Code, block: BlockId) -> Result<Option<ExprId>, Stop> {
        let BlockNode { steps, tail } = &code.blocks[block.index()];
        for step in steps {
            let scope = self.enter();
            let done = self.statement(code, step, scope);
            self.leave(scope, done)?;
        }
        Ok(*tail)
    }

    fn statement(&mut self, code: &'a Code, step: &'a Step, scope: Mark) -> Result<(), Stop> {
        match step {
            Step::Effect(expr) => self.effect(code, *expr),
            Step::Set { offset, init, var } => {
                self.store(code, *init, self.frame + offset)?;
                self.variables(code, var.as_slice(), 1, true);
                Ok(())
            }
            Step::Let { pat, init, els, path } => {
                let (address, meta) = self.place(code, *init)?;
                self.drops.moves.clear();
                if self.matches(code, *pat, address, meta)? {
                    self.moved_by_pattern(path.as_ref());
                    self.variables(code, &code.vars[pat.index()], 1, true);
                    return Ok(());
                }
                let Some(els) = els else { return Err(Stop::BROKEN) };
                self.nothing_moved(path.as_ref());
                self.drop_all_since(scope)?;
                self.block_effect(code, *els)?;
                Err(Stop::BROKEN)
            }
            Step::Declare(pat) => {
                self.variables(code, &code.vars[pat.index()], 1, false);
                Ok(())
            }
        }
    }

    fn block_effect(&mut self, code: &'a Code, block: BlockId) -> Result<(), Stop> {
        let scope = self.enter_block(block);
        let result = match self.statements(code, block) {
            Ok(Some(tail)) => {
                let scope = self.enter();
                let result = self.effect(code, tail);
                self.leave(scope, result)
            }
            Ok(None) => Ok(()),
            Err(stop) => Err(stop),
        };
        self.leave_block(scope, result)
    }

    /// A condition, whose temporaries are dropped as soon as it is known; those of `let` stay.
    fn condition(&mut self, code: &'a Code, id: ExprId) -> Result<u64, Stop> {
        if matches!(Self::node(code, id).op, Op::And(..) | Op::Or(..) | Op::Let { .. }) {
            return self.scalar(code, id);
        }
        let scope = self.enter();
        let result = self.scalar(code, id);
        self.leave(scope, result)
    }

    /// Close the scopes of an arm, of its guard and of its body.
    fn leave_arm<T>(&mut self, scopes: [Mark; 3], result: Result<T, Stop>) -> Result<T, Stop> {
        scopes.into_iter().rev().fold(result, |result, scope| self.leave(scope, result))
    }

    /// What a loop does after a round of its body.
    #[inline]
    fn round(&self, label: LabelId, result: Result<(), Stop>) -> Result<Round, Stop> {
        match result {
            Ok(()) => Ok(Round::Next),
            Err(Stop::CONTINUE) if self.label == label.0 => Ok(Round::Next),
            Err(Stop::BREAK) if self.label == label.0 => Ok(Round::Leave),
            Err(stop) => Err(stop),
        }
    }

    fn for_range(&mut self, code: &'a Code, op: &'a Op) -> Result<(), Stop> {
        let Op::ForRange { label, pat, range: [start, end], inclusive, number, is_char, body, temp } = op else {
            return Err(Stop::BROKEN);
        };
        let at = self.frame + temp;
        let num = match number {
            Number::Narrow(num) => *num,
            Number::Wide { signed } => {
                let start = whole(self.pair(code, *start)?);
                let end = whole(self.pair(code, *end)?);
                return self.for_wide_range(code, op, (start, end, *signed));
            }
        };
        let mut current = self.scalar(code, *start)?;
        let end = self.scalar(code, *end)?;
        let before = |a: u64, b: u64| if num.is_signed() { (a as i64) < (b as i64) } else { a < b };
        loop {
            if !(before(current, end) || *inclusive && current == end) {
                return Ok(());
            }
            self.memory.store(num, at, current)?;
            let left = self.round_of_range(code, (*label, *pat, *body), at)?;
            if left || current == end {
                return Ok(());
            }
            // Below the end, so there is a next value; surrogates are no characters.
            current = if *is_char && current == 0xD7FF { 0xE000 } else { num.normalize(current.wrapping_add(1)) };
        }
    }

    fn for_wide_range(
        &mut self,
        code: &'a Code,
        op: &'a Op,
        (mut current, end, signed): (i128, i128, bool),
    ) -> Result<(), Stop> {
        let Op::ForRange { label, pat, inclusive, body, temp, .. } = op else { return Err(Stop::BROKEN) };
        let at = self.frame + temp;
        loop {
            let order = order(signed, current, end);
            if !(order.is_lt() || *inclusive && order.is_eq()) {
                return Ok(());
            }
            self.memory.store_pair(at, halves(current))?;
            let left = self.round_of_range(code, (*label, *pat, *body), at)?;
            if left || order.is_eq() {
                return Ok(());
            }
            current = current.wrapping_add(1);
        }
    }

    /// A round of a loop over a range whose running value is at an address; whether the loop is left.
    #[inline]
    fn round_of_range(
        &mut self,
        code: &'a Code,
        (label, pat, body): (LabelId, PatId, BlockId),
        at: u64,
    ) -> Result<bool, Stop> {
        self.step()?;
        if !self.matches(code, pat, at, 0)? {
            return Err(Stop::BROKEN);
        }
        let result = self.block_effect(code, body);
        Ok(matches!(self.round(label, result)?, Round::Leave))
    }

    /// The body of the first arm that matches, with the scopes of the arm, the guard and the body opened.
    fn select(
        &mut self,
        code: &'a Code,
        place: ExprId,
        arms: &'a [ArmNode],
        path: Option<&Path>,
    ) -> Result<(ExprId, [Mark; 3]), Stop> {
        let (address, meta) = self.place(code, place)?;
        for &ArmNode { pat, guard, body } in arms {
            self.drops.moves.clear();
            let taken = match guard {
                None => self.matches(code, pat, address, meta)?.then(|| [self.enter(), self.enter()]),
                Some(guard) => self.matches_with_guard(code, pat, guard, address, meta)?,
            };
            if let Some([arm, of_guard]) = taken {
                self.moved_by_pattern(path);
                self.variables_before(code, arm, &code.vars[pat.index()], 1);
                return Ok((body, [arm, of_guard, self.enter()]));
            }
        }
        Err(Stop::BROKEN)
    }

    /// Whether a place matches and the guard holds. Where the pattern has alternatives, the guard is asked for each
    /// combination of them that matches, from the left. If it holds, the scopes of the arm and of the guard are open.
    fn matches_with_guard(
        &mut self,
        code: &'a Code,
        pat: PatId,
        guard: ExprId,
        address: u64,
        meta: u64,
    ) -> Result<Option<[Mark; 2]>, Stop> {
        let mut choices = Vec::new();
        loop {
            self.choices = Some(Choices { made: std::mem::take(&mut choices), at: 0 });
            self.drops.moves.clear();
            let matched = self.matches(code, pat, address, meta);
            // A guard has patterns of its own.
            choices = self.choices.take().map_or_else(Vec::new, |c| c.made);
            let moves = std::mem::take(&mut self.drops.moves);
            if matched? {
                let scopes = [self.enter(), self.enter()];
                let holds = self.condition(code, guard);
                if matches!(holds, Ok(holds) if holds != 0) {
                    self.drops.moves = moves;
                    return Ok(Some(scopes));
                }
                let left = self.leave(scopes[1], holds);
                self.leave(scopes[0], left)?;
            }
            // The next combination: the last choice that can still be made otherwise.
            while let Some((choice, count)) = choices.pop() {
                if choice + 1 < count {
                    choices.push((choice + 1, count));
                    break;
                }
            }
            if choices.is_empty() {
                return Ok(None);
            }
        }
    }

    /// Write the tag that makes the enum at an address this variant.
    fn set_variant(&mut self, layout: &Layout, variant: u32, at: u64) -> Result<(), Stop> {
        match (&layout.variants, tag_of_variant(layout, variant)) {
            (Variants::Multiple { tag_offset, tag, .. }, Some(value)) => {
                self.memory.store(num_of(*tag), at + tag_offset, value)
            }
            _ => Ok(()),
        }
    }
}

/// A function pointer's place among the instances: the inverse of [`function_address`].
fn callee_index(address: u64) -> usize {
    (address as usize).wrapping_sub(1)
}

/// The address of an instance as a pointer: never null.
pub(crate) fn function_address(index: usize) -> u64 {
    index as u64 + 1
}

/// The scalar as a number.
pub(crate) fn num_of(scalar: Scalar) -> Num {
    match scalar {
        Scalar::Int { bytes: 1, signed: true } => Num::I8,
        Scalar::Int { bytes: 2, signed: true } => Num::I16,
        Scalar::Int { bytes: 4, signed: true } => Num::I32,
        Scalar::Int { signed: true, .. } => Num::I64,
        Scalar::Int { bytes: 1, .. } | Scalar::Bool => Num::U8,
        Scalar::Int { bytes: 2, .. } => Num::U16,
        Scalar::Int { bytes: 4, .. } | Scalar::Char => Num::U32,
        Scalar::Int { .. } | Scalar::Pointer => Num::U64,
        Scalar::F32 => Num::F32,
        Scalar::F64 => Num::F64,
    }
}

/// The variant that a tag tells.
pub(crate) fn variant_of_tag(layout: &Layout, value: u64) -> u32 {
    let Variants::Multiple { tag, encoding, .. } = &layout.variants else { return 0 };
    let num = num_of(*tag);
    match encoding {
        TagEncoding::Direct { discriminants } => {
            let found = discriminants.iter().position(|&d| num.normalize(d as u64) == value);
            found.unwrap_or(0) as u32
        }
        TagEncoding::Niche { untagged, niche_variants: (first, last), niche_start } => {
            let mask = u64::MAX >> (64 - num.bits());
            let relative = value.wrapping_sub(*niche_start as u64) & mask;
            if relative <= u64::from(last.0 - first.0) { first.0 + relative as u32 } else { untagged.0 }
        }
    }
}

/// The tag that a variant has; `None` if it has none.
pub(crate) fn tag_of_variant(layout: &Layout, variant: u32) -> Option<u64> {
    let Variants::Multiple { tag, encoding, .. } = &layout.variants else { return None };
    let num = num_of(*tag);
    match encoding {
        TagEncoding::Direct { discriminants } => discriminants.get(variant as usize).map(|&d| num.normalize(d as u64)),
        TagEncoding::Niche { untagged, niche_variants: (first, _), niche_start } => {
            (variant != untagged.0).then(|| {
                num.normalize((*niche_start as u64).wrapping_add(u64::from(variant).wrapping_sub(u64::from(first.0))))
            })
        }
    }
}
