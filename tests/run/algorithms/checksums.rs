// Checksums: a cyclic redundancy check by bits and by a table made at compile time, and five others.
const POLYNOMIAL: u32 = 0xEDB8_8320;

const fn make_table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        let mut value = i as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { value >> 1 ^ POLYNOMIAL } else { value >> 1 };
            bit += 1;
        }
        table[i] = value;
        i += 1;
    }
    table
}

static TABLE: [u32; 256] = make_table();

fn crc_by_bits(bytes: &[u8]) -> u32 {
    let mut crc = !0;
    for i in 0..bytes.len() {
        crc ^= bytes[i] as u32;
        for _ in 0..8 {
            crc = (crc >> 1) ^ (POLYNOMIAL & (crc & 1).wrapping_neg());
        }
    }
    !crc
}

fn crc_by_table(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for i in 0..bytes.len() {
        crc = TABLE[((crc as u8) ^ bytes[i]) as usize] ^ crc >> 8;
    }
    crc ^ u32::MAX
}

fn crc16(bytes: &[u8]) -> u16 {
    let mut crc: u16 = 0xFFFF;
    for i in 0..bytes.len() {
        crc ^= u16::from(bytes[i]) << 8;
        for _ in 0..8 {
            let carry = crc & 0x8000 != 0;
            crc <<= 1;
            if carry {
                crc ^= 0x1021;
            }
        }
    }
    crc
}

fn adler(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1u32, 0u32);
    for i in 0..bytes.len() {
        a = (a + bytes[i] as u32) % 65_521;
        b = (b + a) % 65_521;
    }
    b << 16 | a
}

fn fletcher(bytes: &[u8]) -> u16 {
    let mut sums = [0u16; 2];
    for i in 0..bytes.len() {
        sums[0] = (sums[0] + bytes[i] as u16) % 255;
        sums[1] = (sums[1] + sums[0]) % 255;
    }
    let [low, high] = sums;
    high << 8 | low
}

fn fnv(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for i in 0..bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x100_0000_01b3);
    }
    hash
}

fn luhn(digits: &str) -> bool {
    let digits = digits.as_bytes();
    let mut sum = 0;
    for i in 0..digits.len() {
        let digit = digits[digits.len() - 1 - i] - b'0';
        sum += match (i % 2, digit * 2) {
            (0, _) => digit as u32,
            (_, double @ 10..) => double as u32 - 9,
            (_, double) => double as u32,
        };
    }
    sum % 10 == 0
}

fn main() {
    println!("{:08x} {:08x} {:08x}", TABLE[1], TABLE[128], TABLE[255]);
    let texts: [&[u8]; 5] = [b"", b"a", b"123456789", b"The quick brown fox jumps over the lazy dog", &[0xff; 40]];
    for i in 0..texts.len() {
        let text = texts[i];
        assert_eq!(crc_by_bits(text), crc_by_table(text));
        println!(
            "{:>2} {:08X} {:04X} {:#010x} {:04x} {:016x}",
            text.len(),
            crc_by_table(text),
            crc16(text),
            adler(text),
            fletcher(text),
            fnv(text)
        );
    }
    println!("{} {}", luhn("4539578763621486"), luhn("4539578763621487"));
    let mut message = *b"a message with an error in one bit";
    let before = crc_by_table(&message);
    message[9] ^= 0b100;
    println!("{before:08x} {:08x} {}", crc_by_table(&message), message[9] as char);
}
