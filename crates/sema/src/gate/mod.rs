//! The subset's border: what is valid Rust, as far as it was looked at, and cannot be run yet. Everything that is
//! refused by name is declared here once; to open a construct, implement it and delete its line.

mod impls;

pub(crate) use impls::std_impl;

use crate::Program;
use crate::ty::{IntTy, Ty, TyKind};
use stair_source::{Code, Diagnostic, Span};

macro_rules! refused {
    ($($variant:ident $code:ident $what:literal $help:literal;)*) => {
        /// A construct outside the subset.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Refused {
            $($variant,)*
        }

        impl Refused {
            /// The code, the construct's name, and how to do without it (empty where there is no way).
            fn describe(self) -> (Code, &'static str, &'static str) {
                match self { $(Self::$variant => (Code::$code, $what, $help),)* }
            }
        }
    };
}

refused! {
    UnsafeBlock S0008 "`unsafe` blocks are" "";
    UnsafeFn S0008 "`unsafe` functions are" "";
    UnsafeImpl S0008 "`unsafe` implementations are" "";
    Async S0009 "`async` functions and blocks are" "";
    Await S0009 "`.await` is" "";
    ObjectArguments S0010 "a trait object that is called with so many arguments is" "pass a tuple";
    ImplTrait S0011 "`impl Trait` here is" "name the type, or give the trait an associated type";
    RawPointer S0013 "raw pointers are" "use a reference";
    RawBorrow S0013 "raw borrows are" "use a reference";
    Union S0015 "unions are" "use an enum";
    Foreign S0015 "foreign functions are" "";
    ExternCrate S0015 "other crates are" "";
    ExternFn S0015 "functions with another ABI are" "";
    StaticMut S0016 "`static mut` is" "pass a `&mut` to the functions that need it";
    ModuleFile S0017 "modules in other files are" "write the module inline: `mod name { … }`";
    CStr S0019 "C strings are" "";
    ObjectMethodPointer S0021 "a pointer to a method of trait objects is" "call the method in a closure";
    ConstBlock S0020 "`const` blocks are" "declare a `const` item";
    TrackCallerPointer S0021 "a pointer to a function that reports its caller's place is" "call the function in a function of your own";
    ConstParamWide S0001 "a constant parameter of 128 bits is" "";
    ConstParamValue S0001 "a constant parameter as a value is" "";
    UnsizedField S0024 "a field of a type without a known size is" "use a reference";
    AssocGenerics S0001 "associated types with type parameters are" "";
    NegativeImpl S0025 "negative implementations are" "";
    TooDeep S0023 "an expression as deep as this is" "split it with `let`";
    FloatPatternConst S0021 "a pattern of this constant is" "compare in a guard";
}

/// The diagnostic for a refused construct.
pub(crate) fn refusal(what: Refused, span: Span) -> Diagnostic {
    let (code, name, help) = what.describe();
    let diagnostic = Diagnostic::new(code, span, format!("{name} outside the subset")).primary("not supported yet");
    if help.is_empty() { diagnostic } else { diagnostic.help(help) }
}

/// A refusal of something of the standard library.
fn std_refusal(code: Code, what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(code, span, format!("{what} is outside the subset"))
        .primary("not supported yet")
        .note("this is part of Rust's standard library, but Staircase does not have it yet")
}

/// A refusal of an item of a type or trait of the standard library.
pub(crate) fn std_item(what: &str, span: Span) -> Diagnostic {
    std_refusal(Code::S0006, what, span)
}

/// A numeric type that Rust itself does not offer yet.
pub(crate) fn unstable_prim(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::E0658, span, format!("the type `{name}` is unstable")).help("floats are `f32` and `f64`")
}

/// The public items of Rust's standard library: a module, a colon, and the names in it.
const STD_PATHS: &str = include_str!("std_paths.txt");
/// The methods and associated items of types of Rust's standard library: a kind of type, a colon, and names.
const STD_METHODS: &str = include_str!("std_methods.txt");

/// Items of std's types that cannot be used without a feature of the nightly compiler: the type, the name, the feature.
const UNSTABLE: &[(&str, &str, &str)] = &[("Box", "into_inner", "box_into_inner")];

