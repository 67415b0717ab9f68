//! What attributes must obey: how each is written, and on what it may stand. Attributes that `rustc` only warns of are
//! left alone.

use super::Expander;
use stair_source::{Code, Diagnostic};
use stair_syntax::ast::{Attr, AttrInput, GenericParamKind, Item, ItemKind, Visibility};
use stair_syntax::token::{LitKind, Token, TokenKind};

/// What an attribute stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Target {
    Crate,
    Struct,
    Enum,
    Union,
    Const,
    Static,
    Mod,
    Trait,
    TypeAlias,
    Fn,
    InherentMethod,
    RequiredMethod,
    ProvidedMethod,
    TraitImplMethod,
    AssocConst,
    AssocType,
    InherentImpl,
    TraitImpl,
    Use,
    MacroDef,
    MacroCall,
    Variant,
    Field,
    Arm,
    Let,
    Expr,
    Param,
    TypeParam,
    LifetimeParam,
    ConstParam,
    ExprField,
    PatField,
}

/// Where an item stands, as far as attributes ask.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holder {
    Module,
    InherentImpl,
    TraitImpl,
    Trait,
}

impl Target {
    /// What an item is.
    pub(super) fn of(item: &Item, holder: Holder) -> Option<Self> {
        Some(match (&item.kind, holder) {
            (ItemKind::Fn(_), Holder::Module) => Self::Fn,
            (ItemKind::Fn(_), Holder::InherentImpl) => Self::InherentMethod,
            (ItemKind::Fn(_), Holder::TraitImpl) => Self::TraitImplMethod,
            (ItemKind::Fn(f), Holder::Trait) if f.body.is_none() => Self::RequiredMethod,
            (ItemKind::Fn(_), Holder::Trait) => Self::ProvidedMethod,
            (ItemKind::Struct(..), _) => Self::Struct,
            (ItemKind::Enum(..), _) => Self::Enum,
            (ItemKind::Union(..), _) => Self::Union,
            (ItemKind::Impl(i), _) if i.of_trait.is_some() => Self::TraitImpl,
            (ItemKind::Impl(_), _) => Self::InherentImpl,
            (ItemKind::Trait(_), _) => Self::Trait,
            (ItemKind::TypeAlias(..), Holder::Module) => Self::TypeAlias,
            (ItemKind::TypeAlias(..), _) => Self::AssocType,
            (ItemKind::Const(..), Holder::Module) => Self::Const,
            (ItemKind::Const(..), _) => Self::AssocConst,
            (ItemKind::Static { .. }, _) => Self::Static,
            (ItemKind::Mod(_), _) => Self::Mod,
            (ItemKind::Use(_), _) => Self::Use,
            (ItemKind::MacroRules(_), _) => Self::MacroDef,
            (ItemKind::MacroCall(_), _) => Self::MacroCall,
            (ItemKind::ExternCrate | ItemKind::ForeignMod | ItemKind::Error, _) => return None,
        })
    }

    /// What a generic parameter is.
    pub(super) fn of_generic(kind: &GenericParamKind) -> Self {
        match kind {
            GenericParamKind::Lifetime(_) => Self::LifetimeParam,
            GenericParamKind::Type(..) => Self::TypeParam,
            GenericParamKind::Const(..) => Self::ConstParam,
        }
    }

