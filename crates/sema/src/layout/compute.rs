//! Computing layouts.
//!
//! The rules are those of `rustc` 1.95 on x86-64 Linux, so that `size_of` agrees: fields are sorted to need little
//! padding and to leave the largest niche at an edge, an enum is laid out with a tag of its own and, where one variant
//! has unused bit patterns, without one; the smaller layout wins, then the one that leaves the larger niche, then the tag.

use super::{Abi, Layout, LayoutError, MAX_TYPE_BYTES, Niche, Scalar, TagEncoding, Variants};
use crate::Program;
use crate::ids::{AdtId, VariantIdx};
use crate::ty::{IntTy, Ty, TyKind, TyList};
use std::rc::Rc;

/// The layout of a type without parameters.
pub fn layout_of(program: &Program, ty: Ty) -> Result<Rc<Layout>, LayoutError> {
    if let Some(library) = program.library_for(program.types.flags(ty)) {
        return layout_of(library, ty);
    }
    let memo = &program.tables.layouts.known;
    match memo.borrow().get(&ty) {
        Some(Some(known)) => return known.clone(),
        Some(None) => return Err(LayoutError::Recursive),
        None => {}
    }
    memo.borrow_mut().insert(ty, None);
    let computed = compute(program, ty).map(Rc::new);
    memo.borrow_mut().insert(ty, Some(computed.clone()));
    computed
}

fn compute(program: &Program, ty: Ty) -> Result<Layout, LayoutError> {
    let types = &program.types;
    Ok(match types.kind(ty) {
        TyKind::Bool => scalar(Scalar::Bool),
        TyKind::Char => scalar(Scalar::Char),
        TyKind::Int(int) if int.is_wide() => wide(),
        TyKind::Int(int) => scalar(Scalar::Int { bytes: (int.bits() / 8) as u8, signed: int.is_signed() }),
        TyKind::Float(crate::ty::FloatTy::F32) => scalar(Scalar::F32),
        TyKind::Float(crate::ty::FloatTy::F64) => scalar(Scalar::F64),
        TyKind::Never => never(),
        TyKind::FnDef(..) => structure(&[], Order::Optimal)?,
        TyKind::FnPtr(_) => reference(false, true),
        TyKind::Ref(inner, _) => reference(is_unsized(program, inner), true),
        TyKind::Ptr(inner, _) => reference(is_unsized(program, inner), false),
        TyKind::Tuple(elements) => {
            let elements =
                types.list(elements).iter().map(|&e| layout_of(program, e)).collect::<Result<Vec<_>, _>>()?;
            structure(&elements, Order::LastStays)?
        }
        TyKind::Array(element, len) => {
            let element = layout_of(program, element)?;
            array(&element, types.const_value(len).ok_or(LayoutError::Generic)?)?
        }
        TyKind::Adt(id, args) => match program.boxed(ty) {
            Some(inner) => Layout { fields: vec![0], ..reference(is_unsized(program, inner), true) },
            None => adt(program, id, args)?,
        },
        TyKind::Closure(..) => {
            let captures = program.closure_captures(ty).ok_or(LayoutError::Generic)?;
            let captures = captures.iter().map(|&c| layout_of(program, c)).collect::<Result<Vec<_>, _>>()?;
            structure(&captures, Order::Optimal)?
        }
        TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(..) => return Err(LayoutError::Unsized),
        TyKind::Param(..) | TyKind::Projection(..) | TyKind::Const(_) | TyKind::Infer(_) | TyKind::Error => {
            return Err(LayoutError::Generic);
        }
    })
}

fn is_unsized(program: &Program, ty: Ty) -> bool {
    matches!(program.types.kind(ty), TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(..))
}

fn adt(program: &Program, id: AdtId, args: TyList) -> Result<Layout, LayoutError> {
    let def = program.adt_def(id);
    let mut variants = Vec::with_capacity(def.variants.len());
    for variant in &def.variants {
        let fields = variant.fields.iter().map(|f| layout_of(program, program.subst(f.ty, args)));
        variants.push(fields.collect::<Result<Vec<_>, _>>()?);
    }
    if def.is_enum {
        let discriminants: Vec<i128> = def.variants.iter().map(|v| v.discriminant).collect();
        enumeration(&variants, &discriminants, def.repr, def.repr_c)
    } else {
        let order = if def.repr_c { Order::Declared } else { Order::Optimal };
        let layout = structure(variants.first().map_or(&[][..], |fields| fields), order)?;
        let niche = if def.is_user { None } else { library_niche(program, id, args) };
        let hidden = !def.is_user && is_cell(program, id);
        Ok(Layout { niche: if hidden { None } else { niche.or(layout.niche) }, ..layout })
    }
}

