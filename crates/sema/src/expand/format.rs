//! `println!` and its kin: format strings and their arguments, and the calls that they become.
//!
//! `println!("a{}b{:>5.2}", x, y)` becomes calls of library items, one for each piece:
//!
//! ```text
//! match (&x, &y) {
//!     ($a0, $a1) => {
//!         let mut $f = $crate::fmt::Formatter::$stdout();
//!         $f.$write_lit("a");
//!         $crate::fmt::ignore($crate::fmt::Display::fmt($a0, $f.$plain()));
//!         $f.$write_lit("b");
//!         $crate::fmt::ignore($crate::fmt::Display::fmt($a1, $f.$spec(' ', 1u8, 0u32, 5usize, true, 2usize, true)));
//!         $f.$write_lit("\n");
//!         $f.$end();
//!     }
//! }
//! ```
//! A panic's message is written to `$crate::fmt::Formatter::$panic_begin(LOCATION)` and ends with
//! `$crate::panicking::panic_end()`, of type `!`; one without arguments is `$crate::panicking::panic_str("…", LOCATION)`.
//!
//! `format!` writes to `$crate::fmt::Formatter::$to(&mut $o)`, where `$o` is a new `String`, its value. Both stand in a block
//! as a statement, at whose end temporaries of the arguments are dropped.
//!
//! `write!(f, "a{}", x)` has a result. `f` may be a formatter, whose options are left as they were, or implement
//! `fmt::Write` or `io::Write`: each has a method `__start_write`, which is `$start_write` here, as no program can write it.
//!
//! ```text
//! match (&x,) {
//!     ($a0,) => {
//!         let mut $w = f.$start_write();
//!         let $f = $w.formatter();
//!         let mut $r = $f.$write_lit("a");
//!         if let $crate::result::Result::Ok(()) = $r {
//!             $r = $crate::fmt::Display::fmt($a0, $f.$plain());
//!         }
//!         $w.finish($r)
//!     }
//! }
//! ```
//! With text alone it is `f.$write_text("…")`. An `f` that is more than a place is evaluated first, as `$d`.

use super::Expander;
use super::build::Build;
use crate::ty::IntTy;
use smol_str::{SmolStr, format_smolstr};
use stair_source::Span;
use stair_syntax::ast::{Expr, ExprKind, Lit, Pat, PatKind, Stmt, UnOp};

/// A format string with its arguments, resolved.
pub(super) struct Message {
    pub(super) pieces: Vec<Piece>,
    /// Arguments in the order of their evaluation; captured variables last.
    pub(super) args: Vec<Expr>,
}

/// A piece of a message.
pub(super) enum Piece {
    /// Text, and where it is written.
    Text(String, Span),
    /// An argument's value.
    Value {
        /// Which argument.
        arg: usize,
        /// The trait in `$crate::fmt`.
        via: &'static str,
        /// How, unless plainly.
        spec: Option<Spec>,
    },
}

impl Piece {
    /// Visit the arguments that it needs.
    fn arguments(&self, mut visit: impl FnMut(usize)) {
        if let Self::Value { arg, spec, .. } = self {
            visit(*arg);
            for amount in spec.iter().flat_map(|spec| [&spec.width, &spec.precision]) {
                if let Amount::Argument(arg) = amount {
                    visit(*arg);
                }
            }
        }
    }

    /// Name the arguments by their new places.
    fn renumber(&mut self, places: &[usize]) {
        if let Self::Value { arg, spec, .. } = self {
            *arg = places[*arg];
            for amount in spec.iter_mut().flat_map(|spec| [&mut spec.width, &mut spec.precision]) {
                if let Amount::Argument(arg) = amount {
                    *arg = places[*arg];
                }
            }
        }
    }
}

/// The options of one value.
pub(super) struct Spec {
    pub(super) fill: char,
    pub(super) align: u8,
    pub(super) flags: u32,
    pub(super) width: Amount,
    pub(super) precision: Amount,
}

/// A width or precision, resolved.
pub(super) enum Amount {
    None,
    Number(u16),
    /// The value of an argument.
    Argument(usize),
}

impl Message {
    /// Text alone.
    pub(super) fn text(text: impl Into<String>, span: Span) -> Self {
        Self { pieces: vec![Piece::Text(text.into(), span)], args: Vec::new() }
    }

