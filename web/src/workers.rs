//! The workers as the page and the frames of documents see them: the functions of `web/npm/src/workers.js`, which is under the
//! global name `staircase`.

use stair_protocol::{decode, encode};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type JsWorker;
    #[wasm_bindgen(js_namespace = ["staircase", "workers"], js_name = spawn)]
    fn worker_spawn(name: &str, received: &Closure<dyn Fn(Vec<u8>)>, lost: &Closure<dyn Fn(String)>) -> JsWorker;
    #[wasm_bindgen(js_namespace = ["staircase", "workers"], js_name = send)]
    fn worker_send(worker: &JsWorker, bytes: js_sys::Uint8Array);
    #[wasm_bindgen(js_namespace = ["staircase", "workers"], js_name = end)]
    fn worker_end(worker: &JsWorker);
}

/// A worker and what it answers to. Dropping it ends it.
pub struct Worker {
    js: JsWorker,
    _received: Closure<dyn Fn(Vec<u8>)>,
    _lost: Closure<dyn Fn(String)>,
}

impl Worker {
    /// Starts the worker of that name, one of those of the page or the frame, and hands what it says to `answered` and `lost`.
    pub fn start<T: serde::de::DeserializeOwned + 'static>(
        name: &str,
        answered: impl Fn(T) + 'static,
        lost: impl Fn(String) + Clone + 'static,
    ) -> Self {
        let broken = lost.clone();
        let received = Closure::<dyn Fn(Vec<u8>)>::new(move |bytes: Vec<u8>| match decode(&bytes) {
            Ok(answer) => answered(answer),
            Err(reason) => broken(reason),
        });
        let lost = Closure::<dyn Fn(String)>::new(lost);
        Self { js: worker_spawn(name, &received, &lost), _received: received, _lost: lost }
    }

    /// Sends a request; there is no answer to one that a worker has failed at.
    pub fn send<T: serde::Serialize>(&self, request: &T) {
        worker_send(&self.js, js_sys::Uint8Array::from(encode(request).as_slice()));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        worker_end(&self.js);
    }
}
