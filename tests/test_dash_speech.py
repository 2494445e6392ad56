"""Dash speech: the 29 worked cases of deep dive B, variants of our own, near misses and styles."""

from __future__ import annotations

import pytest

from tests.conftest import article
from tqcheck.article import Style
from tqcheck.detectors._speech import speeches
from tqcheck.detectors._speech_attribution import attribution
from tqcheck.engine import check
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.keeping import BUILT_IN
from tqcheck.opening import Options
from tqcheck.rule import Rule, load_cards
from tqcheck.source import Source, apply_edits

RULES = tuple(
    Rule(card)
    for card in load_cards([BUILT_IN / "dialogue", BUILT_IN / "quotes"])
    if card.detector == "dash_speech"
)


def mended(text: str, least: Safety = Safety.DISPLAY, options: Options | None = None) -> str:
    return fix(Source("a.txt", text), RULES, least, options or Options()).source.text


# B01-B04 keep the shape of the catalogue's cases in sentences of our own.
SAFE = [
    (
        "B01",
        "– We are sailors who know this coast and its winds as few others do – said 69-year-old prof. Jon Aalto, former pilot and current president of the Institute for Harbor Studies. – We are ready to sail at night as “lamps of the sea,” he added.",
        "“We are sailors who know this coast and its winds as few others do,” said 69-year-old prof. Jon Aalto, former pilot and current president of the Institute for Harbor Studies. “We are ready to sail at night as ‘lamps of the sea,’” he added.",
    ),
    (
        "B02",
        "In his opinion the town could take in families – including those who lost their boats. – Most families, also the large ones, live in cellars. The houses seen from the road are the few that stood, the pride of the whole coast, he emphasized.",
        "In his opinion the town could take in families – including those who lost their boats. “Most families, also the large ones, live in cellars. The houses seen from the road are the few that stood, the pride of the whole coast,” he emphasized.",
    ),
    (
        "B03",
        "As he writes, the boys were treated as “ballast”. – They were hired hands there, but we would go of our own will. Our ships could change the mood of the harbor, he emphasized.",
        "As he writes, the boys were treated as “ballast”. “They were hired hands there, but we would go of our own will. Our ships could change the mood of the harbor,” he emphasized.",
    ),
    (
        "B04",
        "– The closing of the strait is a “serious step” in the quarrel – stressed the head of the league, Marta Ruudand called on both sides to stop.",
        "“The closing of the strait is a ‘serious step’ in the quarrel,” stressed the head of the league, Marta Ruudand called on both sides to stop.",
    ),
    ("B05", "– We have no plan B – said the mayor.", "“We have no plan B,” said the mayor."),
    ("B06", "– Come here – said Adam – and help me.", "“Come here,” said Adam, “and help me.”"),
    (
        "B08",
        "– Who gave the order? – asked the judge. – I want a name.",
        "“Who gave the order?” asked the judge. “I want a name.”",
    ),
    (
        "B09",
        "– We will not leave our homes, – said Olena Koval.",
        "“We will not leave our homes,” said Olena Koval.",
    ),
    (
        "B10",
        "— It was already dark, — the driver recalled, — and nobody saw the mine.",
        "“It was already dark,” the driver recalled, “and nobody saw the mine.”",
    ),
    (
        "B11",
        "—Nobody warned us —said Ana Ruiz—. The water came at night.",
        "“Nobody warned us,” said Ana Ruiz. “The water came at night.”",
    ),
    (
        "B12",
        "—We will vote no —insisted the deputy—, whatever it costs.",
        "“We will vote no,” insisted the deputy, “whatever it costs.”",
    ),
    (
        "B14",
        "— The bridge is closed, said the governor.",
        "“The bridge is closed,” said the governor.",
    ),
    (
        "B15",
        "– The word “war” is banned on television – explained the editor.",
        "“The word ‘war’ is banned on television,” explained the editor.",
    ),
    (
        "B16",
        "– They called it a “special operation” – he said.",
        "“They called it a ‘special operation,’” he said.",
    ),
    (
        "B17",
        "– The plan – if there is one – remains secret – admitted a senior official.",
        "“The plan – if there is one – remains secret,” admitted a senior official.",
    ),
    (
        "B18",
        "The mood in Lipno was bad. – Nobody sleeps here any more – said Anna Lis, 41. – We are afraid.",
        "The mood in Lipno was bad. “Nobody sleeps here any more,” said Anna Lis, 41. “We are afraid.”",
    ),
    (
        "B19",
        "– It is too early to talk about the causes – the spokesman added.",
        "“It is too early to talk about the causes,” the spokesman added.",
    ),
    ("B20", "– “We are holding on,” he said.", "“We are holding on,” he said."),
    (
        "B21",
        "– The road is safe. The army checked it twice –, assured the prefect.",
        "“The road is safe. The army checked it twice,” assured the prefect.",
    ),
    (
        "B28",
        "– We buried him on Monday… – said his sister and began to cry.",
        "“We buried him on Monday…” said his sister and began to cry.",
    ),
]

