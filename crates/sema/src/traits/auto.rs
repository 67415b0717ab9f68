//! `Send` and `Sync`, which a type has if its parts have them.

use super::select::Select;
use crate::Program;
use crate::defs::Predicate;
use crate::infer::Infer;
use crate::ty::{InferTy, Ty, TyKind};
use rustc_hash::FxHashSet;

/// Types of the library that another thread may not have.
const NOT_SEND: &[&str] = &["Rc", "Weak", "Ref", "RefMut"];
/// Types of the library that another thread may not see.
const NOT_SYNC: &[&str] = &["Rc", "Weak", "Ref", "RefMut", "Cell", "RefCell", "UnsafeCell", "OnceCell", "LazyCell"];

/// How many parts are looked at: a type whose parameters grow within itself has no end.
const MAX_PARTS: usize = 1024;

/// Whether a type has `Send` or `Sync`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Auto {
    /// It has.
    Has,
    /// It has not, because of this part.
    Lacks(Ty),
    /// That follows from types, or captures, which are not known yet.
    Open,
}

/// The part of a closed type because of which it is not `Send`, or not `Sync`.
pub(crate) fn lacks(p: &Program, ty: Ty, sync: bool) -> Option<Ty> {
    let infer = Infer::new(p);
    match (Select { infer: &infer, env: &[] }).auto_trait(ty, sync) {
        Auto::Lacks(part) => Some(part),
        Auto::Has | Auto::Open => None,
    }
}

impl Select<'_, '_> {
    /// Whether a type is `Send`, or `Sync`.
    pub(crate) fn auto_trait(&self, ty: Ty, sync: bool) -> Auto {
        self.auto_part(ty, sync, &mut FxHashSet::default())
    }

    fn auto_part(&self, ty: Ty, sync: bool, seen: &mut FxHashSet<(Ty, bool)>) -> Auto {
        let p = self.infer.p;
        let ty = self.infer.resolve(ty);
        if seen.len() > MAX_PARTS || !seen.insert((ty, sync)) {
            return Auto::Has;
        }
        match p.types.kind(ty) {
            TyKind::Tuple(list) => self.auto_parts(&p.types.list(list), sync, seen),
            TyKind::Array(element, _) | TyKind::Slice(element) => self.auto_part(element, sync, seen),
            // Whoever has a shared reference sees what it leads to.
            TyKind::Ref(to, mutable) => self.auto_part(to, sync || !mutable, seen),
            TyKind::Adt(adt, args) => {
                let entry = &p.tables.adts[adt.index()];
                let args_list = p.types.list(args);
                if entry.is_user {
                    let fields = p.adt_sig(adt);
                    let fields: Vec<Ty> = fields.variants.iter().flat_map(|v| &v.fields).map(|f| f.ty).collect();
                    let mut goals = Vec::new();
                    let fields: Vec<Ty> =
                        fields.iter().map(|&f| self.normalize(p.types.subst(f, args), &mut goals, 0)).collect();
                    return self.auto_parts(&fields, sync, seen);
                }
                let both = |seen: &mut _| match self.auto_parts(&args_list, true, seen) {
                    Auto::Has => self.auto_parts(&args_list, false, seen),
                    other => other,
                };
                if entry.path.starts_with("std::sync::") {
                    return match entry.name.as_str() {
                        // Many threads see what is in it, and the last of them drops it.
                        "Arc" | "Weak" => both(seen),
                        // Whoever sees a mutex may take what is in it.
                        "Mutex" => self.auto_parts(&args_list, false, seen),
                        "RwLock" | "OnceLock" | "LazyLock" if sync => both(seen),
                        "MutexGuard" | "RwLockReadGuard" | "RwLockWriteGuard" if !sync => Auto::Lacks(ty),
                        _ => self.auto_parts(&args_list, sync, seen),
                    };
                }
                let names = if sync { NOT_SYNC } else { NOT_SEND };
                if names.contains(&entry.name.as_str()) {
                    return Auto::Lacks(ty);
                }
                self.auto_parts(&args_list, sync, seen)
            }
            TyKind::Closure(id, args) => match self.captures(id, args) {
                Some(captures) => self.auto_parts(&captures, sync, seen),
                None => Auto::Open,
            },
            TyKind::Projection(alias, args) if p.is_opaque(alias) => match p.opaque_type(alias) {
                Some(hidden) => self.auto_part(p.types.subst(hidden, args), sync, seen),
                None => self.auto_bound(ty, sync),
            },
            TyKind::Param(..) | TyKind::Projection(..) | TyKind::Dyn(..) => self.auto_bound(ty, sync),
            TyKind::Infer(InferTy::General(_)) => Auto::Open,
            _ => Auto::Has,
        }
    }

    fn auto_parts(&self, parts: &[Ty], sync: bool, seen: &mut FxHashSet<(Ty, bool)>) -> Auto {
        let mut answer = Auto::Has;
        for &part in parts {
            match self.auto_part(part, sync, seen) {
                Auto::Has => {}
                Auto::Open => answer = Auto::Open,
                lacks @ Auto::Lacks(_) => return lacks,
            }
        }
        answer
    }

    /// What is known of a parameter, an associated type or a trait object through bounds.
    fn auto_bound(&self, ty: Ty, sync: bool) -> Auto {
        let p = self.infer.p;
        let wanted = p.tables.library_trait(if sync { "Sync" } else { "Send" });
        let of_itself = self.self_bounds(ty);
        let is_known = self.env.iter().chain(&of_itself).any(|bound| match bound {
            Predicate::Trait(t, _) => Some(t.def) == wanted && p.types.list(t.args).first() == Some(&ty),
            Predicate::Projection(..) => false,
        });
        if is_known { Auto::Has } else { Auto::Lacks(ty) }
    }
}
