//! The matrix of patterns: which values no row matches.

use super::constructor::{Ctor, SliceKind};
use super::lower::Pattern;
use super::witness::Witness;
use crate::Program;
use crate::ty::Ty;
use std::cell::Cell;

/// How many matrices one check may look at: patterns can be written whose check takes exponential time.
const MAX_STEPS: u32 = 200_000;

/// Checks the patterns of one `match`.
pub(super) struct Checker<'p> {
    pub(super) program: &'p Program,
    steps: Cell<u32>,
}

/// Why there is no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unknown {
    /// An error was reported before.
    Error,
    /// The patterns are too complex.
    TooComplex,
}

/// A column: the type of its values, and what is known of the place.
#[derive(Clone, Copy)]
struct Column {
    ty: Ty,
    /// It is the matched value itself.
    is_scrutinee: bool,
    /// Its place is known to hold a value of its type, so that a type without values means that it is never looked at.
    is_valid: bool,
}

/// One pattern for each column.
#[derive(Clone)]
struct Row {
    patterns: Vec<Pattern>,
    /// Its arm has a guard, which may be false.
    guarded: bool,
}

impl<'p> Checker<'p> {
    pub(super) fn new(program: &'p Program) -> Self {
        Self { program, steps: Cell::new(0) }
    }

    /// Values of the type that none of the patterns matches, as patterns; empty if they are exhaustive. A pattern under a
    /// guard, as the flag beside it says, matches nothing for certain. `is_valid` is false where the matched place lies behind a pointer.
    pub(super) fn witnesses(
        &self,
        ty: Ty,
        rows: Vec<(Pattern, bool)>,
        is_valid: bool,
    ) -> Result<Vec<Witness>, Unknown> {
        let mut matrix = Vec::new();
        for (pattern, guarded) in rows {
            expand(pattern, &mut |pattern| matrix.push(Row { patterns: vec![pattern], guarded }));
        }
        let found = self.compute(&[Column { ty, is_scrutinee: true, is_valid }], matrix)?;
        Ok(found.into_iter().filter_map(|mut witness| witness.pop()).collect())
    }

    /// Witnesses of a matrix: each a stack of patterns, the first column's on top.
    fn compute(&self, columns: &[Column], rows: Vec<Row>) -> Result<Vec<Vec<Witness>>, Unknown> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > MAX_STEPS {
            return Err(Unknown::TooComplex);
        }
        let Some((&column, rest)) = columns.split_first() else {
            let matched = rows.iter().any(|row| !row.guarded);
            return Ok(if matched { Vec::new() } else { vec![Vec::new()] });
        };
        let heads: Vec<&Ctor> = rows
            .iter()
            .filter_map(|row| match row.patterns.first() {
                Some(Pattern::Made(ctor, _)) if *ctor != Ctor::Wild => Some(ctor),
                _ => None,
            })
            .collect();
        let split = self.split(column.ty, &heads).ok_or(Unknown::Error)?;
        let none_present = split.present.is_empty();
        let no_constructors =
            matches!(split.missing_empty.as_slice(), [Ctor::Never]) && split.missing.is_empty() && none_present;
        let omit_empty = column.is_valid || column.is_scrutinee && no_constructors;

        let mut ctors = split.present;
        if !split.missing.is_empty() || !split.missing_empty.is_empty() && !column.is_valid {
            ctors.push(Ctor::Missing);
        }
        let mut missing = split.missing;
        if !omit_empty {
            missing.extend(split.missing_empty);
        }
        let any_missing = !missing.is_empty();
        if any_missing && !column.is_scrutinee && none_present {
            missing = vec![Ctor::Wild];
        } else if missing.contains(&Ctor::NonExhaustive) {
            missing = vec![Ctor::NonExhaustive];
        }

        let mut found = Vec::new();
        for ctor in ctors {
            // Where constructors are missing, what is missing behind the others says nothing more.
            if any_missing && ctor != Ctor::Missing {
                continue;
            }
            let field_tys = self.field_tys(&ctor, column.ty);
            let is_valid = column.is_valid && ctor != Ctor::Ref;
            let inner: Vec<Column> = field_tys
                .iter()
                .map(|&ty| Column { ty, is_scrutinee: false, is_valid })
                .chain(rest.iter().copied())
                .collect();
            let specialised = specialise(&rows, &ctor, field_tys.len());
            let witnesses = self.compute(&inner, specialised)?;
            if ctor == Ctor::Missing {
                for ctor in &missing {
                    for witness in &witnesses {
                        let fields = self.field_tys(ctor, column.ty).into_iter().map(Witness::wild).collect();
                        let mut witness = witness.clone();
                        witness.push(Witness { ctor: ctor.clone(), ty: column.ty, fields });
                        found.push(witness);
                    }
                }
                continue;
            }
            for mut witness in witnesses {
                let at = witness.len() - field_tys.len();
                let mut fields = witness.split_off(at);
                fields.reverse();
                witness.push(Witness { ctor: ctor.clone(), ty: column.ty, fields });
                found.push(witness);
            }
        }
        Ok(found)
    }
}

/// The alternatives of a pattern, each for itself.
fn expand(pattern: Pattern, each: &mut impl FnMut(Pattern)) {
    match pattern {
        Pattern::Or(alternatives) => alternatives.iter().for_each(|alternative| expand(alternative.clone(), each)),
        pattern => each(pattern),
    }
}

/// The rows that match values of a constructor, with its fields in the place of the value.
fn specialise(rows: &[Row], ctor: &Ctor, arity: usize) -> Vec<Row> {
    let mut specialised = Vec::new();
    for row in rows {
        let guarded = row.guarded;
        let Some((Pattern::Made(head, parts), rest)) = row.patterns.split_first() else { continue };
        if !ctor.is_covered_by(head) {
            continue;
        }
        let mut fields: Vec<Pattern> = match (head, ctor) {
            (Ctor::Wild, _) => vec![Pattern::wild(); arity],
            (Ctor::Slice { kind: SliceKind::Var(prefix, suffix), .. }, _) => {
                let middle = arity.saturating_sub(prefix + suffix);
                let (before, behind) = parts.split_at(*prefix);
                before.iter().cloned().chain(vec![Pattern::wild(); middle]).chain(behind.iter().cloned()).collect()
            }
            _ => parts.to_vec(),
        };
        fields.extend_from_slice(rest);
        // The new first column must have no alternatives.
        let mut fields = fields.into_iter();
        match fields.next() {
            None => specialised.push(Row { patterns: Vec::new(), guarded }),
            Some(first) => {
                let tail: Vec<Pattern> = fields.collect();
                expand(first, &mut |first| {
                    let patterns = std::iter::once(first).chain(tail.iter().cloned()).collect();
                    specialised.push(Row { patterns, guarded });
                });
            }
        }
    }
    specialised
}
