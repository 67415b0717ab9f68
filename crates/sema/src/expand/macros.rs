//! The standard library's macros other than those that only format: what each becomes, and which are refused.

use super::Expander;
use super::arguments::{self, Written};
use super::attributes::Predicate;
use super::build::Build;
use super::format::Message;
use super::similar::most_similar;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{Expr, ExprKind, MacroCall, OWN_CRATE, Path, UnOp};
use stair_syntax::token::{LitKind, Token, TokenKind};
use stair_syntax::{Reported, pretty, string_with_offsets};

/// Macros that are expanded.
const EXPANDED: &[&str] = &[
    "assert",
    "assert_eq",
    "assert_ne",
    "cfg",
    "column",
    "compile_error",
    "concat",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "eprint",
    "eprintln",
    "file",
    "format",
    "line",
    "matches",
    "panic",
    "print",
    "println",
    "stringify",
    "todo",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
];

/// Macros that `rustc` knows and a program cannot use here, and why.
const REFUSED: &[(&str, &str)] = &[
    ("format_args", "it makes a `fmt::Arguments`, which the subset does not have yet"),
    ("thread_local", "there is one thread"),
    ("include", "a program is one file"),
    ("include_str", "a program is one file"),
    ("cfg_select", "use `#[cfg(…)]`"),
    ("include_bytes", "a program is one file"),
    ("env", "a program is compiled without an environment"),
    ("option_env", "a program is compiled without an environment"),
    ("module_path", ""),
    ("is_x86_feature_detected", ""),
    ("asm", "there is no inline assembly"),
    ("global_asm", "there is no inline assembly"),
    ("naked_asm", "there is no inline assembly"),
    ("addr_of", "raw pointers are outside the subset"),
    ("addr_of_mut", "raw pointers are outside the subset"),
    ("offset_of", ""),
    ("pin", ""),
    ("ready", ""),
    ("try", ""),
];

/// What `rustc` prints on one line, at most: `stringify!` of more has line breaks.
const LINE_WIDTH: usize = 78;

