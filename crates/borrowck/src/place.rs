//! Places: a variable and the way from it.

use stair_sema::Program;
use stair_sema::ids::{FieldIdx, LocalId, StaticId, VariantIdx};
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::Body;

/// Where a place begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Base {
    /// A variable.
    Local(LocalId),
    /// A static.
    Static(StaticId),
    /// A temporary: never looked at again, so nothing can go wrong with it.
    Temp,
}

/// One step from a place to a part of it, or to what it points to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Step {
    /// A field of a struct or tuple.
    Field(FieldIdx),
    /// A field of an enum that is known to be this variant.
    VariantField(VariantIdx, FieldIdx),
    /// An element that a pattern names, counted from the front (or, where the flag is set, from the back).
    Element(u32, bool),
    /// The middle part that a slice pattern binds.
    Middle,
    /// An element that an index names, which is known only when the program runs.
    Index,
    /// What a pointer of this type points to.
    Deref(Ty),
    /// What a box holds.
    Unbox,
}

/// A place, with the types on the way.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Place {
    pub base: Base,
    /// The steps, each with the type that it starts from.
    pub steps: Vec<(Step, Ty)>,
    pub ty: Ty,
}

impl Place {
    pub(crate) fn temp(ty: Ty) -> Self {
        Self { base: Base::Temp, steps: Vec::new(), ty }
    }

    pub(crate) fn then(&self, step: Step, ty: Ty) -> Self {
        let mut steps = self.steps.clone();
        steps.push((step, self.ty));
        Self { base: self.base, steps, ty }
    }

    /// The part of the place that is tracked: up to the first pointer or computed index.
    pub(crate) fn move_path(&self) -> Option<MovePath> {
        let Base::Local(local) = self.base else { return None };
        let tracked = self.steps.iter().take_while(|(step, _)| !matches!(step, Step::Index | Step::Deref(_)));
        Some(MovePath { local, steps: tracked.map(|&(step, _)| step).collect() })
    }

    /// Whether the whole place is tracked.
    pub(crate) fn is_tracked(&self) -> bool {
        !self.steps.iter().any(|(step, _)| matches!(step, Step::Index | Step::Deref(_)))
    }
}

/// A variable or a part of it, whose initialisation is followed.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct MovePath {
    pub local: LocalId,
    pub steps: Vec<Step>,
}

impl MovePath {
    /// Whether `other` is this path or a part of it.
    pub(crate) fn contains(&self, other: &Self) -> bool {
        self.local == other.local && other.steps.starts_with(&self.steps)
    }
}

/// A place as `rustc` names it in messages: `p.x`, `*r`, `a[_]`; `None` for a temporary.
pub(crate) fn describe(program: &Program, body: &Body, place: &Place) -> Option<String> {
    let text = match place.base {
        Base::Local(local) => body.locals[local.index()].name.to_string(),
        Base::Static(id) => program.static_def(id).name.to_string(),
        Base::Temp => return None,
    };
    (!text.starts_with('$')).then(|| describe_from(program, text, place))
}

/// [`describe`] for a place whose steps begin at what is named so.
pub(crate) fn describe_from(program: &Program, mut text: String, place: &Place) -> String {
    for (i, &(step, from)) in place.steps.iter().enumerate() {
        match step {
            Step::Field(field) => text = format!("{text}.{}", field_name(program, from, VariantIdx(0), field)),
            Step::VariantField(variant, field) => {
                text = format!("{text}.{}", field_name(program, from, variant, field));
            }
            Step::Element(..) | Step::Index | Step::Middle => text.push_str("[_]"),
            // A pointer that is looked through on the way to a part is not written.
            Step::Deref(_) | Step::Unbox if i + 1 < place.steps.len() => {
                if matches!(place.steps[i + 1].0, Step::Deref(_) | Step::Unbox) {
                    text.insert(0, '*');
                }
            }
            Step::Deref(_) | Step::Unbox => text.insert(0, '*'),
        }
    }
    text
}

fn field_name(program: &Program, ty: Ty, variant: VariantIdx, field: FieldIdx) -> String {
    if let TyKind::Adt(adt, _) = program.types.kind(ty)
        && let Some(variant) = program.adt_def(adt).variants.get(variant.0 as usize)
        && let Some(field) = variant.fields.get(field.0 as usize)
    {
        return field.name.to_string();
    }
    field.0.to_string()
}

/// The type of a part, for messages.
pub(crate) fn part_type(program: &Program, ty: Ty, step: Step) -> Option<Ty> {
    let (variant, field) = match step {
        Step::Field(field) => (VariantIdx(0), field),
        Step::VariantField(variant, field) => (variant, field),
        Step::Element(..) => match program.types.kind(ty) {
            TyKind::Array(element, _) | TyKind::Slice(element) => return Some(element),
            _ => return None,
        },
        Step::Unbox => return program.boxed(ty),
        Step::Middle | Step::Index | Step::Deref(_) => return None,
    };
    match program.types.kind(ty) {
        TyKind::Tuple(list) => program.types.list(list).get(field.0 as usize).copied(),
        TyKind::Adt(adt, args) => {
            let definition = program.adt_def(adt).variants.get(variant.0 as usize)?.fields.get(field.0 as usize)?;
            Some(program.subst(definition.ty, args))
        }
        _ => None,
    }
}
