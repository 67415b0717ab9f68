enum Signal {
    Level,
}

trait Measured {
    type Level;

    fn level(&self) -> Self::Level;

    fn twice(&self) -> (Self::Level, Self::Level);
}

impl Measured for Signal {
    type Level = u8;

    fn level(&self) -> Self::Level { //~ ERROR ambiguous_associated_items
        let Self::Level = self;
        1
    }

    #[allow(ambiguous_associated_items)]
    fn twice(&self) -> (Self::Level, <Self as Measured>::Level) {
        (1, 2)
    }
}

fn main() {
    println!("{} {:?}", Signal::Level.level(), Signal::Level.twice());
}
