//! Offsets into the source: the compiler counts bytes of UTF-8, the editor counts units of UTF-16.

/// Translates offsets of one text in both directions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offsets {
    /// For each character that is not ASCII: its offset in both counts, and its lengths. Between them, both count alike.
    wide: Vec<Wide>,
    /// The text's length in both counts.
    end: (u32, u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wide {
    utf8: u32,
    utf16: u32,
    utf8_len: u32,
    utf16_len: u32,
}

impl Offsets {
    /// The translation for `text`.
    pub fn new(text: &str) -> Self {
        let mut wide = Vec::new();
        let mut utf16 = 0;
        let mut behind = 0;
        for (utf8, character) in text.char_indices().filter(|(_, character)| !character.is_ascii()) {
            utf16 += utf8 - behind;
            let (utf8_len, utf16_len) = (character.len_utf8(), character.len_utf16());
            wide.push(Wide {
                utf8: utf8 as u32,
                utf16: utf16 as u32,
                utf8_len: utf8_len as u32,
                utf16_len: utf16_len as u32,
            });
            behind = utf8 + utf8_len;
            utf16 += utf16_len;
        }
        utf16 += text.len() - behind;
        Self { wide, end: (text.len() as u32, utf16 as u32) }
    }

    /// The editor's offset for the compiler's. An offset within a character moves to its start, one past the end to the end.
    pub fn to_utf16(&self, utf8: u32) -> u32 {
        let utf8 = utf8.min(self.end.0);
        match self.wide.partition_point(|wide| wide.utf8 <= utf8).checked_sub(1) {
            None => utf8,
            Some(index) => {
                let wide = self.wide[index];
                let past = utf8 - wide.utf8;
                wide.utf16 + if past < wide.utf8_len { 0 } else { past - wide.utf8_len + wide.utf16_len }
            }
        }
    }

    /// The compiler's offset for the editor's. An offset within a character moves to its start, one past the end to the end.
    pub fn to_utf8(&self, utf16: u32) -> u32 {
        let utf16 = utf16.min(self.end.1);
        match self.wide.partition_point(|wide| wide.utf16 <= utf16).checked_sub(1) {
            None => utf16,
            Some(index) => {
                let wide = self.wide[index];
                let past = utf16 - wide.utf16;
                wide.utf8 + if past < wide.utf16_len { 0 } else { past - wide.utf16_len + wide.utf8_len }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Offsets;

    #[test]
    fn every_character_boundary_translates_both_ways() {
        for text in ["", "plain", "a→b", "é", "🦀🦀x🦀", "x\r\n→ü🦀 end"] {
            let offsets = Offsets::new(text);
            let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for utf8 in ends {
                let utf16 = text[..utf8].encode_utf16().count();
                assert_eq!(offsets.to_utf16(utf8 as u32), utf16 as u32, "{text:?} at {utf8}");
                assert_eq!(offsets.to_utf8(utf16 as u32), utf8 as u32, "{text:?} at {utf8}");
            }
            assert_eq!(offsets.to_utf16(1000), text.encode_utf16().count() as u32);
            assert_eq!(offsets.to_utf8(1000), text.len() as u32);
        }
    }

    #[test]
    fn an_offset_within_a_character_moves_to_its_start() {
        let offsets = Offsets::new("a🦀b");
        assert_eq!([1, 2, 3, 4, 5].map(|at| offsets.to_utf16(at)), [1, 1, 1, 1, 3]);
        assert_eq!([1, 2, 3].map(|at| offsets.to_utf8(at)), [1, 1, 5]);
    }
}
