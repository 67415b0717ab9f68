//! Formatting.
//!
//! What the compiler makes of `println!("a{}b{:>5.2}", x, y)`, one call for each piece:
//!
//! ```text
//! match (&x, &y) {
//!     (a0, a1) => {
//!         let mut f = Formatter::stdout();
//!         f.__write_lit("a");
//!         ignore(Display::fmt(a0, f.plain()));
//!         f.__write_lit("b");
//!         ignore(Display::fmt(a1, f.spec(' ', 1, 0, 5, true, 2, true)));
//!         f.__write_lit("\n");
//!         f.end();
//!     }
//! }
//! ```
//!
//! A [`Formatter`] knows where the text goes, how the next value is to be formatted, and how far `{:#?}` is indented. It
//! is the only one of its message, so whoever formats into one that he was given (`write!(f, …)`) gives it back with the
//! options that it had: [`Part`].

mod builders;
mod decimal;
mod float;
mod impls;
mod num;
mod text;
mod wide;

pub use builders::{DebugList, DebugMap, DebugSet, DebugStruct, DebugTuple};
pub(crate) use text::Verbatim;
pub use text::{char_len, decode, encode, part};

use crate::io::raw;
use crate::marker::PhantomData;
use crate::string::String;

/// What formatting returns.
pub type Result = crate::result::Result<(), Error>;

/// Formatting failed.
pub struct Error;

pub trait Display {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;

    /// What `to_string` makes of it: std knows how much room some types need.
    #[doc(hidden)]
    fn __to_string(&self) -> String {
        crate::string::shown(self, 0)
    }

    /// The text that it is, if it is nothing else.
    #[doc(hidden)]
    fn __as_str(&self) -> Option<&str> {
        None
    }
}

pub trait Debug {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait LowerHex {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait UpperHex {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait Octal {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait Binary {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait LowerExp {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

pub trait UpperExp {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

/// On which side of a padded text the text stands.
pub enum Alignment {
    Left,
    Right,
    Center,
}

pub(crate) const LEFT: u8 = 0;
const RIGHT: u8 = 1;
const CENTER: u8 = 2;
const UNKNOWN: u8 = 3;

const SIGN_PLUS: u32 = 1;
const SIGN_MINUS: u32 = 2;
const ALTERNATE: u32 = 4;
const ZERO_PAD: u32 = 8;
const DEBUG_LOWER_HEX: u32 = 16;
const DEBUG_UPPER_HEX: u32 = 32;

/// How one value is to be formatted.
pub struct Spec {
    fill: char,
    align: u8,
    flags: u32,
    has_width: bool,
    has_precision: bool,
    width: usize,
    precision: usize,
}

impl Clone for Spec {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for Spec {}

const PLAIN: Spec =
    Spec { fill: ' ', align: UNKNOWN, flags: 0, has_width: false, has_precision: false, width: 0, precision: 0 };

/// Where text goes.
enum Sink {
    Stdout,
    Stderr,
    /// What implements `Write`, and the function that writes to it.
    Writer(*mut u8, fn(*mut u8, &str) -> Result),
}

/// What text can be written to.
pub trait Write {
    fn write_str(&mut self, s: &str) -> Result;

    fn write_char(&mut self, c: char) -> Result {
        let mut buffer = [0u8; 4];
        let len = text::encode(c, &mut buffer);
        self.write_str(text::part(&buffer, 0, len))
    }

    /// Write a message that is only a text: what `write!` makes of itself.
    fn __write_text(&mut self, s: &str) -> Result {
        self.write_str(s)
    }

    /// Begin a message: what `write!` makes of itself.
    fn __start_write(&mut self) -> Message<'_>
    where
        Self: Sized,
    {
        Message { formatter: Formatter::__to(self) }
    }
}

impl<'w> dyn Write + 'w {
    /// Begin a message: what `write!` makes of itself.
    pub fn __start_write(&mut self) -> ObjectMessage<'_> {
        ObjectMessage { target: self as *mut (dyn Write + 'w), formatter: Formatter::nowhere() }
    }
}

/// A message that `write!` writes to a trait object.
pub struct ObjectMessage<'a> {
    target: *mut (dyn Write + 'a),
    formatter: Formatter<'a>,
}

impl<'a> ObjectMessage<'a> {
    pub fn formatter(&mut self) -> &mut Formatter<'a> {
        // From here on the message stays where it is.
        self.formatter = Formatter::raw(self as *mut ObjectMessage<'a> as *mut u8, write_to_object);
        &mut self.formatter
    }

