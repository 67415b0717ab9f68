type N = u32;

struct Bits<const N: usize>;

fn none() {}

fn two<'a: 'b, 'b: 'a>() {}

fn late<'a>(x: &'a u8) -> &'a u8 {
    x
}

fn shadowed<const N: usize>() -> Bits<N> { //~ ERROR E0747
    todo!()
}

fn braced<const N: usize>() -> Bits<{ N }> {
    Bits
}

fn main() {
    none::<'static>(); //~ ERROR E0107
    two::<'static>(); //~ ERROR E0107
    two::<'static, 'static>();
    late(&1);
    braced::<1>();
    shadowed::<1>();
}
