//! How each language tells who speaks, as tables: verbs, pronouns, and the little words around them. The languages are
//! those of [`super::negators`].

/// How a language tells who speaks.
pub(super) struct Cues {
    /// The subtags of the languages that this row is for.
    pub(super) languages: &'static str,
    /// Verbs, with the auxiliary before them; `_` stands for a subject between the two. Divided by commas.
    pub(super) verbs: &'static str,
    /// Pronouns that can be a subject.
    pub(super) pronouns: &'static str,
    /// Particles behind a subject.
    pub(super) after_subject: &'static str,
    /// Words that lead from the quotation to the rest.
    pub(super) before_all: &'static str,
    /// Whether a verb alone says that he or she speaks.
    pub(super) drops_pronoun: bool,
}

const NONE: Cues =
    Cues { languages: "", verbs: "", pronouns: "", after_subject: "", before_all: "", drops_pronoun: false };

/// The row of a language, by its subtag.
pub(super) fn cues(subtag: &str) -> Option<&'static Cues> {
    CUES.iter().find(|row| row.languages.split(' ').any(|language| language == subtag))
}

const CUES: &[Cues] = &[
    Cues {
        languages: "en",
        verbs: "said,says,added,adds,told reporters,told journalists,told afp,told reuters,told ap,told cnn,told the bbc,\
                told tass,told interfax,told yonhap,told kyodo,told parliament,stated,states,explained,explains,continued,noted,notes,wrote,writes,\
                recalled,recalls,declared,remarked,observed,replied,answered,asked,insisted,argued,warned,joked,concluded,\
                announced,exclaimed,commented,admitted,stressed,tweeted,posted,went on",
        pronouns: "he she they it",
        ..NONE
    },
    Cues {
        languages: "de",
        verbs: "sagte,sagt,sagten,erklärte,erklärt,meinte,meint,betonte,betont,fügte hinzu,fügte _ hinzu,ergänzte,schrieb,\
                schreibt,berichtete,berichtet,antwortete,fragte,rief,warnte,erläuterte,so,hat gesagt,hat _ gesagt,\
                sagte weiter,fuhr fort,fuhr _ fort,bemerkte,kommentierte,erzählte,teilte mit,teilte _ mit",
        pronouns: "er sie es",
        ..NONE
    },
    Cues {
        languages: "fr",
        verbs: "dit,déclare,déclara,ajoute,ajouta,affirme,affirma,explique,expliqua,précise,souligne,assure,note,raconte,\
                poursuit,écrit,estime,lance,conclut,répond,répondit,a dit,a déclaré,a ajouté,a affirmé,a expliqué,a précisé,\
                a souligné,a assuré,a noté,a raconté,a poursuivi,a écrit,a estimé,a lancé,a conclu,a répondu,a _ dit,\
                a _ déclaré,a _ ajouté,a _ affirmé,a _ expliqué,a _ précisé,a _ souligné,a _ assuré,a _ raconté,\
                a _ poursuivi,a _ écrit,a _ estimé,a _ lancé,a _ conclu,a _ répondu,ont dit,ont _ dit,ont déclaré,ont _ déclaré",
        pronouns: "il elle ils elles",
        ..NONE
    },
    Cues {
        languages: "ru",
        verbs: "сказал,сказала,сказали,заявил,заявила,заявили,добавил,добавила,отметил,отметила,подчеркнул,подчеркнула,\
                пояснил,пояснила,сообщил,сообщила,написал,написала,говорит,говорил,говорила,ответил,ответила,спросил,спросила,\
                продолжил,продолжила,объяснил,объяснила,уточнил,уточнила,считает,рассказал,рассказала,напомнил,напомнила",
        pronouns: "он она они",
        ..NONE
    },
    Cues {
        languages: "uk",
        verbs: "сказав,сказала,заявив,заявила,додав,додала,зазначив,зазначила,наголосив,наголосила,підкреслив,підкреслила,\
                пояснив,пояснила,повідомив,повідомила,написав,написала,говорить,відповів,відповіла,розповів,розповіла",
        pronouns: "він вона вони",
        ..NONE
    },
    Cues {
        languages: "ko",
        verbs: "말했다,밝혔다,전했다,덧붙였다,강조했다,설명했다,주장했다,언급했다,답했다,썼다,적었다,지적했다,말하고,말하며,밝히고,밝히며,\
                말한 뒤,말하면서",
        pronouns: "그 그녀 그들",
        after_subject: "은 는 이 가 께서는 께서",
        before_all: "이라고 라고 이라며 라며 고 며",
        ..NONE
    },
    Cues {
        languages: "es",
        verbs: "dijo,dice,dijeron,añadió,añade,afirmó,afirma,declaró,explicó,explica,señaló,señala,aseguró,asegura,agregó,\
                escribió,indicó,subrayó,apuntó,sostuvo,comentó,respondió,preguntó,concluyó,ha dicho,ha declarado,ha añadido,\
                ha afirmado,ha asegurado,ha explicado",
        pronouns: "él ella ellos ellas",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "it",
        verbs: "dice,disse,dichiara,dichiarò,aggiunge,aggiunse,afferma,spiega,spiegò,scrive,scrisse,sottolinea,racconta,\
                conclude,ha detto,ha dichiarato,ha aggiunto,ha affermato,ha spiegato,ha scritto,ha sottolineato,ha raccontato,\
                ha concluso,ha proseguito,hanno detto",
        pronouns: "lui lei egli ella loro",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "pt",
        verbs: "disse,diz,afirmou,afirma,declarou,acrescentou,explicou,explica,escreveu,ressaltou,destacou,completou,contou,\
                respondeu,perguntou,concluiu,disseram",
        pronouns: "ele ela eles elas",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "nl",
        verbs: "zei,zegt,zeiden,verklaarde,verklaart,voegde toe,voegde _ toe,voegde eraan toe,voegde _ eraan toe,schreef,\
                schrijft,vertelde,vertelt,benadrukte,antwoordde,vroeg,aldus,stelde,legde uit,legde _ uit,heeft gezegd",
        pronouns: "hij zij ze",
        ..NONE
    },
    Cues {
        languages: "sv da nb nn no",
        verbs: "sade,sa,säger,sagde,siger,sier,tillade,tillägger,tilføjede,tilføjer,la til,la _ til,skrev,skriver,förklarade,\
                forklarede,forklarte,berättade,fortalte,fortæller,svarade,svarede,svarte,menade,menar",
        pronouns: "han hon hun de",
        ..NONE
    },
    Cues {
        languages: "pl",
        verbs: "powiedział,powiedziała,powiedzieli,mówi,mówił,mówiła,dodał,dodała,stwierdził,stwierdziła,podkreślił,podkreśliła,\
                zaznaczył,zaznaczyła,oświadczył,oświadczyła,wyjaśnił,wyjaśniła,napisał,napisała,odpowiedział,odpowiedziała",
        pronouns: "on ona oni one",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "cs",
        verbs: "řekl,řekla,řekli,říká,uvedl,uvedla,dodal,dodala,prohlásil,prohlásila,vysvětlil,vysvětlila,napsal,napsala,\
                odpověděl,odpověděla",
        pronouns: "on ona oni",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "sk",
        verbs: "povedal,povedala,povedali,hovorí,uviedol,uviedla,dodal,dodala,vyhlásil,vyhlásila,vysvetlil,vysvetlila,\
                napísal,napísala,odpovedal,odpovedala",
        pronouns: "on ona oni",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "hr",
        verbs: "rekao,rekla,rekli,kaže,dodao,dodala,izjavio,izjavila,objasnio,objasnila,napisao,napisala,odgovorio,odgovorila,\
                istaknuo,istaknula,poručio,poručila,ističe,dodaje,rekao je,rekla je,rekli su,dodao je,dodala je,izjavio je,\
                izjavila je,objasnio je,objasnila je,napisao je,napisala je,odgovorio je,odgovorila je,istaknuo je,\
                istaknula je,poručio je,poručila je",
        pronouns: "on ona oni one",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "hu",
        verbs: "mondta,mondja,közölte,hangsúlyozta,tette hozzá,írta,jelentette ki,fogalmazott,nyilatkozta,válaszolta",
        pronouns: "ő ők",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "el",
        verbs: "είπε,δήλωσε,ανέφερε,πρόσθεσε,τόνισε,σημείωσε,εξήγησε,έγραψε,απάντησε,λέει",
        pronouns: "αυτός αυτή αυτοί εκείνος εκείνη",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "tr",
        verbs: "dedi,diyor,söyledi,belirtti,ekledi,açıkladı,vurguladı,kaydetti,yazdı,ifade etti,konuştu,dediler",
        pronouns: "o onlar",
        before_all: "diye",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "id ms",
        verbs: "kata,ujar,ucap,tutur,jelas,tegas,ungkap,tulis,imbuh,tambah,katanya",
        pronouns: "dia ia mereka beliau",
        ..NONE
    },
    Cues {
        languages: "vi",
        verbs: "nói,cho biết,khẳng định,tuyên bố,chia sẻ,viết,nhấn mạnh,nói thêm,trả lời",
        pronouns: "ông bà anh chị họ",
        ..NONE
    },
    Cues {
        languages: "ar",
        verbs: "قال,قالت,أضاف,أضافت,أكد,أكدت,صرح,صرحت,أوضح,أوضحت,كتب,كتبت,ذكر,ذكرت,يقول,تقول",
        pronouns: "هو هي هم",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "fa",
        verbs: "گفت,افزود,نوشت,تاکید کرد,تأکید کرد,اظهار داشت,می گوید,اعلام کرد",
        pronouns: "او وی آنها",
        drops_pronoun: true,
        ..NONE
    },
    Cues {
        languages: "he",
        verbs: "אמר,אמרה,אמרו,הוסיף,הוסיפה,הדגיש,הדגישה,הסביר,הסבירה,כתב,כתבה,ציין,ציינה,הצהיר,הצהירה,אומר,אומרת",
        pronouns: "הוא היא הם הן",
        ..NONE
    },
    Cues {
        languages: "hi",
        verbs: "कहा,बताया,लिखा,जोड़ा,कहते हैं,कहती हैं",
        pronouns: "उन्होंने उसने उन्होने",
        after_subject: "ने",
        ..NONE
    },
    Cues {
        languages: "zh",
        verbs: "说,說,表示,指出,强调,強調,补充说,補充說,补充道,補充道,写道,寫道,称,稱,说道,說道,告诉记者,认为,認為",
        pronouns: "他 她 他们 她们 他們 她們",
        ..NONE
    },
    Cues {
        languages: "ja",
        verbs: "述べた,語った,話した,言った,いう,説明した,強調した,付け加えた,書いた,述べ,語り,話し",
        pronouns: "彼 彼女 彼ら",
        after_subject: "は が 氏は 氏が さんは さんが",
        before_all: "と",
        ..NONE
    },
    Cues {
        languages: "th", verbs: "กล่าว,กล่าวว่า,บอก,พูด,ระบุ,เขียน", pronouns: "เขา เธอ พวกเขา", ..NONE
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::negation::folded;
    use crate::proof::negators::WORDS;

    #[test]
    fn every_language_that_knows_negations_knows_who_speaks() {
        for (language, _) in WORDS {
            assert!(cues(language).is_some(), "{language}");
        }
    }

    #[test]
    fn the_tables_hold_words_as_they_are_compared() {
        for row in CUES {
            let words = row.verbs.split([',', ' ']).chain(row.pronouns.split(' '));
            for word in words.filter(|word| *word != "_") {
                assert_eq!(folded(word), word, "{}", row.languages);
                assert!(!word.is_empty(), "{}", row.languages);
            }
        }
    }
}
