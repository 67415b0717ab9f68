//! The teaching bytecode: instruction table, compiler from IR, file format, verifier, assembler and disassembler.
