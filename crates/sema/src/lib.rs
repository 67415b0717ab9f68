//! Names, types, traits, patterns and the subset gate: from the syntax tree to the typed tree.
