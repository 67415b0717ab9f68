// Arguments whose results lie nearly in the middle between two numbers, so that 65 bits do not say how to round them.

const POWF: [(u64, u64); 8] = [
    (0x401253280e01a182, 0x4022a0042887f324),
    (0x400f6d3b0ef8dc59, 0x400b69392537ea98),
    (0x4019964fd8b54044, 0xc012d31f2f644dee),
    (0x4002377211e81c15, 0x4016ebaf5c3a62fc),
    (0x40302a5678f80ea5, 0x401b7d65cc1f2490),
    (0x3ff749219e9823a6, 0x402162c7eff18bd2),
    (0x402192348d6e9713, 0xc00efafc0a762f30),
    (0x400bb12b1536256a, 0x3ff6f310a31fede0),
];

const ATAN2: [(u64, u64); 8] = [
    (0x4025a9f66c64a134, 0xbff19efa66286cf8),
    (0x401c74545df8bc60, 0xc00417edb85eb30c),
    (0x3fef999cc071ff14, 0xc023caf77516ea8a),
    (0x4026a042bf60389b, 0x4019e11439f98de4),
    (0x3fe30d5c1f5ca5d0, 0xbff6e47ef10396e8),
    (0x3feb52018feee3e8, 0x40111193065d96cc),
    (0x40252f32ca6141e8, 0xc0158aecf6901b53),
    (0x40288728e39a756d, 0xc00ffabe0eb46b4e),
];

const FUNCTIONS: [(&str, fn(f64) -> f64, [u64; 8]); 10] = [
    (
        "sin",
        f64::sin,
        [
            0xc023db563a7e63cb,
            0xc01e821bd24007fc,
            0xc021e88035312ca4,
            0xc01e430db0e47c9a,
            0xc021f4969563f64b,
            0xc01d44175b6daa26,
            0x401837243a52b47c,
            0xc011a33173d27192,
        ],
    ),
    (
        "cos",
        f64::cos,
        [
            0x402332866710a136,
            0xc009ed5a4c48f71c,
            0xc02279d02cda57fd,
            0xc007adad52b7ced8,
            0xc018ed262729443f,
            0xc007e41ab971aab4,
            0xbffec59e4a8fa6d0,
            0xc006570bcdf490d0,
        ],
    ),
    (
        "tan",
        f64::tan,
        [
            0x4008f418b87525e8,
            0x4021818fcb9f2b64,
            0xc017f9cd9c6c3856,
            0xc01b4118186db490,
            0xc000866de3477958,
            0xbfb425c7186d6b00,
            0xc000749e38c5e5a8,
            0xbfe6e3e51668e350,
        ],
    ),
    (
        "asin",
        f64::asin,
        [
            0xbfeabeacca19f3f4,
            0xbfe8919c54e2285a,
            0x3fe9b1d336e893f8,
            0x3feac3de2e89606a,
            0xbfe745f2887e00de,
            0xbfeae7d662ea5446,
            0xbfe2bf358dd28d3e,
            0xbfe9681758449166,
        ],
    ),
    (
        "acos",
        f64::acos,
        [
            0xbfe142fcf5123ace,
            0xbfab32c5aa282e00,
            0xbfe8b9f222ce7fd0,
            0x3fe38d11fb6ae708,
            0xbfe10c92d7541e6c,
            0xbfa7b001a472aaa0,
            0x3fd59ca110d06c1c,
            0x3fd71483fbfb5728,
        ],
    ),
    (
        "atan",
        f64::atan,
        [
            0x3ff0af9172365d54,
            0xbfe29412bf4b9510,
            0xc0125b0dd15a21ee,
            0x40109aba8f09cc90,
            0xc00ea947c5a6af7c,
            0x40100537eb97ab72,
            0x4001a394b32dc3a0,
            0xc009b91f1f74a07c,
        ],
    ),
    (
        "exp",
        f64::exp,
        [
            0xc012a2de36419cdc,
            0x400ea82570e60078,
            0x400caaa7db58c4a0,
            0xc010d01258650962,
            0x4014ab78435aea56,
            0x4012914cbc4221dc,
            0xc022254b899fa884,
            0x4021981792d2bfb2,
        ],
    ),
    (
        "exp2",
        f64::exp2,
        [
            0xc007b20c6db6c580,
            0x401666447fd27b32,
            0x3ff013696bf7ca30,
            0xc01711552c92c7ae,
            0x401e859abb52c550,
            0xc00aff6a74ddf94c,
            0xc01f3eede7dff2fe,
            0x3ffce6de7938d1e0,
        ],
    ),
    (
        "ln",
        f64::ln,
        [
            0x402c330cc31f30b2,
            0x402d949ff35f0ce6,
            0x402e7e6e1ae9f76a,
            0x4032ea31ffbe3c01,
            0x402b88f50444d79c,
            0x40250cadfc7f6f2e,
            0x40156b9530b7f39c,
            0x402ce0f95e9b1995,
        ],
    ),
    (
        "log2",
        f64::log2,
        [
            0x402cec40bc54fecf,
            0x403277ae45062224,
            0x402760ca4948bb47,
            0x4024d76042cf027e,
            0x402935d6f22d4e16,
            0x3fef16e3862d0510,
            0x402c2c9471f5a7e4,
            0x402332562e11c296,
        ],
    ),
];

fn show(value: f64) -> String {
    format!("{:016x} {value}", value.to_bits())
}

fn main() {
    for (name, function, arguments) in FUNCTIONS {
        for bits in arguments {
            let x = f64::from_bits(bits);
            println!("{name}({x}) = {}", show(function(x)));
        }
    }
    for (x, y) in POWF {
        println!("{}", show(f64::from_bits(x).powf(f64::from_bits(y))));
    }
    for (y, x) in ATAN2 {
        println!("{}", show(f64::from_bits(y).atan2(f64::from_bits(x))));
    }
    // Angles that are nearly a number of right angles.
    for n in [1.0, 2.0, 3.0, 22.0, 355.0, 103993.0, 312689.0] {
        let x = n * std::f64::consts::FRAC_PI_2;
        println!("{} {}", show(x.sin()), show(x.cos()));
    }
    for n in [11.0f64, 22.0, 33.0, 355.0, 710.0, 103993.0, 5419351.0] {
        println!("{} {}", show(n.sin()), show(n.cos()));
    }
}
