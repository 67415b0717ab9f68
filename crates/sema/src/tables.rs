//! Every definition by id, and what is worked out on demand and remembered.
//!
//! Collection fills in names and places ([`FnEntry`] and its kin). Signatures and bodies are read when they are first
//! asked for: a program pays for the part of the library that it reaches. Each cell is set once; a request that comes
//! while the answer is being worked out is a cycle, reported as E0391.

use crate::collect::names::Module;
use crate::defs::{
    AdtDef, ConstDef, Container, DefId, FnDef, Generics, ImplDef, Instance, LangFn, Predicate, Resolved, StaticDef,
    TraitDef, VariantShape,
};
use crate::ids::{AdtId, AliasId, ConstId, FnId, ImplId, ModId, StaticId, TraitId, VariantIdx};
use crate::layered::{Layered, LayeredMap};
use crate::ty::{LibraryIds, Ty, TyList};
use crate::typed::{Body, ConstValue, Owner};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use stair_source::{Diagnostic, Span};
use stair_syntax::ast::{Expr, Item, NodeId};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// A function as collection leaves it.
pub(crate) struct FnEntry {
    pub(crate) name: SmolStr,
    pub(crate) path: SmolStr,
    /// What it is.
    pub(crate) kind: FnKind,
    /// Its item; what is no item of the source has one that is made up.
    pub(crate) item: Rc<Item>,
    /// The module or block in which it is written.
    pub(crate) module: ModId,
    pub(crate) container: Container,
    pub(crate) is_user: bool,
    /// The module in and below which it can be named; `None` for everywhere.
    pub(crate) visible_in: Option<ModId>,
    /// Names of variables of the functions around it, which it cannot use (E0434).
    pub(crate) outer_locals: Rc<[SmolStr]>,
    pub(crate) def: OnceCell<Rc<FnDef>>,
    pub(crate) body: OnceCell<Option<Rc<Body>>>,
}

/// What a function is made from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum FnKind {
    /// An item.
    Item,
    /// A closure within this body. The check of the body around it sets its signature and body.
    Closure(Owner),
    /// The constructor of a tuple struct or variant.
    Ctor(AdtId, VariantIdx),
}

/// A struct or enum as collection leaves it.
pub(crate) struct AdtEntry {
    pub(crate) name: SmolStr,
    pub(crate) path: SmolStr,
    pub(crate) item: Rc<Item>,
    pub(crate) module: ModId,
    pub(crate) is_user: bool,
    pub(crate) is_enum: bool,
    /// Names and shapes of the variants; a struct has one.
    pub(crate) variants: Vec<(SmolStr, VariantShape, Span)>,
    pub(crate) outer_locals: Rc<[SmolStr]>,
    pub(crate) def: OnceCell<Rc<AdtDef>>,
}

/// A trait as collection leaves it.
pub(crate) struct TraitEntry {
    pub(crate) name: SmolStr,
    pub(crate) path: SmolStr,
    pub(crate) item: Rc<Item>,
    pub(crate) module: ModId,
    pub(crate) is_user: bool,
    /// The library's, with `#[sealed]`: its implementations are all known, and those with a bound on it stand for one each.
    pub(crate) is_sealed: bool,
    pub(crate) fns: Vec<FnId>,
    pub(crate) consts: Vec<ConstId>,
    pub(crate) types: Vec<AliasId>,
    pub(crate) def: OnceCell<Rc<TraitDef>>,
    pub(crate) supertraits: OnceCell<Rc<[TraitId]>>,
}

/// An implementation as collection leaves it.
pub(crate) struct ImplEntry {
    pub(crate) item: Rc<Item>,
    pub(crate) module: ModId,
    pub(crate) is_user: bool,
    /// The trait, resolved when all names are known; `None` for an inherent implementation or an unknown trait.
    pub(crate) of_trait: Option<TraitId>,
    pub(crate) fns: Vec<FnId>,
    pub(crate) consts: Vec<ConstId>,
    pub(crate) def: OnceCell<Rc<ImplDef>>,
    pub(crate) assoc_types: OnceCell<Rc<[(AliasId, Ty)]>>,
}

/// A constant as collection leaves it.
pub(crate) struct ConstEntry {
    pub(crate) name: SmolStr,
    pub(crate) path: SmolStr,
    pub(crate) item: Rc<Item>,
    pub(crate) module: ModId,
    pub(crate) container: Container,
    pub(crate) is_user: bool,
    pub(crate) visible_in: Option<ModId>,
    pub(crate) def: OnceCell<Rc<ConstDef>>,
    pub(crate) body: OnceCell<Option<Rc<Body>>>,
}

/// A static as collection leaves it.
pub(crate) struct StaticEntry {
    pub(crate) name: SmolStr,
    pub(crate) path: SmolStr,
    pub(crate) item: Rc<Item>,
    pub(crate) module: ModId,
    pub(crate) is_user: bool,
    pub(crate) def: OnceCell<Rc<StaticDef>>,
    pub(crate) body: OnceCell<Option<Rc<Body>>>,
}

