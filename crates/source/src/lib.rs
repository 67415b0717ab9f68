//! Files, spans, the line index, diagnostics and their code table.
