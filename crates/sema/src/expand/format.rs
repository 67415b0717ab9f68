//! `println!` and its kin: format strings and their arguments, and the calls that they become.
//!
//! `println!("a{}b{:>5.2}", x, y)` becomes calls of library items, one for each piece:
//!
//! ```text
//! match (&x, &y) {
//!     ($a0, $a1) => {
//!         let mut $f = $crate::fmt::Formatter::stdout();
//!         $f.write_lit("a");
//!         $crate::fmt::ignore($crate::fmt::Display::fmt($a0, $f.plain()));
//!         $f.write_lit("b");
//!         $crate::fmt::ignore($crate::fmt::Display::fmt($a1, $f.spec(' ', 1u8, 0u32, 5usize, true, 2usize, true)));
//!         $f.write_lit("\n");
//!         $f.end();
//!     }
//! }
//! ```
//! A panic's message is written to `$crate::fmt::Formatter::panic_begin(LOCATION)` and ends with
//! `$crate::panicking::panic_end()`, of type `!`; one without arguments is `$crate::panicking::panic_str("…", LOCATION)`.
//!
//! `write!(f, "a{}", x)` has a result, and leaves the options of `f` as they were:
//!
//! ```text
//! match (&x,) {
//!     ($a0,) => {
//!         let $s = f.save();
//!         let $f = f.plain();
//!         let mut $r = $f.write_lit("a");
//!         if let $crate::result::Result::Ok(()) = $r {
//!             $r = $crate::fmt::Display::fmt($a0, $f.plain());
//!         }
//!         $f.restore($s);
//!         $r
//!     }
//! }
//! ```
//! With text alone it is `f.write_str("…")`. An `f` that is more than a place is evaluated once, as `$d`.

use super::Expander;
use super::build::Build;
use super::macros::string_macro;
use super::template::{self, Count, Placeholder, Reference, Segment, TemplateError};
use smol_str::{SmolStr, format_smolstr};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{Expr, ExprKind, Lit, Pat, PatKind, Stmt, UnOp};
use stair_syntax::token::{LitKind, TokenKind};
use stair_syntax::{P, Parser, Reported, string_with_offsets};
use std::ops::Range;

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

/// The options of one value.
pub(super) struct Spec {
    fill: char,
    align: u8,
    flags: u32,
    width: Amount,
    precision: Amount,
}

/// A width or precision, resolved.
enum Amount {
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

/// A format string: its value, and where each byte is written.
struct Template {
    value: String,
    /// The literal; the macro call if the string was made by another macro.
    span: Span,
    /// Offsets into the literal's text; empty if the string was made.
    offsets: Vec<u32>,
}

impl Template {
    fn at(&self, range: &Range<usize>) -> Span {
        let place = |i: usize| self.offsets.get(i).or(self.offsets.last()).map(|&o| self.span.lo + o);
        match (place(range.start), place(range.end)) {
            (Some(lo), Some(hi)) => Span { lo, hi: hi.max(lo), ..self.span },
            _ => self.span,
        }
    }
}

/// Arguments as they are written: expressions and the names of the named ones.
struct Arguments {
    exprs: Vec<Expr>,
    names: Vec<Option<SmolStr>>,
    /// How many are written; captured ones follow.
    explicit: usize,
    used: Vec<bool>,
}

/// A format string and its arguments as they are written.
pub(super) struct Written {
    template: Template,
    arguments: Arguments,
}

/// A format string and what follows it, up to the end of the macro call at `call`.
pub(super) fn written(parser: &mut Parser<'_>, errors: &mut Vec<Diagnostic>, call: Span) -> P<Written> {
    if parser.at_end() {
        errors.push(Diagnostic::new(Code::Syntax, call, "requires at least a format string argument"));
        return Err(Reported);
    }
    let template = format_string(parser, errors)?;
    let arguments = arguments(parser, errors)?;
    Ok(Written { template: template.ok_or(Reported)?, arguments })
}

/// The format string itself. `Ok(None)`: it is something else, which was reported.
fn format_string(parser: &mut Parser<'_>, errors: &mut Vec<Diagnostic>) -> P<Option<Template>> {
    let token = parser.peek().clone();
    let start = parser.span();
    let expr = parser.expr()?;
    match (&expr.kind, token) {
        (
            ExprKind::Lit(Lit::Str(_)),
            TokenKind::Literal { kind: kind @ (LitKind::Str | LitKind::RawStr), text, .. },
        ) if expr.span == start => {
            let (value, offsets) = string_with_offsets(kind, &text);
            return Ok(Some(Template { value, span: start, offsets }));
        }
        (ExprKind::Macro(call), _) => {
            if let Some(value) = string_macro(call) {
                return Ok(Some(Template { value, span: expr.span, offsets: Vec::new() }));
            }
        }
        _ => {}
    }
    let holes = vec!["{}"; parser.remaining_arguments() + 1].join(" ");
    errors.push(Diagnostic::new(Code::Syntax, expr.span, "format argument must be a string literal").suggest(
        "you might be missing a string literal to format with",
        expr.span.shrink_to_lo(),
        format!("\"{holes}\", "),
    ));
    Ok(None)
}

fn arguments(parser: &mut Parser<'_>, errors: &mut Vec<Diagnostic>) -> P<Arguments> {
    let mut found = Arguments { exprs: Vec::new(), names: Vec::new(), explicit: 0, used: Vec::new() };
    let mut name_spans: Vec<(SmolStr, Span)> = Vec::new();
    while parser.next_argument()? {
        let name = parser.argument_name();
        let expr = parser.expr()?;
        match &name {
            Some(name) => {
                if let Some((_, before)) = name_spans.iter().find(|(n, _)| *n == name.name) {
                    errors.push(
                        Diagnostic::new(Code::Syntax, name.span, format!("duplicate argument named `{}`", name.name))
                            .primary("duplicate argument")
                            .label(*before, "previously here"),
                    );
                    continue;
                }
                name_spans.push((name.name.clone(), name.span));
            }
            None if !name_spans.is_empty() => {
                let mut error =
                    Diagnostic::new(Code::Syntax, expr.span, "positional arguments cannot follow named arguments")
                        .primary("positional arguments must be before named arguments");
                for (_, span) in &name_spans {
                    error = error.label(*span, "named argument");
                }
                errors.push(error);
                return Err(Reported);
            }
            None => {}
        }
        found.exprs.push(expr);
        found.names.push(name.map(|n| n.name));
    }
    found.explicit = found.exprs.len();
    found.used = vec![false; found.explicit];
    Ok(found)
}

impl Expander<'_> {
    /// Bring placeholders and arguments together. `None` after an error.
    pub(super) fn compose(&mut self, written: Written) -> Option<Message> {
        let Written { template, mut arguments } = written;
        match template::parse(&template.value) {
            Ok(segments) => self.resolve(&template, segments, &mut arguments),
            Err(error) => {
                self.report_template(&template, *error);
                None
            }
        }
    }

