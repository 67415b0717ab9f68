// What `stringify!`, `concat!` and failed assertions say about what macros were given and made.
macro_rules! expr { ($e:expr) => { stringify!($e) }; }
macro_rules! tokens { ($($t:tt)*) => { stringify!($($t)*) }; }
macro_rules! made { ($a:ident) => { stringify!( $a+1 , $a . b::<C>( x ) ) }; }
macro_rules! ty { ($a:ty) => { stringify!($a) }; }
macro_rules! pat { ($a:pat) => { stringify!($a) }; }
macro_rules! block { ($a:block) => { stringify!($a) }; }
macro_rules! both { ($a:expr, $b:expr) => { stringify!($a+$b*foo($a,$b)) }; }
macro_rules! own { () => { stringify!($crate::a::b) }; }
macro_rules! item { ($i:item) => { stringify!($i) }; }
macro_rules! meta { ($m:meta) => { stringify!(#[$m]) }; }
macro_rules! several { ($p:path, $l:literal, $t:lifetime, $v:vis) => { stringify!($p $l $t $v) }; }
macro_rules! stmt { ($s:stmt) => { stringify!($s; x) }; }
macro_rules! list { ($($x:expr),*) => { concat!($(stringify!($x), "|"),*) }; }
macro_rules! joined { ($a:literal, $($r:tt)*) => { concat!($a, "-", $($r)*) }; }
macro_rules! show { ($fmt:literal $(, $arg:expr)*) => { println!(concat!("<", $fmt, ">") $(, $arg)*) }; }
macro_rules! print { ($fmt:expr) => { println!($fmt) }; ($fmt:expr, $($a:tt)+) => { println!($fmt, $($a)+) }; }
macro_rules! debug { ($($v:expr),+) => { $(println!("{} = {:?}", stringify!($v), $v);)+ }; }
macro_rules! named { ($n:ident) => { println!("{n} {0}", $n, n = $n + 1) }; }

fn main() {
    println!("{}", expr!(1+2));
    println!("{}", expr!( 1  +  2 * (3 ) ));
    println!("{}", expr!(if x{1}else{2}));
    println!("{}", expr!(foo ( a,b )));
    println!("{}", expr!(vec![1,2 , 3]));
    println!("{}", tokens!(a+b  c , d ( e ) [f] { g } :: < T >));
    println!("{}", made!(q));
    println!("{}", ty!(Vec < Vec<i32> >));
    println!("{}", pat!(Some ( x )|None));
    println!("{}", block!({ let x=1;x }));
    println!("{}", both!(1+1, 2));
    println!("{}", own!());
    println!("{}", item!(pub fn f ( ) { 1 ;}));
    println!("{}", meta!(derive ( Debug,Clone )));
    println!("{}", several!(std :: vec::Vec <i32>, -1, 'a, pub(crate)));
    println!("{}", stmt!(let x=1));
    println!("{}", list!(1+2,3 , 4));
    println!("{}", joined!("a", 1, true, 'c'));
    show!("{}", 5);
    show!("plain");
    print!("just text");
    print!("{}-{x}", 1, x = 2);
    let v = [1, 2];
    debug!(v, v[0] + 1, "text");
    let n = 1;
    named!(n);
    println!("{}", stringify!( a ( b ) { } {c} [ d ] # [e] x . y , z ; let (a,b) ; fn (x) ));
    println!("{}", stringify!(a /// doc
        b));
}
