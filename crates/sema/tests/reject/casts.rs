// Casts that do not exist.
struct S;
enum Plain {
    A = 1,
}
enum Data {
    A(i32),
}

fn main() {
    let _ = 1 as bool; //~ ERROR E0054
    let _ = 65u32 as char; //~ ERROR E0604
    let _ = S as i32; //~ ERROR E0605
    let _ = "a" as i32; //~ ERROR E0606
    let _ = &1u8 as u32; //~ ERROR E0606
    let _ = Data::A(1) as i32; //~ ERROR E0605
    let _ = 1.5 as bool; //~ ERROR E0054
    let _ = 'a' as f64; //~ ERROR E0606
    let _ = [1, 2] as [i32; 2];
    let _ = Plain::A as u8;
    let _ = (1, 2) as i32; //~ ERROR E0605
    let _ = true as f32; //~ ERROR E0606
}
