// Conversions between the library's own types.
fn main() {
    let pair: [i32; 2] = (1, 2).into();
    let triple: (char, char, char) = ['a', 'b', 'c'].into();
    println!("{pair:?} {triple:?} {:?}", <[String; 1]>::from((String::from("x"),)));
    println!("{:?} {:?} {:?}", bool::try_from(1u8), bool::try_from(0i64), bool::try_from(-1));
    let on: Result<bool, _> = 2u32.try_into();
    println!("{on:?}");
    let (a, b) = <(u8, u8)>::from([7, 9]);
    println!("{}", a + b);
    println!("{:?} {:?}", u8::try_from('z'), u16::try_from('🦀').map_err(|e| e.to_string()));
    let halves: Vec<f64> = ["0.5", "-1e3", ".25"].iter().map(|s| s.parse().unwrap()).collect();
    println!("{halves:?}");
    let bytes: [u8; 4] = [1, 2, 3, 4, 5][1..].try_into().unwrap();
    println!("{} {:?}", u32::from_be_bytes(bytes), <[u8; 3]>::try_from(&bytes[..]));
}
