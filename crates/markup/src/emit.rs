//! A tree of markup as Rust: calls of `crate::markup`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::parse::{Attribute, Choice, Element, Node, literal};

/// An expression that gives the node.
pub(crate) fn node(of: &Node) -> TokenStream {
    match of {
        Node::Element(of) => element(of),
        Node::Component(tokens) => quote! { ::yew::html! { #tokens } },
        Node::Fragment(nodes) => {
            let nodes = nodes.iter().map(node);
            quote! { crate::markup::several(::std::vec![#(#nodes),*]) }
        }
        Node::Value(value) => match literal(value) {
            Some(text) => quote! { crate::markup::words(#text) },
            None => quote! { crate::markup::node(#value) },
        },
        Node::Each(nodes) => quote! { crate::markup::each(#nodes) },
        Node::If(Choice { condition, then, otherwise }) => {
            let then = node(then);
            let otherwise = otherwise.as_deref().map_or_else(|| quote! { crate::markup::nothing() }, node);
            quote! { if #condition { #then } else { #otherwise } }
        }
    }
}

fn element(Element { tag, attributes, children }: &Element) -> TokenStream {
    let is_field = matches!(tag.as_str(), "input" | "textarea");
    let is_own = |of: &&Attribute| {
        !(of.name == "key" || of.name == "ref" || of.name.starts_with("on") || is_field && of.name == "value")
    };
    let own: Vec<&Attribute> = attributes.iter().filter(is_own).collect();
    let begun = match fixed(&own) {
        Some(pairs) => quote! { crate::markup::fixed(#tag, #pairs) },
        None => {
            let names = own.iter().map(|of| &of.name);
            let values = own.iter().map(|of| value(of));
            quote! { crate::markup::element(#tag, &[#(#names),*])#(#values)* }
        }
    };
    let rest = attributes.iter().filter(|of| !is_own(of)).map(special);
    let children = children.iter().map(node);
    quote! { #begun #(#rest)* #(.child(#children))* .close() }
}

/// The attributes as a table, where all of them are literals.
fn fixed(own: &[&Attribute]) -> Option<TokenStream> {
    let pair = |of: &&Attribute| {
        let (name, text) = (&of.name, literal(&of.value).filter(|_| !of.is_property)?);
        Some(quote! { (#name, ::yew::virtual_dom::AttributeOrProperty::Attribute(::yew::AttrValue::Static(#text))) })
    };
    let pairs = own.iter().map(pair).collect::<Option<Vec<_>>>()?;
    Some(quote! { &[#(#pairs),*] })
}

/// The call that gives an attribute its value.
fn value(Attribute { is_property, value, .. }: &Attribute) -> TokenStream {
    match literal(value) {
        _ if *is_property => quote! { .property(#value) },
        Some(text) => quote! { .literal(#text) },
        None => quote! { .attribute(#value) },
    }
}

/// The call for what is no attribute.
fn special(Attribute { name, value, .. }: &Attribute) -> TokenStream {
    match name.as_str() {
        "key" => quote! { .key(#value) },
        "ref" => quote! { .node_ref(#value) },
        "value" => quote! { .value(#value) },
        event => {
            let event = format_ident!("{event}");
            quote! { .listener(::yew::html::#event::Wrapper::__macro_new(#value)) }
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that fails should stop")]
mod tests {
    use crate::parse::Root;

    /// The code that markup becomes, or why it becomes none.
    fn emitted(markup: &str) -> Result<String, String> {
        let root = syn::parse_str::<Root>(markup).map_err(|error| error.to_string())?;
        Ok(super::node(&root.0).to_string().replace(' ', ""))
    }

    #[test]
    fn each_part_of_the_syntax_becomes_its_call() {
        let cases = [
            ("<p/>", "crate::markup::fixed(\"p\",&[]).close()"),
            (
                "<p class={a} id=\"b\" {c}>{ d }</p>",
                "crate::markup::element(\"p\",&[\"class\",\"id\",\"c\"]).attribute(a).literal(\"b\").attribute(c)\
                 .child(crate::markup::node(d)).close()",
            ),
            ("<p ~style={a}/>", "crate::markup::element(\"p\",&[\"style\"]).property(a).close()"),
            ("<p key={a} ref={b}/>", "crate::markup::fixed(\"p\",&[]).key(a).node_ref(b).close()"),
            (
                "<p onclick={a}/>",
                "crate::markup::fixed(\"p\",&[]).listener(::yew::html::onclick::Wrapper::__macro_new(a)).close()",
            ),
            ("<input value={a}/>", "crate::markup::fixed(\"input\",&[]).value(a).close()"),
            ("<option value={a}/>", "crate::markup::element(\"option\",&[\"value\"]).attribute(a).close()"),
            ("{ \"a\" }", "crate::markup::words(\"a\")"),
            ("{ for a }", "crate::markup::each(a)"),
            ("<></>", "crate::markup::several(::std::vec![])"),
            ("", "crate::markup::several(::std::vec![])"),
            ("if a { { b } }", "ifa{crate::markup::node(b)}else{crate::markup::nothing()}"),
            (
                "if let Some(a) = b { { a } } else if c { { d } } else { { e } }",
                "ifletSome(a)=b{crate::markup::node(a)}else{ifc{crate::markup::node(d)}else{crate::markup::node(e)}}",
            ),
            ("<Foo a={b}/>", "::yew::html!{<Fooa={b}/>}"),
        ];
        for (markup, code) in cases {
            assert_eq!(emitted(markup).as_deref(), Ok(code), "{markup}");
        }
        let fixed = emitted("<p aria-hidden=\"true\"/>").unwrap_or_default();
        assert!(fixed.contains("fixed(\"p\",&[(\"aria-hidden\",") && fixed.contains("Static(\"true\")"), "{fixed}");
    }

    #[test]
    fn a_slip_is_told() {
        let cases = [
            ("<p></b>", "this closes <p>, which was opened last"),
            ("<p/><p/>", "several nodes need a fragment around them: <> … </>"),
            ("words", "expected an element, { an expression }, or if"),
            ("<p>", "expected `<`"),
        ];
        for (markup, message) in cases {
            let told = emitted(markup).expect_err(markup);
            assert!(told.contains(message), "{markup}: {told}");
        }
    }
}
