//! Measuring how long a program takes, with a clock that may be coarse.
//!
//! A browser's clock moves in steps, a tenth of a millisecond or so, that hide a short run. So the step is measured first,
//! and short runs are timed many at a time, until what is timed is well above it. The method, in order:
//!
//! 1. the *first run*, alone;
//! 2. the *first samples*, a run each where the clock allows it: what the chart shows, with the samples that follow if these
//!    were few;
//! 3. *warm-up*, until a few samples in a row are alike or its share of the budget is spent;
//! 4. the *steady state*: samples of equal size until the budget is spent; the median and quartiles are of these.

use stair_protocol::{Sample, Summary};

/// A steady-state sample takes at least this many steps of the clock, so that a step is at most 2 % of it.
const STEPS_PER_STEADY_SAMPLE: f64 = 50.0;
/// A sample of the chart takes at least this many steps: it wants many points more than exact ones.
const STEPS_PER_FIRST_SAMPLE: f64 = 5.0;
/// How many samples the chart has at most.
const FIRST_SAMPLES: usize = 80;
/// How many samples in a row must be alike for the warm-up to end.
const ALIKE_SAMPLES: usize = 5;
/// How much the longest of them may exceed the shortest.
const ALIKE_RATIO: f64 = 1.05;
/// The fewest and the most samples of a steady state.
const STEADY_SAMPLES: std::ops::RangeInclusive<usize> = 3..=300;

/// Something whose runs are timed.
pub trait Subject {
    /// Gets up to `runs` runs ready, outside the timed stretch, and says how many it got ready: at least 1.
    ///
    /// # Errors
    /// If the program cannot be started, with the reason as a sentence.
    fn prepare(&mut self, runs: u32) -> Result<u32, String>;

    /// Makes one of the runs that are ready.
    ///
    /// # Errors
    /// If the engine gives up, with the reason as a sentence. A program that panics is no error: it ran.
    fn run(&mut self) -> Result<(), String>;
}

/// What [`measure`] found. Times in nanoseconds.
#[derive(Clone, PartialEq, Debug)]
pub struct Measured {
    /// The first run.
    pub first_run: f64,
    /// The runs from the first one on.
    pub first_samples: Vec<Sample>,
    /// The runs before the steady state.
    pub warm_up_runs: u32,
    /// The runs in each steady sample.
    pub batch: u32,
    /// The number of steady samples.
    pub samples: u32,
    /// The steady state.
    pub steady: Summary,
}

/// The smallest step by which `clock`, in milliseconds, was seen to move, in nanoseconds. Takes some steps of the clock, and
/// ends even if the clock stands still.
pub fn resolution(clock: &mut impl FnMut() -> f64) -> f64 {
    let mut smallest = f64::INFINITY;
    let mut steps = 0;
    let mut last = clock();
    for _ in 0..5_000_000 {
        let now = clock();
        if now > last {
            smallest = smallest.min(now - last);
            steps += 1;
        }
        if steps == 20 {
            break;
        }
        last = now;
    }
    if smallest.is_finite() { smallest * 1e6 } else { 1e6 }
}

