//! `html!` with the syntax of Yew's own, made for a small wasm.
//!
//! Yew's macro writes out, for each element, how its attributes, listeners and children are put together: half a
//! kilobyte or more. This one writes calls of `crate::markup`, a few bytes each, which build the same nodes at run time.
//! Components are left to Yew's macro. It checks no names of elements or attributes, and knows what the widget uses of
//! the syntax: elements, fragments, components without children, `{ … }`, `{ for … }`, `if`, `~property={…}`.
//!
//! With it the code of the components is a third smaller, and a page 15 kB by brotli. The syntax is Yew's, so that this
//! can go again; as long as it is here, Yew is fixed to the patch, for the nodes are made by constructors that it hides
//! from its docs.

mod emit;
mod parse;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// One node, with the syntax of `yew::html!`.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let root = parse_macro_input!(input as parse::Root);
    emit::node(&root.0).into()
}
