//! Answers that do not come at once and whole: held back, cut off, or without end.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    net::TcpStream,
    sync::{Condvar, Mutex},
    time::Duration,
};

/// How long anything may take that a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// An endless answer is given up after so many bytes, which a test takes for a failure.
pub const ENDLESS_BYTES: u64 = 64 << 20;

/// An answer that comes in its own way.
pub struct Flow {
    /// The length that its header names; without one, it ends with the connection.
    pub declared_bytes: Option<u64>,
    /// What comes at once.
    pub start: Vec<u8>,
    /// What comes then.
    pub rest: Rest,
}

/// What comes after the start.
pub enum Rest {
    /// Nothing: the connection ends.
    Nothing,
    /// This, once the test lets it go.
    Held(Vec<u8>),
    /// Zeros, until nobody wants them any more.
    Zeros,
}

/// What all flows of a site wait for, and what became of them.
#[derive(Default)]
pub(crate) struct Valve {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    is_open: bool,
    sent: BTreeMap<String, u64>,
}

impl Valve {
    /// Lets go what is held back, now and from now on.
    pub(crate) fn open(&self) {
        self.state.lock().expect("the server is well").is_open = true;
        self.changed.notify_all();
    }

    /// Whether all was let go.
    pub(crate) fn is_open(&self) -> bool {
        self.state.lock().expect("the server is well").is_open
    }

    /// How many bytes a flow sent, once it is over.
    pub(crate) fn sent(&self, path: &str) -> u64 {
        let state = self.state.lock().expect("the server is well");
        let waiting = |state: &mut State| !state.sent.contains_key(path);
        let (state, _) = self.changed.wait_timeout_while(state, PATIENCE, waiting).expect("the server is well");
        *state.sent.get(path).unwrap_or_else(|| panic!("{path} is still being sent"))
    }

    /// Sends a flow.
    pub(crate) fn pour(&self, stream: &TcpStream, path: &str, flow: &Flow) -> io::Result<()> {
        let mut sent = 0;
        let poured = self.poured(stream, flow, &mut sent);
        self.state.lock().expect("the server is well").sent.insert(path.to_owned(), sent);
        self.changed.notify_all();
        poured
    }

    fn poured(&self, mut stream: &TcpStream, flow: &Flow, sent: &mut u64) -> io::Result<()> {
        let length = flow.declared_bytes.map(|bytes| format!("Content-Length: {bytes}\r\n")).unwrap_or_default();
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nCache-Control: no-store\r\n\
            Access-Control-Allow-Origin: *\r\n{length}Connection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes())?;
        let mut send = |bytes: &[u8]| {
            *sent += bytes.len() as u64;
            stream.write_all(bytes).map(|()| *sent)
        };
        send(&flow.start)?;
        match &flow.rest {
            Rest::Nothing => {}
            Rest::Held(bytes) => {
                let state = self.state.lock().expect("the server is well");
                let waiting = |state: &mut State| !state.is_open;
                drop(self.changed.wait_timeout_while(state, PATIENCE, waiting).expect("the server is well"));
                send(bytes)?;
            }
            Rest::Zeros => while send(&[0; 1 << 16])? < ENDLESS_BYTES {},
        }
        Ok(())
    }
}
