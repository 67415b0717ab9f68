//! Bytes as text that may stand in an address: base64url without padding (RFC 4648, section 5).

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{GeneralPurpose, general_purpose::NO_PAD};

/// Bits of the last character that no byte needs do not matter.
const BASE64URL: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, NO_PAD.with_decode_allow_trailing_bits(true));

pub(crate) fn encode(bytes: &[u8]) -> String {
    BASE64URL.encode(bytes)
}

/// The bytes that `text` stands for; `None` if it is no base64url text.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    BASE64URL.decode(text).ok()
}
