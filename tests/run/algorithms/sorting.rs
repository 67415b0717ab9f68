// Sorting an array seven ways; each result is compared with the library's.
const N: usize = 24;

fn bubble(values: &mut [i32]) {
    let mut end = values.len();
    while end > 1 {
        let mut last = 0;
        for i in 1..end {
            if values[i - 1] > values[i] {
                values.swap(i - 1, i);
                last = i;
            }
        }
        end = last;
    }
}

fn selection(values: &mut [i32]) {
    for i in 0..values.len() {
        let mut least = i;
        for j in i + 1..values.len() {
            if values[j] < values[least] {
                least = j;
            }
        }
        (values[i], values[least]) = (values[least], values[i]);
    }
}

fn insertion(values: &mut [i32]) {
    for i in 1..values.len() {
        let value = values[i];
        let mut j = i;
        while j > 0 && values[j - 1] > value {
            values[j] = values[j - 1];
            j -= 1;
        }
        values[j] = value;
    }
}

fn shell(values: &mut [i32]) {
    let mut gap = values.len() / 2;
    while gap > 0 {
        for i in gap..values.len() {
            let mut j = i;
            while j >= gap && values[j - gap] > values[j] {
                values.swap(j - gap, j);
                j -= gap;
            }
        }
        gap /= 2;
    }
}

fn merge_sort(values: &mut [i32], buffer: &mut [i32]) {
    if values.len() < 2 {
        return;
    }
    let middle = values.len() / 2;
    let (left, right) = values.split_at_mut(middle);
    merge_sort(left, buffer);
    merge_sort(right, buffer);
    let (mut i, mut j) = (0, 0);
    for k in 0..left.len() + right.len() {
        buffer[k] = if j == right.len() || i < left.len() && left[i] <= right[j] {
            i += 1;
            left[i - 1]
        } else {
            j += 1;
            right[j - 1]
        };
    }
    let length = values.len();
    values.copy_from_slice(&buffer[..length]);
}

fn sift_down(heap: &mut [i32], mut root: usize) {
    loop {
        let mut child = 2 * root + 1;
        if child >= heap.len() {
            break;
        }
        if child + 1 < heap.len() && heap[child + 1] > heap[child] {
            child += 1;
        }
        if heap[root] >= heap[child] {
            break;
        }
        heap.swap(root, child);
        root = child;
    }
}

fn heap_sort(values: &mut [i32]) {
    let mut root = values.len() / 2;
    while root > 0 {
        root -= 1;
        sift_down(values, root);
    }
    let mut end = values.len();
    while end > 1 {
        end -= 1;
        values.swap(0, end);
        sift_down(&mut values[..end], 0);
    }
}

fn quick(values: &mut [i32]) {
    let [.., pivot] = *values else { return };
    let mut store = 0;
    for i in 0..values.len() {
        if values[i] <= pivot {
            values.swap(i, store);
            store += 1;
        }
    }
    quick(&mut values[..store - 1]);
    quick(&mut values[store..]);
}

fn merge(values: &mut [i32]) {
    merge_sort(values, &mut [0; N]);
}

fn main() {
    let mut values = [0; N];
    let mut seed = 12345u32;
    for i in 0..N {
        seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12345);
        values[i] = (seed >> 16) as i32 % 100 - 50;
    }
    println!("{values:?}");
    let mut expected = values;
    expected.sort();
    println!("{expected:?}");
    let sorts: [(&str, fn(&mut [i32])); 7] = [
        ("bubble", bubble),
        ("selection", selection),
        ("insertion", insertion),
        ("shell", shell),
        ("merge", merge),
        ("heap", heap_sort),
        ("quick", quick),
    ];
    for i in 0..sorts.len() {
        let (name, sort) = sorts[i];
        let mut copy = values;
        sort(&mut copy);
        let mut part = values;
        sort(&mut part[5..11]);
        let mut sorted = expected;
        sort(&mut sorted);
        println!("{name:>9}: {} {} {:?}", copy == expected, sorted == expected, &part[4..12]);
        sort(&mut []);
    }
}
