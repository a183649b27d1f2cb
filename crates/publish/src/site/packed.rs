//! Files as they go over the network: packed once, at their smallest, beside the others, for web servers that know to send
//! them in their place.

use std::io::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use super::{File, names, server};

/// What packed files end in, and how a server tells of it (`Content-Encoding`).
pub(super) const PACKINGS: [(&str, &str); 2] = [(".br", "br"), (".gz", "gzip")];

/// Files of fewer bytes travel in one packet of the network as they are.
const SMALL_BYTES: usize = 1000;
/// From so many bytes on, packing is quick and not thorough.
const LARGE_BYTES: usize = 8 * 1024 * 1024;

/// The greatest window that browsers take, as a power of two.
const WINDOW: i32 = 24;
/// How thorough brotli is with most files, and where that would take seconds for little.
const THOROUGH: i32 = 11;
const QUICK: i32 = 6;

/// The packed files of a site, in the order of its files. Some seconds of work for large stories, so each is made by
/// whichever thread is free.
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
    file.bytes.len() >= SMALL_BYTES && server::has_type(&file.path)
}

/// The paths of what a file is packed as.
pub(super) fn paths(file: &File) -> impl Iterator<Item = String> {
    PACKINGS.map(|(ending, _)| [&file.path, ending].concat()).into_iter().filter(|_| is_packed(file))
}

fn both(file: &&File) -> [File; 2] {
    let [brotli, gzip] = PACKINGS.map(|(ending, _)| [&file.path, ending].concat());
    // Most of the page of one file is packed within.
    let quality = if file.path == names::OFFLINE || file.bytes.len() > LARGE_BYTES { QUICK } else { THOROUGH };
    [File::new(brotli, by_brotli(&file.bytes, quality)), File::new(gzip, by_gzip(&file.bytes))]
}

fn by_brotli(bytes: &[u8], quality: i32) -> Vec<u8> {
    let params = BrotliEncoderParams { quality, lgwin: WINDOW, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::with_capacity(bytes.len() / 2);
    // Writing to memory does not fail.
    let _ = brotli::BrotliCompress(&mut &*bytes, &mut packed, &params);
    packed
}

/// Bytes by gzip, which says nothing of when and where.
pub(super) fn by_gzip(bytes: &[u8]) -> Vec<u8> {
    let level = if bytes.len() > LARGE_BYTES { Compression::fast() } else { Compression::best() };
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 2), level);
    // Writing to memory does not fail.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    #[test]
    fn what_is_packed_comes_out_again_and_is_packed_alike_each_time() {
        let bytes = b"on record ".repeat(10_000);
        let files =
            [File::new("a.js", bytes.clone()), File::new("b.css", *b"small"), File::new("c.jpg", bytes.clone())];
        let made = packed(&files);
        let paths: Vec<_> = made.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["a.js.br", "a.js.gz"], "neither what is small nor what is packed already");
        let mut back = [Vec::new(), Vec::new()];
        brotli::Decompressor::new(made[0].bytes.as_slice(), 4096).read_to_end(&mut back[0]).expect("brotli");
        GzDecoder::new(made[1].bytes.as_slice()).read_to_end(&mut back[1]).expect("gzip");
        assert_eq!(back, [bytes.clone(), bytes]);
        assert!(made.iter().all(|file| file.bytes.len() < 1000));
        assert_eq!(packed(&files), made);
    }
}
