// What Staircase's library needs beyond std's names is not there for a program.
use std::fmt::{self, Spec}; //~ ERROR E0432
use std::vec::from_array; //~ ERROR E0432

struct D;

impl fmt::Display for D {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.__write_lit("a"); //~ ERROR E0599
        f.write_lit("a"); //~ ERROR E0599
        f.plain(); //~ ERROR E0599
        Ok(())
    }

    fn __to_string(&self) -> String { //~ ERROR E0407
        String::new()
    }
}

fn main() {
    let x = vec![1].into_iter().__known_length(); //~ ERROR E0599
    let y = 5u8.__to_string(); //~ ERROR E0599
    let z = fmt::Formatter::__stdout(); //~ ERROR E0599
    let z = fmt::Formatter::stdout(); //~ ERROR E0599
    let z = std::vec::from_array([1, 2]); //~ ERROR E0425
    let z = <i32 as fmt::Display>::__to_string(&1); //~ ERROR E0576
    fmt::ignore(Ok(())); //~ ERROR E0425
    std::collections::HashMap::<u8, u8>::new().replace_key(1); //~ ERROR E0599
    let m: fmt::Message; //~ ERROR E0425
    let b = Box::into_inner(Box::new(1)); //~ ERROR E0658
}
