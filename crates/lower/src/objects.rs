//! Trait objects: vtables as static data, and pointers that become pointers to trait objects.

use crate::error::{LowerError, R};
use crate::function::Lowerer;
use crate::module::{Contents, ModuleCx};
use crate::places::Val;
use smol_str::format_smolstr;
use stair_ir::entities::{DataId, Value};
use stair_ir::function::Target;
use stair_ir::inst::{Cond, Signature, Type};
use stair_sema::intrinsics::Intrinsic;
use stair_sema::ty::Ty;
use stair_sema::{Unsizing, VtableEntry, vtable_offset};
use stair_source::Span;

impl ModuleCx<'_> {
    /// The vtable of a type for a `dyn Trait`.
    pub(crate) fn vtable(&mut self, ty: Ty, object: Ty, span: Span) -> R<DataId> {
        if let Some(&data) = self.made.vtables.get(&(ty, object)) {
            return Ok(data);
        }
        let layout = self.layout(ty, span)?;
        let drop = if self.program.needs_drop(ty) { Some(self.drop_glue(ty, span)?) } else { None };
        let mut bytes = vec![0; 8];
        bytes.extend_from_slice(&layout.size.to_le_bytes());
        bytes.extend_from_slice(&layout.align.to_le_bytes());
        let mut relocations: Vec<(u32, Target)> = drop.map(|glue| (0, Target::Func(glue))).into_iter().collect();
        for entry in self.program.vtable(ty, object) {
            let target = match entry {
                VtableEntry::Fn(instance) => Some(Target::Func(self.func(instance, span)?)),
                VtableEntry::Reified(instance) => Some(Target::Func(self.reified(instance, span)?)),
                VtableEntry::Vtable(above) => Some(Target::Data(self.vtable(ty, above, span)?)),
                VtableEntry::Vacant => None,
            };
            relocations.extend(target.map(|target| (bytes.len() as u32, target)));
            bytes.extend_from_slice(&[0; 8]);
        }
        let contents = Contents { bytes, relocations, align: 8 };
        let program = self.program;
        let name = format_smolstr!("vtable.<{} as {}>", program.type_name(ty), program.type_name(object));
        let data = self.constant(contents, span, |_| name)?;
        self.made.vtables.insert((ty, object), data);
        Ok(data)
    }
}

impl Lowerer<'_, '_> {
    /// Drop what a trait object is, by the glue in its vtable if there is any.
    pub(crate) fn drop_object(&mut self, address: Value, vtable: Value) -> R<()> {
        let glue = self.b.load(Type::I64, vtable, 0);
        let zero = self.b.iconst(Type::I64, 0);
        let has_glue = self.b.compare(Cond::Ne, glue, zero);
        let (call, done) = (self.b.create_block(), self.b.create_block());
        self.branch(has_glue, call, done);
        self.enter(call)?;
        let sig = Signature { params: vec![Type::I64], results: Vec::new() };
        self.b.call_indirect(sig, glue, vec![address]);
        self.jump(done, Vec::new());
        self.enter(done)
    }

    /// The size or alignment of the value behind a vtable.
    pub(crate) fn size_in_vtable(&mut self, vtable: Value, intrinsic: Intrinsic) -> Value {
        let offset = if intrinsic == Intrinsic::AlignOfVal { 16 } else { 8 };
        self.b.load(Type::I64, vtable, offset)
    }

    /// A pointer of type `from`, as one of type `to` that says less of what it points to.
    pub(crate) fn unsize(&mut self, pointer: Val, from: Ty, to: Ty) -> R<Val> {
        let span = self.b.origin().span;
        let broken = LowerError::Inconsistent { what: "an unsizing that there is not", span };
        Ok(match (self.cx.program.unsizing_of(from, to), pointer) {
            (Some(Unsizing::Length(len)), Val::One(address)) => Val::Two(address, self.b.iconst(Type::I64, len)),
            (Some(Unsizing::Object(ty, object)), Val::One(address)) => {
                let vtable = self.cx.vtable(ty, object, span)?;
                Val::Two(address, self.b.data_addr(vtable, 0))
            }
            (Some(Unsizing::Above(entry)), Val::Two(address, vtable)) => {
                Val::Two(address, self.b.load(Type::I64, vtable, vtable_offset(entry) as u32))
            }
            (Some(Unsizing::Same), pointer) => pointer,
            _ => return Err(broken.into()),
        })
    }
}
