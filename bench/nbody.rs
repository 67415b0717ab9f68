// Structs of floats in an array: the planets around the sun.
#[derive(Clone, Copy)]
struct Body {
    position: [f64; 3],
    velocity: [f64; 3],
    mass: f64,
}

const SOLAR_MASS: f64 = 39.47841760435743;
const YEAR: f64 = 365.24;

fn energy(bodies: &[Body; 5]) -> f64 {
    let mut energy = 0.0;
    for i in 0..5 {
        let b = &bodies[i];
        let v = &b.velocity;
        energy += 0.5 * b.mass * (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        for j in i + 1..5 {
            let c = &bodies[j];
            let dx = b.position[0] - c.position[0];
            let dy = b.position[1] - c.position[1];
            let dz = b.position[2] - c.position[2];
            energy -= b.mass * c.mass / (dx * dx + dy * dy + dz * dz).sqrt();
        }
    }
    energy
}

fn advance(bodies: &mut [Body; 5], dt: f64) {
    for i in 0..5 {
        for j in i + 1..5 {
            let dx = bodies[i].position[0] - bodies[j].position[0];
            let dy = bodies[i].position[1] - bodies[j].position[1];
            let dz = bodies[i].position[2] - bodies[j].position[2];
            let d2 = dx * dx + dy * dy + dz * dz;
            let magnitude = dt / (d2 * d2.sqrt());
            let mi = bodies[i].mass * magnitude;
            let mj = bodies[j].mass * magnitude;
            bodies[i].velocity[0] -= dx * mj;
            bodies[i].velocity[1] -= dy * mj;
            bodies[i].velocity[2] -= dz * mj;
            bodies[j].velocity[0] += dx * mi;
            bodies[j].velocity[1] += dy * mi;
            bodies[j].velocity[2] += dz * mi;
        }
    }
    for i in 0..5 {
        for k in 0..3 {
            bodies[i].position[k] += dt * bodies[i].velocity[k];
        }
    }
}

fn main() {
    let mut bodies = [
        Body { position: [0.0, 0.0, 0.0], velocity: [0.0, 0.0, 0.0], mass: SOLAR_MASS },
        Body {
            position: [4.84143144246472090, -1.16032004402742839, -0.103622044471123109],
            velocity: [0.00166007664274403694 * YEAR, 0.00769901118419740425 * YEAR, -0.0000690460016972063023 * YEAR],
            mass: 0.000954791938424326609 * SOLAR_MASS,
        },
        Body {
            position: [8.34336671824457987, 4.12479856412430479, -0.403523417114321381],
            velocity: [-0.00276742510726411021 * YEAR, 0.00499852801234917238 * YEAR, 0.0000230417297573763929 * YEAR],
            mass: 0.000285885980666130812 * SOLAR_MASS,
        },
        Body {
            position: [12.8943695621391310, -15.1111514016986312, -0.223307578892655734],
            velocity: [0.00296460137564761618 * YEAR, 0.00237847173959480950 * YEAR, -0.0000296589568540237556 * YEAR],
            mass: 0.0000436624404335156298 * SOLAR_MASS,
        },
        Body {
            position: [15.3796971148509165, -25.9193146099879641, 0.179258772950371181],
            velocity: [0.00268067772490389322 * YEAR, 0.00162824170038242295 * YEAR, -0.0000951592254519715870 * YEAR],
            mass: 0.0000515138902046611451 * SOLAR_MASS,
        },
    ];
    let mut momentum = [0.0; 3];
    for i in 0..5 {
        for k in 0..3 {
            momentum[k] += bodies[i].velocity[k] * bodies[i].mass;
        }
    }
    for k in 0..3 {
        bodies[0].velocity[k] = -momentum[k] / SOLAR_MASS;
    }
    println!("{:.9}", energy(&bodies));
    for _ in 0..200_000 {
        advance(&mut bodies, 0.01);
    }
    println!("{:.9}", energy(&bodies));
}
