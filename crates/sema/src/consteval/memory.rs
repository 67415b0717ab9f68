//! Values while a constant is evaluated, and the memory that references point to.

use super::ConstError;
use crate::ids::{FnId, StaticId, VariantIdx};
use crate::ty::{Ty, TyList};
use crate::typed::ConstValue;
use smol_str::SmolStr;
use stair_source::Span;
use std::rc::Rc;

/// A value.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// As in [`ConstValue::Scalar`].
    Scalar(i128),
    /// `&str`.
    Str(SmolStr),
    /// `&[u8; N]` or, where the type says so, `&[u8]`, of constant bytes.
    Bytes(Rc<[u8]>),
    /// A struct, tuple or array.
    Aggregate(Vec<Self>),
    /// An array of equal elements.
    Repeat(Box<Self>, u64),
    /// An enum's variant.
    Variant(VariantIdx, Vec<Self>),
    /// A reference or raw pointer into this evaluation's memory.
    Ref(Pointer),
    /// A reference to a constant's memory, not yet looked into, and the type of what is there.
    ConstRef(Rc<ConstValue>, Ty),
    /// A reference to what has become a trait object: the value, its type and the object's.
    Object(Rc<ConstValue>, Ty, Ty),
    /// The address of a static.
    StaticRef(StaticId),
    /// A function.
    Fn(FnId, TyList),
    /// A panic location.
    Location(Span),
    /// Declared, without a value yet.
    Uninit,
}

/// A place: a cell, and which part of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Pointer {
    /// The cell.
    pub(super) cell: usize,
    /// Fields and elements, from the outside in.
    pub(super) path: Vec<usize>,
    /// For a slice: which elements of the array that the path leads to.
    pub(super) slice: Option<(usize, usize)>,
}

impl Pointer {
    /// A field or element of this place.
    pub(super) fn part(&self, index: usize) -> Self {
        let mut path = self.path.clone();
        path.push(self.slice.map_or(0, |(start, _)| start) + index);
        Self { cell: self.cell, path, slice: None }
    }
}

/// Everything that references can point to.
#[derive(Default, Debug)]
pub(super) struct Memory {
    cells: Vec<Value>,
}

/// The largest array that is written out element by element.
const MAX_ELEMENTS: u64 = 1 << 20;

impl Memory {
    /// A new cell with this value.
    pub(super) fn add(&mut self, value: Value) -> Pointer {
        self.cells.push(value);
        Pointer { cell: self.cells.len() - 1, path: Vec::new(), slice: None }
    }

    /// The value at a place, which is not a slice; `None` where the path leads nowhere.
    pub(super) fn get(&self, at: &Pointer) -> Option<&Value> {
        let mut value = self.cells.get(at.cell)?;
        for &index in &at.path {
            value = match value {
                Value::Aggregate(parts) | Value::Variant(_, parts) => parts.get(index)?,
                Value::Repeat(element, len) if (index as u64) < *len => element,
                _ => return None,
            };
        }
        Some(value)
    }

    /// The place itself, to be changed.
    pub(super) fn get_mut(&mut self, at: &Pointer) -> Option<&mut Value> {
        let mut value = self.cells.get_mut(at.cell)?;
        for &index in &at.path {
            if let Value::Repeat(element, len) = value {
                if *len > MAX_ELEMENTS {
                    return None;
                }
                *value = Value::Aggregate(vec![(**element).clone(); *len as usize]);
            }
            value = match value {
                Value::Aggregate(parts) | Value::Variant(_, parts) => parts.get_mut(index)?,
                _ => return None,
            };
        }
        Some(value)
    }

    /// How many elements an array or slice has.
    pub(super) fn len(&self, at: &Pointer) -> Option<usize> {
        if let Some((_, len)) = at.slice {
            return Some(len);
        }
        match self.get(at)? {
            Value::Aggregate(parts) => Some(parts.len()),
            Value::Repeat(_, len) => usize::try_from(*len).ok(),
            _ => None,
        }
    }

    /// The elements of a slice or array.
    pub(super) fn elements(&self, at: &Pointer) -> Option<Vec<Value>> {
        let len = self.len(at)?;
        if len as u64 > MAX_ELEMENTS {
            return None;
        }
        (0..len).map(|i| self.get(&at.part(i)).cloned()).collect()
    }
}

impl Value {
    /// The value of a constant.
    pub(super) fn of_const(value: &ConstValue) -> Self {
        match value {
            ConstValue::Scalar(bits) => Self::Scalar(*bits),
            ConstValue::Str(s) => Self::Str(s.clone()),
            ConstValue::Bytes(bytes) => Self::Bytes(Rc::clone(bytes)),
            ConstValue::Aggregate(parts) => Self::Aggregate(parts.iter().map(Self::of_const).collect()),
            ConstValue::Repeat(element, len) => Self::Repeat(Box::new(Self::of_const(element)), *len),
            ConstValue::Variant(variant, parts) => Self::Variant(*variant, parts.iter().map(Self::of_const).collect()),
            ConstValue::Ref(to, ty) => Self::ConstRef(Rc::clone(to), *ty),
            ConstValue::Object(to, ty, object) => Self::Object(Rc::clone(to), *ty, *object),
            ConstValue::StaticRef(id) => Self::StaticRef(*id),
            ConstValue::Fn(id, args) => Self::Fn(*id, *args),
            ConstValue::Location(span) => Self::Location(*span),
        }
    }

    /// `()`.
    pub(super) fn unit() -> Self {
        Self::Aggregate(Vec::new())
    }

    pub(super) fn bool(value: bool) -> Self {
        Self::Scalar(i128::from(value))
    }

    /// The scalar's bits.
    pub(super) fn scalar(&self, span: Span) -> Result<i128, ConstError> {
        match self {
            Self::Scalar(bits) => Ok(*bits),
            _ => Err(ConstError::Unsupported(span, "this operation")),
        }
    }
}
