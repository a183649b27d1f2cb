//! Files as they go over the network: packed once, at their smallest, beside the others, for web servers that know to send
//! them in their place.
//!
//! They are made when a story is built and not with the site, because a preview has no use for them and they take
//! seconds. `nginx.conf` sends gzip, which every nginx can; brotli is a line to uncomment, because a word that nginx
//! does not know stops the whole server. Hosts that read `_headers` pack by themselves.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use packing::{Effort, by_brotli, by_gzip};

use super::media_types::has_type;
use super::{File, names};

/// What packed files end in, and how a server tells of it (`Content-Encoding`).
pub(super) const PACKINGS: [(&str, &str); 2] = [(".br", "br"), (".gz", "gzip")];

/// Files of fewer bytes travel in one packet of the network as they are.
const SMALL_BYTES: usize = 1000;

/// The packed files of a site, in the order of their paths. They take seconds, so each is made by whichever thread is free.
#[must_use]
pub fn packed(files: &[File]) -> Vec<File> {
    let files: Vec<&File> = files.iter().filter(|file| is_packed(file)).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let one = || files.get(next.fetch_add(1, Ordering::Relaxed));
        std::iter::from_fn(one).flat_map(both).collect::<Vec<_>>()
    };
    let mut made = thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let made = threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        made.collect::<Vec<_>>()
    });
    made.sort_by(|a, b| a.path.cmp(&b.path));
    made
}

/// Whether there is more than one of a file.
pub(super) fn is_packed(file: &File) -> bool {
    file.bytes.len() >= SMALL_BYTES && has_type(&file.path)
}

/// The paths of what a file is packed as.
pub(super) fn paths(file: &File) -> impl Iterator<Item = String> {
    PACKINGS.map(|(ending, _)| [&file.path, ending].concat()).into_iter().filter(|_| is_packed(file))
}

fn both(file: &&File) -> [File; 2] {
    let [brotli, gzip] = PACKINGS.map(|(ending, _)| [&file.path, ending].concat());
    // Most of the page of one file is packed within.
    let effort = if file.path == names::OFFLINE { Effort::Quick } else { Effort::Thorough };
    [File::new(brotli, by_brotli(&file.bytes, effort)), File::new(gzip, by_gzip(&file.bytes))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_large_and_known_is_packed_the_same_each_time() {
        let bytes = b"on record ".repeat(10_000);
        let files = [File::new("a.js", bytes.clone()), File::new("b.css", *b"small"), File::new("c.jpg", bytes)];
        let made = packed(&files);
        let paths: Vec<_> = made.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["a.js.br", "a.js.gz"], "neither what is small nor what is packed already");
        assert!(made.iter().all(|file| file.bytes.len() < 1000));
        assert_eq!(packed(&files), made);
    }
}
