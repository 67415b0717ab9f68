//! What input and output fail with.

use crate::boxed::Box;
use crate::error;
use crate::fmt;
use crate::hash::{Hash, Hasher};

pub type Result<T> = crate::result::Result<T, Error>;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorKind {
    NotFound,
    PermissionDenied,
    ConnectionRefused,
    ConnectionReset,
    HostUnreachable,
    NetworkUnreachable,
    ConnectionAborted,
    NotConnected,
    AddrInUse,
    AddrNotAvailable,
    NetworkDown,
    BrokenPipe,
    AlreadyExists,
    WouldBlock,
    NotADirectory,
    IsADirectory,
    DirectoryNotEmpty,
    ReadOnlyFilesystem,
    StaleNetworkFileHandle,
    InvalidInput,
    InvalidData,
    TimedOut,
    WriteZero,
    StorageFull,
    NotSeekable,
    QuotaExceeded,
    FileTooLarge,
    ResourceBusy,
    ExecutableFileBusy,
    Deadlock,
    CrossesDevices,
    TooManyLinks,
    InvalidFilename,
    ArgumentListTooLong,
    Interrupted,
    Unsupported,
    UnexpectedEof,
    OutOfMemory,
    Other,
}

impl ErrorKind {
    /// The variant's name, and its description.
    fn texts(self) -> (&'static str, &'static str) {
        match self {
            ErrorKind::NotFound => ("NotFound", "entity not found"),
            ErrorKind::PermissionDenied => ("PermissionDenied", "permission denied"),
            ErrorKind::ConnectionRefused => ("ConnectionRefused", "connection refused"),
            ErrorKind::ConnectionReset => ("ConnectionReset", "connection reset"),
            ErrorKind::HostUnreachable => ("HostUnreachable", "host unreachable"),
            ErrorKind::NetworkUnreachable => ("NetworkUnreachable", "network unreachable"),
            ErrorKind::ConnectionAborted => ("ConnectionAborted", "connection aborted"),
            ErrorKind::NotConnected => ("NotConnected", "not connected"),
            ErrorKind::AddrInUse => ("AddrInUse", "address in use"),
            ErrorKind::AddrNotAvailable => ("AddrNotAvailable", "address not available"),
            ErrorKind::NetworkDown => ("NetworkDown", "network down"),
            ErrorKind::BrokenPipe => ("BrokenPipe", "broken pipe"),
            ErrorKind::AlreadyExists => ("AlreadyExists", "entity already exists"),
            ErrorKind::WouldBlock => ("WouldBlock", "operation would block"),
            ErrorKind::NotADirectory => ("NotADirectory", "not a directory"),
            ErrorKind::IsADirectory => ("IsADirectory", "is a directory"),
            ErrorKind::DirectoryNotEmpty => ("DirectoryNotEmpty", "directory not empty"),
            ErrorKind::ReadOnlyFilesystem => ("ReadOnlyFilesystem", "read-only filesystem or storage medium"),
            ErrorKind::StaleNetworkFileHandle => ("StaleNetworkFileHandle", "stale network file handle"),
            ErrorKind::InvalidInput => ("InvalidInput", "invalid input parameter"),
            ErrorKind::InvalidData => ("InvalidData", "invalid data"),
            ErrorKind::TimedOut => ("TimedOut", "timed out"),
            ErrorKind::WriteZero => ("WriteZero", "write zero"),
            ErrorKind::StorageFull => ("StorageFull", "no storage space"),
            ErrorKind::NotSeekable => ("NotSeekable", "seek on unseekable file"),
            ErrorKind::QuotaExceeded => ("QuotaExceeded", "quota exceeded"),
            ErrorKind::FileTooLarge => ("FileTooLarge", "file too large"),
            ErrorKind::ResourceBusy => ("ResourceBusy", "resource busy"),
            ErrorKind::ExecutableFileBusy => ("ExecutableFileBusy", "executable file busy"),
            ErrorKind::Deadlock => ("Deadlock", "deadlock"),
            ErrorKind::CrossesDevices => ("CrossesDevices", "cross-device link or rename"),
            ErrorKind::TooManyLinks => ("TooManyLinks", "too many links"),
            ErrorKind::InvalidFilename => ("InvalidFilename", "invalid filename"),
            ErrorKind::ArgumentListTooLong => ("ArgumentListTooLong", "argument list too long"),
            ErrorKind::Interrupted => ("Interrupted", "operation interrupted"),
            ErrorKind::Unsupported => ("Unsupported", "unsupported"),
            ErrorKind::UnexpectedEof => ("UnexpectedEof", "unexpected end of file"),
            ErrorKind::OutOfMemory => ("OutOfMemory", "out of memory"),
            ErrorKind::Other => ("Other", "other error"),
        }
    }
}

impl fmt::Debug for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.texts().0)
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.texts().1)
    }
}

impl Hash for ErrorKind {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_isize(*self as isize);
    }
}

/// As large as a pointer, since results of all that reads and writes have it in them.
pub struct Error {
    repr: Box<Repr>,
}

enum Repr {
    Simple(ErrorKind),
    /// What the library itself says.
    Message(ErrorKind, &'static str),
    Custom(ErrorKind, Box<dyn error::Error + Send + Sync>),
}

impl Error {
    pub fn new<E>(kind: ErrorKind, error: E) -> Error
    where
        E: Into<Box<dyn error::Error + Send + Sync>>,
    {
        Error { repr: Box::new(Repr::Custom(kind, error.into())) }
    }

    pub fn other<E>(error: E) -> Error
    where
        E: Into<Box<dyn error::Error + Send + Sync>>,
    {
        Error::new(ErrorKind::Other, error)
    }

    pub(crate) fn message(kind: ErrorKind, message: &'static str) -> Error {
        Error { repr: Box::new(Repr::Message(kind, message)) }
    }

    pub fn kind(&self) -> ErrorKind {
        match &*self.repr {
            Repr::Simple(kind) => *kind,
            Repr::Message(kind, _) => *kind,
            Repr::Custom(kind, _) => *kind,
        }
    }

    pub fn raw_os_error(&self) -> Option<i32> {
        None
    }

    pub fn get_ref(&self) -> Option<&(dyn error::Error + Send + Sync + 'static)> {
        match &*self.repr {
            Repr::Custom(_, error) => Some(&**error),
            _ => None,
        }
    }

    pub fn into_inner(self) -> Option<Box<dyn error::Error + Send + Sync>> {
        match *self.repr {
            Repr::Custom(_, error) => Some(error),
            _ => None,
        }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Error {
        Error { repr: Box::new(Repr::Simple(kind)) }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.repr {
            Repr::Simple(kind) => f.debug_tuple("Kind").field(kind).finish(),
            Repr::Message(kind, message) => {
                f.debug_struct("Error").field("kind", kind).field("message", message).finish()
            }
            Repr::Custom(kind, error) => f.debug_struct("Custom").field("kind", kind).field("error", error).finish(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.repr {
            Repr::Simple(kind) => f.write_str(kind.texts().1),
            Repr::Message(_, message) => fmt::Display::fmt(*message, f),
            Repr::Custom(_, error) => fmt::Display::fmt(&**error, f),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &*self.repr {
            Repr::Custom(_, error) => error.source(),
            _ => None,
        }
    }
}
