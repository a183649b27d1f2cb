//! Parameters of an address that tell where a reader came from, and not what the page is.

/// Names of parameters that the large networks, shops of mail and measuring scripts add to links (the lists of Firefox's
/// and Brave's query stripping, and what analytics documents call campaign parameters).
const NAMES: &[&str] = &[
    "__hsfp",
    "__hssc",
    "__hstc",
    "__s",
    "_bhlid",
    "_branch_match_id",
    "_branch_referrer",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "_kx",
    "_openstat",
    "cmpid",
    "dclid",
    "ef_id",
    "epik",
    "fb_action_ids",
    "fb_action_types",
    "fb_ref",
    "fb_source",
    "fbclid",
    "gad_campaignid",
    "gad_source",
    "gbraid",
    "gclid",
    "gclsrc",
    "guce_referrer",
    "guce_referrer_sig",
    "igsh",
    "igshid",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mibextid",
    "mkt_tok",
    "ml_subscriber",
    "ml_subscriber_hash",
    "msclkid",
    "ncid",
    "oft_ck",
    "oft_d",
    "oft_id",
    "oft_ids",
    "oft_k",
    "oft_lk",
    "oft_sk",
    "oly_anon_id",
    "oly_enc_id",
    "rb_clickid",
    "ref_src",
    "ref_url",
    "s_cid",
    "s_kwcid",
    "sc_cid",
    "scid",
    "smid",
    "srsltid",
    "ttclid",
    "twclid",
    "unicorn_click_id",
    "vero_conv",
    "vero_id",
    "vgo_ee",
    "wbraid",
    "wickedid",
    "wt_mc",
    "xtor",
    "yclid",
    "ysclid",
];

/// What the names of whole families of such parameters begin with.
const FAMILIES: &[&str] = &["at_", "hsa_", "matomo_", "mtm_", "piwik_", "pk_", "utm_"];

/// Whether a parameter of this name only follows a reader.
#[must_use]
pub fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    NAMES.binary_search(&&*name).is_ok() || FAMILIES.iter().any(|family| name.starts_with(family))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_however_they_are_written() {
        assert!(NAMES.is_sorted());
        for name in ["utm_source", "UTM_Medium", "fbclid", "ysclid", "__hsfp", "at_campaign"] {
            assert!(is_tracking(name), "{name}");
        }
        for name in ["", "id", "p", "page", "q", "lang", "utm", "atlas", "reference"] {
            assert!(!is_tracking(name), "{name}");
        }
    }
}
