//! A veil over what a learner should not read by chance: compressed and in base64. It is no secret: whoever wants to lifts it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// How hard compression tries.
const LEVEL: u8 = 9;
/// The longest text that is unveiled, in bytes.
pub const MAX_VEILED_BYTES: usize = 4 * crate::MAX_FILE_BYTES;

/// A text behind a veil: letters, digits, `-` and `_`.
#[must_use]
pub fn veil(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(compress_to_vec(text.as_bytes(), LEVEL))
}

/// The text behind a veil; `None` if there is none, or if it is longer than [`MAX_VEILED_BYTES`].
#[must_use]
pub fn unveil(veiled: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(veiled).ok()?;
    String::from_utf8(decompress_to_vec_with_limit(&bytes, MAX_VEILED_BYTES).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{unveil, veil};

    #[test]
    fn what_is_veiled_can_be_unveiled() {
        for text in ["", "fn main() {}", "ÄÖÜ\n\0"] {
            assert_eq!(unveil(&veil(text)).as_deref(), Some(text));
        }
        assert!(!veil("the solution is 42").contains("solution"));
        assert_eq!(unveil("no veil!"), None);
        assert_eq!(unveil("AAAA"), None);
        assert_eq!(unveil(&veil(&"a".repeat(super::MAX_VEILED_BYTES + 1))), None);
    }
}
