//! Passes over the IR and the one visible list of them.
