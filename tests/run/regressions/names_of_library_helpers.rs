use std::fmt;
use std::fmt::Write;
struct W(String);
impl fmt::Write for W {
    fn write_str(&mut self, s: &str) -> fmt::Result { self.0.push_str(s); Ok(()) }
}
impl W {
    fn start_write(&mut self) -> u32 { 1 }
    fn __start_write(&mut self) -> u32 { 2 }
    fn write_text(&mut self, _: &str) -> u32 { 3 }
}
trait Extra { fn write_lit(&self) -> u32 { 7 } fn __known_length(&self) -> u32 { 9 } fn replace_key(&self) -> u32 { 8 } fn end(&self) -> u32 { 10 } }
impl Extra for fmt::Formatter<'_> {}
impl Extra for std::collections::HashMap<u8, u8> {}
impl Extra for std::vec::IntoIter<u8> {}
struct D;
impl fmt::Display for D {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = f.write_lit() + f.end();
        write!(f, "D{n}")
    }
}
fn main() {
    let mut w = W(String::new());
    write!(w, "a{}", 1).unwrap();
    write!(w, "b").unwrap();
    println!("{} {} {} {}", w.0.clone(), w.start_write(), w.__start_write(), w.write_text(""));
    println!("{D}");
    println!("{} {}", std::collections::HashMap::<u8, u8>::new().replace_key(), vec![1u8].into_iter().__known_length());
}
