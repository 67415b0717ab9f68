#![feature(never_type)] //~ ERROR E0554

#[stable(feature = "a", since = "1.0.0")] //~ ERROR E0734
fn stable() {}

#[derive("Clone")] //~ ERROR E0777
struct Quoted;

#[deprecated(note = "one")]
#[deprecated(note = "two")] //~ ERROR syntax
fn twice() {}

fn main() {}
