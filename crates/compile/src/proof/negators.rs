//! The words by which a sentence comes to mean its contrary, as tables: negations proper, what comes near to them
//! ("hardly", "unless"), and verbs that deny what follows ("refuse", "deny").

mod phrases;
mod words;

pub(super) use phrases::PHRASES;
pub(super) use words::WORDS;

/// Such words that are others in another language: they count in their own alone.
pub(super) const OWN: &[(&str, &str)] = &[
    ("en", "wont dont cant aint halt"),
    ("pl", "unika przeciw"),
    (
        "ca",
        "res cap gens enlloc ningú sense neguem neguen rebutjo rebutja rebutgem rebutgen rebutjar \
         rebutjat impedeix impedeixen prohibeix prohibim evitem eviten descartem descarten exclou excloem exclouen \
         dubto dubta dubtem dubten oposem oposen fals llevat refusem refusen desmenteix desmentim desmenteixen",
    ),
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
    ("es", "conteste"),
    ("tr", "ne no ani"),
    ("hr", "nada"),
    ("vi", "mai"),
    ("id", "pas"),
];

/// Verbs that negate with a particle at the end of their clause: "wir schließen das aus".
pub(super) const PARTED: &[(&str, &str)] = &[
    ("rule rules ruled ruling throw throws threw thrown throwing", "out"),
    ("turn turns turned turning vote votes voted voting strike strikes struck striking", "down"),
    ("call calls called calling", "off"),
    ("give gives gave given giving", "up"),
    ("schließe schließt schließen schloss schlossen", "aus"),
    ("lehne lehnst lehnt lehnen lehnte lehnten", "ab"),
    ("streite streitet streiten stritt stritten spreche spricht sprechen sprach sprachen", "ab"),
    ("sage sagt sagen sagte sagten rate rät raten riet rieten schaffe schafft schaffen schaffte schafften", "ab"),
    ("breche bricht brechen brach brachen wende wendet wenden wandte wandten", "ab"),
    ("schlage schlägt schlagen schlug schlugen", "ab aus"),
    ("weise weist weisen wies wiesen nehme nimmt nehmen nahm nahmen ziehe zieht ziehen zog zogen", "zurück"),
    ("höre hörst hört hören hörte hörten gebe gibst gibt geben gab gaben", "auf"),
    ("stelle stellst stellt stellen stellte stellten", "ein"),
    (
        "wijs wijst wijzen wees wezen keur keurt keuren keurde keurden raad raadt raden raadde schaf schaft schaffen",
        "af",
    ),
    ("sluit sluiten sloot sloten stel stelt stellen stelde stelden", "uit"),
    ("hou houd houdt houden hield hielden geef geeft geven gaf gaven", "op"),
    ("houd houdt houden hield hielden", "tegen"),
    ("trek trekt trekken trok trokken", "terug in"),
    ("utasítom utasítja utasítjuk utasítják utasította utasították utasítottuk", "vissza el"),
];
/// With one of these right before it, such a verb is a noun: "the rule".
pub(super) const BEFORE_NOUNS: &str = "the a an our their his its my your";
/// Behind one of these, a particle belongs to it, and to no verb before: "the men who rule us set out".
pub(super) const OF_THEIR_OWN: &str = "set sets setting laid lay lays spelled spell came come comes coming \
     carry carried carrying go goes went gone going put puts find finds found point points pointed pointing stand \
     stands stood standing get gets got getting break broke broken work works worked grow grew rise rose speak \
     speaks spoke write written";
/// Before one of these, a particle ends its clause as it does before a comma.
pub(super) const BEHIND_PARTICLES: &str = "und oder aber denn sondern sowie weil dass wenn bis en of maar want \
     omdat dat and or but because if when until for completely entirely altogether today now again";

/// Of these words, those that negate what follows right behind them, and not a sentence.
pub(super) const WITHOUT: &str =
    "without ohne sans sin senza sem zonder utan uten uden без bez χωρίς tanpa بدون دون בלי";

