// Methods of enums that hand out references to fields: shared, mutable, optional, nested.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    Circle { centre: (i32, i32), radius: u32 },
    Square { corner: (i32, i32), side: u32 },
    Path([(i32, i32); 3]),
    Nothing,
}

impl Shape {
    fn origin(&self) -> Option<&(i32, i32)> {
        match self {
            Shape::Circle { centre: point, .. } | Shape::Square { corner: point, .. } | Shape::Path([point, ..]) => {
                Some(point)
            }
            Shape::Nothing => None,
        }
    }

    fn origin_mut(&mut self) -> Option<&mut (i32, i32)> {
        match self {
            Self::Circle { centre, .. } => Some(centre),
            Self::Square { corner, .. } => Some(corner),
            Self::Path(points) => points.first_mut(),
            Self::Nothing => None,
        }
    }

    fn size_mut(&mut self) -> Result<&mut u32, &'static str> {
        match self {
            Shape::Circle { radius: size, .. } | Shape::Square { side: size, .. } => Ok(size),
            Shape::Path(_) => Err("a path has no size"),
            Shape::Nothing => Err("nothing has no size"),
        }
    }

    fn last_point(&mut self) -> &mut (i32, i32) {
        if let Shape::Path([.., last]) = self { last } else { self.origin_mut().expect("has an origin") }
    }

    fn as_circle(&mut self) -> Option<(&mut (i32, i32), &u32)> {
        if let Shape::Circle { centre, radius } = self { Some((centre, radius)) } else { None }
    }

    fn become_square(&mut self) -> bool {
        if let Shape::Circle { centre: (x, y), radius } = *self {
            *self = Shape::Square { corner: (x - radius as i32, y - radius as i32), side: radius * 2 };
            true
        } else {
            false
        }
    }
}

struct Scene {
    shapes: [Shape; 4],
    selected: Option<usize>,
}

impl Scene {
    fn selected(&mut self) -> Option<&mut Shape> {
        match self.selected {
            Some(i) => self.shapes.get_mut(i),
            None => None,
        }
    }

    fn select(&mut self, i: usize) -> &mut Self {
        self.selected = Some(i);
        self
    }

    fn shift(&mut self, by: i32) -> &mut Self {
        if let Some(shape) = self.selected()
            && let Some((x, y)) = shape.origin_mut()
        {
            *x += by;
            *y -= by;
        }
        self
    }
}

fn main() {
    let mut scene = Scene {
        shapes: [
            Shape::Circle { centre: (1, 2), radius: 3 },
            Shape::Square { corner: (4, 5), side: 6 },
            Shape::Path([(0, 0), (7, 8), (9, 9)]),
            Shape::Nothing,
        ],
        selected: None,
    };
    scene.shift(1000);
    scene.select(0).shift(10).shift(5).select(2).shift(1).select(3).shift(9).select(9).shift(8);
    for i in 0..4 {
        let shape = &mut scene.shapes[i];
        match shape.size_mut() {
            Ok(size) => {
                *size += 10;
                println!("{size}");
            }
            Err(why) => println!("{why}"),
        }
        println!("{:?} {:?}", shape.origin(), shape);
    }
    let before = scene.shapes[0];
    println!("{} {}", scene.shapes[0].become_square(), scene.shapes[1].become_square());
    println!("{:?} {}", scene.shapes[0], scene.shapes[0] == before);
    *scene.shapes[2].last_point() = (-1, -1);
    scene.shapes[1].last_point().1 = -2;
    println!("{:?} {:?}", scene.shapes[2], scene.shapes[1]);
    scene.shapes[3] = before;
    if let Some((centre, radius)) = scene.shapes[3].as_circle() {
        centre.0 = *radius as i32;
    }
    println!("{:?}", scene.shapes[3]);
    println!("{:?}", scene.shapes[0].as_circle());
}
