//! The SSA intermediate representation: data, builder, text form, verifier and the analyses every back end needs.
