//! A compiled story as the markup of the story view: the one place that knows it.
//!
//! The same elements are written as text for a file ([`Html`]), and made in the page where none holds them: whatever is a
//! [`Tree`] takes them. This crate reads no files, knows no page, no clock and no language: what a calendar or a plural is
//! called, it asks of a [`wording::Tongue`]. What it writes works without a script; what a script adds finds its elements
//! by the ids and attributes that [`hooks`] names.

mod accounts;
mod address;
mod as_of;
mod changes;
mod end;
mod event;
mod former;
mod head;
pub mod hooks;
mod html;
mod listed;
mod media;
mod order;
mod plan;
mod proof;
mod quote;
mod story_view;
mod strip;
mod symbols;
mod text_fragment;
mod time;
mod tree;

/// The style sheet of the view. It wants `--u` on the element of the class `room`, or counts a px for one.
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/story.css"));

pub use address::{Destination, destination, may_be_followed, names_user, resolved};
pub use as_of::{AsOf, ByThen, account_date, published_day};
pub use html::Html;
pub use order::{Chapter, Heading, Order, is_full};
pub use proof::{badge, is_doubtful, proof};
pub use story_view::{Setting, Telling};
pub use tree::Tree;
