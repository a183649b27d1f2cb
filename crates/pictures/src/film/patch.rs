//! Bytes that take the place of others in a copy of a file.

/// What stands at a place instead of what stood there: some bytes, then zeros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// The place.
    pub at_byte: u64,
    /// The first bytes.
    pub bytes: Vec<u8>,
    /// How many zeros follow.
    pub zeros: u64,
}

impl Patch {
    pub(crate) fn zeros(at_byte: u64, zeros: u64) -> Self {
        Self { at_byte, bytes: Vec::new(), zeros }
    }

    pub(crate) fn bytes(at_byte: u64, bytes: impl Into<Vec<u8>>) -> Self {
        Self { at_byte, bytes: bytes.into(), zeros: 0 }
    }

    /// Puts patches on a piece of the file that begins at a place.
    pub fn apply(patches: &[Self], piece_at: u64, piece: &mut [u8]) {
        for patch in patches {
            let end = patch.at_byte.saturating_add(patch.bytes.len() as u64).saturating_add(patch.zeros);
            let from = patch.at_byte.max(piece_at);
            let until = end.min(piece_at.saturating_add(piece.len() as u64));
            for at in from..until {
                let within = usize::try_from(at - patch.at_byte).unwrap_or(usize::MAX);
                let byte = patch.bytes.get(within).copied().unwrap_or(0);
                if let Some(place) = usize::try_from(at - piece_at).ok().and_then(|at| piece.get_mut(at)) {
                    *place = byte;
                }
            }
        }
    }
}