/// Endings of words that negate, of a language, or of every language where none is named.
pub(super) const ENDINGS: &[(&str, &str)] = &[
    ("", "n't"),
    (
        "tr",
        "maz mez mazlar mezler mam mem madı medi madık medik madım medim madılar mediler madan meden masın mesin masınlar mesinler \
         mayıp meyip",
    ),
    ("ja", "まい"),
];
/// Beginnings: "n'est", Persian and Czech verbs, and verbs of many forms that deny.
pub(super) const BEGINNINGS: &[(&str, &str)] = &[
    ("", "n' نمی"),
    (
        "fa",
        "نخواه نکرد نکن نشد ندار نتوان نبود نگفت نداد نده نرو نرفت نگذا نگیر نگرفت نشو نزن نپذیر نباش ندید نساخت نبست نبند نخواست نپرسید نفروش نیاور نیامد نگشا نگشود",
    ),
    ("cs sk", "ne"),
    ("hu", "tagad megtagad visszautasít elutasít megcáfol ellenez abbahag leállít kételked megakadályoz"),
    ("tr", "redded reddet vazgeç durdur engelle yasakla"),
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
    ("tr", "tamam hamam imam namaz"),
];
/// What may stand in front of a word as one with it: "and", "so", "that", "when".
pub(super) const PREFIXES: &[(&str, &str)] = &[("ar", "و ف"), ("he", "ו ש כש וש")];
/// Where words have many forms, or no spaces between them, parts of them.
pub(super) const PARTS: &[(&str, &str)] = &[
    (
        "",
        "않 없 아니 아닌 아닙 아냐 못하 못한 못할 못했 못합 못해 거부 거절 부인하 부인한 부인할 부인합 부인해 부인했 결코 아무도 아닐 아님 아녔 안돼 안된 안되 \
         안됩 커녕 반대하 반대한 반대할 반대합 반대해 반대했 중단하 중단한 중단할 중단합 중단해 중단했 포기하 포기한 포기할 포기합 포기해 포기했 \
         그만두 그만둔 그만둘 그만뒀 멈추 멈춘 멈출 멈췄 의심하 의심한 의심할 의심합 의심해 의심했 의심스 거짓 불가능 금지하 금지한 금지할 금지합 금지해 \
         금지했 배제하 배제한 배제할 배제합 배제해 배제했 반박하 반박한 반박합 반박했 부정하 부정했 불허 피하 피했",
    ),
    (
        "",
        "不 没 沒 勿 未 无 無 别 別 拒 否认 否認 并非 並非 绝非 絕非 除非 而非 难以 難以 禁止 反对 反對 反対 放弃 放棄 避免 以免 莫 毋 休想 停止 中止 \
         终止 終止 取消 怀疑 懷疑 质疑 質疑 虚假 虛假 抵制 驳斥 駁斥 驳回 駁回 否决 否決 排除 杜绝 杜絕 阻止 防止 谎 謊",
    ),
    (
        "",
        "ない ません なかっ なければ なくて ず 断る 断っ 断り 否定 ことなく ことなし ぬ やめ 止め 避け 疑わ 疑う 疑っ 疑問 嘘",
    ),
    ("", "ไม่ อย่า ห้าม ปฏิเสธ มิได้ มิใช่ ไร้ ปราศจาก หยุด คัดค้าน ต่อต้าน ยกเว้น หลีกเลี่ยง งด สงสัย เท็จ"),
    (
        "tr",
        "mıyor miyor muyor müyor mayaca meyece mayacağ meyeceğ mayız meyiz mayın meyin mamalı memeli mamış memiş mayalım \
         meyelim mazs mezs mazd mezd mazk mezk mamak memek mamay memey mamas memes maksızın meksizin madığ mediğ mayan meyen",
    ),
];
/// Compounds in which such a part does not negate.
pub(super) const HARMLESS: &str = "未来 未來 特别 特別 区别 區別 别人 別人 个别 個別 差别 差別 分别 分別 级别 級別 类别 類別 性别 性別 告别 告別 \
     无论 無論 อย่าง 必ず ずっと わずか いずれ ずつ 恥ずか はず しずか みずから ずいぶん はまず がまず かかわらず 関わらず 相変わらず 死ぬ ぬる ぬくも ぬぐ ぬれ ぬけぬけ ぬいぐ ぬり \
     はやめ 受け止め 反对派 反對派 反对党 反對黨 莫斯科 莫迪 莫言 莫桑比克 莫里 莫大 莫名 莫逆 莫非 莫过 莫過 约莫 約莫 莫高 莫尔 莫爾 莫罗 莫羅 莫扎 \
     제안 방안 불안 법안 대안 치안 고안 입안 창안 วันหยุด งดงาม ต้องสงสัย";
