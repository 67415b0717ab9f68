//! Static memory: strings, promoted constants, statics and panic locations, each placed once, before the program runs.

use crate::eval::{num_of, tag_of_variant};
use crate::memory::{MAX_MEMORY_BYTES, NULL_PAGE};
use crate::node::{Carry, Num};
use crate::prepare::{Failure, Instances};
use crate::wide::halves;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use stair_sema::defs::{Declared, LangFn};
use stair_sema::ids::StaticId;
use stair_sema::layout::{Abi, Layout, LayoutError};
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::ConstValue;
use stair_sema::{Program, VTABLE_HEADER, VtableEntry, vtable_offset};
use stair_source::{SourceMap, Span};
use std::rc::Rc;

/// Static memory under construction.
pub(crate) struct Statics<'p> {
    program: &'p Program,
    sources: &'p SourceMap,
    /// Memory from address 0 to the end of what was placed.
    pub bytes: Vec<u8>,
    strings: FxHashMap<SmolStr, u64>,
    statics: FxHashMap<StaticId, u64>,
    locations: FxHashMap<Span, u64>,
    vtables: FxHashMap<(Ty, Ty, Option<usize>), u64>,
}

impl<'p> Statics<'p> {
    pub(crate) fn new(program: &'p Program, sources: &'p SourceMap) -> Self {
        Self {
            program,
            sources,
            bytes: vec![0; NULL_PAGE as usize],
            strings: FxHashMap::default(),
            statics: FxHashMap::default(),
            locations: FxHashMap::default(),
            vtables: FxHashMap::default(),
        }
    }

    /// The layout of a type; `None` for an unsized one.
    pub(crate) fn layout(&self, ty: Ty) -> Result<Option<Rc<Layout>>, Failure> {
        match self.program.layout(ty) {
            Ok(layout) => Ok(Some(layout)),
            Err(LayoutError::Unsized) => Ok(None),
            Err(LayoutError::TooLarge) => {
                Err(Failure(format!("values of the type `{}` are too big for memory", self.program.type_name(ty))))
            }
            Err(error) => Err(Failure(format!("`{}` has no layout ({error:?})", self.program.type_name(ty)))),
        }
    }

    /// How values of a type are carried; an unsized place carries nothing.
    pub(crate) fn carry(&self, ty: Ty) -> Result<Carry, Failure> {
        Ok(match self.layout(ty)? {
            None => Carry::Zero,
            Some(layout) => match layout.abi {
                Abi::Zero => Carry::Zero,
                Abi::Scalar(scalar) => Carry::Scalar(num_of(scalar)),
                Abi::Pair(..) => Carry::Pair,
                Abi::Memory if layout.size == 0 => Carry::Zero,
                Abi::Memory => Carry::Memory(layout.size),
            },
        })
    }

    fn allocate(&mut self, size: u64, align: u64) -> Result<u64, Failure> {
        let start = (self.bytes.len() as u64).next_multiple_of(align.max(1));
        if start + size > MAX_MEMORY_BYTES {
            return Err(Failure("the program's constants and statics do not fit into memory".into()));
        }
        self.bytes.resize((start + size) as usize, 0);
        Ok(start)
    }

    fn write(&mut self, at: u64, bytes: &[u8]) {
        self.bytes[at as usize..at as usize + bytes.len()].copy_from_slice(bytes);
    }

    fn write_num(&mut self, at: u64, num: Num, value: u64) {
        self.write(at, &value.to_le_bytes()[..num.bytes() as usize]);
    }

    fn write_pair(&mut self, at: u64, (first, second): (u64, u64)) {
        self.write_num(at, Num::U64, first);
        self.write_num(at + 8, Num::U64, second);
    }

    /// The text in memory.
    pub(crate) fn string(&mut self, text: &SmolStr) -> Result<(u64, u64), Failure> {
        if let Some(&at) = self.strings.get(text) {
            return Ok((at, text.len() as u64));
        }
        let at = self.allocate(text.len() as u64, 1)?;
        self.write(at, text.as_bytes());
        self.strings.insert(text.clone(), at);
        Ok((at, text.len() as u64))
    }

    /// A constant's value in memory of its own.
    pub(crate) fn place(&mut self, ty: Ty, value: &ConstValue, instances: &Instances) -> Result<u64, Failure> {
        let Some(layout) = self.layout(ty)? else { return Err(Failure("a constant of unsized type".into())) };
        let at = self.allocate(layout.size, layout.align)?;
        self.write_value(at, ty, value, instances)?;
        Ok(at)
    }

    /// Where a static is, if the program reaches it.
    pub(crate) fn address(&self, id: StaticId) -> Option<u64> {
        self.statics.get(&id).copied()
    }

