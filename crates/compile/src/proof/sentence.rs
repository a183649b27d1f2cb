//! Where the sentences of a text begin and end.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::typography::is_apostrophe;

/// After a full stop, these still belong to the sentence.
const AFTER_STOPS: &str = "\"'’”»“)]」』";
/// A full stop behind these ends an abbreviation, and seldom a sentence. So it does behind a single letter, "J. Smith",
/// and behind one or two digits, "am 3. Mai". Words that may well end a sentence are not among them.
const ABBREVIATIONS: &str = "mr mrs ms mx dr prof gen sen sens rep reps gov lt maj col capt brig cmdr adm sgt cpl pvt supt insp amb rev \
    hon rt messrs mmes st ste jr sr bros corp inc ltd plc llc co mfg assn assoc univ inst dept vs approx al cf \
    viz ave blvd rd sq mt mts ft bldg jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues thu thurs \
    calif conn fla tenn ariz okla minn mich nev neb colo wis wyo z.b d.h u.a bzw ca abs evtl ggf inkl \
    exkl usw vgl sog zzgl hl hr hrn fr str mio mrd tsd abt hrsg pfr geb gest jh jhs dipl österr mm mme mlle \
    mlles mgr bd boul env éd cie sra sres srta dra dña ud uds lic arq gral cnel tte cmdte excmo ilmo mons rvdo \
    avda ctra pza depto dpto ee ee.uu aprox cía sig sigg sig.ra dott dott.ssa prof.ssa avv geom rag srs \
    exmo exma profa alm ltda av tzw ing dhr mevr mw drs ir bijv o.a m.m blz resp jl t.ex f.eks bl.a dvs \
    osv jf jfr frk tlf pga milj mdr гг тыс млн млрд т.е т.д т.п ул др руб коп стр табл проф акад ген полк адм \
    зам доц напр пр просп пл обл тов вул грн тис див рр np inz inż hab ks św m.in tzn ul woj pow gm ppor płk \
    ppłk kpt kmdr mjr tys mln mld godz tj tzv např apod bc rndr mudr judr phdr doc plk pplk npor nám tř sv \
    ifj özv krt κος δηλ κτλ κλπ βλ δρ καθ doç sn cad mah örn bkz sdr jend letjen mayjen brigjen डॉ प्रो";
/// Behind these, one does if a figure follows: "No. 10", but "No. We do not."
const BEFORE_FIGURES: &str = "no nos nr nrs art arts artt ziff kap pos p pp pt vol vols ch chap sec sect para paras par fig figs cl op ps \
    n núm núms num pág págs pag pagg cap ust odst pkt čl ст гл рис п пп sz md αρ αριθ άρθ παρ σελ hlm stk kl מס \
    सं";
/// Figures as letters; "I" by itself may be whoever speaks.
const ROMAN: &str = "IVXLC";
/// How far the ends of a paragraph are looked for, in bytes.
const REACH_BYTES: usize = 2_000;
/// So many digits before a full stop may be an ordinal.
const ORDINAL_DIGITS: usize = 2;

/// Where the sentences of a text end: behind their stops and marks.
pub(crate) fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    let stops = text.char_indices().filter(|(_, c)| is_stop(*c));
    stops.filter_map(|(at, stop)| {
        let behind = &text[at + stop.len_utf8()..];
        let rest = behind.trim_start_matches(|c| AFTER_STOPS.contains(c));
        let is_end = !stop.is_ascii() && stop != '…'
            || rest.is_empty()
            || rest.starts_with(char::is_whitespace) && !goes_on(&text[..at], stop, rest);
        is_end.then(|| text.len() - rest.len())
    })
}

/// Whether a sentence may end at a character: a full stop and its like.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

/// A text on one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraph in which words stand, as far as it is looked into.
pub(crate) fn paragraph(text: &str, words: &Range<usize>) -> Range<usize> {
    let from = (words.start.saturating_sub(REACH_BYTES)..=words.start).find(|at| text.is_char_boundary(*at));
    let from = from.unwrap_or(words.start);
    let to = (words.end..=words.end + REACH_BYTES).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(words.end);
    let start =
        ["\n\n", "\n\r\n"].iter().filter_map(|line| Some(from + text[from..words.start].rfind(line)? + line.len()));
    let end = ["\n\n", "\n\r\n"].iter().filter_map(|line| Some(words.end + text[words.end..to].find(line)?));
    start.max().unwrap_or(from)..end.min().unwrap_or(to)
}

