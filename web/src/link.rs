//! The fragment of a link that carries a program.
//!
//! A link is `…/#` followed by the unpadded base64url form of these bytes:
//!
//! | bytes | meaning |
//! | --- | --- |
//! | 1 | version, 1 |
//! | 1 | profile: 0 debug, 1 release |
//! | rest | the source in UTF-8, as a raw DEFLATE stream |
//!
//! A version never changes its meaning: a link, once handed out, opens the same program for ever.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use stair_protocol::Profile;

/// The version that is written.
const VERSION: u8 = 1;

/// No program in a link is longer than this many bytes: a few bytes of DEFLATE can stand for gigabytes.
pub const SOURCE_LIMIT: usize = 1 << 20;

/// What a link carries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shared {
    /// The program's text.
    pub source: String,
    /// How it is compiled.
    pub profile: Profile,
}

/// The fragment for a program, without its `#`.
pub fn encode(shared: &Shared) -> String {
    let mut bytes = vec![
        VERSION,
        match shared.profile {
            Profile::Debug => 0,
            Profile::Release => 1,
        },
    ];
    bytes.extend(compress_to_vec(shared.source.as_bytes(), 10));
    to_base64url(&bytes)
}

/// What a fragment carries; it may start with its `#`.
///
/// # Errors
/// If it is no link of a version that is known here, with the reason as a sentence.
pub fn decode(fragment: &str) -> Result<Shared, String> {
    let broken = || "This link is damaged: it does not hold a whole program.".to_owned();
    let bytes = from_base64url(fragment.trim_start_matches('#')).ok_or_else(broken)?;
    let (&version, rest) = bytes.split_first().ok_or_else(broken)?;
    if version != VERSION {
        return Err(format!("This link has format version {version}, and this page reads version {VERSION} only."));
    }
    let (&profile, stream) = rest.split_first().ok_or_else(broken)?;
    let profile = match profile {
        0 => Profile::Debug,
        1 => Profile::Release,
        _ => return Err(broken()),
    };
    let text = decompress_to_vec_with_limit(stream, SOURCE_LIMIT).map_err(|_| broken())?;
    Ok(Shared { source: String::from_utf8(text).map_err(|_| broken())?, profile })
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// RFC 4648, section 5, without padding.
fn to_base64url(bytes: &[u8]) -> String {
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
fn from_base64url(text: &str) -> Option<Vec<u8>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_survive_a_link() {
        for source in ["", "fn main() {}\n", "// → 🦀 é\nfn main() { println!(\"{}\", 1); }\n", &"x".repeat(100_000)]
        {
            for profile in Profile::ALL {
                let shared = Shared { source: source.to_owned(), profile };
                let fragment = encode(&shared);
                assert!(fragment.bytes().all(|byte| ALPHABET.contains(&byte)));
                assert_eq!(decode(&fragment), Ok(shared.clone()));
                assert_eq!(decode(&format!("#{fragment}")), Ok(shared));
            }
        }
    }

    #[test]
    fn the_first_version_is_read_for_ever() {
        let shared = Shared { source: "fn main() {}\n".into(), profile: Profile::Release };
        assert_eq!(decode("AQFLy1PITczM09BUqK7lAgA"), Ok(shared));
    }

    #[test]
    fn broken_links_are_refused() {
        let good = encode(&Shared { source: "fn main() { loop {} }".into(), profile: Profile::Debug });
        for length in 0..good.len() {
            let _ = decode(&good[..length]);
        }
        assert!(decode("").is_err());
        assert!(decode("!!!!").is_err());
        assert!(decode("A").is_err());
        assert!(decode(&good[..good.len() - 4]).is_err());
        assert!(decode("CQA").is_err_and(|reason| reason.contains("version 9")));
        let bomb = [&[VERSION, 0][..], &compress_to_vec(&vec![b' '; SOURCE_LIMIT + 1], 6)].concat();
        assert!(decode(&to_base64url(&bomb)).is_err());
    }
}
