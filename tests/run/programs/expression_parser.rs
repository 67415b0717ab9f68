//! A tokenizer on `Peekable<CharIndices>`, a recursive-descent parser into boxed enums, `Display`, simplification by
//! patterns through boxes, evaluation in an environment.

use std::collections::HashMap;
use std::fmt;
use std::iter::Peekable;
use std::rc::Rc;
use std::str::CharIndices;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'s> {
    Number(f64),
    Name(&'s str),
    Op(char),
}

struct Tokens<'s> {
    text: &'s str,
    chars: Peekable<CharIndices<'s>>,
}

impl<'s> Iterator for Tokens<'s> {
    type Item = Result<(usize, Token<'s>), Error>;
    fn next(&mut self) -> Option<Self::Item> {
        while self.chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        let (start, c) = self.chars.next()?;
        let mut end = start + c.len_utf8();
        let mut take = |pred: fn(char) -> bool| {
            while let Some((i, c)) = self.chars.next_if(|&(_, c)| pred(c)) {
                end = i + c.len_utf8();
            }
            &self.text[start..end]
        };
        Some(match c {
            '0'..='9' | '.' => {
                let digits = take(|c| c.is_ascii_digit() || c == '.');
                digits.parse().map(|n| (start, Token::Number(n))).map_err(|_| Error::Number(digits.into()))
            }
            c if c.is_alphabetic() => Ok((start, Token::Name(take(char::is_alphanumeric)))),
            '+' | '-' | '*' | '/' | '^' | '(' | ')' | '=' | ',' => Ok((start, Token::Op(c))),
            other => Err(Error::Character(start, other)),
        })
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Error {
    Number(Rc<str>),
    Character(usize, char),
    Unexpected(Option<String>),
    Unknown(Rc<str>),
    Arguments { name: &'static str, wanted: usize, found: usize },
}

#[derive(Debug, Clone, PartialEq)]
enum Expr {
    Num(f64),
    Var(Rc<str>),
    Neg(Box<Expr>),
    Bin(Box<Expr>, char, Box<Expr>),
    Call(Rc<str>, Vec<Expr>),
    Let(Rc<str>, Box<Expr>),
}
use Expr::*;

struct Parser<'s>(Peekable<Tokens<'s>>);

impl<'s> Parser<'s> {
    fn new(text: &'s str) -> Self {
        Parser(Tokens { text, chars: text.char_indices().peekable() }.peekable())
    }
    fn op(&mut self, ops: &str) -> Option<char> {
        match self.0.peek() {
            Some(&Ok((_, Token::Op(c)))) if ops.contains(c) => {
                self.0.next();
                Some(c)
            }
            _ => None,
        }
    }
    fn unexpected<T>(&mut self) -> Result<T, Error> {
        let token = self.0.next().transpose()?;
        Err(Error::Unexpected(token.map(|(at, t)| format!("{t:?} at {at}"))))
    }
    fn statement(&mut self) -> Result<Expr, Error> {
        let e = self.binary(0)?;
        let e = match (e, self.op("=")) {
            (Var(name), Some(_)) => Let(name, Box::new(self.binary(0)?)),
            (_, Some(_)) => return self.unexpected(),
            (e, None) => e,
        };
        if self.0.peek().is_some() { self.unexpected() } else { Ok(e) }
    }
    fn binary(&mut self, level: usize) -> Result<Expr, Error> {
        let Some(ops) = ["+-", "*/"].get(level) else { return self.power() };
        let mut left = self.binary(level + 1)?;
        while let Some(op) = self.op(ops) {
            left = Bin(Box::new(left), op, Box::new(self.binary(level + 1)?));
        }
        Ok(left)
    }
    fn power(&mut self) -> Result<Expr, Error> {
        if self.op("-").is_some() {
            return Ok(Neg(self.power()?.into()));
        }
        let base = self.atom()?;
        Ok(if let Some(op) = self.op("^") { Bin(base.into(), op, self.power()?.into()) } else { base })
    }
    fn atom(&mut self) -> Result<Expr, Error> {
        if self.op("(").is_some() {
            let e = self.binary(0)?;
            return if self.op(")").is_some() { Ok(e) } else { self.unexpected() };
        }
        let is_value = |t: &Result<_, _>| matches!(t, Ok((_, Token::Number(_) | Token::Name(_))) | Err(_));
        match self.0.next_if(is_value).transpose()? {
            Some((_, Token::Number(n))) => Ok(Num(n)),
            Some((_, Token::Name(name))) if self.op("(").is_some() => {
                let mut arguments = vec![];
                while self.op(")").is_none() {
                    arguments.push(self.binary(0)?);
                    self.op(",");
                }
                Ok(Call(name.into(), arguments))
            }
            Some((_, Token::Name(name))) => Ok(Var(name.into())),
            _ => self.unexpected(),
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Num(n) => fmt::Display::fmt(n, f),
            Var(v) => f.write_str(v),
            Neg(e) => write!(f, "-{e}"),
            Bin(l, op, r) if f.alternate() => write!(f, "({op} {l:#} {r:#})"),
            Bin(l, op, r) => write!(f, "({l} {op} {r})"),
            Call(name, args) => f.debug_tuple(name).field(&format_args_of(args)).finish(),
            Let(name, e) => write!(f, "{name} := {e}"),
        }
    }
}

fn format_args_of(args: &[Expr]) -> Vec<String> {
    args.iter().map(Expr::to_string).collect()
}

fn simplify(e: Expr) -> Expr {
    match e {
        Bin(l, op, r) => match (simplify(*l), op, simplify(*r)) {
            (Num(0.0), '+', e) | (e, '+' | '-', Num(0.0)) | (Num(1.0), '*', e) | (e, '*' | '/' | '^', Num(1.0)) => e,
            (Num(0.0), '*', _) | (_, '*', Num(0.0)) => Num(0.0),
            (l, '-', r) if l == r => Num(0.0),
            (l, op, Neg(r)) if op == '+' => Bin(l.into(), '-', r),
            (l, op, r) => Bin(Box::new(l), op, Box::new(r)),
        },
        Neg(inner) => match simplify(*inner) {
            Neg(e) => *e,
            Num(n) => Num(-n),
            e => Neg(Box::new(e)),
        },
        Call(name, args) => Call(name, args.into_iter().map(simplify).collect()),
        Let(name, e) => Let(name, Box::new(simplify(*e))),
        e @ (Num(_) | Var(_)) => e,
    }
}

type Env = HashMap<Rc<str>, f64>;

fn eval(e: &Expr, env: &mut Env) -> Result<f64, Error> {
    Ok(match e {
        Num(n) => *n,
        Var(v) => *env.get(v).ok_or_else(|| Error::Unknown(Rc::clone(v)))?,
        Neg(e) => -eval(e, env)?,
        Bin(l, op, r) => {
            let (l, r) = (eval(l, env)?, eval(r, env)?);
            match op {
                '+' => l + r,
                '-' => l - r,
                '*' => l * r,
                '/' => l / r,
                _ => l.powf(r),
            }
        }
        Let(name, e) => {
            let v = eval(e, env)?;
            env.insert(name.clone(), v);
            v
        }
        Call(name, args) => {
            let values = args.iter().map(|a| eval(a, env)).collect::<Result<Vec<_>, _>>()?;
            match (&**name, values.as_slice()) {
                ("sqrt", &[x]) => x.sqrt(),
                ("max", [first, rest @ ..]) => rest.iter().fold(*first, |a, b| a.max(*b)),
                ("sqrt", other) => return Err(Error::Arguments { name: "sqrt", wanted: 1, found: other.len() }),
                _ => return Err(Error::Unknown(name.clone())),
            }
        }
    })
}

fn main() {
    let mut env = Env::new();
    for line in [
        "1 + 2 * 3", "x = 2 ^ 3 ^ 0.5", "-(x - x) * 7 + --x", "max(1, x, sqrt(2) , 0) / 1", "0 * y + 1 * (z - 0)", "é = 4", "é+-é",
        "2 +", "(1", "3 $ 4", "1.2.3", "1 = 2", "sqrt()", "max()", "y", "a b", "",
    ] {
        match Parser::new(line).statement().map(simplify) {
            Ok(e) => println!("{line} => {e} => {e:#} => {:.4?}", eval(&e, &mut env)),
            Err(e) => println!("{line} => {e:?}"),
        }
    }
    let mut names: Vec<_> = env.into_iter().collect();
    names.sort_by(|a, b| a.1.total_cmp(&b.1));
    println!("{names:.3?}");
}
