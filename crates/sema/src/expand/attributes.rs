//! Attributes: `#[cfg]`, and which others a program may use.

use super::Expander;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::Parser;
use stair_syntax::ast::Attr;
use stair_syntax::token::{Delim, LitKind, Token, TokenKind};

/// Whether something is part of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Configured {
    In,
    Out,
}

/// What a configuration predicate says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Predicate {
    Known(bool),
    /// Whether overflow checks and debug assertions are on, which only the profile decides; `false` for `not(…)`.
    DebugAssertions(bool),
}

/// Attributes that change nothing about what a program does, or that later stages look at.
const ACCEPTED: &[&str] = &[
    "allow",
    "automatically_derived",
    "cold",
    "crate_name",
    "crate_type",
    "default",
    "deny",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "forbid",
    "inline",
    "macro_export",
    "macro_use",
    "must_use",
    "non_exhaustive",
    "recursion_limit",
    "repr",
    "track_caller",
    "type_length_limit",
    "warn",
];

/// Tools whose attributes `rustc` passes over.
const TOOLS: &[&str] = &["clippy", "diagnostic", "miri", "rust_analyzer", "rustfmt"];

/// Attributes that `rustc` knows and a program cannot use here.
const REFUSED: &[&str] = &[
    "bench",
    "cfg_eval",
    "collapse_debuginfo",
    "debugger_visualizer",
    "export_name",
    "feature",
    "global_allocator",
    "ignore",
    "instruction_set",
    "link",
    "link_name",
    "link_ordinal",
    "link_section",
    "naked",
    "no_builtins",
    "no_implicit_prelude",
    "no_link",
    "no_main",
    "no_mangle",
    "no_std",
    "panic_handler",
    "path",
    "proc_macro",
    "proc_macro_attribute",
    "proc_macro_derive",
    "should_panic",
    "target_feature",
    "test",
    "test_case",
    "used",
    "windows_subsystem",
];