/// What may change while it is shared: the values that it cannot have are not known outside.
fn is_cell(program: &Program, id: AdtId) -> bool {
    program.tables.library_adt("UnsafeCell") == Some(id)
}

/// The niche of a struct of the library around one number, which it says itself: `#[niche = "zero"]` where the number is
/// never 0, `#[niche = "nonzero"]` where it is an integer of the type's parameter, `#[niche = "negative"]` where it is at most
/// `isize::MAX`.
fn library_niche(program: &Program, id: AdtId, args: TyList) -> Option<Niche> {
    let attrs = &program.tables.adts[id.index()].item.attrs;
    let (start, end) = match crate::collect::attr_string(attrs, "niche")? {
        "nonzero" => {
            let TyKind::Int(int) = program.types.kind(*program.types.list(args).first()?) else { return None };
            let scalar = Scalar::Int { bytes: (int.bits() / 8) as u8, signed: int.is_signed() };
            return Some(Niche { offset: 0, scalar, start: 1, end: max_value(scalar) });
        }
        "zero" => (1, u128::from(u64::MAX)),
        _ => (0, i64::MAX as u128),
    };
    Some(Niche { offset: 0, scalar: Scalar::Int { bytes: 8, signed: false }, start, end })
}

/// The layout of a scalar type.
pub(super) fn scalar(scalar: Scalar) -> Layout {
    let niche = match scalar {
        Scalar::Bool => Some(Niche { offset: 0, scalar, start: 0, end: 1 }),
        Scalar::Char => Some(Niche { offset: 0, scalar, start: 0, end: 0x10_FFFF }),
        _ => None,
    };
    let bytes = scalar.bytes();
    Layout {
        size: bytes,
        align: bytes,
        abi: Abi::Scalar(scalar),
        fields: Vec::new(),
        variants: Variants::None,
        niche,
        uninhabited: false,
    }
}

/// The layout of `i128` and `u128`: two halves, the low one first.
pub(super) fn wide() -> Layout {
    let half = Scalar::Int { bytes: 8, signed: false };
    Layout { size: 16, align: 16, abi: Abi::Pair(half, half), ..scalar(half) }
}

/// The layout of a pointer: `fat` with a length or a vtable, `non_null` with a niche.
pub(super) fn reference(fat: bool, non_null: bool) -> Layout {
    let niche = Niche { offset: 0, scalar: Scalar::Pointer, start: 1, end: u128::from(u64::MAX) };
    let length = Scalar::Int { bytes: 8, signed: false };
    Layout {
        size: if fat { 16 } else { 8 },
        abi: if fat { Abi::Pair(Scalar::Pointer, length) } else { Abi::Scalar(Scalar::Pointer) },
        niche: non_null.then_some(niche),
        ..scalar(Scalar::Pointer)
    }
}

/// The layout of `!`, and of enums none of whose variants can exist.
pub(super) fn never() -> Layout {
    Layout {
        size: 0,
        align: 1,
        abi: Abi::Zero,
        fields: Vec::new(),
        variants: Variants::None,
        niche: None,
        uninhabited: true,
    }
}

/// The layout of `[element; len]`.
pub(super) fn array(element: &Layout, len: u64) -> Result<Layout, LayoutError> {
    let size = element.size.checked_mul(len).filter(|&s| s <= MAX_TYPE_BYTES).ok_or(LayoutError::TooLarge)?;
    Ok(Layout {
        size,
        align: element.align,
        abi: if size == 0 { Abi::Zero } else { Abi::Memory },
        fields: Vec::new(),
        variants: Variants::None,
        niche: element.niche.filter(|_| len != 0),
        uninhabited: len != 0 && element.uninhabited,
    })
}

/// How fields may be placed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// As is best.
    Optimal,
    /// As is best, but for the last, which stays the last: tuples.
    LastStays,
    /// In the order of the declaration (`repr(C)`).
    Declared,
    /// As is best behind a tag of this size and alignment.
    AfterTag(u64, u64),
    /// In the order of the declaration behind a tag.
    DeclaredAfterTag(u64, u64),
}

