//! `Send` and `Sync`, which a type has if its parts have them.

use crate::Program;
use crate::ty::{Ty, TyKind};
use rustc_hash::FxHashSet;

/// Types of the library that another thread may not have.
const NOT_SEND: &[&str] = &["Rc", "Weak", "Ref", "RefMut"];
/// Types of the library that another thread may not see.
const NOT_SYNC: &[&str] = &["Rc", "Weak", "Ref", "RefMut", "Cell", "RefCell", "UnsafeCell", "OnceCell", "LazyCell"];

/// How many parts are looked at: a type whose parameters grow within itself has no end.
const MAX_PARTS: usize = 1024;

/// The part of a type because of which it is not `Send`, or not `Sync`. What is still open is assumed to be.
pub(crate) fn lacks(p: &Program, ty: Ty, sync: bool) -> Option<Ty> {
    find(p, ty, sync, &mut FxHashSet::default())
}

fn find(p: &Program, ty: Ty, sync: bool, seen: &mut FxHashSet<(Ty, bool)>) -> Option<Ty> {
    if seen.len() > MAX_PARTS || !seen.insert((ty, sync)) {
        return None;
    }
    match p.types.kind(ty) {
        TyKind::Tuple(list) => p.types.list(list).iter().find_map(|&part| find(p, part, sync, seen)),
        TyKind::Array(element, _) | TyKind::Slice(element) => find(p, element, sync, seen),
        // Whoever has a shared reference sees what it leads to.
        TyKind::Ref(to, mutable) => find(p, to, sync || !mutable, seen),
        TyKind::Adt(adt, args) => {
            let entry = &p.tables.adts[adt.index()];
            if !entry.is_user {
                let parts = p.types.list(args);
                let of_parts = |sync: bool, seen: &mut _| parts.iter().find_map(|&part| find(p, part, sync, seen));
                if entry.path.starts_with("std::sync::") {
                    return match entry.name.as_str() {
                        "Arc" | "Weak" => of_parts(false, seen).or_else(|| of_parts(true, seen)),
                        // Whoever sees a mutex may take what is in it.
                        "Mutex" => of_parts(false, seen),
                        "RwLock" | "OnceLock" | "LazyLock" if sync => {
                            of_parts(false, seen).or_else(|| of_parts(true, seen))
                        }
                        "MutexGuard" | "RwLockReadGuard" | "RwLockWriteGuard" if !sync => Some(ty),
                        _ => of_parts(sync, seen),
                    };
                }
                let names = if sync { NOT_SYNC } else { NOT_SEND };
                if names.contains(&entry.name.as_str()) {
                    return Some(ty);
                }
                return of_parts(sync, seen);
            }
            let fields: Vec<Ty> = p.adt_sig(adt).variants.iter().flat_map(|v| &v.fields).map(|f| f.ty).collect();
            fields.iter().find_map(|&field| find(p, p.types.subst(field, args), sync, seen))
        }
        _ => None,
    }
}
