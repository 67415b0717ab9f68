//! Slices of bytes that may be ASCII.

use super::within;

impl [u8] {
    pub const fn is_ascii(&self) -> bool {
        let mut i = 0;
        while i < self.len() {
            if self[i] >= 0x80 {
                return false;
            }
            i += 1;
        }
        true
    }

    pub const fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool {
        if self.len() != other.len() {
            return false;
        }
        let mut i = 0;
        while i < self.len() {
            if !self[i].eq_ignore_ascii_case(&other[i]) {
                return false;
            }
            i += 1;
        }
        true
    }

    pub const fn make_ascii_uppercase(&mut self) {
        let mut i = 0;
        while i < self.len() {
            self[i] = self[i].to_ascii_uppercase();
            i += 1;
        }
    }

    pub const fn make_ascii_lowercase(&mut self) {
        let mut i = 0;
        while i < self.len() {
            self[i] = self[i].to_ascii_lowercase();
            i += 1;
        }
    }

    pub fn to_ascii_uppercase(&self) -> Vec<u8> {
        let mut bytes = self.to_vec();
        bytes.make_ascii_uppercase();
        bytes
    }

    pub fn to_ascii_lowercase(&self) -> Vec<u8> {
        let mut bytes = self.to_vec();
        bytes.make_ascii_lowercase();
        bytes
    }

    pub const fn trim_ascii_start(&self) -> &[u8] {
        let mut start = 0;
        while start < self.len() && self[start].is_ascii_whitespace() {
            start += 1;
        }
        within(self, start, self.len())
    }

    pub const fn trim_ascii_end(&self) -> &[u8] {
        let mut end = self.len();
        while end > 0 && self[end - 1].is_ascii_whitespace() {
            end -= 1;
        }
        within(self, 0, end)
    }

    pub const fn trim_ascii(&self) -> &[u8] {
        self.trim_ascii_start().trim_ascii_end()
    }
}
