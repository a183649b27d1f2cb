//! The compiled story as bytes: [`write()`] makes a bundle, [`Bundle`] reads it in place.
//!
//! This crate parses no authored files, checks no story and draws nothing: what it is given has passed the checks,
//! and what it gives back are texts, dates and indices. It reads no files either; whoever has the bytes opens them.
//! No bytes make it panic: what does not pass [`Bundle::open`] is refused with a message that says what to do, and
//! what was forged to pass it reads as empty texts, missing dates and rows that are not there.
//!
//! # Format 1
//! A bundle is one file, by convention named `*.orb`. All integers are little-endian. There is no alignment.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | magic: `8F 6F 72 62 0D 0A 1A 0A` |
//! | 4 | format: 1. It grows only when an older reader would misread the bundle |
//! | 4 | how many sections there are |
//! | 8 | length of the whole bundle in bytes |
//! | 24 each | section table, see below |
//! | | the sections, end to end without gaps, in the order of the table |
//! | 8 | checksum: XXH64, seed 0, of everything before it |
//!
//! | bytes | an entry of the section table |
//! |---|---|
//! | 16 | name, ASCII, padded with zeros; no two alike |
//! | 4 | length of the section in bytes |
//! | 1 | width of an element in bytes: 1, 2, 4 or 8; the length is a multiple of it |
//! | 3 | zeros |
//!
//! A section is a column: integers of one width, unsigned unless said otherwise. The writer takes the least width
//! that holds them all, and leaves out a column of zeros. So a reader takes any width, and takes whatever lies
//! beyond the end of a section, or in a section that is not there, for 0. It skips sections it does not know;
//! that is how later versions add to the format without changing its number.
//!
//! ## Shapes
//! | shape | what an element means |
//! |---|---|
//! | key | as *text*; and there is a row for each element: such a section is there, and whole, if there are any rows |
//! | text | a number in the string pool |
//! | text? | 0: none; else 1 + a number in the string pool |
//! | rich | a number in the table of texts with emphasis |
//! | date? | 0: none; else 1 + a number in the table of dates |
//! | row of T | 1 + a position in table T |
//! | row of T? | 0: none; else 1 + a position in table T |
//! | list of X | a position in table X, or where X is *text*, as *text*. The section of the same name and `#` divides it |
//! | ends of X | row *i* owns the elements of section (or rows of table) X from the end of row *i* - 1 (0 for the first) up to, not including, this end |
//! | order of T | each position in table T once |
//! | code, bits, count | as said beside it |
//!
//! Numbers and positions count from 0.
//!
//! ## The story: one row, and its authors
//! | section | shape | what |
//! |---|---|---|
//! | `story.id` | key | slug |
//! | `story.title` | text | headline |
//! | `story.language` | text | BCP 47 tag |
//! | `story.summary` | rich | standfirst |
//! | `story.updated` | date? | when the record was last changed |
//! | `story.opening` | row of events? | what the story view begins with, where the editor chose it |
//! | `publisher.name` | text? | who publishes it |
//! | `publisher.url` | text? | the address of their site |
//! | `author.name` | key | who wrote it, a row for each |
//! | `author.url` | text? | where more of them is found: an address of the web, or `mailto:` |
//! | `story.published` | date? | when it was first published |
//! | `story.contact` | text? | where readers report mistakes: an address of the web, or `mailto:` |
//! | `story.policy` | text? | the address of the page that says how mistakes are corrected |
//!
//! ## People
//! | section | shape | what |
//! |---|---|---|
//! | `person.id` | key | slug |
//! | `person.name` | text | |
//! | `person.role` | text? | what they are |
//! | `person.group` | text? | their affiliation: for whom they act or speak |
//! | `person.aliases#` | ends of `person.aliases` | |
//! | `person.aliases` | list of text | every other spelling |
//! | `person.portrait` | text? | the address of a small square picture of them, as `media.url` |
//! | `person.by-id` | order of people | by the bytes of their ids |
//! | `person.former` | key | ids that people had before, by their bytes, each once |
//! | `person.former-of` | row of people | which of them had it |
//!
//! ## Sources
//! | section | shape | what |
//! |---|---|---|
//! | `source.id` | key | slug |
//! | `source.title` | text | headline |
//! | `source.publisher` | text? | |
//! | `source.agency` | text? | whose report it carries |
//! | `source.byline` | text? | |
//! | `source.published` | date? | |
//! | `source.url` | text? | |
//! | `source.language` | text? | BCP 47 tag |
//! | `source.by-id` | order of sources | by the bytes of their ids |
//! | `source.former` | key | ids that sources had before, by their bytes, each once |
//! | `source.former-of` | row of sources | which of them had it |
//!
//! ## Lanes, themes, eras and clocks
//! | section | shape | what |
//! |---|---|---|
//! | `lane.id` | key | slug |
//! | `lane.name` | text | |
//! | `theme.id` | key | slug |
//! | `theme.name` | text | |
//! | `era.id` | key | slug |
//! | `era.name` | text | |
//! | `era.date` | date? | a stretch of time |
//! | `zone.name` | key, as text | what the author calls a clock by which times are told |
//!
//! ## Events, their media and their accounts
//! | section | shape | what |
//! |---|---|---|
//! | `event.id` | key | slug |
//! | `event.title` | text | |
//! | `event.label` | text? | a shorter title for the timeline |
//! | `event.summary` | rich | |
//! | `event.date` | date? | |
//! | `event.place` | text? | |
//! | `event.lane` | row of lanes? | |
//! | `event.status` | code | 0 happened, 1 planned, 2 expected, 3 fell through; any other reads as 2 |
//! | `event.announced` | date? | |
//! | `event.became` | row of events? | what a plan turned into |
//! | `event.rank` | count | 1 to 5 |
//! | `event.known` | date? | when the first source that reports it was published |
//! | `event.people#` | ends of `event.people` | |
//! | `event.people` | list of people | who takes part |
//! | `event.themes#` | ends of `event.themes` | |
//! | `event.themes` | list of themes | |
//! | `event.media#` | ends of the table of media | |
//! | `media.kind` | code | 0 image, 1 link, 2 video, 3 audio; any other reads as 1 |
//! | `media.url` | key | absolute, or relative to the folder of the bundle |
//! | `media.alt` | text | empty only with `media.decorative` |
//! | `media.caption` | text | |
//! | `media.credit` | text | |
//! | `media.width` | count | of the picture's or film's px; 0: not known |
//! | `media.height` | count | likewise |
//! | `media.decorative` | text? | why it shows nothing that has to be told |
//! | `media.licence` | text? | on what terms it may be shown |
//! | `media.sensitive` | text? | why readers open it themselves |
//! | `media.focus` | count | 0: none; else 1 + 101 times the percent from the left + the percent from the top of the point round which it may be cropped; more than that: none |
//! | `media.versions#` | ends of the table of versions | |
//! | `version.url` | key | one width of a picture, ascending, the picture itself last |
//! | `version.width` | count | px |
//! | `media.poster` | text? | the address of the picture that stands for a film |
//! | `media.captions#` | ends of the table of captions | |
//! | `captions.url` | key | of a WebVTT file |
//! | `captions.lang` | text | BCP 47 tag |
//! | `captions.label` | text? | how a menu names them |
//! | `media.transcript` | text? | the address of all that is said |
//! | `media.duration` | count | of ms; 0: not known |
//! | `event.accounts#` | ends of the table of accounts | |
//! | `account.source` | row of sources | there is a row for each element |
//! | `account.date` | date? | where it differs from the event's |
//! | `account.says` | rich | |
//! | `event.quotes#` | ends of `event.quotes` | |
//! | `event.quotes` | list of quotes | those whose `quote.event` is this one, in the order of `quote.by-time` |
//! | `event.plans#` | ends of `event.plans` | |
//! | `event.plans` | list of events | those whose `event.became` is this one, in the order of `event.by-time` |
//! | `event.by-id` | order of events | by the bytes of their ids |
//! | `event.former` | key | ids that events had before, by their bytes, each once |
//! | `event.former-of` | row of events | which of them had it |
//! | `event.by-time` | order of events | in the order of time, as [`story::in_time`] says it, by the earliest second of `event.date` (the latest, where the start is open), else of `event.announced`, else last. Earlier versions wrote them by the second, then by `event.rank`, then by position |
//!
//! ## Quotes
//! | section | shape | what |
//! |---|---|---|
//! | `quote.id` | key | slug |
//! | `quote.text` | text | the words, without quotation marks around them |
//! | `quote.speaker` | row of people | |
//! | `quote.about` | text? | to whom or of what |
//! | `quote.original` | text? | the same words in the language in which they were said |
//! | `quote.spoken` | text | that language, BCP 47 tag; empty where there is no `quote.original` |
//! | `quote.translator` | text? | who translated them |
//! | `original.check` | code | as `quote.check`, of the row's `quote.original` |
//! | `original.reason` | text? | why it is unverified |
//! | `quote.role` | text? | what the speaker was at the time, where that is not `person.role` |
//! | `quote.said` | date? | |
//! | `quote.event` | row of events? | |
//! | `quote.source` | row of sources | |
//! | `quote.via` | row of people? | the agency that carried the words |
//! | `quote.language` | text? | BCP 47 tag |
//! | `quote.themes#` | ends of `quote.themes` | |
//! | `quote.themes` | list of themes | |
//! | `quote.known` | date? | when its source was published |
//! | `quote.check` | code | 0 unverified, 1 exact, 2 normalised, 3 elided; any other reads as 0 |
//! | `quote.reason` | text? | why it is unverified |
//! | `quote.sought#` | ends of `quote.sought` | |
//! | `quote.sought` | list of bytes | of `quote.text`: the first and the one after the last of each stretch by which a link finds the quote in its source |
//! | `quote.by-id` | order of quotes | by the bytes of their ids |
//! | `quote.former` | key | ids that quotes had before, by their bytes, each once |
//! | `quote.former-of` | row of quotes | which of them had it |
//! | `quote.by-time` | order of quotes | by the day of `quote.said`, as events by their date, else of `quote.known`, else last; on one day those that have no time, then the others by instant; then by position |
//! | `quote.tally` | count | of quotes: for each person those they said, for each person those they carried, for each source those it prints, for each source those of them that name nobody who carried them, for each theme those about it; end to end |
//!
//! ## Changes
//! | section | shape | what |
//! |---|---|---|
//! | `change.kind` | code | there is a row for each element: 0 correction, 1 update; any other reads as 1 |
//! | `change.date` | date? | the day it was made |
//! | `change.of` | code | what it concerns: 0 the story as a whole, 1 an event, 2 a quote, 3 a source, 4 a person; any other reads as 0 |
//! | `change.record` | row of that table? | which of them; none for the story as a whole |
//! | `change.note` | rich | what was changed |
//! | `change.was` | text? | what stood there before |
//! | `change.by-time` | order of changes | by the earliest second of `change.date` (the latest, where the start is open), else last; then by position |
//! | `change.by-record` | order of changes | by `change.of`, then by `change.record`, then as in `change.by-time` |
//!
//! ## The level of detail
//! Where the timeline draws what, worked out once, in seconds by the calendar and the clock there. A bundle without these sections can be shown as a list. Lanes are
//! numbered as authored, and those events that name none are in one more lane after them.
//!
//! | section | shape | what |
//! |---|---|---|
//! | `axis.secs` | seconds, signed | four: the first and the last of the whole axis, and of the first view |
//! | `axis.event` | row of events? | what is open at first where there is room |
//! | `axis.single` | count | by level: the most events that a region of the axis draws one by one |
//! | `break.secs` | seconds, signed | three for each long stretch without events: its first, its last, and how many it takes up as a break of the axis |
//! | `lane.events#` | ends of `lane.events` | one for each lane |
//! | `lane.events` | list of events | in the order of `lane.secs` |
//! | `lane.secs` | seconds, signed | where the mark of that event stands; ascending within a lane |
//! | `lane.opens#` | ends of `lane.opens` | one for each lane |
//! | `lane.opens` | list of positions | which of the lane's events, counted from its first, are plans of which nothing settled has come |
//! | `said.quotes` | list of quotes | those whose day is known, in the order of `said.secs` |
//! | `said.secs` | seconds, signed | the middle of `quote.said`; ascending |
//! | `row.lane` | key | a [`PlacementRow`]: a row of a lane as it is first used at a level |
//! | `row.level` | count | the zoom level, as [`Levels`] numbers them; ascending |
//! | `row.number` | code | 0 to 2 labels, 16 to 19 bars, 32 to 34 plans in mid-air |
//! | `row.placements#` | ends of the table of [`Placement`]s | |
//! | `placement.event` | key, as position in the table of events | what stands there |
//! | `placement.sec` | seconds, signed | where; ascending within a row |
//! | `placement.until` | count | the level from which it no longer stands there; 255 for never |
//! | `placement.width` | count | how wide its label may be, px, times two; one more where it stands before its stem |
//!
//! ## The search index
//! Of every word, in which quotes, events, accounts and names it stands. A bundle without it can be searched by reading
//! all of its texts. The bytes are sequences of varints (7 bits a byte, the lowest first, the highest bit of a byte set
//! where another follows) and of texts.
//!
//! | section | shape | what |
//! |---|---|---|
//! | `term.bytes` | bytes | the terms, sorted by their bytes, each once, in blocks of 32 |
//! | `term.blocks` | key | where each block begins in `term.bytes` |
//! | `term.lists` | bytes | the posting lists of the terms, in their order |
//! | `term.starts` | count | for each block, where the lists of its first term begin in `term.lists` |
//!
//! A term is a word, folded (NFKD, lower case, without diacritics, strokes and ligatures), cut after 96 bytes; of a
//! stretch of a script without spaces between words, every two units in a row, and its last unit alone. A unit is a
//! character with its marks, or a Hangul syllable. A compound, "U.S." or "F-35", stands once more behind a space, written
//! as one: " us", " f35". A bundle without such terms finds less. An entry of `term.bytes`:
//!
//! | what | as |
//! |---|---|
//! | how many bytes it has in common with the term before it; 0 for the first of a block | varint |
//! | how many bytes follow | varint |
//! | these bytes | UTF-8 |
//! | the length of its first list in bytes, times 16, plus 1 if it stands in quotes, 2 in events or accounts, 4 in names, 8 if it has a family | varint |
//! | the length of its second and of its third list, where it has them | varints |
//! | where it has a family: how many terms further on the next form of the same word stands, the first after the last; times 2 if forwards, times 2 less 1 if backwards | varint |
//!
//! Its lists are in the order quotes, events, names. A list is either as many bits as there are rows (the lowest bit of
//! a byte first), rounded up to whole bytes; or, where that is shorter, varints: how many rows are passed over before
//! the first, and between each and the next. What a list numbers:
//!
//! | list | rows |
//! |---|---|
//! | quotes | positions in `quote.by-time`; the quote's words and whom they are about |
//! | events | positions in the table of events, then of accounts, counted on; an event's title, label, summary, place, the names of its people and themes; what an account says |
//! | names | people (names, aliases, role, affiliation), sources (publisher, agency), themes, sources again (title), lanes; counted on from one to the next |
//!
//! ## The widget's own words
//! | section | shape | what |
//! |---|---|---|
//! | `phrase.forms` | text | six for each of the first [`story::Message::IN_BUNDLE`] messages, in the order of [`story::PLURAL_CATEGORIES`]; an empty form is said as the first of its six |
//!
//! ## Dates
//! A date has two ends; each is open, unknown or a moment. Dates that mean the same are held once, and so are
//! moments. The expression that the author wrote is not in the bundle.
//!
//! | section | shape | what |
//! |---|---|---|
//! | `date.shape` | code | 0 a single moment, 1 an interval, 2 one of several, 3 each of several; any other: no date |
//! | `date.members` | count | of the moments that shapes 2 and 3 list; 65,535 stands for that many or more |
//! | `date.first` | code | the first end: 0 open, 1 unknown, else 2 + a position in the table of moments |
//! | `date.last` | code | the last end, likewise; the same as the first for a single moment |
//! | `moment.earliest` | seconds, signed | the first second it may be, counted from 1970-01-01T00:00:00Z without leap seconds; the calendar of a day, and a clock of nobody knows where, are taken for those of UTC |
//! | `moment.latest` | seconds, signed | the last second it may be, inclusive |
//! | `moment.precision` | code | as [`story::Precision::code`] says; one that means nothing: no date |
//! | `moment.doubt` | bits | 1 approximate, 2 uncertain |
//! | `moment.offset` | code | of a time, how far its clock is ahead of UTC: 0 not at all, 1 nobody knows, else minutes plus 842; one beyond 14 hours: nobody knows. A reader adds it to get the calendar and the clock there |
//! | `moment.zone` | row of clocks? | of a time, what the author calls its clock |
//!
//! ## Texts
//! The Markdown that the author wrote is not in the bundle; what it renders to is. Equal texts are held once.
//! Text 0 with emphasis and string 0 are always empty.
//!
//! | section | shape | what |
//! |---|---|---|
//! | `rich.runs#` | ends of the table of runs | one for each text with emphasis |
//! | `run.text` | key | the characters to show; a line break stands between paragraphs |
//! | `run.style` | bits | 1 emphasis, 2 strong |
//! | `run.link` | text? | where it links to |
//! | `string.bytes#` | ends of `string.bytes` | one for each string |
//! | `string.bytes` | UTF-8 | all strings end to end |
//!
//! # Costs
//! Opening hashes the bytes once and reads the section table. It does not check the strings' UTF-8; each is checked
//! when it is read, so a reader pays for what is on the screen and not for all of a large story. Any cell is found
//! in constant time, an id by binary search.

mod bundle;
mod by_time;
mod changes;
mod codec;
mod codes;
mod column;
mod columns;
mod dates;
mod former;
mod frame;
mod index;
mod levels;
mod open_error;
mod row;
mod rows;
mod runs;
mod scan;
mod section;
mod series;
mod tally;
mod write;

pub use bundle::Bundle;
pub use codec::{Varints, push_varint};
pub use columns::{EventColumns, QuoteColumns};
pub use index::{Index, IndexColumns};
pub use levels::{LaneLevels, Levels, Placement, PlacementRow};
pub use open_error::OpenError;
pub use rows::{
    AccountRow, AuthorRow, CaptionsRow, ChangeRow, EraRow, EventRow, LaneRow, MediaRow, PersonRow, QuoteRow, SourceRow,
    StoryRow, ThemeRow, VersionRow,
};
pub use runs::{RunRef, Runs};
pub use series::{Axis, PlacementRef, PlacementRowRef, Series};
pub use tally::QuoteTally;
pub use write::{write, write_indexed};
