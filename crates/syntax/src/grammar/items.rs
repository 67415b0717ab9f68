//! Items: what files, modules, `impl`s, `trait`s and blocks declare.

use crate::ast::{Attr, File, Ident, Item, ItemKind, MacroCall, Visibility};
use crate::parser::{P, Parser, Reported, is_word};
use crate::token::{Delim, Specifier, TokenKind};
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
        File { attrs, items, literal_errors: Vec::new() }
    }

    /// Items up to the closing brace, which is not taken, or to the end.
    pub(crate) fn items(&mut self, place: Place, out: &mut Vec<Item>) {
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
                    let name = Ident::new(SmolStr::default(), lo);
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
        if self.at_fragment(&[Specifier::Item, Specifier::Vis]) {
            return true;
        }
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
        if self.at_fragment(&[Specifier::Item]) {
            let mut item = self.in_fragment(|p| {
                let attrs = p.outer_attributes();
                p.item(attrs, place)
            })?;
            item.attrs.splice(0..0, attrs);
            return Ok(item);
        }
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
    pub(crate) fn visibility(&mut self, in_tuple_field: bool) -> P<Visibility> {
        if self.at_fragment(&[Specifier::Vis]) {
            return self.in_fragment(|p| p.visibility(false));
        }
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
        let nameless = Ident::new(SmolStr::default(), self.span().shrink_to_lo());
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
            _ if self.at_path_start() || self.at_fragment(&[Specifier::Path]) => self.item_macro_or_error(place),
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
        let nameless = Ident::new(SmolStr::default(), lo.shrink_to_lo());
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

    pub(super) fn semicolon(&mut self) -> P<()> {
        self.expect(";")
    }
}
