macro_rules! first {
    () => {};
}

mod inner {
    macro_rules! hidden {
        () => {};
    }
}

mod other {
    macro_rules! local {
        () => {};
    }
    pub(crate) use local as renamed;
}

fn main() {
    frist!(); //~ ERROR syntax
    later!(); //~ ERROR syntax
    hidden!(); //~ ERROR syntax
    {
        macro_rules! block {
            () => {};
        }
        block!();
    }
    block!(); //~ ERROR syntax
    crate::first!(); //~ ERROR E0433
    self::nothing!(); //~ ERROR E0433
    other::renamed!();
}

macro_rules! later {
    () => {};
}