/// At which end of a struct its largest niche should lie.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bias {
    Start,
    End,
}

/// The layout of a struct or tuple, or of one variant's fields.
pub(super) fn structure(fields: &[Rc<Layout>], order: Order) -> Result<Layout, LayoutError> {
    let layout = place(fields, order, Bias::Start)?;
    // An enclosing enum can put other variants' data before or behind a niche: the nearer to an edge, the better.
    if let Some(niche) = layout.niche
        && fields.len() > 1
        && order != Order::LastStays
    {
        let (before, behind) = (niche.offset, tail(&layout, niche));
        if before != 0 && behind > 0 {
            let other = place(fields, order, Bias::End)?;
            if other.niche.is_some_and(|niche| niche.offset > before && niche.offset > behind) {
                return Ok(other);
            }
        }
    }
    Ok(layout)
}

/// How many bytes follow a niche.
fn tail(layout: &Layout, niche: Niche) -> u64 {
    layout.size - niche.offset - niche.scalar.bytes()
}

fn place(fields: &[Rc<Layout>], order: Order, bias: Bias) -> Result<Layout, LayoutError> {
    let mut indices: Vec<usize> = (0..fields.len()).collect();
    let movable = if order == Order::LastStays { fields.len().saturating_sub(1) } else { fields.len() };
    let largest = fields[..movable].iter().map(|f| available_in(f)).max().unwrap_or(0);
    let max_align = fields[..movable].iter().map(|f| f.align).max().unwrap_or(1);
    // A field whose size is a multiple of a power of two may stand among fields of that alignment.
    let group = |f: &Layout| {
        let by_size = f.align.max(f.size).trailing_zeros();
        match bias {
            _ if largest == 0 => by_size,
            Bias::Start => max_align.trailing_zeros().min(by_size),
            Bias::End if available_in(f) == largest => f.align.trailing_zeros(),
            Bias::End => by_size,
        }
    };
    match order {
        Order::Optimal | Order::LastStays => indices[..movable].sort_by_key(|&i| {
            let f = &fields[i];
            let (by_niche, by_offset) = match bias {
                Bias::Start => (!available_in(f), f.niche.map_or(0, |n| n.offset)),
                Bias::End => (available_in(f), f.niche.map_or(0, |n| !tail(f, n))),
            };
            (std::cmp::Reverse(group(f)), by_niche, by_offset)
        }),
        Order::AfterTag(..) => indices.sort_by_key(|&i| (group(&fields[i]), available_in(&fields[i]))),
        Order::Declared | Order::DeclaredAfterTag(..) => {}
    }

    let (mut offset, mut align) = (0u64, 1u64);
    if let Order::AfterTag(size, tag_align) | Order::DeclaredAfterTag(size, tag_align) = order {
        (offset, align) = (size.next_multiple_of(tag_align), tag_align);
    }
    let mut offsets = vec![0; fields.len()];
    let mut niche: Option<Niche> = None;
    for i in indices {
        let field = &fields[i];
        offset = offset.next_multiple_of(field.align);
        align = align.max(field.align);
        offsets[i] = offset;
        if let Some(new) = field.niche {
            let best = niche.map_or(0, available);
            if available(new) > best || bias == Bias::End && available(new) == best {
                niche = Some(Niche { offset: new.offset + offset, ..new });
            }
        }
        offset += field.size;
        if offset > MAX_TYPE_BYTES {
            return Err(LayoutError::TooLarge);
        }
    }
    let size = offset.next_multiple_of(align);
    Ok(Layout {
        size,
        align,
        abi: if size == 0 { Abi::Zero } else { Abi::Memory },
        fields: offsets,
        variants: Variants::None,
        niche,
        uninhabited: fields.iter().any(|f| f.uninhabited),
    })
}

fn max_value(scalar: Scalar) -> u128 {
    (1 << (scalar.bytes() * 8)) - 1
}

/// How many patterns of a niche are free.
fn available(niche: Niche) -> u128 {
    niche.start.wrapping_sub(niche.end).wrapping_sub(1) & max_value(niche.scalar)
}

fn available_in(layout: &Layout) -> u128 {
    layout.niche.map_or(0, available)
}

