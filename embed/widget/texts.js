/**
 * What the element says while there is no story whose own words it could use: in the languages of the widget
 * (crates/compile/locales), English for all others. The widget's messages are no help here: they come with the story.
 */

const TEXTS = {
  en: {
    loading: "Loading the story",
    retry: "Try again",
    failed: "The interactive story cannot be shown.",
    none: "No story is named: the element needs a src.",
    address: "“{src}” is not an address.",
    missing: "There is nothing at its address ({status}).",
    server: "Its server answered with an error ({status}).",
    page: "Its address gave a web page instead of a story.",
    foreign: "The file at its address is not an On Record story.",
    truncated: "Its file was cut off on the way.",
    damaged: "Its file is damaged.",
    older: "It was made by an older version of On Record and must be built again.",
    newer: "It was made by a newer version of On Record than the widget on this page, which must be updated.",
    large: "Its file is larger than {limit} MB.",
    network: "The connection failed, or its server does not let this page load it.",
    widget: "A part of the widget could not be loaded.",
    blocked: "This page or this browser does not let WebAssembly run.",
    old: "This browser is too old for the interactive story.",
    stopped: "The widget has stopped working. Reload the page to start it again.",
  },
  de: {
    loading: "Die Geschichte wird geladen",
    retry: "Noch einmal versuchen",
    failed: "Die interaktive Geschichte kann nicht gezeigt werden.",
    none: "Es ist keine Geschichte genannt: Dem Element fehlt src.",
    address: "„{src}“ ist keine Adresse.",
    missing: "An ihrer Adresse ist nichts ({status}).",
    server: "Ihr Server antwortete mit einem Fehler ({status}).",
    page: "Unter ihrer Adresse kam eine Webseite statt einer Geschichte.",
    foreign: "Die Datei an ihrer Adresse ist keine Geschichte von On Record.",
    truncated: "Ihre Datei wurde unterwegs abgeschnitten.",
    damaged: "Ihre Datei ist beschädigt.",
    older: "Eine ältere Version von On Record hat sie erstellt; sie muss neu erstellt werden.",
    newer: "Eine neuere Version von On Record hat sie erstellt; das Widget dieser Seite muss aktualisiert werden.",
    large: "Ihre Datei ist größer als {limit} MB.",
    network: "Die Verbindung ist gescheitert, oder ihr Server erlaubt dieser Seite nicht, sie zu laden.",
    widget: "Ein Teil des Widgets konnte nicht geladen werden.",
    blocked: "Diese Seite oder dieser Browser lässt WebAssembly nicht zu.",
    old: "Dieser Browser ist zu alt für die interaktive Geschichte.",
    stopped: "Das Widget ist stehen geblieben. Laden Sie die Seite neu, um es wieder zu starten.",
  },
  fr: {
    loading: "Chargement du récit",
    retry: "Réessayer",
    failed: "Le récit interactif ne peut pas être affiché.",
    none: "Aucun récit n’est indiqué : il manque src à l’élément.",
    address: "« {src} » n’est pas une adresse.",
    missing: "Il n’y a rien à son adresse ({status}).",
    server: "Son serveur a répondu par une erreur ({status}).",
    page: "Son adresse a donné une page web au lieu d’un récit.",
    foreign: "Le fichier à son adresse n’est pas un récit d’On Record.",
    truncated: "Son fichier a été coupé en chemin.",
    damaged: "Son fichier est endommagé.",
    older: "Il vient d’une version plus ancienne d’On Record et doit être généré de nouveau.",
    newer: "Il vient d’une version plus récente d’On Record que le widget de cette page, qui doit être mis à jour.",
    large: "Son fichier dépasse {limit} Mo.",
    network: "La connexion a échoué, ou son serveur ne permet pas à cette page de le charger.",
    widget: "Une partie du widget n’a pas pu être chargée.",
    blocked: "Cette page ou ce navigateur n’autorise pas WebAssembly.",
    old: "Ce navigateur est trop ancien pour le récit interactif.",
    stopped: "Le widget s’est arrêté. Rechargez la page pour le relancer.",
  },
  ru: {
    loading: "История загружается",
    retry: "Попробовать ещё раз",
    failed: "Интерактивную историю нельзя показать.",
    none: "История не указана: у элемента нет src.",
    address: "«{src}» — не адрес.",
    missing: "По её адресу ничего нет ({status}).",
    server: "Её сервер ответил ошибкой ({status}).",
    page: "По её адресу пришла веб-страница, а не история.",
    foreign: "Файл по её адресу — не история On Record.",
    truncated: "Её файл обрезан при передаче.",
    damaged: "Её файл повреждён.",
    older: "Она создана более старой версией On Record, её нужно собрать заново.",
    newer: "Она создана более новой версией On Record, чем виджет на этой странице: его нужно обновить.",
    large: "Её файл больше {limit} МБ.",
    network: "Нет соединения, или её сервер не разрешает этой странице загрузить её.",
    widget: "Часть виджета не удалось загрузить.",
    blocked: "Эта страница или этот браузер не разрешает WebAssembly.",
    old: "Этот браузер слишком старый для интерактивной истории.",
    stopped: "Виджет перестал работать. Перезагрузите страницу, чтобы запустить его снова.",
  },
  ko: {
    loading: "기록을 불러오는 중",
    retry: "다시 시도",
    failed: "대화형 기록을 표시할 수 없습니다.",
    none: "지정된 기록이 없습니다. 요소에 src가 필요합니다.",
    address: "“{src}”은(는) 주소가 아닙니다.",
    missing: "이 주소에는 아무것도 없습니다({status}).",
    server: "서버가 오류로 응답했습니다({status}).",
    page: "이 주소에서 기록이 아니라 웹 페이지가 왔습니다.",
    foreign: "이 주소의 파일은 On Record 기록이 아닙니다.",
    truncated: "파일이 전송 중에 잘렸습니다.",
    damaged: "파일이 손상되었습니다.",
    older: "이전 버전의 On Record로 만든 기록이어서 다시 만들어야 합니다.",
    newer: "이 페이지의 위젯보다 새로운 버전의 On Record로 만든 기록입니다. 위젯을 업데이트해야 합니다.",
    large: "파일이 {limit}MB보다 큽니다.",
    network: "연결에 실패했거나, 서버가 이 페이지에서 불러오는 것을 허용하지 않습니다.",
    widget: "위젯의 일부를 불러오지 못했습니다.",
    blocked: "이 페이지나 브라우저에서 WebAssembly를 실행할 수 없습니다.",
    old: "이 브라우저는 너무 오래되어 대화형 기록을 표시할 수 없습니다.",
    stopped: "위젯이 작동을 멈췄습니다. 다시 시작하려면 페이지를 새로 고치세요.",
  },
};

/** The language to speak to the readers of an element: its own, else that of what it stands in. */
export function languageOf(element) {
  const tag = element.closest("[lang]")?.lang || document.documentElement.lang;
  const language = tag.split("-")[0].toLowerCase();
  return Object.hasOwn(TEXTS, language) ? language : "en";
}

/** A text in a language, its values filled in. */
export function say(language, key, values = {}) {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
