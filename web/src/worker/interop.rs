//! The one place where the workers' Rust meets JavaScript: `web/npm/src/worker-boot.js` calls [`start`] and [`serve`], and
//! offers the functions below under the global name `staircase`.

use std::cell::RefCell;

use stair_protocol::{decode, encode};
use wasm_bindgen::prelude::*;

use stair_web::quiet::World;
use stair_web::recorder::Recorder;

use crate::bundle::Bundler;
use crate::compile::Analyst;
use crate::debug::DebugWorker;
use crate::run::Runner;

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

    /// A compiled module of the person's.
    pub(crate) type Module;
    /// An instance of it, ready to run.
    pub(crate) type Instance;
    #[wasm_bindgen(catch, js_namespace = ["staircase", "wasi"], js_name = compile)]
    fn wasi_compile(bytes: &[u8]) -> Result<Module, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["staircase", "wasi"], js_name = instantiate)]
    fn wasi_instantiate(module: &Module, write: &JsValue, input: &[u8]) -> Result<Instance, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["staircase", "wasi"], js_name = run)]
    fn wasi_run(instance: &Instance, write: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["staircase", "wasi"], js_name = hasRead)]
    fn wasi_has_read(instance: &Instance) -> bool;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["staircase", "wasi"], js_name = discard)]
    static DISCARD: JsValue;
    #[wasm_bindgen(js_name = String)]
    fn js_string(value: &JsValue) -> String;
}

thread_local! {
    static ROLE: RefCell<Role> = const { RefCell::new(Role::None) };
}

enum Role {
    None,
    Compile(Box<Analyst>),
    Bundle(Box<Bundler>),
    Run(Box<Runner>),
    Debug(Box<Recorder<DebugWorker>>),
}

/// Makes this worker the one of that name. Called once.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "JavaScript reaches it")]
pub fn start(name: &str) {
    std::panic::set_hook(Box::new(|info| js_panicked(&info.to_string())));
    let role = match name {
        "compile" => {
            answer(&stair_protocol::CompileAnswer::Ready);
            Role::Compile(Box::default())
        }
        "bundle" => {
            answer(&stair_protocol::BundleAnswer::Ready);
            Role::Bundle(Box::default())
        }
        "debug" => {
            answer(&stair_protocol::DebugAnswer::Ready);
            Role::Debug(Box::new(Recorder::new(DebugWorker::default())))
        }
        _ => {
            answer(&stair_protocol::RunAnswer::Ready);
            Role::Run(Box::new(Runner::new()))
        }
    };
    ROLE.set(role);
}

/// Serves a request, from its bytes to its last answer.
///
/// # Errors
/// If the bytes are no request, or the compiler fails; the page then replaces this worker.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "JavaScript reaches it")]
pub fn serve(bytes: &[u8]) -> Result<(), JsError> {
    let served = ROLE.with_borrow_mut(|role| match role {
        Role::None => Err("a request before the start".to_owned()),
        Role::Compile(analyst) => decode(bytes).map(|request| analyst.serve(request)),
        Role::Bundle(bundler) => decode(bytes).map(|request| bundler.serve(request)),
        Role::Run(runner) => decode(bytes).map(|request| runner.serve(request)),
        Role::Debug(recorder) => decode(bytes).map(|request| recorder.serve(request)),
    });
    served.map_err(|reason| JsError::new(&reason))
}

/// Goes on with what was put off by [`later`].
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "JavaScript reaches it")]
pub fn go_on() {
    ROLE.with_borrow_mut(|role| {
        if let Role::Debug(recorder) = role {
            recorder.go_on();
        }
    });
}

/// Has [`go_on`] called after the requests that have come in by now.
pub(crate) fn later() {
    js_later();
}

/// Sends an answer to the page.
pub(crate) fn answer<T: serde::Serialize>(answer: &T) {
    js_answer(js_sys::Uint8Array::from(encode(answer).as_slice()));
}

/// What programs can find out about the world.
pub(crate) const WORLD: World = World { now, date, random: get_random_values };

/// Milliseconds of a clock that only goes forward.
pub(crate) fn now() -> f64 {
    performance_now()
}

/// Milliseconds since 1970.
pub(crate) fn date() -> f64 {
    date_now()
}

/// What takes a module's output: a JavaScript function of a file descriptor and bytes.
pub(crate) struct Writer {
    function: JsValue,
    /// Keeps the function's Rust side alive.
    _closure: Option<Closure<dyn FnMut(u32, Vec<u8>)>>,
}

impl Writer {
    /// Hands the output to `write`.
    pub(crate) fn new(write: impl FnMut(u32, Vec<u8>) + 'static) -> Self {
        let closure = Closure::<dyn FnMut(u32, Vec<u8>)>::new(write);
        Self { function: closure.as_ref().clone(), _closure: Some(closure) }
    }

    /// Throws the output away.
    pub(crate) fn discard() -> Self {
        Self { function: DISCARD.with(JsValue::clone), _closure: None }
    }
}

impl Module {
    /// Compiles a module in this browser; fails with the browser's own words.
    pub(crate) fn new(bytes: &[u8]) -> Result<Self, String> {
        wasi_compile(bytes).map_err(|error| js_string(&error))
    }

    /// Makes an instance whose output goes to `writer` and that reads `input`.
    pub(crate) fn instantiate(&self, writer: &Writer, input: &[u8]) -> Result<Instance, String> {
        wasi_instantiate(self, &writer.function, input).map_err(|error| js_string(&error))
    }
}

impl Instance {
    /// Whether it has asked for input.
    pub(crate) fn has_read(&self) -> bool {
        wasi_has_read(self)
    }

    /// Runs it to its end: its exit code, or what the browser says of a crash. `writer` is the one that it was made with.
    pub(crate) fn run(&self, writer: &Writer) -> Result<i32, String> {
        let ended = wasi_run(self, &writer.function).map_err(|error| js_string(&error))?;
        match ended.as_f64() {
            // An exit code is 32 bits, which JavaScript may hand over with or without sign.
            Some(code) => Ok(code as i64 as i32),
            None => Err(js_string(&ended)),
        }
    }
}