UNCERTAIN = [
    (
        "B07",
        "– This is the end. – The colonel closed the map.",
        "“This is the end.” The colonel closed the map.",
    ),
    (
        "B13",
        "– The law will pass, said the minister. We have the votes.",
        "“The law will pass,” said the minister. “We have the votes.”",
    ),
    (
        "B27",
        "– We have no plan B – said the mayor.\n\nThe hall was silent.\n\n– No.",
        "“We have no plan B,” said the mayor.\n\nThe hall was silent.\n\n“No.”",
    ),
    (
        "beat after a tail",
        "– The result is known, noted the minister. The commission meets on Friday.",
        "“The result is known,” noted the minister. The commission meets on Friday.",
    ),
    (
        "the captain's own words",
        "We will not give up our harbor – said the captain.",
        "“We will not give up our harbor,” said the captain.",
    ),
]

VARIANTS = [
    (
        "rank and role",
        "– We must leave before dark – said Col. Piotr Mazur, commander of the border post. – There is one road.",
        "“We must leave before dark,” said Col. Piotr Mazur, commander of the border post. “There is one road.”",
    ),
    (
        "three sentences, age",
        "– I was at home when the wave came. My wife was at work. We lost the boat – recalled 69-year-old fisherman Jan Kos, who has lived here since 1981.",
        "“I was at home when the wave came. My wife was at work. We lost the boat,” recalled 69-year-old fisherman Jan Kos, who has lived here since 1981.",
    ),
    (
        "possessive in the role",
        "— There will be no strike, — assured the deputy head of the miners' union, Pavlo Kravets.",
        "“There will be no strike,” assured the deputy head of the miners' union, Pavlo Kravets.",
    ),
    (
        "long subject before the verb",
        "– There will be no strike – the deputy head of the regional office of the tax administration in Lublin said.",
        "“There will be no strike,” the deputy head of the regional office of the tax administration in Lublin said.",
    ),
    ("exclamation", "– It works! – exclaimed the engineer.", "“It works!” exclaimed the engineer."),
    ("beat by name of the speaker", "– No! – he shouted.", "“No!” he shouted."),
    (
        "three dots",
        "– Nobody told us anything... – the widow whispered.",
        "“Nobody told us anything...” the widow whispered.",
    ),
    (
        "inverted question mark",
        "—¿Who will pay for the roof? —asked Inés Vidal—. The state has gone.",
        "“¿Who will pay for the roof?” asked Inés Vidal. “The state has gone.”",
    ),
    (
        "raya, and",
        "—The harbor is full —explained the pilot—, and the wind is rising.",
        "“The harbor is full,” explained the pilot, “and the wind is rising.”",
    ),
    ("raya, one comment", "—We are tired —he said.", "“We are tired,” he said."),
    (
        "raya, short comment",
        "—We are tired —she said—. Nobody helps.",
        "“We are tired,” she said. “Nobody helps.”",
    ),
    (
        "raya, narration goes on",
        "He got up. —We are tired —she said to him—. The hall was silent.",
        "He got up. “We are tired,” she said to him. The hall was silent.",
    ),
    (
        "Turkish name",
        "— I have not slept for a week, said the baker Mehmet Kaya.",
        "“I have not slept for a week,” said the baker Mehmet Kaya.",
    ),
    (
        "present tense, hyphen",
        "- I have not slept for a week, he says to the news agency.",
        "“I have not slept for a week,” he says to the news agency.",
    ),
    (
        "a mark already closes",
        "- I have not slept for a week, ” he says to the news agency.",
        "“I have not slept for a week,” he says to the news agency.",
    ),
    (
        "hyphens throughout",
        "- We saw smoke over the forest, - said Mykola Hnatiuk, a forester. - Then we heard the blast.",
        "“We saw smoke over the forest,” said Mykola Hnatiuk, a forester. “Then we heard the blast.”",
    ),
    (
        "narration between",
        "The square was empty. – People are afraid – said Ewa Lis. She sells flowers here. – Nobody buys them – she added.",
        "The square was empty. “People are afraid,” said Ewa Lis. She sells flowers here. “Nobody buys them,” she added.",
    ),
    (
        "tail, then a dash",
        "– There will be no second round, she emphasized. – The offer is final – she added.",
        "“There will be no second round,” she emphasized. “The offer is final,” she added.",
    ),
    (
        "colon",
        "The mayor said: – We will rebuild the school.",
        "The mayor said: “We will rebuild the school.”",
    ),
    (
        "colon, em dash",
        "The mayor answered briefly: — No, and that is final.",
        "The mayor answered briefly: “No, and that is final.”",
    ),
    (
        "inner marks before a comma",
        "– We called it “the long night”, she said.",
        "“We called it ‘the long night,’” she said.",
    ),
    ("inner exclamation", "– He shouted “Run!” – she said.", "“He shouted ‘Run!’” she said."),
    (
        "two inner quotations",
        "– The “volunteers” we met had “never volunteered” – explained the historian.",
        "“The ‘volunteers’ we met had ‘never volunteered,’” explained the historian.",
    ),
    (
        "dash within inner marks",
        "– We asked for “tents, beds and water – the basics” and got nothing – said the medic.",
        "“We asked for ‘tents, beds and water – the basics’ and got nothing,” said the medic.",
    ),
    (
        "low inner marks",
        "– They shouted „shame” at us – said the deputy.",
        "“They shouted ‘shame’ at us,” said the deputy.",
    ),
    (
        "goes on with but",
        "– It's over – he said – but we will never forget it.",
        "“It's over,” he said, “but we will never forget it.”",
    ),
    (
        "goes on with a capital",
        "– It's over – he said – We will never forget it.",
        "“It's over,” he said. “We will never forget it.”",
    ),
    (
        "the attribution goes on",
        "– Come in – said the guard to Anna and opened the gate.",
        "“Come in,” said the guard to Anna and opened the gate.",
    ),
    (
        "apposition behind a dash stays",
        "– The roof was leaking – complained Jan Nowak – the head of the tenants' council.",
        "“The roof was leaking,” complained Jan Nowak – the head of the tenants' council.",
    ),
    (
        "narration without a dash",
        "– We begin at dawn – announced the coach. The players nodded.",
        "“We begin at dawn,” announced the coach. The players nodded.",
    ),
    (
        "comma outside, dash",
        "“We begin at dawn”, – announced the coach.",
        "“We begin at dawn,” announced the coach.",
    ),
    (
        "quotation in two parts",
        "“We begin at dawn” — announced the coach — “and finish at dusk.”",
        "“We begin at dawn,” announced the coach, “and finish at dusk.”",
    ),
    (
        "guillemets stay for their own rule",
        "«We begin at dawn», – announced the coach.",
        "«We begin at dawn,» announced the coach.",
    ),
    (
        "straight marks stay straight",
        '"We begin at dawn", - the coach said.',
        '"We begin at dawn," the coach said.',
    ),
    ("question in straight marks", '"Really?" - wrote the singer.', '"Really?" wrote the singer.'),
    (
        "opener in another line",
        'We begin at dawn", - said the coach.',
        'We begin at dawn," said the coach.',
    ),
    (
        "blank before the mark",
        'In sight there is a ski lift, " - told reporters the head of the district.',
        'In sight there is a ski lift," told reporters the head of the district.',
    ),
    (
        "number before the mark",
        'It was never below +20" - wrote Zhanna Orlova on her page.',
        'It was never below +20," wrote Zhanna Orlova on her page.',
    ),
    (
        "one pair of marks",
        "“Begin at dawn – announced the coach. – Finish at dusk.”",
        "“Begin at dawn,” announced the coach. “Finish at dusk.”",
    ),
    (
        "one pair of straight marks",
        '"Begin at dawn, - announced the coach, - and finish at dusk."',
        '"Begin at dawn," announced the coach, "and finish at dusk."',
    ),
    (
        "double marking",
        "– “We hold the bridge,” – said the sergeant.",
        "“We hold the bridge,” said the sergeant.",
    ),
    (
        "double marking behind an attribution",
        "“It is late,” he said. – “We must go.”",
        "“It is late,” he said. “We must go.”",
    ),
    (
        "the speaker's dashes and numbers",
        "– We paid 1,200 zlotys – that is, half my pension – for coal – says Maria Wójcik from Radom.",
        "“We paid 1,200 zlotys – that is, half my pension – for coal,” says Maria Wójcik from Radom.",
    ),
    (
        "titles inside and outside",
        "– Prof. Nowak told us to wait – said Dr. Ewa Lis.",
        "“Prof. Nowak told us to wait,” said Dr. Ewa Lis.",
    ),
    (
        "told with an object",
        "The Prime Minister visited the school. – I am proud of you – he told the pupils.",
        "The Prime Minister visited the school. “I am proud of you,” he told the pupils.",
    ),
    (
        "one word to end",
        "He stood up. — We are leaving, — he said quietly. — Now.",
        "He stood up. “We are leaving,” he said quietly. “Now.”",
    ),
    (
        "long tail subject",
        "– He lied to us, the mother of one of the victims told reporters.",
        "“He lied to us,” the mother of one of the victims told reporters.",
    ),
    (
        "tail with a place",
        "– This is how it was, Anna Lis said in an interview with Radio Lipno.",
        "“This is how it was,” Anna Lis said in an interview with Radio Lipno.",
    ),
    (
        "number first",
        "– 12 people are missing – said the mayor.",
        "“12 people are missing,” said the mayor.",
    ),
    (
        "inner mark touches the opener",
        "– It will cost more – said the minister. – “More” means twice as much, he explained.",
        "“It will cost more,” said the minister. “‘More’ means twice as much,” he explained.",
    ),
    (
        "speech lost its dash",
        "There is no trust in this town any more, - agreed Larisa Kharlamova.",
        "“There is no trust in this town any more,” agreed Larisa Kharlamova.",
    ),
]

