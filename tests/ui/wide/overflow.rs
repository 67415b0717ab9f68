fn main() {
    let top = u128::MAX;
    let a = top + 1; //~ ERROR arithmetic_overflow
    let b = 0u128 - 1; //~ ERROR arithmetic_overflow
    let c = i128::MAX * 2; //~ ERROR arithmetic_overflow
    let d = -i128::MIN; //~ ERROR arithmetic_overflow
    let e = 1u128 << 128; //~ ERROR arithmetic_overflow
    let f = 1u8 >> 8u128; //~ ERROR arithmetic_overflow
    let g = 1i128 << -1; //~ ERROR arithmetic_overflow
    let h = top / 0; //~ ERROR unconditional_panic
    let i = i128::MIN / -1; //~ ERROR unconditional_panic
    let j = i128::MIN % -1; //~ ERROR unconditional_panic
    let k = [1, 2][(top >> 120) as usize]; //~ ERROR unconditional_panic
    let fine = (top - 1 + 1, (1u128 << 127) * 1, i128::MIN + i128::MAX, top / 2 * 2, 5u128 - 5);
    println!("{a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {fine:?}");
}