    /// A static's memory.
    pub(crate) fn static_address(&mut self, id: StaticId, instances: &Instances) -> Result<u64, Failure> {
        if let Some(&at) = self.statics.get(&id) {
            return Ok(at);
        }
        let ty = self.program.static_def(id).ty;
        let Some(layout) = self.layout(ty)? else { return Err(Failure("a static of unsized type".into())) };
        let at = self.allocate(layout.size, layout.align)?;
        // Known before its value is written, which may refer to it.
        self.statics.insert(id, at);
        let value = self.program.static_value(id).ok_or_else(|| Failure("a static without a value".into()))?;
        self.write_value(at, ty, &value, instances)?;
        Ok(at)
    }

    /// A `Location` for a panic at this place.
    pub(crate) fn location(&mut self, span: Span) -> Result<u64, Failure> {
        if let Some(&at) = self.locations.get(&span) {
            return Ok(at);
        }
        let (place, chars) = (self.sources.panic_position(span), self.sources.line_col(span).col);
        let at = self.location_at(&self.sources.file(span.file).name.clone(), (place.line, place.col, chars))?;
        self.locations.insert(span, at);
        Ok(at)
    }

    /// A `Location` of a declaration.
    pub(crate) fn declared_location(&mut self, at: Declared) -> Result<u64, Failure> {
        match at {
            Declared::Here(at) => self.location(at),
            Declared::InStd(file, line, col) => self.location_at(&file.into(), (line, col, col)),
        }
    }

    /// A `Location` of a line and column, the latter on a screen and in characters, from 1 on, of any file.
    pub(crate) fn location_at(&mut self, file: &SmolStr, at: (u32, u32, u32)) -> Result<u64, Failure> {
        let (line, col, chars) = at;
        let missing = || Failure("the library has no panic handlers".into());
        let handler = self.program.lang(LangFn::PanicAddOverflow).ok_or_else(missing)?;
        let reference = self.program.fn_def(handler).params.last().copied().ok_or_else(missing)?;
        let TyKind::Ref(ty, _) = self.program.types.kind(reference) else { return Err(missing()) };
        let TyKind::Adt(adt, _) = self.program.types.kind(ty) else { return Err(missing()) };
        let layout = self.layout(ty)?.ok_or_else(missing)?;
        let at = self.allocate(layout.size, layout.align)?;
        let file = self.string(file)?;
        let definition = &self.program.adt_def(adt).variants[0];
        for (name, value) in [("line", line), ("col", col), ("chars", chars)] {
            let offset = definition.field(name).and_then(|f| layout.field(f)).ok_or_else(missing)?;
            self.write_num(at + offset, Num::U32, u64::from(value));
        }
        let offset = definition.field("file").and_then(|f| layout.field(f)).ok_or_else(missing)?;
        self.write_pair(at + offset, file);
        Ok(at)
    }

    /// The vtable of a type, which is dropped by this glue, for a `dyn Trait`. Its first word is the glue's number, from 1
    /// on.
    pub(crate) fn vtable(
        &mut self,
        ty: Ty,
        object: Ty,
        glue: Option<usize>,
        instances: &Instances,
    ) -> Result<u64, Failure> {
        if let Some(&at) = self.vtables.get(&(ty, object, glue)) {
            return Ok(at);
        }
        let layout = self.layout(ty)?.ok_or_else(|| Failure("a vtable of an unsized type".into()))?;
        let entries = self.program.vtable(ty, object);
        let at = self.allocate((VTABLE_HEADER + entries.len() as u64) * 8, 8)?;
        self.vtables.insert((ty, object, glue), at);
        self.write_num(at, Num::U64, glue.map_or(0, |glue| glue as u64 + 1));
        self.write_pair(at + 8, (layout.size, layout.align));
        for (i, entry) in entries.into_iter().enumerate() {
            let value = match entry {
                VtableEntry::Fn(instance) | VtableEntry::Reified(instance) => {
                    instances.address(self.program, instance.def, instance.args)?
                }
                VtableEntry::Vtable(above) => self.vtable(ty, above, glue, instances)?,
                VtableEntry::Vacant => 0,
            };
            self.write_num(at + vtable_offset(i as u32), Num::U64, value);
        }
        Ok(at)
    }

    /// A constant of a type carried as a scalar.
    pub(crate) fn scalar(&mut self, ty: Ty, value: &ConstValue, instances: &Instances) -> Result<u64, Failure> {
        Ok(match value {
            ConstValue::Scalar(value) => match self.carry(ty)? {
                Carry::Scalar(num) => num.normalize(*value as u64),
                _ => *value as u64,
            },
            ConstValue::Bytes(bytes) => {
                let at = self.allocate(bytes.len() as u64, 1)?;
                self.write(at, bytes);
                at
            }
            ConstValue::Variant(variant, _) => {
                let layout = self.layout(ty)?.ok_or_else(|| Failure("an enum without a layout".into()))?;
                tag_of_variant(&layout, variant.0).unwrap_or(0)
            }
            ConstValue::Ref(value, inner) => self.place(*inner, value, instances)?,
            ConstValue::StaticRef(id) => self.static_address(*id, instances)?,
            ConstValue::Location(span) => self.location(*span)?,
            ConstValue::Fn(def, args) => instances.address(self.program, *def, *args)?,
            ConstValue::Str(_) | ConstValue::Aggregate(_) | ConstValue::Repeat(..) | ConstValue::Object(..) => {
                return Err(Failure("a constant that is no scalar".into()));
            }
        })
    }

