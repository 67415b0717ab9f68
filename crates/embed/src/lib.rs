//! Live programs in documents: the HTML and the Markdown that stand for one, and what it printed when the document was written.
//!
//! An [`Embed`] knows nothing of the compiler: whoever has one runs the program with a [`Recorder`] and hands over what came of it. What is
//! made of it is read by the script `embed.js` of a site; without the script, the reader sees the program and its recorded output.
//!
//! ```
//! use stair_embed::{Embed, Form};
//!
//! let mut embed = Embed::new("fn main() { println!(\"{}\", 1 < 2); }");
//! embed.options.set("pane", Some("bytecode output"))?;
//! let html = embed.to_html(Form::Code)?;
//! assert!(html.starts_with("<pre><code class=\"language-rust\" data-staircase data-pane=\"bytecode output\">"));
//! # Ok::<(), stair_embed::Error>(())
//! ```

mod embed;
mod error;
mod fence;
mod html;
mod lines;
mod markdown;
mod options;
mod recorded;

pub use embed::{Embed, Program, script};
pub use error::Error;
pub use fence::{Fence, Word, shown_and_hidden};
pub use html::{Form, escape_attribute, escape_text};
pub use lines::{Highlight, LineRange};
pub use options::{Layer, Options, Pane, Profile, Step, Theme};
pub use recorded::{End, Piece, Recorded, Recorder, Stream};
