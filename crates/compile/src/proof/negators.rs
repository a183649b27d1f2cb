//! The words by which a sentence comes to mean its contrary, as tables: negations proper, what comes near to them
//! ("hardly", "unless"), and verbs that deny what follows ("refuse", "deny").

/// Such words. Those of every row count in every language, but for what [`OTHERWISE`] names.
pub(super) const WORDS: &[(&str, &str)] = &[
    (
        "en",
        "not no never none nobody nothing nowhere neither nor cannot without unless lest hardly scarcely barely seldom \
         rarely deny denies denied denying refuse refuses refused refusing refusal reject rejects rejected rejecting \
         forbid forbids forbade forbidden forbidding prohibit prohibits prohibited prohibiting prevent prevents prevented \
         preventing avoid avoids avoided avoiding doubt doubts doubted doubting doubtful impossible unlikely unable \
         unwilling untrue nope nay noone exclude excludes excluded excluding denial refusals abstain abstains abstained",
    ),
    (
        "de",
        "nicht nichts nie niemals niemand niemanden niemandem kein keine keinen keinem keiner keines weder ohne \
         keineswegs keinesfalls keinerlei nirgends nirgendwo mitnichten kaum schwerlich selten anstatt statt unmöglich \
         leugne leugnen leugnet leugnete leugneten geleugnet bestreite bestreiten bestreitet bestritt bestritten weigere \
         weigern weigert weigerte weigerten geweigert verweigern verweigert verweigerte ablehnen ablehnt ablehnte \
         abgelehnt verbieten verbietet verbot verboten verhindern verhindert verhinderte vermeiden vermeidet vermied \
         bezweifle bezweifeln bezweifelt bezweifelte nein nirgendwohin nimmer leugnest abgeleugnet bestreitest bestritte \
         verweigere verweigerten ablehne ablehnten abzulehnen lehne lehnst lehnt lehnen lehnte lehnten verneine verneint \
         verneinen verneinte verneinten dementiere dementiert dementieren dementierte dementierten verwerfe verwirft \
         verwerfen verwarf verwarfen verworfen ausschließen ausschließt ausschloss ausgeschlossen auszuschließen \
         zurückweisen zurückweist zurückgewiesen zurückzuweisen untersage untersagt untersagen untersagte verbiete \
         verhindere verhinderten vermeide vermieden bezweifelten",
    ),
    (
        "fr",
        "ne pas jamais rien aucun aucune ni non sans guère nullement sauf nie nient nier nié refuse refusent refuser \
         refusons refusé refusait rejette rejettent rejeter rejeté dément démentent démentir démenti empêche empêchent \
         empêcher interdit interdire évite éviter doute doutons douter nies nions niez niais niait niaient niai nia \
         nièrent nierai niera nierons nieront niant niée niés niées refuses refusez refusais refusions refusaient refusai \
         refusa refusèrent refuserai refusera refuserons refuseront refusant refusée refusés rejettes rejetons rejetez \
         rejetais rejetait rejetions rejetaient rejeta rejetèrent rejetterai rejettera rejetterons rejetteront rejetant \
         rejetée rejetés démens démentons démentez démentais démentait démentaient démentit démentira démentirons \
         démentant démentie exclus exclut excluons excluez excluent excluait exclure exclu interdisons interdisent \
         empêchons évitons évitent hormis excepté",
    ),
    (
        "ru",
        "не ни нет нельзя никогда никто никого никому никем ничто ничего ничему ничем никакой никакая никакие никаких \
         никак никуда нигде без едва вряд кроме вместо невозможно отказался отказалась отказались отказывается \
         отказываются отказываемся отказываюсь отказаться отрицает отрицают отрицаем отрицал отрицала отрицали отверг \
         отвергла отвергли отвергает отвергаем запретить запретил запрещает запрещаем сомневаюсь сомневаемся ничей ничьи \
         ничуть отнюдь нечего некого отрицаю отрицать отрицая отвергаю отвергают отвергал отвергнуть отвергнем отказал \
         отказала отказали отказывать отказывал отказываясь откажемся откажусь откажется исключаю исключаем исключает \
         исключают исключил исключили исключено запретила запретили запрещаю запрещают запрещено",
    ),
    ("ko", "안 못 마라 말라 말자 말아 말아야 말고 마세요 마십시오"),
    (
        "es",
        "nunca jamás nada nadie ningún ninguno ninguna sin tampoco apenas difícilmente imposible salvo excepto niego \
         niega niegan negó negar negamos rechazo rechaza rechazan rechazó rechazar rechazamos prohíbe prohibir impide \
         impedir evita evitar dudo duda dudamos dudar ni niegas niegue neguemos negué negaron negaba negaban negábamos \
         negaré negará negaremos negarán negado negando rechacé rechazaron rechazaba rechazaban rechazaré rechazará \
         rechazaremos rechazarán rechazado rechazando desmiento desmiente desmienten desmentimos desmintió desmintieron \
         desmentir descarto descarta descartan descartamos descartó descartaron descartar descartado rehúso rehúsa \
         rehúsan rehusamos rehusó rehusar excluyo excluye excluyen excluimos prohíben prohibió prohibimos impiden impidió",
    ),
    (
        "it",
        "mai nessun nessuno nessuna niente nulla senza né nemmeno neppure neanche difficilmente impossibile anziché \
         tranne nego nega negano negare negò neghiamo rifiuto rifiuta rifiutano rifiutare rifiutò rifiutiamo vieta \
         vietare impedisce impedire evitare negava negavano negai negarono negato negherò negherà negheremo rifiutato \
         rifiutava rifiutavano rifiutai rifiutarono rifiuterò rifiuterà rifiuteremo rifiutando respingo respinge \
         respingono respingiamo respinse respinsero respinto respingere smentisco smentisce smentiscono smentiamo smentì \
         smentirono smentito smentire escludo esclude escludono escludiamo escluse escluso escludere vietano vietiamo \
         vietato",
    ),
    (
        "pt",
        "não nunca nem nenhum nenhuma ninguém sem jamais dificilmente impossível exceto nego nega negam negou negar \
         recuso recusa recusam recusou recusar recusamos rejeita rejeitam rejeitou rejeitar proíbe proibir impede impedir \
         negaram negámos negava negado negarei negará negaremos neguei recusaram recusava recusado recusei recusarei \
         recusará recusaremos rejeito rejeitamos rejeitaram rejeitado rejeitava rejeitará rejeitaremos desminto desmente \
         desmentem desmentimos desmentiu desmentiram desmentir descarto descartamos descartou descartaram exclui excluem \
         excluímos excluiu excluir tampouco nenhuns nenhumas proibimos proibiu",
    ),
    (
        "nl",
        "niet niets niemand geen nooit nergens nimmer zonder nauwelijks tenzij allesbehalve onmogelijk ontken ontkent \
         ontkennen ontkende weiger weigert weigeren weigerde verbiedt verbieden voorkomt voorkomen geenszins evenmin \
         behalve ontkenden ontkend ontkennend weigerden geweigerd verwerp verwerpt verwerpen verwierp verwierpen \
         verworpen afwijzen afgewezen uitsluiten uitgesloten verbied verbood verboden voorkwam vermijd vermijdt vermijden \
         betwist betwisten",
    ),
    (
        "sv",
        "inte aldrig ingen inget inga ej icke knappast knappt utan omöjligt såvida vägrar vägrade vägra nekar nekade neka \
         förnekar förnekade förneka ikke ikkje aldri uten uden nekter nektet nekte nægter nægtede nægte benekter benektet \
         benægter umulig umuligt medmindre ingenting intet ingendera ingenstans ingensteds nej vägrat nekat förnekat \
         avvisar avvisade avvisat avvisa utesluter uteslöt utesluta dementerar dementerade dementera avböjer avböjde \
         avviser avviste avvist avvise afviser afviste afvist afvise benekte benekta nektes nægtet benægtede benægte \
         udelukker udelukkede udelukke utelukker utelukket utelukke dementerer dementerte dementerede forbyr forbyder \
         förbjuder",
    ),
    (
        "pl",
        "nie nigdy nikt nikogo nic nigdzie ani bez żaden żadna żadne żadnego żadnych ledwie zamiast odmawia odmawiam \
         odmawiamy odmówił odmówiła zaprzecza zaprzeczam zaprzeczył zaprzeczyła zabrania nikomu nikim niczego niczemu \
         niczym żadnej żadną żadnym żadni nijak bynajmniej oprócz odmawiają odmówiłem odmówiłam odmówili odmówiły odmówić \
         odmówimy odmawiać zaprzeczamy zaprzeczają zaprzeczyli zaprzeczyć zaprzeczać odrzucam odrzuca odrzucamy odrzucają \
         odrzucił odrzuciła odrzucili odrzucić wykluczam wyklucza wykluczamy wykluczają wykluczył wykluczyła wykluczyć \
         zabraniam zabraniają zabronił",
    ),
    (
        "uk",
        "немає ніколи ніхто нічого ніде ніякий жоден жодна жодного жодної ні навряд замість неможливо відмовляється \
         відмовляємося відмовився відмовилася заперечує заперечуємо заперечив нема нікого нікому ніким нічим нікуди ніяка \
         ніяке ніякі ніяких жодні жодних ані аніж крім відмовляюся відмовляються відмовляюсь відмовляємось відмовились \
         відмовилися відмовитися відмовив відмовила відмовили заперечую заперечують заперечила заперечили заперечити \
         відкидаю відкидає відкидаємо відкидають відкинув відкинула відкинули відхиляю відхиляє відхиляємо відхиляють \
         відхилив відхилила відхилили виключаю виключає виключаємо виключають забороняє забороняємо заборонив",
    ),
    (
        "el",
        "δεν δε μη μην όχι ποτέ χωρίς ούτε κανείς κανένας καμία τίποτα πουθενά αρνείται αρνούμαι αρνούμαστε αρνήθηκε \
         κανέναν κανένα κανενός τίποτε μήτε μηδέ δίχως αρνείσαι αρνούνται αρνήθηκα αρνήθηκαν αρνηθήκαμε αρνούμασταν \
         αρνηθεί απορρίπτω απορρίπτει απορρίπτουμε απορρίπτουν απέρριψε απέρριψαν απορρίψαμε διαψεύδω διαψεύδει \
         διαψεύδουμε διαψεύδουν διέψευσε διέψευσαν αποκλείω αποκλείει αποκλείουμε αποκλείουν απέκλεισε",
    ),
    (
        "tr",
        "değil yok hiç asla olmadan olmaksızın yerine reddetti reddediyor reddediyoruz hiçbir hiçbiri hiçkimse inkâr \
         haricinde",
    ),
    (
        "cs",
        "není nejsou nebude nikdy nikdo žádný žádná žádné odmítá odmítl odmítáme popírá popřel nikoho nikomu nikým nic \
         ničeho ničemu ničím nijak nikam nikde ani aniž sotva žádného žádnou žádní žádných žádném odmítám odmítají \
         odmítla odmítli odmítnout odmítat odmítneme popírám popíráme popírají popřela popřeli popřít zamítá zamítáme \
         zamítl zamítla zamítli vylučuji vylučuje vylučujeme vylučují vyloučil vyloučila zakazuje zakazujeme",
    ),
    (
        "hu",
        "nem nincs nincsenek soha senki semmi nélkül sosem sehol semmit semmiféle senkit senkinek sincs sincsenek aligha \
         alig kivéve helyett",
    ),
    (
        "id",
        "tidak bukan jangan tanpa belum tiada kecuali menolak membantah enggan takkan tidaklah bukanlah janganlah \
         belumlah mustahil nihil tolak menampik menyangkal menyanggah sangkal bantah melarang dilarang ditolak ogah",
    ),
    ("vi", "không chẳng chưa đừng chớ chả cấm"),
    (
        "ar",
        "لا لم لن ليس ليست لست لسنا دون بدون غير رفض يرفض نرفض أرفض نفى ينفي ننفي ألا كلا بلا لئلا إلا سوى عدم أبدا أبداً \
         ليسوا لستم رفضت رفضنا رفضوا ترفض يرفضون رافضا رافضين نفت نفينا نفوا نفيت تنفي أنفي ينفون أنكر أنكرت أنكروا \
         أنكرنا ينكر تنكر ننكر ينكرون استبعد استبعدت يستبعد تستبعد نستبعد أستبعد امتنع يمتنع نمتنع",
    ),
    (
        "fa",
        "نه نیست نیستند هرگز هیچ بدون نباید هیچکس هیچگاه هیچکدام نخیر مگر جز بجز امتناع انکار تکذیب خودداری نپذیرفت",
    ),
    (
        "he",
        "לא אין בלי אינו אינה אינם אינני איננו לעולם מעולם מסרב סירב מכחיש הכחיש אינכם אינך אינן טרם כלום שום בלא ללא \
         מבלי מסרבת מסרבים מסרבות סירבה סירבו סירבנו סירבתי נסרב יסרב תסרב לסרב מכחישה מכחישים מכחישות הכחישה הכחישו \
         הכחשנו נכחיש להכחיש דוחה דוחים דחתה דחו דחינו שולל שוללת שוללים שללה שללו שללנו",
    ),
    (
        "hi",
        "नहीं ना न मत बिना इनकार इंकार नकारा नकारते नकारती नकारता ठुकराया ठुकराते ठुकराती ठुकराता खारिज अस्वीकार सिवाय \
         मना",
    ),
];

