// Implementations that do not agree with their trait.
use std::fmt;
use std::ops::Add;

#[derive(Clone)] //~ ERROR E0119
struct P {
    x: i32,
}

impl fmt::Display for P {} //~ ERROR E0046

impl Add for P {
    type Output = P;
    fn add(self, other: i32) -> P { //~ ERROR E0053
        self
    }
}

impl PartialEq for P {
    fn eq(&self, other: &P) -> bool {
        true
    }
    fn extra(&self) {} //~ ERROR E0407
}

impl PartialEq for P { //~ ERROR E0119
    fn eq(&self, other: &P) -> bool {
        true
    }
}

impl Clone for P {
    fn clone(&self) -> P {
        P { x: 1 }
    }
}

struct Q;

impl Default for Q {
    fn default(&self) -> Q { //~ ERROR E0185
        Q
    }
}

impl fmt::Debug for Q {
    fn fmt(f: &mut fmt::Formatter) -> fmt::Result { //~ ERROR E0186
        Ok(())
    }
}

impl std::ops::Neg for Q {
    type Output = Q;
    type Input = Q; //~ ERROR E0437
    fn neg(self, more: i32) -> Q { //~ ERROR E0050
        self
    }
}

impl Copy for P {}

#[derive(Clone, Copy)]
struct Holder { //~ ERROR E0204
    text: Q2,
}

#[derive(Clone)]
struct Q2;

fn main() {}
