// Width, fill, alignment, sign, precision, radix, debug, arguments of every kind.
fn main() {
    println!("[{:5}] [{:<5}] [{:^5}] [{:>5}]", 42, 42, 42, 42);
    println!("[{:5}] [{:<5}] [{:^5}] [{:>5}]", "ab", "ab", "ab", "ab");
    println!("[{:*^9}] [{:->7}] [{:#<6}]", "mid", 1.5, 'c');
    println!("[{:05}] [{:+}] [{:+05}] [{:<05}]", 42, 42, -42, 7);
    println!("{:x} {:X} {:o} {:b}", 255, 255, 8, 5);
    println!("{:#x} {:#X} {:#o} {:#b}", 255, 255, 8, 5);
    println!("{:08b} {:#010b} {:#06x} {:x}", 5, 5, 255, -1i8);
    println!("{:e} {:E}", 1500, 1500u64);
    let width = 8;
    let precision = 2;
    let value = 3.14159;
    println!("[{value:width$.precision$}] [{:>1$}] [{:.*}] [{:>w$.p$}]", 7, 5, 3, 2.71828, w = 6, p = 1);
    println!("{0} {1} {0} {name} {}", "a", "b", name = "n");
    println!("{{}} {{{}}}", 1);
    println!("{:?} {:?} {:?}", "quote \" slash \\ newline \n tab \t", 'c', '\'');
    println!("{:?} {:?}", "é ü \u{200b} \u{7f} \0", '\u{301}');
    println!("[{:10?}] [{:<8?}] [{:.1?}]", "ab", 'x', 1.25);
    println!("{:?} {:?}", Some("x"), None::<i32>);
    println!("{:02}:{:02}:{:02}", 1, 2, 33);
    println!("{:>6} {:<6}|", true, false);
    println!("{:.3} [{:>8.3}] [{:-^9.2}]", "abcdef", "abcdef", "abcdef");
    println!("{:5}|{:<5}|{:^5}|{:>5}|", 'x', 'x', 'x', 'x');
    println!("{:?} {:#?}", (1, "two"), [1.5]);
    println!("{:03?} {:#x?} {:x?}", [1, 2], [10, 11], [255, 16]);
    print!("no newline");
    print!(" {} ", "then");
    println!();
    println!("{}", concat!("a", 1, 2.5, true));
    eprintln!("to stderr {}", 1);
    eprint!("twice ");
    eprint!("\n");
}
