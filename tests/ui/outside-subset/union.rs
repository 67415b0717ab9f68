union Bits { //~ ERROR S0015
    int: u32,
    float: f32,
}

fn main() {}
