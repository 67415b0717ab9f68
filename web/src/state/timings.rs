//! The timings of the engines, as they come in.

use stair_protocol::{Engine, EngineTiming, Program, Sample};

/// One comparison of the engines.
#[derive(Clone, PartialEq, Debug)]
pub struct Timings {
    /// What was timed.
    pub program: Program,
    /// What each run of it read from standard input.
    pub stdin: String,
    /// Each engine's times, in the order of [`Engine::ALL`].
    pub engines: Vec<EngineTimes>,
    /// The engine that is being timed, and how far it is, from 0 to 1.
    pub current: Option<(Engine, f64)>,
    /// The clock's smallest step in nanoseconds; known when all is done.
    pub resolution: Option<f64>,
    /// Why it ended early.
    pub ended_early: Option<String>,
}

/// One engine's times.
#[derive(Clone, PartialEq, Debug)]
pub struct EngineTimes {
    /// The engine.
    pub engine: Engine,
    /// Its first runs.
    pub first_samples: Vec<Sample>,
    /// All of it, or why there is nothing; `None` until it is done.
    pub timing: Option<Result<EngineTiming, String>>,
}

impl Timings {
    pub(super) fn new(program: Program, stdin: String) -> Self {
        let engines =
            Engine::ALL.map(|engine| EngineTimes { engine, first_samples: Vec::new(), timing: None }).to_vec();
        Self { program, stdin, engines, current: None, resolution: None, ended_early: None }
    }

    pub(super) fn progress(&mut self, engine: Engine, part: f64) {
        self.current = Some((engine, part));
    }

    pub(super) fn sample(&mut self, engine: Engine, sample: Sample) {
        self.times(engine, |times| times.first_samples.push(sample));
    }

    pub(super) fn done(&mut self, engine: Engine, timing: Result<EngineTiming, String>) {
        self.current = None;
        self.times(engine, |times| {
            if let Ok(timing) = &timing {
                times.first_samples.clone_from(&timing.first_samples);
            }
            times.timing = Some(timing);
        });
    }

    pub(super) fn finish(&mut self, resolution: f64) {
        self.current = None;
        self.resolution = Some(resolution);
    }

    pub(super) fn stop(&mut self) {
        self.current = None;
        self.ended_early = Some("Stopped before all was measured.".to_owned());
    }

    pub(super) fn lose(&mut self, reason: &str) {
        self.current = None;
        self.ended_early = Some(format!("The measurement failed: {reason}."));
    }

    fn times(&mut self, engine: Engine, change: impl FnOnce(&mut EngineTimes)) {
        if let Some(times) = self.engines.iter_mut().find(|times| times.engine == engine) {
            change(times);
        }
    }

    /// The median of the fastest engine's steady state, in nanoseconds; `None` until one is done.
    pub fn fastest(&self) -> Option<f64> {
        let medians = self.engines.iter().filter_map(|times| Some(times.timing.as_ref()?.as_ref().ok()?.steady.median));
        medians.min_by(f64::total_cmp)
    }
}
