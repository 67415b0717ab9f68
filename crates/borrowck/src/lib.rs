//! Moves, initialisation and mutability, checked on a control-flow graph of the typed tree.
