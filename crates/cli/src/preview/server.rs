//! The web server of the preview: one thread, a task for each connection, so that nobody waits for anybody else.
//!
//! It is hyper, which the tests need anyhow. Pages hear by server-sent events, and only while they are seen: a browser
//! lends a server six connections.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, TcpListener as Bound};
use std::sync::Arc;
use std::time::Duration;

use futures_util::{Stream, stream};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, StreamBody};
use hyper::body::{Bytes, Frame};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::watch::Receiver;
use tokio::time;

use super::reply::Reply;
use super::routes;
use super::shown::Shown;
use crate::end::End;

/// The first port that is tried where nobody names one.
const FIRST_PORT: u16 = 8100;
/// So many are tried.
const PORTS: u16 = 100;

/// How long to wait where the system has no more connections.
const PAUSE: Duration = Duration::from_millis(50);

type Body = UnsyncBoxBody<Bytes, Infallible>;

/// Takes a port of this machine that no other machine can reach: the one that is named, else the next that is free.
///
/// # Errors
///
/// How the command ends where there is none.
pub(super) fn bound(port: Option<u16>) -> Result<Bound, End> {
    let at = |port: u16| Bound::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => at(port).map_err(|error| End::Machine(refusal(port, &error))),
        // Whatever is wrong with one, the next is tried.
        None => (FIRST_PORT..FIRST_PORT + PORTS).find_map(|port| at(port).ok()).ok_or_else(|| {
            let last = FIRST_PORT + PORTS - 1;
            End::Machine(format!("no port from {FIRST_PORT} to {last} is free; name another one with --port"))
        }),
    }
}

/// Why a port cannot be had, and what helps.
fn refusal(port: u16, error: &io::Error) -> String {
    let next = "name another one with --port, or leave that out and the next free one is taken";
    match error.kind() {
        io::ErrorKind::AddrInUse => format!("port {port} is in use; {next}"),
        io::ErrorKind::PermissionDenied => format!("port {port} needs more rights than you have; {next}"),
        _ => format!("port {port}: {error}; {next}"),
    }
}

/// Answers whoever asks, for ever.
pub(super) async fn serve(listener: TcpListener, port: u16, shown: Receiver<Arc<Shown>>) -> Infallible {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            time::sleep(PAUSE).await;
            continue;
        };
        let shown = shown.clone();
        let service = service_fn(move |request: Request<_>| {
            let response = respond(&request, port, &shown);
            async move { Ok::<_, Infallible>(response) }
        });
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        // Whoever goes away before the answer is there wants none.
        tokio::spawn(async move { drop(connection.await) });
    }
}

fn respond<B>(request: &Request<B>, port: u16, shown: &Receiver<Arc<Shown>>) -> Response<Body> {
    let now = Arc::clone(&shown.borrow());
    routes::answer(request, port, &now).map(|reply| match reply {
        Reply::Reports if request.method() == Method::HEAD => Full::default().boxed_unsync(),
        Reply::Reports => StreamBody::new(reports(shown.clone())).boxed_unsync(),
        Reply::Whole(bytes) => Full::new(bytes).boxed_unsync(),
    })
}

/// The report of now, and each new one. Whoever reads slowly misses those that are outdated; when the connection ends,
/// so does this.
fn reports(mut shown: Receiver<Arc<Shown>>) -> impl Stream<Item = Result<Frame<Bytes>, Infallible>> {
    shown.mark_changed();
    stream::unfold(shown, |mut shown| async move {
        // Nobody shows anything any more: the preview is over.
        shown.changed().await.ok()?;
        let event = routes::event(&shown.borrow_and_update().report);
        Some((Ok(Frame::data(event)), shown))
    })
}
