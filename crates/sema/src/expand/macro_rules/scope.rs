//! Which macro a name means.
//!
//! A macro can be called by its name behind its definition, to the end of the block or module around it (of the module
//! around that for `#[macro_use] mod`); and by a path where `#[macro_export]` puts it into the root of the program, or
//! where a `use` names it. `survey` finds the second kind before anything is expanded.

use super::super::Expander;
use super::MacroRules;
use smol_str::SmolStr;
use stair_source::Span;
use stair_syntax::ast::{
    Block, File, Item, ItemKind, MacroCall, NodeId, OWN_CRATE, Path, Stmt, StmtKind, UseTree, UseTreeKind,
};
use stair_syntax::visit::{self, MutVisitor};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How many `use` declarations lead to a macro, at most.
const MAX_IMPORTS: u32 = 32;

/// A name or glob that `use` brings.
#[derive(Clone)]
struct Import {
    /// `None` for a glob.
    name: Option<SmolStr>,
    path: Vec<SmolStr>,
    /// The `use` tree.
    node: NodeId,
    /// The macro that the name means where the `use` stands, if it is a lone one.
    target: Option<NodeId>,
}

/// The macros of a file.
#[derive(Default)]
pub(in super::super) struct Scopes {
    /// Those that can be called by their name here; a later one hides an earlier one.
    textual: Vec<Rc<MacroRules>>,
    /// The module at work.
    module: Vec<SmolStr>,
    /// The imports of each module.
    modules: BTreeMap<Vec<SmolStr>, Vec<Import>>,
    /// The imports of the blocks at work.
    blocks: Vec<Vec<Import>>,
    /// Macros in the root of the program.
    exported: BTreeMap<SmolStr, NodeId>,
    /// Definitions that a path may name.
    items: BTreeMap<NodeId, Item>,
    /// Definitions that were read.
    defined: BTreeMap<NodeId, Rc<MacroRules>>,
    /// The names of all macros of the file, and where they are defined.
    names: BTreeMap<SmolStr, Span>,
}

/// What the name of a macro means.
pub(in super::super) enum Found {
    /// A macro of the program.
    Own(Rc<MacroRules>),
    /// None of the program's.
    Other,
}

impl Scopes {
    /// The names of all macros of the file.
    pub(in super::super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(SmolStr::as_str)
    }

    /// Where a macro of this name is defined, wherever it can be called.
    pub(in super::super) fn defined_at(&self, name: &str) -> Option<Span> {
        self.names.get(name).copied()
    }

    /// A mark to return to with [`Self::leave`].
    pub(in super::super) fn enter(&self) -> usize {
        self.textual.len()
    }

    /// Forget what was defined since the mark.
    pub(in super::super) fn leave(&mut self, mark: usize) {
        self.textual.truncate(mark);
    }

    pub(in super::super) fn enter_module(&mut self, name: &SmolStr) {
        self.module.push(name.clone());
    }

    pub(in super::super) fn leave_module(&mut self) {
        self.module.pop();
    }

    pub(in super::super) fn enter_block(&mut self, stmts: &[Stmt]) {
        let mut imports = Vec::new();
        let mut before: Vec<&Item> = Vec::new();
        for stmt in stmts {
            let StmtKind::Item(item) = &stmt.kind else { continue };
            match &item.kind {
                ItemKind::MacroRules(_) => before.push(item),
                ItemKind::Use(tree) => imports_of(tree, &[], &mut |mut import| {
                    if let [name] = &import.path[..] {
                        let here = before.iter().rev().find(|item| item.name.name == *name);
                        if let Some(item) = here {
                            self.items.insert(item.id, (*item).clone());
                        }
                        let outside = || self.textual.iter().rev().find(|rules| rules.name == *name);
                        import.target = here.map(|item| item.id).or_else(|| outside().map(|rules| rules.id));
                    }
                    imports.push(import);
                }),
                _ => {}
            }
        }
        self.blocks.push(imports);
    }

