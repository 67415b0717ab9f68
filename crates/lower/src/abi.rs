//! How values travel between instructions and functions.
//!
//! | ABI | parameter | result |
//! | --- | --- | --- |
//! | `Zero` | none | none |
//! | `Scalar` | one value | one value |
//! | `Pair` | two values | two values |
//! | `Memory` | the address of memory that the callee may treat as its own | written to the address in the first parameter |
//!
//! A function that never returns has no results.

use crate::error::{LowerError, R};
use crate::module::ModuleCx;
use stair_ir::inst::{Signature, Type};
use stair_sema::layout::{Abi, Layout, LayoutError, Scalar};
use stair_sema::ty::{Ty, TyKind};
use stair_source::Span;
use std::rc::Rc;

/// The IR type of a stored scalar.
pub(crate) fn scalar_type(scalar: Scalar) -> Type {
    match scalar {
        Scalar::Int { bytes: 1, .. } | Scalar::Bool => Type::I8,
        Scalar::Int { bytes: 2, .. } => Type::I16,
        Scalar::Int { bytes: 4, .. } | Scalar::Char => Type::I32,
        Scalar::Int { .. } | Scalar::Pointer => Type::I64,
        Scalar::F32 => Type::F32,
        Scalar::F64 => Type::F64,
    }
}

/// The pattern of `value` in a scalar of this IR type.
pub(crate) fn scalar_bits(ty: Type, value: i128) -> u64 {
    value as u64 & ty.mask()
}

/// The types of the values that carry something of this ABI; none for `Zero` and `Memory`.
pub(crate) fn value_types(abi: Abi) -> Vec<Type> {
    match abi {
        Abi::Zero | Abi::Memory => Vec::new(),
        Abi::Scalar(s) => vec![scalar_type(s)],
        Abi::Pair(a, b) => vec![scalar_type(a), scalar_type(b)],
    }
}

impl ModuleCx<'_> {
    /// The layout of a type without parameters.
    pub(crate) fn layout(&self, ty: Ty, span: Span) -> R<Rc<Layout>> {
        self.program.layout(ty).map_err(|error| {
            match error {
                LayoutError::TooLarge => LowerError::TypeTooLarge { name: self.program.type_name(ty), span },
                LayoutError::Unsized => LowerError::Inconsistent { what: "a value of unsized type", span },
                LayoutError::Generic => LowerError::Inconsistent { what: "a type with parameters left", span },
                LayoutError::Recursive => LowerError::Inconsistent { what: "a type that contains itself", span },
            }
            .into()
        })
    }

    /// The signature of a function with these parameter and result types.
    pub(crate) fn signature(&self, params: &[Ty], ret: Ty, span: Span) -> R<Signature> {
        let mut sig = Signature::default();
        if !self.is_never(ret) {
            match self.layout(ret, span)?.abi {
                Abi::Memory => sig.params.push(Type::I64),
                abi => sig.results = value_types(abi),
            }
        }
        for &param in params {
            match self.layout(param, span)?.abi {
                Abi::Memory => sig.params.push(Type::I64),
                abi => sig.params.extend(value_types(abi)),
            }
        }
        Ok(sig)
    }

    /// Whether this is `!`.
    pub(crate) fn is_never(&self, ty: Ty) -> bool {
        matches!(self.program.types.kind(ty), TyKind::Never)
    }
}
