// Arrays of arrays: rows and elements by `&mut`, splits, swaps, copies of rows, three dimensions.
type Grid = [[i32; 4]; 3];

fn scale(row: &mut [i32; 4], by: i32) {
    for i in 0..4 {
        row[i] *= by;
    }
}

fn add_row(to: &mut [i32], from: &[i32]) {
    for i in 0..to.len() {
        to[i] += from[i];
    }
}

fn cell(grid: &mut Grid, at: (usize, usize)) -> &mut i32 {
    &mut grid[at.0][at.1]
}

fn corner<'a>(grid: &'a mut [[i32; 4]], last: bool) -> Option<&'a mut i32> {
    match grid {
        [[first, ..], .., [.., end]] => Some(if last { end } else { first }),
        [[only, ..]] => Some(only),
        [] => None,
    }
}

fn rotate(values: [i32; 4]) -> [i32; 4] {
    let [a, b, c, d] = values;
    [d, a, b, c]
}

fn main() {
    let mut grid: Grid = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]];
    scale(&mut grid[1], -1);
    *cell(&mut grid, (2, 3)) += 1000;
    let (top, rest) = grid.split_at_mut(1);
    add_row(&mut top[0], &rest[1]);
    add_row(&mut rest[0][1..3], &top[0][..2]);
    println!("{grid:?}");
    if let Some(last) = corner(&mut grid, true) {
        *last -= 1;
    }
    if let Some(first) = corner(&mut grid[..1], true) {
        *first = 0;
    }
    println!("{:?} {:?}", corner(&mut grid, false), corner(&mut [], false));
    grid.swap(0, 2);
    grid[1].swap(0, 3);
    grid[2] = rotate(grid[2]);
    println!("{grid:?}");
    let row = grid[0];
    grid[0][0] = 77;
    println!("{row:?} {:?}", grid[0]);
    let [first, _, third] = &mut grid;
    std::mem::swap(first, third);
    first[1] = third.len() as i32;
    println!("{grid:?}");
    let mut cube = [[[0u8; 3]; 2]; 4];
    for i in 0..4 {
        let plane = &mut cube[i];
        for j in 0..2 {
            let line = &mut plane[j];
            for k in 0..3 {
                let cell = &mut line[k];
                *cell = (i * 6 + j * 3 + k) as u8;
            }
        }
    }
    cube[3][1][2] = cube[0][1][cube[0][0][2] as usize];
    println!("{cube:?}");
    let plane = cube[1];
    cube[2] = plane;
    cube[2][0] = [9; 3];
    println!("{} {} {}", cube[1] == plane, cube[2] == plane, cube[2][1] == plane[1]);
    let references = [&grid[0], &grid[2], &grid[0]];
    println!("{} {:?}", references[2][3], references[1]);
    let mut a = [1, 2];
    let mut b = [3, 4];
    {
        let both = [&mut a, &mut b];
        for i in 0..2 {
            both[i][1 - i] += 50;
        }
        *both[0] = [both[1][0], 6];
    }
    println!("{a:?} {b:?}");
    let mut jagged: [&mut [i32]; 2] = [&mut a, &mut [8, 9, 10]];
    jagged[1][2] = jagged[0].len() as i32;
    jagged.swap(0, 1);
    println!("{jagged:?}");
    let tuples = [([1, 2], 'a'), ([3, 4], 'b')];
    let [(x, _), ([_, y], c)] = tuples;
    println!("{x:?} {y} {c}");
}