    pub fn finish(self, result: Result) -> Result {
        result
    }
}

/// Write to the target of the message at `message`.
fn write_to_object(message: *mut u8, s: &str) -> Result {
    unsafe { (*(*(message as *mut ObjectMessage<'_>)).target).write_str(s) }
}

impl<W: Write + ?Sized> Write for &mut W {
    fn write_str(&mut self, s: &str) -> Result {
        (**self).write_str(s)
    }

    fn write_char(&mut self, c: char) -> Result {
        (**self).write_char(c)
    }
}

impl Write for Formatter<'_> {
    fn write_str(&mut self, s: &str) -> Result {
        Formatter::write_str(self, s)
    }

    fn write_char(&mut self, c: char) -> Result {
        Formatter::write_char(self, c)
    }
}

/// A message that `write!` writes to something else than a formatter.
pub struct Message<'a> {
    formatter: Formatter<'a>,
}

impl<'a> Message<'a> {
    pub fn formatter(&mut self) -> &mut Formatter<'a> {
        &mut self.formatter
    }

    pub fn finish(self, result: Result) -> Result {
        result
    }
}

/// A message that `write!` writes to a formatter, which gets its options back afterwards.
pub struct Part<'f, 'a> {
    formatter: &'f mut Formatter<'a>,
    saved: Spec,
}

impl<'f, 'a> Part<'f, 'a> {
    pub fn formatter(&mut self) -> &mut Formatter<'a> {
        self.formatter
    }

    pub fn finish(self, result: Result) -> Result {
        self.formatter.spec = self.saved;
        result
    }
}

/// Write to what `target` points to.
fn write_to<W: Write>(target: *mut u8, s: &str) -> Result {
    unsafe { (*(target as *mut W)).write_str(s) }
}

/// Where text goes, and how the next value is to be formatted.
pub struct Formatter<'a> {
    sink: Sink,
    spec: Spec,
    /// How many levels of `{:#?}` the text is indented.
    depth: u32,
    /// Whether the indentation of the present line is still to be written.
    line_start: bool,
    borrows: PhantomData<&'a mut Spec>,
}

/// What `println!` does with the outcome of a value's formatting.
#[track_caller]
pub fn ignore(result: Result) {
    if let Err(_) = result {
        panic!("a formatting trait implementation returned an error when the underlying stream did not");
    }
}

/// What `format!` does with the outcome of a value's formatting.
pub fn expect(result: Result) {
    if let Err(_) = result {
        crate::panicking::format_failed();
    }
}

impl<'a> Formatter<'a> {
    /// A message to standard output.
    pub const fn __stdout() -> Formatter<'a> {
        Formatter { sink: Sink::Stdout, spec: PLAIN, depth: 0, line_start: false, borrows: PhantomData }
    }

    /// Text to something that can be written to.
    pub fn __to<W: Write>(target: &'a mut W) -> Formatter<'a> {
        let sink = Sink::Writer(target as *mut W as *mut u8, write_to::<W>);
        Formatter { sink, spec: PLAIN, depth: 0, line_start: false, borrows: PhantomData }
    }

    /// Text to a function that knows what to do with it and with this pointer.
    pub(crate) fn raw(target: *mut u8, write: fn(*mut u8, &str) -> Result) -> Formatter<'a> {
        Formatter { sink: Sink::Writer(target, write), spec: PLAIN, depth: 0, line_start: false, borrows: PhantomData }
    }

    /// Text that goes nowhere yet.
    pub(crate) fn nowhere() -> Formatter<'a> {
        Formatter::__stderr()
    }

    /// Write a message that is only a text: what `write!` makes of itself.
    pub fn __write_text(&mut self, s: &str) -> Result {
        self.write_str(s)
    }

    /// Begin a message within this one: what `write!` makes of itself.
    pub fn __start_write(&mut self) -> Part<'_, 'a> {
        let saved = self.spec;
        Part { formatter: self, saved }
    }

    /// A message to standard error.
    pub const fn __stderr() -> Formatter<'a> {
        Formatter { sink: Sink::Stderr, spec: PLAIN, depth: 0, line_start: false, borrows: PhantomData }
    }