/// Such words that are others in another language: they count in their own alone.
pub(super) const OWN: &[(&str, &str)] = &[
    ("fr", "nul nulle nuls nulles"),
    ("nl", "nee noch"),
    ("sv", "varken"),
    ("da", "hverken næppe"),
    ("no nb nn", "verken hverken neppe nei"),
    (
        "cs",
        "nejsem nejsi nejsme nejste nejde nejdu nejdeš nejdeme nejdete nejdou nejedu nejede nejedeme nejedou nejezdí \
         nejezdíme nejedná nejednáme nejím nejí nejíme",
    ),
    (
        "sk",
        "nič ničoho nikto žiadny žiadna žiadne žiadneho odmieta odmietam odmietame odmietajú odmietol odmietla \
         odmietli popiera popierame poprel",
    ),
    ("hu", "se"),
    ("id ms", "tak"),
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
    ("no", "sin ni"),
    ("nb", "sin ni"),
    ("nn", "sin ni"),
    ("cs", "sem"),
    ("sk", "sem no"),
    ("tr", "ne no"),
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
    &["rule", "out"],
    &["rules", "out"],
    &["ruled", "out"],
    &["ruling", "out"],
    &["turn", "down"],
    &["turns", "down"],
    &["turned", "down"],
    &["turning", "down"],
    &["the", "last", "thing"],
    &["es", "sei", "denn"],
    &["alles", "andere", "als"],
    &["weit", "davon", "entfernt"],
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
    &["bác", "bỏ"],
    &["loại", "trừ"],
    &["thay", "vì"],
    &["رد", "کرد"],
    &["رد", "کردند"],
    &["رد", "کردیم"],
    &["رد", "می"],
    &["אף", "אחד"],
];

