macro_rules! no_rule {} //~ ERROR syntax
macro_rules! no_arrow { () } //~ ERROR syntax
macro_rules! no_body { () => } //~ ERROR syntax
macro_rules! bare_matcher { a => {} } //~ ERROR syntax
macro_rules! bare_body { () => x } //~ ERROR syntax
macro_rules! no_specifier { ($a) => {} } //~ ERROR syntax
macro_rules! unknown_specifier { ($a:foo) => {} } //~ ERROR syntax
macro_rules! bound_twice { ($a:expr, $a:ty) => {} } //~ ERROR syntax
macro_rules! takes_nothing { ($()*) => {} } //~ ERROR syntax
macro_rules! also_nothing { ($($v:vis)*) => {} } //~ ERROR syntax
macro_rules! no_operator { ($($a:tt)) => {} } //~ ERROR syntax
macro_rules! follow_expr { ($e:expr + 1) => {} } //~ ERROR syntax
macro_rules! follow_ty { ($t:ty $e:expr) => {} } //~ ERROR syntax
macro_rules! follow_pat { ($p:pat | $q:pat) => {} } //~ ERROR syntax
macro_rules! follow_vis { ($v:vis $i:item) => {} } //~ ERROR syntax
macro_rules! follow_maybe { ($e:expr $(+ $f:ident)*) => {} } //~ ERROR syntax
macro_rules! no_semicolon { () => {} () => {} } //~ ERROR syntax
macro_rules! separated_option { ($($a:ident),?) => {} } //~ ERROR syntax

fn main() {}
