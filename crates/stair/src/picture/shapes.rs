//! The shapes of a program's types: how its layouts lie in memory, and what the library's own owners mean.
//!
//! A type of the library is known by the path of its definition, which no type of the user's has; what is known of its parts is
//! found by their names there. Where one is missing, the type is shown as the struct that it is.

use rustc_hash::FxHashMap;
use smol_str::{SmolStr, format_smolstr};
use stair_inspect::shape::{
    By, Enum, Field, Kind, ListParts, Shape, ShapeId, Shapes, TableParts, Tag, TreeParts, Variant, VecParts,
};
use stair_sema::Program;
use stair_sema::defs::AdtDef;
use stair_sema::ids::{FieldIdx, VariantIdx};
use stair_sema::layout::{Layout, Scalar, TagEncoding, Variants};
use stair_sema::ty::{Ty, TyKind, TyList};
use std::collections::VecDeque;

/// How many types are given a shape; those beyond are known by name and size only.
pub const MAX_SHAPES: usize = 1 << 16;

/// Gives types their shapes.
pub(super) struct ShapeMaker<'p> {
    program: &'p Program,
    shapes: Shapes,
    known: FxHashMap<Ty, ShapeId>,
    pending: VecDeque<Ty>,
}

impl<'p> ShapeMaker<'p> {
    pub(super) fn new(program: &'p Program) -> Self {
        Self { program, shapes: Shapes::default(), known: FxHashMap::default(), pending: VecDeque::new() }
    }

    /// The shape of a type without parameters. It is made in [`Self::finish`].
    pub(super) fn shape(&mut self, ty: Ty) -> ShapeId {
        if let Some(&known) = self.known.get(&ty) {
            return known;
        }
        let id = ShapeId(self.shapes.shapes.len() as u32);
        let layout = self.program.layout(ty).ok();
        self.shapes.shapes.push(Shape {
            name: self.program.type_name(ty).into(),
            size: layout.as_ref().map_or(0, |l| l.size),
            align: layout.as_ref().map_or(1, |l| l.align),
            kind: Kind::Unknown,
        });
        self.known.insert(ty, id);
        if self.shapes.shapes.len() <= MAX_SHAPES {
            self.pending.push_back(ty);
        }
        id
    }

    /// Say of which type the trait objects are whose table lies at an address.
    pub(super) fn object(&mut self, table: u64, ty: Ty) {
        let shape = self.shape(ty);
        self.shapes.objects.insert(table, shape);
    }

    /// All shapes, with those that they lead to.
    pub(super) fn finish(mut self, functions: Vec<SmolStr>) -> Shapes {
        while let Some(ty) = self.pending.pop_front() {
            let kind = self.kind(ty);
            let id = self.known[&ty];
            self.shapes.shapes[id.0 as usize].kind = kind;
        }
        self.shapes.functions = functions;
        self.shapes
    }

    fn kind(&mut self, ty: Ty) -> Kind {
        let types = &self.program.types;
        match types.kind(ty) {
            TyKind::Bool => Kind::Bool,
            TyKind::Char => Kind::Char,
            TyKind::Int(int) => Kind::Int { signed: int.is_signed() },
            TyKind::Float(_) => Kind::Float,
            TyKind::Str => Kind::Str,
            TyKind::Slice(element) => Kind::Slice(self.shape(element)),
            TyKind::Dyn(..) => Kind::Object,
            TyKind::Never => Kind::Never,
            TyKind::FnDef(..) => Kind::FnItem,
            TyKind::FnPtr(_) => Kind::FnPtr,
            TyKind::Ref(to, mutable) => self.pointer(to, if mutable { By::RefMut } else { By::Ref }),
            TyKind::Ptr(to, _) => self.pointer(to, By::Raw),
            TyKind::Array(element, len) => {
                Kind::Array { element: self.shape(element), len: types.const_value(len).unwrap_or(0) }
            }
            TyKind::Tuple(elements) => {
                let elements = types.list(elements);
                let named = elements.iter().enumerate().map(|(i, &ty)| (format_smolstr!("{i}"), ty)).collect();
                self.structure(ty, named)
            }
            TyKind::Closure(def, _) => {
                let definition = self.program.fn_def(def).closure.clone();
                let names = definition.iter().flat_map(|d| d.captures.iter().map(|c| c.name.clone()));
                let captures = self.program.closure_captures(ty).unwrap_or_default();
                self.structure(ty, names.zip(captures).collect())
            }
            TyKind::Adt(id, args) => match self.program.boxed(ty) {
                Some(inner) => self.pointer(inner, By::Box),
                None => {
                    let definition = self.program.adt_def(id).clone();
                    self.adt(ty, &definition, args)
                }
            },
            TyKind::Param(..) | TyKind::Projection(..) | TyKind::Const(_) | TyKind::Infer(_) | TyKind::Error => {
                Kind::Unknown
            }
        }
    }

