//! The one place where HTML from elsewhere comes into the page.
//!
//! It may be shown because a worker of this page has vetted it: `stair_web::vetted` makes text of everything that is not literally one of
//! the few forms that the exporter makes (its tests try), and `stair_web::listing` escapes what it adds. The Content-Security-Policy
//! forbids inline scripts besides.

use std::rc::Rc;

use stair_protocol::Course;
use stair_web::state::{Action, LearnAction, Use};
use yew::prelude::*;

/// A piece of HTML that a worker has made.
pub(super) fn raw(html: &str) -> Html {
    Html::from_html_unchecked(AttrValue::from(html.to_owned()))
}

/// A sentence in which what stands between backticks is code.
pub(super) fn with_code(text: &str) -> Html {
    html! {
        { for text.split('`').enumerate().map(|(index, part)| match index % 2 {
            0 => html! { { part } },
            _ => html! { <code>{ part }</code> },
        }) }
    }
}

#[derive(Properties)]
pub(super) struct StatementProps {
    pub(super) course: Rc<Course>,
    /// The exercise.
    pub(super) at: usize,
    pub(super) act: Callback<Action>,
}

impl PartialEq for StatementProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.course, &other.course) && self.at == other.at
    }
}

/// The statement of an exercise. It is drawn once, however often the page is.
#[component]
pub(super) fn Statement(props: &StatementProps) -> Html {
    let act = props.act.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some((index, how)) = chosen(&event) {
            act.emit(Action::Learn(LearnAction::Show(index, how)));
        }
    });
    let html = props.course.tasks.get(props.at).map_or("", |task| task.statement.as_str());
    html! { <div class="prose" {onclick}>{ raw(html) }</div> }
}

/// The listing that a button is about, and what it does with it.
fn chosen(event: &MouseEvent) -> Option<(usize, Use)> {
    let target: web_sys::Element = event.target_dyn_into()?;
    let button = target.closest("[data-listing]").ok()??;
    let how = match button.get_attribute("data-does")?.as_str() {
        "run" => Use::Run,
        "step" => Use::Step,
        _ => Use::Open,
    };
    Some((button.get_attribute("data-listing")?.parse().ok()?, how))
}
