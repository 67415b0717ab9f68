//! Constructors: the ways in which values of a type are made, and how those of a column split the type's values.

use super::matrix::Checker;
use crate::ids::VariantIdx;
use crate::ty::{IntTy, Ty, TyKind};

/// An end of a range of integers or characters. A number is its place in the order of its type (see [`IntTy::rank`]).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum End {
    /// Below every integer: the lower end of an open range of `isize`.
    NegInfinity,
    /// A number.
    At(i128),
    /// Behind the last number of 128 bits.
    AfterLast,
    /// Above every integer: the upper end of an open range of `usize` and `isize`.
    PosInfinity,
}

impl End {
    /// The number of a value of an integer type or `char`.
    pub(super) fn of(value: i128, kind: &TyKind) -> Self {
        Self::At(if let TyKind::Int(int) = kind { int.rank(value) } else { value })
    }

    /// Just behind the greatest value of a type.
    pub(super) fn after_all(int: IntTy) -> Self {
        Self::At(int.rank(int.max() as i128)).next()
    }

    /// One further.
    pub(super) fn next(self) -> Self {
        match self {
            Self::At(at) => at.checked_add(1).map_or(Self::AfterLast, Self::At),
            end => end,
        }
    }

    /// The number before this end, if it is finite.
    pub(super) fn last_before(self) -> Option<i128> {
        match self {
            Self::At(at) => at.checked_sub(1),
            Self::AfterLast => Some(i128::MAX),
            Self::NegInfinity | Self::PosInfinity => None,
        }
    }
}

/// A way in which values of a type are made.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Ctor {
    /// The one constructor of a struct or tuple.
    Struct,
    /// A variant of an enum.
    Variant(VariantIdx),
    /// A reference.
    Ref,
    /// A `bool`.
    Bool(bool),
    /// Integers or characters from `lo` up to, but without, `hi`.
    Range { lo: End, hi: End },
    /// One value among those that are not listed: a float or text.
    Opaque(Opaque),
    /// An array or slice.
    Slice { array: Option<u64>, kind: SliceKind },
    /// Everything: a wildcard in a pattern.
    Wild,
    /// Values of a type that has none.
    Never,
    /// Values of a type that cannot be listed, other than those in the column.
    NonExhaustive,
    /// Stands for all constructors that the column lacks.
    Missing,
}

/// A value that is only compared.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Opaque {
    /// The bits of a float, or of the ends of a range of floats.
    Float(i128, i128),
    /// Text.
    Str(smol_str::SmolStr),
}

/// How many elements an array or slice has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum SliceKind {
    /// So many.
    Fixed(usize),
    /// At least as many as prefix and suffix together.
    Var(usize, usize),
}

impl SliceKind {
    pub(super) fn arity(self) -> usize {
        match self {
            Self::Fixed(len) => len,
            Self::Var(prefix, suffix) => prefix + suffix,
        }
    }

    /// Whether slices of the kind `self` are among those of the kind `other`.
    fn is_within(self, other: Self) -> bool {
        match (self, other) {
            (Self::Fixed(a), Self::Fixed(b)) => a == b,
            (Self::Fixed(len), Self::Var(prefix, suffix)) => prefix + suffix <= len,
            (Self::Var(p, s), Self::Var(prefix, suffix)) => prefix <= p && suffix <= s,
            (Self::Var(..), Self::Fixed(_)) => false,
        }
    }
}

impl Ctor {
    /// Whether a row whose head has the constructor `of` matches values made by `self`, which is one of a split.
    pub(super) fn is_covered_by(&self, of: &Self) -> bool {
        match (self, of) {
            (_, Self::Wild) => true,
            (Self::Wild | Self::Missing | Self::NonExhaustive | Self::Never, _) => false,
            (Self::Range { lo, hi }, Self::Range { lo: from, hi: to }) => from <= lo && hi <= to,
            (Self::Slice { kind: a, .. }, Self::Slice { kind: b, .. }) => a.is_within(*b),
            (a, b) => a == b,
        }
    }
}

/// The values of a type, split by the constructors of a column.
#[derive(Default, Debug)]
pub(super) struct Split {
    /// Constructors that the column has.
    pub(super) present: Vec<Ctor>,
    /// Those that it lacks.
    pub(super) missing: Vec<Ctor>,
    /// Those that it lacks and that no value is made by.
    pub(super) missing_empty: Vec<Ctor>,
}

