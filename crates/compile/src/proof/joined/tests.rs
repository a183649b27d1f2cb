//! Which interruptions join, and that no tampered one does.

use super::super::find::find;
use super::super::names::Names;
use super::super::outcome::Miss;
use super::*;

/// The people of the story in whose tests these sources are.
fn names() -> Names {
    Names::new(
        ["William Hague", "Хейг", "Уильям Хейг", "윌리엄 헤이그", "헤이그", "黑格", "ヘイグ"],
        "foreign minister, Mr, Sen., Dr",
        ["Ann Lee", "Boris Hague-Stone", "Ли", "이영희", "李", "リー"],
    )
}

fn look(quote: &str, source: &str, language: &str) -> Result<CheckKind, Miss> {
    find(&Text::new(quote), &Text::new(source), language, names).map(|found| found.kind)
}

/// Genuine interruptions, by language: the quote and its source.
const GENUINE: &[(&str, &str, &str)] = &[
    ("en", "What a ride. I see a capsule.", "“What a ride,” said William Hague. “I see a capsule.”"),
    ("en", "What a ride. I see a capsule.", "“What a ride,” William Hague said. “I see a capsule.”"),
    ("en", "What a ride, I see a capsule", "“What a ride,” said William. “I see a capsule.”"),
    ("en", "If we go, we see a capsule.", "“If we go,” he said, “we see a capsule.”"),
    ("en", "If we go we see a capsule.", "\"If we go,\" said he, \"we see a capsule.\""),
    ("en", "What a ride! I see a capsule.", "“What a ride!” he said. “I see a capsule.”"),
    ("en", "What is it? I see a capsule.", "“What is it?” asked William Hague. “I see a capsule.”"),
    ("en", "If we go, we win.", "'If we go,' said William Hague, 'we win.'"),
    (
        "en",
        "What a ride. I see a capsule",
        "“What a ride,” Foreign Minister William Hague added. “I see a capsule,” he told a crowd.",
    ),
    ("en", "What a ride. I see", "So. “What a ride,” she said. “I see a capsule,” said William Hague."),
    ("en", "What a “wild” ride. I see", "“What a ‘wild’ ride,” she said.\n“I see a capsule.”"),
    ("de", "Wir gehen und siegen", "„Wir gehen“, sagte William Hague, „und siegen.“"),
    ("de", "Wir gehen. Wir siegen.", "„Wir gehen“, sagte er. „Wir siegen.“"),
    ("de", "Wir gehen. Wir siegen.", "»Wir gehen«, fügte sie hinzu. »Wir siegen.«"),
    ("de", "Wir gehen! Wir siegen.", "„Wir gehen!“, rief William Hague. „Wir siegen“, sagte er."),
    ("fr", "Nous partons. Nous gagnons.", "« Nous partons », a-t-il dit. « Nous gagnons. »"),
    ("fr", "Nous partons. Nous gagnons.", "« Nous partons », a déclaré William Hague. « Nous gagnons »."),
    ("fr", "Nous partons et gagnons", "« Nous partons », ajoute-t-elle, « et gagnons. »"),
    ("ru", "Мы идём. Мы победим.", "«Мы идём, — сказал Хейг. — Мы победим»."),
    ("ru", "Мы идём и победим", "«Мы идём», — сказал он, — «и победим»."),
    ("ko", "우리는 간다. 우리는 이긴다", "“우리는 간다”고 헤이그는 말했다. “우리는 이긴다”고 덧붙였다."),
    ("ko", "우리는 간다. 우리는 이긴다", "\"우리는 간다\"라고 그는 밝혔다. \"우리는 이긴다\"라고 덧붙였다."),
    ("es", "Nos vamos y ganamos", "“Nos vamos”, dijo William Hague, “y ganamos”."),
    ("es", "Nos vamos. Ganamos.", "«Nos vamos», dijo. «Ganamos»."),
    ("it", "Noi andiamo. Noi vinciamo.", "«Noi andiamo», ha detto William Hague. «Noi vinciamo»."),
    ("pt", "Nós vamos. Nós ganhamos.", "“Nós vamos”, disse ele. “Nós ganhamos.”"),
    ("nl", "Wij gaan. Wij winnen.", "„Wij gaan”, zei William Hague. „Wij winnen.”"),
    ("sv", "Vi går. Vi vinner.", "”Vi går”, sa hon. ”Vi vinner.”"),
    ("pl", "Idziemy. Zwyciężymy.", "„Idziemy”, powiedział William Hague. „Zwyciężymy”."),
    ("uk", "Ми йдемо. Ми переможемо.", "«Ми йдемо», — сказав він. «Ми переможемо»."),
    ("tr", "Gidiyoruz. Kazanacağız.", "“Gidiyoruz” dedi William Hague. “Kazanacağız.”"),
    ("zh", "我们走，我们会赢", "“我们走，”黑格说，“我们会赢。”"),
    ("zh", "我们走，我们会赢", "“我们走，”他说，“我们会赢。”"),
    ("ja", "我々は行く。我々は勝つ", "「我々は行く」とヘイグ氏は述べた。「我々は勝つ」"),
];

