//! Calls.

use crate::abi::value_types;
use crate::error::{LowerError, R, Stop};
use crate::exprs::Want;
use crate::function::Lowerer;
use crate::module::ModuleCx;
use crate::places::{Base, Mem, Place, Val};
use stair_ir::entities::{FuncId, Slot, Value};
use stair_ir::inst::{Signature, Type};
use stair_sema::defs::{ClosureKind, Instance, Resolved, Virtual};
use stair_sema::ids::{ExprId, FnId};
use stair_sema::layout::Abi;
use stair_sema::ty::TyList;
use stair_sema::typed::{Callee, ExprKind};
use stair_sema::{CalleeTarget, vtable_offset};
use stair_source::Span;

/// What is called, once its value is known.
enum Target {
    Direct(FuncId),
    Indirect(Signature, Value),
    /// This entry of the vtable in the first argument, which is a fat pointer, or the address of a struct that is one
    /// (an `Rc`) if the flag is set.
    Virtual(Signature, u32, bool),
}

impl Lowerer<'_, '_> {
    /// A call.
    pub(crate) fn call(&mut self, callee: &Callee, args: &[ExprId], id: ExprId, want: &Want) -> R<Val> {
        let span = self.node(id).span;
        let mut slots = Vec::new();
        let mut values = Vec::new();
        // A closure that is called by value but takes a reference: it is dropped after the call.
        let mut owned = None;
        // What a function that asks for its caller's place is told, where no caller wrote its name.
        let mut place = None;
        // Whether it is told the place of this call.
        let mut asks_for_place = false;
        let mut all_args = args.to_vec();
        let target = match *callee {
            Callee::Fn(def, generic_args) => {
                let generic_args = self.cx.program.subst_list(generic_args, self.args);
                match self.cx.resolve(def, generic_args, span)? {
                    Resolved::Fn(instance) => {
                        asks_for_place = self.cx.program.asks_for_place(def, instance.def);
                        Target::Direct(self.cx.func(instance, span)?)
                    }
                    Resolved::Intrinsic(intrinsic, generic_args) => {
                        return self.intrinsic(intrinsic, generic_args, args, id, want);
                    }
                    Resolved::Virtual(method) => self.method_of(method, args.first(), span)?,
                }
            }
            Callee::Value(value) => {
                let ty = self.expr_ty(value);
                let Some(shape) = self.cx.program.callee(ty) else {
                    return self.inconsistent("a call of what is not a function");
                };
                match shape.target {
                    CalleeTarget::Pointer(list) => {
                        let address = self.scalar(value)?;
                        let address = self.follow(address, shape.derefs);
                        let types = self.cx.program.types.list(list);
                        let Some((&ret, params)) = types.split_last() else {
                            return self.inconsistent("a function pointer without a result");
                        };
                        Target::Indirect(self.cx.signature(params, ret, span)?, address)
                    }
                    CalleeTarget::Fn(def, generic_args) => {
                        self.discard(value)?;
                        match self.cx.resolve(def, generic_args, span)? {
                            Resolved::Fn(instance) => {
                                if self.cx.program.fn_def(instance.def).track_caller {
                                    place = Some(self.cx.declared_location(shape.by.declared_at(), span)?);
                                }
                                Target::Direct(self.cx.func(instance, span)?)
                            }
                            Resolved::Intrinsic(intrinsic, generic_args) => {
                                return self.intrinsic(intrinsic, generic_args, args, id, want);
                            }
                            Resolved::Virtual(method) => self.method_of(method, args.first(), span)?,
                        }
                    }
                    CalleeTarget::Boxed(instance) => {
                        all_args.insert(0, value);
                        Target::Direct(self.cx.func(instance, span)?)
                    }
                    CalleeTarget::Object(method) => {
                        let pointer = match shape.derefs {
                            // A place that is used up.
                            0 => {
                                let place = self.place(value)?;
                                let pointer = self.reference(&place, ty)?;
                                self.moved_out(value);
                                pointer
                            }
                            1 => self.operand(value)?,
                            derefs => {
                                let address = self.scalar(value)?;
                                let address = self.follow(address, derefs - 2);
                                let vtable = self.b.load(Type::I64, address, 8);
                                Val::Two(self.b.load(Type::I64, address, 0), vtable)
                            }
                        };
                        values = pointer.values();
                        self.method_of(method, None, span)?
                    }
                    CalleeTarget::Closure { def, args: generic_args, env } => {
                        match env {
                            None => self.discard(value)?,
                            Some(ClosureKind::FnOnce) => all_args.insert(0, value),
                            Some(ClosureKind::Fn | ClosureKind::FnMut) if shape.derefs == 0 => {
                                // Called by value, though it could be called again: it gets memory for this call.
                                let layout = self.layout(ty)?;
                                let mem = self.temp(ty, &layout)?;
                                self.into(value, &Place::Mem(mem))?;
                                values.push(self.address(mem));
                                let held = self.hold(&Place::Mem(mem), ty)?;
                                owned = Some((held, mem, ty));
                            }
                            Some(ClosureKind::Fn | ClosureKind::FnMut) => {
                                let address = self.scalar(value)?;
                                values.push(self.follow(address, shape.derefs - 1));
                            }
                        }
                        Target::Direct(self.cx.func(Instance { def, args: generic_args }, span)?)
                    }
                }
            }
        };
        values.extend(self.arguments(&all_args, &mut slots)?);
        values.extend(place.map(|data| self.b.data_addr(data, 0)));
        if asks_for_place {
            values.push(self.panic_location(self.body.call_site(id))?);
        }
        if matches!(target, Target::Virtual(.., false)) && values.len() < 2 {
            return self.inconsistent("a trait object without a vtable");
        }
        let ret = self.expr_ty(id);
        if self.cx.is_never(ret) {
            self.emit_call(target, None, values, Abi::Zero);
            self.b.unreachable();
            return Err(Stop::Never);
        }
        let layout = self.layout(ret)?;
        let val = if layout.abi == Abi::Memory {
            let mem = match want {
                Want::Into(Place::Mem(mem)) => *mem,
                Want::Into(_) => return self.inconsistent("a large result without memory"),
                Want::Value => self.temp(ret, &layout)?,
                Want::Nothing => {
                    let slot = self.argument_temp(ret, &layout)?;
                    slots.push(slot);
                    Mem::at(Base::Slot(slot))
                }
            };
            let address = self.address(mem);
            self.emit_call(target, Some(address), values, layout.abi);
            if matches!(want, Want::Value) { Val::Mem(mem) } else { Val::Zero }
        } else {
            let results = self.emit_call(target, None, values, layout.abi);
            self.deliver(Val::of_values(&results), id, want)?
        };
        if let Some((held, mem, ty)) = owned {
            self.release(held);
            self.drop_value(&Place::Mem(mem), ty)?;
        }
        for slot in slots {
            self.release_argument(slot);
        }
        Ok(val)
    }

