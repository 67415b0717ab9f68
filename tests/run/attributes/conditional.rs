//! `cfg` and `cfg_attr`, wherever they may stand.

#[cfg_attr(unix, derive(Debug, Clone), derive(PartialEq))]
#[cfg_attr(windows, derive(NoSuchTrait))]
struct Point {
    #[cfg(unix)]
    x: i32,
    #[cfg(windows)]
    y: i32,
}

#[cfg_attr(all(), cfg(windows))]
fn system() -> &'static str {
    "windows"
}

#[cfg_attr(all(unix, not(test)), cfg(not(windows)), inline)]
fn system() -> &'static str {
    "unix"
}

#[cfg_attr(any(), repr(u8))]
#[cfg_attr(not(any()), repr(u16),)]
enum Wide {
    A = 300,
}

fn sum(#[cfg(windows)] a: i32, #[cfg(unix)] b: i32) -> i32 {
    b
}

macro_rules! on {
    ($when:meta, $e:expr) => {
        #[cfg($when)]
        println!("{}: {}", stringify!($when), $e);
    };
}

fn main() {
    let p = Point { #[cfg(unix)] x: 1, #[cfg(windows)] y: 2 };
    println!("{:?} {}", p, p == p.clone());
    println!("{} {} {}", system(), Wide::A as u16, std::mem::size_of::<Wide>());
    println!("{}", sum(#[cfg(windows)] 1, #[cfg(unix)] 2));
    println!("{:?}", [#[cfg(unix)] 1, #[cfg(windows)] 2, #[cfg_attr(unix, allow(unused))] 3]);
    println!("{:?}", (#[cfg(not(unix))] 1, #[cfg(unix)] "a",));
    println!("{:?}", vec![1, 2].get(#[cfg(unix)] 1, #[cfg(windows)] 0));
    match 1 {
        #[cfg(windows)]
        1 => println!("windows"),
        #[cfg_attr(unix, cfg(all()))]
        1 => println!("unix"),
        _ => println!("neither"),
    }
    #[cfg(windows)]
    {
        println!("no");
    }
    #[cfg_attr(unix, cfg(any(target_os = "linux", target_os = "macos")))]
    let os = "known";
    println!("{os}");
    on!(unix, 1);
    on!(all(unix, target_endian = "big"), 2);
}