    fn plural(self) -> &'static str {
        match self {
            Self::Crate => "crates",
            Self::Struct => "structs",
            Self::Enum => "enums",
            Self::Union => "unions",
            Self::Const => "constants",
            Self::Static => "statics",
            Self::Mod => "modules",
            Self::Trait => "traits",
            Self::TypeAlias => "type aliases",
            Self::Fn => "functions",
            Self::InherentMethod => "inherent methods",
            Self::RequiredMethod => "required trait methods",
            Self::ProvidedMethod => "provided trait methods",
            Self::TraitImplMethod => "trait methods in impl blocks",
            Self::AssocConst => "associated consts",
            Self::AssocType => "associated types",
            Self::InherentImpl => "inherent impl blocks",
            Self::TraitImpl => "trait impl blocks",
            Self::Use => "use statements",
            Self::MacroDef => "macro defs",
            Self::MacroCall => "macro calls",
            Self::Variant => "enum variants",
            Self::Field | Self::ExprField => "struct fields",
            Self::Arm => "match arms",
            Self::Let => "statements",
            Self::Expr => "expressions",
            Self::Param => "function params",
            Self::TypeParam => "type parameters",
            Self::LifetimeParam => "lifetime parameters",
            Self::ConstParam => "const parameters",
            Self::PatField => "pattern fields",
        }
    }

    fn is_type(self) -> bool {
        matches!(self, Self::Struct | Self::Enum | Self::Union)
    }

    fn is_fn(self) -> bool {
        matches!(
            self,
            Self::Fn | Self::InherentMethod | Self::RequiredMethod | Self::ProvidedMethod | Self::TraitImplMethod
        )
    }

    /// Where an attribute out of place has only ever been warned of.
    fn is_only_warned(self) -> bool {
        matches!(self, Self::Field | Self::Arm | Self::MacroDef | Self::MacroCall)
    }

    /// Whether an attribute for others than these is an error here.
    fn refuses(self, attribute: &str) -> bool {
        match attribute {
            "inline" => !self.is_fn() && !self.is_only_warned() && self != Self::AssocConst,
            "track_caller" => !self.is_fn() && !self.is_only_warned(),
            "non_exhaustive" => !matches!(self, Self::Struct | Self::Enum | Self::Variant) && !self.is_only_warned(),
            "deprecated" => matches!(
                self,
                Self::TraitImplMethod | Self::TraitImpl | Self::TypeParam | Self::ExprField | Self::PatField
            ),
            "macro_export" | "automatically_derived" => self == Self::Crate,
            _ => false,
        }
    }
}

