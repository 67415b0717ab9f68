// Expressions nested deeply and chained at length: parentheses, blocks, `if`, `match`, calls, operators, references.
fn id(n: i64) -> i64 {
    n
}

fn parentheses() -> i64 {
    ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((7))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
}

fn operators(n: i64) -> i64 {
    ((((((((((((((((((((((((((((((((((((((((n ^ 5) - 0 * 3 + 1) % 1009 ^ 7) - 2 * 3 + 3) % 1009 ^ 9) - 4 * 3 + 5) % 1009 ^ 11) - 6 * 3 + 7) % 1009 ^ 13) - 8 * 3 + 9) % 1009 ^ 15) - 10 * 3 + 11) % 1009 ^ 17) - 12 * 3 + 13) % 1009 ^ 19) - 14 * 3 + 15) % 1009 ^ 21) - 16 * 3 + 17) % 1009 ^ 23) - 18 * 3 + 19) % 1009 ^ 25) - 20 * 3 + 21) % 1009 ^ 27) - 22 * 3 + 23) % 1009 ^ 29) - 24 * 3 + 25) % 1009 ^ 31) - 26 * 3 + 27) % 1009 ^ 33) - 28 * 3 + 29) % 1009 ^ 35) - 30 * 3 + 31) % 1009 ^ 37) - 32 * 3 + 33) % 1009 ^ 39) - 34 * 3 + 35) % 1009 ^ 41) - 36 * 3 + 37) % 1009 ^ 43) - 38 * 3 + 39) % 1009
}

fn calls(n: i64) -> i64 {
    id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(id(n + 0) + 1) + 2) + 3) + 4) + 5) + 6) + 7) + 8) + 9) + 10) + 11) + 12) + 13) + 14) + 15) + 16) + 17) + 18) + 19) + 20) + 21) + 22) + 23) + 24) + 25) + 26) + 27) + 28) + 29) + 30) + 31) + 32) + 33) + 34) + 35) + 36) + 37) + 38) + 39)
}

fn blocks(n: i64) -> i64 {
    let result = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = { let m = n; m + 0 }; m + 1 }; m + 2 }; m + 3 }; m + 4 }; m + 5 }; m + 6 }; m + 7 }; m + 8 }; m + 9 }; m + 10 }; m + 11 }; m + 12 }; m + 13 }; m + 14 }; m + 15 }; m + 16 }; m + 17 }; m + 18 }; m + 19 }; m + 20 }; m + 21 }; m + 22 }; m + 23 }; m + 24 }; m + 25 }; m + 26 }; m + 27 }; m + 28 }; m + 29 }; m + 30 }; m + 31 }; m + 32 }; m + 33 }; m + 34 }; m + 35 }; m + 36 }; m + 37 }; m + 38 }; m + 39 };
    result
}

fn ifs(n: i64) -> i64 {
    if n % 41 == 0 { 39 + if n % 40 == 0 { 38 + if n % 39 == 0 { 37 + if n % 38 == 0 { 36 + if n % 37 == 0 { 35 + if n % 36 == 0 { 34 + if n % 35 == 0 { 33 + if n % 34 == 0 { 32 + if n % 33 == 0 { 31 + if n % 32 == 0 { 30 + if n % 31 == 0 { 29 + if n % 30 == 0 { 28 + if n % 29 == 0 { 27 + if n % 28 == 0 { 26 + if n % 27 == 0 { 25 + if n % 26 == 0 { 24 + if n % 25 == 0 { 23 + if n % 24 == 0 { 22 + if n % 23 == 0 { 21 + if n % 22 == 0 { 20 + if n % 21 == 0 { 19 + if n % 20 == 0 { 18 + if n % 19 == 0 { 17 + if n % 18 == 0 { 16 + if n % 17 == 0 { 15 + if n % 16 == 0 { 14 + if n % 15 == 0 { 13 + if n % 14 == 0 { 12 + if n % 13 == 0 { 11 + if n % 12 == 0 { 10 + if n % 11 == 0 { 9 + if n % 10 == 0 { 8 + if n % 9 == 0 { 7 + if n % 8 == 0 { 6 + if n % 7 == 0 { 5 + if n % 6 == 0 { 4 + if n % 5 == 0 { 3 + if n % 4 == 0 { 2 + if n % 3 == 0 { 1 + if n % 2 == 0 { 0 + 0 } else { 0 } } else { 1 } } else { 4 } } else { 9 } } else { 16 } } else { 25 } } else { 36 } } else { 49 } } else { 64 } } else { 81 } } else { 100 } } else { 121 } } else { 144 } } else { 169 } } else { 196 } } else { 225 } } else { 256 } } else { 289 } } else { 324 } } else { 361 } } else { 400 } } else { 441 } } else { 484 } } else { 529 } } else { 576 } } else { 625 } } else { 676 } } else { 729 } } else { 784 } } else { 841 } } else { 900 } } else { 961 } } else { 1024 } } else { 1089 } } else { 1156 } } else { 1225 } } else { 1296 } } else { 1369 } } else { 1444 } } else { 1521 }
}