/// Macros of Rust's standard library.
const STD_MACROS: &[&str] = &[
    "assert",
    "assert_eq",
    "assert_ne",
    "cfg",
    "cfg_select",
    "column",
    "compile_error",
    "concat",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "env",
    "eprint",
    "eprintln",
    "file",
    "format",
    "format_args",
    "include",
    "include_bytes",
    "include_str",
    "line",
    "matches",
    "module_path",
    "option_env",
    "panic",
    "print",
    "println",
    "stringify",
    "thread_local",
    "todo",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
];

/// Names of Rust's prelude.
const STD_PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
    "align_of",
    "align_of_val",
    "drop",
    "size_of",
    "size_of_val",
];

/// Whether Rust's standard library has a macro of this name.
pub(crate) fn is_std_macro(name: &str) -> bool {
    STD_MACROS.contains(&name)
}

/// The names in a line of a table.
fn names_of<'a>(table: &'a str, key: &str) -> Option<impl Iterator<Item = &'a str> + use<'a>> {
    table.lines().find_map(|line| {
        let (k, names) = line.split_once(": ")?;
        (k == key).then(|| names.split(' '))
    })
}

fn is_std_module(path: &str) -> bool {
    const ONLY_MODULES: &[&str] =
        &["prelude", "prelude::v1", "prelude::rust_2021", "prelude::rust_2024", "os", "arch", "primitive"];
    ONLY_MODULES.contains(&path)
        || STD_PATHS.lines().any(|l| {
            l.split_once(": ")
                .is_some_and(|(k, _)| k == path || (k.starts_with(path) && k[path.len()..].starts_with("::")))
        })
}

/// Whether Rust's standard library has an item or module of this name in a module.
pub(crate) fn is_std_item(module: &str, name: &str) -> bool {
    if module.starts_with("prelude") || (module.is_empty() && name == "prelude") {
        return true;
    }
    let nested = if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") };
    is_std_module(&nested) || names_of(STD_PATHS, module).is_some_and(|mut names| names.any(|n| n == name))
}

/// A refusal of `std::names…` if Rust's standard library has such an item (or such a module, for a glob) and ours does
/// not; `None` where Rust has no such item either.
pub(crate) fn std_path(names: &[&str], glob: bool, span: Span) -> Option<Diagnostic> {
    let shown = names.join("::");
    if is_std_module(&shown) || names.is_empty() {
        return Some(std_refusal(Code::S0005, &format!("the module `std::{shown}`"), span));
    }
    // The longest prefix that is a module, then an item in it; what follows is the item's own.
    for split in (0..names.len()).rev() {
        let module = names[..split].join("::");
        let item = names[split];
        let known = match names_of(STD_PATHS, &module) {
            Some(mut items) => items.any(|n| n == item),
            None => false,
        };
        if known && !(glob && split + 1 == names.len() && item.starts_with(|c: char| c.is_lowercase())) {
            return Some(std_refusal(Code::S0005, &format!("`std::{}`", names[..=split].join("::")), span));
        }
    }
    (names.len() == 1 && is_std_macro(names[0]))
        .then(|| std_refusal(Code::S0005, &format!("the macro `{shown}!`"), span))
}

/// [`std_path`], knowing which name was not found: a module that Rust has is refused whatever is in it.
pub(crate) fn std_path_at(names: &[&str], failed: usize, glob: bool, span: Span) -> Option<Diagnostic> {
    let module = names.get(..=failed)?.join("::");
    if failed + 1 < names.len() && is_std_module(&module) {
        return Some(std_refusal(Code::S0005, &format!("the module `std::{module}`"), span));
    }
    std_path(names, glob, span)
}

/// A refusal of a name of Rust's prelude that is not there.
pub(crate) fn prelude_name(name: &str, span: Span) -> Option<Diagnostic> {
    STD_PRELUDE.contains(&name).then(|| std_refusal(Code::S0005, &format!("`{name}`"), span))
}