impl Expander<'_> {
    /// Evaluate the `cfg` and `cfg_attr` attributes and take them away.
    pub(super) fn configure(&mut self, attrs: &mut Vec<Attr>) -> Configured {
        let mut result = Configured::In;
        let mut kept = Vec::with_capacity(attrs.len());
        // What is still to be looked at, the first last.
        let mut rest = std::mem::take(attrs);
        rest.reverse();
        while let Some(attr) = rest.pop() {
            let is_cfg = matches!(attr.path.as_str(), "cfg" | "cfg_attr");
            if is_cfg && !self.is_library && self.is_malformed(&attr) {
                continue;
            }
            match attr.path.as_str() {
                // Without `--test`, tests are no part of a program.
                "test" | "bench" => result = Configured::Out,
                "cfg" => match self.predicate(&attr.tokens, attr.span) {
                    Some(Predicate::Known(true)) | None => {}
                    Some(Predicate::Known(false)) => result = Configured::Out,
                    Some(Predicate::DebugAssertions(_)) => {
                        let why = "both profiles run the same items; `if cfg!(debug_assertions) { … }` works";
                        self.refuse(Code::S0022, attr.span, "the attribute `cfg(debug_assertions)`", why);
                    }
                },
                "cfg_attr" => {
                    let conditional = self.conditional(&attr);
                    rest.extend(conditional.into_iter().rev());
                }
                _ => kept.push(attr),
            }
        }
        *attrs = kept;
        result
    }

    /// The attributes that a `cfg_attr` stands for.
    fn conditional(&mut self, attr: &Attr) -> Vec<Attr> {
        let end = Span { lo: attr.span.hi.saturating_sub(1).max(attr.span.lo), ..attr.span };
        let Some(comma) = top_level_comma(&attr.tokens) else {
            match attr.tokens.is_empty() {
                true => self.report(Diagnostic::new(Code::E0539, attr.span, "malformed `cfg_attr` attribute input")),
                false => self.error(end, "expected `,`, found end of `cfg_attr` input"),
            }
            return Vec::new();
        };
        if let Some(code) = super::attribute_rules::cfg_error(&attr.tokens[..comma]) {
            self.report(Diagnostic::new(code, attr.span, "malformed `cfg_attr` attribute input"));
            return Vec::new();
        }
        match self.predicate(&attr.tokens[..comma], attr.span) {
            Some(Predicate::Known(true)) => {
                let mut parser = Parser::new(&attr.tokens[comma + 1..], end, "", self.ids);
                let attrs = parser.conditional_attributes(attr.span);
                self.errors.extend(parser.finish());
                attrs
            }
            Some(Predicate::Known(false)) | None => Vec::new(),
            Some(Predicate::DebugAssertions(_)) => {
                let what = "the attribute `cfg_attr(debug_assertions)`";
                self.refuse(Code::S0022, attr.span, what, "both profiles run the same items");
                Vec::new()
            }
        }
    }

    /// A configuration predicate. `None` after an error.
    pub(super) fn predicate(&mut self, tokens: &[Token], span: Span) -> Option<Predicate> {
        let mut at = 0;
        let result = self.predicate_at(tokens, &mut at, span, 0)?;
        if matches!(tokens.get(at), Some(Token { kind: TokenKind::Punct(","), .. })) {
            at += 1;
        }
        if let Some(extra) = tokens.get(at) {
            self.error(extra.span, "multiple `cfg` predicates are specified");
            return None;
        }
        Some(result)
    }

    fn predicate_at(&mut self, tokens: &[Token], at: &mut usize, span: Span, depth: u32) -> Option<Predicate> {
        let Some(Token { kind: TokenKind::Ident { name, .. }, span: name_span, .. }) = tokens.get(*at) else {
            let place = tokens.get(*at).map_or(span, |t| t.span);
            self.error(place, "`cfg` predicate is not specified");
            return None;
        };
        *at += 1;
        match tokens.get(*at).map(|t| &t.kind) {
            Some(TokenKind::Open(Delim::Paren)) => {
                *at += 1;
                if depth > 16 {
                    self.error(*name_span, "this predicate is nested too deeply");
                    return None;
                }
                let mut inner = Vec::new();
                while !matches!(tokens.get(*at).map(|t| &t.kind), Some(TokenKind::Close(_)) | None) {
                    inner.push(self.predicate_at(tokens, at, span, depth + 1)?);
                    if !matches!(tokens.get(*at).map(|t| &t.kind), Some(TokenKind::Punct(","))) {
                        break;
                    }
                    *at += 1;
                }
                *at += 1;
                self.combine(name, &inner, *name_span)
            }
            Some(TokenKind::Punct("=")) => {
                *at += 1;
                let value = tokens.get(*at);
                *at += 1;
                let Some(Token { kind: TokenKind::Literal { kind: LitKind::Str | LitKind::RawStr, text, .. }, .. }) =
                    value
                else {
                    self.error(*name_span, "`cfg` predicate value is not a string");
                    return None;
                };
                Some(Predicate::Known(has_value(name, text.trim_matches('"'))))
            }
            _ if name == "debug_assertions" => Some(Predicate::DebugAssertions(true)),
            _ => Some(Predicate::Known(matches!(name.as_str(), "unix" | "true" | "overflow_checks"))),
        }
    }

    fn combine(&mut self, name: &str, inner: &[Predicate], span: Span) -> Option<Predicate> {
        let known = |wanted: bool| inner.contains(&Predicate::Known(wanted));
        let unknown = inner.iter().copied().find(|p| matches!(p, Predicate::DebugAssertions(_)));
        let several = inner.iter().filter(|p| matches!(p, Predicate::DebugAssertions(_))).count() > 1;
        Some(match (name, inner) {
            ("all", _) if known(false) => Predicate::Known(false),
            ("any", _) if known(true) => Predicate::Known(true),
            ("all" | "any", _) if several => {
                self.refuse(Code::S0022, span, "a predicate that asks for `debug_assertions` twice", "");
                return None;
            }
            ("all", _) => unknown.unwrap_or(Predicate::Known(true)),
            ("any", _) => unknown.unwrap_or(Predicate::Known(false)),
            ("not", [Predicate::Known(value)]) => Predicate::Known(!value),
            ("not", [Predicate::DebugAssertions(value)]) => Predicate::DebugAssertions(!value),
            ("not", _) => {
                self.report(Diagnostic::new(Code::E0805, span, "`not(…)` takes exactly one predicate"));
                return None;
            }
            _ => {
                self.report(Diagnostic::new(Code::E0537, span, format!("invalid predicate `{name}`")));
                return None;
            }
        })
    }

    /// Report a crate that is no program; whether it is so.
    fn is_other_crate_type(&mut self, attr: &Attr) -> bool {
        let [Token { kind: TokenKind::Literal { text, .. }, .. }] = &attr.tokens[..] else { return false };
        let name = text.trim_matches('"');
        let is_other = name != "bin";
        if is_other {
            let what = format!("the attribute `crate_type = \"{name}\"`");
            self.refuse(Code::S0022, attr.span, &what, "only programs can be run");
        }
        is_other
    }

    /// Report attributes that a program cannot use.
    pub(super) fn check_attributes(&mut self, attrs: &[Attr]) {
        if self.is_library {
            return;
        }
        let mut deprecated = attrs.iter().filter(|attr| attr.path == "deprecated");
        if let (Some(first), Some(second)) = (deprecated.next(), deprecated.next()) {
            self.report(
                Diagnostic::new(Code::Syntax, second.span, "multiple `deprecated` attributes")
                    .primary("remove this attribute")
                    .label(first.span, "attribute also specified here"),
            );
        }
        for attr in attrs {
            let tool = attr.path.split("::").next().unwrap_or_default();
            if self.is_malformed(attr) {
                continue;
            }
            if attr.path == "crate_type" && self.is_other_crate_type(attr) {
                continue;
            }
            if ACCEPTED.contains(&attr.path.as_str()) || (tool != attr.path && TOOLS.contains(&tool)) {
                continue;
            }
            if matches!(attr.path.as_str(), "cfg" | "cfg_attr") {
                self.error(attr.span, "removing an expression is not supported in this position");
            } else if attr.path == "feature" {
                self.report(
                    Diagnostic::new(
                        Code::E0554,
                        attr.span,
                        "`#![feature]` may not be used on the stable release channel",
                    )
                    .primary("only the nightly compiler has experimental features"),
                );
            } else if matches!(attr.path.as_str(), "stable" | "unstable") {
                let message = "stability attributes may not be used outside of the standard library";
                self.report(Diagnostic::new(Code::E0734, attr.span, message));
            } else if REFUSED.contains(&attr.path.as_str()) {
                self.refuse(Code::S0022, attr.span, &format!("the attribute `{}`", attr.path), "");
            } else {
                self.error(attr.span, format!("cannot find attribute `{}` in this scope", attr.path));
            }
        }
    }
}

/// Whether `rustc` knows this attribute itself.
pub(super) fn is_builtin(path: &str) -> bool {
    ACCEPTED.contains(&path) || REFUSED.contains(&path)
}

/// Whether a `key = "value"` holds for the programs that run here: those that `rustc` builds for x86-64 Linux.
fn has_value(key: &str, value: &str) -> bool {
    matches!(
        (key, value),
        ("target_arch", "x86_64")
            | ("target_endian", "little")
            | ("target_env", "gnu")
            | ("target_family", "unix")
            | ("target_os", "linux")
            | ("target_pointer_width", "64")
            | ("target_vendor", "unknown")
            | ("panic", "unwind")
    )
}

fn top_level_comma(tokens: &[Token]) -> Option<usize> {
    let mut depth = 0u32;
    tokens.iter().position(|token| match token.kind {
        TokenKind::Open(_) => {
            depth += 1;
            false
        }
        TokenKind::Close(_) => {
            depth = depth.saturating_sub(1);
            false
        }
        TokenKind::Punct(",") => depth == 0,
        _ => false,
    })
}
