//! Calls within a constant: which body runs, with what arguments, and what becomes of a panic.

use super::eval::{Eval, Frame, Machine, Stop};
use super::memory::Value;
use super::{ConstError, MAX_CALLS};
use crate::defs::Resolved;
use crate::ids::{ExprId, FnId};
use crate::ty::TyList;
use crate::typed::Callee;
use stair_source::Span;
use std::rc::Rc;

impl Machine<'_> {
    pub(super) fn call_expr(
        &mut self,
        frame: &mut Frame<'_>,
        callee: &Callee,
        args: &[ExprId],
        span: Span,
    ) -> Eval<Value> {
        let (id, generics) = match callee {
            Callee::Fn(id, generics) => (*id, self.program.subst_list(*generics, frame.args)),
            Callee::Value(value) => match self.expr(frame, *value)? {
                Value::Fn(id, generics) => (id, generics),
                _ => return Err(ConstError::Unsupported(span, "this call").into()),
            },
        };
        let mut values = Vec::with_capacity(args.len());
        for &arg in args {
            values.push(self.expr(frame, arg)?);
        }
        Ok(self.call(id, generics, values, span)?)
    }

    fn call(&mut self, id: FnId, generics: TyList, values: Vec<Value>, span: Span) -> Result<Value, ConstError> {
        let instance = match self.program.resolve(id, generics) {
            Some(Resolved::Fn(instance)) => instance,
            Some(Resolved::Intrinsic(intrinsic, generics)) => return self.intrinsic(intrinsic, generics, values, span),
            None | Some(Resolved::Virtual(_)) => return Err(ConstError::Reported),
        };
        let def = self.program.fn_sig(instance.def);
        if !def.is_user
            && let Some(value) = self.panicking(def.path.as_str(), &values, span)?
        {
            return Ok(value);
        }
        let body = Rc::clone(self.program.checked_body(instance.def).ok_or(ConstError::Reported)?);
        self.calls += 1;
        if self.calls > MAX_CALLS {
            return Err(ConstError::failed(span, "reached the configured maximum number of stack frames"));
        }
        let mut frame = Frame { body: &body, args: instance.args, locals: vec![None; body.locals.len()] };
        let result = self.run(&mut frame, values, span);
        self.calls -= 1;
        result.map_err(|error| error.called(|| def.path.to_string(), span))
    }

    fn run(&mut self, frame: &mut Frame<'_>, values: Vec<Value>, span: Span) -> Result<Value, ConstError> {
        let body = frame.body;
        for (&pat, value) in body.params.iter().zip(values) {
            let at = self.memory.add(value);
            if !self.matches(frame, pat, &at, span).map_err(|_| ConstError::Reported)? {
                return Err(ConstError::Reported);
            }
        }
        match self.expr(frame, body.value) {
            Ok(value) | Err(Stop::Return(value)) => Ok(value),
            Err(Stop::Error(error)) => Err(error),
            Err(Stop::Break(..) | Stop::Continue(_)) => Err(ConstError::Reported),
        }
    }

    /// What panics does not run: its message is gathered, then the evaluation fails.
    fn panicking(&mut self, path: &str, values: &[Value], span: Span) -> Result<Option<Value>, ConstError> {
        let text = |value: Option<&Value>| match value {
            Some(Value::Str(s)) => s.to_string(),
            _ => String::new(),
        };
        match path
            .rsplit_once("::")
            .map_or(path, |(module, name)| if module.ends_with("panicking") { name } else { path })
        {
            "panic_str" => Err(ConstError::failed(span, format!("evaluation panicked: {}", text(values.first())))),
            "panic_begin" => {
                self.message = Some(String::new());
                // A formatter like any other: what it writes is caught below.
                Ok(None)
            }
            "panic_end" => {
                let message = self.message.take().unwrap_or_default();
                Err(ConstError::failed(span, format!("evaluation panicked: {message}")))
            }
            _ if path.ends_with("io::write_err") => {
                if let Some(message) = &mut self.message {
                    message.push_str(&text(values.first()));
                }
                Ok(Some(Value::unit()))
            }
            _ => Ok(None),
        }
    }
}
