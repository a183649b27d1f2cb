//! A thread beside the list, from the announcement of a plan to what it became.

use markup::html;
use yew::prelude::*;

use crate::{
    components::classes,
    outline::{Thread, ThreadEnd},
};

/// The thread, placed by the rows of the grid it ends in. Decoration: the lines and the detail say it in words.
pub fn thread_line(thread: &Thread) -> Html {
    let class = classes(&[
        ("thread", true),
        ("open", thread.is_open),
        ("expected", thread.is_expected),
        ("from-edge", !thread.top.at_mark),
        ("to-edge", !thread.bottom.at_mark),
    ]);
    // The lines of a grid count from 1.
    let line = |end: ThreadEnd| end.row + 1;
    let style = format!("--from:{};--to:{};--lane:{}", line(thread.top), line(thread.bottom), thread.lane);
    let key = format!("thread{}-{}-{}", thread.top.row, thread.bottom.row, thread.lane);
    html! { <li {key} {class} aria-hidden="true" ~style={style}></li> }
}
