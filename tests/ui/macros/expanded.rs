macro_rules! typed {
    ($e:expr) => {
        let x: i32 = $e;
    };
}
macro_rules! wrong {
    () => {
        let x: i32 = "a";
    };
}
macro_rules! unknown {
    ($e:expr) => {
        undefined($e)
    };
}
macro_rules! caller_variable {
    () => {
        y
    };
}
macro_rules! declares {
    () => {
        let mine = 1;
    };
}
macro_rules! caller_label {
    () => {
        break 'a
    };
}
macro_rules! uses_self {
    () => {
        self
    };
}
struct S;
impl S {
    fn f(&self) -> &S {
        uses_self!() //~ ERROR E0424
    }
}

fn main() {
    typed!("s"); //~ ERROR E0308
    wrong!(); //~ ERROR E0308
    unknown!(1); //~ ERROR E0425
    let y = 1;
    caller_variable!(); //~ ERROR E0425
    declares!();
    println!("{}", mine); //~ ERROR E0425
    'a: loop {
        caller_label!(); //~ ERROR E0426
    }
}