/// The entries of a list, between the commas.
fn entries(tokens: &[Token]) -> Vec<&[Token]> {
    let mut depth = 0u32;
    let is_comma = |token: &Token| {
        match token.kind {
            TokenKind::Open(_) => depth += 1,
            TokenKind::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && token.kind == TokenKind::Punct(",")
    };
    let mut entries: Vec<&[Token]> = tokens.split(is_comma).collect();
    if entries.last().is_some_and(|last| last.is_empty()) {
        entries.pop();
    }
    entries
}

fn word(tokens: &[Token]) -> Option<&str> {
    match tokens {
        [Token { kind: TokenKind::Ident { name, .. }, .. }] => Some(name),
        _ => None,
    }
}

fn is_string(tokens: &[Token]) -> bool {
    // What a macro makes is looked at by nobody: only attributes that change nothing have values.
    matches!(tokens, [Token { kind: TokenKind::Literal { kind: LitKind::Str | LitKind::RawStr, .. }, .. }])
        || tokens.len() > 2 && tokens[1].kind == TokenKind::Punct("!")
}

/// The error of a configuration predicate that is none.
pub(super) fn cfg_error(tokens: &[Token]) -> Option<Code> {
    match tokens {
        [Token { kind: TokenKind::Ident { .. }, .. }] => None,
        [
            Token { kind: TokenKind::Ident { .. }, .. },
            Token { kind: TokenKind::Punct("="), .. },
            Token { kind: TokenKind::Literal { kind: LitKind::Str | LitKind::RawStr, .. }, .. },
        ] => None,
        [
            Token { kind: TokenKind::Ident { name, .. }, .. },
            Token { kind: TokenKind::Open(_), .. },
            inner @ ..,
            Token { kind: TokenKind::Close(_), .. },
        ] => {
            let inner = entries(inner);
            match name.as_str() {
                "not" if inner.len() != 1 => Some(Code::E0805),
                "all" | "any" | "not" => inner.into_iter().find_map(cfg_error),
                _ => None,
            }
        }
        _ => Some(Code::E0539),
    }
}

/// The error of how an attribute is written, if `rustc` has one for it: the code, and the message if it is a special one.
fn malformed(attr: &Attr) -> Option<(Code, Option<&'static str>)> {
    let list = entries(&attr.tokens);
    let code = |code| Some((code, None));
    let special = |message| Some((Code::Syntax, Some(message)));
    match (attr.path.as_str(), attr.input) {
        ("inline", AttrInput::Value) => {
            special("valid forms for the attribute are `#[inline(always)]`, `#[inline(never)]`, and `#[inline]`")
        }
        ("inline", AttrInput::List) => match &list[..] {
            [one] if matches!(word(one), Some("always" | "never")) => None,
            [_] => code(Code::E0539),
            _ => code(Code::E0805),
        },
        ("cold" | "track_caller" | "non_exhaustive" | "automatically_derived", input) => match input {
            AttrInput::Word => None,
            _ => code(Code::E0565),
        },
        ("must_use", AttrInput::List) => code(Code::E0539),
        ("must_use" | "deprecated", AttrInput::Value) if !is_string(&attr.tokens) => code(Code::E0539),
        ("deprecated", AttrInput::List) => deprecated(&list).map(|code| (code, None)),
        ("repr", AttrInput::Word | AttrInput::Value) => code(Code::E0539),
        ("allow", AttrInput::Word | AttrInput::Value) => special("malformed `allow` attribute input"),
        ("warn", AttrInput::Word | AttrInput::Value) => special("malformed `warn` attribute input"),
        ("deny", AttrInput::Word | AttrInput::Value) => special("malformed `deny` attribute input"),
        ("forbid", AttrInput::Word | AttrInput::Value) => special("malformed `forbid` attribute input"),
        ("expect", AttrInput::Word | AttrInput::Value) => special("malformed `expect` attribute input"),
        ("derive", AttrInput::Word | AttrInput::Value) => special("malformed `derive` attribute input"),
        ("macro_use", AttrInput::List) => special("arguments to `macro_use` are not allowed here"),
        ("macro_export", AttrInput::List) if list.len() != 1 || word(list[0]) != Some("local_inner_macros") => {
            special("valid forms for the attribute are `#[macro_export(local_inner_macros)]` and `#[macro_export]`")
        }
        ("recursion_limit" | "type_length_limit", AttrInput::Word | AttrInput::List) => code(Code::E0539),
        ("recursion_limit" | "type_length_limit", AttrInput::Value) => match &attr.tokens[..] {
            [Token { kind: TokenKind::Literal { text, .. }, .. }] if text.trim_matches('"').parse::<u64>().is_err() => {
                special("`limit` must be a non-negative integer")
            }
            _ => None,
        },
        ("default", AttrInput::Value | AttrInput::List) => special("`#[default]` attribute does not accept a value"),
        ("cfg" | "cfg_attr", AttrInput::Word | AttrInput::Value) => code(Code::E0539),
        ("cfg", AttrInput::List) => match &list[..] {
            [one] => cfg_error(one).map(|code| (code, None)),
            _ => code(Code::E0805),
        },
        _ => None,
    }
}

fn deprecated(list: &[&[Token]]) -> Option<Code> {
    let mut seen = Vec::new();
    list.iter().find_map(|entry| match entry {
        [Token { kind: TokenKind::Literal { .. }, .. }, ..] => Some(Code::E0565),
        [Token { kind: TokenKind::Ident { name, .. }, .. }, equals, value @ ..]
            if equals.kind == TokenKind::Punct("=")
                && matches!(name.as_str(), "since" | "note")
                && is_string(value) =>
        {
            let is_again = seen.contains(name);
            seen.push(name.clone());
            is_again.then_some(Code::E0538)
        }
        _ => Some(Code::E0539),
    })
}

impl Expander<'_> {
    /// Report an attribute that is written wrongly; whether it is.
    pub(super) fn is_malformed(&mut self, attr: &Attr) -> bool {
        let Some((code, message)) = malformed(attr) else { return false };
        let message = message.map_or_else(|| format!("malformed `{}` attribute input", attr.path), str::to_owned);
        self.report(Diagnostic::new(code, attr.span, message));
        true
    }

    /// Report attributes that may not stand on what they stand on.
    pub(super) fn check_targets(&mut self, attrs: &[Attr], target: Target) {
        if self.is_library {
            return;
        }
        for attr in attrs {
            let name = attr.path.as_str();
            if target == Target::Param {
                self.param_attribute(attr);
            } else if name == "derive" {
                self.derive_target(attr, target);
            } else if name == "inline" && target == Target::MacroDef {
                self.report(Diagnostic::new(
                    Code::E0518,
                    attr.span,
                    "attribute should be applied to function or closure",
                ));
            } else if name == "repr" && !target.is_type() && target != Target::MacroCall {
                self.repr_target(attr);
            } else if target.refuses(name) {
                let message = format!("`#[{name}]` attribute cannot be used on {}", target.plural());
                self.error(attr.span, message);
            }
        }
    }

    fn param_attribute(&mut self, attr: &Attr) {
        if attr.is_doc {
            self.report(
                Diagnostic::new(
                    Code::Syntax,
                    attr.span,
                    "documentation comments cannot be applied to a function's parameters",
                )
                .primary("doc comments are not allowed here"),
            );
        } else if super::attributes::is_builtin(&attr.path)
            && !matches!(attr.path.as_str(), "allow" | "deny" | "expect" | "forbid" | "warn" | "derive")
        {
            let message = "allow, cfg, cfg_attr, deny, expect, forbid, and warn are the only allowed built-in attributes \
                           in function parameters";
            self.error(attr.span, message);
        } else if attr.path == "derive" {
            self.derive_target(attr, Target::Param);
        }
    }

    fn derive_target(&mut self, attr: &Attr, target: Target) {
        match target {
            Target::Crate => self.error(attr.span, "`derive` attribute cannot be used at crate level"),
            Target::MacroCall | Target::Let | Target::Expr => self.report(
                Diagnostic::new(
                    Code::E0774,
                    attr.span,
                    "`derive` may only be applied to `struct`s, `enum`s and `union`s",
                )
                .primary("not applicable here"),
            ),
            Target::Variant
            | Target::Field
            | Target::Arm
            | Target::Param
            | Target::TypeParam
            | Target::LifetimeParam
            | Target::ConstParam
            | Target::ExprField
            | Target::PatField => {
                self.report(
                    Diagnostic::new(
                        Code::Syntax,
                        attr.span,
                        "expected non-macro attribute, found attribute macro `derive`",
                    )
                    .primary("not a non-macro attribute"),
                );
            }
            _ => {}
        }
    }

    fn repr_target(&mut self, attr: &Attr) {
        for entry in entries(&attr.tokens) {
            let Some(Token { kind: TokenKind::Ident { name, .. }, span, .. }) = entry.first() else { continue };
            let what = match name.as_str() {
                "C" | "transparent" | "Rust" | "align" => "a struct, enum, or union",
                "packed" | "simd" => "a struct or union",
                _ => "an enum",
            };
            let message = format!("attribute should be applied to {what}");
            self.report(Diagnostic::new(Code::E0517, *span, message));
        }
    }

    /// Report a visibility on a part of an enum.
    pub(super) fn no_visibility(&mut self, vis: &Visibility) {
        if let Visibility::Public(span) | Visibility::Restricted(span, _) = vis {
            self.report(
                Diagnostic::new(Code::E0449, *span, "visibility qualifiers are not permitted here")
                    .note("enum variants and their fields always share the visibility of the enum they are in"),
            );
        }
    }
}
