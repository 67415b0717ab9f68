//! Full names of types, as `std::any::type_name` gives them: paths from the crate on, arguments that are their
//! parameter's default left out, `'_` for each lifetime of a path.
//!
//! What `rustc` prints depends on where the standard library really declares its items; `gate/full_names.txt` says that.
//! A name that cannot be told exactly is an error, and refused by the caller.

use crate::Program;
use crate::collect::names::ModuleKind;
use crate::defs::{ClosureKind, Container, DefId, Instance};
use crate::ids::{AdtId, FnId, ModId, TraitId};
use crate::sig::lower::Lower;
use crate::tables::FnKind;
use crate::ty::{AutoTraits, Ty, TyKind, TyList};
use crate::typed::Owner;
use stair_syntax::ast::{GenericParamKind, Generics, ItemKind};

/// Where the standard library's items are declared: the path in `library/`, and the one in Rust's.
const FULL_NAMES: &str = include_str!("gate/full_names.txt");

/// There is a name, but we do not know it.
pub(crate) struct Unknown;

type R<T = ()> = Result<T, Unknown>;

/// The type's full name.
pub(crate) fn full_type_name(p: &Program, ty: Ty) -> R<String> {
    let mut writer = Writer { p, out: String::new(), binding: false };
    writer.ty(ty)?;
    Ok(writer.out)
}

struct Writer<'p> {
    p: &'p Program,
    out: String,
    /// Within a type that can bind lifetimes: whether a reference is written with its lifetime depends on whether it does,
    /// and lifetimes are erased.
    binding: bool,
}

