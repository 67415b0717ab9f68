fn main() {
    'all: for i in 0..3 {
        let stop = |n: i32| {
            loop {
                if n > 1 {
                    break 'all; //~ ERROR E0767
                }
                continue 'all; //~ ERROR E0767
            }
        };
        stop(i);
        fn inner() {
            loop {
                break 'none; //~ ERROR E0426
            }
        }
    }
}
