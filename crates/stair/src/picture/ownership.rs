//! Ownership over time: where in the source each of the user's variables is given its value, where that is moved or changed, and where it
//! is dropped. A static list: what happens on a way that the program does not take is in it too.

use super::states::{Flow, Followed, is_within};
use crate::{Failure, Session};
use rustc_hash::FxHashMap;
use smol_str::{SmolStr, format_smolstr};
use stair_debugger::variables::{DROPPED, LIVE, MOVED, Set};
use stair_ir::entities::InstId;
use stair_lower::variables::{Mark, To, Variables, What};
use stair_sema::Program;
use stair_sema::drops::Step;
use stair_sema::ids::{ExprId, LocalId, VariantIdx};
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::{Body, Callee, ExprKind, StmtKind};
use stair_source::Span;

/// A variable of the user's, and what happens to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnedVariable {
    /// The function's path.
    pub function: SmolStr,
    /// The variable; of what a closure has captured, the place as it is written.
    pub name: SmolStr,
    /// Its name in its declaration.
    pub span: Span,
    /// Its type, in terms of the function's parameters.
    pub ty: SmolStr,
    /// What happens to it, in the order of the source.
    pub events: Vec<Event>,
    /// The last place in the source from which it can be seen; `None` where no code is left of that.
    pub end: Option<Span>,
}

/// Something that happens to a variable or to a part of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// The part, as it is written behind the variable's name; empty for all of it.
    pub part: SmolStr,
    /// Where in the source.
    pub span: Span,
    /// Where a moved value goes, in few words; empty if there is nothing to say.
    pub to: String,
}

/// What happens to a variable or to a part of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum EventKind {
    /// It is declared, without a value.
    Declared,
    /// It is given its first value.
    Initialised,
    /// Its value is moved elsewhere.
    Moved,
    /// Its value may be moved elsewhere: an alternative of a pattern decides.
    MaybeMoved,
    /// Its value, if it has not been moved, is dropped.
    Dropped,
    /// It is given another value.
    Reassigned,
}

impl EventKind {
    /// In a word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Initialised => "initialised",
            Self::Moved => "moved",
            Self::MaybeMoved => "perhaps moved",
            Self::Dropped => "dropped",
            Self::Reassigned => "reassigned",
        }
    }
}

impl Session {
    /// What happens to the user's variables, function by function in the order of the text. What differs between the instances of
    /// a generic function is told of all of them.
    ///
    /// # Errors
    /// As for [`Session::lowered`].
    pub fn ownership(&self) -> Result<Vec<OwnedVariable>, Failure> {
        let lowered = self.lowered_with_defs()?;
        let mut found: Vec<OwnedVariable> = Vec::new();
        for (func, variables) in lowered.module.funcs.iter().zip(&lowered.variables) {
            let Some(variables) = variables else { continue };
            let Some(body) = self.program().body(variables.instance.def) else { continue };
            // What a `derive` has written is not there to be read.
            if body.call_sites.all.is_some() {
                continue;
            }
            let teller = Teller { program: self.program(), session: self, body, variables };
            teller.tell(func, &mut found);
        }
        for variable in &mut found {
            // A value is evaluated before what it is used for is done.
            variable.events.sort_by_key(|event| (event.span.hi, event.kind));
        }
        found.sort_by_key(|variable| variable.span.lo);
        Ok(found)
    }
}

struct Teller<'a> {
    program: &'a Program,
    session: &'a Session,
    body: &'a Body,
    variables: &'a Variables,
}

/// A variable, or a place that a closure has captured.
struct Subject {
    local: LocalId,
    steps: Vec<Step>,
    name: SmolStr,
    span: Span,
    ty: Ty,
    /// The type in terms of the function's parameters.
    generic: Ty,
}