/// Such as name the speaker by a title, or tell more behind the second part.
const GENUINE_TITLES: &[(&str, &str, &str)] = &[
    ("en", "What a ride. I see", "“What a ride,” said Mr. William Hague. “I see a capsule.”"),
    ("en", "What a ride. I see", "“What a ride,” said Sen. William Hague. “I see a capsule.”"),
    ("en", "What a ride. I see", "“What a ride,” Dr. William Hague told AFP. “I see a capsule.”"),
    ("en", "What a ride. I see a capsule.", "“What a ride,” said William Hague. “I see a capsule.” On it, Hague left."),
    (
        "en",
        "What a ride. I see a capsule.",
        "“What a ride,” said William Hague. “I see a capsule.” On Monday the crowd roared.",
    ),
    ("sk", "Ideme. Vyhráme.", "„Ideme,“ povedal William Hague. „Vyhráme.“"),
    ("hr", "Idemo. Pobjeđujemo.", "„Idemo“, rekao je. „Pobjeđujemo.“"),
];

/// Such as tell by a pronoun who speaks, behind the speaker's name or in front of it.
const GENUINE_PRONOUNS: &[(&str, &str, &str)] = &[
    (
        "en",
        "What a ride. I see a capsule.",
        "Ann Lee left. Then Hague’s wife saw William. “What a ride,” he said. “I see a capsule.”",
    ),
    ("en", "What a ride. I see", "William Hague sat down.\n\n“Ann Lee! What a ride,” he said. “I see a capsule.”"),
    (
        "en",
        "What a ride. I see",
        "He sat. “What a ride,” he said. “I see a capsule.” William Hague and Ann Lee laughed.",
    ),
    ("ru", "Мы идём. Мы победим.", "Ли рада Хейгу. «Мы идём, — сказал он. — Мы победим»."),
    (
        "ko",
        "우리는 간다. 우리는 이긴다",
        "이영희가 헤이그를 보았다. “우리는 간다”고 그는 말했다. “우리는 이긴다”고 덧붙였다.",
    ),
    ("zh", "我们走，我们会赢", "李看见黑格。“我们走，”他说，“我们会赢。”"),
];

#[test]
fn a_statement_that_only_its_attribution_interrupts_is_joined() {
    for (language, quote, source) in GENUINE.iter().chain(GENUINE_TITLES).chain(GENUINE_PRONOUNS) {
        assert_eq!(look(quote, source, language), Ok(CheckKind::Joined), "{quote}: {source}");
    }
}

/// What the speaker is called in the sources.
const NAMES_OF_SPEAKER: [&str; 5] = ["William", "Хейг", "헤이그", "黑格", "ヘイグ"];

