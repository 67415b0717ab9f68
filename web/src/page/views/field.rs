//! A field to type into, which keeps what is being typed while the page around it changes.

use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct FieldProps {
    /// What it holds while nobody types.
    pub(crate) value: AttrValue,
    /// What it is called.
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) placeholder: AttrValue,
    /// Whether it takes digits only.
    #[prop_or_default]
    pub(crate) is_number: bool,
    /// Takes what was typed, once it is done.
    pub(crate) done: Callback<String>,
}

#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let draft = use_state(|| None::<AttrValue>);
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            draft.set(Some(event.target_unchecked_into::<HtmlInputElement>().value().into()));
        })
    };
    let onchange = {
        let (draft, done) = (draft.clone(), props.done.clone());
        Callback::from(move |event: Event| {
            done.emit(event.target_unchecked_into::<HtmlInputElement>().value());
            draft.set(None);
        })
    };
    let onblur = {
        let draft = draft.clone();
        Callback::from(move |_: FocusEvent| draft.set(None))
    };
    let onfocus = Callback::from(|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select());
    let value = draft.as_ref().unwrap_or(&props.value).clone();
    let mode = props.is_number.then_some("numeric");
    html! {
        <input type="text" autocomplete="off" spellcheck="false" inputmode={mode} aria-label={props.label.clone()}
            placeholder={props.placeholder.clone()} {value} {oninput} {onchange} {onblur} {onfocus} />
    }
}
