//! The words that negate by themselves, by language.

/// Such words. Those of every row count in every language, but for what [`super::OTHERWISE`] names.
pub(crate) const WORDS: &[(&str, &str)] = &[
    (
        "en",
        "not no never none nobody nothing nowhere neither nor cannot without unless lest hardly scarcely barely \
         seldom rarely deny denies denied denying refuse refuses refused refusing refusal reject rejects rejected \
         rejecting forbid forbids forbade forbidden forbidding prohibit prohibits prohibited prohibiting prevent \
         prevents prevented preventing avoid avoids avoided avoiding doubt doubts doubted doubting doubtful \
         impossible unlikely unable unwilling untrue nope nay noone exclude excludes excluded excluding denial \
         refusals abstain abstains abstained except false stop stops stopped stopping cease ceases ceased ceasing \
         oppose opposes opposed opposing dispute disputes disputed disputing isnt arent wasnt werent doesnt didnt \
         hasnt havent hadnt wouldnt couldnt shouldnt improbable implausible incapable refrain refrains refrained \
         refraining renounce renounces renounced renouncing abandon abandons abandoned abandoning disagree disagrees \
         disagreed disagreeing refute refutes refuted refuting repudiate repudiates repudiated disavow disavows \
         disavowed dismiss dismisses dismissed dismissing vetoed vetoes banned banning quits quitting excepting \
         falsely unthinkable inconceivable disbelieve dubious halts halted halting lacks lacked lacking contradicts \
         contradicted doubtfully denials rejection unconvinced",
    ),
    (
        "de",
        "nicht nichts nie niemals niemand niemanden niemandem kein keine keinen keinem keiner keines weder ohne \
         keineswegs keinesfalls keinerlei nirgends nirgendwo mitnichten kaum schwerlich selten anstatt statt \
         unmöglich leugne leugnen leugnet leugnete leugneten geleugnet bestreite bestreiten bestreitet bestritt \
         bestritten weigere weigern weigert weigerte weigerten geweigert verweigern verweigert verweigerte ablehnen \
         ablehnt ablehnte abgelehnt verbieten verbietet verbot verboten verhindern verhindert verhinderte vermeiden \
         vermeidet vermied bezweifle bezweifeln bezweifelt bezweifelte nein nirgendwohin nimmer leugnest abgeleugnet \
         bestreitest bestritte verweigere verweigerten ablehne ablehnten abzulehnen lehne lehnst lehnt lehnen lehnte \
         lehnten verneine verneint verneinen verneinte verneinten dementiere dementiert dementieren dementierte \
         dementierten verwerfe verwirft verwerfen verwarf verwarfen verworfen ausschließen ausschließt ausschloss \
         ausgeschlossen auszuschließen zurückweisen zurückweist zurückgewiesen zurückzuweisen untersage untersagt \
         untersagen untersagte verbiete verhindere verhinderten vermeide vermieden bezweifelten nix nö keins zweifle \
         zweifelst zweifelt zweifeln zweifelte zweifelten zweifelhaft fraglich unwahrscheinlich falsch unwahr gelogen \
         undenkbar ausgenommen außer ausser aufhören aufhört aufgehört aufzuhören stoppe stoppen stoppt stoppte \
         stoppten gestoppt widerspreche widerspricht widersprechen widersprach widersprachen verzichte verzichten \
         verzichtet verzichtete verzichteten unterlasse unterlässt unterlassen unterließ aufgeben aufgibt aufgegeben \
         aufzugeben absagen absagt abgesagt abzusagen abgeraten abzuraten unfähig ablehnend ablehnung weigerung \
         verworfene widerlegt widerlegte abstreiten abstreitet abgestritten abzustreiten absprechen abgesprochen \
         abschaffen abgeschafft abzuschaffen anzweifeln angezweifelt zurückgenommen zurückzunehmen zurückgezogen \
         abgebrochen abzubrechen",
    ),
    (
        "fr",
        "ne pas jamais rien aucun aucune ni non sans guère nullement sauf nie nient nier nié refuse refusent refuser \
         refusons refusé refusait rejette rejettent rejeter rejeté dément démentent démentir démenti empêche \
         empêchent empêcher interdit interdire évite éviter doute doutons douter nies nions niez niais niait niaient \
         niai nia nièrent nierai niera nierons nieront niant niée niés niées refuses refusez refusais refusions \
         refusaient refusai refusa refusèrent refuserai refusera refuserons refuseront refusant refusée refusés \
         rejettes rejetons rejetez rejetais rejetait rejetions rejetaient rejeta rejetèrent rejetterai rejettera \
         rejetterons rejetteront rejetant rejetée rejetés démens démentons démentez démentais démentait démentaient \
         démentit démentira démentirons démentant démentie exclus exclut excluons excluez excluent excluait exclure \
         exclu interdisons interdisent empêchons évitons évitent hormis excepté improbable impensable impossible \
         cesse cessons cessez cessent cessé cesser cessait cessera oppose opposons opposent opposé opposer opposait \
         opposez opposée opposés mensonge douteux douteuse doutent doutait doutais doutez douté évitez évité évitait \
         évitera abstiens abstient abstenons abstenir abstenu conteste contestons contestent contesté contester \
         contestait renonce renonçons renoncez renoncent renoncé renoncer renonçait empêché empêchait empêcha \
         empêcherons empêchera interdisait interdits exclurons exclura incapable incapables refus contredit",
    ),
    (
        "ru",
        "не ни нет нельзя никогда никто никого никому никем ничто ничего ничему ничем никакой никакая никакие никаких \
         никак никуда нигде без едва вряд кроме вместо невозможно отказался отказалась отказались отказывается \
         отказываются отказываемся отказываюсь отказаться отрицает отрицают отрицаем отрицал отрицала отрицали отверг \
         отвергла отвергли отвергает отвергаем запретить запретил запрещает запрещаем сомневаюсь сомневаемся ничей \
         ничьи ничуть отнюдь нечего некого отрицаю отрицать отрицая отвергаю отвергают отвергал отвергнуть отвергнем \
         отказал отказала отказали отказывать отказывал отказываясь откажемся откажусь откажется исключаю исключаем \
         исключает исключают исключил исключили исключено запретила запретили запрещаю запрещают запрещено перестали \
         перестал перестала перестаю перестаем перестаём перестает перестаёт перестают перестанем перестанет \
         перестанут перестать прекратил прекратила прекратили прекращаем прекращаю прекращает прекращают прекратим \
         прекратит прекратить избегаем избегаю избегает избегают избегать избежать маловероятно ложь ложно неправда \
         неверно неправильно невероятно недопустимо немыслимо сомнительно сомневается сомневаются сомневался \
         сомневались сомневаться воздержался воздержались воздерживаемся возражаю возражаем возражает возражают \
         возражал возражали якобы исключая исключить исключается отказ отказываться отказывались отказывался \
         отказываете опровергает опровергаем опровергаю опроверг опровергли опровергла помешал помешали предотвратить \
         предотвратили неспособны неспособен",
    ),
    ("ko", "안 못 마라 말라 말자 말아 말아야 말고 마세요 마십시오"),
    (
        "es",
        "nunca jamás nada nadie ningún ninguno ninguna sin tampoco apenas difícilmente imposible salvo excepto niego \
         niega niegan negó negar negamos rechazo rechaza rechazan rechazó rechazar rechazamos prohíbe prohibir impide \
         impedir evita evitar dudo duda dudamos dudar ni niegas niegue neguemos negué negaron negaba negaban \
         negábamos negaré negará negaremos negarán negado negando rechacé rechazaron rechazaba rechazaban rechazaré \
         rechazará rechazaremos rechazarán rechazado rechazando desmiento desmiente desmienten desmentimos desmintió \
         desmintieron desmentir descarto descarta descartan descartamos descartó descartaron descartar descartado \
         rehúso rehúsa rehúsan rehusamos rehusó rehusar excluyo excluye excluyen excluimos prohíben prohibió \
         prohibimos impiden impidió no improbable falso falsa mentira inverosímil impensable dudan dudó dudaron \
         dudaba dudoso dudosa opongo opone oponen oponemos oponer oponerse oponernos opuso opusieron opusimos evito \
         evitan evitamos evitó evitaron evitará evitaremos impedimos impidieron impedirá impediremos cesó cesaron \
         prohíbo prohibieron prohibido incapaz incapaces abstengo abstiene abstenemos abstienen abstuvo renuncio \
         renunciamos renunció renunciaron excluyó excluyeron excluir excluido rehusaron",
    ),
    (
        "it",
        "mai nessun nessuno nessuna niente nulla senza né nemmeno neppure neanche difficilmente impossibile anziché \
         tranne nego nega negano negare negò neghiamo rifiuto rifiuta rifiutano rifiutare rifiutò rifiutiamo vieta \
         vietare impedisce impedire evitare negava negavano negai negarono negato negherò negherà negheremo rifiutato \
         rifiutava rifiutavano rifiutai rifiutarono rifiuterò rifiuterà rifiuteremo rifiutando respingo respinge \
         respingono respingiamo respinse respinsero respinto respingere smentisco smentisce smentiscono smentiamo \
         smentì smentirono smentito smentire escludo esclude escludono escludiamo escluse escluso escludere vietano \
         vietiamo vietato no non improbabile falso impensabile smetto smette smettiamo smettono smesso smettere smise \
         smisero cessa cessano cessato cessare cessiamo oppongo oppone opponiamo oppongono opposto opporsi opporre \
         opporremo opporci dubito dubita dubitiamo dubitano dubitare dubitava evito evita eviti evitiamo evitano \
         evitato eviteremo rinuncio rinuncia rinunciamo rinunciano rinunciato rinunciare impedisco impediamo \
         impediscono impedito impedirà impediremo vieto incapace incapaci astengo asteniamo astenuto rifiuti menzogna \
         dubbioso",
    ),
    (
        "pt",
        "não nunca nem nenhum nenhuma ninguém sem jamais dificilmente impossível exceto nego nega negam negou negar \
         recuso recusa recusam recusou recusar recusamos rejeita rejeitam rejeitou rejeitar proíbe proibir impede \
         impedir negaram negámos negava negado negarei negará negaremos neguei recusaram recusava recusado recusei \
         recusarei recusará recusaremos rejeito rejeitamos rejeitaram rejeitado rejeitava rejeitará rejeitaremos \
         desminto desmente desmentem desmentimos desmentiu desmentiram desmentir descarto descartamos descartou \
         descartaram exclui excluem excluímos excluiu excluir tampouco nenhuns nenhumas proibimos proibiu improvável \
         falso mentira impensável oponho opõe opomos opõem opôs opuseram opor duvido duvida duvidamos duvidam duvidar \
         duvidava evito evita evitamos evitam evitou evitaram evitar cessou cessaram cessar impedimos impedem impediu \
         impediram proíbo proíbem proibiram proibido incapaz incapazes renuncio renunciamos renunciou abstenho abstém \
         abstemos duvidoso excluído",
    ),
    (
        "nl",
        "niet niets niemand geen nooit nergens nimmer zonder nauwelijks tenzij allesbehalve onmogelijk ontken ontkent \
         ontkennen ontkende weiger weigert weigeren weigerde verbiedt verbieden voorkomt voorkomen geenszins evenmin \
         behalve ontkenden ontkend ontkennend weigerden geweigerd verwerp verwerpt verwerpen verwierp verwierpen \
         verworpen afwijzen afgewezen uitsluiten uitgesloten verbied verbood verboden voorkwam vermijd vermijdt \
         vermijden betwist betwisten niks onwaarschijnlijk onwaar onjuist ondenkbaar twijfel twijfelt twijfelen \
         twijfelde twijfelden stop stopt stoppen stopte stopten gestopt ophouden ophoudt opgehouden verzet verzetten \
         weigering uitsluit uitsloot afwijst afwees afkeuren afgekeurd opgeven opgegeven uitgezonderd voorkwamen \
         vermeed vermeden betwistte onbekwaam onthoud onthoudt onthouden afgeschaft afschaffen ontkenning",
    ),
    (
        "sv",
        "inte aldrig ingen inget inga ej icke knappast knappt utan omöjligt såvida vägrar vägrade vägra nekar nekade \
         neka förnekar förnekade förneka ikke ikkje aldri uten uden nekter nektet nekte nægter nægtede nægte benekter \
         benektet benægter umulig umuligt medmindre ingenting intet ingendera ingenstans ingensteds nej vägrat nekat \
         förnekat avvisar avvisade avvisat avvisa utesluter uteslöt utesluta dementerar dementerade dementera avböjer \
         avböjde avviser avviste avvist avvise afviser afviste afvist afvise benekte benekta nektes nægtet benægtede \
         benægte udelukker udelukkede udelukke utelukker utelukket utelukke dementerer dementerte dementerede forbyr \
         forbyder förbjuder osannolikt otänkbart falskt slutar slutade sluta slutat upphör upphörde upphöra tvivlar \
         tvivlade tvivla tveksam motsätter motsatte motsätta undviker undvek undvika förhindrar förhindra förbjöd \
         förbjuda stoppar stoppade avstår avstod avstå usandsynligt utænkeligt tvivler tvivlede stopper stoppede \
         stoppe stoppet ophører ophørte modsætter modsatte undgår undgik undlader undlod forhindrer forhindre \
         usannsynlig usannsynlige tviler tvilte slutter sluttet slutte opphører unngår unngikk motsetter stanser \
         stanset forhindret umulige falsk forbød forbudt",
    ),
    (
        "pl",
        "nie nigdy nikt nikogo nic nigdzie ani bez żaden żadna żadne żadnego żadnych ledwie zamiast odmawia odmawiam \
         odmawiamy odmówił odmówiła zaprzecza zaprzeczam zaprzeczył zaprzeczyła zabrania nikomu nikim niczego niczemu \
         niczym żadnej żadną żadnym żadni nijak bynajmniej oprócz odmawiają odmówiłem odmówiłam odmówili odmówiły \
         odmówić odmówimy odmawiać zaprzeczamy zaprzeczają zaprzeczyli zaprzeczyć zaprzeczać odrzucam odrzuca \
         odrzucamy odrzucają odrzucił odrzuciła odrzucili odrzucić wykluczam wyklucza wykluczamy wykluczają wykluczył \
         wykluczyła wykluczyć zabraniam zabraniają zabronił wątpię wątpimy wątpi wątpią wątpił wątpili wątpić \
         wątpliwe przestał przestała przestali przestały przestaje przestaję przestajemy przestają przestać \
         przestaniemy przestanie sprzeciwiam sprzeciwia sprzeciwiamy sprzeciwiają sprzeciwił sprzeciwili unikać \
         unikamy unikam unikają nieprawda nieprawdą niemożliwe niemożliwy nieprawdopodobne niewiarygodne fałszywe \
         kłamstwo kłamstwem przeciwko zakazuje zakazał zakazała zakazali zakazuję zakazujemy zakazano zakazać \
         uniemożliwia uniemożliwił wykluczyli wykluczone zabraniamy zabroniła zabronili zabronić zaprzeczyły \
         niezdolni",
    ),
    (
        "uk",
        "немає ніколи ніхто нічого ніде ніякий жоден жодна жодного жодної ні навряд замість неможливо відмовляється \
         відмовляємося відмовився відмовилася заперечує заперечуємо заперечив нема нікого нікому ніким нічим нікуди \
         ніяка ніяке ніякі ніяких жодні жодних ані аніж крім відмовляюся відмовляються відмовляюсь відмовляємось \
         відмовились відмовилися відмовитися відмовив відмовила відмовили заперечую заперечують заперечила заперечили \
         заперечити відкидаю відкидає відкидаємо відкидають відкинув відкинула відкинули відхиляю відхиляє відхиляємо \
         відхиляють відхилив відхилила відхилили виключаю виключає виключаємо виключають забороняє забороняємо \
         заборонив не малоймовірно неправда неправильно невірно недопустимо перестали перестав перестала перестаємо \
         перестає перестають перестанемо перестати припинили припинив припинила припиняємо припиняє припиняють \
         припинити припинимо сумніваюся сумніваємося сумнівається сумніваюсь сумніваємось сумніваються уникаємо \
         уникає уникають уникати уникнути заборонила заборонили забороняю забороняють заборонити заборонено \
         відмовитись відкинути відхилити виключити виключено нібито брехня хибно утримався утрималися спростовуємо \
         спростовує спростував нездатні",
    ),
    (
        "el",
        "δεν δε μη μην όχι ποτέ χωρίς ούτε κανείς κανένας καμία τίποτα πουθενά αρνείται αρνούμαι αρνούμαστε αρνήθηκε \
         κανέναν κανένα κανενός τίποτε μήτε μηδέ δίχως αρνείσαι αρνούνται αρνήθηκα αρνήθηκαν αρνηθήκαμε αρνούμασταν \
         αρνηθεί απορρίπτω απορρίπτει απορρίπτουμε απορρίπτουν απέρριψε απέρριψαν απορρίψαμε διαψεύδω διαψεύδει \
         διαψεύδουμε διαψεύδουν διέψευσε διέψευσαν αποκλείω αποκλείει αποκλείουμε αποκλείουν απέκλεισε σταματάμε \
         σταματήσαμε σταμάτησε σταμάτησαν σταματώ σταματά σταματούν σταματήσει παύουμε πάψαμε έπαψε έπαψαν αμφιβάλλω \
         αμφιβάλλει αμφιβάλλουμε αμφιβάλλουν απίθανο αδύνατο αδύνατον αντιτίθεμαι αντιτίθεται αντιτιθέμεθα \
         αντιτίθενται αντίθετοι ψευδές ψέμα ψέματα εκτός αποφεύγω αποφεύγει αποφεύγουμε αποφεύγουν απέφυγε απαγορεύω \
         απαγορεύει απαγορεύουμε απαγορεύεται απαγορεύτηκε ουδέποτε ουδείς ουδέν ουδόλως αποκλείσαμε αποκλείεται \
         διαψεύσαμε εμποδίζει εμποδίζουμε",
    ),
    (
        "tr",
        "değil yok hiç asla olmadan olmaksızın yerine reddetti reddediyor reddediyoruz hiçbir hiçbiri hiçkimse inkâr \
         haricinde olanaksız imkansız imkânsız yalan yanlış hariç karşıyım karşıyız kuşkuluyum kuşkuluyuz şüpheliyim \
         şüpheliyiz bıraktı bıraktık bıraktım bıraktılar bırakıyoruz önledi önledik önlüyor yasak",
    ),
    (
        "cs",
        "není nejsou nebude nikdy nikdo žádný žádná žádné odmítá odmítl odmítáme popírá popřel nikoho nikomu nikým \
         nic ničeho ničemu ničím nijak nikam nikde ani aniž sotva žádného žádnou žádní žádných žádném odmítám \
         odmítají odmítla odmítli odmítnout odmítat odmítneme popírám popíráme popírají popřela popřeli popřít zamítá \
         zamítáme zamítl zamítla zamítli vylučuji vylučuje vylučujeme vylučují vyloučil vyloučila zakazuje zakazujeme \
         přestal přestali přestala přestáváme přestává přestávají přestaneme přestane přestat pochybuji pochybuje \
         pochybujeme pochybují pochyboval pochybovali brání bráníme zabránit zabránil zabránili zabráníme vyhýbá \
         vyhýbáme vyhnout kromě lež lží vyvrací zakázal zakázali zakázala zakázat zakazují vyloučili vyloučit popírat \
         popíral zamítnout prestal prestali prestala prestávame prestať pochybujem pochybujú okrem vylučujem vylučujú \
         vylúčil",
    ),
    (
        "hu",
        "nem ne nincs nincsenek soha senki semmi nélkül sosem sehol semmit semmiféle senkit senkinek sincs sincsenek \
         aligha alig kivéve helyett kétlem kétli kétlik kétled kétljük kételkedem kételkedik kételkedünk \
         valószínűtlen hamis megszűnt ellene ellenzi ellenzem ellenezzük ellenzik ellenezte ellenezték ellenezni \
         lehetetlen kizárt kizárja kizárjuk kizárom kizárják kizárta kizártuk kizárni elkerüli elkerüljük elkerülni \
         elkerülték tilos tiltja tiltjuk megtiltja megtiltjuk megtiltotta abbahagy leállítjuk leállítottuk \
         leállította lemondunk lemondtunk lemond megakadályozza megakadályozzuk",
    ),
    (
        "id",
        "tidak bukan jangan tanpa belum tiada kecuali menolak membantah enggan takkan tidaklah bukanlah janganlah \
         belumlah mustahil nihil tolak menampik menyangkal menyanggah sangkal bantah melarang dilarang ditolak ogah \
         berhenti menghentikan dihentikan menentang ditentang ragu meragukan diragukan palsu bohong mencegah dicegah \
         menghindari dihindari keberatan mengesampingkan menyangsikan",
    ),
    ("vi", "không chẳng chưa đừng chớ chả cấm ngừng dừng tránh"),
    (
        "ar",
        "لا لم لن ليس ليست لست لسنا دون بدون غير رفض يرفض نرفض أرفض نفى ينفي ننفي ألا كلا بلا لئلا إلا سوى عدم أبدا \
         أبداً ليسوا لستم رفضت رفضنا رفضوا ترفض يرفضون رافضا رافضين نفت نفينا نفوا نفيت تنفي أنفي ينفون أنكر أنكرت \
         أنكروا أنكرنا ينكر تنكر ننكر ينكرون استبعد استبعدت يستبعد تستبعد نستبعد أستبعد امتنع يمتنع نمتنع شك أشك نشك \
         يشك تشك يشكون نشكك يشكك أشكك كاذب كاذبة كذب باطل توقف توقفت توقفنا توقفوا أوقف أوقفنا أوقفوا نعارض أعارض \
         يعارض تعارض عارض عارضت عارضنا يعارضون منع منعت منعنا منعوا يمنع تمنع نمنع تجنب نتجنب يتجنب تجنبنا مستحيل \
         يستحيل باستثناء عدا ماعدا حظر يحظر تحظر حظرنا تخلى تخلينا تخلوا استبعدنا استبعدوا امتنعنا امتنعوا مستبعد",
    ),
    (
        "fa",
        "نه نیست نیستند هرگز هیچ بدون نباید هیچکس هیچگاه هیچکدام نخیر مگر جز بجز امتناع انکار تکذیب خودداری نپذیرفت \
         شک تردید بعید غیرممکن ناممکن محال دروغ مخالف مخالفم مخالفیم مخالفند مخالفت متوقف جلوگیری اجتناب پرهیز منع \
         ممنوع غلط",
    ),
    (
        "he",
        "לא אין בלי אינו אינה אינם אינני איננו לעולם מעולם מסרב סירב מכחיש הכחיש אינכם אינך אינן טרם כלום שום בלא ללא \
         מבלי מסרבת מסרבים מסרבות סירבה סירבו סירבנו סירבתי נסרב יסרב תסרב לסרב מכחישה מכחישים מכחישות הכחישה הכחישו \
         הכחשנו נכחיש להכחיש דוחה דוחים דחתה דחו דחינו שולל שוללת שוללים שללה שללו שללנו מפקפק מפקפקת מפקפקים בספק \
         שקר שקרי הפסיק הפסקנו הפסיקו הפסקתי מפסיק מפסיקים נפסיק להפסיק מתנגד מתנגדת מתנגדים מתנגדות התנגד התנגדה \
         התנגדו התנגדנו נתנגד להתנגד נמנע נמנעת נמנעים נמנעו נמנענו להימנע מונע מונעים למנוע אסור אסורה אוסר אוסרים \
         אסרו למעט בלתי חדל חדלו חדלנו מופרך",
    ),
    (
        "hi",
        "नहीं ना न मत बिना इनकार इंकार नकारा नकारते नकारती नकारता ठुकराया ठुकराते ठुकराती ठुकराता खारिज अस्वीकार \
         सिवाय मना संदेह असंभव असम्भव नामुमकिन झूठ झूठा झूठी गलत ग़लत विरोध रोक रोका रोकी रोकने रोकते परहेज मनाही \
         बजाय नामंजूर अलावा असहमत अस्वीकृत",
    ),
];