/// A type alias, or an associated type's declaration in a trait.
pub(crate) struct AliasEntry {
    pub(crate) name: SmolStr,
    pub(crate) item: Rc<Item>,
    pub(crate) module: ModId,
    pub(crate) container: Container,
    pub(crate) outer_locals: Rc<[SmolStr]>,
    /// The function of which it is a part of the result, written `impl Trait`.
    pub(crate) opaque_of: Option<FnId>,
    /// Generic parameters and the type that it stands for; not for an associated type.
    pub(crate) def: OnceCell<Rc<(Generics, Ty)>>,
    /// What is known of an associated type or an `impl Trait` through its bounds.
    pub(crate) bounds: OnceCell<Rc<[Predicate]>>,
}

/// What is being worked out at this moment: a second request for it is a cycle.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Query {
    FnSig(FnId),
    Adt(AdtId),
    Trait(TraitId),
    Supertraits(TraitId),
    AliasBounds(AliasId),
    Impl(ImplId),
    ImplTypes(ImplId),
    Const(ConstId),
    Static(StaticId),
    Alias(AliasId),
    FnBody(FnId),
    ConstBody(ConstId),
    StaticBody(StaticId),
}

/// Definitions, bodies and instances.
#[derive(Default)]
pub(crate) struct Tables {
    pub(crate) modules: Layered<Module>,
    pub(crate) fns: Layered<FnEntry>,
    pub(crate) adts: Layered<AdtEntry>,
    pub(crate) traits: Layered<TraitEntry>,
    pub(crate) impls: Layered<ImplEntry>,
    pub(crate) consts: Layered<ConstEntry>,
    pub(crate) statics: Layered<StaticEntry>,
    pub(crate) aliases: Layered<AliasEntry>,
    /// What each `impl Trait` in a function's result is.
    pub(crate) opaques: LayeredMap<NodeId, AliasId>,
    /// The types behind them, once the functions' bodies are checked.
    pub(crate) opaque_types: RefCell<FxHashMap<AliasId, Ty>>,
    /// The module that a block with items of its own is.
    pub(crate) block_modules: LayeredMap<NodeId, ModId>,
    /// The function that a closure expression is.
    pub(crate) closures: LayeredMap<NodeId, FnId>,
    /// The functions that constructors are as values.
    pub(crate) ctors: LayeredMap<(AdtId, VariantIdx), FnId>,
    /// Implementations of each trait, in the order of the text, the library's first.
    pub(crate) trait_impls: LayeredMap<TraitId, Vec<ImplId>>,
    /// Inherent implementations by what they are for.
    pub(crate) inherent_impls: LayeredMap<crate::traits::TypeKey, Vec<ImplId>>,
    /// The library's traits and types by name: those that the compiler knows of are found here.
    pub(crate) library_names: LayeredMap<SmolStr, DefId>,
    /// The library's root module and the module whose names are in scope everywhere.
    pub(crate) library_root: Option<ModId>,
    pub(crate) prelude: Option<ModId>,
    /// The name of the user's crate.
    pub(crate) crate_name: SmolStr,
    /// The user's root module.
    pub(crate) user_root: Option<ModId>,
    pub(crate) lang: Vec<(LangFn, FnId)>,
    /// And how many of them, from the front, are the library's own.
    pub(crate) instances: OnceCell<(Vec<Instance>, usize)>,
    /// What the library's own instances need: of the library's tables, for all programs.
    pub(crate) needs: RefCell<FxHashMap<Instance, Rc<[crate::collector::Need]>>>,
    pub(crate) diagnostics: RefCell<Vec<Diagnostic>>,
    /// What the program's attributes say about lints.
    pub(crate) lint_levels: crate::expand::LintLevels,
    /// Which expansion made which name.
    pub(crate) hygiene: crate::hygiene::Hygiene,
    /// The `use` trees that name macros: they need not name anything else.
    pub(crate) macro_imports: std::collections::BTreeSet<NodeId>,
    /// Where something was refused: further errors at the same place are not worth reporting.
    pub(crate) in_progress: RefCell<FxHashSet<Query>>,
    pub(crate) anonymous: RefCell<FxHashMap<NodeId, Option<ConstValue>>>,
    pub(crate) resolved: RefCell<FxHashMap<(FnId, TyList), Option<Resolved>>>,
    pub(crate) normalized: RefCell<FxHashMap<Ty, Ty>>,
    pub(crate) copy: RefCell<FxHashMap<Ty, bool>>,
    pub(crate) needs_drop: RefCell<FxHashMap<Ty, bool>>,
    pub(crate) observable_drop: RefCell<FxHashMap<Ty, bool>>,
    /// What trait objects of each trait have in common.
    pub(crate) object_shapes: RefCell<FxHashMap<TraitId, Rc<crate::traits::ObjectShape>>>,
    /// What vtables of each trait hold.
    pub(crate) object_slots: RefCell<FxHashMap<TraitId, Rc<[crate::traits::Slot]>>>,
    /// Where a `dyn Trait` is written.
    pub(crate) object_types: RefCell<Vec<(TraitId, Span)>>,
    /// The traits of the `dyn Trait`s in the text of an alias.
    pub(crate) alias_objects: RefCell<FxHashMap<AliasId, Vec<TraitId>>>,
    /// Some type contains itself.
    pub(crate) recursive_types: std::cell::Cell<bool>,
    pub(crate) layouts: crate::layout::Memo,
    pub(crate) const_values: crate::consteval::Memo,
}

