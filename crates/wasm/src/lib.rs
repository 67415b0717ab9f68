//! IR to WebAssembly, with source map, text and byte views.
