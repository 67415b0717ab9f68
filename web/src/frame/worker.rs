//! The light worker, and the one place where its Rust meets JavaScript, in the way of the other workers: `web/npm/src/worker-boot.js` calls
//! [`start`], [`serve`] and [`go_on`], and offers the functions below under the global name `staircase`.

use std::cell::RefCell;

use stair_debugger::Debugger;
use stair_debugger::host::Host;
use stair_protocol::{DebugAnswer, Debugged, decode, encode};
use stair_web::input::Input;
use stair_web::quiet::{QuietHost, World};
use stair_web::recorder::{Recorder, Refused, Worker, load};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = staircase, js_name = panicked)]
    fn js_panicked(message: &str);
    #[wasm_bindgen(js_namespace = staircase, js_name = answer)]
    fn js_answer(bytes: js_sys::Uint8Array);
    #[wasm_bindgen(js_namespace = staircase, js_name = later)]
    fn js_later();

    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    fn date_now() -> f64;
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(buffer: &mut [u8]);
}

thread_local! {
    static RECORDER: RefCell<Option<Recorder<Light>>> = const { RefCell::new(None) };
}

/// A worker that steps compiled programs only.
struct Light;

impl Worker for Light {
    const IS_WHOLE: bool = false;

    fn debugger(&mut self, program: Debugged) -> Result<Debugger, Refused> {
        match program {
            Debugged::Bundle(file) => load(&file),
            Debugged::Source(_) => Err(Refused::Failed("this worker has no compiler".to_owned())),
        }
    }

    fn world(&self, input: Input) -> Box<dyn Host> {
        let world = World { now: performance_now, date: date_now, random: get_random_values };
        Box::new(QuietHost::new(world, input))
    }

    fn answer(&self, answer: &DebugAnswer) {
        js_answer(js_sys::Uint8Array::from(encode(answer).as_slice()));
    }

    fn later(&self) {
        js_later();
    }

    fn now(&self) -> f64 {
        performance_now()
    }
}

/// Makes the worker ready. Called once.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "JavaScript reaches it")]
pub fn start(_name: &str) {
    std::panic::set_hook(Box::new(|info| js_panicked(&info.to_string())));
    Light.answer(&DebugAnswer::Ready);
    RECORDER.set(Some(Recorder::new(Light)));
}

/// Serves a request, from its bytes to its last answer.
///
/// # Errors
/// If the bytes are no request; the page then replaces this worker.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "JavaScript reaches it")]
pub fn serve(bytes: &[u8]) -> Result<(), JsError> {
    let request = decode(bytes).map_err(|reason| JsError::new(&reason))?;
    RECORDER.with_borrow_mut(|recorder| recorder.as_mut().map(|recorder| recorder.serve(request)));
    Ok(())
}

/// Goes on with what was put off.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "JavaScript reaches it")]
pub fn go_on() {
    RECORDER.with_borrow_mut(|recorder| recorder.as_mut().map(Recorder::go_on));
}