    pub(in super::super) fn leave_block(&mut self) {
        self.blocks.pop();
    }

    /// The `use` trees that name macros.
    pub(in super::super) fn imports(&self) -> BTreeSet<NodeId> {
        let mut out = BTreeSet::new();
        for (module, imports) in &self.modules {
            for import in imports {
                if import.name.is_some() && self.import_target(module, import, 0).is_some() {
                    out.insert(import.node);
                }
            }
        }
        out
    }

    fn import_target(&self, module: &[SmolStr], import: &Import, depth: u32) -> Option<NodeId> {
        import.target.or_else(|| self.by_path(module, &import.path, depth + 1))
    }

    /// The macro that a path means in a module.
    fn by_path(&self, module: &[SmolStr], path: &[SmolStr], depth: u32) -> Option<NodeId> {
        let (name, prefix) = path.split_last()?;
        if prefix.is_empty() {
            return None;
        }
        self.in_module(&Self::module_of(module, prefix), name, depth)
    }

    /// The module that a path means.
    fn module_of(from: &[SmolStr], path: &[SmolStr]) -> Vec<SmolStr> {
        let mut module = from.to_vec();
        for name in path {
            match name.as_str() {
                "crate" | "$crate" | OWN_CRATE => module.clear(),
                "self" => {}
                "super" => {
                    module.pop();
                }
                _ => module.push(name.clone()),
            }
        }
        module
    }

    /// The macro of this name in a module.
    fn in_module(&self, module: &[SmolStr], name: &str, depth: u32) -> Option<NodeId> {
        if depth > MAX_IMPORTS {
            return None;
        }
        if module.is_empty()
            && let Some(&id) = self.exported.get(name)
        {
            return Some(id);
        }
        self.among(self.modules.get(module)?, module, name, depth)
    }

    fn among(&self, imports: &[Import], module: &[SmolStr], name: &str, depth: u32) -> Option<NodeId> {
        let named = imports.iter().filter(|import| import.name.as_deref() == Some(name));
        if let Some(id) = named.filter_map(|import| self.import_target(module, import, depth)).next() {
            return Some(id);
        }
        let globs = imports.iter().filter(|import| import.name.is_none());
        let mut found = globs.filter_map(|glob| {
            let from = Self::module_of(module, &glob.path);
            if from == module { None } else { self.in_module(&from, name, depth + 1) }
        });
        found.next()
    }
}

impl Expander<'_> {
    /// Find the macros that paths may name.
    pub(in super::super) fn survey(&mut self, file: &mut File) {
        let mut survey = Survey { scopes: &mut self.macros, textual: Vec::new(), in_body: 0 };
        visit::walk_file(&mut survey, file);
    }

    /// What the name of a macro means here.
    pub(in super::super) fn find_macro(&mut self, call: &MacroCall) -> Found {
        match self.own_macro(&call.path) {
            Some(rules) => Found::Own(rules),
            None => Found::Other,
        }
    }

    fn own_macro(&mut self, path: &Path) -> Option<Rc<MacroRules>> {
        let scopes = &self.macros;
        let names: Vec<SmolStr> = path.segments.iter().map(|s| s.name.name.clone()).collect();
        let id = match &names[..] {
            [name] => {
                if let Some(rules) = scopes.textual.iter().rev().find(|rules| rules.name == *name) {
                    return Some(Rc::clone(rules));
                }
                let module = &scopes.module;
                let in_blocks = scopes.blocks.iter().rev().find_map(|imports| scopes.among(imports, module, name, 0));
                in_blocks.or_else(|| scopes.in_module(module, name, 0))?
            }
            _ => scopes.by_path(&scopes.module, &names, 0)?,
        };
        if let Some(rules) = scopes.defined.get(&id) {
            return Some(Rc::clone(rules));
        }
        let item = scopes.items.get(&id)?.clone();
        Some(self.definition(&item))
    }

    /// A definition is met: from here on its name can be called.
    pub(in super::super) fn define_macro(&mut self, item: &Item) {
        let rules = match self.macros.defined.get(&item.id) {
            Some(rules) => Rc::clone(rules),
            None => self.definition(item),
        };
        self.macros.names.entry(rules.name.clone()).or_insert(rules.span);
        if item.attrs.iter().any(|a| a.path == "macro_export") {
            self.macros.exported.entry(rules.name.clone()).or_insert(item.id);
        }
        self.macros.textual.push(rules);
    }

    fn definition(&mut self, item: &Item) -> Rc<MacroRules> {
        let rules = Rc::new(self.define(item));
        self.hygiene.define(item.id);
        self.macros.defined.insert(item.id, Rc::clone(&rules));
        rules
    }

    /// The `use` trees of a block that name macros.
    pub(in super::super) fn note_block_imports(&mut self) {
        let scopes = &self.macros;
        let Some(imports) = scopes.blocks.last() else { return };
        for import in imports {
            let textual = |name: &SmolStr| scopes.textual.iter().any(|rules| rules.name == *name);
            let is_macro = scopes.import_target(&scopes.module, import, 0).is_some()
                || matches!(&import.path[..], [name] if textual(name));
            if import.name.is_some() && is_macro {
                self.macro_imports.insert(import.node);
            }
        }
    }
}