VARIANTS += [
    (
        "a.m. keeps its stop",
        "– I have been waiting since 7 a.m. – says Mrs. Krystyna. – Nobody comes out.",
        "“I have been waiting since 7 a.m.,” says Mrs. Krystyna. “Nobody comes out.”",
    ),
    (
        "rank cut short in Polish",
        "– I hear it every evening – laughs kpr. Monika Zych, an accountant.",
        "“I hear it every evening,” laughs kpr. Monika Zych, an accountant.",
    ),
    (
        "verb of a Polish paper",
        "– The situation is stable, assessed Jan Kos from the Institute.",
        "“The situation is stable,” assessed Jan Kos from the Institute.",
    ),
    (
        "speech after a colon in the same paragraph",
        "– Nobody expected this – he says. And he adds: – We were like children.",
        "“Nobody expected this,” he says. And he adds: “We were like children.”",
    ),
    (
        "we heard",
        "– We do not comment on this – we heard from the press office of the ministry.",
        "“We do not comment on this,” we heard from the press office of the ministry.",
    ),
    (
        "quoted speech before, dash speech after",
        "The head of state said: “We will win.” – This is not a slogan – he added.",
        "The head of state said: “We will win.” “This is not a slogan,” he added.",
    ),
]

SILENT = [
    ("B22", "The minister – said to be ill – resigned on Friday."),
    ("B23", "He said – and meant – every word."),
    ("B24", "KYIV – The army said it had advanced."),
    ("B25", "– coffee"),
    ("B26", "Talks failed. – Reuters"),
    ("B29", "- Plug the charger in, then wait."),
    (
        "list",
        "- Plug the charger in.\n- Wait until the light, the red one, stops.\n- Open the lid.",
    ),
    (
        "list with one who speaks",
        "- Trains stop at noon\n- The bridge is closed, the mayor said\n- Schools open on Monday\n- Buses run",
    ),
    ("score", "The score was 2 – 1 – said to be a record – at half time."),
    ("hours", "Monday – Friday 8 – 16"),
    ("signature", "– Anna Nowak, photographer"),
    ("negative number", "Temperature: – 5 degrees, the service said."),
    ("range", "In 2019 – 2020 the firm, he said, grew."),
    ("dateline with an agency", "PARIS (AP) — The government fell on Monday, officials said."),
    ("dateline", "WASHINGTON — The president signed the bill, the White House said."),
    ("dateline with a date", "LONDON, Jan. 5 – The bank raised rates, it said."),
    ("credit", "Photo: A. Lis – Reuters"),
    ("author of a saying", "“To be or not to be.” – William Shakespeare"),
    ("clause between dashes", "The plan — which critics say is dangerous — passed."),
    ("two hyphens", "The plan -- the minister said it was his own -- passed."),
    ("no attribution", "He had one wish. – The rest is history."),
    ("noun, not verb", "The claims – reports of torture – are false."),
    ("remark between dashes", "Prices rose – economists said by 3 percent – in May."),
    ("afterthought", "It was late — too late, he said."),
    ("two of them", "Three men – two of them armed, the police said – fled."),
    ("quoted slogan", "The film’s message – “never again” – is clear, she said."),
    ("item number", "1. – The first rule, he said."),
    ("closed-up dashes", "“It was—he said this twice—a dream,” she said."),
    ("hyphens in words", "The well-known post-war prime minister, he said, was co-author."),
    ("abbreviation", "Troops of the U.S. – The Hague objected – left, the minister said."),
    (
        "literary house style",
        "—Is it late? asked the boy.\n\n—It is, said Mrs. Byrne.\n\n—Then we had better go, he said.",
    ),
    ("breaking off", "“I never said –” he began."),
    ("list of slogans", "– “Zorya” stadium\n\n– “Avangard” pool\n\n– “Metalist” hall"),
]


