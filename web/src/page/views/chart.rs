//! The chart of the first runs: how long each took, on logarithmic scales, so that an engine's change to faster code shows as
//! a step down whatever its size.

use stair_protocol::{Engine, Sample};
use stair_web::format;
use stair_web::state::EngineTimes;
use web_sys::Element;
use yew::prelude::*;

use super::header::engine_name;
use crate::interop::SizeObserver;

const HEIGHT: f64 = 220.0;
const LEFT: f64 = 58.0;
const RIGHT: f64 = 64.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 34.0;

#[derive(Properties, PartialEq)]
pub(crate) struct ChartProps {
    pub(crate) engines: Vec<EngineTimes>,
}

pub(crate) struct Chart {
    host: NodeRef,
    width: f64,
    observer: Option<SizeObserver>,
}

impl Component for Chart {
    type Message = u32;
    type Properties = ChartProps;

    fn create(_: &Context<Self>) -> Self {
        Self { host: NodeRef::default(), width: 600.0, observer: None }
    }

    fn update(&mut self, _: &Context<Self>, width: u32) -> bool {
        let width = f64::from(width).clamp(240.0, 900.0);
        std::mem::replace(&mut self.width, width) != width
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first && let Some(host) = self.host.cast::<Element>() {
            let link = ctx.link().clone();
            self.observer = Some(SizeObserver::new(&host, move |width, _| link.send_message(width)));
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <div class="chart" ref={self.host.clone()}>{ drawing(&ctx.props().engines, self.width).unwrap_or_default() }</div> }
    }
}

/// Where values go.
struct Scales {
    width: f64,
    runs: f64,
    shortest: f64,
    longest: f64,
}

impl Scales {
    /// The smallest decades that hold every sample; `None` if there is none.
    fn of(engines: &[EngineTimes], width: f64) -> Option<Scales> {
        let samples =
            || engines.iter().flat_map(|times| &times.first_samples).filter(|sample| sample.nanoseconds > 0.0);
        let runs =
            engines.iter().map(|times| times.first_samples.iter().map(|sample| f64::from(sample.runs)).sum::<f64>());
        let shortest = samples().map(|sample| sample.nanoseconds).min_by(f64::total_cmp)?;
        let longest = samples().map(|sample| sample.nanoseconds).max_by(f64::total_cmp)?;
        Some(Scales {
            width,
            runs: runs.fold(10.0, f64::max),
            shortest: shortest.log10().floor(),
            longest: longest.log10().ceil().max(shortest.log10().floor() + 1.0),
        })
    }

    fn x(&self, run: f64) -> f64 {
        LEFT + run.max(1.0).log10() / self.runs.log10() * (self.width - LEFT - RIGHT)
    }

    fn y(&self, nanoseconds: f64) -> f64 {
        let part = (nanoseconds.log10() - self.shortest) / (self.longest - self.shortest);
        HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)
    }
}

fn drawing(engines: &[EngineTimes], width: f64) -> Option<Html> {
    let scales = Scales::of(engines, width)?;
    let horizontal = (scales.shortest as i32..=scales.longest as i32).map(|power| {
        let y = scales.y(10f64.powi(power));
        html! {
            <>
                <line class="grid" x1={LEFT.to_string()} x2={(width - RIGHT).to_string()} y1={y.to_string()} y2={y.to_string()} />
                <text class="tick" x={(LEFT - 8.0).to_string()} y={(y + 4.0).to_string()} text-anchor="end">{ whole_duration(power) }</text>
            </>
        }
    });
    let vertical = (0..=scales.runs.log10() as i32).map(|power| {
        let x = scales.x(10f64.powi(power));
        html! {
            <>
                <line class="grid" x1={x.to_string()} x2={x.to_string()} y1={TOP.to_string()} y2={(HEIGHT - BOTTOM).to_string()} />
                <text class="tick" x={x.to_string()} y={(HEIGHT - BOTTOM + 16.0).to_string()} text-anchor="middle">{ format::thousands(10u64.pow(power.unsigned_abs())) }</text>
            </>
        }
    });
    let series = engines.iter().filter(|times| !times.first_samples.is_empty()).map(|times| line(times, &scales));
    Some(html! {
        <figure>
            <svg width={width.to_string()} height={HEIGHT.to_string()} role="img"
                aria-label="How long the first runs took on each engine. The same numbers are in the table below.">
                { for horizontal }
                { for vertical }
                { for series }
                <text class="tick" x={((LEFT + width - RIGHT) / 2.0).to_string()} y={(HEIGHT - 3.0).to_string()} text-anchor="middle">{ "run" }</text>
            </svg>
            <figcaption>{ "The first runs: time of each, from the very first on" }</figcaption>
        </figure>
    })
}

/// One engine's samples: a line, a shape of its own at each sample, and the engine's name at the end.
fn line(times: &EngineTimes, scales: &Scales) -> Html {
    let mut run = 0.0;
    let points: Vec<(f64, f64)> = times
        .first_samples
        .iter()
        .map(|sample: &Sample| {
            // A sample of many runs stands at its middle run.
            let middle = run + (f64::from(sample.runs) + 1.0) / 2.0;
            run += f64::from(sample.runs);
            (scales.x(middle), scales.y(sample.nanoseconds.max(1.0)))
        })
        .collect();
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let name = engine_name(times.engine).0;
    let (end_x, end_y) = points.last().copied().unwrap_or_default();
    html! {
        <g class={classes!("series", times.engine.name())}>
            <polyline points={path.join(" ")} />
            { for points.iter().map(|&(x, y)| marker(times.engine, x, y)) }
            <text x={(end_x + 9.0).to_string()} y={(end_y + 4.0).to_string()}>{ name }</text>
        </g>
    }
}

fn marker(engine: Engine, x: f64, y: f64) -> Html {
    match engine {
        Engine::Tree => html! { <circle cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="2.8" /> },
        Engine::Vm => {
            html! { <rect x={format!("{:.1}", x - 2.5)} y={format!("{:.1}", y - 2.5)} width="5" height="5" /> }
        }
        Engine::Wasm => {
            let (left, right, top, bottom) = (x - 3.2, x + 3.2, y - 3.2, y + 2.8);
            html! { <path d={format!("M{left:.1},{bottom:.1}L{right:.1},{bottom:.1}L{x:.1},{top:.1}Z")} /> }
        }
    }
}

/// A power of ten of nanoseconds: `1 µs`, `10 ms`.
fn whole_duration(power: i32) -> String {
    let unit = ["ns", "µs", "ms", "s"][usize::try_from(power / 3).unwrap_or(0).min(3)];
    format!("{} {unit}", 10u64.pow(power.rem_euclid(3).unsigned_abs()))
}