    fn report_template(&mut self, template: &Template, error: TemplateError) {
        let message = format!("invalid format string: {}", error.message);
        let mut shown = Diagnostic::new(Code::Syntax, template.at(&error.range), message)
            .primary(format!("{} in format string", error.label));
        if let Some((range, text)) = &error.other {
            shown = shown.label(template.at(range), *text);
        }
        shown.notes.extend(error.note);
        if let Some((range, text, why)) = error.suggestion {
            shown = shown.suggest(why, template.at(&range), text);
        }
        self.report(shown);
    }

    /// Find the argument of every placeholder, width and precision.
    fn resolve(&mut self, template: &Template, segments: Vec<Segment>, args: &mut Arguments) -> Option<Message> {
        let mut pieces = Vec::new();
        let mut next = 0;
        let mut missing: Vec<(usize, Range<usize>)> = Vec::new();
        let mut implicit: Vec<Range<usize>> = Vec::new();
        let mut sound = true;
        for segment in segments {
            let hole = match segment {
                Segment::Text(text, range) => {
                    pieces.push(Piece::Text(text, template.at(&range)));
                    continue;
                }
                Segment::Placeholder(hole) => hole,
            };
            let Placeholder { range, argument, fill, align, flags, width, precision, kind, kind_range } = *hole;
            let mut find = |this: &mut Self, reference: &Reference, next: &mut usize| {
                let (index, place) = match reference {
                    Reference::Next => {
                        *next += 1;
                        implicit.push(range.clone());
                        (*next - 1, None)
                    }
                    Reference::Index(index, place) => (*index, Some(place.clone())),
                    Reference::Name(name, place) => (this.named(template, args, name, place), None),
                };
                match place {
                    Some(place) if index >= args.explicit => missing.push((index, place)),
                    _ => {
                        if let Some(used) = args.used.get_mut(index) {
                            *used = true;
                        }
                    }
                }
                index
            };
            // `.*` takes its argument before the value does.
            let precision = match precision {
                Count::None => Amount::None,
                Count::Number(number) => Amount::Number(number),
                Count::Argument(reference) => Amount::Argument(find(self, &reference, &mut next)),
                Count::Star(_) => Amount::Argument(find(self, &Reference::Next, &mut next)),
            };
            let arg = find(self, &argument, &mut next);
            let width = match width {
                Count::None | Count::Star(_) => Amount::None,
                Count::Number(number) => Amount::Number(number),
                Count::Argument(reference) => Amount::Argument(find(self, &reference, &mut next)),
            };
            let via = match kind.as_str() {
                "" => "Display",
                "?" => "Debug",
                "x" => "LowerHex",
                "X" => "UpperHex",
                "o" => "Octal",
                "b" => "Binary",
                "e" => "LowerExp",
                "E" => "UpperExp",
                "p" => {
                    self.report(
                        Diagnostic::new(Code::S0029, template.at(&kind_range), "the format `p` is outside the subset")
                            .note("addresses differ from run to run, so no two engines could print the same"),
                    );
                    sound = false;
                    continue;
                }
                unknown => {
                    self.unknown_trait(template.at(&kind_range), unknown);
                    sound = false;
                    continue;
                }
            };
            let plain = align == 3 && flags == 0 && matches!((&width, &precision), (Amount::None, Amount::None));
            let spec = (!plain).then_some(Spec { fill, align, flags, width, precision });
            pieces.push(Piece::Value { arg, via, spec });
        }
        if !missing.is_empty() {
            self.out_of_range(template, &missing, args.explicit);
            sound = false;
        } else if next > args.explicit {
            self.too_few(template, next, &implicit, args);
            sound = false;
        }
        if sound {
            sound = self.all_used(template, args);
        }
        sound.then(|| Message { pieces, args: std::mem::take(&mut args.exprs) })
    }