@pytest.mark.parametrize(("before", "after"), [pytest.param(*row[1:], id=row[0]) for row in SAFE])
def test_worked_case(before: str, after: str) -> None:
    assert mended(before, Safety.UNSAFE) == after


@pytest.mark.parametrize(
    ("before", "after"), [pytest.param(*row[1:], id=row[0]) for row in VARIANTS]
)
def test_variant(before: str, after: str) -> None:
    assert mended(before, Safety.UNSAFE) == after


@pytest.mark.parametrize(
    ("before", "after"), [pytest.param(*row[1:], id=row[0]) for row in UNCERTAIN]
)
def test_uncertain_case_is_for_display_only(before: str, after: str) -> None:
    assert mended(before, Safety.DISPLAY) == after
    assert mended(before, Safety.UNSAFE).count("“") < after.count("“")


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in SILENT])
def test_near_miss_is_silent(text: str) -> None:
    assert check(article(text), RULES).findings == ()


UK_DOUBLE = Options(style=Style(punctuation="uk"))
UK_SINGLE = Options(style=Style(quotes="single", punctuation="uk"))


@pytest.mark.parametrize(
    ("options", "after"),
    [
        (UK_DOUBLE, "“They called it a ‘farce’,” he said. “And it was.”"),
        (UK_SINGLE, "‘They called it a “farce”,’ he said. ‘And it was.’"),
        (Options(), "“They called it a ‘farce,’” he said. “And it was.”"),
    ],
)
def test_house_styles(options: Options, after: str) -> None:
    before = "– They called it a “farce” – he said. – And it was."
    assert mended(before, Safety.UNSAFE, options) == after