    fn pointer(&mut self, to: Ty, by: By) -> Kind {
        Kind::Pointer { to: self.shape(to), by }
    }

    fn structure(&mut self, ty: Ty, fields: Vec<(SmolStr, Ty)>) -> Kind {
        let Ok(layout) = self.program.layout(ty) else { return Kind::Unknown };
        let fields = fields.into_iter().zip(layout.fields.iter());
        Kind::Struct(fields.map(|((name, ty), &offset)| Field { name, offset, shape: self.shape(ty) }).collect())
    }

    fn adt(&mut self, ty: Ty, definition: &AdtDef, args: TyList) -> Kind {
        let Ok(layout) = self.program.layout(ty) else { return Kind::Unknown };
        if definition.is_enum {
            return self.enumeration(definition, args, &layout);
        }
        if !definition.is_user {
            if let Some(kind) = self.owner(definition, args, &layout) {
                return kind;
            }
            if let Some(inner) = self.wrapped(definition, args, layout.size) {
                return self.kind(inner);
            }
        }
        let fields = definition.variants.first().map_or(&[][..], |v| &v.fields);
        self.structure(ty, fields.iter().map(|f| (f.name.clone(), self.program.subst(f.ty, args))).collect())
    }

    fn enumeration(&mut self, definition: &AdtDef, args: TyList, layout: &Layout) -> Kind {
        let mut variants = Vec::new();
        for (index, variant) in definition.variants.iter().enumerate() {
            let mut fields = Vec::new();
            for (i, field) in variant.fields.iter().enumerate() {
                let offset = layout.variant_field(VariantIdx(index as u32), FieldIdx(i as u32)).unwrap_or(0);
                let shape = self.shape(self.program.subst(field.ty, args));
                fields.push(Field { name: field.name.clone(), offset, shape });
            }
            variants.push(Variant { name: variant.name.clone(), fields });
        }
        let tag = match &layout.variants {
            Variants::None => Tag::Single(0),
            Variants::Single { variant, .. } => Tag::Single(variant.0),
            Variants::Multiple { tag_offset, tag, encoding, .. } => {
                let (offset, bytes) = (*tag_offset, tag.bytes() as u8);
                match encoding {
                    TagEncoding::Direct { discriminants } => Tag::Direct {
                        offset,
                        bytes,
                        signed: matches!(tag, Scalar::Int { signed: true, .. }),
                        discriminants: discriminants.clone(),
                    },
                    TagEncoding::Niche { untagged, niche_variants, niche_start } => Tag::Niche {
                        offset,
                        bytes,
                        untagged: untagged.0,
                        others: (niche_variants.0.0, niche_variants.1.0),
                        start: *niche_start as u64,
                    },
                }
            }
        };
        Kind::Enum(Enum { variants, tag })
    }

    /// What a struct of the library is that wraps one value and nothing else: a cell, say.
    fn wrapped(&self, definition: &AdtDef, args: TyList, size: u64) -> Option<Ty> {
        let fields = definition.variants.first()?.fields.iter().map(|f| self.program.subst(f.ty, args));
        let mut with_bytes = fields.filter(|&ty| self.program.layout(ty).is_ok_and(|l| l.size > 0));
        let inner = with_bytes.next()?;
        (with_bytes.next().is_none() && self.program.layout(inner).ok()?.size == size).then_some(inner)
    }

