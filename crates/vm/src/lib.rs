//! The bytecode virtual machine: runs fast, or one instruction at a time with everything visible.
