//! The diagnostics, worded and placed as `rustc`'s.

use crate::check::Obstacle;
use crate::dataflow::{Event, EventKind};
use crate::flow::{Op, OpKind};
use crate::place::{Base, MovePath, Place, describe, describe_from};
use stair_sema::Program;
use stair_sema::ids::LocalId;
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::Body;
use stair_source::{Code, Diagnostic, Span};

pub(crate) struct Reporter<'a> {
    program: &'a Program,
    body: &'a Body,
    found: Vec<Diagnostic>,
}

impl<'a> Reporter<'a> {
    pub(crate) fn new(program: &'a Program, body: &'a Body) -> Self {
        Self { program, body, found: Vec::new() }
    }

    pub(crate) fn finish(self) -> Vec<Diagnostic> {
        self.found
    }

    /// One diagnostic for a code and place in the text is enough, however many ways lead to it.
    fn add(&mut self, diagnostic: Diagnostic) {
        if !self.found.iter().any(|d| d.code == diagnostic.code && d.span() == diagnostic.span()) {
            self.found.push(diagnostic);
        }
    }

    fn name(&self, local: LocalId) -> &'a str {
        &self.body.locals[local.index()].name
    }

    fn declaration(&self, local: LocalId) -> Span {
        self.body.locals[local.index()].span
    }

    fn is_param(&self, local: LocalId) -> bool {
        self.body.params.iter().any(|&p| {
            matches!(self.body.pats[p.index()].kind,
                stair_sema::typed::PatKind::Binding { local: bound, .. } if bound == local)
        })
    }

    fn describe(&self, place: &Place) -> String {
        describe(self.program, self.body, place).map_or_else(|| "value".into(), |text| format!("`{text}`"))
    }

    fn type_name(&self, ty: Ty) -> String {
        self.program.type_name(ty)
    }

    pub(crate) fn used_before_init(&mut self, op: &Op, local: LocalId, certain: bool) {
        let name = self.name(local);
        let state = if certain { "isn't initialized" } else { "is possibly-uninitialized" };
        let it = if certain { "it isn't initialized" } else { "it is possibly-uninitialized" };
        let declaration = self.declaration(local);
        let mut diagnostic = Diagnostic::new(Code::E0381, op.span, format!("used binding `{name}` {state}"))
            .primary(format!("`{name}` used here but {it}"))
            .label(declaration, "binding declared here but left uninitialized");
        if !certain {
            diagnostic = diagnostic.help(format!("give `{name}` a value on every way that leads here"));
        } else if let Some(example) = self.example_value(self.body.locals[local.index()].ty) {
            diagnostic = diagnostic.help(format!("consider assigning a value: `let {name} = {example};`"));
        }
        self.add(diagnostic);
    }

    /// A value of the type to show in advice.
    fn example_value(&self, ty: Ty) -> Option<&'static str> {
        match self.program.types.kind(ty) {
            TyKind::Int(_) => Some("42"),
            TyKind::Float(_) => Some("3.14"),
            TyKind::Bool => Some("false"),
            TyKind::Char => Some("'x'"),
            TyKind::Ref(inner, false) if inner == self.program.types.common.str => Some("\"\""),
            _ => None,
        }
    }

    pub(crate) fn partly_assigned_before_init(&mut self, op: &Op, local: LocalId) {
        let name = self.name(local);
        self.add(
            Diagnostic::new(Code::E0381, op.span, format!("partially assigned binding `{name}` isn't fully initialized"))
                .primary(format!("`{name}` partially assigned here but it isn't fully initialized"))
                .label(self.declaration(local), "binding declared here but left uninitialized")
                .help("partial initialization isn't supported, fully initialize the binding with a default value and mutate it"),
        );
    }

    pub(crate) fn used_after_move(&mut self, op: &Op, path: &MovePath, moves: &[&Event]) {
        let (verb, used) = match op.kind {
            OpKind::Borrow | OpKind::BorrowMut => ("borrow", "borrowed"),
            _ => ("use", "used"),
        };
        // Partly: what was moved is less than what is used.
        let partial = moves.iter().all(|e| !e.path.contains(path));
        let partly = if partial { "partially " } else { "" };
        let used_place = Place { base: Base::Local(path.local), ..op.place.clone() };
        let tracked = tracked_part(&used_place, path);
        let subject = self.describe(&tracked);
        let message = format!("{verb} of {partly}moved value: {subject}");
        let same = moves.iter().any(|e| e.span == op.span);
        let primary = if same {
            "value moved here, in previous iteration of loop".to_string()
        } else {
            format!("value {used} here after {}move", if partial { "partial " } else { "" })
        };
        let mut diagnostic = Diagnostic::new(Code::E0382, op.span, message).primary(primary);
        for event in moves.iter().filter(|e| e.span != op.span) {
            let later = if event.span.lo > op.span.lo { ", in previous iteration of loop" } else { "" };
            diagnostic = diagnostic.label(event.span, format!("value {partly}moved here{later}"));
        }
        diagnostic = self.explain_move(diagnostic, moves, partial);
        if let Some(event) = moves.iter().find(|e| matches!(e.kind, EventKind::Moved { binding: true })) {
            diagnostic = diagnostic.suggest(
                "borrow this binding in the pattern to avoid moving the value",
                event.span.shrink_to_lo(),
                "ref ",
            );
        }
        self.add(diagnostic);
    }

    pub(crate) fn part_assigned_after_move(&mut self, op: &Op, moves: &[&Event]) {
        let Some(path) = op.place.move_path() else { return };
        let whole =
            Place { base: Base::Local(path.local), steps: Vec::new(), ty: self.body.locals[path.local.index()].ty };
        let mut diagnostic =
            Diagnostic::new(Code::E0382, op.span, format!("assign to part of moved value: {}", self.describe(&whole)))
                .primary("value partially assigned here after move");
        for event in moves {
            diagnostic = diagnostic.label(event.span, "value moved here");
        }
        diagnostic = self.explain_move(diagnostic, moves, false);
        self.add(diagnostic);
    }

    /// Why the value was moved rather than copied.
    fn explain_move(&self, diagnostic: Diagnostic, moves: &[&Event], partial: bool) -> Diagnostic {
        let Some(event) = moves.first() else { return diagnostic };
        let local = event.path.local;
        let moved = self.place_of(&event.path);
        let (name, ty) = (self.describe(&moved), self.type_name(moved.ty));
        let why = format!("because {name} has type `{ty}`, which does not implement the `Copy` trait");
        if event.path.steps.is_empty() && !partial && !self.name(local).starts_with('$') {
            diagnostic.label(self.declaration(local), format!("move occurs {why}"))
        } else {
            let part = if partial { "partial move" } else { "move" };
            diagnostic.note(format!("{part} occurs {why}"))
        }
    }

    /// The path with its types.
    fn place_of(&self, path: &MovePath) -> Place {
        let ty = self.body.locals[path.local.index()].ty;
        let mut place = Place { base: Base::Local(path.local), steps: Vec::new(), ty };
        for &step in &path.steps {
            let ty = crate::place::part_type(self.program, place.ty, step).unwrap_or(place.ty);
            place = place.then(step, ty);
        }
        place
    }

    pub(crate) fn assigned_twice(&mut self, op: &Op, local: LocalId, first: &Event) {
        let name = self.name(local);
        let declared = &self.body.locals[local.index()];
        let diagnostic = if self.is_param(local) {
            Diagnostic::new(Code::E0384, op.span, format!("cannot assign to immutable argument `{name}`"))
                .primary("cannot assign to immutable argument")
        } else {
            let diagnostic =
                Diagnostic::new(Code::E0384, op.span, format!("cannot assign twice to immutable variable `{name}`"))
                    .primary("cannot assign twice to immutable variable");
            if first.span == op.span {
                diagnostic
            } else {
                diagnostic.label(first.span, format!("first assignment to `{name}`"))
            }
        };
        self.add(match declared.mut_span {
            Some(span) => diagnostic.suggest("consider making this binding mutable", span, "mut "),
            None => diagnostic,
        });
    }

    pub(crate) fn not_mutable(&mut self, op: &Op, obstacle: &Obstacle) {
        let place = self.describe(&op.place);
        let borrow = op.kind == OpKind::BorrowMut;
        let (code, verb, act) = if borrow {
            (Code::E0596, "cannot borrow", "cannot borrow as mutable")
        } else {
            (Code::E0594, "cannot assign to", "cannot assign")
        };
        let suffix = if borrow { " as mutable" } else { "" };
        let diagnostic = match *obstacle {
            Obstacle::Captured(ref capture, end) => {
                let name = &capture.name;
                let part = Place { steps: op.place.steps[end..].to_vec(), ..op.place.clone() };
                let place = describe_from(self.program, name.to_string(), &part);
                let why = if part.steps.is_empty() { "it".into() } else { format!("`{name}`") };
                let message = format!("{verb} `{place}`{suffix}, as {why} is not declared as mutable");
                Diagnostic::new(code, op.span, message).primary(act).suggest(
                    "consider changing this to be mutable",
                    capture.declared.shrink_to_lo(),
                    "mut ",
                )
            }
            Obstacle::Static => {
                let Base::Static(id) = op.place.base else { return };
                let definition = self.program.static_def(id);
                let item = &definition.name;
                let whole = op.place.steps.is_empty();
                let message = match (borrow, whole) {
                    (true, true) => format!("cannot borrow immutable static item `{item}` as mutable"),
                    (true, false) => {
                        format!("cannot borrow {place} as mutable, as `{item}` is an immutable static item")
                    }
                    (false, true) => format!("cannot assign to immutable static item `{item}`"),
                    (false, false) => format!("cannot assign to {place}, as `{item}` is an immutable static item"),
                };
                Diagnostic::new(code, op.span, message).primary(act)
            }
            Obstacle::Variable(local) => {
                let name = self.name(local);
                let why = if op.place.steps.is_empty() { "it".into() } else { format!("`{name}`") };
                let message = format!("{verb} {place}{suffix}, as {why} is not declared as mutable");
                let diagnostic = Diagnostic::new(code, op.span, message).primary(act);
                match self.body.locals[local.index()].mut_span {
                    Some(span) => diagnostic.suggest("consider changing this to be mutable", span, "mut "),
                    None => diagnostic,
                }
            }
            Obstacle::Reference(steps) => {
                let reference =
                    Place { base: op.place.base, steps: op.place.steps[..steps].to_vec(), ty: op.place.steps[steps].1 };
                let named = describe(self.program, self.body, &reference);
                let which = if borrow { "as it is behind" } else { "which is behind" };
                let message = format!("{verb} {place}{suffix}, {which} a `&` reference");
                let verb = if borrow { "borrowed as mutable" } else { "written to" };
                let diagnostic = Diagnostic::new(code, op.span, message);
                match named {
                    Some(name) => diagnostic
                        .primary(format!("`{name}` is a `&` reference, so it cannot be {verb}"))
                        .help("a mutable reference is needed here: `&mut` instead of `&`"),
                    None => diagnostic.primary(act),
                }
            }
        };
        self.add(diagnostic);
    }

    pub(crate) fn moved_out_of_static(&mut self, op: &Op) {
        let place = self.describe(&op.place);
        let Base::Static(id) = op.place.base else { return };
        let name = &self.program.static_def(id).name;
        let message = if op.place.steps.is_empty() {
            format!("cannot move out of static item `{name}`")
        } else {
            format!("cannot move out of {place}, as `{name}` is a static item")
        };
        let why = self.why_moved(&place, op.place.ty);
        self.add(Diagnostic::new(Code::E0507, op.span, message).primary(why));
    }

    fn why_moved(&self, place: &str, ty: Ty) -> String {
        format!(
            "move occurs because {place} has type `{}`, which does not implement the `Copy` trait",
            self.type_name(ty)
        )
    }

    pub(crate) fn moved_out_of_reference(&mut self, op: &Op, steps: usize, pointer: Ty, binding: bool) {
        let place = self.describe(&op.place);
        let reference = match self.program.types.kind(pointer) {
            TyKind::Ref(_, true) => "a mutable reference",
            TyKind::Ref(_, false) => "a shared reference",
            _ => "a raw pointer",
        };
        let message = format!("cannot move out of {place} which is behind {reference}");
        let why = self.why_moved(&place, op.place.ty);
        let diagnostic = Diagnostic::new(Code::E0507, op.span, message);
        self.add(if binding {
            diagnostic.primary("data moved here").note(why).suggest(
                "consider borrowing the pattern binding",
                op.span.shrink_to_lo(),
                "ref ",
            )
        } else if steps + 1 == op.place.steps.len() {
            diagnostic.primary(why).help("a reference to the value can be used without moving it")
        } else {
            diagnostic.primary(why).suggest("consider borrowing here", op.span.shrink_to_lo(), "&")
        });
    }

    pub(crate) fn moved_out_of_destructor(&mut self, op: &Op, from: Ty, binding: bool) {
        let message = format!("cannot move out of type `{}`, which implements the `Drop` trait", self.type_name(from));
        let why = self.why_moved(&self.describe(&op.place), op.place.ty);
        let diagnostic = Diagnostic::new(Code::E0509, op.span, message);
        self.add(if binding {
            diagnostic.primary("data moved here").note(why).suggest(
                "consider borrowing the pattern binding",
                op.span.shrink_to_lo(),
                "ref ",
            )
        } else {
            diagnostic.primary("cannot move out of here").note(why).help("its destructor needs all of it")
        });
    }

    pub(crate) fn moved_out_of_array(&mut self, op: &Op, from: Ty) {
        let kind = if matches!(self.program.types.kind(from), TyKind::Slice(_)) { "slice" } else { "array" };
        let message = format!("cannot move out of type `{}`, a non-copy {kind}", self.type_name(from));
        let why = self.why_moved(&self.describe(&op.place), op.place.ty);
        self.add(Diagnostic::new(Code::E0508, op.span, message).primary("cannot move out of here").note(why).suggest(
            "consider borrowing here",
            op.span.shrink_to_lo(),
            "&",
        ));
    }
}

/// The tracked beginning of a place.
fn tracked_part(place: &Place, path: &MovePath) -> Place {
    let count = path.steps.len();
    let ty = place.steps.get(count).map_or(place.ty, |&(_, from)| from);
    Place { base: place.base, steps: place.steps[..count].to_vec(), ty }
}