    /// Put text in front.
    pub(super) fn prepend(&mut self, text: &str, span: Span) {
        match self.pieces.first_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(first, _)) => first.insert_str(0, text),
            _ => self.pieces.insert(0, Piece::Text(text.to_owned(), span)),
        }
    }

    /// Put text behind.
    pub(super) fn append(&mut self, text: &str, span: Span) {
        match self.pieces.last_mut() {
            Some(Piece::Text(last, _)) => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned(), span)),
        }
    }

    /// Put `{:?}` of the variable `name` behind, which is an argument already evaluated: a reference.
    pub(super) fn append_value(&mut self, arg: usize, via: &'static str, alternate: bool) {
        let spec =
            alternate.then_some(Spec { fill: ' ', align: 3, flags: 4, width: Amount::None, precision: Amount::None });
        self.pieces.push(Piece::Value { arg, via, spec });
    }

    /// The message with literals that `{}` shows as text in it, as `rustc` has it. That can be seen: by the capacity of a string
    /// that is made, and by a `Write` that looks at each call.
    pub(super) fn with_literals_inlined(self) -> Self {
        let mut kept = vec![false; self.args.len()];
        let mut pieces: Vec<Piece> = Vec::with_capacity(self.pieces.len());
        for piece in self.pieces {
            let piece = match &piece {
                Piece::Value { arg, via: "Display", spec: None } if let Some(text) = shown(&self.args[*arg]) => {
                    Piece::Text(text, self.args[*arg].span)
                }
                _ => piece,
            };
            match (pieces.last_mut(), piece) {
                (Some(Piece::Text(first, _)), Piece::Text(text, _)) => first.push_str(&text),
                (_, Piece::Text(text, _)) if text.is_empty() => {}
                (_, piece) => {
                    piece.arguments(|arg| kept[arg] = true);
                    pieces.push(piece);
                }
            }
        }
        // An argument is left out only if its literal is in the text now.
        let is_literal = |arg: &Expr| shown(arg).is_some();
        let mut index = 0;
        let places: Vec<usize> = self
            .args
            .iter()
            .zip(&mut kept)
            .map(|(arg, kept)| {
                *kept |= !is_literal(arg);
                let place = index;
                index += usize::from(*kept);
                place
            })
            .collect();
        for piece in &mut pieces {
            piece.renumber(&places);
        }
        let args = self.args.into_iter().zip(kept).filter_map(|(arg, kept)| kept.then_some(arg)).collect();
        Self { pieces, args }
    }

    /// How much room `format!` makes for its text, after `estimated_capacity` of std's `fmt::Arguments`.
    fn estimated_capacity(&self) -> usize {
        let text: usize = self.pieces.iter().map(|p| if let Piece::Text(text, _) = p { text.len() } else { 0 }).sum();
        let begins_with_value = matches!(self.pieces.first(), Some(Piece::Value { .. }));
        if begins_with_value && text < 16 { 0 } else { text * 2 }
    }

    /// The text, if there is nothing else.
    pub(super) fn as_text(&self) -> Option<(&str, Option<Span>)> {
        match &self.pieces[..] {
            [] => Some(("", None)),
            [Piece::Text(text, span)] => Some((text.as_str(), Some(*span))),
            _ => None,
        }
        .filter(|_| self.args.is_empty())
    }
}

