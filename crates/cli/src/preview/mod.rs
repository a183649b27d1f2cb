//! `on-record preview`: shows a story in the browser while it is written.
//!
//! One thread waits for changes, reads and builds; another one serves what there is, and tells open pages of it. Nothing
//! is written to the disk.

mod follower;
mod range;
mod reply;
mod routes;
mod server;
mod shown;
#[cfg(test)]
mod tests;
mod watch;

use std::io;
use std::net::TcpListener as Bound;
use std::sync::Arc;
use std::thread;

use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::sync::watch::Receiver;

use crate::args::PreviewArgs;
use crate::end::End;
use crate::{output, widget};
use follower::Follower;
use shown::Shown;
use watch::Watch;

/// What there is to say where the thread that builds has panicked, beside what it says itself.
const BROKEN_OFF: &str = "the story can be followed no longer; start again";

pub(crate) fn run(args: &PreviewArgs) -> End {
    preview(args).unwrap_or_else(|end| end)
}

fn preview(args: &PreviewArgs) -> Result<End, End> {
    let machine = |error: io::Error| End::of_io(&error);
    let widget = widget::widget()?;
    // What cannot be read at all is a slip in the command; later on it may be an editor at work.
    follower::read(&args.story).map_err(machine)?;
    let listener = server::bound(args.port)?;
    let port = listener.local_addr().map_err(machine)?.port();
    let watch = Watch::new(&args.story).map_err(|error| End::Machine(error.to_string()))?;
    let mut follower = Follower::new(args.story.clone(), widget);
    let story = args.story.display();
    output::result(&format!("http://127.0.0.1:{port}/ shows {story} and follows each save. Ctrl-C ends it.\n"))
        .map_err(machine)?;
    follower.look();
    let shown = follower.subscribe();
    let (ends, ended) = oneshot::channel();
    // Once the preview is over, nobody asks why this ends.
    thread::spawn(move || drop(ends.send(follower.follow(watch))));
    serve(listener, port, shown, ended)
}

/// Serves until somebody interrupts, or the story cannot be followed any longer.
fn serve(
    listener: Bound,
    port: u16,
    shown: Receiver<Arc<Shown>>,
    ended: oneshot::Receiver<io::Error>,
) -> Result<End, End> {
    let machine = |error: io::Error| End::of_io(&error);
    let runtime = Builder::new_current_thread().enable_all().build().map_err(machine)?;
    runtime.block_on(async {
        listener.set_nonblocking(true).map_err(machine)?;
        let listener = TcpListener::from_std(listener).map_err(machine)?;
        tokio::select! {
            interrupted = tokio::signal::ctrl_c() => interrupted.map(|()| End::Fine).map_err(machine),
            error = ended => Err(End::Machine(error.map_or_else(|_| BROKEN_OFF.to_owned(), |error| error.to_string()))),
            never = server::serve(listener, port, shown) => match never {},
        }
    })
}
