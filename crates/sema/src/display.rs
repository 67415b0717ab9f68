//! Names of types and instances, as Rust writes them.

use crate::Program;
use crate::defs::{ClosureKind, Container, Instance};
use crate::ids::{AdtId, AliasId};
use crate::tables::FnKind;
use crate::ty::{AutoTraits, FloatTy, InferTy, Ty, TyKind, TyList};
use crate::typed::Owner;
use stair_syntax::ast::{self, GenericParam, GenericParamKind, ItemKind};

/// [`Program::type_name`]
pub(crate) fn type_name(p: &Program, ty: Ty) -> String {
    let mut out = String::new();
    write_type(p, ty, &mut out);
    out
}

fn write_type(p: &Program, ty: Ty, out: &mut String) {
    match p.types.kind(ty) {
        TyKind::Bool => out.push_str("bool"),
        TyKind::Char => out.push_str("char"),
        TyKind::Int(i) => out.push_str(i.as_str()),
        TyKind::Float(FloatTy::F32) => out.push_str("f32"),
        TyKind::Float(FloatTy::F64) => out.push_str("f64"),
        TyKind::Str => out.push_str("str"),
        TyKind::Never => out.push('!'),
        TyKind::Tuple(l) => {
            let elements = p.types.list(l);
            out.push('(');
            write_list(p, &elements, out);
            if elements.len() == 1 {
                out.push(',');
            }
            out.push(')');
        }
        TyKind::Array(e, n) => {
            out.push('[');
            write_type(p, e, out);
            out.push_str("; ");
            write_type(p, n, out);
            out.push(']');
        }
        TyKind::Slice(e) => {
            out.push('[');
            write_type(p, e, out);
            out.push(']');
        }
        TyKind::Ref(t, m) => {
            out.push_str(if m { "&mut " } else { "&" });
            write_type(p, t, out);
        }
        TyKind::Ptr(t, m) => {
            out.push_str(if m { "*mut " } else { "*const " });
            write_type(p, t, out);
        }
        TyKind::Adt(id, l) => {
            out.push_str(&p.tables.adts[id.index()].name);
            write_args(p, without_defaults(p, id, &p.types.list(l)), out);
        }
        TyKind::FnDef(id, l) => {
            let sig = p.fn_sig(id);
            let params: Vec<Ty> = visible_params(p, id).iter().map(|&t| p.types.subst(t, l)).collect();
            write_fn(p, &params, p.types.subst(sig.ret, l), out);
            out.push_str(" {");
            out.push_str(&callable_name(p, Instance { def: id, args: l }));
            out.push('}');
        }
        TyKind::FnPtr(l) => {
            let list = p.types.list(l);
            if let Some((ret, params)) = list.split_last() {
                write_fn(p, params, *ret, out);
            }
        }
        TyKind::Closure(id, _) => {
            out.push('{');
            out.push_str(&p.tables.fns[id.index()].path);
            out.push('}');
        }
        TyKind::Dyn(id, list, autos) => write_object(p, id, list, autos, out),
        TyKind::Param(_, name) => out.push_str(&name),
        TyKind::Projection(alias, _) if p.is_opaque(alias) => out.push_str(p.alias_name(alias)),
        TyKind::Projection(alias, l) => {
            let args = p.types.list(l);
            out.push('<');
            if let Some(&first) = args.first() {
                write_type(p, first, out);
            }
            out.push_str(" as ");
            if let Some(t) = p.alias_trait(alias) {
                out.push_str(&p.tables.traits[t.index()].name);
            }
            write_args(p, args.get(1..).unwrap_or_default(), out);
            out.push_str(">::");
            out.push_str(p.alias_name(alias));
        }
        TyKind::Const(value) => out.push_str(&(value as i64).to_string()),
        TyKind::Infer(InferTy::General(_)) => out.push('_'),
        TyKind::Infer(InferTy::Int(_)) => out.push_str("{integer}"),
        TyKind::Infer(InferTy::Float(_)) => out.push_str("{float}"),
        TyKind::Error => out.push_str("{type error}"),
    }
}

/// `dyn Trait<A, Item = B> + Send`, and `dyn Fn(A) -> B`.
fn write_object(p: &Program, id: crate::ids::TraitId, list: TyList, autos: AutoTraits, out: &mut String) {
    let entry = &p.tables.traits[id.index()];
    let shape = p.object_shape(id);
    let list = p.types.list(list);
    let (args, types) = list.split_at(shape.arguments.min(list.len()));
    out.push_str("dyn ");
    out.push_str(&entry.name);
    let inputs = args.first().map(|&inputs| p.types.kind(inputs));
    match (inputs, types) {
        (Some(TyKind::Tuple(inputs)), &[output]) if !entry.is_user && ClosureKind::of_trait(&entry.name).is_some() => {
            out.push('(');
            write_list(p, &p.types.list(inputs), out);
            out.push(')');
            if output != p.types.common.unit {
                out.push_str(" -> ");
                write_type(p, output, out);
            }
        }
        _ => {
            let written: Vec<(AliasId, Ty)> = shape.written(types);
            if !args.is_empty() || !written.is_empty() {
                out.push('<');
                write_list(p, args, out);
                for (i, (alias, ty)) in written.into_iter().enumerate() {
                    out.push_str(if i > 0 || !args.is_empty() { ", " } else { "" });
                    out.push_str(p.alias_name(alias));
                    out.push_str(" = ");
                    write_type(p, ty, out);
                }
                out.push('>');
            }
        }
    }
    for name in autos.names() {
        out.push_str(" + ");
        out.push_str(name);
    }
}