/// Take `count` patterns out of a niche: the first of them and what is left. Zero goes to a lone variant if possible.
fn reserve(niche: Niche, count: u128) -> Option<(u128, Niche)> {
    if count > available(niche) {
        return None;
    }
    let max = max_value(niche.scalar);
    let Niche { start, end, .. } = niche;
    let below = (start.wrapping_sub(count) & max, Niche { start: start.wrapping_sub(count) & max, ..niche });
    let above = (end.wrapping_add(1) & max, Niche { end: end.wrapping_add(count) & max, ..niche });
    let take_above = if start > end {
        true
    } else if start <= max - end {
        count > start
    } else {
        let moved = end.wrapping_add(count) & max;
        !(1..=end).contains(&moved)
    };
    Some(if take_above { above } else { below })
}

/// A variant that leaves no trace: it cannot exist, and takes no place.
fn is_absent(fields: &[Rc<Layout>]) -> bool {
    fields.iter().any(|f| f.uninhabited) && fields.iter().all(|f| f.size == 0 && f.align == 1)
}

/// The layout of an enum.
pub(super) fn enumeration(
    variants: &[Vec<Rc<Layout>>],
    discriminants: &[i128],
    repr: Option<IntTy>,
    repr_c: bool,
) -> Result<Layout, LayoutError> {
    let fixed = repr.is_some() || repr_c;
    let mut present = (0..variants.len()).filter(|&i| repr_c || !is_absent(&variants[i]));
    let Some(first) = present.next() else {
        return Ok(Layout { variants: Variants::Single { variant: VariantIdx(0), fields: Vec::new() }, ..never() });
    };
    if present.next().is_none() && !fixed {
        let mut layout = structure(&variants[first], Order::Optimal)?;
        let fields = std::mem::take(&mut layout.fields);
        layout.variants = Variants::Single { variant: VariantIdx(first as u32), fields };
        return Ok(layout);
    }
    let tagged = with_tag(variants, discriminants, repr, repr_c)?;
    if fixed {
        return Ok(tagged);
    }
    Ok(match with_niche(variants)? {
        Some(filled)
            if tagged.size > filled.size
                || tagged.size == filled.size && available_in(&tagged) < available_in(&filled) =>
        {
            filled
        }
        _ => tagged,
    })
}

/// The layout that keeps the variant in unused patterns of the largest variant's data, if there are enough and the others
/// fit beside them.
fn with_niche(variants: &[Vec<Rc<Layout>>]) -> Result<Option<Layout>, LayoutError> {
    let mut layouts = variants.iter().map(|v| structure(v, Order::Optimal)).collect::<Result<Vec<_>, _>>()?;
    let align = layouts.iter().map(|l| l.align).max().unwrap_or(1);
    let Some(largest) = (0..layouts.len()).max_by_key(|&i| layouts[i].size) else { return Ok(None) };
    let mut others = (0..variants.len()).filter(|&i| i != largest && !is_absent(&variants[i]));
    let Some(first) = others.next() else { return Ok(None) };
    let last = others.next_back().unwrap_or(first);

    let Some(niche) = layouts[largest].niche else { return Ok(None) };
    let Some((niche_start, left)) = reserve(niche, (last - first + 1) as u128) else { return Ok(None) };
    let size = layouts[largest].size.next_multiple_of(align);
    for (i, layout) in layouts.iter_mut().enumerate() {
        if i == largest || layout.size <= niche.offset {
            continue;
        }
        let behind = (niche.offset + niche.scalar.bytes()).next_multiple_of(layout.align);
        if behind + layout.size > size {
            return Ok(None);
        }
        layout.fields.iter_mut().for_each(|offset| *offset += behind);
    }
    Ok(Some(Layout {
        size,
        align,
        abi: Abi::Memory,
        fields: Vec::new(),
        uninhabited: layouts.iter().all(|l| l.uninhabited),
        variants: Variants::Multiple {
            tag_offset: niche.offset,
            tag: niche.scalar,
            encoding: TagEncoding::Niche {
                untagged: VariantIdx(largest as u32),
                niche_variants: (VariantIdx(first as u32), VariantIdx(last as u32)),
                niche_start,
            },
            fields: layouts.into_iter().map(|l| l.fields).collect(),
        },
        niche: (available(left) > 0).then_some(left),
    }))
}