    /// A panic's message: `panicking::panic_end` ends it.
    pub const fn __panic_begin(location: &crate::panic::Location<'_>) -> Formatter<'a> {
        crate::panicking::panic_begin(location)
    }

    /// The message is complete.
    pub fn __end(&mut self) {
        match self.sink {
            Sink::Stdout => raw::end_out(),
            Sink::Stderr => raw::end_err(),
            Sink::Writer(..) => {}
        }
    }

    /// Set the options to those of `{}`.
    pub fn __plain(&mut self) -> &mut Formatter<'a> {
        self.spec = PLAIN;
        self
    }

    /// Set the options: alignment 0 left, 1 right, 2 centre, 3 none; flags 1 `+`, 2 `-`, 4 `#`, 8 `0`, 16 `x?`, 32 `X?`.
    pub fn __spec(
        &mut self,
        fill: char,
        align: u8,
        flags: u32,
        width: usize,
        has_width: bool,
        precision: usize,
        has_precision: bool,
    ) -> &mut Formatter<'a> {
        self.spec = Spec { fill, align, flags, has_width, has_precision, width, precision };
        self
    }

    /// Write a literal piece of a format string.
    pub fn __write_lit(&mut self, s: &str) -> Result {
        self.write_str(s)
    }

    pub fn write_str(&mut self, s: &str) -> Result {
        if self.depth > 0 {
            return self.write_indented(s);
        }
        match self.sink {
            Sink::Stdout => raw::write_out(s.as_bytes()),
            Sink::Stderr => raw::write_err(s.as_bytes()),
            Sink::Writer(target, write) => return write(target, s),
        }
        Ok(())
    }

    pub fn write_char(&mut self, c: char) -> Result {
        let mut buffer = [0u8; 4];
        let len = text::encode(c, &mut buffer);
        self.write_str(text::part(&buffer, 0, len))
    }

    /// Write text with four spaces for each level in front of every line.
    fn write_indented(&mut self, s: &str) -> Result {
        let depth = self.depth;
        self.depth = 0;
        let bytes = s.as_bytes();
        let mut start = 0;
        while start < bytes.len() {
            if self.line_start {
                for _ in 0..depth {
                    self.write_str("    ");
                }
            }
            let mut end = start;
            while end < bytes.len() && bytes[end] != b'\n' {
                end += 1;
            }
            self.line_start = end < bytes.len();
            if self.line_start {
                end += 1;
            }
            self.write_str(text::part(bytes, start, end));
            start = end;
        }
        self.depth = depth;
        Ok(())
    }

    /// Begin text that is one level deeper.
    fn indent(&mut self) {
        self.depth += 1;
        self.line_start = true;
    }

    /// End text that is one level deeper.
    fn dedent(&mut self) {
        self.depth -= 1;
    }

    pub fn width(&self) -> Option<usize> {
        if self.spec.has_width { Some(self.spec.width) } else { None }
    }

    pub fn precision(&self) -> Option<usize> {
        if self.spec.has_precision { Some(self.spec.precision) } else { None }
    }

    pub fn fill(&self) -> char {
        self.spec.fill
    }

    pub fn align(&self) -> Option<Alignment> {
        match self.spec.align {
            LEFT => Some(Alignment::Left),
            RIGHT => Some(Alignment::Right),
            CENTER => Some(Alignment::Center),
            _ => None,
        }
    }

    pub fn sign_plus(&self) -> bool {
        self.spec.flags & SIGN_PLUS != 0
    }

    pub fn sign_minus(&self) -> bool {
        self.spec.flags & SIGN_MINUS != 0
    }

    pub fn alternate(&self) -> bool {
        self.spec.flags & ALTERNATE != 0
    }

    pub fn sign_aware_zero_pad(&self) -> bool {
        self.spec.flags & ZERO_PAD != 0
    }

    /// Write the fill character so many times.
    pub(crate) fn write_fill(&mut self, count: usize) -> Result {
        let mut buffer = [0u8; 4];
        let len = text::encode(self.spec.fill, &mut buffer);
        for _ in 0..count {
            if let Err(e) = self.write_str(text::part(&buffer, 0, len)) {
                return Err(e);
            }
        }
        Ok(())
    }

