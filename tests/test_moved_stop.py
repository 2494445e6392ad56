"""Moved full stops: what is mended how, what is only reported, what is left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.detectors._stop_roman import roman_value
from tqcheck.engine import check
from tqcheck.finding import Safety
from tqcheck.fixer import fix
from tqcheck.keeping import BUILT_IN
from tqcheck.opening import Options, open_article
from tqcheck.rule import Rule, load_cards
from tqcheck.source import Source

FOLDERS = (BUILT_IN / "period", BUILT_IN / "abbreviations", BUILT_IN / "casing")
RULES = tuple(
    Rule(card)
    for card in load_cards(FOLDERS)
    if card.detector == "moved_stop" or card.family == "period"
)


def mended(text: str, least: Safety = Safety.UNSAFE, rules: tuple[Rule, ...] = RULES) -> str:
    return fix(Source("a.txt", text), rules, least, Options()).source.text


def codes(text: str) -> list[str]:
    found = check(open_article(Source("a.txt", text), Options()), RULES)
    assert not found.crashes
    return [finding.code for finding in found.findings]


MOVED = {
    "Minsk lent about 700 to Syria. engineers, and 50 have returned.":
        "Minsk lent about 700 engineers to Syria, and 50 have returned.",
    "The fleet moved 12 from Odesa to Constanța. ships on Friday.":
        "The fleet moved 12 ships from Odesa to Constanța on Friday.",
    "Norway gave more than 5 million to Łódź. euros for the new wing.":
        "Norway gave more than 5 million euros to Łódź for the new wing.",
    "The storm cut off nearly 600,000 across the country. homes.":
        "The storm cut off nearly 600,000 homes across the country.",
    "They planted 2.5 thousand in the park. trees this spring.":
        "They planted 2.5 thousand trees in the park this spring.",
    "Police held 40 at the border. suspects, most of them young.":
        "Police held 40 suspects at the border, most of them young.",
    "The firm laid off twelve in Győr. workers.":
        "The firm laid off twelve workers in Győr.",
    "Prague will train 1,200 near the town of Tábor. young recruits a year.":
        "Prague will train 1,200 young recruits near the town of Tábor a year.",
    "The depot keeps 300 under the airport. tonnes of fuel.":
        "The depot keeps 300 tonnes of fuel under the airport.",
    "The school took in 90 from Kharkiv. refugee children in May.":
        "The school took in 90 refugee children from Kharkiv in May.",
    "He drove 450 through the Carpathians. kilometers in one night.":
        "He drove 450 kilometers through the Carpathians in one night.",
    "The farm has leased 800 along the Dniester. hectares.":
        "The farm has leased 800 hectares along the Dniester.",
    "The clinic got 15 thousand from Germany. doses of the vaccine.":
        "The clinic got 15 thousand doses of the vaccine from Germany.",
    "Berlin took in 1 million in 2015. refugees.": "Berlin took in 1 million refugees in 2015.",
    "The army sent about 2,000 to Sopot. pontoons to carry the road.":
        "The army sent about 2,000 pontoons to Sopot to carry the road.",
    "The ward admits 9,000 from three counties. patients every year.":
        "The ward admits 9,000 patients from three counties every year.",
    "The flood drove thousands from Opole. people, some at night.":
        "The flood drove thousands of people from Opole, some at night.",
    "The flood ruined some 12,5 thousand in the west. hectares of rye.":
        "The flood ruined some 12,5 thousand hectares of rye in the west.",
    "The fund sent half a million to Gaza. dollars in aid.":
        "The fund sent half a million dollars in aid to Gaza.",
    "Lublin paid 2 mln to the hospital in Chełm. zlotys.":
        "Lublin paid 2 mln zlotys to the hospital in Chełm.",
    "The charity took over 30 to Zaporizhzhia's hospitals. generators before winter.":
        "The charity took over 30 generators to Zaporizhzhia's hospitals before winter.",
    "The army lost 1,200 near the river in one week. soldiers, killed and wounded.":
        "The army lost 1,200 soldiers near the river in one week, killed and wounded.",
    "The mill ships about 700 thousand to China every year. tons of grain.":
        "The mill ships about 700 thousand tons of grain to China every year.",
    "The airline flew 1.3 million through Balice airport. passengers in June.":
        "The airline flew 1.3 million passengers through Balice airport in June.",
    "The agency will pay 1.2 billion to farmers by the end of the year. zlotys.":
        "The agency will pay 1.2 billion zlotys to farmers by the end of the year.",
    "The bank lent 300 to the school. thousand euros for repairs.":
        "The bank lent 300 thousand euros to the school for repairs.",
    "The planes dropped 250 on the city. kg of leaflets.":
        "The planes dropped 250 kg of leaflets on the city.",
    "Poland has taken in 1.5 million since February. refugees from Ukraine.":
        "Poland has taken in 1.5 million refugees from Ukraine since February.",
    "The council set aside 15 for the new park. million crowns.":
        "The council set aside 15 million crowns for the new park.",
    "The museum bought two from a collector in Graz. paintings.":
        "The museum bought two paintings from a collector in Graz.",
    "The quake left 45 thousand without a roof. people.":
        "The quake left 45 thousand people without a roof.",
    "Iran sold hundreds to Russia. drones.": "Iran sold hundreds of drones to Russia.",
    "The army sent 400 to Mali. soldiers and equipment.":
        "The army sent 400 soldiers and equipment to Mali.",
    "Some 40 to the school. people were taken before noon.":
        "Some 40 people were taken to the school before noon.",
    "Up to 5 thousand to the border with Belarus. soldiers will be sent by the minister.":
        "Up to 5 thousand soldiers will be sent to the border with Belarus by the minister.",
    "Nearly 2,000 in Bavaria. households are without power.":
        "Nearly 2,000 households in Bavaria are without power.",
    "Every year 4.5 million from all over Europe. tourists come here.":
        "Every year 4.5 million tourists from all over Europe come here.",
    "Some 8 in Mykolaiv. people died, and 20 were hurt.":
        "Some 8 people in Mykolaiv died, and 20 were hurt.",
    "Turkey has sent more than 250 to Baku since Monday. trucks with aid.":
        "Turkey has sent more than 250 trucks with aid to Baku since Monday.",
    "The shelter fed up to 700 during the holidays. homeless people.":
        "The shelter fed up to 700 homeless people during the holidays.",
    "The unit took 16 at the edge of the forest. prisoners.":
        "The unit took 16 prisoners at the edge of the forest.",
}  # fmt: skip

NUMBERS = {
    "The dam holds 3 billion. cubic meters of water.":
        "The dam holds 3 billion cubic meters of water.",
    "It sold for 1.2 mln. euros in Žilina.": "It sold for 1.2 million euros in Žilina.",
    "Some 30 thousand. students marched.": "Some 30 thousand students marched.",
    "They lost 70 million. in one year.": "They lost 70 million in one year.",
    "The wall cost 90 thousand. UAH in all.": "The wall cost 90 thousand UAH in all.",
    "He counted about 3,000. soldiers.": "He counted about 3,000 soldiers.",
    "The train does 90 km/h. over the bridge.": "The train does 90 km/h over the bridge.",
    "A room is 900 zlotys. a month.": "A room is 900 zlotys a month.",
    "The lake is 12 km. from Brest.": "The lake is 12 km from Brest.",
    "They felled 2 thousand. trees by noon .": "They felled 2 thousand trees by noon .",
    "The bag held 4 kgs. of amber.": "The bag held 4 kg of amber.",
    "A hectare costs 500 euros. per year.": "A hectare costs 500 euros per year.",
    "It costs 200 hryvnias. (about $5) a day.": "It costs 200 hryvnias (about $5) a day.",
    "The hall has 900 square meters. meters.": "The hall has 900 square meters.",
    "The fort is from the 17th century. century.": "The fort is from the 17th century.",
    "Since 1956. the mill has stood empty.": "Since 1956 the mill has stood empty.",
    "In May 1945. they came home.": "In May 1945 they came home.",
    "She left in 1968 r. and never returned.": "She left in 1968 and never returned.",
    "He was born on 3 May 1791 r.": "He was born on 3 May 1791.",
    "The club was founded in 1922 г. in Lviv.": "The club was founded in 1922 in Lviv.",
    "They met on 17. June in Bonn.": "They met on 17 June in Bonn.",
    "It ran from 1. to 9. September 1939.": "It ran from 1 to 9 September 1939.",
    "They wed on Saturday, 14. October.": "They wed on Saturday, 14 October.",
    "The fair opens on April 2. in Graz.": "The fair opens on April 2 in Graz.",
    "He fell in the 90. minute.": "He fell in the 90th minute.",
    "It was her 101. flight.": "It was her 101st flight.",
    "She won for the 12. time.": "She won for the 12th time.",
    "The inn is from the XVII century.": "The inn is from the 17th century.",
    "A map of the XV. century hangs there.": "A map of the 15th century hangs there.",
    "Wars filled the XVI and XVII centuries.": "Wars filled the 16th and 17th centuries.",
    "About 2 tys. people came.": "About 2 thousand people came.",
    "The park covers 3 тыс. hectares.": "The park covers 3 thousand hectares.",
    "The debt is 4 mld. crowns.": "The debt is 4 billion crowns.",
    "Half a million. people fled.": "Half a million people fled.",
    "In the years 1918–1939. the mill worked day and night.":
        "In the years 1918–1939 the mill worked day and night.",
    "In the 1990s. he lived in Rome.": "In the 1990s he lived in Rome.",
    "In 1980 yr. he left for Bonn.": "In 1980 he left for Bonn.",
    "It opens 15. May 2023 in Graz.": "It opens 15 May 2023 in Graz.",
    "The road is closed from the 3. to the 7. July.":
        "The road is closed from the 3 to the 7 July.",
    "It grew in the 19. and 20. centuries.": "It grew in the 19th and 20th centuries.",
    "It is an art of the 20. century.": "It is an art of the 20th century.",
    "It grew in the XXth century.": "It grew in the 20th century.",
    "The keep is from the XIV c.": "The keep is from the 14th century.",
    "King Charles IV. had it built.": "King Charles IV had it built.",
    "Ludwig II. of Bavaria built it.": "Ludwig II of Bavaria built it.",
    "Prices fell in the I quarter of 2012.": "Prices fell in the first quarter of 2012.",
    "It stood empty in II half of the year.": "It stood empty in the second half of the year.",
    "It burned down during the II World War.": "It burned down during the Second World War.",
    "The fort lies ca. 5 km to the west.": "The fort lies about 5 km to the west.",
    "The choir has cca 20 singers.": "The choir has about 20 singers.",
    "The mass began at 18: 30 on Sunday.": "The mass began at 18:30 on Sunday.",
    "It struck at dawn (03: 25 GMT) in the hills.": "It struck at dawn (03:25 GMT) in the hills.",
    "The bus left at 5 p m. It was full.": "The bus left at 5 p.m. It was full.",
    "As of 2016. there were 14 schools.": "As of 2016 there were 14 schools.",
    "The decree of 3. October takes effect.": "The decree of 3 October takes effect.",
    "The church was built in the XVII c. by monks.":
        "The church was built in the 17th century by monks.",
    "World War II. began in 1939.": "World War II began in 1939.",
    "The wind tore the roof off school No.3.": "The wind tore the roof off school No. 3.",
}  # fmt: skip

CLAUSES = {
    "The men of Dnipro. and of Poltava stood firm.": "The men of Dnipro and of Poltava stood firm.",
    "The chapel on Lipowa. was torn down.": "The chapel on Lipowa was torn down.",
    "He is the author. of three novels.": "He is the author of three novels.",
    "The law bars firms. which pay no tax.": "The law bars firms which pay no tax.",
    "The strike is over. however, few trains run.": "The strike is over. However, few trains run.",
    "The bus was late. she walked home.": "The bus was late. She walked home.",
    "The rain stopped. the river kept rising.": "The rain stopped. The river kept rising.",
    "despite the frost, the ferry sailed on time.": "Despite the frost, the ferry sailed on time.",
    "The road is open again.\n\nyesterday the last snow was cleared.":
        "The road is open again.\n\nYesterday the last snow was cleared.",
    "The rain fell. but nobody left.": "The rain fell. But nobody left.",
    "He lives with his mother. and his two sisters.":
        "He lives with his mother and his two sisters.",
    "He was held. according to the police.": "He was held according to the police.",
    "He was held. according to the police, he is guilty.":
        "He was held. According to the police, he is guilty.",
    "The plan fell. two ministers resigned.": "The plan fell. Two ministers resigned.",
    "The plan fell. now nobody knows what to do.": "The plan fell. Now nobody knows what to do.",
    "The plan is good. what do you think?": "The plan is good. What do you think?",
    "He met Ivan. a friend from school.": "He met Ivan, a friend from school.",
    "In the town of Lviv. he met his wife.": "In the town of Lviv he met his wife.",
    "it's a new day for the people of Radom.": "It's a new day for the people of Radom.",
    "Drones hit the city. at night the port burned.":
        "Drones hit the city. At night the port burned.",
    "The mill closed. in Kyiv nobody was surprised.":
        "The mill closed. In Kyiv nobody was surprised.",
    "The vote was held on November 20. it was a Sunday.":
        "The vote was held on November 20. It was a Sunday.",
    "the mill in the port of Odesa has reopened\n\nThe mill in the port has reopened today.":
        "The mill in the port of Odesa has reopened\n\nThe mill in the port has reopened today.",
}  # fmt: skip

TITLES = {
    "They asked prof. Novák about it.": "They asked Prof. Novák about it.",
    "The ward is run by dr Żak.": "The ward is run by Dr. Żak.",
    "A letter from col. J. Brandt came.": "A letter from Col. J. Brandt came.",
    "He saw lt. col. Šimek there.": "He saw Lt. Col. Šimek there.",
    "The fleet of adm. Ushakov sailed.": "The fleet of Adm. Ushakov sailed.",
    "He met ppłk Ewa Zając.": "He met Lt. Col. Ewa Zając.",
    "The case went to podinsp. Król.": "The case went to Deputy Insp. Król.",
    "He speaks languages, np. Dutch.": "He speaks languages, e.g. Dutch.",
    "He grows fruit, z.B. plums.": "He grows fruit, e.g. plums.",
    "The tzv. old guard left.": "The so-called old guard left.",
    "He lives on ul. Długa in Radom.": "He lives on Długa Street in Radom.",
    "The bank on vul. Sichovykh closed.": "The bank on Sichovykh Street closed.",
    "The shop at st. Franko, 5 burned.": "The shop at 5 Franko Street burned.",
    "He lives on Str. Lesi Ukrainky.": "He lives on Lesi Ukrainky Street.",
    "The office is at pl. Zamkowy 4.": "The office is at 4 Zamkowy Square.",
    "A car burned on the street. Franko in Stryi.": "A car burned on Franko Street in Stryi.",
    "The school is on the street. Lesia Ukrainka, 12a.":
        "The school is at 12a Lesia Ukrainka Street.",
    "The decree № 44 stands.": "The decree No. 44 stands.",
    "Bus n° 7 is late.": "Bus No. 7 is late.",
    "He met prof. dr hab. Jan Kowalski.": "He met Prof. Jan Kowalski.",
    "He asked MUDr. Petr Novák.": "He asked Dr. Petr Novák.",
    "He asked mgr Anna Lis.": "He asked Anna Lis.",
    "He wrote to ks. Jan Nowak.": "He wrote to Fr. Jan Nowak.",
    "St. sierż. Nowak spoke.": "Senior Sgt. Nowak spoke.",
    "He sold cars, u.a. in Berlin.": "He sold cars, including in Berlin.",
    "He works on Pl. Wolności.": "He works on Wolności Square.",
    "The shop on vul. T. Shevchenka, 5 burned.": "The shop at 5 T. Shevchenka Street burned.",
    "On the street. Naukova, a car burned.": "On Naukova Street, a car burned.",
    "A barn burned in the village. Brody.": "A barn burned in the village of Brody.",
    "He spoke to abp Marek Lis.": "He spoke to Archbishop Marek Lis.",
    "The shop at ul. Św. Anny 2 closed.": "The shop at 2 Św. Anny Street closed.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "after"), [*MOVED.items(), *NUMBERS.items(), *CLAUSES.items(), *TITLES.items()]
)
def test_what_is_mended(text: str, after: str) -> None:
    assert mended(text) == after
    assert codes(after) == []


@pytest.mark.parametrize("text", MOVED)
def test_a_sentence_is_not_reordered_unseen(text: str) -> None:
    assert codes(text) == ["TQ251"]
    assert mended(text, Safety.SAFE) == text


SHOWN = {
    "About 900 were sent to Kursk. soldiers, most of them young.":
        "About 900 soldiers were sent to Kursk, most of them young.",
    "Kim sent about 3,000 to Russia. Korean soldiers, and more will follow.":
        "Kim sent about 3,000 Korean soldiers to Russia, and more will follow.",
    "Prague received 14 from Germany. Leopard tanks.":
        "Prague received 14 Leopard tanks from Germany.",
}  # fmt: skip


@pytest.mark.parametrize("text", SHOWN)
def test_a_doubtful_order_is_only_shown(text: str) -> None:
    assert codes(text) == ["TQ251"]
    assert mended(text) == text
    assert mended(text, Safety.DISPLAY) == SHOWN[text]


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_are_mended_safely(text: str) -> None:
    assert mended(text, Safety.SAFE) == NUMBERS[text]


REPORTED = {
    "They sent 3,000 to Narva. soldiers were seen at the bridge.": "TQ251",
    "About 12 to the gym. people were led out of the school.": "TQ251",
    "He paid 3,000 euros to the clinic. patients at the door.": "TQ259",
    "He led the regional party from 1973 to 1989. party chairman.": "TQ259",
    "The ministry had little money. branch offices.": "TQ259",
    "He saw the court. did.": "TQ259",
    "The line pays for it on time. stated in the firm.": "TQ259",
}


@pytest.mark.parametrize(("text", "code"), REPORTED.items())
def test_what_is_only_reported(text: str, code: str) -> None:
    assert codes(text) == [code]
    assert mended(text) == text


LEFT_ALONE = [
    "The score was 3 to 2. players of both sides.",
    "He sent 3,000 to Russia. Korean soldiers were among them.",
    "The town lost 40 in March. Polish soldiers held the bridge.",
    "Troops were sent to Russia. Soldiers who refused were jailed.",
    "She taught Ph.D. students in Ghent.",
    "He served in the U.S. Soldiers were sent home.",
    "About 200 live in the U.S. people say so.",
    "The tax hit phones. iPhone sales fell.",
    "The lab found E. coli in the well.",
    "He met J. K. Rowling and k.d. lang.",
    "It rose by 3.5 percent, to 1.200 points.",
    "He likes fruit, e.g. the plums of his garden.",
    "He waited ... then he left.",
    "The 3 p.m. meeting ran late.",
    "Siminn ehf. bought the rest.",
    "Škoda a.s. and Orlen S.A. have a deal with Nokia Oyj. The sum is secret.",
    "Deals with Inc. and Ltd. companies are rare, as are those of Sage Publ. Inc. of York.",
    "They prayed at st. Nicholas on Sunday.",
    "See www.example.org. The page is old.",
    "Open the file setup.py. It is short.",
    "Russia vs. the rest of Europe was the theme.",
    "There were approx. five men and max. three women.",
    "Steps: 1. boil water, 2. add salt, 3. wait.",
    "Pope John Paul II. The pope died in 2005.",
    "The statement came from Lars von Trier. von Trier laughed.",
    "In 1998 R. Kelly toured Europe.",
    "He finished on 5. May won.",
    "She is in the 30s. He is not.",
    "They walked 5 km. Then it rained.",
    "An assoc. prof. at Yale spoke of gen. relativity.",
    "Danced on the street. Shevchenko said so.",
    "No. 5 is his favorite, and No. 10 is hers.",
    "He asked for three things:\n\nflour and sugar;\n\neggs and milk.",
    "The road leads down into\nthe valley where the mill stood.",
    "roses are red,\nviolets are blue,\nsugar is sweet",
    "The price of gas in St. Louis rose on 42nd St. The crowd cheered.",
    "iOS is what the phone runs on.",
    "He works for the Dept. of State and the Univ. of Texas.",
    "He owes 5 million. Soviet banks, however, lent him more.",
    "In May the war ended in 1945. Soviet soldiers, tired and hungry, marched on.",
    "The map was drawn ca. 1650 in Leiden.",
    "He and I half expected it.",
    "He spoke of John 3: 16 verses in all.",
    "The band played on the X stage.",
    "Bring these things:\n\nthe book you read last week.\n\nthe pen you wrote it with.",
    "kubectl and helm are tools that run programs.",
    "The talk is on Pius IX. his aim was peace.",
    "He came second at No. 1. 5 million saw it.",
    "He knew all in the village. Brody is a mile away.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_left_alone(text: str) -> None:
    assert codes(text) == []


def test_a_text_in_small_letters_is_its_writers_way() -> None:
    assert codes("\n\n".join(["we went home and slept a while."] * 8)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("XIX", 19), ("XX", 20), ("IV", 4), ("IIX", 0), ("VV", 0), ("XXI", 21), ("IXX", 0)],
)
def test_roman_numerals(text: str, value: int) -> None:
    assert roman_value(text) == value


WORDS = st.sampled_from(
    "about 3,000 to Russia. soldiers 5 million. in 1998 r. on 5. May the 3. he they . , ( XX. "
    "century. century prof. Ahn km. per street. ul. Polna № U.S. etc. \n \n\n “ ” II. II half of "
    "tys. people were sent mgr dr hab. ca. ok. village. 1998. the and but is? ).".split(" ")
)


@settings(max_examples=250, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_nothing_crashes_and_nothing_overlaps(text: str) -> None:
    article = open_article(Source("a.txt", text), Options())
    for rule in RULES:
        spans = sorted(hit.span for hit in rule.hits(article))
        assert all(one.end <= other.start for one, other in pairwise(spans))
