use std::any::TypeId;
use std::collections::BTreeMap;

fn main() {
    println!("{:?}", TypeId::of::<i32>()); //~ ERROR S0025
    let mut names = BTreeMap::new();
    names.insert(TypeId::of::<u8>(), "u8"); //~ ERROR S0025
    println!("{}", TypeId::of::<u8>() < TypeId::of::<u16>()); //~ ERROR S0025
}
