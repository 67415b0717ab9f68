use std::marker::PhantomData;

#[repr(transparent)]
struct Length<U> { //~ ERROR E0690
    value: f32,
    unit: U,
}

#[repr(transparent)]
enum One { //~ ERROR E0690
    Only(u8, bool),
}

#[repr(transparent)]
struct Tagged<U> {
    value: f32,
    unit: PhantomData<U>,
    nothing: (),
    none: [u8; 0],
}

fn main() {
    let tagged = Tagged::<u8> { value: 1.0, unit: PhantomData, nothing: (), none: [] };
    println!("{}", tagged.value);
}
