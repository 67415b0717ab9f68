//! Where a program asks for lints, and where it asks for quiet: `#[allow(…)]` and its kin.

use super::Expander;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::Attr;
use stair_syntax::token::{LitKind, Token, TokenKind};

/// The lints that are errors if nothing else is said, which are those that are looked for.
const DENIED: &[Code] = &[
    Code::AmbiguousAssociatedItems,
    Code::ArithmeticOverflow,
    Code::ElidedLifetimesInAssociatedConstant,
    Code::EnumIntrinsicsNonEnums,
    Code::InvalidTypeParamDefault,
    Code::LetUnderscoreLock,
    Code::OverflowingLiterals,
    Code::UnconditionalPanic,
];

/// The lints and groups that are no errors if nothing else is said, which nobody looks for: to deny one is refused. Those that
/// can only find what is refused or an error anyway are not among them.
const NOT_LOOKED_FOR: &str = include_str!("lints.txt");

/// Groups of lints, for which changing what is forbidden is only warned of.
const GROUPS: &[&str] = &[
    "future_incompatible",
    "keyword_idents",
    "let_underscore",
    "nonstandard_style",
    "refining_impl_trait",
    "unknown_or_malformed_diagnostic_attributes",
    "unused",
    "warnings",
];

/// What `rustc` takes for the name of a tool before a lint's name.
const TOOLS: &[&str] = &["clippy", "miri", "rust_analyzer", "rustc", "rustdoc"];

/// The level of a lint in a part of the text.
#[derive(Clone, Debug)]
struct Level {
    lint: String,
    /// Whether a finding is an error.
    denied: bool,
    /// Whether no attribute further inside may change it.
    forbidden: bool,
    /// Where it holds.
    within: Span,
}

/// The lint levels of a program.
#[derive(Clone, Debug, Default)]
pub(crate) struct LintLevels {
    /// Outer ones before inner ones.
    levels: Vec<Level>,
}

impl LintLevels {
    /// Whether the finding is of a lint that is no error where it was found.
    pub(crate) fn allows(&self, finding: &Diagnostic) -> bool {
        if !DENIED.contains(&finding.code) {
            return false;
        }
        let name = finding.code.as_str();
        let at = finding.span();
        let level = self.levels.iter().rev().find(|level| level.lint == name && holds(level.within, at));
        level.is_some_and(|level| !level.denied)
    }
}

fn holds(within: Span, at: Span) -> bool {
    within.file == at.file && within.lo <= at.lo && at.hi <= within.hi
}

impl Expander<'_> {
    /// Note the levels that the attributes of something set for all of it.
    pub(super) fn lint_levels(&mut self, attrs: &[Attr], within: Span) {
        if self.is_library {
            return;
        }
        for attr in attrs {
            let (denied, forbidden) = match attr.path.as_str() {
                "allow" | "warn" | "expect" => (false, false),
                "deny" => (true, false),
                "forbid" => (true, true),
                _ => continue,
            };
            for lint in self.lint_names(attr) {
                let outer = self.lint_levels.levels.iter().rev();
                let outer = outer.clone().find(|level| level.lint == lint && holds(level.within, within));
                if outer.is_some_and(|outer| outer.forbidden) && !forbidden && !GROUPS.contains(&lint.as_str()) {
                    let message = format!("{}({lint}) incompatible with previous forbid", attr.path);
                    self.report(
                        Diagnostic::new(Code::E0453, attr.span, message).primary("overruled by previous forbid"),
                    );
                    continue;
                }
                if denied && NOT_LOOKED_FOR.lines().any(|name| name == lint) {
                    let what = format!("the attribute `{}({lint})`", attr.path);
                    let why = format!(
                        "Staircase does not look for what `{lint}` finds, so it cannot say whether that is there"
                    );
                    self.refuse(Code::S0022, attr.span, &what, &why);
                }
                self.lint_levels.levels.push(Level { lint, denied, forbidden, within });
            }
        }
    }

    /// The lints in the list of an attribute.
    fn lint_names(&mut self, attr: &Attr) -> Vec<String> {
        let mut names = Vec::new();
        for entry in attr.tokens.split(|token| matches!(token.kind, TokenKind::Punct(","))) {
            match entry {
                [] => {}
                [Token { kind: TokenKind::Ident { name, .. }, .. }] => names.push(name.to_string()),
                [
                    Token { kind: TokenKind::Ident { name: tool, .. }, span, .. },
                    Token { kind: TokenKind::Punct("::"), .. },
                    rest @ ..,
                ] => {
                    if !TOOLS.contains(&tool.as_str()) {
                        let rest: String =
                            rest.iter().map(|token| stair_syntax::spelling(&token.kind).to_string()).collect();
                        let message = format!("unknown tool name `{tool}` found in scoped lint: `{tool}::{rest}`");
                        self.report(Diagnostic::new(Code::E0710, *span, message));
                    }
                }
                [
                    Token { kind: TokenKind::Ident { name, .. }, .. },
                    Token { kind: TokenKind::Punct("="), .. },
                    Token { kind: TokenKind::Literal { kind: LitKind::Str | LitKind::RawStr, .. }, .. },
                ] if name == "reason" => {}
                [first, .., last] | [first @ last] => {
                    let span = Span { hi: last.span.hi, ..first.span };
                    self.report(
                        Diagnostic::new(Code::E0452, span, "malformed lint attribute input")
                            .primary("bad attribute argument"),
                    );
                }
            }
        }
        names
    }
}