/// Times `subject` with `clock` (in milliseconds), whose step is `resolution` nanoseconds, for about `budget` milliseconds.
/// Slow programs take longer than the budget: they are still run [`STEADY_SAMPLES`]' fewest times, unless a single run
/// takes more than ten budgets. `watch` is told how far it is, from 0 to 1, and each of the first samples.
///
/// # Errors
/// What `subject` fails with.
pub fn measure(
    subject: &mut impl Subject,
    clock: &mut impl FnMut() -> f64,
    resolution: f64,
    budget: f64,
    watch: &mut impl FnMut(f64, Option<Sample>),
) -> Result<Measured, String> {
    let start = clock();
    let mut stretch = |runs: u32| -> Result<(Sample, f64), String> {
        let mut left = runs;
        let mut elapsed = 0.0;
        while left > 0 {
            let ready = subject.prepare(left)?.clamp(1, left);
            let before = clock();
            for _ in 0..ready {
                subject.run()?;
            }
            let after = clock();
            elapsed += after - before;
            left -= ready;
        }
        let spent = clock() - start;
        Ok((Sample { runs, nanoseconds: elapsed * 1e6 / f64::from(runs) }, spent))
    };

    let (first, mut spent) = stretch(1)?;
    watch(0.0, Some(first));
    let mut warm_up_runs = 1;
    let mut estimate = first.nanoseconds.max(resolution / 10.0);
    let mut first_samples = vec![first];
    let enough = |share: f64, spent: f64| spent >= budget * share;
    while first_samples.len() < FIRST_SAMPLES && !enough(0.3, spent) {
        let (sample, now) = stretch(runs_for(STEPS_PER_FIRST_SAMPLE * resolution, estimate))?;
        warm_up_runs += sample.runs;
        estimate = better_estimate(sample, resolution);
        first_samples.push(sample);
        spent = now;
        watch(part(spent, budget), Some(sample));
    }

    let mut recent: Vec<f64> = Vec::new();
    while !enough(0.5, spent) && !alike(&recent) {
        let (sample, now) = stretch(runs_for(STEPS_PER_STEADY_SAMPLE * resolution, estimate))?;
        warm_up_runs += sample.runs;
        estimate = better_estimate(sample, resolution);
        recent.push(sample.nanoseconds);
        spent = now;
        watch(part(spent, budget), keep(&mut first_samples, sample));
    }

    let batch = runs_for(STEPS_PER_STEADY_SAMPLE * resolution, estimate);
    let fewest = if enough(10.0, spent) { 0 } else { *STEADY_SAMPLES.start() };
    let mut steady = Vec::new();
    while steady.len() < fewest || (!enough(1.0, spent) && steady.len() < *STEADY_SAMPLES.end()) {
        let (sample, now) = stretch(batch)?;
        steady.push(sample.nanoseconds);
        spent = now;
        watch(part(spent, budget), keep(&mut first_samples, sample));
    }
    if steady.is_empty() {
        steady.push(first.nanoseconds);
    }
    watch(1.0, None);
    Ok(Measured {
        first_run: first.nanoseconds,
        first_samples,
        warm_up_runs,
        batch,
        samples: steady.len() as u32,
        steady: summarise(steady),
    })
}

/// Adds a sample to the first ones if they are not complete yet: a slow program's warm-up and steady state are among its first
/// runs.
fn keep(first_samples: &mut Vec<Sample>, sample: Sample) -> Option<Sample> {
    (first_samples.len() < FIRST_SAMPLES).then(|| {
        first_samples.push(sample);
        sample
    })
}

fn part(spent: f64, budget: f64) -> f64 {
    (spent / budget).clamp(0.0, 1.0)
}

/// How many runs of `estimate` nanoseconds make a stretch of `wanted`.
fn runs_for(wanted: f64, estimate: f64) -> u32 {
    (wanted / estimate).ceil().clamp(1.0, 1e6) as u32
}

/// What a sample says of a run's length; a sample that the clock did not see counts as a tenth of a step in all.
fn better_estimate(sample: Sample, resolution: f64) -> f64 {
    sample.nanoseconds.max(resolution / 10.0 / f64::from(sample.runs))
}

fn alike(samples: &[f64]) -> bool {
    let Some(last) = samples.len().checked_sub(ALIKE_SAMPLES).map(|from| &samples[from..]) else { return false };
    let summary = summarise(last.to_vec());
    summary.longest <= summary.shortest * ALIKE_RATIO
}