    /// Write the part of `missing` fill characters that comes before the text; the part that comes after it.
    pub(crate) fn fill_before(&mut self, missing: usize, default: u8) -> usize {
        let align = if self.spec.align == UNKNOWN { default } else { self.spec.align };
        let before = match align {
            LEFT => 0,
            RIGHT => missing,
            _ => missing / 2,
        };
        self.write_fill(before);
        missing - before
    }

    /// Write text, cut off at the precision and padded to the width.
    pub fn pad(&mut self, s: &str) -> Result {
        if !self.spec.has_width && !self.spec.has_precision {
            return self.write_str(s);
        }
        let bytes = s.as_bytes();
        let limit = if self.spec.has_precision { self.spec.precision } else { usize::MAX };
        let mut chars = 0;
        let mut end = 0;
        while end < bytes.len() && chars < limit {
            end += text::char_len(bytes[end]);
            chars += 1;
        }
        let kept = text::part(bytes, 0, end);
        if !self.spec.has_width || self.spec.width <= chars {
            return self.write_str(kept);
        }
        let after = self.fill_before(self.spec.width - chars, LEFT);
        self.write_str(kept);
        self.write_fill(after)
    }

    /// Write an integer's digits with its sign, its prefix if `#` asks for it, and padding.
    pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> Result {
        let sign = if !is_nonnegative {
            "-"
        } else if self.sign_plus() {
            "+"
        } else {
            ""
        };
        let has_prefix = self.alternate();
        let len = sign.len() + if has_prefix { prefix.len() } else { 0 } + buf.len();
        let missing = if self.spec.has_width && self.spec.width > len { self.spec.width - len } else { 0 };
        let zeros = self.sign_aware_zero_pad();
        let after = if zeros { 0 } else { self.fill_before(missing, RIGHT) };
        if !sign.is_empty() {
            self.write_str(sign);
        }
        if has_prefix {
            self.write_str(prefix);
        }
        if zeros {
            self.write_each_zero(missing);
        }
        self.write_str(buf);
        self.write_fill(after)
    }

    /// Write a number in parts, padded to the width: sign, digits and zeros before the point, the point if there is one,
    /// zeros, digits and zeros behind it, and what comes after them, in two parts.
    fn pad_number(
        &mut self,
        sign: &str,
        whole: &str,
        whole_zeros: usize,
        point: &str,
        first_zeros: usize,
        fraction: &str,
        last_zeros: usize,
        suffix: &str,
        exponent: &str,
    ) -> Result {
        let mut after = 0;
        if self.spec.has_width {
            let digits = whole.len() + whole_zeros + point.len() + first_zeros + fraction.len() + last_zeros;
            let len = sign.len() + digits + suffix.len() + exponent.len();
            let missing = if self.spec.width > len { self.spec.width - len } else { 0 };
            if self.sign_aware_zero_pad() {
                self.write_str(sign);
                self.write_each_zero(missing);
            } else {
                after = self.fill_before(missing, RIGHT);
                if !sign.is_empty() {
                    self.write_str(sign);
                }
            }
        } else if !sign.is_empty() {
            self.write_str(sign);
        }
        self.write_str(whole);
        if whole_zeros > 0 {
            self.write_zeros(whole_zeros);
        }
        if !point.is_empty() {
            self.write_str(point);
            if first_zeros > 0 {
                self.write_zeros(first_zeros);
            }
            if !fraction.is_empty() {
                self.write_str(fraction);
            }
            if last_zeros > 0 {
                self.write_zeros(last_zeros);
            }
        }
        if !suffix.is_empty() {
            self.write_str(suffix);
        }
        if !exponent.is_empty() {
            self.write_str(exponent);
        }
        self.write_fill(after)
    }

    /// Write so many zeros as padding, which std writes one by one.
    fn write_each_zero(&mut self, count: usize) -> Result {
        for _ in 0..count {
            if let Err(e) = self.write_str("0") {
                return Err(e);
            }
        }
        Ok(())
    }

    /// Write so many zeros.
    fn write_zeros(&mut self, mut count: usize) -> Result {
        let zeros = "0000000000000000000000000000000000000000000000000000000000000000";
        while count > zeros.len() {
            self.write_str(zeros);
            count -= zeros.len();
        }
        self.write_str(text::part(zeros.as_bytes(), 0, count))
    }
}
