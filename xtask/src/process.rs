//! Runs children so that none outlives us: each leads a process group of its own, and a signal to us stops the groups.

use crate::failure::Failure;
use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    path::Path,
    process::{self, Child, Command, ExitStatus, Stdio},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

/// What becomes of a running child when somebody stops us.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnStop {
    /// It is stopped too, with all that it started.
    Stop,
    /// It is let finish, because it would leave the machine broken if cut short.
    Finish,
}

/// How long children have to obey before they are killed, in steps of [`GRACE_STEP`].
const GRACE_STEPS: u32 = 50;
const GRACE_STEP: Duration = Duration::from_millis(100);

/// How cargo and rustup, npm, and apt-get begin a line about an error.
const ERROR_MARKS: &[&str] = &["error", "npm error", "E:"];

static STOPPED: AtomicBool = AtomicBool::new(false);
static RUNNING: Mutex<Vec<ProcessGroup>> = Mutex::new(Vec::new());

/// A child that runs, and those that it started.
struct ProcessGroup {
    leader: u32,
    on_stop: OnStop,
}

/// From now on Ctrl-C, a termination or a hang-up stops the children first, and then us.
///
/// # Errors
/// Where the system gives us no handler.
pub(crate) fn stop_children_on_signals() -> Result<(), Failure> {
    ctrlc::set_handler(stop).map_err(|error| Failure::machine("cannot listen to signals", error))
}

/// Runs a command to its end; it speaks to the terminal itself.
///
/// # Errors
/// Where it does not start, fails or is stopped.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let status = wait(start(command, OnStop::Stop)?)?;
    found(status.success(), || format!("{} failed", said(command)))
}

/// Runs a command to its end, gives each line of its standard output to `on_line`, and says whether it succeeded.
///
/// # Errors
/// Where it does not start or is stopped.
pub(crate) fn run_lines(command: &mut Command, mut on_line: impl FnMut(&str)) -> Result<bool, Failure> {
    let mut child = start(command.stdout(Stdio::piped()), OnStop::Stop)?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            on_line(&String::from_utf8_lossy(&line));
        }
    }
    Ok(wait(child)?.success())
}

/// Runs a command to its end with its output in a file, of which the failure quotes the line that tells most.
///
/// # Errors
/// Where it does not start, fails or is stopped, or the file cannot be written.
pub(crate) fn run_to_log(command: &mut Command, log: &Path, on_stop: OnStop) -> Result<(), Failure> {
    let failed = |error| Failure::machine(log.display(), error);
    let file = File::create(log).map_err(failed)?;
    command.stderr(file.try_clone().map_err(failed)?).stdout(file);
    if wait(start(command, on_stop)?)?.success() {
        return Ok(());
    }
    // The failure is told without its line where the log cannot be read.
    let output = fs::read_to_string(log).unwrap_or_default();
    let why = telling_line(&output);
    Err(Failure::Machine(format!("{} failed: {why}; all of its output: {}", said(command), log.display())))
}

/// What a quick command writes to its standard output; `None` where it is missing or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    // It is missing.
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

fn start(command: &mut Command, on_stop: OnStop) -> Result<Child, Failure> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    // The lock is held over the start, so that a signal finds the child either not begun or in the list.
    let mut running = running();
    if STOPPED.load(Ordering::SeqCst) {
        return Err(Failure::Stopped);
    }
    let child = command.stdin(Stdio::null()).spawn().map_err(|error| Failure::machine(said(command), error))?;
    running.push(ProcessGroup { leader: child.id(), on_stop });
    Ok(child)
}

fn wait(mut child: Child) -> Result<ExitStatus, Failure> {
    let status = child.wait();
    running().retain(|group| group.leader != child.id());
    if STOPPED.load(Ordering::SeqCst) {
        return Err(Failure::Stopped);
    }
    status.map_err(|error| Failure::machine("a child was lost", error))
}

fn stop() {
    STOPPED.store(true, Ordering::SeqCst);
    let groups = running();
    if groups.is_empty() {
        process::exit(Failure::Stopped.exit_code().into());
    }
    if groups.iter().any(|group| group.on_stop == OnStop::Finish) {
        eprintln!("xtask: stopping as soon as the system's package manager is done");
    }
    signal::stop(&groups);
    drop(groups);
    for _ in 0..GRACE_STEPS {
        thread::sleep(GRACE_STEP);
        if running().is_empty() {
            return;
        }
    }
    signal::kill(&running());
}

fn running() -> MutexGuard<'static, Vec<ProcessGroup>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn found(is_good: bool, line: impl FnOnce() -> String) -> Result<(), Failure> {
    if is_good { Ok(()) } else { Err(Failure::Found(line())) }
}

/// The first line that says it is an error, else the last line.
fn telling_line(output: &str) -> &str {
    let mut lines = output.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_error = |line: &&str| ERROR_MARKS.iter().any(|mark| line.starts_with(mark));
    lines.clone().find(is_error).or_else(|| lines.next_back()).unwrap_or("it said nothing")
}

/// The command as a person would say it: the program's name and its first words, without paths and options.
fn said(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = command.get_args().take_while(|word| !word.to_string_lossy().starts_with(['-', '/'])).take(2);
    [program].into_iter().chain(words).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(unix)]
mod signal {
    //! Signals to whole process groups.

    use super::{OnStop, ProcessGroup};
    use nix::{
        sys::signal::{Signal, killpg},
        unistd::Pid,
    };

    pub(super) fn stop(groups: &[ProcessGroup]) {
        send(groups, Signal::SIGTERM);
    }

    pub(super) fn kill(groups: &[ProcessGroup]) {
        send(groups, Signal::SIGKILL);
    }

    fn send(groups: &[ProcessGroup], signal: Signal) {
        let stoppable = groups.iter().filter(|group| group.on_stop == OnStop::Stop);
        for leader in stoppable.filter_map(|group| i32::try_from(group.leader).ok()) {
            // It fails only where the group has ended by itself.
            let _ = killpg(Pid::from_raw(leader), signal);
        }
    }
}

#[cfg(not(unix))]
mod signal {
    //! Elsewhere a console sends Ctrl-C to the children itself.

    use super::Group;

    pub(super) fn stop(_: &[ProcessGroup]) {}

    pub(super) fn kill(_: &[ProcessGroup]) {}
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_without_its_options() {
        let failure = run(Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert_eq!(failure, Failure::Found("sh failed".into()));
        assert_eq!(
            said(Command::new("/usr/bin/cargo").args(["install", "trunk", "--root", "x"])),
            "cargo install trunk"
        );
    }

    #[test]
    fn a_log_is_quoted_by_its_first_error() {
        assert_eq!(
            telling_line("Updating\nerror: no such crate\nerror: 1 failed\nhint: none\n"),
            "error: no such crate"
        );
        assert_eq!(telling_line("one\ntwo\n\n"), "two");
        assert_eq!(telling_line(""), "it said nothing");
    }

    #[test]
    fn a_missing_command_is_the_machines_fault() {
        let failure = run(&mut Command::new("on-record-has-no-such-program")).unwrap_err();
        assert_eq!(failure.exit_code(), 3);
    }

    #[test]
    fn every_line_of_the_output_is_seen_even_without_a_line_break_at_the_end() {
        let mut lines = Vec::new();
        let is_good = run_lines(Command::new("printf").arg("a\\nb"), |line| lines.push(line.to_owned())).unwrap();
        assert!(is_good);
        assert_eq!(lines, ["a", "b"]);
    }
}