/// Ways to make something else of an interruption: of the source, what to put in the place of what.
fn tampered_sources(source: &str) -> Vec<String> {
    let subjects = [
        "William Hague",
        "William",
        "Хейг",
        "헤이그",
        "黑格",
        "ヘイグ",
        " he ",
        " he.",
        " she ",
        " er ",
        " er.",
        " sie ",
        " il ",
        " он",
        "그는",
        "他",
        "ele",
        "hon",
        "він",
    ];
    let strangers = [
        "Ann Lee",
        "Lee",
        "Boris Hague-Stone",
        "Hague-Stone",
        "John Smith",
        "Mrs Hague",
        "Ли",
        "이영희는",
        "李",
        "リー",
        "nobody",
        "William Hague and Ann Lee",
        "Ann Lee for William Hague",
        "not William Hague",
        "him",
    ];
    let mut out = Vec::new();
    let Some((head, tail)) = gap_of(source) else { return out };
    let told = &source[head..tail];
    let put = |told: &str| format!("{}{told}{}", &source[..head], &source[tail..]);
    for subject in subjects.iter().filter(|subject| told.contains(**subject)) {
        let name = subject.trim_matches([' ', '.']);
        out.extend(strangers.iter().map(|stranger| put(&told.replacen(name, stranger, 1))));
    }
    let marks: Vec<(usize, char)> = told.char_indices().filter(|(_, c)| is_double_mark(*c)).collect();
    let (first, last) = (marks.first().copied(), marks.last().copied());
    if let (Some((_, close)), Some((at, open))) = (first, last) {
        let lead = &told[..at];
        for narration in [
            "He left.",
            "Ann Lee spoke next.",
            "The crowd fell silent.",
            "Nobody moved.",
            "Lee:",
            "Lee said:",
            "Then Ann Lee said:",
            "“No,” said Lee.",
            "Er ging.",
            "Il partit.",
            "Он ушёл.",
            "그는 떠났다.",
            "他走了。",
            "彼は去った。",
        ] {
            out.push(put(&format!("{lead}{narration} {open}")));
            out.push(put(&format!("{close} {narration}{}", &told[first.map_or(0, |(at, c)| at + c.len_utf8())..])));
        }
        out.push(put(&format!("{close} {open}")));
        out.push(put(&format!("{close}\n\n{open}")));
        out.push(put(&format!("{lead}\n\n{open}")));
        out.push(put(&told.replacen(close, "", 1)));
        out.push(put(lead));
        // Russian may do without both marks.
        if !told.contains('—') {
            out.push(put(&told.replace(is_double_mark, "")));
        }
        out.push(put(&format!("{close} in London {}", &told[close.len_utf8()..])));
        // "said" that is negated, or is no "said".
        for verb in [
            "said",
            "sagte",
            "a déclaré",
            "a-t-il dit",
            "сказал",
            "dijo",
            "zei",
            "sa ",
            "disse",
            "powiedział",
            "dedi",
            "asked",
        ] {
            for other in [
                "did not say",
                "never said",
                "heard",
                "told Lee that",
                "sagte nicht",
                "не сказал",
                "n’a pas dit",
                "no dijo",
                "hit",
            ] {
                if told.contains(verb) {
                    out.push(put(&told.replacen(verb, other, 1)));
                }
            }
        }
    }
    // The second statement is another's, or the first is.
    let whole = source.trim_end_matches(['.', ' ']);
    if !whole.contains("he told") && !whole.contains("said William Hague.") || whole.ends_with(is_double_mark) {
        let bare =
            source.trim_end_matches(|c: char| c == '.' || c == '。' || is_double_mark(c) || c == ' ' || c == '\'');
        if let Some(close) = source[bare.len()..].chars().find(|c| is_double_mark(*c)) {
            for given in [
                "said Ann Lee.",
                "Ann Lee said.",
                "replied Lee.",
                "said John Smith.",
                "John Smith said.",
                "smirked John Smith.",
            ] {
                out.push(format!("{bare},{close} {given}"));
            }
            for given in ["—John Smith", "– John Smith.", "(John Smith)", "\n– the mayor, Ann Lee", "– Ли"] {
                out.push(format!("{bare}.{close} {given}"));
            }
        }
    }
    // Only a pronoun tells who speaks, and it means somebody else.
    if !NAMES_OF_SPEAKER.iter().any(|name| told.contains(name)) {
        let opening = source.find(|c| is_double_mark(c) || c == '\'').unwrap_or(0);
        let (lead, statement) = source.split_at(opening);
        for stranger in [
            "Ann Lee stepped forward. ",
            "Ann Lee stepped forward.\n\n",
            "William Hague sat down. Mrs Lee’s turn came. ",
            "Boris Hague-Stone saw Hague. ",
            "John Smith stepped forward. ",
            "Хейг сел. Слово взяла Ли. ",
            "헤이그가 앉았다. 이영희가 일어났다. ",
            "黑格坐下，李站了起来。",
            "ヘイグが座り、リーが立った。",
        ] {
            let is_told_behind = stranger.starts_with("John") && source.contains("William");
            if !is_told_behind {
                out.push(format!("{lead}{stranger}{statement}"));
            }
        }
        if !source.contains("William") {
            out.push(format!("{source} Ann Lee applauded."));
        }
    }
    if !source.starts_with("So.") {
        out.push(format!("Ann Lee said: {source}"));
        out.push(format!("Lee asked this: {source}"));
    }
    out
}

/// From the mark that closes first to behind the one that opens again.
fn gap_of(source: &str) -> Option<(usize, usize)> {
    let gap = interruptions(source, TOLD_BYTES, false).into_iter().next()?;
    Some((gap.start, gap.end))
}