/// The layout with a tag of its own at the start.
fn with_tag(
    variants: &[Vec<Rc<Layout>>],
    discriminants: &[i128],
    repr: Option<IntTy>,
    repr_c: bool,
) -> Result<Layout, LayoutError> {
    let possible = |i: usize| repr_c || variants[i].iter().all(|f| !f.uninhabited);
    let mut values: Vec<i128> = (0..variants.len()).filter(|&i| possible(i)).map(|i| discriminants[i]).collect();
    values.sort_unstable();
    let (min, max) = valid_range(&values, repr.unwrap_or(IntTy::Isize));
    let (min_bytes, signed) = match repr {
        Some(int) => (u64::from(int.bits() / 8), int.is_signed()),
        None => {
            let least = if repr_c { 4 } else { 1 };
            let bytes = if min >= 0 { unsigned_bytes(max) } else { signed_bytes(min).max(signed_bytes(max)) };
            (bytes.max(least), min < 0)
        }
    };

    let fields_align = variants.iter().flatten().map(|f| f.align).max().unwrap_or(1);
    let prefix_align = if repr_c { min_bytes.max(fields_align) } else { min_bytes };
    // `repr(u8)` fixes the order of the fields as `repr(C)` does: the layout is that of a union of structs.
    let declared = repr_c || repr.is_some();
    let order = match declared {
        true => Order::DeclaredAfterTag(min_bytes, prefix_align),
        false => Order::AfterTag(min_bytes, prefix_align),
    };
    let mut layouts = variants.iter().map(|v| structure(v, order)).collect::<Result<Vec<_>, _>>()?;
    let align = layouts.iter().map(|l| l.align).max().unwrap_or(1);
    let size = layouts.iter().map(|l| l.size).max().unwrap_or(0).next_multiple_of(align);

    // A tag as wide as the gap before the first field costs nothing.
    let mut bytes = min_bytes;
    if !declared {
        let mut start_align = 256;
        for (variant, layout) in variants.iter().zip(&layouts) {
            let mut by_offset: Vec<usize> = (0..variant.len()).collect();
            by_offset.sort_by_key(|&i| (layout.fields[i], variant[i].size));
            if let Some(&i) = by_offset.iter().find(|&&i| !(variant[i].size == 0 && variant[i].align == 1)) {
                start_align = start_align.min(variant[i].align);
            }
        }
        // (`rustc` widens it to 16 bytes too; more than eight are never told apart.)
        let wider = if start_align == 16 { 8 } else { start_align };
        if wider <= 8 && wider > min_bytes {
            bytes = wider;
            for layout in &mut layouts {
                layout.fields.iter_mut().filter(|o| **o <= min_bytes).for_each(|offset| *offset = bytes);
            }
        }
    }

    let tag = Scalar::Int { bytes: bytes as u8, signed };
    let mask = max_value(tag);
    let niche = Niche { offset: 0, scalar: tag, start: min as u128 & mask, end: max as u128 & mask };
    let only_tag = variants.iter().all(Vec::is_empty);
    Ok(Layout {
        size,
        align,
        abi: if only_tag { Abi::Scalar(tag) } else { Abi::Memory },
        fields: Vec::new(),
        uninhabited: layouts.iter().all(|l| l.uninhabited),
        variants: Variants::Multiple {
            tag_offset: 0,
            tag,
            encoding: TagEncoding::Direct { discriminants: discriminants.to_vec() },
            fields: layouts.into_iter().map(|l| l.fields).collect(),
        },
        niche: (available(niche) > 0).then_some(niche),
    })
}

/// The first and last discriminant as the tag's range, which may wrap around: outside the largest gap between two
/// neighbours among the sorted values.
fn valid_range(values: &[i128], int: IntTy) -> (i128, i128) {
    let next = |i: usize| values[(i + 1) % values.len()];
    // Read without a sign, as `rustc` does: where the values span more than half of a signed type, the gap around its
    // ends counts as the largest.
    let gap = |&i: &usize| {
        let (here, next) = (values[i], next(i));
        (if here > next { int.max() as i128 - (here - next) } else { next - here }) as u128
    };
    (0..values.len()).max_by_key(gap).map_or((0, 0), |i| (next(i), values[i]))
}

fn unsigned_bytes(value: i128) -> u64 {
    match value {
        0..=0xFF => 1,
        0x100..=0xFFFF => 2,
        0x1_0000..=0xFFFF_FFFF => 4,
        _ => 8,
    }
}

fn signed_bytes(value: i128) -> u64 {
    [1u64, 2, 4].into_iter().find(|&b| (value << (128 - b * 8)) >> (128 - b * 8) == value).unwrap_or(8)
}