impl Tables {
    /// Make the library of what was collected: what is forked from now on shares it.
    pub(crate) fn freeze(&mut self) {
        self.modules.freeze();
        self.fns.freeze();
        self.adts.freeze();
        self.traits.freeze();
        self.impls.freeze();
        self.consts.freeze();
        self.statics.freeze();
        self.aliases.freeze();
        self.opaques.freeze();
        self.block_modules.freeze();
        self.closures.freeze();
        self.ctors.freeze();
        self.trait_impls.freeze();
        self.inherent_impls.freeze();
        self.library_names.freeze();
    }

    /// How many ids of each kind there are. Only of tables that are frozen, these are the library's.
    pub(crate) fn library_ids(&self) -> LibraryIds {
        LibraryIds {
            adts: self.adts.len(),
            fns: self.fns.len(),
            traits: self.traits.len(),
            aliases: self.aliases.len(),
        }
    }

    /// Tables to which a user's program is added. What was worked out about the library's types stays with the library
    /// ([`crate::Program::library_for`]).
    pub(crate) fn fork(&self) -> Self {
        Self {
            modules: self.modules.fork(),
            fns: self.fns.fork(),
            adts: self.adts.fork(),
            traits: self.traits.fork(),
            impls: self.impls.fork(),
            consts: self.consts.fork(),
            statics: self.statics.fork(),
            aliases: self.aliases.fork(),
            opaques: self.opaques.fork(),
            block_modules: self.block_modules.fork(),
            closures: self.closures.fork(),
            ctors: self.ctors.fork(),
            trait_impls: self.trait_impls.fork(),
            inherent_impls: self.inherent_impls.fork(),
            library_names: self.library_names.fork(),
            library_root: self.library_root,
            prelude: self.prelude,
            user_root: self.user_root,
            lang: self.lang.clone(),
            anonymous: self.anonymous.clone(),
            ..Self::default()
        }
    }

    /// Put a diagnostic on record, unless it is of a lint that the program allows there.
    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        if !self.lint_levels.allows(&diagnostic) {
            self.diagnostics.borrow_mut().push(diagnostic);
        }
    }

    /// How many diagnostics there are.
    pub(crate) fn diagnostic_count(&self) -> usize {
        self.diagnostics.borrow().len()
    }

    pub(crate) fn user_fns(&self) -> impl Iterator<Item = FnId> + '_ {
        self.fns.own().filter(|&i| !matches!(self.fns[i].kind, FnKind::Ctor(..))).map(|i| FnId(i as u32))
    }

    pub(crate) fn instances(&self) -> &[Instance] {
        self.instances.get().map_or(&[], |(list, _)| list.as_slice())
    }

    pub(crate) fn lang(&self, which: LangFn) -> Option<FnId> {
        self.lang.iter().find(|(l, _)| *l == which).map(|&(_, id)| id)
    }

    /// The library's trait of this name.
    pub(crate) fn library_trait(&self, name: &str) -> Option<TraitId> {
        match self.library_names.get(name) {
            Some(&DefId::Trait(id)) => Some(id),
            _ => None,
        }
    }

    /// The library's struct or enum of this name.
    pub(crate) fn library_adt(&self, name: &str) -> Option<AdtId> {
        match self.library_names.get(name) {
            Some(&DefId::Adt(id)) => Some(id),
            _ => None,
        }
    }

    pub(crate) fn module(&self, id: ModId) -> &Module {
        &self.modules[id.index()]
    }

    /// The function of this name in a list.
    pub(crate) fn fn_named(&self, fns: &[FnId], name: &str) -> Option<FnId> {
        fns.iter().copied().find(|f| self.fns[f.index()].name == name)
    }

    /// Run `work` unless it is already running; then `None`.
    pub(crate) fn guarded<T>(&self, query: Query, work: impl FnOnce() -> T) -> Option<T> {
        if !self.in_progress.borrow_mut().insert(query) {
            return None;
        }
        let result = work();
        self.in_progress.borrow_mut().remove(&query);
        Some(result)
    }

    /// The expression of a constant's or static's item.
    pub(crate) fn value_expr(item: &Item) -> Option<&Expr> {
        use stair_syntax::ast::ItemKind;
        match &item.kind {
            ItemKind::Const(_, value) | ItemKind::Static { value, .. } => value.as_ref(),
            _ => None,
        }
    }
}