/// Median, quartiles and extremes, by linear interpolation between the two nearest samples. All zero if there are none.
pub fn summarise(mut samples: Vec<f64>) -> Summary {
    samples.sort_by(f64::total_cmp);
    let quantile = |part: f64| {
        let position = part * samples.len().saturating_sub(1) as f64;
        let (below, above) = (position.floor() as usize, position.ceil() as usize);
        match (samples.get(below), samples.get(above)) {
            (Some(low), Some(high)) => low + (high - low) * position.fract(),
            _ => 0.0,
        }
    };
    Summary {
        median: quantile(0.5),
        lower_quartile: quantile(0.25),
        upper_quartile: quantile(0.75),
        shortest: quantile(0.0),
        longest: quantile(1.0),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A world with a clock of a given step, where a run takes a given time.
    struct World {
        now: Cell<f64>,
        step: f64,
    }

    impl World {
        fn read(&self) -> f64 {
            self.now.set(self.now.get() + 0.000_02);
            (self.now.get() / self.step).floor() * self.step
        }
    }

    struct Program<'a> {
        world: &'a World,
        runs: u32,
        ready: u32,
        most_ready: u32,
        duration: fn(u32) -> f64,
    }

    impl Subject for Program<'_> {
        fn prepare(&mut self, runs: u32) -> Result<u32, String> {
            assert_eq!(self.ready, 0);
            self.ready = runs.min(self.most_ready);
            self.world.now.set(self.world.now.get() + 0.01 * f64::from(self.ready));
            Ok(self.ready)
        }

        fn run(&mut self) -> Result<(), String> {
            self.ready -= 1;
            self.runs += 1;
            self.world.now.set(self.world.now.get() + (self.duration)(self.runs));
            Ok(())
        }
    }

    fn measured(step: f64, most_ready: u32, duration: fn(u32) -> f64) -> (Measured, u32, f64) {
        let world = World { now: Cell::new(0.0), step };
        let mut clock = || world.read();
        let resolution = resolution(&mut clock);
        assert!((resolution / 1e6 - step).abs() < step / 100.0, "{resolution}");
        let mut program = Program { world: &world, runs: 0, ready: 0, most_ready, duration };
        let before = world.now.get();
        let found = measure(&mut program, &mut clock, resolution, 500.0, &mut |_, _| {});
        (found.unwrap_or_else(|error| panic!("{error}")), program.runs, world.now.get() - before)
    }

    #[test]
    fn short_runs_are_timed_many_at_a_time() {
        let (found, runs, spent) = measured(0.1, 64, |_| 0.003);
        assert!((found.steady.median - 3000.0).abs() < 60.0, "{found:?}");
        assert!(f64::from(found.batch) * 0.003 >= 4.9, "{found:?}");
        assert_eq!(runs, found.warm_up_runs + found.batch * found.samples);
        assert!(spent < 600.0, "{spent}");
    }

    #[test]
    fn warm_up_is_kept_out_of_the_steady_state_and_shows_in_the_first_samples() {
        let (found, ..) = measured(0.1, 64, |run| if run <= 10 { 4.0 } else { 1.0 });
        assert!((found.first_run - 4e6).abs() < 2e5, "{found:?}");
        assert!((found.steady.longest - 1e6).abs() < 2e5, "{found:?}");
        assert!(found.first_samples.iter().take(10).all(|sample| sample.runs == 1 && sample.nanoseconds > 3.8e6));
        assert!(found.first_samples.len() > 20);
    }

    #[test]
    fn slow_programs_are_run_a_few_times_and_very_slow_ones_once() {
        let (found, runs, _) = measured(0.1, 64, |_| 1_000.0);
        assert_eq!((found.samples, runs), (3, 4));
        let (found, runs, _) = measured(0.1, 64, |_| 20_000.0);
        assert_eq!((found.samples, runs), (1, 1));
        assert!((found.steady.median - 2e10).abs() < 1e6);
    }

    #[test]
    fn quartiles_interpolate() {
        let summary = summarise(vec![4.0, 1.0, 3.0, 2.0]);
        assert_eq!((summary.median, summary.lower_quartile, summary.upper_quartile), (2.5, 1.75, 3.25));
        assert_eq!((summary.shortest, summary.longest), (1.0, 4.0));
        assert_eq!(summarise(Vec::new()).median, 0.0);
    }
}
