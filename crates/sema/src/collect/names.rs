//! Names and modules: what a path means, from where it can be seen.

use crate::defs::DefId;
use crate::ids::{AdtId, ModId, VariantIdx};
use crate::tables::Tables;
use crate::ty::{FloatTy, IntTy};
use crate::typed::Owner;
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;
use stair_source::Span;
use stair_syntax::ast;

/// A namespace.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Ns {
    /// Modules, types, traits, variants.
    Type,
    /// Functions, constants, statics, constructors.
    Value,
}

/// A primitive type by name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Prim {
    Bool,
    Char,
    Str,
    Int(IntTy),
    Float(FloatTy),
    /// A type that is not stable.
    Unstable(&'static str),
}

impl Prim {
    /// The primitive type of this name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "bool" => Self::Bool,
            "char" => Self::Char,
            "str" => Self::Str,
            "f32" => Self::Float(FloatTy::F32),
            "f64" => Self::Float(FloatTy::F64),
            "f16" => Self::Unstable("f16"),
            "f128" => Self::Unstable("f128"),
            _ => Self::Int(IntTy::ALL.into_iter().find(|i| i.as_str() == name)?),
        })
    }
}

/// What a name or path means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Res {
    /// A definition. [`DefId::Adt`] in the value namespace is the constructor of a tuple or unit struct.
    Def(DefId),
    /// A primitive type.
    Prim(Prim),
    /// Stands where an error was reported.
    Err,
}

/// A name in a module.
#[derive(Clone, Debug)]
pub(crate) struct Binding {
    pub(crate) res: Res,
    /// The module in and below which it can be seen; `None` for everywhere.
    pub(crate) visible_in: Option<ModId>,
    /// Where the name is declared or imported.
    pub(crate) span: Span,
    /// It came by `use`.
    pub(crate) imported: bool,
    /// It came by a glob: anything explicit goes before it.
    pub(crate) glob: bool,
    /// Two globs bring different things of this name.
    pub(crate) ambiguous: bool,
}

/// What kind of module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ModuleKind {
    /// The user's file or the library.
    Root,
    /// `mod name { … }`
    Named,
    /// A block with items.
    Block,
}

/// A module.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    /// Its path without the crate; `std::…` in the library.
    pub(crate) path: SmolStr,
    pub(crate) parent: Option<ModId>,
    pub(crate) kind: ModuleKind,
    pub(crate) is_user: bool,
    /// Whose body a block is part of.
    pub(crate) owner: Option<Owner>,
    pub(crate) types: IndexMap<SmolStr, Binding, FxBuildHasher>,
    pub(crate) values: IndexMap<SmolStr, Binding, FxBuildHasher>,
}

impl Module {
    /// The names of a namespace.
    pub(crate) fn names(&self, ns: Ns) -> &IndexMap<SmolStr, Binding, FxBuildHasher> {
        match ns {
            Ns::Type => &self.types,
            Ns::Value => &self.values,
        }
    }

    pub(crate) fn names_mut(&mut self, ns: Ns) -> &mut IndexMap<SmolStr, Binding, FxBuildHasher> {
        match ns {
            Ns::Type => &mut self.types,
            Ns::Value => &mut self.values,
        }
    }
}

/// A path that was resolved as far as modules and enums go.
#[derive(Clone, Debug)]
pub(crate) struct PathRes {
    /// What the first `used` segments mean.
    pub(crate) res: Res,
    /// How many segments were needed; the others name associated items.
    pub(crate) used: usize,
    /// A segment that cannot be seen from here.
    pub(crate) private: Option<Private>,
    /// A segment that two globs bring.
    pub(crate) ambiguous: Option<usize>,
}

/// A name that cannot be seen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Private {
    /// Which segment.
    pub(crate) segment: usize,
    /// What it means.
    pub(crate) res: Res,
    /// Where it is declared.
    pub(crate) span: Span,
}

/// Why a path has no meaning: segment `segment` is not found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unresolved {
    pub(crate) segment: usize,
    /// Where it was looked up; `None` for the scope.
    pub(crate) within: Within,
}

/// Where a name was looked up in vain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Within {
    /// The scope of the place.
    Scope,
    /// A module.
    Module(ModId),
    /// `super` in the root.
    TooManySupers,
    /// Something that has no names in it.
    NotAModule(Res),
}

impl Tables {
    /// The innermost module around `module` that is not a block.
    pub(crate) fn normal_module(&self, mut module: ModId) -> ModId {
        while self.module(module).kind == ModuleKind::Block {
            match self.module(module).parent {
                Some(parent) => module = parent,
                None => break,
            }
        }
        module
    }

