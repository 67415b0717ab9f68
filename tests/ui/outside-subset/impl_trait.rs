trait Named {
    fn name(&self) -> impl std::fmt::Display; //~ ERROR S0011
}

fn main() {}