/// The single imports of a `use` tree.
fn imports_of(tree: &UseTree, prefix: &[SmolStr], out: &mut impl FnMut(Import)) {
    let mut path = prefix.to_vec();
    path.extend(tree.prefix.segments.iter().map(|s| s.name.name.clone()));
    match &tree.kind {
        UseTreeKind::Nested(trees) => trees.iter().for_each(|tree| imports_of(tree, &path, &mut *out)),
        UseTreeKind::Glob => out(Import { name: None, path, node: tree.id, target: None }),
        UseTreeKind::Simple(rename) => {
            let name = rename.as_ref().map(|name| name.name.clone()).or_else(|| path.last().cloned());
            out(Import { name, path, node: tree.id, target: None });
        }
    }
}

/// Finds definitions and imports of macros before anything is expanded.
struct Survey<'s> {
    scopes: &'s mut Scopes,
    /// The definitions that can be called by their name here.
    textual: Vec<(SmolStr, NodeId)>,
    /// Within how many blocks.
    in_body: u32,
}

impl MutVisitor for Survey<'_> {
    fn item(&mut self, item: &mut Item) {
        match &item.kind {
            ItemKind::MacroRules(_) => {
                self.scopes.names.entry(item.name.name.clone()).or_insert(item.name.span);
                let is_exported = item.attrs.iter().any(|a| a.path == "macro_export");
                if is_exported {
                    self.scopes.exported.insert(item.name.name.clone(), item.id);
                }
                if is_exported || self.in_body == 0 {
                    self.scopes.items.insert(item.id, item.clone());
                }
                if self.in_body == 0 {
                    self.textual.push((item.name.name.clone(), item.id));
                }
            }
            ItemKind::Use(tree) if self.in_body == 0 => {
                let textual = &self.textual;
                let imports = self.scopes.modules.entry(self.scopes.module.clone()).or_default();
                imports_of(tree, &[], &mut |mut import| {
                    if let [name] = &import.path[..] {
                        import.target = textual.iter().rev().find(|(n, _)| n == name).map(|&(_, id)| id);
                    }
                    imports.push(import);
                });
            }
            ItemKind::Mod(_) if self.in_body == 0 => {
                let mark = self.textual.len();
                self.scopes.module.push(item.name.name.clone());
                visit::walk_item(self, item);
                self.scopes.module.pop();
                if !item.attrs.iter().any(|a| a.path == "macro_use") {
                    self.textual.truncate(mark);
                }
                return;
            }
            _ => {}
        }
        visit::walk_item(self, item);
    }

    fn block(&mut self, block: &mut Block) {
        self.in_body += 1;
        visit::walk_block(self, block);
        self.in_body -= 1;
    }
}
