#[cfg] //~ ERROR E0539
fn a() {}

#[cfg()] //~ ERROR E0805
fn b() {}

#[cfg(unix, windows)] //~ ERROR E0805
fn c() {}

#[cfg("unix")] //~ ERROR E0539
fn d() {}

#[cfg(not())] //~ ERROR E0805
fn e() {}

#[cfg(all(not(unix, windows)))] //~ ERROR E0805
fn f() {}

#[cfg(target_os = 1)] //~ ERROR E0539
fn g() {}

#[cfg_attr] //~ ERROR E0539
fn h() {}

#[cfg_attr(unix)] //~ ERROR syntax
fn i() {}

#[cfg_attr(unix, no_such_attribute)] //~ ERROR syntax
fn j() {}

#[cfg_attr(windows, no_such_attribute)]
fn k() {}

fn main() {}
