// A chess board in 64 bits: shifts with masks, knights and kings, rook rays, a flood, mirrored boards.
const FILE_A: u64 = 0x0101_0101_0101_0101;
const FILE_H: u64 = FILE_A << 7;
const RANK_1: u64 = 0xff;

fn square(file: char, rank: u32) -> u64 {
    1 << ((rank - 1) * 8 + (file as u32 - 'a' as u32))
}

fn north(b: u64) -> u64 {
    b << 8
}

fn south(b: u64) -> u64 {
    b >> 8
}

fn east(b: u64) -> u64 {
    (b & !FILE_H) << 1
}

fn west(b: u64) -> u64 {
    (b & !FILE_A) >> 1
}

fn king(b: u64) -> u64 {
    let row = b | east(b) | west(b);
    (row | north(row) | south(row)) & !b
}

fn knight(b: u64) -> u64 {
    let near = east(b) | west(b);
    let far = east(east(b)) | west(west(b));
    north(north(near)) | south(south(near)) | north(far) | south(far)
}

fn ray(from: u64, occupied: u64, step: fn(u64) -> u64) -> u64 {
    let mut reached = 0;
    let mut at = step(from);
    while at != 0 {
        reached |= at;
        if at & occupied != 0 {
            break;
        }
        at = step(at);
    }
    reached
}

fn rook(from: u64, occupied: u64) -> u64 {
    let steps = [north, east, south, west];
    let mut reached = 0;
    for i in 0..steps.len() {
        reached |= ray(from, occupied, steps[i]);
    }
    reached
}

fn mirror(mut b: u64) -> u64 {
    b = b >> 1 & 0x5555_5555_5555_5555 | (b & 0x5555_5555_5555_5555) << 1;
    b = b >> 2 & 0x3333_3333_3333_3333 | (b & 0x3333_3333_3333_3333) << 2;
    b >> 4 & 0x0f0f_0f0f_0f0f_0f0f | (b & 0x0f0f_0f0f_0f0f_0f0f) << 4
}

fn show(b: u64) {
    for rank in 0..8 {
        let byte = (b >> (56 - rank * 8)) as u8;
        print!("{:08b}{}", byte.reverse_bits(), if rank < 7 { '/' } else { ' ' });
    }
    println!("{}", b.count_ones());
}

fn squares(mut b: u64) {
    while b != 0 {
        let index = b.trailing_zeros();
        print!("{}{} ", (b'a' + (index % 8) as u8) as char, index / 8 + 1);
        b &= b - 1;
    }
    println!();
}

fn main() {
    show(FILE_A | RANK_1);
    show(knight(square('b', 1)));
    squares(knight(square('h', 8)));
    squares(king(square('a', 1)));
    show(king(square('e', 4)));
    let occupied = square('d', 6) | square('f', 4) | square('a', 4);
    squares(rook(square('d', 4), occupied));
    let corner = FILE_A | RANK_1 << 56;
    show(mirror(corner));
    println!("{:#018x} {:#018x}", corner.swap_bytes(), mirror(corner).swap_bytes() ^ corner.reverse_bits());
    let mut reached = square('a', 1);
    let mut moves = 0;
    while reached != u64::MAX {
        reached |= knight(reached);
        moves += 1;
        print!("{} ", reached.count_ones());
    }
    println!("after {moves} moves");
    println!(
        "{} {} {}",
        corner.leading_zeros(),
        south(corner).leading_zeros(),
        (corner & corner.wrapping_neg()).ilog2()
    );
}
