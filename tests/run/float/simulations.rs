// Physics in small steps: a pendulum, a throw, an orbit, a spring with friction, a cooling cup.

use std::f64::consts::PI;

struct Body {
    position: [f64; 2],
    velocity: [f64; 2],
}

fn pendulum() {
    let (mut angle, mut speed, length, g) = (60f64.to_radians(), 0.0, 1.0, 9.81);
    let dt = 0.01;
    for step in 0..=200 {
        if step % 20 == 0 {
            println!("t={:.2} angle={:>8.4} x={:>7.4}", f64::from(step) * dt, f64::to_degrees(angle), length * f64::sin(angle));
        }
        speed -= g / length * f64::sin(angle) * dt;
        angle += speed * dt;
    }
}

fn throws() {
    for degrees in (15..=75).step_by(15) {
        let angle = f64::from(degrees).to_radians();
        let (v, g) = (20.0, 9.81);
        let range = v * v * (2.0 * angle).sin() / g;
        let height = (v * angle.sin()).powi(2) / (2.0 * g);
        println!("{degrees} degrees: {range:.3} m far, {height:.3} m high, {:.3} s", 2.0 * v * angle.sin() / g);
    }
}

fn orbit() {
    let mut body = Body { position: [1.0, 0.0], velocity: [0.0, 1.1] };
    let dt = 0.002;
    for step in 0..=5000 {
        if step % 625 == 0 {
            let [x, y] = body.position;
            println!("r={:.5} phi={:.5}", x.hypot(y), y.atan2(x));
        }
        let [x, y] = body.position;
        let cube = x.hypot(y).powf(3.0);
        body.velocity[0] -= x / cube * dt;
        body.velocity[1] -= y / cube * dt;
        for i in 0..2 {
            body.position[i] += body.velocity[i] * dt;
        }
    }
}

fn kepler(mean: f64, eccentricity: f64) -> f64 {
    let mut e = mean;
    for _ in 0..20 {
        let step = (e - eccentricity * e.sin() - mean) / (1.0 - eccentricity * e.cos());
        e -= step;
        if step.abs() < 1e-14 {
            break;
        }
    }
    e
}

fn main() {
    pendulum();
    throws();
    orbit();
    for i in 0..8 {
        let e = kepler(f64::from(i) * PI / 8.0, 0.6);
        println!("{:.10} {:.10}", e, 2.0 * (2.0 * (e / 2.0).tan()).atan());
    }
    let (mass, stiffness, friction) = (1.0_f64, 4.0_f64, 0.4_f64);
    let omega = (stiffness / mass - (friction / (2.0 * mass)).powi(2)).sqrt();
    for i in 0..10 {
        let t = f64::from(i) * 0.5;
        println!("{t:.1} {:+.6}", (-friction / (2.0 * mass) * t).exp() * (omega * t).cos());
    }
    for minutes in [0, 5, 10, 20, 40] {
        println!("{minutes} min: {:.2} degrees", 21.0 + 69.0 * (-0.07 * f64::from(minutes)).exp());
    }
}
