//! What stands in a container for ever: one widget after the other, or none.

use markup::html;
use yew::prelude::*;

use crate::app::{App, AppProps};

/// What stands in a container.
#[derive(Clone, Default, PartialEq, Properties)]
pub struct RootProps {
    /// The widget, if there is one, and a number that no other widget of the container had.
    pub shown: Option<(usize, AppProps)>,
}

/// The root of a container.
///
/// Yew never gives back the listeners of a root and what hangs on them, so roots are kept and used again.
pub struct Root;

impl Component for Root {
    type Message = ();
    type Properties = RootProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match &context.props().shown {
            Some((number, app)) => html! { <App key={*number} ..app.clone()/> },
            None => Html::default(),
        }
    }
}