impl Expander<'_> {
    /// `print!` and its kin: `stream` is the constructor of the formatter.
    pub(super) fn print(&mut self, message: Message, stream: &str, call: Span) -> Expr {
        let mut b = Build::new(self.ids, call);
        let formatter = b.call(&["$crate", "fmt", "Formatter", stream], Vec::new());
        let mut stmts = vec![b.bind("$f", true, formatter)];
        write_pieces(&mut b, &message, "ignore", &mut stmts);
        let formatter = b.var("$f");
        let end = b.method(formatter, "$end", Vec::new());
        stmts.push(b.stmt(end));
        let block = b.block(stmts, None);
        let body = b.block_expr(block);
        if message.args.is_empty() {
            return body;
        }
        // A statement of its own: what the arguments made is dropped here, not where the statement around the call ends.
        let printed = with_arguments(&mut b, message.args, body);
        let stmts = vec![b.stmt(printed)];
        let block = b.block(stmts, None);
        b.block_expr(block)
    }

    /// `panic!` and its kin, at the place of the macro call.
    pub(super) fn panic(&mut self, message: Message, call: Span) -> Expr {
        let mut b = Build::new(self.ids, call);
        let location = b.expr(ExprKind::Location);
        if let Some((text, span)) = message.as_text() {
            let text = b.at(span.unwrap_or(call)).string(text);
            return b.call(&["$crate", "panicking", "panic_str"], vec![text, location]);
        }
        let formatter = b.call(&["$crate", "fmt", "Formatter", "$panic_begin"], vec![location]);
        let mut stmts = vec![b.bind("$f", true, formatter)];
        write_pieces(&mut b, &message, "ignore", &mut stmts);
        let end = b.call(&["$crate", "panicking", "panic_end"], Vec::new());
        let block = b.block(stmts, Some(end));
        let body = b.block_expr(block);
        with_arguments(&mut b, message.args, body)
    }

    /// `write!` to the formatter `target`.
    pub(super) fn write(&mut self, target: Expr, message: Message, call: Span) -> Expr {
        let mut b = Build::new(self.ids, call);
        if let Some((text, span)) = message.as_text() {
            let text = b.at(span.unwrap_or(call)).string(text);
            return b.method(target, "$write_text", vec![text]);
        }
        // The target is evaluated before the arguments.
        let bound = if is_place(&target) { None } else { Some("$d") };
        let (target, outer) = match bound {
            None => (target, None),
            Some(name) => (b.var(name), Some(target)),
        };
        let start = b.method(target, "$start_write", Vec::new());
        let writer = b.var("$w");
        let formatter = b.method(writer, "formatter", Vec::new());
        let mut stmts = vec![b.bind("$w", true, start), b.bind("$f", false, formatter)];
        for (i, piece) in message.pieces.iter().enumerate() {
            let result = piece_result(&mut b, piece, &message.args);
            if i == 0 {
                stmts.push(b.bind("$r", true, result));
                continue;
            }
            let place = b.var("$r");
            let op_span = call;
            let assign = b.expr(ExprKind::Assign { lhs: Box::new(place), rhs: Box::new(result), op_span });
            let assign = b.stmt(assign);
            let then = b.block(vec![assign], None);
            let unit = b.tuple_pat(Vec::new());
            let ok = b.path(&["$crate", "result", "Result", "Ok"]);
            let ok = b.pat(PatKind::TupleStruct(ok, vec![unit]));
            let so_far = b.var("$r");
            let succeeded = b.expr(ExprKind::Let(Box::new(ok), Box::new(so_far)));
            let when = b.when(succeeded, then);
            stmts.push(b.stmt(when));
        }
        let (writer, result) = (b.var("$w"), b.var("$r"));
        let result = b.method(writer, "finish", vec![result]);
        let block = b.block(stmts, Some(result));
        let body = b.block_expr(block);
        let body = with_arguments(&mut b, message.args, body);
        match (bound, outer) {
            (Some(name), Some(target)) => {
                let pat = b.var_pat(name, true);
                let arm = b.arm(pat, body);
                b.matches(target, vec![arm])
            }
            _ => body,
        }
    }

    /// `format!`.
    pub(super) fn format(&mut self, message: Message, call: Span) -> Expr {
        let mut b = Build::new(self.ids, call);
        if let Some((text, span)) = message.as_text() {
            let text = b.at(span.unwrap_or(call)).string(text);
            return b.call(&["$crate", "string", "of_text"], vec![text]);
        }
        let empty = match message.estimated_capacity() {
            0 => b.call(&["$crate", "string", "String", "new"], Vec::new()),
            capacity => {
                let capacity = b.int(capacity as u128, "usize");
                b.call(&["$crate", "string", "String", "with_capacity"], vec![capacity])
            }
        };
        let out = b.var("$o");
        let out = b.expr(ExprKind::Borrow { mutable: true, expr: Box::new(out) });
        let formatter = b.call(&["$crate", "fmt", "Formatter", "$to"], vec![out]);
        let mut stmts = vec![b.bind("$o", true, empty), b.bind("$f", true, formatter)];
        write_pieces(&mut b, &message, "expect", &mut stmts);
        let out = b.var("$o");
        let block = b.block(stmts, Some(out));
        let body = b.block_expr(block);
        if message.args.is_empty() {
            return body;
        }
        // The arguments' temporaries are dropped before the text is used, as in `print`.
        let text = with_arguments(&mut b, message.args, body);
        let stmts = vec![b.bind("$s", false, text)];
        let text = b.var("$s");
        let block = b.block(stmts, Some(text));
        b.block_expr(block)
    }
}

