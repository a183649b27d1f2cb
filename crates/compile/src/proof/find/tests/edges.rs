//! What stands at the edges of a quote: brackets, dashes, units, and the negations that it leaves out.

use super::*;
use crate::proof::negators::WORDS;

#[test]
fn letters_of_another_case_are_the_words_of_the_source() {
    for (quote, source) in [
        ("[c]’est la fin du vieux moulin", "« C’est la fin du vieux moulin », a-t-elle dit."),
        ("[l]’eau est froide ici", "« L’eau est froide ici. »"),
        ("[L]’eau est froide ici", "Je sais que l’eau est froide ici."),
        ("[I]’m tired of the mill", "he wrote: “i’m tired of the mill”"),
        ("[qu]'il vienne demain matin", "« Qu’il vienne demain matin ! »"),
        ("[É]tat de droit pour tous", "un état de droit pour tous"),
        ("l’[É]tat et ses droits", "Voici l’état et ses droits."),
        ("[The] mill stands in the town", "Here the mill stands in the town."),
        ("[A] mill stands in the town", "Here a mill stands in the town."),
        ("[À] la fin du moulin", "« à la fin du moulin »"),
    ] {
        assert_eq!(look(quote, source).map(|found| found.kind), Ok(CheckKind::Elided), "{quote}");
    }
    for (quote, source) in [
        ("[T]he gate is open now", "Do not think the gate is open now."),
        ("[The] gate is open now", "Do not think the gate is open now."),
        ("[l]’air est froid ici", "« L’eau est froide ici. »"),
        ("[A] mill stands in the town", "Here the mill stands in the town."),
    ] {
        assert!(look(quote, source).is_err(), "{quote}");
    }
}

#[test]
fn a_dash_may_end_a_quote_whatever_follows() {
    for (quote, source) in [
        ("I'm tired of the old mill and your a—", "He wrote: “I’m tired of the old mill and your a—,” and left."),
        ("I'm tired and your a -- ", "“I’m tired and your a—”"),
        ("— I'm tired", "so—I’m tired"),
    ] {
        assert_eq!(look(quote, source).map(|found| found.kind), Ok(CheckKind::Normalised), "{quote}");
    }
}

#[test]
fn a_unit_may_follow_a_mark_but_not_another_number() {
    let source = "“I did all I had to do to get 70 percent of the vote in 5 towns, and 3 million more,” he said.";
    assert_eq!(look("I did all I had [...] percent of the vote", source).map(|it| it.kind), Ok(CheckKind::Elided));
    for quote in ["percent of the vote", "get 70 [...] of the vote", "the vote in 5 [...] million more"] {
        assert!(look(quote, source).is_err(), "{quote}");
    }
}

/// What the negations of its first and its last sentence that a quote leaves out are.
fn cut_words(quote: &str, source: &str, language: &str) -> Result<Vec<String>, Miss> {
    let found = find(&Text::new(quote), &Text::new(source), language, Names::default)?;
    Ok(found.cuts.into_iter().map(|cut| cut.word).collect())
}

