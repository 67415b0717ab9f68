// Sun and planets pulling at each other: structs in an array,
// floating point, and a long loop. The total energy should stay the
// same; how far it drifts tells how good the steps are. A program
// for the stopwatch: compare the engines, in both profiles.

const BODIES: usize = 5;
const STEPS: u32 = 1_000;
const DAYS_PER_YEAR: f64 = 365.24;
const SOLAR_MASS: f64 = 4.0 * 3.141592653589793 * 3.141592653589793;

#[derive(Clone, Copy)]
struct Body {
    position: [f64; 3],
    velocity: [f64; 3],
    mass: f64,
}

/// A planet, with its velocity a day and its mass in solar masses.
fn planet(position: [f64; 3], per_day: [f64; 3], mass: f64) -> Body {
    let velocity = [per_day[0] * DAYS_PER_YEAR, per_day[1] * DAYS_PER_YEAR, per_day[2] * DAYS_PER_YEAR];
    Body { position, velocity, mass: mass * SOLAR_MASS }
}

/// Newton's method: each step doubles the number of digits that are right.
fn square_root(x: f64) -> f64 {
    let mut root = if x > 1.0 { x } else { 1.0 };
    loop {
        let next = 0.5 * (root + x / root);
        if next >= root {
            return root;
        }
        root = next;
    }
}

fn square(v: &[f64; 3]) -> f64 {
    v[0] * v[0] + v[1] * v[1] + v[2] * v[2]
}

fn difference(a: &[f64; 3], b: &[f64; 3]) -> [f64; 3] {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

fn energy(bodies: &[Body; BODIES]) -> f64 {
    let mut sum = 0.0;
    for i in 0..BODIES {
        sum += 0.5 * bodies[i].mass * square(&bodies[i].velocity);
        for j in i + 1..BODIES {
            let apart = difference(&bodies[i].position, &bodies[j].position);
            sum -= bodies[i].mass * bodies[j].mass / square_root(square(&apart));
        }
    }
    sum
}

fn advance(bodies: &mut [Body; BODIES], time: f64) {
    for i in 0..BODIES {
        for j in i + 1..BODIES {
            let apart = difference(&bodies[i].position, &bodies[j].position);
            let distance_squared = square(&apart);
            let pull = time / (distance_squared * square_root(distance_squared));
            let (mass_i, mass_j) = (bodies[i].mass, bodies[j].mass);
            for axis in 0..3 {
                bodies[i].velocity[axis] -= apart[axis] * mass_j * pull;
                bodies[j].velocity[axis] += apart[axis] * mass_i * pull;
            }
        }
    }
    for i in 0..BODIES {
        for axis in 0..3 {
            bodies[i].position[axis] += time * bodies[i].velocity[axis];
        }
    }
}

fn main() {
    let sun = Body { position: [0.0; 3], velocity: [0.0; 3], mass: SOLAR_MASS };
    let jupiter = planet(
        [4.841431442464721, -1.1603200440274284, -0.10362204447112311],
        [0.001660076642744037, 0.007699011184197404, -0.0000690460016972063],
        0.0009547919384243266,
    );
    let saturn = planet(
        [8.34336671824458, 4.124798564124305, -0.4035234171143214],
        [-0.002767425107268624, 0.004998528012349172, 0.000023041729757376393],
        0.0002858859806661308,
    );
    let uranus = planet(
        [12.894369562139131, -15.111151401698631, -0.22330757889265573],
        [0.002964601375647616, 0.0023784717395948095, -0.000029658956854023756],
        0.00004366244043351563,
    );
    let neptune = planet(
        [15.379697114850917, -25.919314609987964, 0.17925877295037118],
        [0.0026806777249038932, 0.001628241700382423, -0.00009515922545197159],
        0.000051513890204661145,
    );
    let mut bodies = [sun, jupiter, saturn, uranus, neptune];

    // Push the sun so that the whole does not drift away.
    for axis in 0..3 {
        let mut momentum = 0.0;
        for i in 0..BODIES {
            momentum += bodies[i].velocity[axis] * bodies[i].mass;
        }
        bodies[0].velocity[axis] = -momentum / SOLAR_MASS;
    }

    println!("{:.9}", energy(&bodies));
    for _ in 0..STEPS {
        advance(&mut bodies, 0.01);
    }
    println!("{:.9}", energy(&bodies));
}