    /// The root of a module's crate.
    pub(crate) fn root_of(&self, mut module: ModId) -> ModId {
        while let Some(parent) = self.module(module).parent {
            module = parent;
        }
        module
    }

    /// Whether what is visible in and below `visible_in` can be seen from `from`.
    pub(crate) fn accessible(&self, visible_in: Option<ModId>, from: ModId) -> bool {
        let Some(within) = visible_in else { return true };
        let mut module = Some(from);
        while let Some(m) = module {
            if m == within {
                return true;
            }
            module = self.module(m).parent;
        }
        false
    }

    /// Whether a name in `module` is not the library's own business, seen from `from`: a program sees what std has, and of
    /// the library's other names not even that they are private.
    fn may_name(&self, from: ModId, module: ModId, binding: &Binding) -> bool {
        self.module(module).is_user || !self.module(from).is_user || self.accessible(binding.visible_in, from)
    }

    /// The binding of a name in a module itself.
    pub(crate) fn binding(&self, module: ModId, ns: Ns, name: &str) -> Option<&Binding> {
        self.module(module).names(ns).get(name)
    }

    /// The crate of this name.
    fn external_crate(&self, name: &str) -> Option<ModId> {
        matches!(name, "std" | "core" | "alloc").then_some(self.library_root?)
    }

    /// What a name means in the scope of a module or block: enclosing blocks, the module, crates, the prelude,
    /// primitive types. Items only: variables and generic parameters are the caller's.
    pub(crate) fn lookup_lexical(&self, from: ModId, ns: Ns, name: &str) -> Option<(Res, Option<&Binding>)> {
        let mut module = from;
        loop {
            if let Some(binding) = self.binding(module, ns, name) {
                return Some((binding.res, Some(binding)));
            }
            if self.module(module).kind != ModuleKind::Block {
                break;
            }
            module = self.module(module).parent?;
        }
        if ns == Ns::Type
            && let Some(root) = self.external_crate(name)
        {
            return Some((Res::Def(DefId::Mod(root)), None));
        }
        if let Some(prelude) = self.prelude
            && let Some(binding) = self.binding(prelude, ns, name)
        {
            return Some((binding.res, None));
        }
        if ns == Ns::Type
            && let Some(prim) = Prim::parse(name)
        {
            return Some((Res::Prim(prim), None));
        }
        None
    }

    /// The variant of this name.
    pub(crate) fn variant_named(&self, adt: AdtId, name: &str) -> Option<VariantIdx> {
        let entry = &self.adts[adt.index()];
        if !entry.is_enum {
            return None;
        }
        entry.variants.iter().position(|(n, _, _)| n == name).map(|i| VariantIdx(i as u32))
    }

    /// What the segments of a path mean, seen from `from`. Generic parameters, `Self` and variables are the caller's.
    pub(crate) fn resolve_segments(
        &self,
        from: ModId,
        global: bool,
        segments: &[ast::PathSegment],
        ns: Ns,
    ) -> Result<PathRes, Unresolved> {
        let names: Vec<&str> = segments.iter().map(|s| s.name.name.as_str()).collect();
        self.resolve_names(from, global, &names, ns)
    }

    /// [`Tables::resolve_segments`] of bare names. A module that has the name of a primitive type does not hide the type.
    pub(crate) fn resolve_names(
        &self,
        from: ModId,
        global: bool,
        names: &[&str],
        ns: Ns,
    ) -> Result<PathRes, Unresolved> {
        let found = self.resolve_as_written(from, global, names, ns);
        let failed = match &found {
            Err(_) => true,
            Ok(r) => matches!(r.res, Res::Def(DefId::Mod(_))),
        };
        if failed
            && !global
            && (ns == Ns::Type || names.len() > 1)
            && let Some(prim) = names.first().and_then(|n| Prim::parse(n))
        {
            return Ok(PathRes { res: Res::Prim(prim), used: 1, private: None, ambiguous: None });
        }
        found
    }

