//! The WASI-shaped interface between an engine and the world, and an in-memory host.
