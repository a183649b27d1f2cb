//! `serve`: trunk builds the widget, serves it and builds it anew on every save.

use crate::{
    cache,
    checkout::Checkout,
    failure::Failure,
    process,
    tools::{self, Need},
};
use std::{
    env, fs,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

/// How `serve` serves.
#[derive(clap::Args)]
pub(crate) struct ServeOptions {
    /// The port on 127.0.0.1.
    #[arg(long, short, default_value_t = 8080)]
    port: u16,
    /// Compile as for the release bundle: slower to build, quicker to run.
    #[arg(long)]
    release: bool,
}

/// Apart from `dist/`, so that serving never spoils a release bundle.
const SERVED: &str = "target/serve";

/// Names another story to compile into the widget, for build.rs.
const STORY: &str = "ON_RECORD_STORY";

/// What is watched beside such a story.
const WATCHED: &[&str] = &["Cargo.toml", "build.rs", "crates", "embed", "index.html", "src"];

/// How often we look whether the server is up, or a story was saved.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// Serves until somebody stops it.
///
/// # Errors
/// Where a tool cannot be installed, the port is taken, or trunk ends by itself.
pub(crate) fn run(checkout: &Checkout, options: &ServeOptions) -> Result<(), Failure> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    require_free(address)?;
    let kit = tools::ensure(checkout, &[Need::WasmTarget, Need::Trunk, Need::WasmBindgen])?;
    let mut trunk = kit.trunk();
    trunk.args(["serve", "--dist", SERVED, "--address", "127.0.0.1", "--port", &options.port.to_string()]);
    trunk.args(options.release.then_some("--release"));
    if let Some(story) = env::var_os(STORY).filter(|story| !story.is_empty()) {
        // Trunk takes these instead of those in Trunk.toml.
        trunk.args(WATCHED.iter().flat_map(|path| ["--watch", path]));
        trunk.arg("--watch").arg(watchable(checkout.root().join(story))?);
    }
    eprintln!("xtask: building the widget; the first time takes a minute or two");
    thread::spawn(move || announce(address));
    let ended = process::run(&mut trunk);
    cache::remove(&marks())?;
    match ended {
        // Ctrl-C is how a server is meant to end.
        Err(Failure::Stopped) => Ok(()),
        result => result,
    }
}

fn require_free(address: SocketAddr) -> Result<(), Failure> {
    TcpListener::bind(address).map(drop).map_err(|error| {
        let line = format!("cannot serve on {address} ({error}); run: cargo xtask serve --port OTHER");
        Failure::Machine(line)
    })
}

/// The folder that changes when a story does: the story's own, or, where the story is one file, a folder in which we
/// leave a mark. Trunk loses sight of a single file as soon as an editor saves it by renaming another, and sees nothing
/// in `target/`.
fn watchable(story: PathBuf) -> Result<PathBuf, Failure> {
    if !story.is_file() {
        return Ok(story);
    }
    let marks = marks();
    fs::create_dir_all(&marks).map_err(|error| Failure::machine(marks.display(), error))?;
    let mark = marks.join("saved");
    thread::spawn(move || {
        let mut seen = modified(&story);
        loop {
            thread::sleep(LOOK_EVERY);
            let now = modified(&story);
            if now.is_some() && now != seen && fs::write(&mark, "saved").is_ok() {
                seen = now;
            }
        }
    });
    Ok(marks)
}

fn marks() -> PathBuf {
    env::temp_dir().join(format!("on-record-saved-{}", std::process::id()))
}

fn modified(path: &Path) -> Option<SystemTime> {
    // What is not there was never saved.
    path.metadata().and_then(|metadata| metadata.modified()).ok()
}

/// Prints the address once somebody answers there, which is after the first build.
fn announce(address: SocketAddr) {
    while TcpStream::connect_timeout(&address, LOOK_EVERY).is_err() {
        thread::sleep(LOOK_EVERY);
    }
    println!("\nOn Record is at http://{address}/ (in an article: http://{address}/article.html). Ctrl-C ends it.\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_told_in_one_line_with_the_way_out() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let failure = require_free(taken.local_addr().unwrap()).unwrap_err();
        assert_eq!(failure.exit_code(), 3);
        let line = failure.message().unwrap();
        assert!(line.contains("--port") && !line.contains('\n'), "{line}");
    }
}