#[test]
fn a_negation_at_an_edge_is_refused_under_a_mark_and_told_without_one() {
    for (language, quote, source, word) in [
        ("en", "open the gate. It has no lock", "“Don’t open the gate. It has no lock,” she said.", "Don’t"),
        ("en", "we open the gate", "Unless it rains, we open the gate.", "Unless"),
        ("en", "to open the gate", "They refuse to open the gate.", "refuse"),
        ("en", "opened the gate", "He denies that he opened the gate.", "denies"),
        ("en", "open the old gate", "We hardly open the old gate.", "hardly"),
        ("en", "an open old gate", "It is anything but an open old gate.", "anything but"),
        ("en", "open the old gate", "He will not “open the old gate”.", "not"),
        ("en", "We open the gate", "“We open the gate,” he said, “but never today.”", "never"),
        ("en", "open the gate", "I would never, “open the gate” for them.", "never"),
        ("en", "open the gate", "“We are calm. I would never, ever say, ‘open the gate’ to them.”", "never"),
        ("en", "We will open the gate", "“We will open the gate,” is not what he promised.", "not"),
        ("en", "We will open the gate", "“We will open the gate!” was never his word.", "never"),
        ("en", "We open the gate", "She never said: “We open the gate,” and so on.", "never"),
        ("en", "We open the gate", "“We open the gate,” said nobody in town.", "nobody"),
        ("de", "Wir öffnen das Tor", "Sie sagte nie: „Wir öffnen das Tor.“", "nie"),
        ("de", "Wir öffnen das Tor", "„Wir öffnen das Tor“, hat sie nie gesagt.", "nie"),
        ("fr", "Nous ouvrons la porte", "Elle n’a pas dit : « Nous ouvrons la porte. »", "n’a"),
        (
            "ja",
            "私たちは古い水車小屋を閉める",
            "「私たちは古い水車小屋を閉める」、とは言わなかった。",
            "とは言わなかった",
        ),
        ("de", "Wir schließen die alte Mühle", "„Wir schließen die alte Mühle nicht“, sagte sie.", "nicht"),
        ("de", "Wir schließen die alte Mühle", "Wir schließen die alte Mühle auf keinen Fall.", "keinen"),
        ("nl", "Wij sluiten de oude molen", "„Wij sluiten de oude molen niet”, zei ze.", "niet"),
        ("sv", "Vi stänger den gamla kvarnen", "”Vi stänger den gamla kvarnen aldrig”, sa hon.", "aldrig"),
        ("fr", "Nous fermons le vieux moulin", "« Nous fermons le vieux moulin sous aucun prétexte. »", "aucun"),
        ("ru", "закроем старую мельницу", "Мы никогда не закроем старую мельницу.", "никогда"),
        ("ko", "우리는 낡은 방앗간을 닫지", "“우리는 낡은 방앗간을 닫지 않겠다”고 말했다.", "않겠다"),
        ("tr", "Eski değirmeni bugün", "“Eski değirmeni bugün kapatmıyoruz” dedi.", "kapatmıyoruz"),
        ("hi", "हम पुरानी चक्की बंद", "हम पुरानी चक्की बंद नहीं करेंगे।", "नहीं"),
        ("ja", "私たちは古い水車小屋を閉め", "「私たちは古い水車小屋を閉めません」と述べた。", "ません"),
        ("zh", "关闭这座古老的磨坊", "我们不关闭这座古老的磨坊。", "我们不"),
    ] {
        assert_eq!(cut_words(quote, source, language), Ok(vec![word.to_owned()]), "{quote}");
        let marked =
            if source.find(word) < source.find(quote) { format!("[...] {quote}") } else { format!("{quote} [...]") };
        let found = cut_words(&marked, source, language);
        assert!(matches!(found, Err(Miss::Negation { .. })), "{marked}: {found:?}");
    }
    for (quote, source) in [
        ("It has no lock", "“Don’t open the gate. It has no lock,” she said."),
        ("We open the gate", "He did not wait. “We open the gate,” he said without a smile. Nobody spoke."),
        ("We open the gate", "Asked why he did not come, William Hague said: “We open the gate.”"),
        ("We open the gate", "Behind a door that never shuts, he said: “We open the gate.”"),
        ("open the gate", "Do not open the gate. Now open the gate."),
    ] {
        assert_eq!(cut_words(quote, source, "en"), Ok(Vec::new()), "{quote}");
    }
}

#[test]
fn an_abbreviation_hides_no_negation() {
    for (language, source) in [
        ("en", "We do not want No. 10 to open the gate."),
        ("en", "We will not under Art. 5 open the gate."),
        ("en", "We do not let Adm. Lee open the gate."),
        ("de", "Wir wollen nicht nach Nr. 10 Abs. 2 open the gate."),
        ("es", "No queremos con el núm. 10 open the gate."),
    ] {
        let found = cut_words("[...] open the gate", source, language);
        assert!(matches!(found, Err(Miss::Negation { .. })), "{source}: {found:?}");
    }
    let found = cut_words("open the gate", "They love art. I said no. I open the gate.", "en");
    assert_eq!(found, Ok(Vec::new()));
}

