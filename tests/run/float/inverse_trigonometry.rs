// The inverse functions, the four quadrants, and polar coordinates.

#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    x: f64,
    y: f64,
}

impl Point {
    fn polar(self) -> (f64, f64) {
        (self.x.hypot(self.y), self.y.atan2(self.x))
    }

    fn from_polar(radius: f64, angle: f64) -> Point {
        Point { x: radius * angle.cos(), y: radius * angle.sin() }
    }
}

fn distance_km(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (lat1, lon1) = (from.0.to_radians(), from.1.to_radians());
    let (lat2, lon2) = (to.0.to_radians(), to.1.to_radians());
    let a = ((lat2 - lat1) / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * ((lon2 - lon1) / 2.0).sin().powi(2);
    2.0 * 6371.0 * a.sqrt().asin()
}

fn main() {
    for i in -10..=10 {
        let x = f64::from(i) / 10.0;
        println!("{x:>4}: {} {} {}", x.asin(), x.acos(), x.atan());
    }
    for x in [1e-9, 1e-5, 0.999999999, 1.0000001, 2.0, 5.0, 1e10, 1e308, f64::INFINITY, -0.0, f64::NAN] {
        let x: f64 = x;
        println!("{x:?}: {:?} {:?} {:?}", x.asin(), x.acos(), x.atan());
    }
    for angle in (0..360).step_by(30) {
        let point = Point::from_polar(2.0, f64::from(angle).to_radians());
        let (radius, back) = point.polar();
        println!("{angle:>3}: ({:.4}, {:.4}) {radius:.4} {:.4}", point.x, point.y, back.to_degrees());
    }
    let special = [0.0, -0.0, 1.0, -1.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 1e-300, 1e300];
    for y in special {
        for x in special {
            print!("{:?} ", y.atan2(x));
        }
        println!();
    }
    for (y, x) in [(1.0, 2.0), (-3.0, 4.0), (0.1, -0.2), (-5.0, -0.7), (1e-5, -1.0), (7.0, 1e-8)] {
        println!("{} {}", f64::atan2(y, x), f64::atan2(y, x).to_degrees());
    }
    println!("{:.3}", distance_km((52.52, 13.405), (48.8566, 2.3522)));
    println!("{:.3}", distance_km((-33.8688, 151.2093), (51.5074, -0.1278)));
    // Machin's formula.
    println!("{}", 4.0 * (4.0 * (1.0_f64 / 5.0).atan() - (1.0_f64 / 239.0).atan()));
}
