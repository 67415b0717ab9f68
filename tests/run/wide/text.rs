// Integers of 128 bits as text, and back.
use std::num::IntErrorKind;
fn show(n: u128) {
    println!("{n} {n:?} {n:x} {n:X} {n:o} {n:b}");
    println!("[{n:>45}] [{n:<45}] [{n:^45}] [{n:045}] [{n:+}] [{n:#x}] [{n:#o}] [{n:#b}] [{n:#042x}] [{n:*^50}]");
    println!("{n:e} {n:E} {n:.3e} {n:.0e} {n:.40e} [{n:>50.5e}] [{n:+e}] {n:x?} {n:#X?}");
    let s = n as i128;
    println!("{s} {s:?} {s:x} {s:o} {s:b} {s:e} {s:.2e} [{s:>45}] [{s:045}] [{s:+}] [{s:#?}] {s:#x}");
    assert_eq!(n.to_string().parse::<u128>(), Ok(n));
    assert_eq!(s.to_string().parse::<i128>(), Ok(s));
    for radix in [2, 3, 7, 8, 16, 36] {
        let text = in_radix(n, radix);
        assert_eq!(u128::from_str_radix(&text, radix), Ok(n));
    }
    assert_eq!(u128::from_str_radix(&format!("{n:X}"), 16).unwrap(), n);
}
fn in_radix(mut n: u128, radix: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit((n % radix as u128) as u32, radix).unwrap());
        n /= radix as u128;
        if n == 0 {
            break;
        }
    }
    digits.iter().rev().collect()
}
fn main() {
    for n in [
        0,
        1,
        9,
        10,
        99,
        100,
        12345,
        99999,
        9_999_999_999_999_999_999,
        10_000_000_000_000_000_000,
        10_000_000_000_000_000_001,
        u64::MAX as u128,
        u64::MAX as u128 + 1,
        99_999_999_999_999_999_999_999_999_999_999_999_999,
        100_000_000_000_000_000_000_000_000_000_000_000_000,
        100_000_000_000_000_000_000_000_000_000_000_000_001,
        123456789012345678901234567890123456789,
        250000000000000000000000000000,
        350000000000000000000000000000,
        25,
        35,
        45,
        995,
        9995000000000000000000000000000000000,
        u128::MAX,
        u128::MAX - 1,
        1 << 127,
        (1 << 127) - 1,
    ] {
        show(n);
    }
    for text in [
        "",
        "+",
        "-",
        "0",
        "-0",
        "+0",
        "00000000000000000000000000000000000000000000000000000001",
        "1x",
        " 1",
        "1 ",
        "1_000",
        "340282366920938463463374607431768211455",
        "340282366920938463463374607431768211456",
        "340282366920938463463374607431768211460",
        "3402823669209384634633746074317682114550",
        "170141183460469231731687303715884105727",
        "170141183460469231731687303715884105728",
        "-170141183460469231731687303715884105728",
        "-170141183460469231731687303715884105729",
        "-1",
        "+12",
        "-99999999999999999999999999999999999999999",
        "é",
        "999999999999999999999999999999999999999x",
    ] {
        println!("{text:?}: {:?} {:?}", text.parse::<u128>(), text.parse::<i128>());
        if let Err(error) = text.parse::<i128>() {
            println!("  {error} {}", matches!(error.kind(), IntErrorKind::NegOverflow));
        }
    }
    println!("{:?}", u128::from_str_radix("zzzzzzzzzzzzzzzzzzzzzzzz", 36));
    println!("{:?}", u128::from_str_radix("zzzzzzzzzzzzzzzzzzzzzzzzz", 36));
    println!("{:?}", i128::from_str_radix("-80000000000000000000000000000000", 16));
    println!("{:?}", i128::from_str_radix("-80000000000000000000000000000001", 16));
    println!("{:?}", u128::from_str_radix(&"1".repeat(128), 2));
    println!("{:?}", u128::from_str_radix(&"1".repeat(129), 2));
    println!("{}", format!("{:>width$}|{:.*e}", 7u128, 2, 123456u128, width = 10));
    println!("{:?} {:?}", Some(u128::MAX), vec![(1i128, -2i128)]);
    println!("{:#?}", [i128::MIN]);
}
