//! Bytes as text that may stand in an address: base64url without padding (RFC 4648, section 5).

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0, |group, &byte| group << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
        for digit in 0..=chunk.len() {
            text.push(char::from(ALPHABET[(group >> (18 - 6 * digit) & 63) as usize]));
        }
    }
    text
}

/// The bytes that `text` stands for; `None` if it is no base64url text.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for chunk in text.as_bytes().chunks(4) {
        let mut group = 0;
        for &character in chunk {
            group = group << 6 | ALPHABET.iter().position(|&digit| digit == character)? as u32;
        }
        let whole_bytes = chunk.len() * 6 / 8;
        if whole_bytes == 0 {
            return None;
        }
        let group = group << (6 * (4 - chunk.len()));
        bytes.extend((0..whole_bytes).map(|byte| (group >> (16 - 8 * byte)) as u8));
    }
    Some(bytes)
}
