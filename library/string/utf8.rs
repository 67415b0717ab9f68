//! Whether bytes are UTF-8.

use crate::fmt;
use crate::str::Utf8Error;
use crate::vec::Vec;

/// Bytes that should have been text.
pub struct FromUtf8Error {
    bytes: Vec<u8>,
    error: Utf8Error,
}

impl FromUtf8Error {
    pub(crate) fn new(bytes: Vec<u8>, error: Utf8Error) -> FromUtf8Error {
        FromUtf8Error { bytes, error }
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.as_slice()
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub fn utf8_error(&self) -> Utf8Error {
        self.error
    }
}

impl fmt::Debug for FromUtf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FromUtf8Error").field("bytes", &self.bytes).field("error", &self.error).finish()
    }
}

impl fmt::Display for FromUtf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl PartialEq for FromUtf8Error {
    fn eq(&self, other: &FromUtf8Error) -> bool {
        self.bytes == other.bytes && self.error == other.error
    }
}

impl Eq for FromUtf8Error {}

impl Clone for FromUtf8Error {
    fn clone(&self) -> Self {
        FromUtf8Error { bytes: self.bytes.clone(), error: self.error }
    }
}
