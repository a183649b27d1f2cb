//! A running driver: the program between us and one browser.

use std::{
    env,
    io::{BufRead, BufReader, Read},
    net::TcpStream,
    process::{Child, ChildStdout, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::engine::{Port, Program};

/// Runs a driver until the end of standard input, which comes when this process ends, however it ends. Browsers end
/// with their driver, a moment later, and leave their profiles behind; the folder for such things goes after them.
const GUARDED: [&str; 2] = [
    "scratch=$(mktemp -d) || exit 1\n",
    r#"
TMPDIR=$scratch "$@" &
driver=$!
cat >/dev/null
kill "$driver"
wait "$driver"
${helper:+kill "$helper"}
while pgrep -f "$scratch" >/dev/null 2>&1; do sleep 1; done
rm -rf "$scratch"
"#,
];

/// How long a driver may take until it listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// A driver that listens; it ends when dropped.
pub(crate) struct Driver {
    /// Its standard input is the driver's life. Nobody waits for its end.
    _guard: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver.
    ///
    /// # Panics
    /// Where there is none or it does not start.
    pub(crate) fn start(program: &Program) -> Self {
        let mut guard = spawn(program);
        let said = BufReader::new(guard.stdout.take().expect("its standard output is a pipe"));
        let port = match program.port {
            Port::Said(words) => said_port(program, words, said),
            Port::Chosen(port) => listening(program, port, said),
        };
        Self { _guard: guard, port }
    }

    /// Its address.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

fn spawn(program: &Program) -> Child {
    let file = env::var(program.var).unwrap_or_else(|_| program.name.to_owned());
    let [begin, run] = GUARDED;
    Command::new("sh")
        .args(["-c", &[begin, program.setup, run].concat(), "sh", &file])
        .args(&program.args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell to run a driver in")
}

/// The port that a driver says it listens on.
fn said_port(program: &Program, words: &str, mut said: BufReader<ChildStdout>) -> u16 {
    let mut lines = String::new();
    loop {
        let before = lines.len();
        let read = said.read_line(&mut lines).expect("a driver's words are readable");
        assert!(read > 0, "{} It said: {lines}", missing(program));
        let port =
            lines[before..].split_once(words).and_then(|(_, port)| port.trim().trim_end_matches('.').parse().ok());
        if let Some(port) = port {
            hear_out(said);
            return port;
        }
    }
}

/// The port that a driver was told, once it listens there.
fn listening(program: &Program, port: u16, said: BufReader<ChildStdout>) -> u16 {
    let ended = hear_out(said);
    let until = Instant::now() + PATIENCE;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(!ended.is_finished() && Instant::now() < until, "{}", missing(program));
        thread::yield_now();
    }
    port
}

/// Reads what a driver says and throws it away, so that it never blocks; the thread ends with the driver.
fn hear_out(mut said: BufReader<ChildStdout>) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        // Where nothing more can be read the driver is gone.
        let _ = said.read_to_end(&mut Vec::new());
    })
}

fn missing(program: &Program) -> String {
    let Program { name, var, .. } = program;
    format!("no {name}: cargo xtask test installs it, {var} names one.")
}