impl Teller<'_> {
    fn subjects(&self) -> Vec<Subject> {
        let (program, instance) = (self.program, self.variables.instance);
        let closure = program.fn_def(instance.def).closure.clone().filter(|closure| !closure.captures.is_empty());
        let mut subjects = Vec::new();
        for (index, local) in self.body.locals.iter().enumerate() {
            let id = LocalId(index as u32);
            let ty = program.subst(local.ty, instance.args);
            if let Some(closure) = closure.as_ref().filter(|_| index == 0) {
                // Of what is behind a reference nothing can be moved.
                let is_owned = matches!(program.types.kind(ty), TyKind::Closure(..));
                for (i, capture) in closure.captures.iter().enumerate().filter(|_| is_owned) {
                    subjects.push(Subject {
                        local: id,
                        steps: vec![Step::Field(None, stair_sema::ids::FieldIdx(i as u32))],
                        name: capture.name.clone(),
                        span: capture.declared,
                        ty: program.subst(capture.ty, instance.args),
                        generic: capture.ty,
                    });
                }
                continue;
            }
            let (name, span) = (local.name.clone(), local.span);
            subjects.push(Subject { local: id, steps: Vec::new(), name, span, ty, generic: local.ty });
        }
        subjects.retain(|subject| !subject.name.starts_with('$') && subject.span.is_user());
        subjects
    }

    fn tell(&self, func: &stair_ir::function::Function, found: &mut Vec<OwnedVariable>) {
        let subjects = self.subjects();
        let more = subjects.iter().map(|s| Followed { local: s.local, steps: s.steps.clone() }).collect();
        let flow = Flow::new(self.variables, more);
        let entries = flow.solve(func, self.variables);
        let function = &self.program.fn_def(self.variables.instance.def).path;
        let mut events: Vec<(usize, Event)> = Vec::new();
        for (block, entry) in entries.into_iter().enumerate() {
            let Some(mut state) = entry else { continue };
            for mark in self.variables.marks.iter().filter(|mark| mark.block.index() == block) {
                for (i, subject) in subjects.iter().enumerate().filter(|(_, s)| s.local == mark.local) {
                    if let Some(event) = self.event(mark, subject, &flow, &state) {
                        events.push((i, event));
                    }
                }
                flow.apply(mark, &mut state);
            }
        }
        let seen_last = self.seen_last(func);
        for (i, subject) in subjects.iter().enumerate() {
            let is_it = |v: &OwnedVariable| v.function == *function && v.name == subject.name && v.span == subject.span;
            let place = found.iter().position(is_it).unwrap_or_else(|| {
                found.push(OwnedVariable {
                    function: function.clone(),
                    name: subject.name.clone(),
                    span: subject.span,
                    ty: self.program.type_name(subject.generic).into(),
                    events: Vec::new(),
                    end: None,
                });
                found.len() - 1
            });
            let end = seen_last.get(&subject.local).copied().into_iter().chain(found[place].end);
            found[place].end = end.max_by_key(|span| span.hi);
            for (_, event) in events.iter().filter(|(of, _)| *of == i) {
                if !found[place].events.contains(event) {
                    found[place].events.push(event.clone());
                }
            }
        }
    }

    /// The last place in the source from which each variable can be seen.
    fn seen_last(&self, func: &stair_ir::function::Function) -> FxHashMap<LocalId, Span> {
        let mut last: FxHashMap<LocalId, Span> = FxHashMap::default();
        for (index, data) in func.insts.iter().enumerate().filter(|(_, data)| data.origin.span.is_user()) {
            let span = data.origin.span;
            let scope = self.variables.scopes.of_inst(InstId(index as u32));
            for local in self.variables.scopes.variables(scope) {
                let known = last.entry(local).or_insert(span);
                if span.hi > known.hi {
                    *known = span;
                }
            }
        }
        last
    }

    /// What something is to a variable that has this state before it.
    fn event(&self, mark: &Mark, subject: &Subject, flow: &Flow, state: &[Set]) -> Option<Event> {
        let is_part = is_within(&mark.steps, &subject.steps);
        // What happens to the whole environment happens to all that was captured.
        if !is_part && !is_within(&subject.steps, &mark.steps) {
            return None;
        }
        let concerned = flow.parts.iter().zip(state).filter(|(part, _)| {
            part.local == mark.local && is_within(&part.steps, if is_part { &mark.steps } else { &subject.steps })
        });
        let before = concerned.fold(0, |all, (_, set)| all | set);
        let kind = match mark.what {
            What::Declared => EventKind::Declared,
            What::Given if is_part && mark.steps.len() == subject.steps.len() => EventKind::Initialised,
            What::Given if subject.steps.is_empty() => return None,
            What::Given => EventKind::Initialised,
            What::Assigned if before & (LIVE | MOVED | DROPPED) == 0 => EventKind::Initialised,
            What::Assigned => EventKind::Reassigned,
            What::Moved => EventKind::Moved,
            What::MaybeMoved => EventKind::MaybeMoved,
            What::Dropped if before & LIVE != 0 => EventKind::Dropped,
            What::Dropped | What::Ended => return None,
        };
        let is_declared = matches!(mark.what, What::Declared | What::Given);
        let span = if is_declared { subject.span } else { mark.span };
        let part = if is_part { self.part(subject, &mark.steps[subject.steps.len()..]) } else { SmolStr::default() };
        let to = match mark.to {
            To::Variable(local) => format!("to `{}`", self.body.locals[local.index()].name),
            To::UseOf(expr) => self.destination(expr),
            To::Unknown => String::new(),
        };
        (span.is_user()).then_some(Event { kind, part, span, to })
    }

    /// A part as it is written behind a variable's name.
    fn part(&self, subject: &Subject, steps: &[Step]) -> SmolStr {
        let program = self.program;
        let (mut ty, mut text) = (subject.ty, String::new());
        for step in steps {
            let (name, next) = match (*step, program.types.kind(ty)) {
                (Step::Field(variant, field), TyKind::Adt(adt, args)) => {
                    let definition = program.adt_def(adt);
                    let of = definition.variants.get(variant.unwrap_or(VariantIdx(0)).0 as usize);
                    let Some(field) = of.and_then(|v| v.fields.get(field.index())) else { break };
                    let of = of.filter(|_| definition.is_enum).map(|v| format_smolstr!(" ({})", v.name));
                    (format!("{}.{}", of.unwrap_or_default(), field.name), program.subst(field.ty, args))
                }
                (Step::Field(_, field), TyKind::Tuple(list)) => {
                    let Some(&next) = program.types.list(list).get(field.index()) else { break };
                    (format!(".{}", field.0), next)
                }
                (Step::Element(i), TyKind::Array(element, _)) => (format!("[{i}]"), element),
                (Step::Deref, _) => match program.boxed(ty) {
                    Some(inner) => (" (what it holds)".to_owned(), inner),
                    None => break,
                },
                (Step::Shell, _) => (" (its memory)".to_owned(), ty),
                _ => break,
            };
            text.push_str(&name);
            ty = next;
        }
        text.into()
    }

    /// Where the value of an expression goes.
    fn destination(&self, of: ExprId) -> String {
        let body = self.body;
        let mut id = of;
        // Through what only passes a value on; each step goes to an expression around it.
        for _ in 0..body.exprs.len() {
            if id == body.value {
                return "to the caller".to_owned();
            }
            for block in &body.blocks {
                for stmt in &block.stmts {
                    match stmt.kind {
                        StmtKind::Let { pat, init: Some(init), .. } if init == id => {
                            return format!("to `{}`", self.session.sources().snippet(body.pats[pat.index()].span));
                        }
                        StmtKind::Expr(expr) if expr == id => return String::new(),
                        _ => {}
                    }
                }
            }
            let around = (0..body.exprs.len()).map(|i| ExprId(i as u32)).find_map(|user| self.use_in(user, id));
            match around {
                Some(Ok(to)) => return to,
                Some(Err(next)) => id = next,
                None => return String::new(),
            }
        }
        String::new()
    }

    /// Where an expression takes the value of another; `Err`: wherever its own value goes.
    fn use_in(&self, user: ExprId, id: ExprId) -> Option<Result<String, ExprId>> {
        let body = self.body;
        let uses = |ids: &[ExprId]| ids.contains(&id);
        Some(match &body.exprs[user.index()].kind {
            ExprKind::Call { callee, args } => match callee {
                Callee::Fn(def, _) if uses(args) => Ok(format!("into `{}`", self.program.fn_def(*def).name)),
                Callee::Value(callee) if *callee == id => Ok("into its call".to_owned()),
                Callee::Value(_) if uses(args) => Ok("into a call".to_owned()),
                _ => return None,
            },
            ExprKind::Adt { adt, variant, fields, .. } if fields.iter().any(|&(_, e)| e == id) => {
                let variant = self.program.adt_def(*adt).variants.get(variant.0 as usize);
                Ok(format!("into `{}`", variant.map_or("", |v| &v.name)))
            }
            ExprKind::Closure { captures, .. } if uses(captures) => Ok("into a closure".to_owned()),
            ExprKind::Tuple(parts) if uses(parts) => Ok("into a tuple".to_owned()),
            ExprKind::Array(parts) if uses(parts) => Ok("into an array".to_owned()),
            ExprKind::Assign { place, value } if *value == id => {
                Ok(format!("to `{}`", self.session.sources().snippet(body.exprs[place.index()].span)))
            }
            ExprKind::Return(Some(value)) if *value == id => Ok("to the caller".to_owned()),
            ExprKind::Coerce(_, inner) | ExprKind::Cast(_, inner) if *inner == id => Err(user),
            ExprKind::Break { value: Some(value), .. } if *value == id => Ok("out of the loop".to_owned()),
            ExprKind::Block { block, .. } if body.blocks[block.index()].tail == Some(id) => Err(user),
            ExprKind::If { then, els, .. } if *then == id || *els == Some(id) => Err(user),
            ExprKind::Match { arms, .. } if arms.iter().any(|arm| arm.body == id) => Err(user),
            _ => return None,
        })
    }
}
