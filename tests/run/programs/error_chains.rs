//! `?` through chains of `From`, with `source`, `Display` and `Box<dyn Error>`, and what is dropped on the way.

use std::error::Error;
use std::fmt::{self, Display};
use std::num::{ParseFloatError, ParseIntError};
use std::str::{FromStr, ParseBoolError};

#[derive(Debug)]
enum FieldError {
    Int(ParseIntError),
    Float(ParseFloatError),
    Bool(ParseBoolError),
    Missing { name: &'static str },
}

#[derive(Debug)]
struct LineError {
    line: usize,
    cause: FieldError,
}

#[derive(Debug)]
enum AppError {
    Line(Box<LineError>),
    Other(Box<dyn Error + Send + Sync>),
}

macro_rules! from {
    ($($source:ty => $target:ident :: $variant:ident),* $(,)?) => {
        $(impl From<$source> for $target {
            fn from(e: $source) -> Self {
                $target::$variant(e.into())
            }
        })*
    };
}
from! {
    ParseIntError => FieldError::Int,
    ParseFloatError => FieldError::Float,
    ParseBoolError => FieldError::Bool,
    LineError => AppError::Line,
    fmt::Error => AppError::Other,
    &str => AppError::Other,
    String => AppError::Other,
}

impl Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(_) => f.pad("not a whole number"),
            Self::Float(_) => f.pad("not a number"),
            Self::Bool(_) => f.pad("neither true nor false"),
            Self::Missing { name } => write!(f, "{name} is missing"),
        }
    }
}
impl Error for FieldError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(match self {
            Self::Int(e) => e,
            Self::Float(e) => e,
            Self::Bool(e) => e,
            Self::Missing { .. } => return None,
        })
    }
}
impl Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)
    }
}
impl Error for LineError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.cause)
    }
}
impl Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AppError::Line(e) => write!(f, "bad input in {e}"),
            AppError::Other(e) => Display::fmt(e, f),
        }
    }
}
impl Error for AppError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            AppError::Line(e) => Some(e.as_ref()),
            AppError::Other(_) => None,
        }
    }
}

struct Noisy(&'static str);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("  leave {}", self.0);
    }
}

#[derive(Debug, PartialEq)]
struct Row(i32, f32, bool);

impl FromStr for Row {
    type Err = FieldError;
    fn from_str(s: &str) -> Result<Self, FieldError> {
        let _guard = Noisy("row");
        let mut parts = s.split(',').map(str::trim);
        let mut field = |name| parts.next().ok_or(FieldError::Missing { name });
        Ok(Row(field("count")?.parse()?, field("weight")?.parse()?, field("flag")?.parse()?))
    }
}

fn rows(text: &str) -> Result<Vec<Row>, LineError> {
    let _guard = Noisy("rows");
    text.lines().zip(1..).map(|(l, line)| l.parse().map_err(|cause| LineError { line, cause })).collect()
}

fn total(text: &str) -> Result<f32, AppError> {
    let _guard = Noisy("total");
    if text.is_empty() {
        return Err("nothing to add".into());
    }
    let rows = rows(text)?;
    let sum: f32 = rows.iter().filter(|r| r.2).map(|r| r.0 as f32 * r.1).sum();
    if sum < 0.0 { Err(format!("{sum:.1} is negative"))? } else { Ok(sum) }
}

fn report(text: &str) -> Result<String, Box<dyn Error>> {
    Ok(format!("total {:>8.2}", total(text)?))
}

fn main() {
    for text in ["1, 2.5, true\n3,4,false", "1,2,true\nx,1,true", "1,z,true", "1,2,maybe", "1, 2", "", "-4,2,true", "99999999999,0,true"] {
        match report(text) {
            Ok(s) => println!("{s}"),
            Err(e) => {
                let mut depth = 0;
                let mut at: Option<&dyn Error> = Some(&*e);
                while let Some(cause) = at {
                    println!("{:>1$}{cause}", "", 2 * depth);
                    (depth, at) = (depth + 1, cause.source());
                }
                if let Some(AppError::Line(l)) = e.downcast_ref() {
                    println!("{:?} [{:<25}]", l.cause, l.cause);
                }
                println!("{e:?}");
            }
        }
    }
}
