struct Grid<const N: usize> { //~ ERROR S0001
    cells: [u8; N],
}

fn main() {
    let g = Grid { cells: [0; 4] };
    println!("{}", g.cells[0]);
}