    /// A constant of a type carried as two words.
    pub(crate) fn pair(&mut self, ty: Ty, value: &ConstValue, instances: &Instances) -> Result<(u64, u64), Failure> {
        match value {
            ConstValue::Scalar(bits) => Ok(halves(*bits)),
            ConstValue::Str(text) => self.string(text),
            ConstValue::Bytes(bytes) => Ok((self.scalar(ty, value, instances)?, bytes.len() as u64)),
            // What is behind a constant's reference is never dropped.
            ConstValue::Object(inner_value, inner, object) => {
                Ok((self.place(*inner, inner_value, instances)?, self.vtable(*inner, *object, None, instances)?))
            }
            ConstValue::Ref(inner_value, inner) => {
                let TyKind::Array(_, len) = self.program.types.kind(*inner) else {
                    return Err(Failure("a fat pointer to what is no array".into()));
                };
                Ok((self.place(*inner, inner_value, instances)?, self.program.types.const_value(len).unwrap_or(0)))
            }
            _ => Err(Failure("a constant that is no fat pointer".into())),
        }
    }

    fn write_value(&mut self, at: u64, ty: Ty, value: &ConstValue, instances: &Instances) -> Result<(), Failure> {
        match self.carry(ty)? {
            Carry::Zero => Ok(()),
            Carry::Scalar(num) => {
                let value = self.scalar(ty, value, instances)?;
                self.write_num(at, num, value);
                Ok(())
            }
            Carry::Pair => {
                let pair = self.pair(ty, value, instances)?;
                self.write_pair(at, pair);
                Ok(())
            }
            Carry::Memory(_) => self.write_aggregate(at, ty, value, instances),
        }
    }

    fn write_aggregate(&mut self, at: u64, ty: Ty, value: &ConstValue, instances: &Instances) -> Result<(), Failure> {
        let mismatch = || Failure("a constant that does not fit its type".into());
        let layout = self.layout(ty)?.ok_or_else(mismatch)?;
        match (value, self.program.types.kind(ty)) {
            (ConstValue::Aggregate(elements), TyKind::Array(element, _)) => {
                let size = self.layout(element)?.ok_or_else(mismatch)?.size;
                for (i, value) in elements.iter().enumerate() {
                    self.write_value(at + i as u64 * size, element, value, instances)?;
                }
                Ok(())
            }
            (ConstValue::Repeat(value, count), TyKind::Array(element, _)) => {
                let size = self.layout(element)?.ok_or_else(mismatch)?.size;
                if *count > 0 {
                    self.write_value(at, element, value, instances)?;
                }
                let first = at as usize..(at + size) as usize;
                for i in 1..*count {
                    self.bytes.copy_within(first.clone(), (at + i * size) as usize);
                }
                Ok(())
            }
            (ConstValue::Aggregate(fields), kind) => {
                for (i, value) in fields.iter().enumerate() {
                    let ty = self.field_type(&kind, 0, i).ok_or_else(mismatch)?;
                    let offset = layout.fields.get(i).copied().ok_or_else(mismatch)?;
                    self.write_value(at + offset, ty, value, instances)?;
                }
                Ok(())
            }
            (ConstValue::Variant(variant, fields), kind) => {
                for (i, value) in fields.iter().enumerate() {
                    let ty = self.field_type(&kind, variant.0 as usize, i).ok_or_else(mismatch)?;
                    let field = stair_sema::ids::FieldIdx(i as u32);
                    let offset = layout.variant_field(*variant, field).ok_or_else(mismatch)?;
                    self.write_value(at + offset, ty, value, instances)?;
                }
                if let stair_sema::layout::Variants::Multiple { tag_offset, tag, .. } = &layout.variants
                    && let Some(value) = tag_of_variant(&layout, variant.0)
                {
                    self.write_num(at + tag_offset, num_of(*tag), value);
                }
                Ok(())
            }
            _ => Err(mismatch()),
        }
    }

    fn field_type(&self, kind: &TyKind, variant: usize, field: usize) -> Option<Ty> {
        match kind {
            TyKind::Tuple(list) => self.program.types.list(*list).get(field).copied(),
            TyKind::Adt(adt, args) => {
                let definition = self.program.adt_def(*adt).variants.get(variant)?.fields.get(field)?;
                Some(self.program.subst(definition.ty, *args))
            }
            _ => None,
        }
    }
}
