//! Every check, one file for each kind of diagnostic.
//!
//! Checks of a single value are called where the value is read; checks of the whole record are listed in
//! [`check_record`].

pub(crate) mod ambiguous_name;
pub(crate) mod ambiguous_record;
pub(crate) mod bad_author;
pub(crate) mod bad_captions;
pub(crate) mod bad_duration;
pub(crate) mod bad_file;
pub(crate) mod bad_focus;
pub(crate) mod bad_language;
pub(crate) mod bad_lock;
pub(crate) mod bad_marks;
pub(crate) mod bad_rank;
pub(crate) mod bad_size;
pub(crate) mod bad_slug;
pub(crate) mod bad_zone;
pub(crate) mod became_after_fact;
pub(crate) mod became_itself;
pub(crate) mod became_nowhere;
pub(crate) mod became_ring;
pub(crate) mod changed_since_verified;
pub(crate) mod cut_negation;
pub(crate) mod duplicate_id;
pub(crate) mod duplicate_story;
pub(crate) mod empty_text;
pub(crate) mod end_before_start;
pub(crate) mod era_without_span;
pub(crate) mod event_without_account;
pub(crate) mod event_without_date;
pub(crate) mod former_id;
pub(crate) mod happened_after_published;
pub(crate) mod hidden_character;
pub(crate) mod idle_field;
pub(crate) mod incomplete_original;
pub(crate) mod incomplete_publisher;
pub(crate) mod insecure_media;
pub(crate) mod invalid_date;
pub(crate) mod lost_negation;
pub(crate) mod missing_alt;
pub(crate) mod missing_field;
pub(crate) mod missing_file;
pub(crate) mod missing_story;
pub(crate) mod missing_translation;
pub(crate) mod named_twice;
pub(crate) mod needless_excuse;
pub(crate) mod never_verified;
pub(crate) mod no_archived_text;
pub(crate) mod no_captions;
pub(crate) mod not_in_source;
pub(crate) mod other_server;
pub(crate) mod outside_folder;
pub(crate) mod plan_without_outcome;
pub(crate) mod plan_without_source;
pub(crate) mod refuted_excuse;
pub(crate) mod relative_address;
pub(crate) mod said_after_published;
pub(crate) mod same_original;
pub(crate) mod season_or_years;
pub(crate) mod short_piece;
pub(crate) mod spliced_quotations;
pub(crate) mod stale_lock;
pub(crate) mod syntax;
pub(crate) mod text_parameter;
pub(crate) mod time_without_offset;
pub(crate) mod too_large;
pub(crate) mod unknown_field;
pub(crate) mod unknown_id;
pub(crate) mod unknown_kind;
pub(crate) mod unknown_status;
pub(crate) mod unknown_table;
pub(crate) mod unknown_text;
pub(crate) mod unsafe_file;
pub(crate) mod unsafe_url;
pub(crate) mod unsized_picture;
pub(crate) mod unsupported_markdown;
pub(crate) mod unused_person;
pub(crate) mod unused_source;
pub(crate) mod unused_zone;
pub(crate) mod updated_too_early;
pub(crate) mod wrong_kind;
pub(crate) mod wrong_type;
pub(crate) mod zone_without_time;

use crate::diagnostic::Sink;
use crate::record::Record;

/// Every check of the record as a whole.
pub(crate) fn check_record(record: &Record<'_>, sink: &mut Sink) {
    const CHECKS: &[fn(&Record<'_>, &mut Sink)] = &[
        ambiguous_name::check,
        ambiguous_record::check,
        bad_size::check_pairs,
        bad_zone::check,
        bad_size::check_share_image,
        became_after_fact::check,
        became_itself::check,
        became_nowhere::check,
        became_ring::check,
        duplicate_id::check,
        era_without_span::check,
        event_without_account::check,
        event_without_date::check,
        former_id::check,
        idle_field::check,
        incomplete_original::check,
        incomplete_publisher::check,
        insecure_media::check,
        missing_alt::check,
        missing_story::check,
        named_twice::check,
        no_captions::check,
        other_server::check,
        duplicate_story::check,
        plan_without_outcome::check,
        plan_without_source::check,
        said_after_published::check,
        happened_after_published::check,
        same_original::check,
        time_without_offset::check,
        unknown_id::check,
        unused_person::check,
        unused_source::check,
        unsized_picture::check,
        unused_zone::check,
        zone_without_time::check,
        updated_too_early::check,
    ];
    for check in CHECKS {
        check(record, sink);
    }
}