impl Checker<'_> {
    /// Split the values of a type by the constructors of a column (without wildcards). `None` for a type that has an
    /// error in it.
    pub(super) fn split(&self, ty: Ty, column: &[&Ctor]) -> Option<Split> {
        let mut split = Split::default();
        let types = &self.program.types;
        let one = |split: &mut Split, ctor: Ctor, empty: bool| {
            if !column.is_empty() {
                split.present.push(ctor);
            } else if empty {
                split.missing_empty.push(ctor);
            } else {
                split.missing.push(ctor);
            }
        };
        match types.kind(ty) {
            TyKind::Bool => {
                for value in [false, true] {
                    let ctor = Ctor::Bool(value);
                    if column.contains(&&ctor) { split.present.push(ctor) } else { split.missing.push(ctor) }
                }
            }
            TyKind::Char => {
                split_range(End::At(0), End::At(0xD800), column, &mut split);
                split_range(End::At(0xE000), End::At(0x11_0000), column, &mut split);
            }
            TyKind::Int(int) => {
                let (lo, hi) = int_range(int);
                split_range(lo, hi, column, &mut split);
            }
            TyKind::Never => split.missing_empty.push(Ctor::Never),
            TyKind::Tuple(_) => one(&mut split, Ctor::Struct, self.is_empty(ty)),
            TyKind::Ref(..) => one(&mut split, Ctor::Ref, false),
            TyKind::Adt(adt, args) => {
                let def = self.program.adt_sig(adt);
                if !def.is_enum {
                    one(&mut split, Ctor::Struct, self.is_empty(ty));
                } else if def.variants.is_empty() {
                    split.missing_empty.push(Ctor::Never);
                } else {
                    for (i, variant) in def.variants.iter().enumerate() {
                        let ctor = Ctor::Variant(VariantIdx(i as u32));
                        if column.contains(&&ctor) {
                            split.present.push(ctor);
                        } else if variant.fields.iter().any(|f| self.is_empty(self.program.subst(f.ty, args))) {
                            split.missing_empty.push(ctor);
                        } else {
                            split.missing.push(ctor);
                        }
                    }
                }
            }
            TyKind::Array(element, len) => {
                let len = types.const_value(len)?;
                split_slices(Some(len), self.is_empty(element), column, &mut split);
            }
            TyKind::Slice(element) => split_slices(None, self.is_empty(element), column, &mut split),
            TyKind::Float(_) | TyKind::Str => {
                for &ctor in column {
                    if !split.present.contains(ctor) {
                        split.present.push(ctor.clone());
                    }
                }
                split.missing.push(Ctor::NonExhaustive);
            }
            TyKind::Error => return None,
            _ => split.missing.push(Ctor::NonExhaustive),
        }
        Some(split)
    }

    /// Whether the type has no values.
    pub(super) fn is_empty(&self, ty: Ty) -> bool {
        self.is_empty_within(ty, 0)
    }

    fn is_empty_within(&self, ty: Ty, depth: u32) -> bool {
        /// Types nest deeper only by way of references, which are never empty, or in error.
        const MAX_DEPTH: u32 = 64;
        if depth > MAX_DEPTH {
            return false;
        }
        let types = &self.program.types;
        match types.kind(ty) {
            TyKind::Never => true,
            TyKind::Tuple(parts) => types.list(parts).iter().any(|&part| self.is_empty_within(part, depth + 1)),
            TyKind::Array(element, len) => {
                types.const_value(len).is_some_and(|len| len > 0) && self.is_empty_within(element, depth + 1)
            }
            TyKind::Adt(adt, args) => {
                let def = self.program.adt_sig(adt);
                let mut variants = def.variants.iter().map(|variant| {
                    variant.fields.iter().any(|f| self.is_empty_within(self.program.subst(f.ty, args), depth + 1))
                });
                if def.is_enum { variants.all(|empty| empty) } else { variants.any(|empty| empty) }
            }
            _ => false,
        }
    }
}

/// All values of an integer type. `usize` and `isize` have no end, because their width differs between machines.
pub(super) fn int_range(int: IntTy) -> (End, End) {
    match int {
        IntTy::Usize => (End::At(0), End::PosInfinity),
        IntTy::Isize => (End::NegInfinity, End::PosInfinity),
        _ => (End::At(int.rank(int.min())), End::after_all(int)),
    }
}

/// Cut a range at the ends of the column's ranges.
fn split_range(lo: End, hi: End, column: &[&Ctor], split: &mut Split) {
    let ranges = || {
        column.iter().filter_map(|ctor| match ctor {
            Ctor::Range { lo: from, hi: to } => Some(((*from).max(lo), (*to).min(hi))).filter(|(from, to)| from < to),
            _ => None,
        })
    };
    let mut cuts: Vec<End> = ranges().flat_map(|(from, to)| [from, to]).chain([lo, hi]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let ctor = Ctor::Range { lo: pair[0], hi: pair[1] };
        if ranges().any(|(from, to)| from <= pair[0] && pair[1] <= to) {
            split.present.push(ctor);
        } else {
            split.missing.push(ctor);
        }
    }
}

/// Split slices by their lengths: those up to the longest that the column distinguishes each for itself, all longer ones
/// together.
fn split_slices(array: Option<u64>, element_empty: bool, column: &[&Ctor], split: &mut Split) {
    let kinds: Vec<SliceKind> = column
        .iter()
        .filter_map(|ctor| match ctor {
            Ctor::Slice { kind, .. } => Some(*kind),
            _ => None,
        })
        .collect();
    let (mut prefix, mut suffix, mut longest) = (0, 0, 1);
    for kind in &kinds {
        match *kind {
            SliceKind::Fixed(len) => longest = longest.max(len + 1),
            SliceKind::Var(p, s) => (prefix, suffix) = (prefix.max(p), suffix.max(s)),
        }
    }
    prefix += longest.saturating_sub(prefix + suffix);
    let mut all: Vec<SliceKind> = Vec::new();
    match array {
        Some(len) if (prefix + suffix) as u64 >= len => all.push(SliceKind::Fixed(len as usize)),
        Some(_) => all.push(SliceKind::Var(prefix, suffix)),
        None => {
            all.extend((0..prefix + suffix).map(SliceKind::Fixed));
            all.push(SliceKind::Var(prefix, suffix));
        }
    }
    for kind in all {
        let ctor = Ctor::Slice { array, kind };
        if kinds.iter().any(|&seen| kind.is_within(seen)) {
            split.present.push(ctor);
        } else if element_empty && kind.arity() > 0 {
            split.missing_empty.push(ctor);
        } else {
            split.missing.push(ctor);
        }
    }
}