/// Verbs that negate with a particle at the end of their clause: "wir schließen das aus".
pub(super) const PARTED: &[(&str, &str)] = &[
    ("rule rules ruled ruling", "out"),
    ("turn turns turned turning", "down"),
    ("schließe schließt schließen schloss schlossen", "aus"),
    ("weise weist weisen wies wiesen", "zurück"),
    ("streite streitet streiten stritt stritten", "ab"),
    ("wijs wijst wijzen wees wezen", "af"),
    ("sluit sluiten sloot sloten", "uit"),
];

/// Of these words, those that negate what follows right behind them, and not a sentence.
pub(super) const WITHOUT: &str =
    "without ohne sans sin senza sem zonder utan uten uden без bez χωρίς tanpa بدون دون בלי";

/// Endings of words that negate, of a language, or of every language where none is named.
pub(super) const ENDINGS: &[(&str, &str)] = &[
    ("", "n't"),
    ("tr", "maz mez mazlar mezler mam mem madı medi madık medik madım medim madılar mediler madan meden"),
    ("ja", "まい"),
];
/// Beginnings: "n'est", Persian and Czech verbs, and verbs of many forms that deny.
pub(super) const BEGINNINGS: &[(&str, &str)] = &[
    ("", "n' نمی"),
    ("fa", "نخواه نکرد نکن نشد ندار نتوان نبود نگفت نداد نده نرو نرفت نگذا نگیر نگرفت نشو نزن نپذیر نباش ندید"),
    ("cs sk", "ne"),
    ("hu", "tagad megtagad visszautasít elutasít megcáfol"),
    ("tr", "redded reddet"),
    ("it", "nessun'"),
];
/// Words of these languages that begin or end so and do not negate; with a hyphen, beginnings of such.
pub(super) const HARMLESS_WORDS: &[(&str, &str)] = &[
    (
        "cs sk",
        "nebo neboť neboli nebe nebi nebem nebes nebesa nebesk- neděle neděli nedělí nedělím nedělích nedělní nedeľa nedeľu \
         nedele nedeľn- nej- než nežli nech nechť nechte nechme nechat nechal nechala nechali nechám nechá necháme nechají \
         nechává nechávat nechať nemoc nemoci nemocí nemocem nemocn- nemec- nemc- nemovitost- nerv- nese nesou nesu nesl nesla \
         nesli neseme nesen nesena neseno nesie nesú neteř- netto neutrál- negativ- neon- nehet nehty nehoda nehody nehodě \
         nehodu nehodou nebezpeč- nepřítel- nepřátel- nepriateľ- nezávisl- nedostate- neustál- nedaleko nedávn- neapol- \
         nepálsk- nevada nevadě neuro- netopýr- nerost-",
    ),
    ("tr", "tamam hamam imam"),
];
/// What may stand in front of a word as one with it: "and", "so", "that", "when".
pub(super) const PREFIXES: &[(&str, &str)] = &[("ar", "و ف"), ("he", "ו ש כש וש")];
/// Where words have many forms, or no spaces between them, parts of them.
pub(super) const PARTS: &[(&str, &str)] = &[
    (
        "",
        "않 없 아니 아닌 아닙 아냐 못하 못한 못할 못했 못합 못해 거부 거절 부인하 부인한 부인할 부인합 부인해 부인했 결코 아무도",
    ),
    ("", "不 没 沒 勿 未 无 無 别 別 拒 否认 否認 并非 並非 绝非 絕非 除非 而非 难以 難以 禁止"),
    ("", "ない ません なかっ なければ なくて ず 断る 断っ 断り 否定"),
    ("", "ไม่ อย่า ห้าม ปฏิเสธ"),
    ("tr", "mıyor miyor muyor müyor mayaca meyece mayız meyiz mayın meyin mamalı memeli"),
];
/// Compounds in which such a part does not negate.
pub(super) const HARMLESS: &str = "未来 未來 特别 特別 区别 區別 别人 別人 个别 個別 差别 差別 分别 分別 级别 級別 类别 類別 性别 性別 告别 告別 \
     无论 無論 อย่าง 必ず ずっと わずか いずれ ずつ 恥ずか はず しずか みずから ずいぶん はまず がまず かかわらず 関わらず 相変わらず";
/// Such as do not at the beginning: "まず" ("first"), but "読まず" ("not reading").
pub(super) const HARMLESS_BEGINNINGS: &str = "まず";