    /// The argument of this name; a variable in scope becomes one.
    fn named(&mut self, template: &Template, args: &mut Arguments, name: &str, place: &Range<usize>) -> usize {
        if let Some(index) = args.names.iter().position(|n| n.as_deref() == Some(name)) {
            return index;
        }
        let span = template.at(place);
        let captured = Build::new(self.ids, span).var(name);
        args.exprs.push(captured);
        args.names.push(Some(name.into()));
        args.used.push(true);
        args.exprs.len() - 1
    }

    fn unknown_trait(&mut self, span: Span, name: &str) {
        self.report(Diagnostic::new(Code::Syntax, span, format!("unknown format trait `{name}`")).note(
            "the only appropriate formatting traits are:\n\
                 - ``, which uses the `Display` trait\n\
                 - `?`, which uses the `Debug` trait\n\
                 - `e`, which uses the `LowerExp` trait\n\
                 - `E`, which uses the `UpperExp` trait\n\
                 - `o`, which uses the `Octal` trait\n\
                 - `p`, which uses the `Pointer` trait\n\
                 - `b`, which uses the `Binary` trait\n\
                 - `x`, which uses the `LowerHex` trait\n\
                 - `X`, which uses the `UpperHex` trait",
        ));
    }

    fn too_few(&mut self, template: &Template, wanted: usize, places: &[Range<usize>], args: &Arguments) {
        let plural = if wanted == 1 { "" } else { "s" };
        let mut places = places.to_vec();
        places.dedup();
        let first = places.first().map_or(template.span, |r| template.at(r));
        let message =
            format!("{wanted} positional argument{plural} in format string, but {}", there_are(args.explicit));
        let mut error = Diagnostic::new(Code::Syntax, first, message);
        for place in places.iter().skip(1) {
            error = error.label(template.at(place), "");
        }
        for arg in &args.exprs[..args.explicit] {
            error = error.label(arg.span, "");
        }
        self.report(error);
    }

    fn out_of_range(&mut self, template: &Template, missing: &[(usize, Range<usize>)], explicit: usize) {
        let mut indices: Vec<usize> = missing.iter().map(|&(index, _)| index).collect();
        indices.sort_unstable();
        indices.dedup();
        let list = match &indices[..] {
            [one] => format!("argument {one}"),
            [init @ .., last] => {
                let init: Vec<String> = init.iter().map(usize::to_string).collect();
                format!("arguments {} and {last}", init.join(", "))
            }
            [] => return,
        };
        let message = format!("invalid reference to positional {list} ({})", there_are(explicit));
        let mut error = Diagnostic::new(Code::Syntax, template.at(&missing[0].1), message);
        for (_, place) in &missing[1..] {
            error = error.label(template.at(place), "");
        }
        self.report(error.note("positional arguments are zero-based"));
    }

    /// Report the arguments that no placeholder shows; whether there are none.
    fn all_used(&mut self, template: &Template, args: &Arguments) -> bool {
        let unused: Vec<(Span, bool)> = (0..args.explicit)
            .filter(|&i| !args.used[i])
            .map(|i| (args.exprs[i].span, args.names[i].is_some()))
            .collect();
        let label = |named: bool| if named { "named argument never used" } else { "argument never used" };
        let error = match &unused[..] {
            [] => return true,
            &[(span, named)] => Diagnostic::new(Code::Syntax, span, label(named))
                .primary(label(named))
                .label(template.span, "formatting specifier missing"),
            &[(span, named), ref others @ ..] => {
                let mut error =
                    Diagnostic::new(Code::Syntax, span, "multiple unused formatting arguments").primary(label(named));
                for &(span, named) in others {
                    error = error.label(span, label(named));
                }
                error
                    .label(template.span, "multiple missing formatting specifiers")
                    .note(format!("consider adding {} format specifiers", unused.len()))
            }
        };
        let conversion = template.value.find('%').and_then(|i| template.value[i + 1..].chars().next());
        self.report(match conversion {
            Some('d' | 'i' | 'u' | 's' | 'f' | 'c' | 'x' | 'l') => error
                .note("printf formatting is not supported; see the documentation for `std::fmt`")
                .help("format specifiers use curly braces: `{}`"),
            _ => error,
        });
        false
    }

