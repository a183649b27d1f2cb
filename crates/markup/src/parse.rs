//! Markup as a tree.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{
    Error, Expr, Ident, LitStr, Result, Token,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
    token,
};

/// What the macro is given: one node, or nothing.
pub(crate) struct Root(pub(crate) Node);

/// A node of the page.
pub(crate) enum Node {
    Element(Element),
    /// The tokens of a component, from its bracket to the end of its tag.
    Component(TokenStream),
    /// Several nodes without an element around them; none are nothing.
    Fragment(Vec<Self>),
    /// What an expression gives.
    Value(Expr),
    /// All that an iterator gives.
    Each(Expr),
    If(Choice),
}

/// An element.
pub(crate) struct Element {
    pub(crate) tag: String,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Vec<Node>,
}

/// An attribute, a listener, `key`, `ref`, or, with a tilde before it, a property.
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) is_property: bool,
    pub(crate) value: Expr,
}

/// What is drawn on a condition.
pub(crate) struct Choice {
    pub(crate) condition: Expr,
    pub(crate) then: Box<Node>,
    pub(crate) otherwise: Option<Box<Node>>,
}

impl Parse for Root {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut nodes = nodes_until(input, at_end)?;
        match nodes.len() {
            1 => Ok(Self(nodes.remove(0))),
            0 => Ok(Self(Node::Fragment(nodes))),
            _ => Err(input.error("several nodes need a fragment around them: <> … </>")),
        }
    }
}

fn nodes_until(input: ParseStream<'_>, is_end: fn(ParseStream<'_>) -> bool) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    while !is_end(input) {
        nodes.push(input.parse()?);
    }
    Ok(nodes)
}

fn at_end(input: ParseStream<'_>) -> bool {
    input.is_empty()
}

fn at_closing_tag(input: ParseStream<'_>) -> bool {
    input.is_empty() || (input.peek(Token![<]) && input.peek2(Token![/]))
}

impl Parse for Node {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(Token![if]) {
            return input.parse().map(Self::If);
        }
        if input.peek(token::Brace) {
            return braced(input);
        }
        if input.peek(Token![<]) && input.peek2(Token![>]) {
            return fragment(input);
        }
        if !input.peek(Token![<]) {
            return Err(input.error("expected an element, { an expression }, or if"));
        }
        let ahead = input.fork();
        ahead.parse::<Token![<]>()?;
        let name = Ident::parse_any(&ahead)?;
        if name.to_string().starts_with(char::is_uppercase) { component(input) } else { element(input) }
    }
}

fn braced(input: ParseStream<'_>) -> Result<Node> {
    let content;
    syn::braced!(content in input);
    if content.peek(Token![for]) {
        content.parse::<Token![for]>()?;
        return content.parse().map(Node::Each);
    }
    content.parse().map(Node::Value)
}

fn fragment(input: ParseStream<'_>) -> Result<Node> {
    input.parse::<Token![<]>()?;
    input.parse::<Token![>]>()?;
    let nodes = nodes_until(input, at_closing_tag)?;
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    input.parse::<Token![>]>()?;
    Ok(Node::Fragment(nodes))
}

/// Passes a component on as it stands, from `<` to `/>`.
fn component(input: ParseStream<'_>) -> Result<Node> {
    let mut tokens = TokenStream::new();
    let mut is_slash = false;
    loop {
        let token: TokenTree = input.parse()?;
        let is_end = is_slash && is_punct(&token, '>');
        is_slash = is_punct(&token, '/');
        token.to_tokens(&mut tokens);
        if is_end {
            return Ok(Node::Component(tokens));
        }
    }
}

fn is_punct(token: &TokenTree, of: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == of)
}

fn element(input: ParseStream<'_>) -> Result<Node> {
    input.parse::<Token![<]>()?;
    let tag = Ident::parse_any(input)?;
    let mut attributes = Vec::new();
    while !input.peek(Token![>]) && !input.peek(Token![/]) {
        attributes.push(input.parse()?);
    }
    let closed = input.parse::<Option<Token![/]>>()?.is_some();
    input.parse::<Token![>]>()?;
    let mut children = Vec::new();
    if !closed {
        children = nodes_until(input, at_closing_tag)?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        let closing = Ident::parse_any(input)?;
        if closing != tag {
            return Err(Error::new(closing.span(), format!("this closes <{tag}>, which was opened last")));
        }
        input.parse::<Token![>]>()?;
    }
    Ok(Node::Element(Element { tag: tag.unraw().to_string(), attributes, children }))
}

impl Parse for Attribute {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let is_property = input.parse::<Option<Token![~]>>()?.is_some();
        if input.peek(token::Brace) {
            let content;
            syn::braced!(content in input);
            let value: Ident = content.parse()?;
            return Ok(Self { name: value.unraw().to_string(), is_property, value: syn::parse_quote!(#value) });
        }
        let mut name = Ident::parse_any(input)?.unraw().to_string();
        while input.peek(Token![-]) {
            input.parse::<Token![-]>()?;
            name = format!("{name}-{}", Ident::parse_any(input)?.unraw());
        }
        input.parse::<Token![=]>()?;
        Ok(Self { name, is_property, value: value(input)? })
    }
}

/// The value of an attribute: a literal, or an expression in braces.
fn value(input: ParseStream<'_>) -> Result<Expr> {
    if !input.peek(token::Brace) {
        return input.parse::<syn::Lit>().map(|lit| syn::parse_quote!(#lit));
    }
    let content;
    syn::braced!(content in input);
    content.parse()
}

impl Parse for Choice {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        input.parse::<Token![if]>()?;
        let condition = Expr::parse_without_eager_brace(input)?;
        let then = Box::new(block(input)?);
        let otherwise = if input.parse::<Option<Token![else]>>()?.is_none() {
            None
        } else if input.peek(Token![if]) {
            Some(Box::new(Node::If(input.parse()?)))
        } else {
            Some(Box::new(block(input)?))
        };
        Ok(Self { condition, then, otherwise })
    }
}

/// The nodes between braces.
fn block(input: ParseStream<'_>) -> Result<Node> {
    let content;
    syn::braced!(content in input);
    let mut nodes = nodes_until(&content, at_end)?;
    Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Fragment(nodes) })
}

/// The text of an expression that is a literal of one.
pub(crate) fn literal(of: &Expr) -> Option<&LitStr> {
    match of {
        Expr::Lit(lit) => match &lit.lit {
            syn::Lit::Str(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}
