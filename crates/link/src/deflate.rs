//! Raw DEFLATE (RFC 1951) with a preset dictionary: a text that both sides act as if it had been sent before.
//!
//! `miniz_oxide` has no call for that, and needs none: the compressor is given the dictionary first, up to a boundary between
//! bytes, and what it makes of that is dropped; the decompressor writes behind the dictionary, into which it may reach back.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress as deflate, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress as inflate};

use crate::{Broken, LIMIT};

/// The dictionary of version 2: pieces of programs, those that programs often have last, then words of [`crate::text`]. It was
/// chosen from this project's own programs by what most of them have in common. It must never change.
pub(crate) const DICTIONARY: &[u8] = include_bytes!("dictionary.txt");

/// How much room there is at first for what comes out.
const FIRST_ROOM: usize = 1 << 14;

/// Compresses as well as it can, with [`DICTIONARY`].
pub(crate) fn compress(bytes: &[u8]) -> Vec<u8> {
    // A level of 10 looks longest for matches; a negative window leaves out zlib's frame.
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(10, -15, 0));
    run(&mut compressor, DICTIONARY, TDEFLFlush::Sync);
    run(&mut compressor, bytes, TDEFLFlush::Finish)
}

fn run(compressor: &mut CompressorOxide, mut bytes: &[u8], flush: TDEFLFlush) -> Vec<u8> {
    let mut out = Vec::new();
    let mut room = vec![0; FIRST_ROOM];
    loop {
        let (status, read, written) = deflate(compressor, bytes, &mut room, flush);
        bytes = &bytes[read..];
        out.extend_from_slice(&room[..written]);
        let is_flushed = bytes.is_empty() && written < room.len();
        if status != TDEFLStatus::Okay || is_flushed {
            return out;
        }
    }
}

/// What a stream with this dictionary stands for.
pub(crate) fn decompress(stream: &[u8], dictionary: &[u8]) -> Result<Vec<u8>, Broken> {
    let mut out = dictionary.to_vec();
    out.resize(dictionary.len() + FIRST_ROOM, 0);
    let mut decompressor = DecompressorOxide::new();
    let (mut read, mut written) = (0, dictionary.len());
    loop {
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, more_read, more) = inflate(&mut decompressor, &stream[read..], &mut out, written, flags);
        read += more_read;
        written += more;
        match status {
            // What follows a whole stream is no part of it.
            TINFLStatus::Done if read == stream.len() => {
                out.truncate(written);
                out.drain(..dictionary.len());
                return if out.len() > LIMIT { Err(Broken::TooLong) } else { Ok(out) };
            }
            TINFLStatus::HasMoreOutput if out.len() - dictionary.len() > LIMIT => return Err(Broken::TooLong),
            TINFLStatus::HasMoreOutput => {
                let len = out.len();
                out.resize(2 * len, 0);
            }
            _ => return Err(Broken::Damaged),
        }
    }
}