fn ladder(n: i64) -> i64 {
    if n == 3481 { 59 } else if n == 3364 { 58 } else if n == 3249 { 57 } else if n == 3136 { 56 } else if n == 3025 { 55 } else if n == 2916 { 54 } else if n == 2809 { 53 } else if n == 2704 { 52 } else if n == 2601 { 51 } else if n == 2500 { 50 } else if n == 2401 { 49 } else if n == 2304 { 48 } else if n == 2209 { 47 } else if n == 2116 { 46 } else if n == 2025 { 45 } else if n == 1936 { 44 } else if n == 1849 { 43 } else if n == 1764 { 42 } else if n == 1681 { 41 } else if n == 1600 { 40 } else if n == 1521 { 39 } else if n == 1444 { 38 } else if n == 1369 { 37 } else if n == 1296 { 36 } else if n == 1225 { 35 } else if n == 1156 { 34 } else if n == 1089 { 33 } else if n == 1024 { 32 } else if n == 961 { 31 } else if n == 900 { 30 } else if n == 841 { 29 } else if n == 784 { 28 } else if n == 729 { 27 } else if n == 676 { 26 } else if n == 625 { 25 } else if n == 576 { 24 } else if n == 529 { 23 } else if n == 484 { 22 } else if n == 441 { 21 } else if n == 400 { 20 } else if n == 361 { 19 } else if n == 324 { 18 } else if n == 289 { 17 } else if n == 256 { 16 } else if n == 225 { 15 } else if n == 196 { 14 } else if n == 169 { 13 } else if n == 144 { 12 } else if n == 121 { 11 } else if n == 100 { 10 } else if n == 81 { 9 } else if n == 64 { 8 } else if n == 49 { 7 } else if n == 36 { 6 } else if n == 25 { 5 } else if n == 16 { 4 } else if n == 9 { 3 } else if n == 4 { 2 } else if n == 1 { 1 } else if n == 0 { 0 } else { -1 }
}

fn matches(n: i64) -> i64 {
    match match match match match match match match match match match match match match match match match match match match match match match match match n { 0 => 100, x => x + 1 } { 1 => 101, x => x + 1 } { 2 => 102, x => x + 1 } { 3 => 103, x => x + 1 } { 4 => 104, x => x + 1 } { 5 => 105, x => x + 1 } { 6 => 106, x => x + 1 } { 7 => 107, x => x + 1 } { 8 => 108, x => x + 1 } { 9 => 109, x => x + 1 } { 10 => 110, x => x + 1 } { 11 => 111, x => x + 1 } { 12 => 112, x => x + 1 } { 13 => 113, x => x + 1 } { 14 => 114, x => x + 1 } { 15 => 115, x => x + 1 } { 16 => 116, x => x + 1 } { 17 => 117, x => x + 1 } { 18 => 118, x => x + 1 } { 19 => 119, x => x + 1 } { 20 => 120, x => x + 1 } { 21 => 121, x => x + 1 } { 22 => 122, x => x + 1 } { 23 => 123, x => x + 1 } { 24 => 124, x => x + 1 }
}

fn chain(n: i64) -> i64 {
    n * 1 + n * 2 + n * 3 + n * 4 + 5 + n * 6 + n * 7 + n * 8 + n * 9 + 10 + n * 11 + n * 12 + n * 13 + n * 14 + 15 + n * 16 + n * 17 + n * 18 + n * 19 + 20 + n * 21 + n * 22 + n * 23 + n * 24 + 25 + n * 26 + n * 27 + n * 28 + n * 29 + 30 + n * 31 + n * 32 + n * 33 + n * 34 + 35 + n * 36 + n * 37 + n * 38 + n * 39 + 40 + n * 41 + n * 42 + n * 43 + n * 44 + 45 + n * 46 + n * 47 + n * 48 + n * 49 + 50 + n * 51 + n * 52 + n * 53 + n * 54 + 55 + n * 56 + n * 57 + n * 58 + n * 59 + 60 + n * 61 + n * 62 + n * 63 + n * 64 + 65 + n * 66 + n * 67 + n * 68 + n * 69 + 70 + n * 71 + n * 72 + n * 73 + n * 74 + 75 + n * 76 + n * 77 + n * 78 + n * 79 + 80 + n * 81 + n * 82 + n * 83 + n * 84 + 85 + n * 86 + n * 87 + n * 88 + n * 89 + 90 + n * 91 + n * 92 + n * 93 + n * 94 + 95 + n * 96 + n * 97 + n * 98 + n * 99 + 100
}