/// Such as do not at the beginning: "まず" ("first"), but "読まず" ("not reading").
pub(super) const HARMLESS_BEGINNINGS: &str = "まず meme mamak namaz";

/// Behind "non-", these are parts of a word that does not negate: "a non-profit".
pub(super) const BEHIND_NON: &str = "profit profits governmental government fiction stop member members partisan state dairy league english executive lieu \
     fumeurs fumeur alignés";
/// Languages that share the words of another: its tag, and theirs.
pub(super) const KIN: &[(&str, &str)] =
    &[("sv", "da no nb nn"), ("cs", "sk"), ("es", "ca"), ("it", "ca"), ("fr", "ca"), ("pt", "ca"), ("id", "ms")];
/// Little words by which a sentence is known to be of a language, whatever its tag says.
pub(super) const LITTLE: &[(&str, &str)] = &[
    (
        "en",
        "the and of that this with was were is are they she he his her their our we will would has have had been from you \
         it to for in at by as who which when",
    ),
    (
        "de",
        "der die das und ist den dem des ein eine einen einem wir sie ich er es mit auf für von zu zum zur im in am wird \
         werden haben hat habe sind war dass auch als bei was will man",
    ),
    (
        "fr",
        "le la les des du de et est une un nous vous ils elle il je dans pour que qui avec sur au aux sont a été ce cette \
         en par",
    ),
    ("es", "el la los las de del y es en una un que con por para se su al lo como son ha nosotros"),
    ("it", "il la gli le di del della e è in una un che con per si al lo come sono ha nel nella i abbiamo"),
    ("pt", "o a os as de do da dos das e é em uma um que com por para se ao na são nós"),
    ("nl", "de het een en van is in wij we ze dat die met op voor te zijn was werd hebben heeft aan bij ik wil"),
    (
        "sv da no nb nn",
        "och att det en ett är som på av för vi har med den de till från var og at et er af for til fra i jeg",
    ),
    ("pl", "i w na z do że się jest to od po przez jako są dla ale o my"),
    ("cs sk", "a v na se sa je že z do to s o po jako ako jsou sú pro pre ale by si my"),
    ("hu", "a az és hogy egy van meg is el ez mi be"),
    ("tr", "ve bir bu için ile de da olarak çok ki biz o"),
    ("id ms", "yang dan di ke dari ini itu untuk dengan pada kami akan"),
    ("vi", "và của là có cho trong một các được chúng tôi sẽ"),
    ("ca", "el la els les de del i és en una un que amb per al ho com són ha"),
];
/// Who is not named, and why, is told by turns of phrase that negate nothing else; `|` stands between what may be said.
pub(super) const UNNAMED: &[&str] = &[
    "who was|were|is|are not authorized|authorised|allowed|permitted to speak|comment|talk",
    "because he|she|they was|were|is|are not authorized|authorised|allowed|permitted to speak|comment|talk",
    "who asked|requested not to be named|identified",
    "asking|asked not to be named|identified",
    "who did not want|wish to be named|identified",
    "who declined|refused to be named|identified",
    "der|die nicht genannt werden will|wollte|wollten|möchte",
    "der|die nicht namentlich genannt werden will|wollte|wollten|möchte",
    "qui n'a|n'ont pas souhaité|voulu être nommé|nommée|nommés|identifié|identifiée|cité|citée",
    "que no quiso|quisieron ser identificado|identificada|identificados|nombrado|nombrada",
    "che non ha|hanno voluto essere nominato|nominata|identificato|identificata",
    "que não quis|quiseram ser identificado|identificada|identificados",
    "die niet genoemd wil|wilde|wilden worden",
];
