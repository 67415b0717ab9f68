//! The one place where the workers' Rust meets JavaScript: `web/npm/src/worker-boot.js` calls [`start`] and [`serve`], and
//! offers the functions below under the global name `staircase`.

use std::cell::RefCell;

use stair_protocol::{decode, encode};
use wasm_bindgen::prelude::*;

use crate::compile::Compiler;
use crate::run;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = staircase, js_name = answer)]
    fn js_answer(bytes: js_sys::Uint8Array);

    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    fn date_now() -> f64;
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(buffer: &mut [u8]);

    /// A compiled module of the person's.
    pub(crate) type Module;
    /// An instance of it, ready to run.
    pub(crate) type Instance;
    #[wasm_bindgen(catch, js_namespace = ["staircase", "wasi"], js_name = compile)]
    fn wasi_compile(bytes: &[u8]) -> Result<Module, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["staircase", "wasi"], js_name = instantiate)]
    fn wasi_instantiate(module: &Module, write: &Closure<dyn FnMut(u32, js_sys::Uint8Array)>) -> Result<Instance, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["staircase", "wasi"], js_name = run)]
    fn wasi_run(instance: &Instance) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = String)]
    fn js_string(value: &JsValue) -> String;
}

thread_local! {
    static ROLE: RefCell<Role> = const { RefCell::new(Role::None) };
}

enum Role {
    None,
    Compile(Box<Compiler>),
    Run,
}

/// Makes this worker the one of that name. Called once.
#[wasm_bindgen]
pub fn start(name: &str) {
    let role = if name == "compile" {
        answer(&stair_protocol::CompileAnswer::Ready);
        Role::Compile(Box::default())
    } else {
        answer(&stair_protocol::RunAnswer::Ready);
        Role::Run
    };
    ROLE.set(role);
}

/// Serves a request, from its bytes to its last answer.
///
/// # Errors
/// If the bytes are no request, or the compiler fails; the page then replaces this worker.
#[wasm_bindgen]
pub fn serve(bytes: &[u8]) -> Result<(), JsError> {
    let served = ROLE.with_borrow_mut(|role| match role {
        Role::None => Err("a request before the start".to_owned()),
        Role::Compile(compiler) => decode(bytes).map(|request| compiler.serve(request)),
        Role::Run => decode(bytes).map(run::serve),
    });
    served.map_err(|reason| JsError::new(&reason))
}

/// Sends an answer to the page.
pub(crate) fn answer<T: serde::Serialize>(answer: &T) {
    js_answer(js_sys::Uint8Array::from(encode(answer).as_slice()));
}

/// Milliseconds of a clock that only goes forward.
pub(crate) fn now() -> f64 {
    performance_now()
}

/// Milliseconds since 1970.
pub(crate) fn date() -> f64 {
    date_now()
}

/// Fills a buffer with random bytes.
pub(crate) fn random(buffer: &mut [u8]) {
    // The browser gives at most this many at a time.
    for part in buffer.chunks_mut(65_536) {
        get_random_values(part);
    }
}

impl Module {
    /// Compiles a module in this browser; fails with the browser's own words.
    pub(crate) fn new(bytes: &[u8]) -> Result<Self, String> {
        wasi_compile(bytes).map_err(|error| js_string(&error))
    }

    /// Makes an instance whose output goes to `write`, which has to live as long.
    pub(crate) fn instantiate(&self, write: &Closure<dyn FnMut(u32, js_sys::Uint8Array)>) -> Result<Instance, String> {
        wasi_instantiate(self, write).map_err(|error| js_string(&error))
    }
}

impl Instance {
    /// Runs it to its end: its exit code, or what the browser says of a crash.
    pub(crate) fn run(&self) -> Result<i32, String> {
        let ended = wasi_run(self).map_err(|error| js_string(&error))?;
        match ended.as_f64() {
            // An exit code is 32 bits, which JavaScript may hand over with or without sign.
            Some(code) => Ok(code as i64 as i32),
            None => Err(js_string(&ended)),
        }
    }
}