/// A refusal of a method or associated item of a type of the standard library, if Rust's has it.
pub(crate) fn std_method(p: &Program, ty: Ty, name: &str, span: Span) -> Option<Diagnostic> {
    let kinds: &[&str] = match p.types.kind(ty) {
        TyKind::Int(_) => &["int"],
        TyKind::Infer(crate::ty::InferTy::Int(_)) => &["int"],
        TyKind::Infer(crate::ty::InferTy::Float(_)) => &["float"],
        TyKind::Float(_) => &["float"],
        TyKind::Char => &["char"],
        TyKind::Bool => &["bool"],
        TyKind::Str => &["str"],
        TyKind::Slice(_) => &["slice"],
        TyKind::Array(..) => &["array", "slice"],
        TyKind::Tuple(l) if p.types.list(l).is_empty() => &["unit"],
        TyKind::Tuple(_) => &["tuple"],
        TyKind::Ptr(..) => &["pointer"],
        TyKind::FnPtr(_) | TyKind::FnDef(..) | TyKind::Closure(..) => &["fn"],
        TyKind::Never => &["never"],
        TyKind::Adt(adt, _) => {
            let def = p.adt_def(adt);
            if def.is_user {
                // What any type has through the traits of the prelude.
                const BLANKET: &[&str] = &[
                    "into",
                    "try_into",
                    "to_owned",
                    "to_string",
                    "borrow",
                    "borrow_mut",
                    "type_id",
                    "clone_from",
                    "clone_into",
                ];
                if has_refused_impl(p, adt) {
                    return Some(std_refusal(Code::S0006, &format!("`{name}` of an unsupported trait"), span));
                }
                return (BLANKET.contains(&name) && user_has_blanket(p, ty, name))
                    .then(|| std_refusal(Code::S0006, &format!("the method `{name}`"), span));
            }
            if let Some((_, _, feature)) = UNSTABLE.iter().find(|(of, method, _)| *of == def.name && *method == name) {
                let message = format!("use of unstable library feature `{feature}`");
                return Some(Diagnostic::new(Code::E0658, span, message));
            }
            let known = names_of(STD_METHODS, &def.name).is_some_and(|mut names| names.any(|n| n == name));
            return known.then(|| std_refusal(Code::S0006, &format!("`{name}` of `{}`", def.name), span));
        }
        TyKind::Ref(inner, _) => return std_method(p, inner, name, span),
        // What the library's traits may give to a type with bounds: iterators, comparison, and what any type has.
        TyKind::Param(..) | TyKind::Projection(..) => {
            const COMMON: &[&str] =
                &["clamp", "clone_from", "hash", "into", "max", "min", "to_owned", "to_string", "try_into"];
            let known = COMMON.contains(&name)
                || names_of(STD_METHODS, "Range").is_some_and(|mut names| names.any(|n| n == name));
            return known.then(|| std_refusal(Code::S0006, &format!("the method `{name}`"), span));
        }
        _ => &[],
    };
    let known = kinds.iter().any(|k| names_of(STD_METHODS, k).is_some_and(|mut names| names.any(|n| n == name)));
    known.then(|| std_refusal(Code::S0006, &format!("`{name}` of `{}`", p.type_name(ty)), span))
}

/// Whether Rust's trait of this name has an item that ours lacks.
pub(crate) fn std_trait_item(name: &str, item: &str) -> bool {
    let kinds: &[&str] = match name {
        "Iterator" | "IntoIterator" | "DoubleEndedIterator" | "ExactSizeIterator" => &["Range"],
        "PartialOrd" | "Ord" | "PartialEq" | "Eq" | "Clone" | "Hash" => &["int", "Option"],
        _ => &[],
    };
    kinds.iter().any(|k| names_of(STD_METHODS, k).is_some_and(|mut names| names.any(|n| n == item)))
}

/// Whether a trait that is not there was to be implemented for a user's type.
fn has_refused_impl(p: &Program, adt: crate::ids::AdtId) -> bool {
    p.tables.impls.own().any(|i| {
        let entry = &p.tables.impls[i];
        entry.of_trait.is_none()
            && matches!(&entry.item.kind, stair_syntax::ast::ItemKind::Impl(imp) if imp.of_trait.is_some())
            && matches!(p.types.kind(p.impl_header(crate::ids::ImplId(i as u32)).self_ty), TyKind::Adt(a, _) if a == adt)
    })
}

/// Whether a blanket implementation of the standard library gives a user's type the method.
fn user_has_blanket(p: &Program, ty: Ty, name: &str) -> bool {
    let needs = match name {
        "to_string" => "Display",
        "to_owned" | "clone_into" | "clone_from" => "Clone",
        _ => return true,
    };
    p.tables.library_trait(needs).is_some_and(|t| crate::traits::type_implements(p, ty, t))
}

/// The integer types' names, for advice.
pub(crate) fn int_names() -> impl Iterator<Item = &'static str> {
    IntTy::ALL.into_iter().map(IntTy::as_str)
}