def test_straight_article_gets_straight_marks() -> None:
    text = 'The club "Zarya" is closed.\n\n– We sing in the "old" hall – said the choirmaster.'
    after = 'The club "Zarya" is closed.\n\n"We sing in the \'old\' hall," said the choirmaster.'
    assert mended(text, Safety.UNSAFE) == after


def test_a_mark_without_a_partner_withholds_the_fix() -> None:
    """R12: never leave an odd number of marks."""
    text = "– The so-called “volunteers were hired – explained the historian."
    (finding,) = check(article(text), RULES).findings
    assert finding.fix is None and "no partner" in finding.fix_withheld


def test_a_gesture_behind_the_dash_withholds_the_fix() -> None:
    (finding,) = check(article("– It is not a problem – he waves his hand."), RULES).findings
    assert finding.fix is None and finding.code == "TQ351"


def test_several_attributions_in_one_speech_withhold_the_fix() -> None:
    text = "– We left at once, he said. Nobody helped us, she added."
    (finding,) = check(article(text), RULES).findings
    assert finding.fix is None


@pytest.mark.parametrize(
    "before", [row[1] for row in (*SAFE, *VARIANTS, *UNCERTAIN)], ids=lambda text: text[:30]
)
def test_edits_are_small_and_keep_every_word(before: str) -> None:
    opened = article(before)
    edits = sorted(edit for one in speeches(opened) for edit in one.edits)
    assert all(len(edit.new) <= 5 and edit.span.end - edit.span.start <= 7 for edit in edits)
    after = apply_edits(before, edits)
    assert [c for c in after if c.isalnum()] == [c for c in before if c.isalnum()]


