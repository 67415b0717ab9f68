//! Where nothing else says what `?` gives, it gives `!`: an error that leaves, as a statement or a value.

use std::error::Error;
type R<T> = Result<T, Box<dyn Error>>;
fn a(b: bool) -> R<i32> {
    if b {
        Err("text")?;
    }
    Ok(1)
}
fn c(b: bool) -> R<i32> {
    if b {
        let _x = Err("text")?;
    }
    Ok(2)
}
fn d() -> Option<i32> {
    None?;
    Some(1)
}
fn e(b: bool) -> R<()> {
    if b { Ok(Err("e")?) } else { Ok(()) }
}
fn f(b: bool) -> R<u8> {
    if b {
        return Err("f")?;
    }
    Ok(3)
}
fn g(b: bool) -> R<u8> {
    match b {
        true => Err("g")?,
        false => Ok(3),
    }
}
fn h(b: bool) -> R<String> {
    let s = if b { Err(format!("h{}", 1))? } else { "x".to_string() };
    Ok(s)
}
fn i(b: bool) -> Result<(), String> {
    let v = if b { panic!("no") } else { return Err("i".to_string()) };
}
fn j(x: Option<i32>) -> R<i32> {
    let y = match x {
        Some(y) => y,
        None => Err("none")?,
    };
    Ok(y)
}
fn k() -> R<()> {
    let _a = Err("a")?;
    let _b = _a;
    Ok(())
}
fn l(o: Option<u8>) -> R<u8> {
    let v = o.ok_or("l")?;
    if v > 3 {
        Err(format!("{v} is big"))?
    }
    Ok(v)
}
fn m(b: bool) -> R<Vec<i32>> {
    let v = if b { Err("m")? } else { vec![1] };
    Ok(v)
}
fn main() {
    println!("{:?} {:?}", a(true).map_err(|e| e.to_string()), a(false).is_ok());
    println!("{:?} {:?} {:?}", c(true).map_err(|e| e.to_string()), c(false).is_ok(), d());
    println!("{:?} {:?}", e(true).map_err(|e| e.to_string()), e(false).is_ok());
    println!("{:?} {:?}", f(true).map_err(|e| e.to_string()), f(false).is_ok());
    println!("{:?} {:?}", g(true).map_err(|e| e.to_string()), g(false).is_ok());
    println!("{:?} {:?}", h(true).map_err(|e| e.to_string()), h(false).is_ok());
    println!("{:?}", i(false));
    println!("{:?} {:?}", j(None).map_err(|e| e.to_string()), j(Some(1)).is_ok());
    println!("{:?} {:?}", k().map_err(|e| e.to_string()), l(Some(9)).map_err(|e| e.to_string()));
    println!("{:?} {:?}", m(true).map_err(|e| e.to_string()), l(Some(1)).map_err(|e| e.to_string()));
    let cl = |b: bool| {
        if b {
            Err("cl")?;
        }
        Ok::<u8, Box<dyn Error>>(4)
    };
    println!("{:?}", cl(true).map_err(|e| e.to_string()));
    let z = || -> R<()> { Err("z")? };
    println!("{:?}", z().map_err(|e| e.to_string()));
    let un = if false { return } else { 3 };
    let lp = loop {
        break;
    };
    println!("{un} {lp:?}");
    let dd = if true { Default::default() } else { return };
    println!("{:?}", {
        let _: () = dd;
    });
}
