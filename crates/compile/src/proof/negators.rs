//! The words by which a sentence comes to mean its contrary, as tables: negations proper, what comes near to them
//! ("hardly", "unless"), and verbs that deny what follows ("refuse", "deny").

/// Such words. Those of every row count in every language, but for what [`OTHERWISE`] names.
pub(super) const WORDS: &[(&str, &str)] = &[
    (
        "en",
        "not no never none nobody nothing nowhere neither nor cannot without unless lest hardly scarcely barely seldom rarely \
         deny denies denied denying refuse refuses refused refusing refusal reject rejects rejected rejecting forbid forbids \
         forbade forbidden forbidding prohibit prohibits prohibited prohibiting prevent prevents prevented preventing avoid \
         avoids avoided avoiding doubt doubts doubted doubting doubtful impossible unlikely unable unwilling untrue",
    ),
    (
        "de",
        "nicht nichts nie niemals niemand niemanden niemandem kein keine keinen keinem keiner keines weder ohne \
         keineswegs keinesfalls keinerlei nirgends nirgendwo mitnichten kaum schwerlich selten anstatt statt unmöglich \
         leugne leugnen leugnet leugnete leugneten geleugnet bestreite bestreiten bestreitet bestritt bestritten weigere \
         weigern weigert weigerte weigerten geweigert verweigern verweigert verweigerte ablehnen ablehnt ablehnte abgelehnt \
         verbieten verbietet verbot verboten verhindern verhindert verhinderte vermeiden vermeidet vermied bezweifle \
         bezweifeln bezweifelt bezweifelte",
    ),
    (
        "fr",
        "ne pas jamais rien aucun aucune ni non sans guère nullement sauf nie nient nier nié refuse refusent refuser refusons \
         refusé refusait rejette rejettent rejeter rejeté dément démentent démentir démenti empêche empêchent empêcher \
         interdit interdire évite éviter doute doutons douter",
    ),
    (
        "ru",
        "не ни нет нельзя никогда никто никого никому никем ничто ничего ничему ничем никакой никакая никакие никаких никак \
         никуда нигде без едва вряд кроме вместо невозможно отказался отказалась отказались отказывается отказываются \
         отказываемся отказываюсь отказаться отрицает отрицают отрицаем отрицал отрицала отрицали отверг отвергла отвергли \
         отвергает отвергаем запретить запретил запрещает запрещаем сомневаюсь сомневаемся",
    ),
    ("ko", "안 못 마라 말라 말자 말아 말아야 말고 마세요 마십시오"),
    (
        "es",
        "nunca jamás nada nadie ningún ninguno ninguna sin tampoco apenas difícilmente imposible salvo excepto niego niega \
         niegan negó negar negamos rechazo rechaza rechazan rechazó rechazar rechazamos prohíbe prohibir impide impedir evita \
         evitar dudo duda dudamos dudar",
    ),
    (
        "it",
        "mai nessun nessuno nessuna niente nulla senza né nemmeno neppure neanche difficilmente impossibile anziché tranne nego \
         nega negano negare negò neghiamo rifiuto rifiuta rifiutano rifiutare rifiutò rifiutiamo vieta vietare impedisce \
         impedire evitare",
    ),
    (
        "pt",
        "não nunca nem nenhum nenhuma ninguém sem jamais dificilmente impossível exceto nego nega negam negou negar recuso recusa \
         recusam recusou recusar recusamos rejeita rejeitam rejeitou rejeitar proíbe proibir impede impedir",
    ),
    (
        "nl",
        "niet niets niemand geen nooit nergens nimmer zonder nauwelijks tenzij allesbehalve onmogelijk ontken ontkent ontkennen \
         ontkende weiger weigert weigeren weigerde verbiedt verbieden voorkomt voorkomen",
    ),
    (
        "sv",
        "inte aldrig ingen inget inga ej icke knappast knappt utan omöjligt såvida vägrar vägrade vägra nekar nekade neka \
         förnekar förnekade förneka ikke ikkje aldri uten uden nekter nektet nekte nægter nægtede nægte benekter benektet \
         benægter umulig umuligt medmindre",
    ),
    (
        "pl",
        "nie nigdy nikt nikogo nic nigdzie ani bez żaden żadna żadne żadnego żadnych ledwie zamiast odmawia odmawiam odmawiamy \
         odmówił odmówiła zaprzecza zaprzeczam zaprzeczył zaprzeczyła zabrania",
    ),
    (
        "uk",
        "немає ніколи ніхто нічого ніде ніякий жоден жодна жодного жодної ні навряд замість неможливо відмовляється \
         відмовляємося відмовився відмовилася заперечує заперечуємо заперечив",
    ),
    (
        "el",
        "δεν δε μη μην όχι ποτέ χωρίς ούτε κανείς κανένας καμία τίποτα πουθενά αρνείται αρνούμαι αρνούμαστε αρνήθηκε",
    ),
    ("tr", "değil yok hiç asla olmadan olmaksızın yerine reddetti reddediyor reddediyoruz"),
    ("cs", "není nejsou nebude nikdy nikdo žádný žádná žádné odmítá odmítl odmítáme popírá popřel"),
    ("hu", "nem nincs nincsenek soha senki semmi nélkül"),
    ("id", "tidak bukan jangan tanpa belum tiada kecuali menolak membantah enggan"),
    ("vi", "không chẳng chưa đừng"),
    ("ar", "لا لم لن ليس ليست لست لسنا دون بدون غير رفض يرفض نرفض أرفض نفى ينفي ننفي"),
    ("fa", "نه نیست نیستند هرگز هیچ بدون نباید"),
    ("he", "לא אין בלי אינו אינה אינם אינני איננו לעולם מעולם מסרב סירב מכחיש הכחיש"),
    ("hi", "नहीं ना न मत बिना इनकार इंकार"),
];