    // What a message becomes.

    /// `print!` and its kin: `stream` is the constructor of the formatter.
    pub(super) fn print(&mut self, message: Message, stream: &str, call: Span) -> Expr {
        let mut b = Build::new(self.ids, call);
        let formatter = b.call(&["$crate", "fmt", "Formatter", stream], Vec::new());
        let mut stmts = vec![b.bind("$f", true, formatter)];
        write_pieces(&mut b, &message, &mut stmts);
        let formatter = b.var("$f");
        let end = b.method(formatter, "end", Vec::new());
        stmts.push(b.stmt(end));
        let block = b.block(stmts, None);
        let body = b.block_expr(block);
        with_arguments(&mut b, message.args, body)
    }

    /// `panic!` and its kin, at the place of the macro call.
    pub(super) fn panic(&mut self, message: Message, call: Span) -> Expr {
        let mut b = Build::new(self.ids, call);
        let location = b.expr(ExprKind::Location);
        if let Some((text, span)) = message.as_text() {
            let text = b.at(span.unwrap_or(call)).string(text);
            return b.call(&["$crate", "panicking", "panic_str"], vec![text, location]);
        }
        let formatter = b.call(&["$crate", "fmt", "Formatter", "panic_begin"], vec![location]);
        let mut stmts = vec![b.bind("$f", true, formatter)];
        write_pieces(&mut b, &message, &mut stmts);
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
            return b.method(target, "write_str", vec![text]);
        }
        // The target is named twice, so anything but a place is given a name first.
        let mut again = target.clone();
        let bound = if place_twice(&mut again, &mut b) { None } else { Some("$d") };
        let (first, second) = match bound {
            None => (target.clone(), again),
            Some(name) => (b.var(name), b.var(name)),
        };
        let save = b.method(first, "save", Vec::new());
        let plain = b.method(second, "plain", Vec::new());
        let mut stmts = vec![b.bind("$s", false, save), b.bind("$f", false, plain)];
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
        let (formatter, saved) = (b.var("$f"), b.var("$s"));
        let restore = b.method(formatter, "restore", vec![saved]);
        stmts.push(b.stmt(restore));
        let result = b.var("$r");
        let block = b.block(stmts, Some(result));
        let body = b.block_expr(block);
        let body = with_arguments(&mut b, message.args, body);
        match bound {
            None => body,
            Some(name) => {
                let pat = b.var_pat(name, true);
                let arm = b.arm(pat, body);
                b.matches(target, vec![arm])
            }
        }
    }
}

/// "there is 1 argument".
fn there_are(count: usize) -> String {
    match count {
        0 => "no arguments were given".into(),
        1 => "there is 1 argument".into(),
        n => format!("there are {n} arguments"),
    }
}

/// Whether evaluating a place twice is the same as once; gives the second one ids of its own.
fn place_twice(expr: &mut Expr, b: &mut Build<'_>) -> bool {
    expr.id = b.ids.fresh();
    match &mut expr.kind {
        ExprKind::Path(path) => path.segments.iter().all(|s| s.args.is_none()) && path.qself.is_none(),
        ExprKind::Field(inner, _) | ExprKind::Paren(inner) | ExprKind::Unary(UnOp::Deref, inner) => {
            place_twice(inner, b)
        }
        _ => false,
    }
}

/// A statement for each piece, which ignores its outcome.
fn write_pieces(b: &mut Build<'_>, message: &Message, stmts: &mut Vec<Stmt>) {
    for piece in &message.pieces {
        let result = piece_result(b, piece, &message.args);
        let stmt = match piece {
            Piece::Text(_, span) => b.at(*span).stmt(result),
            Piece::Value { arg, .. } => {
                let mut b = b.at(message.args[*arg].span);
                let ignored = b.call(&["$crate", "fmt", "ignore"], vec![result]);
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
            b.method(formatter, "write_lit", vec![text])
        }
        Piece::Value { arg, via, spec } => {
            let mut b = b.at(args[*arg].span);
            let formatter = b.var("$f");
            let formatter = match spec {
                None => b.method(formatter, "plain", Vec::new()),
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
                    b.method(formatter, "spec", options)
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
