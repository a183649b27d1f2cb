//! Typed indices into the vectors of a [`crate::Story`], so that an event is never looked up as a quote.

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in the story's vector.
            #[must_use]
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            /// Positions beyond `u32::MAX` saturate; the compiler refuses such stories long before.
            fn from(at: usize) -> Self {
                Self(u32::try_from(at).unwrap_or(u32::MAX))
            }
        }
    )*};
}

index! {
    /// A position in [`crate::Story::events`].
    EventIx,
    /// A position in [`crate::Story::quotes`].
    QuoteIx,
    /// A position in [`crate::Story::people`].
    PersonIx,
    /// A position in [`crate::Story::sources`].
    SourceIx,
    /// A position in [`crate::Story::lanes`].
    LaneIx,
    /// A position in [`crate::Story::themes`].
    ThemeIx,
    /// A position in [`crate::Story::eras`].
    EraIx,
    /// A position in [`crate::Story::zones`].
    ZoneIx,
    /// A position in [`crate::Story::changes`].
    ChangeIx,
}
