// Macros that `use` names, in modules and in blocks, before and behind the `use`; literals that no body uses.
mod a {
    macro_rules! inner {
        () => {
            1
        };
    }
    pub(crate) use inner;
    pub(crate) use inner as other;
}
use a::other as third;

macro_rules! ignored {
    ($l:literal) => {
        "a literal"
    };
    ($t:tt $u:tt) => {
        "two tokens"
    };
}

fn behind() -> i32 {
    macro_rules! local {
        () => {
            2
        };
    }
    use local as renamed;
    {
        use local as in_block;
        in_block!() * 10 + renamed!()
    }
}

fn before() -> i32 {
    macro_rules! local {
        ($x:expr) => {
            $x + 1
        };
    }
    let early = renamed!(1);
    macro_rules! later {
        ($x:expr) => {
            $x * 100
        };
    }
    use local as renamed;
    early + later!(renamed!(4))
}

fn main() {
    println!("{} {} {}", a::inner!(), a::other!(), third!());
    {
        use a::inner as fourth;
        println!("{}", fourth!());
    }
    println!("{} {}", behind(), before());
    println!("{} {}", ignored!(1suffix), ignored!("text"unknown "more"too));
}
