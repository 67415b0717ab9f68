macro_rules! twice { //~ ERROR S0027
    ($e:expr) => {
        $e + $e
    };
}

fn main() {
    println!("{}", twice!(2));
}
