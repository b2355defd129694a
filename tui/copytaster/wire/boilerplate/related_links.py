"""Headings of lists of other stories: "Explore", "Most read", "Lire aussi", "İlgili konular".

What follows such a heading and looks like links goes with it. A heading with prose under it folds
itself alone: some outlets leave the word and lose the list.
"""

from __future__ import annotations

from copytaster.wire.article import Role
from copytaster.wire.boilerplate.rule import Reach, Rule, phrases_of

_ENGLISH = (
    "explore|explore more|explore more on these topics|explore more topics|explore further|"
    "recommended|recommended for you|recommended stories|recommended reading|recommended videos|"
    "recommended articles|recommended topics|recommended by|related|related stories|"
    "related story|related articles|related article|related news|related coverage|"
    "related content|related links|related video|related videos|related topics|related tags|"
    "related reading|related posts|related to this story|related internet links|"
    "related companies|see all related|more|more news|more stories|more from|more like this|"
    "more on this|more on this story|more on this topic|more in this section|more to read|"
    "more to explore|more top stories|more coverage|more headlines|more videos|more world news|"
    "more from this section|more from this author|more from this series|more stories like this|"
    "more story|more on world more videos|read more|read more here|read next|read also|"
    "read this next|read on|also read|also see|also on|also in the news|see also|see more|"
    "see more stories|see more on this story|see also:|further reading|next story|next article|"
    "next article in|previous article|previous story|previous|next|watch next|watch more|"
    "watch now|must watch|must read|must reads|must-read|must-reads|must see|most read|"
    "most viewed|most popular|most shared|most watched|most commented|most recent|"
    "most read stories|most popular stories|popular|popular now|popular stories|popular articles|"
    "popular in the community|popular topics|trending|trending now|trending stories|"
    "trending topics|trending articles|trending news|trending videos|top stories|top story|"
    "top stories now|top news|top headlines|today's top stories|today's headlines|today's news|"
    "todays top stories|latest|latest news|latest stories|latest headlines|latest articles|"
    "latest updates|latest videos|latest from|the latest|latest posts|in the news|in other news|"
    "other news|other stories|other top stories|editors' picks|editor's picks|editor's choice|"
    "editor's pick|editors' choice|editors pick|our picks|our pick|picks for you|for you|"
    "just for you|just in|don't miss|don't miss this|you may also like|you might also like|"
    "you may like|you might like|you may have missed|you may be interested in|"
    "you might be interested in|you may also be interested in|in case you missed it|icymi|"
    "what to read next|what to watch next|what others are reading|what you need to know|"
    "people also read|readers also liked|others are reading|keep reading|keep on reading|"
    "featured stories|featured video|featured videos|featured topics|features & analysis|"
    "features and analysis|in pictures|quick hits|around the web|around the bbc|"
    "elsewhere on the bbc|from around the web|from the web|from the archive|on the web|"
    "more from the web|more from the bbc|across the web|top picks|stories you may like|"
    "stories for you|stories you might like|suggested|suggested stories|suggestions|"
    "similar stories|similar articles|similar news|similar posts|promoted stories|"
    "sponsored stories|sponsored links|topics|topics in this story|topics in this article|topic|"
    "in this article|in this story|mentioned in this story|companies in this article|"
    "related quotes|tags|tagged|tags:|keywords|filed under|more about|read more about|"
    "read more on|read more on this story|read more:|find out more|full coverage|"
    "complete coverage|special coverage|live updates|key stories|categories|archives|"
    "recent posts|recent stories|videos|photos|galleries|top videos|top video|latest video|"
    "more opinion|podcast|podcasts|listen now|listen to|listen to more|discover|discover more|"
    "view all|view more|see all|show more|load more|more articles|all stories|related:|more:|"
    "watch:|listen:|now on|today on|on air|hot topics|hot stories|this week's top stories|"
    "weekly top stories|you might be interested|internal links|external links|read all|"
    "read more stories|more from our network|from our network|from our sites|also on the hill|"
    "more from world|more in world|more in politics|more in news|more in sports|more in sport|"
    "more in business|more from politics|more in us"
)
_FRENCH = (
    "à lire aussi|lire aussi|à lire également|à lire|à lire ensuite|à voir aussi|voir aussi|"
    "à voir|à écouter|lire plus|lire la suite|en savoir plus|sur le même sujet|sur le même thème|"
    "dans la même rubrique|dans la même catégorie|les plus lus|les plus lues|les plus consultés|"
    "le plus lu|les + lus|les plus partagés|les plus commentés|articles les plus lus|à la une|"
    "les articles les plus lus|à ne pas manquer|nos recommandations|recommandé pour vous|"
    "recommandés pour vous|vous aimerez aussi|vous pourriez aimer|vous aimeriez aussi|"
    "ça peut vous intéresser|articles liés|articles similaires|articles associés|"
    "articles recommandés|contenus associés|contenus similaires|"
    "les sujets associés à cet article|sujets associés|thèmes associés|thématiques associées|"
    "thématiques|sujets|mots-clés|plus d'articles|plus d'infos|plus d'actualités|"
    "dernières actualités|dernières infos|dernières minutes|les dernières actualités|"
    "les dernières actus|l'actu en continu|en continu|en direct|fil info|fil d'actu|le fil info|"
    "les vidéos|en vidéo|vidéos|notre sélection|la sélection de la rédaction|"
    "le choix de la rédaction|les choix de la rédaction|dossiers|dans ce dossier|autres articles|"
    "découvrir plus|découvrez aussi|découvrir|pour aller plus loin|populaires|tendances|"
    "notre actualité|partager cet articlepartager cet article|voir plus|voir tout|"
    "plus de contenu|les plus vus|à découvrir également|à découvrir aussi|à découvrir|"
    "découvrir aussi|aussi à lire"
)
_GERMAN = (
    "mehr|mehr zum thema|mehr dazu|mehr aus|mehr lesen|mehr zu diesem thema|mehr über|"
    "mehr anzeigen|mehr artikel|mehr nachrichten|mehr aus dem ressort|mehr von|weitere artikel|"
    "weitere themen|weitere meldungen|weitere nachrichten|weitere informationen|weitere inhalte|"
    "weitere beiträge|weitere videos|weitere links|weiterlesen|auch interessant|"
    "auch interessant:|das könnte sie auch interessieren|das könnte sie interessieren|"
    "das könnte dich auch interessieren|das könnte dich interessieren|"
    "dies könnte sie auch interessieren|interessieren könnte sie auch|lesen sie auch|"
    "lesen sie mehr|lesen sie mehr zum thema|lesen sie hier|lesen sie weiter|lesen sie außerdem|"
    "lesen sie dazu|lies auch|zum thema|zum weiterlesen|zum artikel|zur startseite|zur übersicht|"
    "zurück zur startseite|themen|thema|themen des artikels|schlagworte|schlagwörter|stichworte|"
    "verwandte themen|verwandte artikel|ähnliche artikel|ähnliche themen|ähnliche beiträge|"
    "passend zum thema|meistgelesen|meistgelesene artikel|meist gelesen|am meisten gelesen|"
    "die meistgelesenen artikel|beliebt|beliebte artikel|beliebteste artikel|meistdiskutiert|"
    "meistgesehen|meistgeklickt|top-themen|topthemen|top themen|top-artikel|top-news|"
    "aktuelle themen|aktuelle nachrichten|aktuelles|aktuelle meldungen|aktuelle artikel|"
    "neueste artikel|neueste nachrichten|neueste meldungen|neueste videos|neuste artikel|"
    "empfehlungen|empfohlen|empfehlungen der redaktion|unsere empfehlungen|"
    "empfohlener externer inhalt|empfohlene artikel|empfohlener redaktioneller inhalt|lesetipp|"
    "lesetipps|tipps der redaktion|redaktionstipp|aus dem ressort|aus der rubrik|bilderstrecke|"
    "bilderstrecken|fotostrecke|link zum artikel|links|externe links|newsticker|liveticker|"
    "jetzt im fokus|nicht verpassen|startseite|anzeige|alle artikel|alle themen|mehr zu|"
    "mehr zum artikel"
)
_SPANISH = (
    "relacionado|relacionados|noticias relacionadas|artículos relacionados|contenido relacionado|"
    "contenidos relacionados|información relacionada|te puede interesar|te puede interesar:|"
    "también te puede interesar|te podría interesar|te recomendamos|le puede interesar|"
    "quizás te interese|más información|más noticias|más sobre este tema|más en|más leídas|"
    "más leído|lo más leído|lo más visto|las más leídas|lo más popular|lo último|última hora|"
    "últimas noticias|leer más|lee también|lea también|lea además|leer también|ver también|"
    "ver más|vea también|ver además|además|temas|temas relacionados|temas de la noticia|"
    "archivado en|etiquetas|en portada|destacados|destacadas|lo más destacado|recomendado|"
    "recomendados|recomendaciones|no te pierdas|sigue leyendo|otras noticias|otros artículos|"
    "en este artículo|en directo|más vistos|vídeos|tendencias|mira también|mirá también|"
    "más contenido|otros usuarios también leyeron"
)
_ITALIAN = (
    "leggi anche|leggi anche:|leggi tutto|leggi di più|continua a leggere|per approfondire|"
    "approfondisci|approfondimenti|approfondimento|articoli correlati|correlati|"
    "notizie correlate|contenuti correlati|argomenti|temi|tag|altri articoli|altre notizie|"
    "più letti|i più letti|le più lette|più lette|più visti|i più visti|ultime notizie|"
    "ultima ora|ultim'ora|le ultime notizie|in evidenza|in primo piano|primo piano|"
    "potrebbe interessarti|potrebbe interessarti anche|ti potrebbe interessare|"
    "ti potrebbe interessare anche|potrebbero interessarti|da non perdere|consigliati|"
    "consigliati per te|vedi anche|guarda anche|i nostri video|scopri di più|raccomandati per te"
)
_PORTUGUESE = (
    "leia mais|leia também|leia ainda|veja também|veja mais|saiba mais|ver mais|mais lidas|"
    "mais lidos|as mais lidas|mais vistas|mais notícias|mais sobre|últimas notícias|últimas|"
    "notícias relacionadas|artigos relacionados|relacionadas|conteúdo relacionado|tópicos|"
    "assuntos|recomendadas|recomendado para você|para você|destaques|em destaque|não perca|"
    "outras notícias|você também pode gostar|tudo sobre|continue lendo"
)
_DUTCH = (
    "lees ook|lees meer|lees verder|lees ook:|meer over|meer nieuws|meer over dit onderwerp|"
    "meer lezen|bekijk ook|bekijk meer|gerelateerd|gerelateerde artikelen|gerelateerd nieuws|"
    "verwante artikelen|meest gelezen|best gelezen|populair|net binnen|laatste nieuws|"
    "onderwerpen|aanbevolen|aanbevolen voor jou|uitgelicht|ook interessant|ontdek meer|"
    "in dit artikel|deze artikelen vind je misschien ook interessant"
)
_POLISH = (
    "czytaj także|czytaj też|czytaj również|czytaj więcej|czytaj dalej|zobacz także|zobacz też|"
    "zobacz również|zobacz więcej|przeczytaj także|przeczytaj też|powiązane|powiązane artykuły|"
    "podobne artykuły|polecane|polecamy|najnowsze|najnowsze informacje|najnowsze wiadomości|"
    "najpopularniejsze|najczęściej czytane|popularne|tematy|tagi|więcej|więcej na ten temat|"
    "więcej na temat|na ten temat|inne artykuły|ostatnie wiadomości|gorące tematy|"
    "dowiedz się więcej|warto przeczytać"
)
_TURKISH = (
    "ilgili konular|ilgili haberler|ilgili haber|benzer haberler|benzer içerikler|gündem|"
    "son dakika|son dakika haberleri|son haberler|en çok okunanlar|en çok okunan|"
    "en çok okunan haberler|çok okunanlar|öne çıkanlar|öne çıkan haberler|diğer haberler|"
    "bunlar da ilginizi çekebilir|ilginizi çekebilir|sizin için seçtiklerimiz|önerilen haberler|"
    "önerilenler|etiketler|konular|daha fazla|daha fazlası|daha fazla haber|ayrıca okuyun|"
    "bunu da okuyun|popüler haberler|güncel haberler|tüm haberler|videolar|foto galeri"
)
_RUSSIAN = (
    "читайте также|читать также|читайте еще|читайте ещё|смотрите также|по теме|материалы по теме|"
    "новости по теме|главное|главные новости|популярное|самое читаемое|самое популярное|"
    "последние новости|другие новости|рекомендуем|вам может быть интересно|темы|теги|ещё по теме|"
    "подробнее|читать далее|лента новостей"
)
_OTHERS = (
    "läs mer|läs också|läs även|mest läst|mest lästa|relaterat|senaste nytt|les også|les mer|"
    "mest lest|siste nytt|læs også|læs mere|mest læste|seneste nyt|lue myös|lue lisää|luetuimmat|"
    "関連記事|関連ニュース|おすすめ記事|ランキング|アクセスランキング|最新ニュース|人気記事|あわせて読みたい|相关新闻|相关阅读|热门新闻|推荐阅读|最新消息|延伸阅读|관련기사|"
    "많이 본 뉴스|اقرأ أيضا|اقرأ المزيد|الأكثر قراءة|مواضيع ذات صلة|διαβάστε επίσης|δείτε επίσης|"
    "διαβάστε ακόμη"
)
_PHRASES = phrases_of(
    _ENGLISH,
    _FRENCH,
    _GERMAN,
    _SPANISH,
    _ITALIAN,
    _PORTUGUESE,
    _DUTCH,
    _POLISH,
    _TURKISH,
    _RUSSIAN,
    _OTHERS,
)