    /// [`Tables::resolve_names`] as imports do it.
    pub(crate) fn resolve_as_written(
        &self,
        from: ModId,
        global: bool,
        names: &[&str],
        ns: Ns,
    ) -> Result<PathRes, Unresolved> {
        let mut out = PathRes { res: Res::Err, used: 0, private: None, ambiguous: None };
        let ns_at = |i: usize| if i + 1 == names.len() { ns } else { Ns::Type };
        let Some(&first) = names.first() else { return Ok(out) };
        let mut at = 1;
        let mut res = if global {
            let Some(root) = self.external_crate(first) else {
                return Err(Unresolved { segment: 0, within: Within::Scope });
            };
            Res::Def(DefId::Mod(root))
        } else {
            match first {
                "crate" | stair_syntax::ast::OWN_CRATE => Res::Def(DefId::Mod(self.root_of(from))),
                "$crate" => Res::Def(DefId::Mod(self.library_root.unwrap_or(from))),
                "self" => Res::Def(DefId::Mod(self.normal_module(from))),
                "super" => {
                    let Some(parent) = self.super_of(from) else {
                        return Err(Unresolved { segment: 0, within: Within::TooManySupers });
                    };
                    Res::Def(DefId::Mod(parent))
                }
                _ => {
                    let Some((res, binding)) = self.lookup_lexical(from, ns_at(0), first) else {
                        return Err(Unresolved { segment: 0, within: Within::Scope });
                    };
                    if binding.is_some_and(|b| b.ambiguous) {
                        out.ambiguous = Some(0);
                    }
                    res
                }
            }
        };
        while at < names.len() {
            let name = names[at];
            match res {
                Res::Def(DefId::Mod(module)) => {
                    if name == "super" && at <= 1 + names[1..at].iter().filter(|n| **n == "super").count() {
                        let Some(parent) = self.super_of(module) else {
                            return Err(Unresolved { segment: at, within: Within::TooManySupers });
                        };
                        res = Res::Def(DefId::Mod(parent));
                        at += 1;
                        continue;
                    }
                    if name == "self" && at + 1 == names.len() {
                        at += 1;
                        continue;
                    }
                    let binding = self.binding(module, ns_at(at), name);
                    let Some(binding) = binding.filter(|b| first == "$crate" || self.may_name(from, module, b)) else {
                        // A crate's root in the library also holds the primitive types' modules; nothing else falls back.
                        return Err(Unresolved { segment: at, within: Within::Module(module) });
                    };
                    if binding.ambiguous && out.ambiguous.is_none() {
                        out.ambiguous = Some(at);
                    }
                    if out.private.is_none() && !self.accessible(binding.visible_in, from) {
                        out.private = Some(Private { segment: at, res: binding.res, span: binding.span });
                    }
                    res = binding.res;
                }
                Res::Def(DefId::Adt(adt)) => match self.variant_named(adt, name) {
                    Some(variant) => res = Res::Def(DefId::Variant(adt, variant)),
                    None => break,
                },
                Res::Def(DefId::Trait(_) | DefId::Alias(_)) | Res::Prim(_) => break,
                Res::Err => {
                    at = names.len();
                    break;
                }
                other => return Err(Unresolved { segment: at, within: Within::NotAModule(other) }),
            }
            at += 1;
        }
        out.res = res;
        out.used = at;
        Ok(out)
    }

    fn super_of(&self, from: ModId) -> Option<ModId> {
        Some(self.normal_module(self.module(self.normal_module(from)).parent?))
    }

    /// What diagnostics call a thing: "function", "module", ….
    pub(crate) fn describe(&self, res: Res) -> &'static str {
        use crate::defs::VariantShape;
        match res {
            Res::Def(def) => match def {
                DefId::Mod(m) if self.module(m).kind == ModuleKind::Root => "crate",
                DefId::Mod(_) => "module",
                DefId::Fn(f) => match self.fns[f.index()].container {
                    crate::defs::Container::Module(_) => "function",
                    _ if matches!(&self.fns[f.index()].item.kind, ast::ItemKind::Fn(f) if f.self_param.is_some()) => {
                        "method"
                    }
                    _ => "associated function",
                },
                DefId::Adt(a) if self.adts[a.index()].is_enum => "enum",
                DefId::Adt(_) => "struct",
                DefId::Variant(a, v) => match self.adts[a.index()].variants[v.0 as usize].1 {
                    VariantShape::Named => "variant",
                    VariantShape::Tuple => "tuple variant",
                    VariantShape::Unit => "unit variant",
                },
                DefId::Trait(_) => "trait",
                DefId::Impl(_) => "implementation",
                DefId::Const(c) => match self.consts[c.index()].container {
                    crate::defs::Container::Module(_) => "constant",
                    _ => "associated constant",
                },
                DefId::Static(_) => "static",
                DefId::Alias(a) => match self.aliases[a.index()].container {
                    crate::defs::Container::Module(_) => "type alias",
                    _ => "associated type",
                },
            },
            Res::Prim(_) => "builtin type",
            Res::Err => "unresolved item",
        }
    }
}