/// Ways to make something else of a quote.
fn tampered_quotes(quote: &str) -> Vec<String> {
    let words: Vec<&str> = quote.split(' ').collect();
    let mut out = vec![format!("{quote} not"), format!("not {quote}")];
    for at in 0..words.len() {
        let mut swapped = words.clone();
        swapped[at] = "other";
        out.push(swapped.join(" "));
        if at > 0 && at + 1 < words.len() {
            let mut lacking = words.clone();
            lacking.remove(at);
            out.push(lacking.join(" "));
        }
        let mut more = words.clone();
        more.insert(at, "never");
        out.push(more.join(" "));
    }
    if words.len() > 2 {
        let mut turned = words.clone();
        turned.rotate_left(words.len() / 2);
        out.push(turned.join(" "));
        let reversed: Vec<&str> = words.iter().rev().copied().collect();
        out.push(reversed.join(" "));
    }
    out
}

#[test]
fn no_tampered_interruption_is_joined() {
    let mut tried = 0;
    let mut passed = Vec::new();
    for (language, quote, source) in GENUINE {
        let sources =
            tampered_sources(source).into_iter().filter(|it| it != source).map(|it| ((*quote).to_owned(), it));
        let quotes = tampered_quotes(quote).into_iter().filter(|it| it != quote).map(|it| (it, (*source).to_owned()));
        for (quote, source) in sources.chain(quotes) {
            tried += 1;
            if look(&quote, &source, language).is_ok() {
                passed.push(format!("{language}: {quote} | {source}"));
            }
        }
    }
    assert!(passed.is_empty(), "{} of {tried} are let through:\n{}", passed.len(), passed.join("\n"));
    assert_eq!(tried, 2_982, "as many as the tables make");
}

#[test]
fn two_statements_are_not_joined() {
    for source in [
        // A full sentence of narration, though it tells who speaks.
        "“What a ride.” Hague said. “I see a capsule.”",
        "Lee said: “What a ride.” William Hague said: “I see a capsule.”",
        "“What a ride!” William Hague said: “I see a capsule.”",
        "“What a ride”. William Hague said. “I see a capsule.”",
        // A name that two people of the story share.
        "“What a ride,” said Hague. “I see a capsule.”",
        // More than an attribution.
        "“What a ride,” said William Hague, laughing. “I see a capsule.”",
        "“What a ride,” said William Hague (Lee disagreed). “I see a capsule.”",
        "“What a ride,” he said of Lee. “I see a capsule.”",
        "“What a ride,” said. “I see a capsule.”",
        // The second is given to somebody else behind it.
        "“What a ride,” said William Hague. “I see a capsule” was the answer of John Smith.",
        "“What a ride,” said William Hague. “I see a capsule.” And John Smith said it.",
        "“What a ride,” said William Hague. “I see a capsule.” Then John Smith answered William.",
        "“What a ride,” said William Hague. “I see a capsule.” So, in the end, spoke Ann Lee.",
        "“What a ride,” said William Hague. “I see a capsule!” – John Smith",
        "“What a ride,” he said. “I see a capsule,” she said.",
        "“What a ride,” she said. “I see a capsule!” he cried.",
        // A title that tells of somebody else.
        "“What a ride,” said Mrs. Hague. “I see a capsule.”",
        "“What a ride,” said Lee. William Hague. “I see a capsule.”",
        // A pronoun that means somebody else, or nobody knows whom.
        "Ann Lee stepped forward. “What a ride,” she said. “I see a capsule.”",
        "William Hague came with Ann Lee. “What a ride,” she said. “I see a capsule.”",
        "“No,” said Ann Lee.\n\n“What a ride,” she added. “I see a capsule.”",
        "John Smith stepped forward. “What a ride,” he said. “I see a capsule.”",
        "“What a ride,” she said. “I see a capsule.” Ann Lee laughed, and William Hague cried.",
        // What follows belongs to somebody else.
        "“What a ride,” said William Hague. “I see a capsule!” Lee thundered.",
        "“What a ride,” said William Hague. “I see a capsule,” Lee told Hague.",
        "“What a ride,” said William Hague. “I see a capsule and a crew,” said Lee.",
        // Another quotation stands between, or a nested one ends there.
        "“He said ‘What a ride,” said William Hague. “Well. “I see a capsule.”",
        "“What a ride,” said William Hague. “No,” said Lee. “I see a capsule.”",
    ] {
        let found = look("What a ride. I see a capsule", source, "en");
        assert!(found.is_err(), "{source}: {found:?}");
    }
}
