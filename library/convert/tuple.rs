//! Arrays from tuples of values of one type, and the other way round.

impl<T> From<(T,)> for [T; 1] {
    fn from(tuple: (T,)) -> [T; 1] {
        let (a,) = tuple;
        [a]
    }
}

impl<T> From<[T; 1]> for (T,) {
    fn from(array: [T; 1]) -> (T,) {
        let [a] = array;
        (a,)
    }
}

impl<T> From<(T, T)> for [T; 2] {
    fn from(tuple: (T, T)) -> [T; 2] {
        let (a, b) = tuple;
        [a, b]
    }
}

impl<T> From<[T; 2]> for (T, T) {
    fn from(array: [T; 2]) -> (T, T) {
        let [a, b] = array;
        (a, b)
    }
}

impl<T> From<(T, T, T)> for [T; 3] {
    fn from(tuple: (T, T, T)) -> [T; 3] {
        let (a, b, c) = tuple;
        [a, b, c]
    }
}

impl<T> From<[T; 3]> for (T, T, T) {
    fn from(array: [T; 3]) -> (T, T, T) {
        let [a, b, c] = array;
        (a, b, c)
    }
}

impl<T> From<(T, T, T, T)> for [T; 4] {
    fn from(tuple: (T, T, T, T)) -> [T; 4] {
        let (a, b, c, d) = tuple;
        [a, b, c, d]
    }
}

impl<T> From<[T; 4]> for (T, T, T, T) {
    fn from(array: [T; 4]) -> (T, T, T, T) {
        let [a, b, c, d] = array;
        (a, b, c, d)
    }
}

impl<T> From<(T, T, T, T, T)> for [T; 5] {
    fn from(tuple: (T, T, T, T, T)) -> [T; 5] {
        let (a, b, c, d, e) = tuple;
        [a, b, c, d, e]
    }
}

impl<T> From<[T; 5]> for (T, T, T, T, T) {
    fn from(array: [T; 5]) -> (T, T, T, T, T) {
        let [a, b, c, d, e] = array;
        (a, b, c, d, e)
    }
}

impl<T> From<(T, T, T, T, T, T)> for [T; 6] {
    fn from(tuple: (T, T, T, T, T, T)) -> [T; 6] {
        let (a, b, c, d, e, f) = tuple;
        [a, b, c, d, e, f]
    }
}

impl<T> From<[T; 6]> for (T, T, T, T, T, T) {
    fn from(array: [T; 6]) -> (T, T, T, T, T, T) {
        let [a, b, c, d, e, f] = array;
        (a, b, c, d, e, f)
    }
}

impl<T> From<(T, T, T, T, T, T, T)> for [T; 7] {
    fn from(tuple: (T, T, T, T, T, T, T)) -> [T; 7] {
        let (a, b, c, d, e, f, g) = tuple;
        [a, b, c, d, e, f, g]
    }
}

impl<T> From<[T; 7]> for (T, T, T, T, T, T, T) {
    fn from(array: [T; 7]) -> (T, T, T, T, T, T, T) {
        let [a, b, c, d, e, f, g] = array;
        (a, b, c, d, e, f, g)
    }
}

impl<T> From<(T, T, T, T, T, T, T, T)> for [T; 8] {
    fn from(tuple: (T, T, T, T, T, T, T, T)) -> [T; 8] {
        let (a, b, c, d, e, f, g, h) = tuple;
        [a, b, c, d, e, f, g, h]
    }
}

impl<T> From<[T; 8]> for (T, T, T, T, T, T, T, T) {
    fn from(array: [T; 8]) -> (T, T, T, T, T, T, T, T) {
        let [a, b, c, d, e, f, g, h] = array;
        (a, b, c, d, e, f, g, h)
    }
}

impl<T> From<(T, T, T, T, T, T, T, T, T)> for [T; 9] {
    fn from(tuple: (T, T, T, T, T, T, T, T, T)) -> [T; 9] {
        let (a, b, c, d, e, f, g, h, i) = tuple;
        [a, b, c, d, e, f, g, h, i]
    }
}

impl<T> From<[T; 9]> for (T, T, T, T, T, T, T, T, T) {
    fn from(array: [T; 9]) -> (T, T, T, T, T, T, T, T, T) {
        let [a, b, c, d, e, f, g, h, i] = array;
        (a, b, c, d, e, f, g, h, i)
    }
}

impl<T> From<(T, T, T, T, T, T, T, T, T, T)> for [T; 10] {
    fn from(tuple: (T, T, T, T, T, T, T, T, T, T)) -> [T; 10] {
        let (a, b, c, d, e, f, g, h, i, j) = tuple;
        [a, b, c, d, e, f, g, h, i, j]
    }
}

impl<T> From<[T; 10]> for (T, T, T, T, T, T, T, T, T, T) {
    fn from(array: [T; 10]) -> (T, T, T, T, T, T, T, T, T, T) {
        let [a, b, c, d, e, f, g, h, i, j] = array;
        (a, b, c, d, e, f, g, h, i, j)
    }
}

impl<T> From<(T, T, T, T, T, T, T, T, T, T, T)> for [T; 11] {
    fn from(tuple: (T, T, T, T, T, T, T, T, T, T, T)) -> [T; 11] {
        let (a, b, c, d, e, f, g, h, i, j, k) = tuple;
        [a, b, c, d, e, f, g, h, i, j, k]
    }
}

impl<T> From<[T; 11]> for (T, T, T, T, T, T, T, T, T, T, T) {
    fn from(array: [T; 11]) -> (T, T, T, T, T, T, T, T, T, T, T) {
        let [a, b, c, d, e, f, g, h, i, j, k] = array;
        (a, b, c, d, e, f, g, h, i, j, k)
    }
}

impl<T> From<(T, T, T, T, T, T, T, T, T, T, T, T)> for [T; 12] {
    fn from(tuple: (T, T, T, T, T, T, T, T, T, T, T, T)) -> [T; 12] {
        let (a, b, c, d, e, f, g, h, i, j, k, l) = tuple;
        [a, b, c, d, e, f, g, h, i, j, k, l]
    }
}

impl<T> From<[T; 12]> for (T, T, T, T, T, T, T, T, T, T, T, T) {
    fn from(array: [T; 12]) -> (T, T, T, T, T, T, T, T, T, T, T, T) {
        let [a, b, c, d, e, f, g, h, i, j, k, l] = array;
        (a, b, c, d, e, f, g, h, i, j, k, l)
    }
}