#[test]
fn a_mark_hides_no_half_of_a_negation() {
    for (language, quote, source) in [
        ("de", "Wir schließen einen neuen Krieg [...]", "„Wir schließen einen neuen Krieg aus“, sagte sie."),
        (
            "de",
            "Wir schließen einen neuen Krieg [...] und öffnen das Tor",
            "Wir schließen einen neuen Krieg aus und öffnen das Tor.",
        ),
        ("de", "Wir weisen das Angebot der Stadt [...]", "Wir weisen das Angebot der Stadt zurück."),
        ("de", "Wir lehnen das Angebot der Stadt [...]", "Wir lehnen das Angebot der Stadt ab."),
        ("en", "We rule the use of force [...]", "“We rule the use of force out,” he said."),
        ("nl", "Wij sluiten een nieuwe oorlog [...]", "Wij sluiten een nieuwe oorlog uit."),
        ("fr", "[...] que la vieille porte reste ouverte", "« J’exclus que la vieille porte reste ouverte. »"),
        ("fr", "[...] d’ouvrir la vieille porte", "La loi m’interdit d’ouvrir la vieille porte."),
        ("it", "[...] di aprire la vecchia porta", "La legge c’impedisce di aprire la vecchia porta."),
        ("it", "[...] che la porta resti aperta", "S’esclude che la porta resti aperta."),
    ] {
        let found = cut_words(quote, source, language);
        assert!(matches!(found, Err(Miss::Negation { .. })), "{quote}: {found:?}");
    }
}

#[test]
fn a_name_that_is_left_out_is_no_negation() {
    for (quote, source) in [
        ("[...] we will open the old gate", "With President Duda, we will open the old gate."),
        ("[...] we will open the old gate", "With Evita Perón, we will open the old gate."),
        ("[...] we will open the old gate", "With Nia Long, we will open the old gate."),
        ("[...] we will open the old gate", "With Soha Ali, we will open the old gate."),
        ("[...] we will open the old gate", "With Inga Meier, we will open the old gate."),
        ("[...] we will open the old gate", "In Chiang Mai, we will open the old gate."),
        ("[...] we will open the old gate", "In Pas-de-Calais, we will open the old gate."),
        ("[...] we will open the old gate", "As a non-profit, we will open the old gate."),
        ("[...] will open the old gate", "No. 10 will open the old gate."),
        ("[...] we will open the old gate", "With No. 10, we will open the old gate."),
        (
            "we open the old gate [...]",
            "“We think we open the old gate today,” said an official who was not authorized to speak.",
        ),
        ("we will open [...] the old gate", "we will open with President Duda the old gate."),
    ] {
        assert_eq!(cut_words(quote, source, "en"), Ok(Vec::new()), "{source}");
    }
}