/// The sentence in which a part of a text stands, or all from that in which it begins to that in which it ends, as far as
/// its paragraph goes. It may end with the very part, or with a stop and marks behind it.
pub(crate) fn sentence(text: &str, part: &Range<usize>) -> Range<usize> {
    let paragraph = paragraph(text, part);
    let ends: Vec<usize> = sentence_ends(&text[paragraph.clone()]).map(|end| paragraph.start + end).collect();
    let start = ends.iter().rev().find(|end| **end <= part.start).copied().unwrap_or(paragraph.start);
    start..ends.iter().find(|end| **end >= part.end).copied().unwrap_or(paragraph.end)
}

/// Whether a sentence goes on behind a stop, because the stop is that of an abbreviation or a small letter follows.
fn goes_on(before: &str, stop: char, behind: &str) -> bool {
    let goes_on_small = behind.trim_start().starts_with(char::is_lowercase);
    goes_on_small || stop == '.' && is_abbreviation(before, behind.trim_start())
}

fn is_abbreviation(before: &str, behind: &str) -> bool {
    let is_inside = |c: char| c.is_alphanumeric() || c == '.' || is_apostrophe(c);
    let start =
        before.char_indices().rev().take_while(|(_, c)| is_inside(*c)).last().map_or(before.len(), |(at, _)| at);
    let word = before[start..].to_lowercase();
    let letters = word.rsplit(['.', '\'', '’']).next().unwrap_or_default();
    let is_single =
        letters.chars().count() == 1 && letters.chars().all(char::is_alphabetic) && !["i", "я"].contains(&letters);
    let is_ordinal = word.len() <= ORDINAL_DIGITS && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    // Each stop around a quote is looked at.
    static KNOWN: LazyLock<[HashSet<&str>; 2]> =
        LazyLock::new(|| [ABBREVIATIONS, BEFORE_FIGURES].map(|list| list.split_whitespace().collect()));
    let [any, before_figures] = &*KNOWN;
    let is_among = |list: &HashSet<&str>| list.contains(word.as_str()) || list.contains(letters);
    is_single || is_ordinal || is_among(any) || is_figure(behind) && is_among(before_figures)
}

fn is_figure(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_roman = matches!(word, "V" | "X") || word.len() > 1 && word.chars().all(|c| ROMAN.contains(c));
    is_roman || word.starts_with(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_sentence_ends_behind_its_stop_and_marks() {
        for (text, expected) in [
            ("We win.| “Not so!”| He said so.|", 3),
            ("We win.| We lose", 1),
            ("Mr. Lee of the U.S. Senate met J. Smith on 3. Mai.|", 1),
            ("We do not want No. 10 to open the gate.| No.| We do not.|", 3),
            ("See Nos. 3 and 4, pp. 5-6, Fig. 7, Vol. II, and Sec. V of it.|", 1),
            ("He is fond of art.| We are not.| A fig.| I know no art.| I do.|", 5),
            (
                "We will not under Art. 5, nor let Adm. Lee, Maj. Kim or Messrs. Lee of Acme Corp. Ltd. on Mt. Ida go.|",
                1,
            ),
            (
                "Wir wollen nach Art. 5 Abs. 2 Nr. 3 bzw. Ziff. 4 die St. Galler Str. nicht, z. B. Hr. Dr. Kim u. a. Leute.|",
                1,
            ),
            ("Nous ne voulons, art. 5, ni Mgr. Lee ni MM. Kim, bd. Hugo, av. Foch.|", 1),
            ("No queremos, art. 5 y núm. 3, que la Sra. Lee ni el Gral. Kim de EE. UU. vengan.|", 1),
            ("The gate is red.| Ja, dat kan.| We do not open it.|", 3),
            ("Мы по ст. 5 не пустим проф. Ли на ул. Мира.|", 1),
            ("Nie chcemy wg art. 5 ust. 2, by gen. Lee i św. Jan, m.in. Kim, szli.|", 1),
            ("Is it so? he asked", 0),
            ("“Open the gate!” was never said.|", 1),
            ("我们会赢。|不会输。|", 2),
            ("It is what I.| We know", 1),
        ] {
            let marked = sentence_ends(&text.replace('|', "")).count();
            assert_eq!(marked, expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_sentences_in_order(text in any::<String>()) {
            let ends: Vec<usize> = sentence_ends(&text).collect();
            prop_assert!(ends.is_sorted() && ends.iter().all(|end| text.is_char_boundary(*end)));
        }
    }
}
