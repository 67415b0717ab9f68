//! `debug_struct` and its kin: `{:?}` on one line, `{:#?}` with a line for each field.

use super::{Debug, Formatter, Result};

pub struct DebugStruct<'a, 'b> {
    f: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}

pub struct DebugTuple<'a, 'b> {
    f: &'a mut Formatter<'b>,
    result: Result,
    fields: usize,
    empty_name: bool,
}

pub struct DebugList<'a, 'b> {
    f: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}

pub struct DebugSet<'a, 'b> {
    f: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}

pub struct DebugMap<'a, 'b> {
    f: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}

impl<'b> Formatter<'b> {
    pub fn debug_struct<'a>(&'a mut self, name: &str) -> DebugStruct<'a, 'b> {
        let result = self.write_str(name);
        DebugStruct { f: self, result, has_fields: false }
    }

    pub fn debug_tuple<'a>(&'a mut self, name: &str) -> DebugTuple<'a, 'b> {
        let result = self.write_str(name);
        DebugTuple { f: self, result, fields: 0, empty_name: name.is_empty() }
    }

    pub fn debug_list<'a>(&'a mut self) -> DebugList<'a, 'b> {
        let result = self.write_str("[");
        DebugList { f: self, result, has_fields: false }
    }

    pub fn debug_set<'a>(&'a mut self) -> DebugSet<'a, 'b> {
        let result = self.write_str("{");
        DebugSet { f: self, result, has_fields: false }
    }

    pub fn debug_map<'a>(&'a mut self) -> DebugMap<'a, 'b> {
        let result = self.write_str("{");
        DebugMap { f: self, result, has_fields: false }
    }

    /// Write one element of a sequence: what opens the sequence before the first, then a separator or a line of its own.
    fn element<T: Debug + ?Sized>(&mut self, first: bool, open: &str, name: &str, value: &T) -> Result {
        if self.alternate() {
            if first {
                self.write_str(open);
                self.write_str("\n");
            }
            self.indent();
            if !name.is_empty() {
                self.write_str(name);
                self.write_str(": ");
            }
            let result = value.fmt(self);
            if let Ok(()) = result {
                self.write_str(",\n");
            }
            self.dedent();
            return result;
        }
        self.write_str(if first { open } else { ", " });
        if !name.is_empty() {
            self.write_str(name);
            self.write_str(": ");
        }
        value.fmt(self)
    }
}

impl<'a, 'b> DebugStruct<'a, 'b> {
    pub fn field<T: Debug + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        if let Ok(()) = self.result {
            let open = if self.f.alternate() { " {" } else { " { " };
            self.result = self.f.element(!self.has_fields, open, name, value);
        }
        self.has_fields = true;
        self
    }

    pub fn finish_non_exhaustive(&mut self) -> Result {
        if let Ok(()) = self.result {
            self.result = if !self.has_fields {
                self.f.write_str(" { .. }")
            } else if self.f.alternate() {
                self.f.indent();
                self.f.write_str("..\n");
                self.f.dedent();
                self.f.write_str("}")
            } else {
                self.f.write_str(", .. }")
            };
        }
        self.result
    }

    pub fn finish(&mut self) -> Result {
        if let Ok(()) = self.result
            && self.has_fields
        {
            self.result = self.f.write_str(if self.f.alternate() { "}" } else { " }" });
        }
        self.result
    }
}

impl<'a, 'b> DebugTuple<'a, 'b> {
    pub fn field<T: Debug + ?Sized>(&mut self, value: &T) -> &mut Self {
        if let Ok(()) = self.result {
            self.result = self.f.element(self.fields == 0, "(", "", value);
        }
        self.fields += 1;
        self
    }

    pub fn finish(&mut self) -> Result {
        if let Ok(()) = self.result
            && self.fields > 0
        {
            if self.fields == 1 && self.empty_name && !self.f.alternate() {
                self.f.write_str(",");
            }
            self.result = self.f.write_str(")");
        }
        self.result
    }
}

impl<'a, 'b> DebugList<'a, 'b> {
    pub fn entry<T: Debug + ?Sized>(&mut self, entry: &T) -> &mut Self {
        if let Ok(()) = self.result {
            self.result = self.f.element(!self.has_fields, "", "", entry);
        }
        self.has_fields = true;
        self
    }

    pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self {
        for entry in entries {
            self.entry(&entry);
        }
        self
    }

    pub fn finish(&mut self) -> Result {
        if let Ok(()) = self.result {
            self.result = self.f.write_str("]");
        }
        self.result
    }
}

impl<'a, 'b> DebugSet<'a, 'b> {
    pub fn entry<T: Debug + ?Sized>(&mut self, entry: &T) -> &mut Self {
        if let Ok(()) = self.result {
            self.result = self.f.element(!self.has_fields, "", "", entry);
        }
        self.has_fields = true;
        self
    }

    pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self {
        for entry in entries {
            self.entry(&entry);
        }
        self
    }

    pub fn finish(&mut self) -> Result {
        if let Ok(()) = self.result {
            self.result = self.f.write_str("}");
        }
        self.result
    }
}

impl<'a, 'b> DebugMap<'a, 'b> {
    pub fn entry<K: Debug + ?Sized, V: Debug + ?Sized>(&mut self, key: &K, value: &V) -> &mut Self {
        if let Ok(()) = self.result {
            self.result = self.pair(key, value);
        }
        self.has_fields = true;
        self
    }

    pub fn entries<K: Debug, V: Debug, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut Self {
        for (key, value) in entries {
            self.entry(&key, &value);
        }
        self
    }

    fn pair<K: Debug + ?Sized, V: Debug + ?Sized>(&mut self, key: &K, value: &V) -> Result {
        let pretty = self.f.alternate();
        if pretty {
            if !self.has_fields {
                self.f.write_str("\n");
            }
            self.f.indent();
        } else if self.has_fields {
            self.f.write_str(", ");
        }
        let mut result = key.fmt(self.f);
        if let Ok(()) = result {
            self.f.write_str(": ");
            result = value.fmt(self.f);
        }
        if pretty {
            if let Ok(()) = result {
                self.f.write_str(",\n");
            }
            self.f.dedent();
        }
        result
    }

    pub fn finish(&mut self) -> Result {
        if let Ok(()) = self.result {
            self.result = self.f.write_str("}");
        }
        self.result
    }
}
