//! The arguments of `println!` and its kin: the format string, what follows it, and which placeholder shows which.

use super::Expander;
use super::build::Build;
use super::format::{Amount, Message, Piece, Spec};
use super::macros::string_macro;
use super::template::{self, Count, Placeholder, Reference, Segment, TemplateError};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{Expr, ExprKind, Lit};
use stair_syntax::token::{LitKind, SyntaxContext, TokenKind};
use stair_syntax::{P, Parser, Reported, string_with_offsets};
use std::ops::Range;

/// A format string: its value, and where each byte is written.
struct Template {
    value: String,
    /// The literal; the macro call if the string was made by another macro.
    span: Span,
    /// Offsets into the literal's text; empty if the string was made.
    offsets: Vec<u32>,
    /// Which expansion made it: the variables that it names are looked for as if they stood there.
    ctxt: SyntaxContext,
    /// Whether another macro made the string: no variable is captured by it.
    is_made: bool,
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
    let token = parser.peek_literal().cloned();
    let expr = parser.expr()?;
    match (&expr.kind, token) {
        (ExprKind::Lit(Lit::Str(_)), Some(token)) if expr.span == token.span => {
            if let TokenKind::Literal { kind: kind @ (LitKind::Str | LitKind::RawStr), text, .. } = &token.kind {
                let (value, mut offsets) = string_with_offsets(*kind, text);
                // One from a macro's definition has the place of the call.
                if token.span.len() as usize != text.len() {
                    offsets.clear();
                }
                return Ok(Some(Template { value, span: token.span, offsets, ctxt: token.ctxt, is_made: false }));
            }
        }
        (ExprKind::Macro(call), _) => {
            if let Some(value) = string_macro(call) {
                let ctxt = SyntaxContext::ROOT;
                return Ok(Some(Template { value, span: expr.span, offsets: Vec::new(), ctxt, is_made: true }));
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
        sound.then(|| Message { pieces, args: std::mem::take(&mut args.exprs) }.with_literals_inlined())
    }

    /// The argument of this name; a variable in scope becomes one.
    fn named(&mut self, template: &Template, args: &mut Arguments, name: &str, place: &Range<usize>) -> usize {
        if let Some(index) = args.names.iter().position(|n| n.as_deref() == Some(name)) {
            return index;
        }
        let span = template.at(place);
        if template.is_made {
            let message = format!("there is no argument named `{name}`");
            self.report(
                Diagnostic::new(Code::Syntax, span, message)
                    .note(format!("did you intend to capture a variable `{name}` from the surrounding scope?"))
                    .note("to avoid ambiguity, `format_args!` cannot capture variables when the format string is expanded from a macro"),
            );
        }
        let mut captured = Build::new(self.ids, span).var(name);
        if let ExprKind::Path(path) = &mut captured.kind {
            path.segments.iter_mut().for_each(|segment| segment.name.ctxt = template.ctxt);
        }
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
}

/// "there is 1 argument".
fn there_are(count: usize) -> String {
    match count {
        0 => "no arguments were given".into(),
        1 => "there is 1 argument".into(),
        n => format!("there are {n} arguments"),
    }
}
