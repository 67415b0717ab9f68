// Constants behind references live as long as the program.
struct Settings {
    size: u32,
    name: &'static str,
}

const DEFAULT: Settings = Settings { size: 3, name: "default" };

fn five() -> &'static i32 {
    &5
}

fn primes() -> &'static [u32] {
    &[2, 3, 5, 7]
}

fn settings() -> &'static Settings {
    &DEFAULT
}

fn optional(yes: bool) -> &'static Option<u8> {
    if yes { &Some(8) } else { &None }
}

fn main() {
    let a = five();
    let b = primes();
    let c = settings();
    let d = optional(true);
    let noise = [9, 9, 9, 9, 9, 9];
    println!("{a} {b:?} {} {} {d:?} {:?} {}", c.size, c.name, optional(false), noise[5]);
    let r: &mut i32 = &mut 7;
    *r += 1;
    println!("{r}");
    for _ in 0..2 {
        let fresh = &mut [1, 2, 3];
        fresh[0] += 1;
        println!("{fresh:?}");
    }
}
