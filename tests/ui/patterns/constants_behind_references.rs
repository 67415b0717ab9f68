//! Constants in patterns do not look through references.

const N: u64 = 5;
const C: char = 'c';
const B: bool = true;
const S: &str = "x";
#[derive(PartialEq, Eq, Clone, Copy)]
struct P(u8, u8);
const Q: P = P(1, 2);
const A: [u8; 2] = [1, 2];
#[derive(PartialEq, Eq, Clone, Copy)]
enum E { X(u8), Y }
const X1: E = E::X(1);
const T: (u8, u8) = (1, 2);
const O: Option<u8> = None;
impl P { const K: P = P(0, 0); }
fn a(x: &u64) { match x { N => {} _ => {} } } //~ ERROR E0308
fn b(x: &char) { match x { C => {} _ => {} } } //~ ERROR E0308
fn c(x: &bool) { match x { B => {} _ => {} } } //~ ERROR E0308
fn d(x: &&str) { match x { S => {} _ => {} } } //~ ERROR E0308
fn e(x: &P) { match x { Q => {} _ => {} } } //~ ERROR E0308
fn f(x: &[u8; 2]) { match x { A => {} _ => {} } } //~ ERROR E0308
fn g(x: &E) { match x { X1 => {} E::Y => {} _ => {} } } //~ ERROR E0308
fn h(x: &(u8, u8)) { match x { T => {} _ => {} } } //~ ERROR E0308
fn i(x: &Option<u8>) { match x { O => {} _ => {} } } //~ ERROR E0308
fn j(x: &P) { match x { P::K => {} _ => {} } } //~ ERROR E0308
fn k(x: &i32) { match x { i32::MAX => {} i32::MIN..=0 => {} _ => {} } } //~ ERROR E0308
fn l(x: &&u64) { if let N = x {} } //~ ERROR E0308
fn m(x: Option<&u64>) { if let Some(N) = x {} } //~ ERROR E0308
fn main() {}
