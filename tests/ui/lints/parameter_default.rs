fn wrap<T = u8>(value: T) -> Option<T> { //~ ERROR invalid_type_param_default
    Some(value)
}

struct Pair<T = u8>(T);

impl<T = u8> Pair<T> { //~ ERROR invalid_type_param_default
    fn get<const N: usize = 1>(self) -> [T; 1] { //~ ERROR syntax
        [self.0]
    }
}

fn main() {
    println!("{:?} {:?}", wrap(1), Pair(2u8).get::<3>());
}
