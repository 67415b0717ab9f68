// Comparisons, swaps and recursion: quicksort of pseudo-random numbers.
const N: usize = 300_000;

fn next(state: &mut u32) -> u32 {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    *state
}

fn sort(values: &mut [u32]) {
    if values.len() <= 1 {
        return;
    }
    let pivot = values[values.len() / 2];
    let mut left = 0;
    let mut right = values.len() - 1;
    loop {
        while values[left] < pivot {
            left += 1;
        }
        while values[right] > pivot {
            right -= 1;
        }
        if left >= right {
            break;
        }
        let kept = values[left];
        values[left] = values[right];
        values[right] = kept;
        left += 1;
        right -= 1;
    }
    sort(&mut values[..left]);
    sort(&mut values[left..]);
}

fn main() {
    let mut values = [0; N];
    let mut state = 2_463_534_242;
    for i in 0..N {
        values[i] = next(&mut state);
    }
    sort(&mut values);
    let mut ordered = true;
    for i in 1..N {
        ordered = ordered && values[i - 1] <= values[i];
    }
    println!("{ordered} {} {}", values[0], values[N / 2]);
}