/// A function's parameters without the hidden one.
pub(crate) fn visible_params(p: &Program, id: crate::ids::FnId) -> &[Ty] {
    let params = &p.fn_sig(id).params;
    if p.has_caller_param(id) { &params[..params.len() - 1] } else { params }
}

fn write_list(p: &Program, list: &[Ty], out: &mut String) {
    for (i, &t) in list.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        write_type(p, t, out);
    }
}

/// A type's arguments up to the last one that is not its parameter's default, as far as that is a plain name.
fn without_defaults<'a>(p: &Program, id: AdtId, args: &'a [Ty]) -> &'a [Ty] {
    let (ItemKind::Struct(generics, _) | ItemKind::Enum(generics, _)) = &p.tables.adts[id.index()].item.kind else {
        return args;
    };
    let is_default = |param: &GenericParam, arg: Ty| {
        let GenericParamKind::Type(_, Some(default)) = &param.kind else { return false };
        let (TyKind::Adt(adt, l), ast::TyKind::Path(path)) = (p.types.kind(arg), &default.kind) else { return false };
        matches!(&path.segments[..], [only] if only.args.is_none() && only.name.name == p.tables.adts[adt.index()].name)
            && p.types.list(l).is_empty()
    };
    let params = generics.params.iter().filter(|param| !matches!(param.kind, GenericParamKind::Lifetime(_)));
    let needed = params.zip(args).enumerate().filter(|(_, (param, arg))| !is_default(param, **arg)).last();
    &args[..needed.map_or(0, |(last, _)| last + 1)]
}

fn write_args(p: &Program, list: &[Ty], out: &mut String) {
    if !list.is_empty() {
        out.push('<');
        write_list(p, list, out);
        out.push('>');
    }
}

fn write_fn(p: &Program, params: &[Ty], ret: Ty, out: &mut String) {
    out.push_str("fn(");
    write_list(p, params, out);
    out.push(')');
    if ret != p.types.common.unit {
        out.push_str(" -> ");
        write_type(p, ret, out);
    }
}

/// [`Program::instance_name`]
pub(crate) fn instance_name(p: &Program, instance: Instance) -> String {
    callable_name(p, instance)
}

fn callable_name(p: &Program, instance: Instance) -> String {
    let entry = &p.tables.fns[instance.def.index()];
    if let FnKind::Closure(owner) = entry.kind {
        // The arguments are those of the body around it, which has the name that they belong to.
        return match owner {
            Owner::Fn(def) => format!("{}::{}", callable_name(p, Instance { def, ..instance }), entry.name),
            _ => entry.path.to_string(),
        };
    }
    let args = p.types.list(instance.args);
    if let FnKind::Ctor(adt, _) = entry.kind {
        let mut out = String::new();
        write_type(p, p.types.mk(TyKind::Adt(adt, instance.args)), &mut out);
        if p.tables.adts[adt.index()].is_enum {
            out.push_str("::");
            out.push_str(&entry.name);
        }
        return out;
    }
    let mut out = String::new();
    let own_from = match entry.container {
        Container::Module(m) => {
            let module = p.tables.module(m);
            if module.is_user && !module.path.is_empty() {
                out.push_str(&module.path);
                out.push_str("::");
            }
            0
        }
        Container::Impl(id) => {
            let header = p.impl_header(id);
            let count = header.generics.params.len().min(args.len());
            let own = p.types.mk_list(&args[..count]);
            let self_ty = p.types.subst(header.self_ty, own);
            match header.of_trait {
                Some(t) => {
                    out.push('<');
                    write_type(p, self_ty, &mut out);
                    out.push_str(" as ");
                    write_trait(p, t.def, p.types.subst_list(t.args, own), &mut out);
                    out.push('>');
                }
                None => match p.types.kind(self_ty) {
                    TyKind::Adt(..) => write_type(p, self_ty, &mut out),
                    _ => {
                        out.push('<');
                        write_type(p, self_ty, &mut out);
                        out.push('>');
                    }
                },
            }
            out.push_str("::");
            count
        }
        Container::Trait(id) => {
            let count = p.trait_sig(id).generics.params.len().min(args.len());
            if let Some(&self_ty) = args.first() {
                out.push('<');
                write_type(p, self_ty, &mut out);
                out.push_str(" as ");
                write_trait(p, id, p.types.mk_list(&args[..count]), &mut out);
                out.push_str(">::");
            }
            count
        }
    };
    out.push_str(&entry.name);
    if own_from < args.len() {
        out.push_str("::");
        write_args(p, &args[own_from..], &mut out);
    }
    out
}

fn write_trait(p: &Program, id: crate::ids::TraitId, args: TyList, out: &mut String) {
    out.push_str(&p.tables.traits[id.index()].name);
    write_args(p, p.types.list(args).get(1..).unwrap_or_default(), out);
}

/// A trait with its arguments but `Self`, leaving out those that equal their default: `Add<f32>`.
pub(crate) fn trait_name(p: &Program, t: crate::defs::TraitRef) -> String {
    let mut out = String::new();
    let args = p.types.list(t.args);
    let name = &p.tables.traits[t.def.index()].name;
    out.push_str(name);
    let rest = args.get(1..).unwrap_or_default();
    // The operators' right side defaults to `Self`.
    if !(rest.len() == 1 && rest.first() == args.first()) {
        write_args(p, rest, &mut out);
    }
    out
}
