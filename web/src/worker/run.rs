//! The run worker.

use stair_protocol::RunRequest;

pub(crate) fn serve(_request: RunRequest) {}
