// Operators without an implementation.
struct P;

fn main() {
    let _ = P + P; //~ ERROR E0369
    let _ = P == P; //~ ERROR E0369
    let _ = P < P; //~ ERROR E0369
    let _ = -P; //~ ERROR E0600
    let _ = !P; //~ ERROR E0600
    let _ = !1.0; //~ ERROR E0600
    let _ = -1u32; //~ ERROR E0600
    let _ = -"s"; //~ ERROR E0600
    let _ = *1; //~ ERROR E0614
    let _ = "a" + "b"; //~ ERROR E0369
    let _ = 1 + 1.0; //~ ERROR E0277
    let _ = 1.0 * 2; //~ ERROR E0277
    let _ = 1 + "a"; //~ ERROR E0277
    let _ = 1u8 + 1u16; //~ ERROR E0277 E0308
    let mut p = P;
    p += P; //~ ERROR E0368
    let mut n = 1;
    n += 1.0; //~ ERROR E0277
    n += "s"; //~ ERROR E0277
    1 = 2; //~ ERROR E0070
    1 += 2; //~ ERROR E0067
    let _ = true + true; //~ ERROR E0369
    let _ = 1 << 2.0; //~ ERROR E0277
    let _ = 'a' - 'b'; //~ ERROR E0369
}