impl Expander<'_> {
    /// What a macro call becomes. `None`: it stays, and what is wrong was reported.
    pub(super) fn expand_call(&mut self, call: &MacroCall) -> Option<Expr> {
        if self.is_library && call.path.segments.len() == 1 && call.path.segments[0].name.name == "location" {
            return Some(Build::new(self.ids, call.span).expr(ExprKind::Location));
        }
        let name = self.known_name(call)?;
        let made = match name {
            "print" => self.print_call(call, "$stdout", false),
            "println" => self.print_call(call, "$stdout", true),
            "eprint" => self.print_call(call, "$stderr", false),
            "eprintln" => self.print_call(call, "$stderr", true),
            "write" => self.write_call(call, false),
            "writeln" => self.write_call(call, true),
            "panic" => self.panic_call(call, "explicit panic", ""),
            "todo" => self.panic_call(call, "not yet implemented", "not yet implemented: "),
            "unimplemented" => self.panic_call(call, "not implemented", "not implemented: "),
            "unreachable" => {
                let message = "internal error: entered unreachable code";
                self.panic_call(call, message, "internal error: entered unreachable code: ")
            }
            "assert" => self.assert_call(call),
            "assert_eq" => self.assert_equal_call(call, true),
            "assert_ne" => self.assert_equal_call(call, false),
            "debug_assert" => {
                let inner = self.assert_call(call);
                self.in_debug_profile(inner, call.span)
            }
            "debug_assert_eq" | "debug_assert_ne" => {
                let inner = self.assert_equal_call(call, name == "debug_assert_eq");
                self.in_debug_profile(inner, call.span)
            }
            "format" => {
                let written = self.parse(call, |p, errors| arguments::written(p, errors, call.span))?;
                let message = self.compose(written)?;
                Some(self.format(message, call.span))
            }
            "vec" => self.vec_call(call),
            "matches" => self.matches_call(call),
            "dbg" => self.dbg_call(call),
            "stringify" | "concat" => self.string_call(call, name),
            "line" | "column" | "file" => self.position_call(call, name),
            "cfg" => self.cfg_call(call),
            "compile_error" => self.compile_error_call(call),
            _ => None,
        };
        Some(made.unwrap_or_else(|| Build::new(self.ids, call.span).expr(ExprKind::Error)))
    }

    /// The name of a macro that is expanded. `None`: another one, reported unless it is the program's own.
    fn known_name(&mut self, call: &MacroCall) -> Option<&'static str> {
        let names: Vec<&str> = call.path.segments.iter().map(|s| s.name.name.as_str()).collect();
        let name = match names[..] {
            [name] => name,
            ["std" | "core" | "alloc" | "$crate", name] => name,
            ["std" | "core" | "alloc" | "$crate", _, name] if ["ptr", "pin", "task", "arch"].contains(&names[1]) => {
                name
            }
            _ => {
                self.unknown_macro(&call.path);
                return None;
            }
        };
        if let Some(known) = EXPANDED.iter().find(|&&n| n == name) {
            return Some(known);
        }
        match REFUSED.iter().find(|&&(n, _)| n == name) {
            Some((name, why)) => self.refuse(Code::S0026, call.path.span, &format!("the macro `{name}!`"), why),
            None => self.unknown_macro(&call.path),
        }
        None
    }

    fn unknown_macro(&mut self, path: &Path) {
        let name = pretty::path(path);
        if let [.., before, last] = &path.segments[..] {
            let (before, name) = (before.name.name.as_str(), &last.name);
            let place = if matches!(before, "crate" | "self" | "super" | OWN_CRATE) {
                "the crate root".to_owned()
            } else {
                format!("`{before}`")
            };
            let before = if before == OWN_CRATE { "$crate" } else { before };
            let message = format!("cannot find `{}` in `{before}`", name.name);
            self.report(
                Diagnostic::new(Code::E0433, name.span, message)
                    .primary(format!("could not find `{}` in {place}", name.name)),
            );
            return;
        }
        if let Some(defined) = self.macros.defined_at(&name) {
            let error = Diagnostic::new(Code::Syntax, path.span, format!("cannot find macro `{name}` in this scope"));
            self.report(if defined.lo > path.span.lo {
                error
                    .primary(format!("consider moving the definition of `{name}` before this call"))
                    .label(defined, "a macro with the same name exists, but it appears later")
            } else {
                error
                    .label(defined, "a macro with the same name exists here, but its scope has ended")
                    .help("have you added the `#[macro_use]` on the module/import?")
            });
            return;
        }
        let mut error = Diagnostic::new(Code::Syntax, path.span, format!("cannot find macro `{name}` in this scope"));
        let known = EXPANDED.iter().copied().chain(REFUSED.iter().map(|&(n, _)| n));
        if let Some(similar) = most_similar(&name, known.chain(self.macros.names())) {
            let message = format!("a macro with a similar name exists: `{similar}`");
            error = error.suggest(message, path.span, similar);
        }
        self.report(error);
    }

    /// A macro call in the place of a pattern or type: no macro of the library makes one.
    pub(super) fn misplaced_call(&mut self, call: &MacroCall, place: &str) {
        if let Some(name) = self.known_name(call) {
            self.error(
                call.span,
                format!("expected {place}, found a call of the macro `{name}!`, which makes an expression"),
            );
        }
    }

    /// A macro call in the place of an item.
    pub(super) fn item_macro(&mut self, call: &MacroCall) {
        match self.known_name(call) {
            Some("compile_error") => {
                self.compile_error_call(call);
            }
            Some(name) => {
                self.error(
                    call.span,
                    format!("expected item, found a call of the macro `{name}!`, which makes an expression"),
                );
            }
            None => {}
        }
    }

    // Macros that format.

    fn print_call(&mut self, call: &MacroCall, stream: &str, newline: bool) -> Option<Expr> {
        let mut message = if newline && call.tokens.is_empty() {
            Message::text("", call.span)
        } else {
            let written = self.parse(call, |p, errors| arguments::written(p, errors, call.span))?;
            self.compose(written)?
        };
        if newline {
            message.append("\n", call.span);
        }
        Some(self.print(message, stream, call.span))
    }

    fn write_call(&mut self, call: &MacroCall, newline: bool) -> Option<Expr> {
        let (target, written) = self.parse(call, |p, errors| {
            let usage = |errors: &mut Vec<Diagnostic>| {
                let message =
                    "requires a destination and format arguments, like `write!(dest, \"format string\", args...)`";
                errors.push(Diagnostic::new(Code::Syntax, call.span, message));
                Reported
            };
            if p.at_end() {
                return Err(usage(errors));
            }
            let target = p.expr()?;
            if p.next_argument()? {
                return Ok((target, Some(arguments::written(p, errors, call.span)?)));
            }
            if newline { Ok((target, None)) } else { Err(usage(errors)) }
        })?;
        let mut message = match written {
            Some(written) => self.compose(written)?,
            None => Message::text("", call.span),
        };
        if newline {
            message.append("\n", call.span);
        }
        Some(self.write(target, message, call.span))
    }

    fn panic_call(&mut self, call: &MacroCall, alone: &str, prefix: &str) -> Option<Expr> {
        if call.tokens.is_empty() {
            return Some(self.panic(Message::text(alone, call.span), call.span));
        }
        let written = self.parse(call, |p, errors| arguments::written(p, errors, call.span))?;
        let mut message = self.compose(written)?;
        message.prepend(prefix, call.span);
        Some(self.panic(message, call.span))
    }

    // Assertions.

    fn assert_call(&mut self, call: &MacroCall) -> Option<Expr> {
        let (cond, written) = self.parse(call, |p, errors| {
            if p.at_end() {
                errors.push(
                    Diagnostic::new(Code::Syntax, call.span, "macro requires a boolean expression as an argument")
                        .primary("boolean expression required"),
                );
                return Err(Reported);
            }
            let cond = p.expr()?;
            let written = if p.next_argument()? { Some(arguments::written(p, errors, call.span)?) } else { None };
            Ok((cond, written))
        })?;
        let message = match written {
            Some(written) => self.compose(written)?,
            None => {
                let text = pretty::expr_as_written(&cond, &call.tokens);
                Message::text(format!("assertion failed: {text}"), call.span)
            }
        };
        let panic = self.panic(message, call.span);
        let mut b = Build::new(self.ids, call.span);
        let fails = b.unary(UnOp::Not, cond);
        let stmt = b.stmt(panic);
        let then = b.block(vec![stmt], None);
        Some(b.when(fails, then))
    }

    /// `assert_eq!` and `assert_ne!`.
    fn assert_equal_call(&mut self, call: &MacroCall, equal: bool) -> Option<Expr> {
        let (left, right, written) = self.parse(call, |p, errors| {
            let left = p.expr()?;
            if !p.next_argument()? {
                return Err(ended_early(errors, p.span()));
            }
            let right = p.expr()?;
            let written: Option<Written> =
                if p.next_argument()? { Some(arguments::written(p, errors, call.span)?) } else { None };
            Ok((left, right, written))
        })?;
        let op = if equal { "==" } else { "!=" };
        let mut message = match written {
            Some(written) => {
                let mut message = self.compose(written)?;
                message.prepend(&format!("assertion `left {op} right` failed: "), call.span);
                message
            }
            None => Message::text(format!("assertion `left {op} right` failed"), call.span),
        };
        // The two values join the message's arguments; they are references already.
        let mut b = Build::new(self.ids, call.span);
        let first = message.args.len();
        for (name, value) in [("$l", &left), ("$r", &right)] {
            let mut b = b.at(value.span);
            let reference = b.var(name);
            message.args.push(b.unary(UnOp::Deref, reference));
        }
        message.append("\n  left: ", call.span);
        message.append_value(first, "Debug", false);
        message.append("\n right: ", call.span);
        message.append_value(first + 1, "Debug", false);
        let panic = self.panic(message, call.span);
        let mut b = Build::new(self.ids, call.span);
        // What is wrong with an operand is told at the argument.
        let operands: Vec<Expr> = [("$l", left.span), ("$r", right.span)]
            .into_iter()
            .map(|(name, span)| {
                let reference = b.at(span).var(name);
                b.at(span).unary(UnOp::Deref, reference)
            })
            .collect();
        let [l, r] = <[Expr; 2]>::try_from(operands).ok()?;
        let same = b.equal(l, r);
        let fails = if equal { b.unary(UnOp::Not, same) } else { same };
        let stmt = b.stmt(panic);
        let then = b.block(vec![stmt], None);
        let when = b.when(fails, then);
        let pats = vec![b.at(left.span).var_pat("$l", false), b.at(right.span).var_pat("$r", false)];
        let values = vec![b.at(left.span).borrow(left), b.at(right.span).borrow(right)];
        let scrutinee = b.tuple(values);
        let pat = b.tuple_pat(pats);
        let block = b.block(Vec::new(), Some(when));
        let body = b.block_expr(block);
        let arm = b.arm(pat, body);
        Some(b.matches(scrutinee, vec![arm]))
    }

    /// `if debug assertions are on { inner }`.
    fn in_debug_profile(&mut self, inner: Option<Expr>, span: Span) -> Option<Expr> {
        let inner = inner?;
        let mut b = Build::new(self.ids, span);
        let on = b.call(&["$crate", "intrinsics", "debug_assertions"], Vec::new());
        let stmt = b.stmt(inner);
        let then = b.block(vec![stmt], None);
        Some(b.when(on, then))
    }

    // Others.

    /// `vec![]`, `vec![a, b]` and `vec![x; n]`.
    fn vec_call(&mut self, call: &MacroCall) -> Option<Expr> {
        let (elements, count) = self.parse(call, |p, errors| {
            let mut elements = Vec::new();
            while !p.at_end() {
                elements.push(p.expr()?);
                if elements.len() == 1 && p.eat(";") {
                    let count = p.expr()?;
                    return if p.at_end() { Ok((elements, Some(count))) } else { Err(unexpected(errors, p.span())) };
                }
                p.next_argument()?;
            }
            Ok((elements, None))
        })?;
        let mut b = Build::new(self.ids, call.span);
        Some(match count {
            Some(count) => elements
                .into_iter()
                .next()
                .map(|element| b.call(&["$crate", "vec", "from_elem"], vec![element, count]))?,
            None if elements.is_empty() => b.call(&["$crate", "vec", "Vec", "new"], Vec::new()),
            None => {
                let array = b.expr(ExprKind::Array(elements));
                b.call(&["$crate", "vec", "from_array"], vec![array])
            }
        })
    }

    fn matches_call(&mut self, call: &MacroCall) -> Option<Expr> {
        let (scrutinee, pat, guard) = self.parse(call, |p, errors| {
            let scrutinee = p.expr()?;
            if !p.next_argument()? {
                return Err(ended_early(errors, p.span()));
            }
            let (pat, guard) = p.pat_and_guard()?;
            if p.next_argument()? {
                p.expr()?;
            }
            Ok((scrutinee, pat, guard))
        })?;
        let mut b = Build::new(self.ids, call.span);
        let (yes, no) = (b.bool(true), b.bool(false));
        let mut first = b.arm(pat, yes);
        first.guard = guard;
        let wild = b.wild();
        let second = b.arm(wild, no);
        Some(b.matches(scrutinee, vec![first, second]))
    }

    /// `dbg!(x)`: `match x { $v => { eprintln!("[file:line:column] x = {:#?}", &$v); $v } }`.
    fn dbg_call(&mut self, call: &MacroCall) -> Option<Expr> {
        if self.tracks_caller {
            return self.refuse_position(call, "dbg");
        }
        let exprs = self.parse(call, |p, _| {
            let mut exprs = Vec::new();
            while !p.at_end() {
                exprs.push(p.expr()?);
                p.next_argument()?;
            }
            Ok(exprs)
        })?;
        if exprs.is_empty() {
            let message = self.located("]\n", None, call.span);
            return Some(self.print(message, "$stderr", call.span));
        }
        let single = exprs.len() == 1;
        let mut values = Vec::new();
        for expr in exprs {
            let text = pretty::expr_as_written(&expr, &call.tokens);
            let mut b = Build::new(self.ids, expr.span);
            let shown = b.var("$v");
            let message = self.located(&format!("] {text} = "), Some(shown), call.span);
            let print = self.print(message, "$stderr", call.span);
            let mut b = Build::new(self.ids, call.span);
            let print = b.stmt(print);
            let value = b.at(expr.span).var("$v");
            let block = b.block(vec![print], Some(value));
            let body = b.block_expr(block);
            let pat = b.at(expr.span).var_pat("$v", false);
            let arm = b.arm(pat, body);
            values.push(b.matches(expr, vec![arm]));
        }
        let mut b = Build::new(self.ids, call.span);
        if single { values.pop() } else { Some(b.tuple(values)) }
    }

    /// The message "[file:line:column" + `text`, and then `{:#?}` of a value on a line of its own.
    fn located(&mut self, text: &str, value: Option<Expr>, span: Span) -> Message {
        let mut message = Message::text("[", span);
        for (i, part) in ["file", "line", "column"].into_iter().enumerate() {
            message.args.push(self.position(part, span));
            message.append_value(i, "Display", false);
            message.append(if i == 2 { text } else { ":" }, span);
        }
        if let Some(value) = value {
            message.args.push(value);
            message.append_value(3, "Debug", true);
            message.append("\n", span);
        }
        message
    }

    /// `LOCATION.part()`; `column!` counts characters, a panic's position does not.
    fn position(&mut self, part: &str, span: Span) -> Expr {
        let mut b = Build::new(self.ids, span);
        let location = b.expr(ExprKind::Location);
        b.method(location, if part == "column" { "$char_column" } else { part }, Vec::new())
    }

    fn position_call(&mut self, call: &MacroCall, name: &str) -> Option<Expr> {
        if self.tracks_caller {
            return self.refuse_position(call, name);
        }
        Some(self.position(name, call.span))
    }

    fn refuse_position(&mut self, call: &MacroCall, name: &str) -> Option<Expr> {
        let what = format!("the macro `{name}!` in a function marked `#[track_caller]`");
        self.refuse(Code::S0026, call.span, &what, "");
        None
    }

    fn string_call(&mut self, call: &MacroCall, name: &str) -> Option<Expr> {
        let Some(text) = string_macro(call) else {
            let why = "only literals, `concat!` and `stringify!` of what fits on one line are joined";
            self.refuse(Code::S0026, call.span, &format!("this form of the macro `{name}!`"), why);
            return None;
        };
        Some(Build::new(self.ids, call.span).string(&text))
    }

    fn cfg_call(&mut self, call: &MacroCall) -> Option<Expr> {
        let predicate = self.predicate(&stair_syntax::flattened(&call.tokens), call.span)?;
        let mut b = Build::new(self.ids, call.span);
        Some(match predicate {
            Predicate::Known(value) => b.bool(value),
            Predicate::DebugAssertions(on) => {
                let asked = b.call(&["$crate", "intrinsics", "debug_assertions"], Vec::new());
                if on { asked } else { b.unary(UnOp::Not, asked) }
            }
        })
    }

    fn compile_error_call(&mut self, call: &MacroCall) -> Option<Expr> {
        let message = match &stair_syntax::flattened(&call.tokens)[..] {
            [Token { kind: TokenKind::Literal { kind: kind @ (LitKind::Str | LitKind::RawStr), text, .. }, .. }] => {
                Some(string_with_offsets(*kind, text).0)
            }
            [Token { kind: TokenKind::Ident { name, .. }, .. }, bang, open, inner @ .., _]
                if bang.kind == TokenKind::Punct("!") && matches!(open.kind, TokenKind::Open(_)) =>
            {
                string_macro_within(name, inner, 0)
            }
            _ => None,
        };
        let message = message.unwrap_or_else(|| "compile_error! takes 1 argument".to_owned());
        self.error(call.span, message);
        None
    }
}

