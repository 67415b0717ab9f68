mod shapes {
    struct Hidden;

    pub(crate) struct Shown;

    pub trait Shape {
        type Part;
        type Other;
    }

    trait Inner {
        type Part;
    }

    impl Shape for u8 {
        type Part = Hidden; //~ ERROR E0446
        type Other = Vec<Option<Shown>>; //~ ERROR E0446
    }

    impl Shape for Shown {
        type Part = Shown;
        type Other = Box<Hidden>; //~ ERROR E0446
    }

    impl Shape for Hidden {
        type Part = Hidden;
        type Other = ();
    }

    impl Inner for u8 {
        type Part = Hidden;
    }
}

struct Word;

impl Iterator for Word {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        None
    }
}

fn main() {
    struct Local;

    impl Iterator for Local {
        type Item = Local;

        fn next(&mut self) -> Option<Local> {
            None
        }
    }

    println!("{}", Word.count() + Local.count());
}
