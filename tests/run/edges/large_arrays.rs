// A megabyte on the stack: made, copied, passed by reference and by value, returned, compared.
const N: usize = 250_000;

#[derive(Clone, Copy)]
struct Page {
    lines: [[u8; 80]; 50],
    number: u32,
}

fn mark(values: &mut [u32], step: usize) {
    let mut i = 0;
    while i < values.len() {
        values[i] += i as u32;
        i += step;
    }
}

fn sample(values: &[u32; N]) -> u64 {
    let mut sum = 0;
    let mut i = 7;
    while i < N {
        sum += values[i] as u64;
        i += 4999;
    }
    sum
}

fn page(number: u32) -> Page {
    let mut page = Page { lines: [[b' '; 80]; 50], number };
    page.lines[number as usize % 50][79] = b'#';
    page
}

fn number_of(page: Page) -> u32 {
    let mut marks = 0;
    for i in 0..50 {
        marks += (page.lines[i][79] == b'#') as u32;
    }
    page.number * 100 + marks
}

fn main() {
    let mut values = [1u32; N];
    mark(&mut values, 997);
    println!("{} {} {}", values[0], values[997], values[N - 1]);
    println!("{}", sample(&values));
    mark(&mut values[N / 2..], 1013);
    println!("{} {}", values[N / 2 + 1013], sample(&values));
    let bytes = [0xAAu8; 200_000];
    println!("{} {}", bytes[199_999], std::mem::size_of_val(&bytes) + std::mem::size_of_val(&values));
    let mut pages = [page(0); 10];
    for i in 1..10 {
        pages[i] = page(i as u32 * 7);
    }
    let kept = pages[3];
    pages[3] = pages[9];
    println!("{} {} {}", number_of(kept), number_of(pages[3]), pages[9].lines[13][79] as char);
    let (head, tail) = values.split_at_mut(N / 2);
    head[..1000].copy_from_slice(&tail[..1000]);
    println!("{} {}", values[1], values[999]);
    println!("{}", values[N - 1 + (values[0] == 125_001) as usize - 1]);
}