RULES = (
    Rule(
        name="related links",
        reason="links under “{line}”",
        role=Role.LINK,
        reach=Reach.LIST,
        phrases=_PHRASES,
        patterns=(
            r"more (?:obituaries|sports?|business|politics|opinion|culture|world|local|national|"
            r"science|health|technology|tech|entertainment|lifestyle|travel|weather|crime|"
            r"education|football|reviews|interviews|features|columns|podcasts|photos|galleries|"
            r"analysis)",
            r"(?:read |see |find |get )?more (?:on|from|in|about|stories|news|coverage|headlines|"
            r"articles)\b(?: [\w'&.,-]+){0,6}",
            r"(?:the )?(?:latest|top|most|more|popular|trending|breaking|other|similar|related|"
            r"recommended|featured|suggested|recent) (?:[\w'&-]+ ){0,3}(?:news|stories|headlines|"
            r"articles|videos|topics|posts|coverage|reads|reading|updates|links|content|searches|"
            r"galleries|podcasts|opinion)(?: (?:from|on|in|about|for) [\w'& .-]{1,30})?",
            r"(?:most|more) (?:read|popular|viewed|watched|shared|clicked|commented)(?: (?:in|on|"
            r"from|this|today)\b.{0,30})?",
            r"(?:you (?:may|might)|we think you'll|you'll) (?:also )?(?:like|love|enjoy|"
            r"be interested in|have missed|want to read)\b.{0,30}",
            r"(?:explore|discover|browse|see|view|show) (?:more|all|other)\b.{0,40}",
            r"(?:what|where|stories) (?:to|you|others) (?:read|watch|should|need|might|are|"
            r"missed)\b.{0,40}(?:next|reading|read|missed)",
            r"(?:mehr|weitere|alle|aktuelle|neueste|beliebte) (?:zum|zu|aus|von|vom|artikel|"
            r"nachrichten|themen|meldungen|beiträge|news|videos)\b.{0,40}",
            r"(?:das|dies) könnte (?:sie|dich|euch) (?:auch |ebenfalls )?(?:interessieren|"
            r"gefallen).{0,10}",
            r"(?:les|nos|plus d[e']|toute l'|toutes les) ?(?:articles|actualités?|actus?|infos?|"
            r"vidéos|sujets|dossiers)\b.{0,40}",
            r"(?:plus|tout) (?:sur|de) (?:[\w'&-]+ ?){1,5}",
            r"(?:más|otras|últimas|todas las) (?:noticias|información|contenidos|en|sobre|"
            r"artículos)\b.{0,40}",
            r"(?:altre|ultime|tutte le) (?:notizie|news)\b.{0,30}",
            r"(?:thèmes?|sujets?|themen|temas?|argomenti|topics?|tags?|schlagworte|etiquetas|"
            r"etiketler) ?(?:de l'article|des artikels|relacionados|correlati|associés|:)?",
        ),
        longest=90,
        closing=True,
    ),
)