    /// What the library's owners are.
    fn owner(&mut self, definition: &AdtDef, args: TyList, layout: &Layout) -> Option<Kind> {
        let program = self.program;
        let args = program.types.list(args);
        let first = args.first().copied();
        let part = |name: &str| Part::of(program, definition, &args, layout, name);
        Some(match definition.path.as_str() {
            "std::vec::Vec" => Kind::Vec(self.vec(first?, &part)?),
            "std::string::String" => {
                let vec = part("vec")?;
                let in_vec = |name: &str| vec.part(program, name);
                Kind::Vec(self.vec(program.types.common.str, &in_vec)?)
            }
            "std::collections::VecDeque" | "std::collections::vec_deque::VecDeque" => {
                Kind::Deque { vec: self.vec(first?, &part)?, head: part("head")?.offset }
            }
            "std::rc::Rc" | "std::sync::Arc" | "std::sync::arc::Arc" => self.pointer(first?, By::Counted),
            "std::rc::Weak" | "std::sync::Weak" | "std::sync::arc::Weak" => self.pointer(first?, By::Weak),
            "std::cell::RefCell" => {
                let value = part("value")?;
                let field = Field { name: "value".into(), offset: value.offset, shape: self.shape(first?) };
                Kind::RefCell { borrow: part("borrow")?.offset, value: field }
            }
            "std::collections::HashMap" | "std::collections::hash::map::HashMap" => {
                let table = part("table")?;
                let TyKind::Adt(_, of) = program.types.kind(table.ty) else { return None };
                let slot = self.shape(program.types.list(of).first().copied()?);
                let at = |name| table.part(program, name).map(|p| p.offset);
                Kind::Table(TableParts { mask: at("mask")?, control: at("ctrl")?, items: at("items")?, slot })
            }
            "std::collections::BTreeMap" | "std::collections::btree::map::BTreeMap" => {
                let tree = part("tree")?;
                let at = |name| tree.part(program, name).map(|p| p.offset);
                let node = program.pointee(tree.part(program, "root")?.ty)?;
                let node = Part { ty: node, offset: 0 };
                let in_node = |name| node.part(program, name).map(|p| p.offset);
                let (key, value) = (first?, args.get(1).copied()?);
                let leaf = program.layout(node.ty).ok()?;
                // Behind a leaf's parts, in a node that is none: a pointer for each edge.
                let edges = leaf.size.next_multiple_of(8);
                Kind::Tree(TreeParts {
                    root: at("root")?,
                    height: at("height")?,
                    len: at("length")?,
                    node_len: in_node("len")?,
                    keys: in_node("keys")?,
                    values: in_node("vals")?,
                    edges,
                    sizes: (leaf.size, (edges + 8 * (TreeParts::CAPACITY + 1)).next_multiple_of(leaf.align)),
                    key: self.shape(key),
                    value: self.shape(value),
                })
            }
            // Elements that it has handed out are still in it, as bytes.
            "std::array::IntoIter" => {
                let data = part("data")?;
                let layout = program.layout(data.ty).ok()?;
                let unknown = ShapeId(self.shapes.shapes.len() as u32);
                let name = program.type_name(data.ty).into();
                let (size, align) = (layout.size, layout.align);
                self.shapes.shapes.push(Shape { name, size, align, kind: Kind::Unknown });
                let usize = self.shape(program.types.common.usize);
                let fields = [("data", data, unknown), ("start", part("start")?, usize), ("end", part("end")?, usize)];
                let fields = fields.map(|(name, part, shape)| Field { name: name.into(), offset: part.offset, shape });
                Kind::Struct(fields.into())
            }
            "std::collections::LinkedList" | "std::collections::linked_list::LinkedList" => {
                let head = part("head")?;
                // `Option<NonNull<Node<T>>>`
                let TyKind::Adt(_, of) = program.types.kind(head.ty) else { return None };
                let TyKind::Adt(_, of) = program.types.kind(program.types.list(of).first().copied()?) else {
                    return None;
                };
                let node = Part { ty: program.types.list(of).first().copied()?, offset: 0 };
                let at = |name| node.part(program, name).map(|p| p.offset);
                Kind::List(ListParts {
                    head: head.offset,
                    len: part("len")?.offset,
                    next: at("next")?,
                    element: at("element")?,
                    size: program.layout(node.ty).ok()?.size,
                    of: self.shape(first?),
                })
            }
            _ => return None,
        })
    }

    fn vec(&mut self, element: Ty, part: &dyn Fn(&str) -> Option<Part>) -> Option<VecParts> {
        Some(VecParts {
            pointer: part("ptr")?.offset,
            capacity: part("cap")?.offset,
            len: part("len")?.offset,
            element: self.shape(element),
        })
    }
}

/// A part of a library type: its type, and where it lies.
#[derive(Clone, Copy)]
struct Part {
    ty: Ty,
    offset: u64,
}

impl Part {
    fn of(program: &Program, definition: &AdtDef, args: &[Ty], layout: &Layout, name: &str) -> Option<Self> {
        let index = definition.variants.first()?.field(name)?;
        let field = &definition.variants.first()?.fields[index.index()];
        let ty = program.subst(field.ty, program.types.mk_list(args));
        Some(Self { ty, offset: layout.field(index)? })
    }

    /// A part of the part.
    fn part(self, program: &Program, name: &str) -> Option<Self> {
        let TyKind::Adt(id, args) = program.types.kind(self.ty) else { return None };
        let layout = program.layout(self.ty).ok()?;
        let part = Self::of(program, program.adt_def(id), &program.types.list(args), &layout, name)?;
        Some(Self { offset: self.offset + part.offset, ..part })
    }
}
