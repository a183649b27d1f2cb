//! The widget in a real browser, as readers and host pages meet it.
//!
//! What a test expects of a story it works out from the compiled story, or from a small story of its own in
//! `browser/stories`, so that nobody has to mend the tests when the default story grows.

#![allow(clippy::expect_used, reason = "a test that cannot go on ends")]

mod browser {
    mod access;
    mod address;
    mod adoption;
    mod as_of;
    mod clusters;
    mod compare;
    mod element;
    mod enlarged;
    mod explore;
    mod extreme_stories;
    mod extremes;
    mod filtered;
    mod first_screen;
    mod forced_colours;
    mod former;
    mod fragments;
    mod frames;
    mod hostile;
    mod hosting;
    mod keyboard;

    mod lacking;
    mod landing;
    mod languages;
    mod lasting;
    mod layout;
    mod load;
    mod media;
    mod narrow;
    mod news;
    mod page_text;
    mod paper;
    mod pictures;
    mod pointer;
    mod preview;
    mod proof;
    mod published;
    mod quotes;
    mod reading;
    mod removal;
    mod room;
    mod search;
    mod selection;
    mod shadow;
    mod site_header;
    mod sources;
    mod stories;
    mod text_size;
    mod translated;
    mod updated;
    mod valid;
    mod views;
    mod windows;
}