/// In these languages, these words are something else.
pub(super) const OTHERWISE: &[(&str, &str)] = &[
    ("pt", "no né apenas"),
    ("pl", "no"),
    ("cs", "no"),
    ("it", "ne"),
    ("nl", "pas"),
    ("de", "mai"),
    ("fr", "mai né"),
    ("en", "sin nada nic salvo"),
    ("sv", "sin ni"),
    ("da", "sin ni"),
    ("cs", "sem nic"),
    ("tr", "ne"),
    ("hr", "nada"),
    ("vi", "mai"),
    ("id", "pas"),
];

/// Words that negate together, in every language.
pub(super) const PHRASES: &[&[&str]] = &[
    &["anything", "but"],
    &["far", "from"],
    &["rather", "than"],
    &["instead", "of"],
    &["short", "of"],
    &["fail", "to"],
    &["fails", "to"],
    &["failed", "to"],
    &["failing", "to"],
    &["decline", "to"],
    &["declines", "to"],
    &["declined", "to"],
    &["declining", "to"],
    &["the", "last", "thing"],
    &["es", "sei", "denn"],
    &["alles", "andere", "als"],
    &["weit", "davon", "entfernt"],
    &["lehnt", "ab"],
    &["außer", "wenn"],
    &["à", "moins"],
    &["à", "peine"],
    &["plutôt", "que"],
    &["au", "lieu"],
    &["loin", "de"],
    &["a", "menos", "que"],
    &["en", "vez", "de"],
    &["en", "lugar", "de"],
    &["lejos", "de"],
    &["em", "vez", "de"],
    &["longe", "de"],
    &["a", "meno", "che"],
    &["invece", "di"],
    &["in", "plaats", "van"],
    &["i", "stället", "för"],
    &["chyba", "że"],
    &["từ", "chối"],
    &["phủ", "nhận"],
    &["trừ", "khi"],
];

/// Of these words, those that negate what follows right behind them, and not a sentence.
pub(super) const WITHOUT: &str =
    "without ohne sans sin senza sem zonder utan uten uden без bez χωρίς tanpa بدون دون בלי";

/// Endings of words that negate, of a language, or of every language where none is named.
pub(super) const ENDINGS: &[(&str, &str)] =
    &[("", "n't"), ("tr", "maz mez madı medi madık medik madım medim madılar mediler"), ("ja", "まい")];
/// Beginnings: "n'est", Persian verbs.
pub(super) const BEGINNINGS: &[(&str, &str)] = &[("", "n' نمی"), ("fa", "نخواه نکرد نکن نشد ندار نتوان نبود")];
/// Where words have many forms, or no spaces between them, parts of them.
pub(super) const PARTS: &[(&str, &str)] = &[
    ("", "않 없 아니 아닌 아닙 아냐 못하 못한 못할 못했 못합 못해 거부 거절 부인하 부인했"),
    ("", "不 没 沒 勿 未 无 無 别 別 拒绝 拒絕 否认 否認 并非 並非 绝非 絕非 除非 而非 难以 難以 禁止"),
    ("", "ない ません なかっ なければ なくて せずに ずに 拒否 拒絶 否定"),
    ("", "ไม่ อย่า ห้าม ปฏิเสธ"),
    ("tr", "mıyor miyor muyor müyor mayaca meyece mayız meyiz mayın meyin mamalı memeli"),
];
/// Compounds in which such a part does not negate.
pub(super) const HARMLESS: &str = "未来 未來 特别 特別 区别 區別 别人 別人 个别 個別 差别 差別 分别 分別 级别 級別 类别 類別 性别 性別 告别 告別 \
     无论 無論 อย่าง";