impl Writer<'_> {
    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn ty(&mut self, ty: Ty) -> R {
        match self.p.types.kind(ty) {
            TyKind::Tuple(l) => {
                let elements = self.p.types.list(l);
                self.push("(");
                self.list(&elements)?;
                self.push(if elements.len() == 1 { ",)" } else { ")" });
            }
            TyKind::Array(e, n) => {
                self.push("[");
                self.ty(e)?;
                self.push("; ");
                self.const_arg(n, self.p.types.common.usize)?;
                self.push("]");
            }
            TyKind::Slice(e) => {
                self.push("[");
                self.ty(e)?;
                self.push("]");
            }
            TyKind::Ref(..) if self.binding => return Err(Unknown),
            TyKind::Ref(t, m) => {
                self.push(if m { "&mut " } else { "&" });
                self.ty(t)?;
            }
            TyKind::Ptr(t, m) => {
                self.push(if m { "*mut " } else { "*const " });
                self.ty(t)?;
            }
            TyKind::Adt(id, l) => self.adt(id, l)?,
            TyKind::FnDef(id, l) => self.callable(Instance { def: id, args: l })?,
            TyKind::Closure(id, l) => self.callable(Instance { def: id, args: l })?,
            TyKind::FnPtr(l) => {
                let list = self.p.types.list(l);
                let (&ret, params) = list.split_last().ok_or(Unknown)?;
                self.push("fn");
                self.bound(|this| this.signature(params, ret))?;
            }
            TyKind::Dyn(id, list, autos) => self.bound(|this| this.object(id, list, autos))?,
            // In the path of what is declared in a function of a generic implementation.
            TyKind::Param(..) => self.push("_"),
            TyKind::Projection(..) | TyKind::Infer(_) | TyKind::Const(_) | TyKind::Error => return Err(Unknown),
            TyKind::Bool | TyKind::Char | TyKind::Int(_) | TyKind::Float(_) | TyKind::Str | TyKind::Never => {
                let name = self.p.type_name(ty);
                self.push(&name);
            }
        }
        Ok(())
    }

    fn bound(&mut self, write: impl FnOnce(&mut Self) -> R) -> R {
        let outer = std::mem::replace(&mut self.binding, true);
        write(self)?;
        self.binding = outer;
        Ok(())
    }

    fn list(&mut self, list: &[Ty]) -> R {
        for (i, &t) in list.iter().enumerate() {
            self.push(if i > 0 { ", " } else { "" });
            self.ty(t)?;
        }
        Ok(())
    }

    /// `(A, B) -> C`
    fn signature(&mut self, params: &[Ty], ret: Ty) -> R {
        self.push("(");
        self.list(params)?;
        self.push(")");
        if ret != self.p.types.common.unit {
            self.push(" -> ");
            self.ty(ret)?;
        }
        Ok(())
    }

    fn const_arg(&mut self, value: Ty, of: Ty) -> R {
        let bits = self.p.types.const_value(value).ok_or(Unknown)?;
        let shown = match self.p.types.kind(of) {
            TyKind::Bool => (bits != 0).to_string(),
            TyKind::Char => {
                let c = u32::try_from(bits).ok().and_then(char::from_u32).ok_or(Unknown)?;
                format!("{c:?}")
            }
            TyKind::Int(int) if int.is_signed() => (bits as i64).to_string(),
            TyKind::Int(_) => bits.to_string(),
            _ => return Err(Unknown),
        };
        self.push(&shown);
        Ok(())
    }

    /// `<'_, A, 3>`: the arguments of an item, the first `skipped` being another's.
    fn args(&mut self, def: DefId, generics: &Generics, skipped: usize, args: &[Ty]) -> R {
        let own: Vec<_> =
            generics.params.iter().filter(|param| !matches!(param.kind, GenericParamKind::Lifetime(_))).collect();
        let lifetimes = generics.params.len() - own.len();
        let list = self.p.types.mk_list(args);
        let scope = self.p.def_scope(def);
        let lower = Lower::new(self.p, &scope);
        let const_ty = |i: usize| match &own.get(i)?.kind {
            GenericParamKind::Const(ty, _) => Some(lower.ty(ty)),
            _ => None,
        };
        let is_default = |i: usize, arg: Ty| match &own[i].kind {
            GenericParamKind::Type(_, Some(default)) => self.p.subst(lower.ty(default), list) == arg,
            GenericParamKind::Const(ty, Some(default)) => lower.const_arg(default, lower.ty(ty)) == arg,
            _ => false,
        };
        let args = args.get(skipped..).unwrap_or_default();
        if args.len() != own.len() {
            return Err(Unknown);
        }
        let needed = (0..args.len()).rev().find(|&i| !is_default(i, args[i])).map_or(0, |last| last + 1);
        if lifetimes + needed == 0 {
            return Ok(());
        }
        self.push("<");
        self.push(&vec!["'_"; lifetimes].join(", "));
        for (i, &arg) in args[..needed].iter().enumerate() {
            self.push(if lifetimes + i > 0 { ", " } else { "" });
            match const_ty(i) {
                Some(of) => self.const_arg(arg, of)?,
                None => self.ty(arg)?,
            }
        }
        self.push(">");
        Ok(())
    }

    fn adt(&mut self, id: AdtId, args: TyList) -> R {
        let entry = &self.p.tables.adts[id.index()];
        self.item(entry.module, &entry.name)?;
        let (ItemKind::Struct(generics, _) | ItemKind::Enum(generics, _)) = &entry.item.kind else {
            return Err(Unknown);
        };
        self.args(DefId::Adt(id), generics, 0, &self.p.types.list(args))
    }

    fn trait_path(&mut self, id: TraitId) -> R {
        let entry = &self.p.tables.traits[id.index()];
        self.item(entry.module, &entry.name)
    }

    /// A trait with its arguments but `Self`.
    fn trait_ref(&mut self, id: TraitId, args: &[Ty]) -> R {
        self.trait_path(id)?;
        let ItemKind::Trait(item) = &self.p.tables.traits[id.index()].item.kind else { return Err(Unknown) };
        self.args(DefId::Trait(id), &item.generics, 1, args)
    }

    /// `dyn Trait<A, Item = B> + Send`, and `dyn Fn(A) -> B`.
    fn object(&mut self, id: TraitId, list: TyList, autos: AutoTraits) -> R {
        let entry = &self.p.tables.traits[id.index()];
        let shape = self.p.object_shape(id);
        let list = self.p.types.list(list);
        let (args, types) = list.split_at(shape.arguments.min(list.len()));
        self.push("dyn ");
        let mut others = Vec::new();
        for name in autos.names() {
            let def = self.p.tables.library_trait(name).ok_or(Unknown)?;
            let mut writer = Writer { p: self.p, out: String::new(), binding: true };
            writer.trait_path(def)?;
            others.push(writer.out);
        }
        let inputs = args.first().map(|&inputs| self.p.types.kind(inputs));
        if !entry.is_user && AutoTraits::NAMES.contains(&entry.name.as_str()) {
            let mut writer = Writer { p: self.p, out: String::new(), binding: true };
            writer.trait_path(id)?;
            others.push(writer.out);
        } else if let (Some(TyKind::Tuple(inputs)), &[output]) = (inputs, types)
            && !entry.is_user
            && ClosureKind::of_trait(&entry.name).is_some()
        {
            self.trait_path(id)?;
            self.signature(&self.p.types.list(inputs), output)?;
        } else {
            // `Self` is no type that a default could be.
            let with_self: Vec<Ty> = std::iter::once(self.p.types.common.error).chain(args.iter().copied()).collect();
            self.trait_ref(id, &with_self)?;
            match shape.written(types).as_slice() {
                [] => {}
                [(alias, ty)] => {
                    let name = self.p.alias_name(*alias).to_owned();
                    if self.out.ends_with('>') {
                        self.out.pop();
                        self.push(", ");
                    } else {
                        self.push("<");
                    }
                    self.push(&name);
                    self.push(" = ");
                    self.ty(*ty)?;
                    self.push(">");
                }
                _ => return Err(Unknown),
            }
            self.push(if others.is_empty() { "" } else { " + " });
        }
        others.sort_unstable();
        others.dedup();
        let others = others.join(" + ");
        self.push(&others);
        Ok(())
    }

    /// A function with its arguments, a constructor, a closure.
    fn callable(&mut self, instance: Instance) -> R {
        let entry = &self.p.tables.fns[instance.def.index()];
        let args = self.p.types.list(instance.args);
        match entry.kind {
            FnKind::Closure(owner) => {
                match owner {
                    // The arguments are those of the body around it.
                    Owner::Fn(def) => self.callable(Instance { def, ..instance })?,
                    _ => self.owner(owner)?,
                }
                self.push("::{{closure}}");
                return Ok(());
            }
            FnKind::Ctor(adt, _) => {
                self.adt(adt, instance.args)?;
                if self.p.tables.adts[adt.index()].is_enum {
                    self.push("::");
                    self.push(&entry.name);
                }
                self.push("::{{constructor}}");
                return Ok(());
            }
            FnKind::Item => {}
        }
        let ItemKind::Fn(item) = &entry.item.kind else { return Err(Unknown) };
        // Which lifetimes are arguments depends on where they are used; an `impl Trait` is one without a name.
        let plain = item.generics.params.iter().all(|param| !matches!(param.kind, GenericParamKind::Lifetime(_)));
        let of_others = match entry.container {
            Container::Module(m) => {
                if !entry.is_user {
                    return Err(Unknown);
                }
                self.module(m)?;
                0
            }
            Container::Impl(id) => {
                if !entry.is_user {
                    return Err(Unknown);
                }
                let count = self.p.impl_header(id).generics.params.len();
                self.implementation(id, Some(&args[..count.min(args.len())]))?;
                count
            }
            Container::Trait(id) => {
                let count = self.p.trait_sig(id).generics.params.len();
                let (&self_ty, _) = args.split_first().ok_or(Unknown)?;
                self.push("<");
                self.ty(self_ty)?;
                self.push(" as ");
                self.trait_ref(id, &args[..count.min(args.len())])?;
                self.push(">");
                count
            }
        };
        self.push("::");
        self.push(&entry.name);
        if !plain {
            return Err(Unknown);
        }
        self.args(DefId::Fn(instance.def), &item.generics, of_others, &args)
    }

    /// An implementation, with these arguments or its own parameters: its self type where it stands beside the type or the
    /// trait, else `module::<impl Trait for Type>`.
    fn implementation(&mut self, id: crate::ids::ImplId, args: Option<&[Ty]>) -> R {
        let header = self.p.impl_header(id);
        let args = match args {
            Some(args) => self.p.types.mk_list(args),
            None if header.generics.params.iter().any(|param| param.const_ty.is_some()) => return Err(Unknown),
            None => self.p.identity_args(&header.generics),
        };
        let self_ty = self.p.types.subst(header.self_ty, args);
        let of_trait = header.of_trait.map(|t| (t.def, self.p.types.list(self.p.types.subst_list(t.args, args))));
        let home = self.p.tables.impls[id.index()].module;
        let beside_type = self.home_of(self_ty).is_some_and(|m| self.same_place(m, home));
        let beside_trait =
            of_trait.as_ref().is_some_and(|(t, _)| self.same_place(self.p.tables.traits[t.index()].module, home));
        if !beside_type && !beside_trait {
            self.module(home)?;
            self.push("::<impl ");
            if let Some((t, list)) = &of_trait {
                self.trait_ref(*t, list)?;
                self.push(" for ");
            }
            self.ty(self_ty)?;
            self.push(">");
            return Ok(());
        }
        match &of_trait {
            Some((t, list)) => {
                self.push("<");
                self.ty(self_ty)?;
                self.push(" as ");
                self.trait_ref(*t, list)?;
                self.push(">");
            }
            None => match self.p.types.kind(self_ty) {
                TyKind::Adt(..) => self.ty(self_ty)?,
                _ => {
                    self.push("<");
                    self.ty(self_ty)?;
                    self.push(">");
                }
            },
        }
        Ok(())
    }

    /// The module of the item that a type is known by.
    fn home_of(&self, ty: Ty) -> Option<ModId> {
        match self.p.types.kind(ty) {
            TyKind::Adt(id, _) => Some(self.p.tables.adts[id.index()].module),
            TyKind::Dyn(id, ..) => Some(self.p.tables.traits[id.index()].module),
            TyKind::Array(inner, _) | TyKind::Slice(inner) | TyKind::Ref(inner, _) | TyKind::Ptr(inner, _) => {
                self.home_of(inner)
            }
            TyKind::Tuple(l) => self.p.types.list(l).iter().find_map(|&t| self.home_of(t)),
            _ => None,
        }
    }

    /// Whether two modules are one in paths: blocks are none, the function around them is.
    fn same_place(&self, a: ModId, b: ModId) -> bool {
        let place = |m: ModId| {
            let module = self.p.tables.module(m);
            (module.owner, if module.owner.is_some() { None } else { Some(m) })
        };
        place(a) == place(b)
    }

    /// The path of an item of a module.
    fn item(&mut self, m: ModId, name: &str) -> R {
        let module = self.p.tables.module(m);
        if module.is_user {
            self.module(m)?;
            self.push("::");
            self.push(name);
            return Ok(());
        }
        let ours = format!("{}::{name}", module.path.strip_prefix("std::").unwrap_or(&module.path));
        let theirs = FULL_NAMES.lines().find_map(|line| line.strip_prefix(&*ours)?.strip_prefix(' '));
        self.push(theirs.ok_or(Unknown)?);
        Ok(())
    }

    /// The path of a module of the program, or of what holds a block.
    fn module(&mut self, m: ModId) -> R {
        let module = self.p.tables.module(m);
        match (module.kind, module.parent, module.owner) {
            (ModuleKind::Root, ..) => {
                let name = self.p.tables.crate_name.clone();
                self.push(&name);
                Ok(())
            }
            (ModuleKind::Named, Some(parent), _) => {
                self.module(parent)?;
                let path = &module.path;
                self.push("::");
                self.push(path.rsplit("::").next().unwrap_or(path));
                Ok(())
            }
            (ModuleKind::Block, _, Some(owner)) => self.owner(owner),
            _ => Err(Unknown),
        }
    }

    /// The path of what has a body, without arguments.
    fn owner(&mut self, owner: Owner) -> R {
        let (container, name) = match owner {
            Owner::Fn(f) => return self.function(f),
            Owner::Const(c) => {
                let entry = &self.p.tables.consts[c.index()];
                (entry.container, entry.name.clone())
            }
            Owner::Static(s) => {
                let entry = &self.p.tables.statics[s.index()];
                (Container::Module(entry.module), entry.name.clone())
            }
            Owner::Anonymous => return Err(Unknown),
        };
        self.held(container, &name)
    }

    fn function(&mut self, f: FnId) -> R {
        let entry = &self.p.tables.fns[f.index()];
        match entry.kind {
            FnKind::Closure(owner) => {
                self.owner(owner)?;
                self.push("::{{closure}}");
                Ok(())
            }
            FnKind::Ctor(..) => Err(Unknown),
            FnKind::Item => self.held(entry.container, &entry.name),
        }
    }

    fn held(&mut self, container: Container, name: &str) -> R {
        match container {
            Container::Module(m) => self.module(m)?,
            Container::Impl(id) => self.implementation(id, None)?,
            Container::Trait(id) => self.trait_path(id)?,
        }
        self.push("::");
        self.push(name);
        Ok(())
    }
}
