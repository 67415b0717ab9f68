//! The façade: a session that turns a program into every stage as plain data, and runs it on every engine.