/// Report something behind the arguments of a macro call.
fn unexpected(errors: &mut Vec<Diagnostic>, place: Span) -> Reported {
    errors.push(
        Diagnostic::new(Code::Syntax, place, "no rules expected this token in macro call")
            .primary("no rules expected this token in macro call"),
    );
    Reported
}

/// Report that arguments are missing at the end of a macro call.
fn ended_early(errors: &mut Vec<Diagnostic>, place: Span) -> Reported {
    errors.push(
        Diagnostic::new(Code::Syntax, place, "unexpected end of macro invocation")
            .primary("missing tokens in macro arguments"),
    );
    Reported
}

/// The value of a call of `stringify!` or `concat!`; `None` for anything else.
pub(super) fn string_macro(call: &MacroCall) -> Option<String> {
    string_macro_within(call.path.segments.last()?.name.name.as_str(), &call.tokens, 0)
}

fn string_macro_within(name: &str, tokens: &[Token], depth: u32) -> Option<String> {
    match name {
        "stringify" => {
            let text = pretty::tokens(tokens);
            return (text.chars().count() <= LINE_WIDTH).then_some(text);
        }
        "concat" if depth < 16 => {}
        _ => return None,
    }
    let mut out = String::new();
    let mut rest = tokens;
    while let Some(first) = rest.first() {
        match (&first.kind, rest.get(1).map(|t| &t.kind), rest.get(2).map(|t| &t.kind)) {
            (TokenKind::Ident { name, .. }, Some(TokenKind::Punct("!")), Some(TokenKind::Open(_))) => {
                let close = closing(rest, 2)?;
                out += &string_macro_within(name, &rest[3..close], depth + 1)?;
                rest = &rest[close + 1..];
            }
            (TokenKind::Fragment(fragment), ..) => {
                out += &string_macro_within("concat", &fragment.tokens, depth + 1)?;
                rest = &rest[1..];
            }
            (TokenKind::Ident { name, .. }, ..) if matches!(name.as_str(), "true" | "false") => {
                out += name;
                rest = &rest[1..];
            }
            (TokenKind::Punct("-"), Some(literal), _) => {
                out.push('-');
                out += &literal_text(literal)?;
                rest = &rest[2..];
            }
            (literal, ..) => {
                out += &literal_text(literal)?;
                rest = &rest[1..];
            }
        }
        match rest.first().map(|t| &t.kind) {
            Some(TokenKind::Punct(",")) => rest = &rest[1..],
            None => {}
            Some(_) => return None,
        }
    }
    Some(out)
}

/// What `concat!` makes of a literal.
fn literal_text(token: &TokenKind) -> Option<String> {
    let TokenKind::Literal { kind, text, .. } = token else { return None };
    match kind {
        LitKind::Str | LitKind::RawStr | LitKind::Char => Some(string_with_offsets(*kind, text).0),
        LitKind::Int => {
            let digits: String = text.chars().filter(|&c| c != '_').collect();
            let value = match digits.get(..2) {
                Some("0x") => u128::from_str_radix(&digits[2..], 16),
                Some("0o") => u128::from_str_radix(&digits[2..], 8),
                Some("0b") => u128::from_str_radix(&digits[2..], 2),
                _ => digits.parse(),
            };
            value.ok().map(|v| v.to_string())
        }
        LitKind::Float => Some(text.to_string()),
        _ => None,
    }
}

/// Where the group that opens at `open` closes.
fn closing(tokens: &[Token], open: usize) -> Option<usize> {
    let mut depth = 0u32;
    for (i, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            TokenKind::Open(_) => depth += 1,
            TokenKind::Close(_) if depth == 1 => return Some(i),
            TokenKind::Close(_) => depth -= 1,
            _ => {}
        }
    }
    None
}
