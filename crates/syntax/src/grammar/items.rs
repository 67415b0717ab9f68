//! Items: what files, modules, `impl`s, `trait`s and blocks declare.

use crate::ast::{
    Attr, Field, File, Fn, Generics, Ident, Impl, Item, ItemKind, MacroCall, Param, Path, SelfParam, Trait, TyKind,
    UseTree, UseTreeKind, Variant, VariantData, Visibility,
};
use crate::parser::{P, Parser, Reported, is_word};
use crate::token::{Delim, TokenKind};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};

/// Where an item stands, which decides what it may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// At the top of a file, or in a module.
    Module,
    /// Among the statements of a block.
    Block,
    /// In an `impl`.
    Impl,
    /// In a `trait`.
    Trait,
}

/// Keywords at which the parser resumes after a broken item.
const RESUME: &[&str] =
    &["fn", "struct", "enum", "impl", "trait", "mod", "use", "pub", "static", "const", "type", "extern", "unsafe"];

impl Parser<'_> {
    /// A whole file.
    pub(crate) fn file(&mut self) -> File {
        let attrs = self.inner_attributes();
        let mut items = Vec::new();
        self.items(Place::Module, &mut items);
        File { attrs, items }
    }

    /// Items up to the closing brace, which is not taken, or to the end.
    fn items(&mut self, place: Place, out: &mut Vec<Item>) {
        while !matches!(self.token().kind, TokenKind::Close(_) | TokenKind::Eof) {
            let start = self.progress();
            let attrs = self.outer_attributes();
            if matches!(self.token().kind, TokenKind::Close(_) | TokenKind::Eof) {
                if let Some(last) = attrs.last() {
                    self.dangling(last, place);
                }
                return;
            }
            if self.at(";") {
                self.stray_semicolon(out.last());
                continue;
            }
            let lo = self.span();
            match self.item(attrs, place) {
                Ok(item) => out.push(item),
                Err(Reported) => {
                    self.skip_item(start);
                    let name = Ident { name: SmolStr::default(), span: lo };
                    let (id, span) = (self.fresh(), self.since(lo));
                    out.push(Item {
                        id,
                        span,
                        attrs: Vec::new(),
                        vis: Visibility::Inherited,
                        name,
                        kind: ItemKind::Error,
                    });
                }
            }
        }
    }

    fn dangling(&mut self, last: &Attr, place: Place) {
        if last.is_doc {
            let (code, message) = match place {
                Place::Trait => (Code::E0584, "found a documentation comment that doesn't document anything"),
                Place::Impl => (Code::E0584, "found a documentation comment that doesn't document anything"),
                _ => (Code::E0584, "expected item after doc comment"),
            };
            let error = if matches!(place, Place::Module | Place::Block) {
                Diagnostic::new(Code::Syntax, last.span, message).primary("this doc comment doesn't document anything")
            } else {
                Diagnostic::new(code, last.span, message).primary("this doc comment doesn't document anything")
            };
            self.report(error);
        } else {
            self.error(last.span, "expected item after attributes");
        }
    }

    fn stray_semicolon(&mut self, before: Option<&Item>) {
        let span = self.span();
        let mut error = Diagnostic::new(Code::Syntax, span, "expected item, found `;`");
        let what = before.and_then(|item| match item.kind {
            ItemKind::Struct(..) => Some("braced struct declarations"),
            ItemKind::Enum(..) => Some("enum declarations"),
            ItemKind::Trait(..) => Some("trait declarations"),
            ItemKind::Union(..) => Some("union declarations"),
            ItemKind::Fn(..) => Some("function declarations"),
            _ => None,
        });
        if let Some(what) = what {
            error = error.help(format!("{what} are not followed by a semicolon"));
        }
        self.report(error.suggest("remove this semicolon", span, ""));
        self.bump();
    }

    /// After an error, go to where the next item may begin. `start` is where the failed one began.
    fn skip_item(&mut self, start: usize) {
        loop {
            match &self.token().kind {
                TokenKind::Close(_) | TokenKind::Eof => return,
                TokenKind::Open(Delim::Brace) => {
                    self.bump_tree();
                    return;
                }
                TokenKind::Punct(";") => {
                    self.bump();
                    return;
                }
                TokenKind::Ident { name, raw: false }
                    if self.progress() > start && RESUME.contains(&name.as_str()) && self.at_line_start() =>
                {
                    return;
                }
                TokenKind::Punct("#") | TokenKind::Doc { .. } if self.progress() > start && self.at_line_start() => {
                    return;
                }
                _ => self.bump_tree(),
            }
        }
    }

    /// Whether an item begins here, rather than an expression.
    pub(crate) fn at_item_start(&self) -> bool {
        let TokenKind::Ident { name, raw: false } = &self.token().kind else { return false };
        let next = self.ahead(1);
        match name.as_str() {
            "fn" | "struct" | "enum" | "impl" | "trait" | "type" | "mod" | "use" | "extern" | "pub" => true,
            "const" => {
                // `const { … }` and `const |x| …` are expressions.
                !matches!(next, TokenKind::Open(Delim::Brace) | TokenKind::Punct("|" | "||")) && !is_word(next, "move")
            }
            "static" => !matches!(next, TokenKind::Punct("|" | "||")) && !is_word(next, "move"),
            "unsafe" => !matches!(next, TokenKind::Open(Delim::Brace)),
            "async" => is_word(next, "fn") || is_word(next, "unsafe") || is_word(next, "extern"),
            "union" | "auto" | "safe" | "default" => {
                matches!(next, TokenKind::Ident { name, .. } if name != "as" && name != "_")
                    && (name == "union"
                        && crate::parser::is_ident(next)
                        && matches!(self.ahead(2), TokenKind::Open(Delim::Brace) | TokenKind::Punct("<"))
                        || name == "auto" && is_word(next, "trait")
                        || (name == "safe" || name == "default")
                            && ["fn", "unsafe", "const", "async", "static", "type", "impl"]
                                .iter()
                                .any(|k| is_word(next, k)))
            }
            "macro_rules" => matches!(next, TokenKind::Punct("!")) && matches!(self.ahead(2), TokenKind::Ident { .. }),
            _ => false,
        }
    }

    /// An item behind its attributes.
    #[inline(never)]
    pub(crate) fn item(&mut self, attrs: Vec<Attr>, place: Place) -> P<Item> {
        let id = self.fresh();
        let lo = self.span();
        let vis = self.visibility(false)?;
        let mut attrs = attrs;
        let (name, kind) = self.nest(|p| p.item_kind(place, &mut attrs))?;
        let item = Item { id, span: self.since(lo), attrs, vis, name, kind };
        self.check_place(&item, place);
        Ok(item)
    }

    /// Report an item that cannot stand in an `impl` or `trait`, or lacks what its place asks for.
    #[inline(never)]
    fn check_place(&mut self, item: &Item, place: Place) {
        let what = match &item.kind {
            ItemKind::Struct(..) => "struct",
            ItemKind::Enum(..) => "enum",
            ItemKind::Union(..) => "union",
            ItemKind::Impl(_) => "implementation",
            ItemKind::Trait(_) => "trait",
            ItemKind::Mod(_) => "module",
            ItemKind::Use(_) => "`use` import",
            ItemKind::Static { .. } => "static item",
            ItemKind::ExternCrate => "`extern crate` item",
            ItemKind::ForeignMod => "extern block",
            ItemKind::MacroRules(_) => "macro definition",
            _ => return self.check_body(item, place),
        };
        if matches!(place, Place::Impl | Place::Trait) {
            let message = match what {
                "static item" => "associated `static` items are not allowed".to_owned(),
                _ => format!("{what} is not supported in `trait`s or `impl`s"),
            };
            let mut error = Diagnostic::new(Code::Syntax, item.span, message);
            if what != "static item" {
                error = error.help(format!("consider moving the {what} out to a nearby module scope"));
            }
            self.report(error);
        } else {
            self.check_body(item, place);
        }
    }

    #[inline(never)]
    fn check_body(&mut self, item: &Item, place: Place) {
        if place == Place::Trait {
            return;
        }
        let (missing, fix) = match &item.kind {
            ItemKind::Fn(f) if f.body.is_none() => ("function", "provide a definition for the function"),
            ItemKind::Const(_, None) => ("constant item", "provide a definition for the constant"),
            ItemKind::Static { value: None, .. } => ("static item", "provide a definition for the static"),
            ItemKind::TypeAlias(_, _, None) => ("type alias", "provide a definition for the type"),
            _ => return,
        };
        let message = match (place, missing) {
            (Place::Impl, "constant item") => "associated constant in `impl` without body".to_owned(),
            (Place::Impl, "type alias") => "associated type in `impl` without body".to_owned(),
            (Place::Impl, _) => format!("associated {missing} in `impl` without body"),
            _ => format!("free {missing} without a body")
                .replace("item without a body", "item without body")
                .replace("alias without a body", "alias without body"),
        };
        let end = Span { lo: item.span.hi.saturating_sub(1).max(item.span.lo), ..item.span };
        let replacement = if missing == "function" {
            " { <body> }"
        } else if missing == "type alias" {
            " = <type>;"
        } else {
            " = <expr>;"
        };
        self.report(Diagnostic::new(Code::Syntax, item.span, message).suggest(fix, end, replacement));
    }

    /// `pub`, `pub(crate)` and so on. In a tuple struct's field, `pub (A, B)` is public with a tuple type.
    fn visibility(&mut self, in_tuple_field: bool) -> P<Visibility> {
        let lo = self.span();
        if !self.at_keyword("pub") {
            return Ok(Visibility::Inherited);
        }
        self.bump();
        if !self.at_open(Delim::Paren) {
            return Ok(Visibility::Public(lo));
        }
        let word = self.ahead(1);
        if is_word(word, "in") {
            self.bump();
            self.bump();
            let path = self.module_path()?;
            self.close(Delim::Paren);
            return Ok(Visibility::Restricted(self.since(lo), Box::new(path)));
        }
        let lone = matches!(self.ahead(2), TokenKind::Close(Delim::Paren));
        if lone && ["crate", "self", "super"].iter().any(|k| is_word(word, k)) {
            self.bump();
            let path = self.module_path()?;
            self.close(Delim::Paren);
            return Ok(Visibility::Restricted(self.since(lo), Box::new(path)));
        }
        if !in_tuple_field {
            self.bump();
            let path = self.module_path();
            let span = path.as_ref().map_or(self.prev, |p| p.span);
            if path.is_ok() {
                self.report(Diagnostic::new(Code::E0704, span, "incorrect visibility restriction").help(
                    "some possible visibility restrictions are: `pub(crate)`: visible only on the current crate; \
                         `pub(super)`: visible only in the current module's parent; `pub(in path::to::module)`: \
                         visible only on the specified path",
                ));
            }
            self.skip_group_rest(Delim::Paren);
        }
        Ok(Visibility::Public(lo))
    }

    #[inline(never)]
    fn item_kind(&mut self, place: Place, attrs: &mut Vec<Attr>) -> P<(Ident, ItemKind)> {
        let nameless = Ident { name: SmolStr::default(), span: self.span().shrink_to_lo() };
        let next = self.ahead(1).clone();
        let TokenKind::Ident { name: word, raw: false } = self.token().kind.clone() else {
            return Err(self.expected_item(place));
        };
        match word.as_str() {
            "struct" => {
                self.bump();
                self.struct_item()
            }
            "enum" => {
                self.bump();
                self.enum_item()
            }
            "union" if self.at_item_start() => {
                self.bump();
                let (name, kind) = self.struct_item()?;
                let ItemKind::Struct(generics, data) = kind else { return Err(Reported) };
                Ok((name, ItemKind::Union(generics, data)))
            }
            "type" => {
                self.bump();
                self.type_alias()
            }
            "mod" => {
                self.bump();
                self.module(attrs)
            }
            "use" => {
                self.bump();
                let tree = self.use_tree()?;
                self.semicolon()?;
                Ok((nameless, ItemKind::Use(tree)))
            }
            "macro_rules" if matches!(next, TokenKind::Punct("!")) => self.macro_rules(),
            "static" => {
                self.bump();
                let mutable = self.eat_keyword("mut");
                let (name, ty, value) = self.constant("static")?;
                Ok((name, ItemKind::Static { mutable, ty, value }))
            }
            "const" if !self.at_function() => {
                self.bump();
                if self.at_keyword("mut") {
                    let span = self.prev.to(self.span());
                    self.report(
                        Diagnostic::new(Code::Syntax, span, "const globals cannot be mutable")
                            .primary("cannot be mutable")
                            .suggest("you might want to declare a static instead", span, "static mut"),
                    );
                    self.bump();
                }
                let (name, ty, value) = self.constant("const")?;
                Ok((name, ItemKind::Const(ty, value)))
            }
            "impl" => self.implementation().map(|kind| (nameless, kind)),
            "trait" | "auto" => self.trait_item(),
            "unsafe" if is_word(&next, "impl") => self.implementation().map(|kind| (nameless, kind)),
            "unsafe" if is_word(&next, "trait") || is_word(&next, "auto") => self.trait_item(),
            "default" | "safe" if self.at_item_start() => {
                self.bump();
                let span = self.prev;
                self.error(span, format!("`{word}` items are experimental"));
                self.item_kind_again(place, attrs)
            }
            "extern" if is_word(&next, "crate") => {
                self.bump();
                self.bump();
                let name = if self.eat_keyword("self") { nameless } else { self.ident()? };
                if self.eat_keyword("as") && !self.eat_keyword("_") {
                    self.ident()?;
                }
                self.semicolon()?;
                Ok((name, ItemKind::ExternCrate))
            }
            "extern" | "unsafe" if self.at_foreign_block() => {
                self.eat_keyword("unsafe");
                self.bump();
                if matches!(self.token().kind, TokenKind::Literal { .. }) {
                    self.bump();
                }
                self.bump_tree();
                Ok((nameless, ItemKind::ForeignMod))
            }
            _ if self.at_function() => self.function_item(place),
            _ if self.at_path_start() => self.item_macro_or_error(place),
            _ => Err(self.expected_item(place)),
        }
    }

    fn item_kind_again(&mut self, place: Place, attrs: &mut Vec<Attr>) -> P<(Ident, ItemKind)> {
        self.nest(|p| p.item_kind(place, attrs))
    }

    fn at_foreign_block(&self) -> bool {
        let from = usize::from(self.at_keyword("unsafe"));
        if !is_word(self.ahead(from), "extern") {
            return false;
        }
        let behind = from + 1 + usize::from(matches!(self.ahead(from + 1), TokenKind::Literal { .. }));
        matches!(self.ahead(behind), TokenKind::Open(Delim::Brace))
    }

    /// Whether qualifiers and `fn` stand here.
    fn at_function(&self) -> bool {
        let mut n = 0;
        loop {
            match self.ahead(n) {
                token if is_word(token, "fn") => return true,
                token if ["const", "async", "unsafe", "extern"].iter().any(|k| is_word(token, k)) => n += 1,
                TokenKind::Literal { .. } if n > 0 && is_word(self.ahead(n - 1), "extern") => n += 1,
                _ => return false,
            }
            if n > 6 {
                return false;
            }
        }
    }

    #[inline(never)]
    fn expected_item(&mut self, place: Place) -> Reported {
        let found = crate::parser::describe(&self.token().kind);
        let span = self.span();
        let what = match place {
            Place::Module | Place::Block => "item",
            Place::Impl | Place::Trait => "associated item",
        };
        let mut error = Diagnostic::new(Code::Syntax, span, format!("expected {what}, found {found}"))
            .primary(format!("expected {what}"));
        if what == "item" {
            error = error.note(
                "for a full list of items that can appear in modules, see <https://doc.rust-lang.org/reference/items.html>",
            );
            if self.at_keyword("let") {
                error = error
                    .primary("`let` cannot be used for global variables")
                    .help("consider using `static` and a `Mutex` instead of `let mut`, or `const` or `static` instead of `let`");
            }
        }
        self.report(error)
    }

    /// `name! { … }`, or a word that begins no item.
    #[inline(never)]
    fn item_macro_or_error(&mut self, place: Place) -> P<(Ident, ItemKind)> {
        let lo = self.span();
        let nameless = Ident { name: SmolStr::default(), span: lo.shrink_to_lo() };
        // `pub name(` and `pub name {`: a keyword was forgotten.
        if self.at_ident() {
            let forgotten = match (self.ahead(1), self.behind_group(1)) {
                (TokenKind::Open(Delim::Paren), TokenKind::Open(Delim::Brace) | TokenKind::Punct("->")) => {
                    Some(("fn", "function"))
                }
                (TokenKind::Open(Delim::Brace), _) => Some(("struct", "struct")),
                _ => None,
            };
            if let Some((keyword, what)) = forgotten {
                let place = lo.shrink_to_lo();
                return Err(self.report(
                    Diagnostic::new(Code::Syntax, place, format!("missing `{keyword}` for {what} definition")).suggest(
                        format!(
                            "add `{keyword}` here to parse `{}` as a {what}",
                            crate::parser::spelling(&self.token().kind)
                        ),
                        place,
                        format!("{keyword} "),
                    ),
                ));
            }
        }
        let path = self.module_path()?;
        if self.eat("!") {
            let TokenKind::Open(delim) = self.token().kind else {
                for open in ["`(`", "`[`", "`{`"] {
                    self.could_be(open);
                }
                return Err(self.unexpected());
            };
            self.bump();
            let tokens = self.bump_group_rest();
            self.close(delim);
            let call = MacroCall { span: self.since(lo), path, delim, tokens };
            if delim != Delim::Brace && !self.eat(";") {
                self.unexpected();
            }
            return Ok((nameless, ItemKind::MacroCall(call)));
        }
        self.check("::");
        let _ = place;
        Err(self.unexpected())
    }

    fn macro_rules(&mut self) -> P<(Ident, ItemKind)> {
        self.bump();
        self.bump();
        let name = self.ident()?;
        let TokenKind::Open(delim) = self.token().kind else {
            for open in ["`(`", "`[`", "`{`"] {
                self.could_be(open);
            }
            return Err(self.unexpected());
        };
        self.bump();
        let tokens = self.bump_group_rest();
        self.close(delim);
        if delim != Delim::Brace && !self.eat(";") {
            self.error(name.span, "macros must be delimited with braces or followed by a semicolon");
        }
        Ok((name, ItemKind::MacroRules(tokens)))
    }

    fn semicolon(&mut self) -> P<()> {
        self.expect(";")
    }

    // Functions.

    #[inline(never)]
    fn function_item(&mut self, place: Place) -> P<(Ident, ItemKind)> {
        let lo = self.span();
        let mut qualifiers = [false; 4];
        while let Some(i) = ["const", "async", "unsafe", "extern"].iter().position(|k| self.at_keyword(k)) {
            if qualifiers[i] {
                let span = self.span();
                self.error(span, "expected one of `extern` or `fn`, found a repeated qualifier");
            }
            qualifiers[i] = true;
            self.bump();
            if i == 3 && matches!(self.token().kind, TokenKind::Literal { .. }) {
                self.bump();
            }
        }
        self.expect_keyword("fn")?;
        let name = self.ident()?;
        let mut generics = self.generic_params()?;
        if !self.at_open(Delim::Paren) {
            self.could_be("`(`");
            return Err(self.unexpected());
        }
        let (self_param, params) = self.parameters(place)?;
        let ret = if self.eat("->") {
            Some(self.ty()?)
        } else if self.at(":") && self.at_return_type_colon() {
            let span = self.span();
            self.report(Diagnostic::new(Code::Syntax, span, "return types are denoted using `->`").suggest(
                "use `->` instead",
                span,
                "->",
            ));
            self.bump();
            Some(self.ty()?)
        } else {
            None
        };
        let sig_span = self.since(lo);
        self.where_clause(&mut generics)?;
        let body = if self.eat(";") {
            None
        } else if self.at_open(Delim::Brace) {
            Some(self.block_with_inner()?.0)
        } else {
            for what in ["`{`", "`;`"] {
                self.could_be(what);
            }
            return Err(self.unexpected());
        };
        let [is_const, is_async, is_unsafe, is_extern] = qualifiers;
        let function =
            Fn { sig_span, is_const, is_async, is_unsafe, is_extern, generics, self_param, params, ret, body };
        Ok((name, ItemKind::Fn(Box::new(function))))
    }

    fn at_return_type_colon(&self) -> bool {
        matches!(self.ahead(1), TokenKind::Ident { .. } | TokenKind::Punct("&") | TokenKind::Open(_))
    }

    #[inline(never)]
    fn parameters(&mut self, place: Place) -> P<(Option<SelfParam>, Vec<Param>)> {
        self.expect_open(Delim::Paren)?;
        let mut self_param = None;
        let mut first = true;
        let parameter = |p: &mut Self| {
            let lo = p.span();
            let attrs = p.outer_attributes();
            let is_first = std::mem::take(&mut first);
            if let Some(found) = p.self_param()? {
                if !is_first {
                    p.report(
                        Diagnostic::new(Code::Syntax, found.span, "unexpected `self` parameter in function")
                            .primary("must be the first parameter of an associated function"),
                    );
                } else if !matches!(place, Place::Impl | Place::Trait) {
                    p.report(
                        Diagnostic::new(
                            Code::Syntax,
                            found.span,
                            "`self` parameter is only allowed in associated functions",
                        )
                        .primary("not semantically valid as function parameter")
                        .note("associated functions are those in `impl` or `trait` definitions"),
                    );
                } else {
                    self_param = Some(found);
                }
                return Ok(None);
            }
            p.param(lo, attrs).map(Some)
        };
        let error = |p: &mut Self, span: Span| {
            // A parameter all the same, so that calls are counted right.
            let (pat, ty) = (p.error_pat(span), p.error_ty(span));
            Some(Some(Param { span, attrs: Vec::new(), pat, ty }))
        };
        let (params, _) = self.list(Delim::Paren, parameter, error);
        Ok((self_param, params.into_iter().flatten().collect()))
    }

    /// `self`, `mut self`, `&self`, `&'a mut self`, each maybe with `: Ty`; `None` where none of them stands.
    fn self_param(&mut self) -> P<Option<SelfParam>> {
        let lo = self.span();
        let mut n = 0;
        let is_ref = self.at("&");
        if is_ref {
            n += 1;
            if matches!(self.ahead(n), TokenKind::Lifetime(_)) {
                n += 1;
            }
        }
        if is_word(self.ahead(n), "mut") {
            n += 1;
        }
        if !is_word(self.ahead(n), "self") || matches!(self.ahead(n + 1), TokenKind::Punct("::")) {
            return Ok(None);
        }
        let id = self.fresh();
        self.eat("&");
        let lifetime = if is_ref { self.lifetime() } else { None };
        let is_mut = self.eat_keyword("mut");
        self.expect_keyword("self")?;
        let ty = if self.eat(":") { Some(self.ty()?) } else { None };
        Ok(Some(SelfParam { id, span: self.since(lo), is_ref, is_mut, lifetime, ty }))
    }

    fn param(&mut self, lo: Span, attrs: Vec<Attr>) -> P<Param> {
        if self.at("...") {
            let span = self.span();
            return Err(self.error(span, "only foreign, `unsafe extern \"C\"`, or `unsafe extern \"C-unwind\"` functions may have a C-variadic arg"));
        }
        let pat = self.pat_no_alternatives()?;
        if self.at("|") {
            let span = pat.span;
            return Err(self.error(span, "function parameters require top-level or-patterns in parentheses"));
        }
        if !self.eat(":") {
            self.check("@");
            self.check("|");
            return Err(self.unexpected());
        }
        let ty = self.ty()?;
        Ok(Param { span: self.since(lo), attrs, pat, ty })
    }

    // Data types.

    #[inline(never)]
    fn struct_item(&mut self) -> P<(Ident, ItemKind)> {
        let name = self.ident()?;
        let mut generics = self.generic_params()?;
        self.where_clause(&mut generics)?;
        let data = match self.token().kind {
            TokenKind::Open(Delim::Brace) => VariantData::Named(self.named_fields()),
            TokenKind::Open(Delim::Paren) if generics.wheres.is_empty() => {
                let fields = self.tuple_fields();
                self.where_clause(&mut generics)?;
                self.semicolon()?;
                VariantData::Tuple(fields)
            }
            TokenKind::Punct(";") => {
                self.bump();
                VariantData::Unit
            }
            _ => {
                let found = crate::parser::describe(&self.token().kind);
                let message = format!("expected `where`, `{{`, `(`, or `;` after struct name, found {found}");
                let error = Diagnostic::new(Code::Syntax, self.span(), message)
                    .primary("expected `where`, `{`, `(`, or `;` after struct name");
                return Err(self.report(error));
            }
        };
        Ok((name, ItemKind::Struct(generics, data)))
    }

    #[inline(never)]
    fn named_fields(&mut self) -> Vec<Field> {
        self.bump();
        let field = |p: &mut Self| {
            let attrs = p.outer_attributes();
            if p.at_close(Delim::Brace) && !attrs.is_empty() {
                return Err(p.attributes_of_nothing(&attrs));
            }
            let lo = p.span();
            let vis = p.visibility(false)?;
            if p.at_keyword("fn") {
                let span = p.span();
                return Err(p.report(
                    Diagnostic::new(Code::Syntax, span, "functions are not allowed in struct definitions")
                        .help("unlike in C++, Java, and C#, functions are declared in `impl` blocks"),
                ));
            }
            let name = p.ident()?;
            p.expect(":")?;
            let ty = p.ty()?;
            Ok(Field { span: p.since(lo), attrs, vis, name, ty })
        };
        self.list(Delim::Brace, field, |_, _| None).0
    }

    #[inline(never)]
    fn tuple_fields(&mut self) -> Vec<Field> {
        self.bump();
        let mut index = 0usize;
        let field = |p: &mut Self| {
            let attrs = p.outer_attributes();
            let lo = p.span();
            let vis = p.visibility(true)?;
            let ty = p.ty()?;
            let name = Ident { name: smol_str::format_smolstr!("{index}"), span: ty.span };
            index += 1;
            Ok(Field { span: p.since(lo), attrs, vis, name, ty })
        };
        self.list(Delim::Paren, field, |_, _| None).0
    }

    #[inline(never)]
    fn enum_item(&mut self) -> P<(Ident, ItemKind)> {
        let name = self.ident()?;
        let mut generics = self.generic_params()?;
        self.where_clause(&mut generics)?;
        self.expect_open(Delim::Brace)?;
        let (variants, _) = self.list(Delim::Brace, Self::variant, |_, _| None);
        Ok((name, ItemKind::Enum(generics, variants)))
    }

    #[inline(never)]
    fn variant(&mut self) -> P<Variant> {
        let attrs = self.outer_attributes();
        if self.at_close(Delim::Brace) && !attrs.is_empty() {
            return Err(self.attributes_of_nothing(&attrs));
        }
        let lo = self.span();
        let id = self.fresh();
        self.visibility(false)?;
        let name = self.ident()?;
        let data = match self.token().kind {
            TokenKind::Open(Delim::Brace) => VariantData::Named(self.named_fields()),
            TokenKind::Open(Delim::Paren) => VariantData::Tuple(self.tuple_fields()),
            _ => {
                self.could_be("`(`");
                self.could_be("`{`");
                VariantData::Unit
            }
        };
        let discriminant = if self.eat("=") { Some(self.expr()?) } else { None };
        Ok(Variant { id, span: self.since(lo), attrs, name, data, discriminant })
    }

    #[inline(never)]
    fn type_alias(&mut self) -> P<(Ident, ItemKind)> {
        let name = self.ident()?;
        let mut generics = self.generic_params()?;
        let bounds = if self.eat(":") { self.bounds()? } else { Vec::new() };
        self.where_clause(&mut generics)?;
        let ty = if self.eat("=") { Some(self.ty()?) } else { None };
        self.where_clause(&mut generics)?;
        self.semicolon()?;
        Ok((name, ItemKind::TypeAlias(generics, bounds, ty)))
    }

    /// Name, type and value of a `const` or `static`.
    #[inline(never)]
    fn constant(&mut self, what: &str) -> P<(Ident, crate::ast::Ty, Option<crate::ast::Expr>)> {
        let name = if self.at_keyword("_") && what == "const" {
            self.bump();
            Ident { name: SmolStr::new_static("_"), span: self.prev }
        } else {
            self.ident()?
        };
        let ty = if self.eat(":") {
            self.ty()?
        } else if self.at("=") || self.at(";") {
            let place = name.span.shrink_to_hi();
            self.report(Diagnostic::new(Code::Syntax, place, format!("missing type for `{what}` item")).suggest(
                "provide a type for the item",
                place,
                ": <type>",
            ));
            self.error_ty(place)
        } else {
            self.check("=");
            return Err(self.unexpected());
        };
        let value = if self.eat("=") { Some(self.expr()?) } else { None };
        self.semicolon()?;
        Ok((name, ty, value))
    }

    // Modules and imports.

    #[inline(never)]
    fn module(&mut self, attrs: &mut Vec<Attr>) -> P<(Ident, ItemKind)> {
        let name = self.ident()?;
        if self.eat(";") {
            return Ok((name, ItemKind::Mod(None)));
        }
        if !self.eat_open(Delim::Brace) {
            self.check(";");
            return Err(self.unexpected());
        }
        attrs.extend(self.inner_attributes());
        let mut items = Vec::new();
        self.items(Place::Module, &mut items);
        self.close(Delim::Brace);
        Ok((name, ItemKind::Mod(Some(items))))
    }

    fn use_tree(&mut self) -> P<UseTree> {
        self.nest(|p| {
            let lo = p.span();
            let id = p.fresh();
            let at_end = |p: &Self| p.at("*") || p.at_open(Delim::Brace);
            let mut prefix = Path { span: lo.shrink_to_lo(), global: false, qself: None, segments: Vec::new() };
            let mut open = at_end(p);
            if !open {
                if p.at("::") && matches!(p.ahead(1), TokenKind::Punct("*") | TokenKind::Open(Delim::Brace)) {
                    p.bump();
                    prefix.global = true;
                    open = true;
                } else {
                    prefix = p.module_path()?;
                    if p.at("::") {
                        p.bump();
                        open = true;
                    }
                }
            }
            let kind = if !open {
                let alias = if p.eat_keyword("as") {
                    Some(if p.at_keyword("_") {
                        p.bump();
                        Ident { name: SmolStr::new_static("_"), span: p.prev }
                    } else {
                        p.ident()?
                    })
                } else {
                    None
                };
                UseTreeKind::Simple(alias)
            } else if p.eat("*") {
                UseTreeKind::Glob
            } else {
                p.expect_open(Delim::Brace)?;
                UseTreeKind::Nested(p.list(Delim::Brace, Self::use_tree, |_, _| None).0)
            };
            p.could_be("`::`");
            Ok(UseTree { id, span: p.since(lo), prefix, kind })
        })
    }

    // Implementations and traits.

    #[inline(never)]
    fn implementation(&mut self) -> P<ItemKind> {
        let is_unsafe = self.eat_keyword("unsafe");
        self.expect_keyword("impl")?;
        let mut generics =
            if self.at("<") && self.generics_rather_than_path() { self.generic_params()? } else { Generics::default() };
        if self.at_keyword("const") {
            let span = self.span();
            self.error(span, "const trait impls are experimental");
            self.bump();
        }
        let negative = self.eat("!");
        let first = self.ty()?;
        let mut of_trait = None;
        let mut self_ty = first;
        if self.eat_keyword("for") {
            let target = self.ty()?;
            let trait_ty = std::mem::replace(&mut self_ty, target);
            match trait_ty.kind {
                TyKind::Path(path) => of_trait = Some(path),
                _ => {
                    self.error(trait_ty.span, "expected a trait, found type");
                }
            }
        }
        self.where_clause(&mut generics)?;
        let items = self.associated_items(Place::Impl)?;
        Ok(ItemKind::Impl(Box::new(Impl { generics, negative, is_unsafe, of_trait, self_ty, items, derived: None })))
    }

    /// At the `<` behind `impl`: whether it opens generic parameters, not `<T as Trait>::Type`.
    fn generics_rather_than_path(&self) -> bool {
        match self.ahead(1) {
            TokenKind::Punct(">" | "#") => true,
            TokenKind::Lifetime(_) => true,
            token if is_word(token, "const") => true,
            TokenKind::Ident { .. } => {
                matches!(self.ahead(2), TokenKind::Punct(">" | "," | ":" | "="))
            }
            _ => false,
        }
    }

    #[inline(never)]
    fn trait_item(&mut self) -> P<(Ident, ItemKind)> {
        let is_unsafe = self.eat_keyword("unsafe");
        let is_auto = self.eat_keyword("auto");
        self.expect_keyword("trait")?;
        let name = self.ident()?;
        let mut generics = self.generic_params()?;
        let bounds = if self.eat(":") { self.bounds()? } else { Vec::new() };
        if self.at("=") {
            let span = self.span();
            return Err(self.error(span, "trait aliases are experimental"));
        }
        self.where_clause(&mut generics)?;
        let items = self.associated_items(Place::Trait)?;
        Ok((name, ItemKind::Trait(Box::new(Trait { generics, is_unsafe, is_auto, bounds, items }))))
    }

    fn associated_items(&mut self, place: Place) -> P<Vec<Item>> {
        if !self.eat_open(Delim::Brace) {
            return Err(self.unexpected());
        }
        self.inner_attributes();
        let mut items = Vec::new();
        self.items(place, &mut items);
        self.close(Delim::Brace);
        Ok(items)
    }
}
