use std::mem::discriminant;

fn same<T>(a: &T, b: &T) -> bool {
    discriminant(a) == discriminant(b)
}

fn main() {
    println!("{}", discriminant(&1) == discriminant(&2)); //~ ERROR enum_intrinsics_non_enums, enum_intrinsics_non_enums
    println!("{}", discriminant(&Some(1)) == discriminant(&None));
    println!("{}", same(&1, &2));
}
