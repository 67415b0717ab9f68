// Where `?` has nothing to work on, or nowhere to go.
fn a() -> Option<i32> { let x: Result<i32, ()> = Ok(1); Some(x?) } //~ ERROR E0277
fn b() -> Result<i32, ()> { let x: Option<i32> = Some(1); Ok(x?) } //~ ERROR E0277
fn c() { let x: Option<i32> = Some(1); x?; } //~ ERROR E0277
fn d() -> Option<i32> { Some(5?) } //~ ERROR E0277
fn e() -> Result<i32, u8> { let x: Result<i32, &str> = Ok(1); Ok(x?) } //~ ERROR E0277
fn main() {}
