// Names that mean nothing, or something else than what is wanted.
mod shapes {
    pub struct Point(pub i32, i32);
    pub enum Kind {
        Round,
        Square { side: i32 },
    }
    fn hidden() {}
    mod inner {
        pub fn deep() {}
    }
    pub fn area() -> i32 {
        hidden();
        inner::deep();
        0
    }
}

struct Named {
    field: i32,
}

trait Speak {} //~ ERROR S0002

fn types(_: Missing, _: shapes::Kind::Round, _: shapes) {} //~ ERROR E0425 E0573 E0573

fn values() {
    missing; //~ ERROR E0425
    missing_function(); //~ ERROR E0425
    shapes::nothing(); //~ ERROR E0425
    Unknown::new(); //~ ERROR E0433
    unknown::function(); //~ ERROR E0433
    shapes::hidden(); //~ ERROR E0603
    shapes::inner::deep(); //~ ERROR E0603
    let _ = shapes::Point(1, 2); //~ ERROR E0603
    let _ = Named; //~ ERROR E0423
    let _ = i32; //~ ERROR E0423
    let _ = Missing { a: 1 }; //~ ERROR E0422
    let _ = values {}; //~ ERROR E0574
    let _ = shapes::Kind::Square; //~ ERROR E0533
    self.field; //~ ERROR E0424
    let _: Self; //~ ERROR E0411
    println("text"); //~ ERROR E0423
}

impl Speak for Absent {} //~ ERROR E0425
impl Absent for Named {} //~ ERROR E0405
impl Named for shapes::Kind {} //~ ERROR E0404

fn jumps() {
    'a: loop {
        break 'b; //~ ERROR E0426
    }
}

fn outer() {
    let local = 1;
    fn inner() -> i32 {
        local //~ ERROR E0434
    }
    let _ = [0; local]; //~ ERROR E0435
    let _ = inner();
}

fn main() {}