    fn method_of(&mut self, method: Virtual, receiver: Option<&ExprId>, span: Span) -> R<Target> {
        let in_memory = match receiver {
            Some(&receiver) => self.expr_layout(receiver)?.abi == Abi::Memory,
            None => false,
        };
        let types = self.cx.program.types.list(method.sig);
        let Some((&ret, params)) = types.split_last() else {
            return self.inconsistent("a method without a result");
        };
        Ok(Target::Virtual(self.cx.signature(params, ret, span)?, method.entry, in_memory))
    }

    /// Load so many pointers, each from where the one before points to.
    fn follow(&mut self, mut address: Value, derefs: u32) -> Value {
        for _ in 0..derefs {
            address = self.b.load(Type::I64, address, 0);
        }
        address
    }

    /// The call; `result` is the address that a large result is written to.
    fn emit_call(&mut self, target: Target, result: Option<Value>, mut values: Vec<Value>, ret: Abi) -> Vec<Value> {
        let (sig, address) = match target {
            Target::Direct(func) => {
                values.splice(0..0, result);
                return self.b.call(func, values, &value_types(ret));
            }
            Target::Indirect(sig, address) => (sig, address),
            Target::Virtual(sig, entry, in_memory) => {
                // The receiver becomes a thin pointer, which is the first half of what is in memory.
                let vtable = if in_memory { self.b.load(Type::I64, values[0], 8) } else { values.remove(1) };
                (sig, self.b.load(Type::I64, vtable, vtable_offset(entry) as u32))
            }
        };
        values.splice(0..0, result);
        self.b.call_indirect(sig, address, values)
    }

    /// Evaluate arguments. Large ones are given memory of their own, in `slots`.
    fn arguments(&mut self, args: &[ExprId], slots: &mut Vec<Slot>) -> R<Vec<Value>> {
        let mut values = Vec::new();
        let mut held = Vec::new();
        for (i, &arg) in args.iter().enumerate() {
            let layout = self.expr_layout(arg)?;
            let ty = self.expr_ty(arg);
            let waits = self.needs_drop(ty) && args[i + 1..].iter().any(|&e| self.may_leave(e));
            if layout.abi != Abi::Memory {
                let val = self.operand(arg)?;
                values.extend(val.values());
                if waits {
                    held.push(self.hold(&Place::Val(val), ty)?);
                }
                continue;
            }
            let mem = match self.moved_variable(arg, &args[i + 1..]) {
                Some(mem) => {
                    self.moved_out(arg);
                    mem
                }
                None => {
                    let slot = self.argument_temp(ty, &layout)?;
                    slots.push(slot);
                    let mem = Mem::at(Base::Slot(slot));
                    self.into(arg, &Place::Mem(mem))?;
                    mem
                }
            };
            if waits {
                held.push(self.hold(&Place::Mem(mem), ty)?);
            }
            values.push(self.address(mem));
        }
        held.into_iter().rev().for_each(|held| self.release(held));
        Ok(values)
    }

    /// The memory of a variable that an argument moves out of: the callee may have it, unless a later argument gives the
    /// variable a new value.
    fn moved_variable(&mut self, arg: ExprId, later: &[ExprId]) -> Option<Mem> {
        let ExprKind::Local(local) = self.node(arg).kind else { return None };
        let ty = self.expr_ty(arg);
        if self.cx.program.is_copy(ty) || later.iter().any(|&e| self.sees(e, local)) {
            return None;
        }
        match self.local(local).place {
            Place::Mem(mem) => Some(mem),
            _ => None,
        }
    }

    /// The address of a function.
    pub(crate) fn fn_address(&mut self, def: FnId, args: TyList) -> R<Value> {
        let span = self.b.origin().span;
        let func = self.cx.pointed_fn(def, args, span)?;
        Ok(self.b.func_addr(func))
    }
}

impl ModuleCx<'_> {
    /// The function that a function pointer points to.
    pub(crate) fn pointed_fn(&mut self, def: FnId, args: TyList, span: Span) -> R<FuncId> {
        match self.resolve(def, args, span)? {
            Resolved::Fn(instance) => self.reified(instance, span),
            Resolved::Intrinsic(..) | Resolved::Virtual(_) => {
                Err(LowerError::Inconsistent { what: "a pointer to what is no function of its own", span }.into())
            }
        }
    }
}
