// A program begins with `main`.
fn start() {} //~ ERROR E0601