fn conditions(n: i64) -> bool {
    n != 3 && n != 6 && n != 9 && n != 12 && n != 15 && n != 18 && n != 21 && n != 24 && n != 27 && n != 30 && n != 33 && n != 36 && n != 39 && n != 42 && n != 45 && n != 48 && n != 51 && n != 54 && n != 57 && n != 60 && n != 63 && n != 66 && n != 69 && n != 72 && n != 75 && n != 78 && n != 81 && n != 84 && n != 87 && n != 90 && n != 93 && n != 96 && n != 99 && n != 102 && n != 105 && n != 108 && n != 111 && n != 114 && n != 117 && n != 120 && n != 123 && n != 126 && n != 129 && n != 132 && n != 135 && n != 138 && n != 141 && n != 144 && n != 147 && n != 150 && n != 153 && n != 156 && n != 159 && n != 162 && n != 165 && n != 168 && n != 171 && n != 174 && n != 177 && n != 180 && n != 183 && n != 186 && n != 189 && n != 192 && n != 195 && n != 198 && n != 201 && n != 204 && n != 207 && n != 210 && n != 213 && n != 216 && n != 219 && n != 222 && n != 225 && n != 228 && n != 231 && n != 234 && n != 237 && n != 240 && n != 243 && n != 246 && n != 249 && n != 252 && n != 255 && n != 258 && n != 261 && n != 264 && n != 267 && n != 270 && n != 273 && n != 276 && n != 279 && n != 282 && n != 285 && n != 288 && n != 291 && n != 294 && n != 297 || n == 99
}

fn references(n: i64) -> i64 {
    let deep = & & & & & & & & & & & & & & & & & & & & & & & & & & & & & &n;
    ******************************deep
}

fn signs(n: i64) -> i64 {
    -----------------------------------------n + !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!n
}

fn arrays() -> i32 {
    let nested = [[[[[[[[[[[[[1, 2]]]]]]]]]]]]];
    nested[0][0][0][0][0][0][0][0][0][0][0][0][1]
}

fn tuples() -> i32 {
    let nested = (((((((((((((((((((((5, 6), 0), 1), 2), 3), 4), 5), 6), 7), 8), 9), 10), 11), 12), 13), 14), 15), 16), 17), 18), 19);
    nested.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1 + nested.0.0.0.0.0.0.0.1
}

fn options() -> u8 {
    let Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(n)))))))))))))))))))))))))))))) = Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(Some(9u8)))))))))))))))))))))))))))))) else { return 0 };
    n
}

fn loops() -> u32 {
    let mut count = 0;
    for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { for _ in 0..1 { count += 1; } } } } } } } } } } } } } } } } } } } } } } } } } 
    count
}

fn methods(n: i64) -> i64 {
    n.wrapping_add(1).wrapping_add(2).wrapping_mul(4).wrapping_add(4).wrapping_add(5).wrapping_mul(7).wrapping_add(7).wrapping_add(8).wrapping_mul(10).wrapping_add(10).wrapping_add(11).wrapping_mul(13).wrapping_add(13).wrapping_add(14).wrapping_mul(16).wrapping_add(16).wrapping_add(17).wrapping_mul(19).wrapping_add(19).wrapping_add(20).wrapping_mul(22).wrapping_add(22).wrapping_add(23).wrapping_mul(25).wrapping_add(25).wrapping_add(26).wrapping_mul(28).wrapping_add(28).wrapping_add(29).wrapping_mul(31).wrapping_add(31).wrapping_add(32).wrapping_mul(34).wrapping_add(34).wrapping_add(35).wrapping_mul(37).wrapping_add(37).wrapping_add(38).wrapping_mul(40).wrapping_add(40).wrapping_add(41).wrapping_mul(43).wrapping_add(43).wrapping_add(44).wrapping_mul(46).wrapping_add(46).wrapping_add(47).wrapping_mul(49).wrapping_add(49).wrapping_add(50).wrapping_mul(52).wrapping_add(52).wrapping_add(53).wrapping_mul(55).wrapping_add(55).wrapping_add(56).wrapping_mul(58).wrapping_add(58).wrapping_add(59).wrapping_mul(61).wrapping_add(61).wrapping_add(62).wrapping_mul(64).wrapping_add(64).wrapping_add(65).wrapping_mul(67).wrapping_add(67).wrapping_add(68).wrapping_mul(70).wrapping_add(70).wrapping_add(71).wrapping_mul(73).wrapping_add(73).wrapping_add(74).wrapping_mul(76).wrapping_add(76).wrapping_add(77).wrapping_mul(79).wrapping_add(79).wrapping_add(80).wrapping_mul(82).wrapping_add(82).wrapping_add(83).wrapping_mul(85).wrapping_add(85).wrapping_add(86).wrapping_mul(88).wrapping_add(88).wrapping_add(89).wrapping_mul(91).wrapping_add(91).wrapping_add(92).wrapping_mul(94).wrapping_add(94).wrapping_add(95).wrapping_mul(97).wrapping_add(97).wrapping_add(98).wrapping_mul(100).wrapping_add(100)
}

fn main() {
    println!("{} {} {}", parentheses(), operators(5), operators(-77));
    println!("{} {} {} {}", calls(1), blocks(2), ifs(2), ifs(0));
    println!("{} {} {} {}", ladder(49), ladder(3481), ladder(2), matches(3));
    println!("{} {} {} {}", chain(3), conditions(1), conditions(99), conditions(96));
    println!("{} {} {} {}", references(-3), signs(11), arrays(), tuples());
    println!("{} {} {}", options(), loops(), methods(9));
}
