//! Typed tree to IR: one function for each instance, matches to branches, places to memory.
