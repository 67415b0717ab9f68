// A host for modules that read, print and end: the part of WASI preview 1 that Staircase's own modules import. Files, the network
// and everything else do not exist for them.

const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const FAULT = 21;
const NOT_SUPPORTED = 58;
const NEWLINE = 10;

/** Thrown by proc_exit to leave the module; not an error. */
class Exit {
    constructor(code) {
        this.code = code;
    }
}

/** Compiles the bytes of a module. Throws what the browser throws if it is not valid. */
export function compile(bytes) {
    return new WebAssembly.Module(bytes);
}

/**
 * Makes an instance that is ready to run. `write(fd, bytes)` gets what it prints; the bytes are only good during the call.
 * `input` is what it reads, line by line, as src/input.rs does it; the bytes are only good during this call.
 */
export function instantiate(module, write, input) {
    const stdin = input.slice();
    let position = 0;
    const instance = { exports: undefined, hasRead: false };
    let memory;
    const view = () => new DataView(memory.buffer);
    const guarded = (call) => (...values) => {
        try {
            return call(...values);
        } catch (error) {
            // Reading or writing outside the module's memory is the module's mistake, and is answered as WASI says.
            if (error instanceof RangeError) return FAULT;
            throw error;
        }
    };
    const wasi_snapshot_preview1 = {
        fd_write: guarded((fd, vectors, count, written) => {
            if (fd !== 1 && fd !== 2) return BAD_DESCRIPTOR;
            let total = 0;
            for (let index = 0; index < count; index++) {
                const start = view().getUint32(vectors + 8 * index, true);
                const length = view().getUint32(vectors + 8 * index + 4, true);
                if (length > 0) write(fd, new Uint8Array(memory.buffer, start, length));
                total += length;
            }
            view().setUint32(written, total, true);
            return SUCCESS;
        }),
        fd_read: guarded((fd, vectors, count, read) => {
            if (fd !== 0) return BAD_DESCRIPTOR;
            instance.hasRead = true;
            let total = 0;
            for (let index = 0; index < count; index++) {
                const start = view().getUint32(vectors + 8 * index, true);
                const length = view().getUint32(vectors + 8 * index + 4, true);
                const line = stdin.indexOf(NEWLINE, position);
                const end = Math.min(line < 0 ? stdin.length : line + 1, position + length);
                const bytes = stdin.subarray(position, end);
                new Uint8Array(memory.buffer, start, length).set(bytes);
                position = end;
                total += bytes.length;
                if (bytes.length < length) break;
            }
            view().setUint32(read, total, true);
            return SUCCESS;
        }),
        proc_exit: (code) => {
            throw new Exit(code);
        },
        clock_time_get: guarded((id, _precision, time) => {
            if (id > 1) return NOT_SUPPORTED;
            const milliseconds = id === 0 ? Date.now() : performance.now();
            view().setBigUint64(time, BigInt(Math.round(milliseconds * 1e6)), true);
            return SUCCESS;
        }),
        random_get: guarded((start, length) => {
            const bytes = new Uint8Array(memory.buffer, start, length);
            for (let from = 0; from < length; from += 65536) {
                crypto.getRandomValues(bytes.subarray(from, Math.min(length, from + 65536)));
            }
            return SUCCESS;
        }),
    };
    instance.exports = new WebAssembly.Instance(module, { wasi_snapshot_preview1 }).exports;
    memory = instance.exports.memory;
    return instance;
}

/** Whether an instance has asked for input. */
export function hasRead(instance) {
    return instance.hasRead;
}

/** A `write` for runs whose output nobody reads. */
export function discard() {}

// What Rust's own runtime says when the stack is full, and the exit code of a process that aborts.
const STACK_OVERFLOW = "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n";
const ABORTED = 134;

/**
 * Runs an instance from its start to its end. Returns its exit code, or a sentence if the engine gave up: a trap that the
 * program did not report itself. `write` is the one that the instance was made with.
 */
export function run(instance, write) {
    try {
        instance.exports._start();
        return 0;
    } catch (error) {
        if (error instanceof Exit) return error.code;
        if (error instanceof RangeError && /call stack/i.test(error.message)) {
            write(2, new TextEncoder().encode(STACK_OVERFLOW));
            return ABORTED;
        }
        if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return error.message;
        throw error;
    }
}