/// In each language, an ordinary negation: a quote that leaves it out under its mark, and the sentence.
const NEGATED: &[(&str, &str, &str)] = &[
    ("en", "[...] opening the gate", "We rule out opening the gate."),
    ("en", "[...] opening the gate", "We turned down opening the gate."),
    ("de", "[...] die Mühle zu schließen", "Wir lehnen es ab, die Mühle zu schließen."),
    ("de", "[...] die Mühle zu schließen", "Er lehnte den Vorschlag des Rates ab, die Mühle zu schließen."),
    ("de", "[...] dass wir die Mühle schließen", "Wir schließen aus, dass wir die Mühle schließen."),
    ("de", "[...] wir schließen die Mühle", "Wir weisen das zurück: wir schließen die Mühle."),
    ("de", "[...] wir schließen die Mühle", "Nein, wir schließen die Mühle."),
    ("fr", "[...] avoir ouvert la porte", "Nous nions avoir ouvert la porte."),
    ("fr", "[...] ouvrir la vieille porte", "Ils rejetaient l’idée d’ouvrir la vieille porte."),
    ("fr", "[...] avoir ouvert la porte", "Nous démentons avoir ouvert la porte."),
    ("ru", "[...] открывать старые ворота", "Я отвергаю требование открывать старые ворота."),
    ("ko", "우리는 대문을 여는 것을 [...]", "우리는 대문을 여는 것을 부인한다."),
    ("es", "[...] haber abierto la puerta", "Desmentimos haber abierto la puerta."),
    ("it", "[...] di aprire la porta", "Escludiamo di aprire la porta."),
    ("pt", "[...] abrir a porta velha", "Rejeitaremos abrir a porta velha."),
    ("nl", "[...] de poort te openen", "Wij wijzen het voorstel af, de poort te openen."),
    ("nl", "[...] de poort zal open gaan", "Nee, de poort zal open gaan."),
    ("sv", "[...] sagt om den gamla porten", "Jag har ingenting sagt om den gamla porten."),
    ("sv", "[...] öppna eller stänga porten", "Vi vill varken öppna eller stänga porten."),
    ("da", "[...] åbne eller lukke porten", "Vi vil hverken åbne eller lukke porten."),
    ("no", "[...] åpne eller lukke porten", "Vi vil verken åpne eller lukke porten."),
    ("nb", "[...] at vi åpner porten", "Vi avviser at vi åpner porten."),
    ("pl", "[...] że otworzymy starą bramę", "Wykluczamy, że otworzymy starą bramę."),
    ("uk", "[...] відчинити стару браму", "Ми відкидаємо вимогу відчинити стару браму."),
    ("el", "[...] να ανοίξουμε την πύλη", "Αρνούνται να ανοίξουμε την πύλη."),
    ("tr", "Eski kapıyı bugün [...]", "Eski kapıyı bugün açmam."),
    ("cs", "[...] otevřít starou bránu", "Nechceme otevřít starou bránu."),
    ("sk", "[...] otvoriť starú bránu", "Nechceme otvoriť starú bránu."),
    ("hu", "[...] kinyitni a régi kaput", "Visszautasítjuk kinyitni a régi kaput."),
    ("id", "[...] akan membuka gerbang", "Kami tak akan membuka gerbang."),
    ("vi", "[...] mở cánh cổng cũ", "Chúng tôi bác bỏ mở cánh cổng cũ."),
    ("ar", "[...] نفتح البوابة القديمة", "ولن نفتح البوابة القديمة"),
    ("ar", "[...] نفتح البوابة القديمة", "ولا نفتح البوابة القديمة"),
    ("ar", "[...] نفتح البوابة القديمة", "فلن نفتح البوابة القديمة"),
    ("fa", "[...] دروازه قدیمی را باز", "ما هیچگاه دروازه قدیمی را باز"),
    ("he", "[...] נפתח את השער", "ולא נפתח את השער"),
    ("he", "[...] נפתח את השער", "הוא אמר שלא נפתח את השער"),
    ("hi", "पुराना फाटक खोलने की बात [...]", "पुराना फाटक खोलने की बात हमने ठुकराया।"),
    ("zh", "[...] 打开这座古老的大门", "我们拒打开这座古老的大门。"),
    ("ja", "[...] 待つことにしたのだ", "門を開けず待つことにしたのだ。"),
    ("ja", "門を開け [...]", "門を開けず、待つ"),
    ("th", "[...] เปิดประตูเก่าบานนี้", "เราไม่เปิดประตูเก่าบานนี้"),
];

#[test]
fn each_language_knows_its_ordinary_negations() {
    for (language, quote, source) in NEGATED {
        let found = cut_words(quote, source, language);
        assert!(matches!(found, Err(Miss::Negation { .. })), "{language}: {quote}: {found:?}");
    }
    for (language, _) in WORDS {
        assert!(NEGATED.iter().any(|(known, ..)| known == language), "{language}");
    }
}
