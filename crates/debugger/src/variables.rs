//! The user's variables at a moment of a run: which can be seen, whether they have their values, and the values. Data; what is
//! done with it is in `picture`.
//!
//! A compiler says where each variable is and where it can be seen, and for each block of the code what may be true of its parts
//! and what happens to them there. Where that depends on the way that was taken, the flags that the program itself keeps for its
//! destructors tell, if there are any.

mod picture;
mod states;

pub use states::{BlockStates, Change, DROPPED, ENDED, LIVE, MOVED, Mark, Set, States, UNSET};

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use stair_inspect::shape::{ShapeId, Shapes};
use stair_inspect::{Blocks, Regions, Value};
use stair_source::Span;
use std::ops::Range;

/// Whether a variable has a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum State {
    /// It has.
    #[default]
    Live,
    /// It has not been given one yet.
    Uninitialised,
    /// Its value has been moved elsewhere.
    Moved,
    /// A part of its value has been moved elsewhere.
    PartlyMoved,
    /// Its value, if it was given one, may have been moved elsewhere: that depends on the way that the program took, and nothing in
    /// the program keeps it.
    MaybeMoved,
    /// It may not have been given a value: as for [`State::MaybeMoved`].
    MaybeUninitialised,
    /// Its value has been dropped, or is being dropped.
    Dropped,
    /// The optimiser has moved it to where it cannot be followed, or has removed it.
    OptimisedAway,
}

impl State {
    /// In words; empty for [`State::Live`].
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Live => "",
            Self::Uninitialised => "not yet given a value",
            Self::Moved => "moved",
            Self::PartlyMoved => "partly moved",
            Self::MaybeMoved => "perhaps moved",
            Self::MaybeUninitialised => "perhaps not given a value",
            Self::Dropped => "dropped",
            Self::OptimisedAway => "optimised away",
        }
    }
}

/// A variable at a moment.
#[derive(Clone, PartialEq, Debug)]
pub struct VariableAt {
    /// Its name; of what a closure has captured, the place as it is written.
    pub name: SmolStr,
    /// Its name in its declaration.
    pub span: Span,
    /// Whether it has a value.
    pub state: State,
    /// The value; without one, its type and place.
    pub value: Value,
}

/// What the variables of some frames are, and what they lead to.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Picture {
    /// For each frame its variables, in the order of their declarations.
    pub frames: Vec<Vec<VariableAt>>,
    /// What lies outside of the frames.
    pub blocks: Blocks,
}

/// The variables of all functions of the user.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Variables {
    /// The shapes of the types of the variables and of what they lead to; with the names of all functions.
    pub shapes: Shapes,
    /// How memory is divided.
    pub regions: Regions,
    /// By the function's number.
    pub functions: Vec<Option<InFunction>>,
    /// The function that drops what is left when the program panics.
    pub unwind: Option<u32>,
}

/// The variables of a function.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct InFunction {
    /// The function's path.
    pub name: SmolStr,
    /// The variables, and what closures have captured.
    pub variables: Vec<Variable>,
    /// Scopes, each of which has one variable more than the one around it, which comes before it in this list.
    pub scopes: Vec<Scope>,
    /// From this `pc` on the innermost scope is this one, or there is none. Ascending.
    pub scope_at: Vec<(u32, Option<u32>)>,
    /// `None` where the passes have left nothing as it was: then the scopes mean nothing either.
    pub states: Option<States>,
}

/// A scope: what can be seen from a declaration on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Scope {
    /// The scope around it.
    pub outer: Option<u32>,
    /// The local of the typed tree that it adds.
    pub local: u32,
}

/// A variable, or a place that a closure has captured.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Variable {
    /// Its name; the place as it is written.
    pub name: SmolStr,
    /// Its name in its declaration.
    pub span: Span,
    /// Its type.
    pub shape: ShapeId,
    /// The local of the typed tree that it is, or is a part of.
    pub local: u32,
    /// Where it is.
    pub place: Place,
    /// Where its value arrives, if it is a parameter.
    pub arrives: Option<Place>,
    /// Parts of it that are followed; one of them is all of it.
    pub parts: Vec<Part>,
}

/// A part of a variable that is followed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Part {
    /// Its number in [`States::parts`].
    pub index: u32,
    /// Where it lies, from the variable's start.
    pub range: Range<u64>,
    /// Whether it is all of the variable.
    pub is_whole: bool,
    /// Whether a box within the variable holds it, and whether it is all that the box holds.
    pub held: Held,
    /// Flags that say whether it, or a part of it, has its value; and whether they say so of just this part.
    pub flags: Vec<(Flag, bool)>,
    /// Where a panic that drops what is left finds how many values of it, or of a part of it, it still has to drop: 0 or 1.
    pub records: Vec<Flag>,
}

/// Whether a part is what a box holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Held {
    /// It lies in the variable itself.
    No,
    /// It is a part of what a box holds.
    InPart,
    /// It is what a box holds.
    Whole,
}

/// Where a flag is: true if it is not 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Flag {
    /// Nowhere any more: it counts as false.
    Nowhere,
    /// In a local of the bytecode.
    Local(u32),
    /// Eight bytes so far from the frame's start.
    Frame(u64),
}

/// Where a variable is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Place {
    /// Nowhere: it takes no bytes.
    Nowhere,
    /// In locals of the bytecode.
    Locals(Vec<u32>),
    /// In the frame, so far from its start.
    Frame(u64),
    /// So far from the address in a local of the bytecode.
    At(u32, u64),
    /// So far from the address that is in the frame.
    Behind(u64, u64),
}
