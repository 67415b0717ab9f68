//! The tree-walking interpreter: runs the typed tree itself, the reference for every other engine.
