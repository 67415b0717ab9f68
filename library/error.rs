//! `Error`: what is known of any error.

use crate::any::TypeId;
use crate::boxed::Box;
use crate::convert::From;
use crate::fmt::{self, Debug, Display};
use crate::string::String;

/// What a `Result` fails with.
pub trait Error: Debug + Display {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        None
    }

    fn description(&self) -> &str {
        "description() is deprecated; use Display"
    }

    fn cause(&self) -> Option<&dyn Error> {
        self.source()
    }

    fn type_id(&self, _: Internal) -> TypeId
    where
        Self: 'static,
    {
        TypeId::of::<Self>()
    }
}

/// What nobody else can name, so that nobody else calls `Error::type_id`.
struct Internal;

impl dyn Error {
    pub fn is<T: Error + 'static>(&self) -> bool {
        TypeId::of::<T>() == self.type_id(Internal)
    }

    pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
        if self.is::<T>() { Some(unsafe { &*(self as *const dyn Error as *const T) }) } else { None }
    }

    pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
        if self.is::<T>() { Some(unsafe { &mut *(self as *mut dyn Error as *mut T) }) } else { None }
    }

    pub fn downcast<T: Error + 'static>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error>> {
        if self.is::<T>() { Ok(unsafe { Box::from_raw(Box::into_raw(self) as *mut T) }) } else { Err(self) }
    }
}

impl dyn Error + Send {
    pub fn is<T: Error + 'static>(&self) -> bool {
        TypeId::of::<T>() == self.type_id(Internal)
    }

    pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
        let error: &dyn Error = self;
        error.downcast_ref::<T>()
    }

    pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
        let error: &mut dyn Error = self;
        error.downcast_mut::<T>()
    }

    pub fn downcast<T: Error + 'static>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error + Send>> {
        if self.is::<T>() { Ok(unsafe { Box::from_raw(Box::into_raw(self) as *mut T) }) } else { Err(self) }
    }
}

impl dyn Error + Send + Sync {
    pub fn is<T: Error + 'static>(&self) -> bool {
        TypeId::of::<T>() == self.type_id(Internal)
    }

    pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
        let error: &dyn Error = self;
        error.downcast_ref::<T>()
    }

    pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
        let error: &mut dyn Error = self;
        error.downcast_mut::<T>()
    }

    pub fn downcast<T: Error + 'static>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error + Send + Sync>> {
        if self.is::<T>() { Ok(unsafe { Box::from_raw(Box::into_raw(self) as *mut T) }) } else { Err(self) }
    }
}

impl<T: Error + ?Sized> Error for &T {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(&**self)
    }

    fn description(&self) -> &str {
        Error::description(&**self)
    }

    fn cause(&self) -> Option<&dyn Error> {
        Error::cause(&**self)
    }
}

impl<T: Error> Error for Box<T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(&**self)
    }

    fn description(&self) -> &str {
        Error::description(&**self)
    }

    fn cause(&self) -> Option<&dyn Error> {
        Error::cause(&**self)
    }
}

impl Error for fmt::Error {}
impl Error for crate::array::TryFromSliceError {}
impl Error for crate::cell::BorrowError {}
impl Error for crate::cell::BorrowMutError {}
impl Error for crate::char::TryFromCharError {}
impl Error for crate::convert::Infallible {}
impl Error for crate::char::CharTryFromError {}
impl Error for crate::char::ParseCharError {}
impl Error for crate::num::ParseFloatError {}
impl Error for crate::num::ParseIntError {}
impl Error for crate::num::TryFromIntError {}
impl Error for crate::str::ParseBoolError {}
impl Error for crate::str::Utf8Error {}
impl Error for crate::string::FromUtf8Error {}

/// An error that is only a text.
struct StringError(String);

impl Error for StringError {
    fn description(&self) -> &str {
        &self.0
    }
}

impl Display for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}

impl Debug for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, f)
    }
}

impl<'a, E: Error + 'a> From<E> for Box<dyn Error + 'a> {
    fn from(err: E) -> Box<dyn Error + 'a> {
        Box::new(err)
    }
}

impl<'a, E: Error + Send + Sync + 'a> From<E> for Box<dyn Error + Send + Sync + 'a> {
    fn from(err: E) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(err)
    }
}

impl<'a> From<String> for Box<dyn Error + 'a> {
    fn from(err: String) -> Box<dyn Error + 'a> {
        Box::new(StringError(err))
    }
}

impl<'a> From<String> for Box<dyn Error + Send + Sync + 'a> {
    fn from(err: String) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(StringError(err))
    }
}

impl<'a, 'b> From<&'b str> for Box<dyn Error + 'a> {
    fn from(err: &'b str) -> Box<dyn Error + 'a> {
        Box::new(StringError(String::from(err)))
    }
}

impl<'a, 'b> From<&'b str> for Box<dyn Error + Send + Sync + 'a> {
    fn from(err: &'b str) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(StringError(String::from(err)))
    }
}
