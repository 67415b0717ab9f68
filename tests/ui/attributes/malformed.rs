#[inline(sometimes)] //~ ERROR E0539
fn a() {}

#[inline(always, never)] //~ ERROR E0805
fn b() {}

#[inline()] //~ ERROR E0805
fn c() {}

#[cold(very)] //~ ERROR E0565
fn d() {}

#[must_use(always)] //~ ERROR E0539
fn e() -> u8 {
    1
}

#[must_use = 1] //~ ERROR E0539
fn f() -> u8 {
    1
}

#[deprecated(since = "1", since = "2")] //~ ERROR E0538
fn g() {}

#[deprecated(why = "it is old")] //~ ERROR E0539
fn h() {}

#[deprecated("it is old")] //~ ERROR E0565
fn i() {}

#[repr = "C"] //~ ERROR E0539
struct J;

#[non_exhaustive(please)] //~ ERROR E0565
struct K;

#[track_caller(1)] //~ ERROR E0565
fn l() {}

fn main() {
    a();
    b();
    c();
    d();
    let _ = (e(), f(), J, K);
    g();
    h();
    i();
    l();
}