@pytest.mark.parametrize(
    "words",
    [
        "said the mayor.",
        "he added.",
        "Zhukov wrote under the video.",
        "the head of the office of the president explained on Monday.",
        "quietly asked Anna.",
        "said police.",
        "we read in the statement.",
        "RIA Novosti quoted the press service.",
        "told reporters the head of the district.",
    ],
)
def test_attribution(words: str) -> None:
    assert attribution(words, 0, len(words)) is not None


@pytest.mark.parametrize(
    "words",
    [
        "said to be ill.",
        "reports of torture are false.",
        "announced the week before.",
        "the minister said nothing.",
        "he told me he has got sixty.",
        "Peres, on whether the Arab states' wealth lasts.",
        "the plan that he announced.",
        "and meant every word.",
        "even Administrator Bolden stated as much.",
        "she asked me for a loan.",
    ],
)
def test_no_attribution(words: str) -> None:
    assert attribution(words, 0, len(words)) is None


def test_speech_that_goes_on_behind_an_attribution_between_commas():
    text = "— The road is open, said the guard, Ivan Lys, — but nobody drives there."
    assert mended(text) == (
        "“The road is open,” said the guard, Ivan Lys, “but nobody drives there.”"
    )
    own = "— The road is open, as far as I know, — but nobody drives there, said the guard."
    assert mended(own) == (
        "“The road is open, as far as I know, — but nobody drives there,” said the guard."
    )