/// What `{}` shows of a literal within parentheses and references: of text, and of an integer that its type has room for.
fn shown(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Paren(inner) | ExprKind::Borrow { expr: inner, .. } => shown(inner),
        ExprKind::Lit(Lit::Str(text)) => Some(text.to_string()),
        ExprKind::Lit(Lit::Int(value, suffix)) => {
            let ty = suffix.as_deref().unwrap_or("i32");
            let max = IntTy::ALL.into_iter().find(|int| int.as_str() == ty)?.max();
            (*value <= max).then(|| value.to_string())
        }
        _ => None,
    }
}

/// Whether an expression names a place, whose evaluation has no effects.
fn is_place(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Path(path) => path.segments.iter().all(|s| s.args.is_none()) && path.qself.is_none(),
        ExprKind::Field(inner, _) | ExprKind::Paren(inner) | ExprKind::Unary(UnOp::Deref, inner) => is_place(inner),
        _ => false,
    }
}

/// A statement for each piece, whose outcome goes to the function `outcome` of `fmt`.
fn write_pieces(b: &mut Build<'_>, message: &Message, outcome: &str, stmts: &mut Vec<Stmt>) {
    for piece in &message.pieces {
        let result = piece_result(b, piece, &message.args);
        let stmt = match piece {
            Piece::Text(_, span) => b.at(*span).stmt(result),
            Piece::Value { arg, .. } => {
                let mut b = b.at(message.args[*arg].span);
                let ignored = b.call(&["$crate", "fmt", outcome], vec![result]);
                b.stmt(ignored)
            }
        };
        stmts.push(stmt);
    }
}

/// The call that writes a piece, of type `fmt::Result`.
fn piece_result(b: &mut Build<'_>, piece: &Piece, args: &[Expr]) -> Expr {
    match piece {
        Piece::Text(text, span) => {
            let mut b = b.at(*span);
            let (formatter, text) = (b.var("$f"), b.string(text));
            b.method(formatter, "$write_lit", vec![text])
        }
        Piece::Value { arg, via, spec } => {
            let mut b = b.at(args[*arg].span);
            let formatter = b.var("$f");
            let formatter = match spec {
                None => b.method(formatter, "$plain", Vec::new()),
                Some(spec) => {
                    let (width, has_width) = amount(&mut b, &spec.width);
                    let (precision, has_precision) = amount(&mut b, &spec.precision);
                    let options = vec![
                        b.lit(Lit::Char(spec.fill)),
                        b.int(spec.align.into(), "u8"),
                        b.int(spec.flags.into(), "u32"),
                        width,
                        has_width,
                        precision,
                        has_precision,
                    ];
                    b.method(formatter, "$spec", options)
                }
            };
            let value = b.var(&arg_name(*arg));
            b.call(&["$crate", "fmt", via, "fmt"], vec![value, formatter])
        }
    }
}

fn amount(b: &mut Build<'_>, amount: &Amount) -> (Expr, Expr) {
    let value = match amount {
        Amount::None => return (b.int(0, "usize"), b.bool(false)),
        Amount::Number(number) => b.int(u128::from(*number), "usize"),
        Amount::Argument(arg) => {
            let arg = b.var(&arg_name(*arg));
            b.unary(UnOp::Deref, arg)
        }
    };
    (value, b.bool(true))
}

/// The name that the `index`th argument is bound to.
fn arg_name(index: usize) -> SmolStr {
    format_smolstr!("$a{index}")
}

/// `match (&a, &b) { ($a0, $a1) => body }`: temporaries of the arguments live as long as the body runs.
fn with_arguments(b: &mut Build<'_>, args: Vec<Expr>, body: Expr) -> Expr {
    if args.is_empty() {
        return body;
    }
    let pats: Vec<Pat> = args.iter().enumerate().map(|(i, arg)| b.at(arg.span).var_pat(&arg_name(i), false)).collect();
    let borrows = args.into_iter().map(|arg| b.at(arg.span).borrow(arg)).collect();
    let scrutinee = b.tuple(borrows);
    let pat = b.tuple_pat(pats);
    let arm = b.arm(pat, body);
    b.matches(scrutinee, vec![arm])
}
