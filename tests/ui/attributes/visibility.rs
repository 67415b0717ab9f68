enum Part {
    pub One, //~ ERROR E0449
    Two(pub u8), //~ ERROR E0449
    Three { pub x: u8 }, //~ ERROR E0449
}

struct S;

pub impl S {} //~ ERROR E0449

trait T {}

pub impl T for S {} //~ ERROR E0449

#[repr(C)] //~ ERROR E0084
enum Nothing {}

#[repr(C, u8)] //~ ERROR E0566
enum Both {
    A,
    B,
}

fn main() {}
