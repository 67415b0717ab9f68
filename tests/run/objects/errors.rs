//! `Box<dyn Error>`: `?` from several errors, texts as errors, sources, and `main` that fails.

use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
enum ConfigError {
    Missing(&'static str),
    Number { key: String, source: ParseIntError },
    Range(i64),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConfigError::Missing(key) => write!(f, "no {key}"),
            ConfigError::Number { key, .. } => write!(f, "{key} is no number"),
            ConfigError::Range(n) => write!(f, "{n} is out of range"),
        }
    }
}

impl Error for ConfigError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ConfigError::Number { source, .. } => Some(source),
            _ => None,
        }
    }
}

fn number(text: &str) -> Result<i64, ConfigError> {
    let (key, value) = text.split_once('=').ok_or(ConfigError::Missing("="))?;
    let n: i64 = value.parse().map_err(|source| ConfigError::Number { key: key.to_string(), source })?;
    if n > 100 { Err(ConfigError::Range(n)) } else { Ok(n) }
}

fn double(text: &str) -> Result<i64, Box<dyn Error>> {
    if text.is_empty() {
        return Err("empty".into());
    }
    if text.starts_with('#') {
        return Err(format!("comment of {} bytes", text.len()).into());
    }
    if text == "plain" {
        let n: i64 = "x1".parse()?;
        return Ok(n);
    }
    if text == "direct" {
        return Err(Box::new(ConfigError::Missing("direct")));
    }
    Ok(number(text)? * 2)
}

fn wrapped(text: &str) -> Result<String, Box<dyn Error + Send + Sync>> {
    let n = number(text)?;
    if n == 7 {
        return Err("seven".into());
    }
    Ok(format!("<{n}>"))
}

fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut at = error.source();
    while let Some(source) = at {
        text.push_str(": ");
        text.push_str(&source.to_string());
        at = source.source();
    }
    text
}

fn main() -> Result<(), Box<dyn Error>> {
    for text in ["a=4", "b=x", "c=101", "d", "", "# no", "plain", "direct"] {
        match double(text) {
            Ok(n) => println!("{text}: {n}"),
            Err(e) => println!("{text}: {e} / {e:?} / {}", chain(&*e)),
        }
    }
    for text in ["a=4", "a=7", "a="] {
        match wrapped(text) {
            Ok(n) => println!("{n}"),
            Err(e) => println!("{}", chain(e.as_ref())),
        }
    }
    let errors: Vec<Box<dyn Error>> = vec!["one".into(), String::from("two").into(), Box::new(ConfigError::Range(3))];
    println!("{errors:?}");
    println!("{}", errors.iter().map(|e| e.to_string()).collect::<Vec<_>>().join(", "));
    double("last=200")?;
    println!("not reached");
    Ok(())
}
