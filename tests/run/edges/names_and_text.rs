// Names and literals at the edges of the grammar: raw and non-ASCII names, comments, escapes, suffixes, odd spacing.
/* a block /* nested /* deeper */ */ comment */

#[derive(Debug)]
struct r#struct {
    r#type: u8,
    größe: f64,
    _hidden: (),
}

#[allow(non_camel_case_types)]
enum λ {
    α(i32),
    Ωmega { r#match: char },
}

mod r#mod {
    pub fn r#fn(r#in: i32) -> i32 {
        r#in + 1
    }
    pub const __: i32 = 2;
}

fn u8(u8: u8) -> u8 {
    u8 as u8
}

fn main_(main: i32) -> i32 {
    main
}

fn main ( ) {
    let r#while = r#struct { r#type: 1, größe: 2.5, _hidden: () };
    println ! ( "{:?} {}" , r#while , r#while . r#type ) ;
    let (x1, _x2, __3, café) = (1, 2, 3, 4);
    println!("{x1}{_x2}{__3}{café}");
    for v in 0..2 {
        let value = if v == 0 { λ::α(5) } else { λ::Ωmega { r#match: 'ß' } };
        match value { λ::α(n) => print!("{n} "), λ::Ωmega { r#match } => println!("{match}", r#match = r#match), }
    }
    println!("{} {}", r#mod::r#fn(1), r#mod::__);
    println!("{} {}", u8(7u8) + 1_u8, self::main_(3));
    let r#loop = "raw";
    println!("{loop} {:?}", r#loop);
    println!("{} {} {} {}", 0xFF_u32, 0b1010_1010u8, 0o7_7_7, 1_000_000_i64);
    println!("{} {} {} {}", 1e3, 1.5E-2, 2_f32, 1_0.0_1f64);
    println!("{} {} {}", 0x1F, 0xE+1, 1.max(2));
    println!("{:?} {:?}", '\u{1F_60_0}', "\x41\u{42}\
              C\
   D");
    println!("two
  lines and a \
      joined one");
    println!(r"raw \n {}", 1); println!(r#"with "quotes""#); println!(r##"with "# inside"##);
    println!("{:?} {:?} {:?}", "\0\r\t\\\"\'", b'\x7f', b"\\\"");
    println!("{}", /* between */ 3 /* and */ + // to the end
        4);
    ;;; { ; } ;
    let a = 1; let b = - - -a; let c = !!a; let d = &&a; let e = **d - -1;
    println!("{a}{b}{c}{d}{e}");
    let t = ((1,),); let u = t.0.0; let arr = [[1, 2], [3, 4],]; let i = arr[1][0]as i64-1;
    println!("{u} {i} {}", (0..2) == (0..2));
    let f = 1.; let g = 2.0f64.max(f); println!("{f} {g} {}", 1. + 2.);
    if a<2&&b<0||c>0 { println!("{}", a<<2>>1) }
    let x = { 1 } + { 2 }; let y = if true { 1 } else { 2 } * 3; match x { 3 => {} _ => {} }
    println!("{x} {y} {}", { -{ 5 } });
    { 1 } ; { } if true { } else { }
}
