"""Which of LanguageTool's rules are asked for, and why the others are not: the house's choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# Each with the findings per 10,000 words that it made on clean news, speeches, articles and
# fiction, and the reason why it goes. See docs/languagetool.md.
CATEGORIES: Mapping[str, str] = {
    "PUNCTUATION": "commas before conjunctions are a matter of style; quotation marks are ours",
    "REPETITIONS_STYLE": "sentences that begin alike: speeches are made of them",
    "REDUNDANCY": "“first of all”, “each and every”: what was said is translated, not shortened",
    "STYLE": "advice on wording",
    "COLLOQUIALISMS": "people are quoted as they speak",
    "PLAIN_ENGLISH": "advice on wording",
    "WIKIPEDIA": "another house's style",
    "GENDER_NEUTRALITY": "what was said is translated, not reworded",
    "TEXT_ANALYSIS": "counts, no mistakes",
    "CREATIVE_WRITING": "advice on wording",
    "AMERICAN_ENGLISH_STYLE": "a comma after the year, “have got”: house style",
    "BRITISH_ENGLISH": "words of the other variant, which a house mixes or not by its own style",
    "COMPOUNDING": "“per cent”, “second largest”: house style",
    "PROPER_NOUNS": "how firms and diseases are spelled is house style; names are never touched",
    "MULTITOKEN_SPELLING": "takes names of several words for others",
    "CASING": "offices and places have the capitals of the house style; our casing rules look",
    "CONFUSED_WORDS": "“herd” for “heard”: slips of the ear and the hand, which no machine makes",
    "COLLOCATIONS": "“in that moment”, “prefer over”: right more often than not",
    "SEMANTICS": "a date's weekday of this year, in a text of any year",
}
"""Categories that are switched off, with the reason."""

RULES: Mapping[str, str] = {
    # Our own rules say it, and know where it is no mistake.
    "ENGLISH_WORD_REPEAT_RULE": "our doubled words; “that that”, “had had” and speech are right",
    "PHRASE_REPETITION": "our looped phrases",
    "SENTENCE_WHITESPACE": "our fused sentences, which know “J.League” and addresses",
    "WHITESPACE_RULE": "our doubled spaces",
    "CONSECUTIVE_SPACES": "our doubled spaces",
    "CURRENCY_SPACE": "our rules on currency; “$ 5” is a house style",
    "CURRENCY": "our rules on currency",
    "COMMA_PERIOD_CONFUSION": "our decimal commas",
    "GERMAN_QUOTES": "our quotation marks",
    "EN_QUOTES": "our quotation marks",
    "UPPERCASE_SENTENCE_START": "proposes “Soldiers” where the full stop is what must go",
    # A letter or a variant that is right.
    "LIGATURES": "æ in Icelandic and Danish names",
    "EN_DIACRITICS_REPLACE*": "accents on words that English writes without",
    "EN_COMPOUNDS_*": "hyphens are house style",
    "EN_UPPER_CASE_NGRAM": "names",
    "NON_STANDARD_WORD": "’s and ’d at the head of a quotation",
    "EN_WORD_COHERENCY": "looks across paragraphs",
    "MAN_COMPOUNDS": "“business men”: house style",
    "WAY_COMPOUNDS": "house style",
    "LINE_COMPOUNDS": "house style",
    "HEAD_COMPOUNDS": "house style",
    "HOLDER_COMPOUNDS": "house style",
    "DAY_TO_DAY_HYPHEN": "hyphens are house style",
    "STARS_AND_STEPS": "hyphens are house style",
    "PROBLEM_SOLVE_HYPHEN": "hyphens are house style",
    "ADVERB_OR_HYPHENATED_ADJECTIVE": "hyphens are house style",
    "EN_SPLIT_WORDS_HYPHEN": "our rules on split words",
    "MONTH_OF_XXXX": "“September of 1976” is right",
    "APOSTROPHE_IN_DATES": "house style",
    # Grammar that it takes wrong more often than right on clean text.
    "STATE_OF_THE_UNION": "headings in capitals",
    "PEOPLE_VBZ": "“a people knows”",
    "ALLOW_TO": "right in official English",
    "POSSESSIVE_APOSTROPHE": "“the sanctions policy”",
    "KIND_OF_A": "right in speech",
    "THERE_S_MANY": "right in speech",
    "THERE_WAS_MANY": "right in speech",
    "PRP_PAST_PART": "dialect in fiction",
    "HE_VERB_AGR": "“God be with you”, “saw Mary remove”",
    "I_ME": "“Jack and I” at the head of a clause",
    "CONFUSION_OF_ME_I": "“I and our team”",
    "A_RB_NN": "“a nearly two-thirds majority”",
    "ALL_MOST_SOME_OF_NOUN": "“some of high degree”",
    "DETERMINER_GEOGRAPHICAL_WORD": "“versus United States”",
    "PREPOSITION_VERB": "“how did the world respond”",
    "ADVISE_VBG": "“help working families”",
    "CC_NNP_VBP": "“God bless America”, “if United lose”",
    "PROGRESSIVE_VERBS": "style",
    "DEPEND_ON": "“on you depend the fortunes”",
    "RELY_ON": "“relies, in the end, on”",
    "IT_IS": "takes “it’s” for “its”",
    "IT_IS_2": "“did not find it a low price”",
    "TO_TOO": "“no stranger to much”",
    "SAVE_SAFE": "“none save him”",
    "IF_IS": "“which if I had”",
    "IF_OF": "right in speech",
    "NOT_US1": "“if not us, who?”",
    "EM_ME": "“em” for “them”",
    "ECONOMIC_ECONOMICAL": "“an economic basis”",
    "AFFORD_VB": "guesses",
    "BE_VBP_IN": "“shoulder to shoulder”",
    "A_INFINITIVE": "guesses",
    "AT_IN_THE_KITCHEN": "“at the pantry ceiling”",
    "BOTH_AS_WELL_AS": "“as well as” after “both” further up",
    "ALLY_ALLAY": "“the ally defence”",
    "SENT_START_THEM": "guesses",
    "WHAT_VBZ": "“people who believe”",
    "EVERYONE_OF": "“each and everyone”",
    "PCT_SINGULAR_NOUN_PLURAL_VERB_AGREEMENT": "two or more nouns before the verb",
    "PCT_PLURAL_NOUN_SINGULAR_VERB_AGREEMENT": "speech",
    "NNS_IN_NNP_VBZ": "two clauses taken for one",
    "DOUBLE_NEGATIVE": "“not encouraged not to go”",
    "BEGINNING_TO_ADDING_BROAD": "“is switching to supplying”",
    "PLURAL_MODIFIER": "“telecommunications companies”",
    "ADVERB_VERB_ADVERB_REPETITION": "“ended up opening up”",
    "THERE_IS_A_LOT_OF": "right in speech",
    "THERE_MISSING_VERB": "“here a gap, there a filling”",
    "THE_PUNCT": "speech that begins anew",
    "PRP_REPITION": "speech that begins anew",
    "CD_OF_MY_FRIEND": "“two of the enemy”",
    "ARTICLE_ADJECTIVE_OF": "“the strong of this world”",
    "MISSING_PAST_TENSE": "“than they were last year”",
    "A_UNCOUNTABLE": "“a common freedom”",
    "THE_SUPERLATIVE": "“this last, best hope”",
    "PRP_VB": "guesses",
    "APOSTROPHE_PLURAL_": "guesses at possessives",
    "COLLECTIVE_NOUN_VERB_AGREEMENT_VBD": "“a crowd of women were”",
    "COLLECTIVE_NOUN_VERB_AGREEMENT_VBP": "“a crowd of women are”",
    "CONDITIONAL_CLAUSE": "“if you will stick with”",
    "DID_BASEFORM": "“she did sewing”",
    "DO_YOU_WHAT": "“who did it how”",
    "DT_PRP": "guesses",
    "EVERY_EACH_SINGULAR": "“every children’s hospital”",
    "GRADUATE_FROM": "“graduating seniors”",
    "HAVE_PART_AGREEMENT": "guesses",
    "I_AFRAID": "guesses",
    "I_DONT_DT": "“they don’t both see”",
    "MANY_NN": "“many tragic, some comic”",
    "MD_JJ": "guesses",
    "MUCH_COUNTABLE": "“despite how much humans share”",
    "MUST_BE_DO": "“will be lower”",
    "SHOULD_BE_DO": "“should be lower”",
    "NNP_AGREEMENT": "guesses",
    "NOUN_APOSTROPHE_S_VERB": "“tomorrow’s are being born”",
    "PERS_PRONOUN_AGREEMENT": "the subjunctive",
    "PLURAL_VERB_AFTER_THIS": "“this year let’s”",
    "PRP_HAVE_VB": "guesses",
    "PRP_RB_JJ": "guesses",
    "PRP_THE": "guesses",
    "QUESTION_WITHOUT_VERB": "“And where next?”",
    "SINGULAR_NOUN_ADV_AGREEMENT": "takes a noun for a verb",
    "SPURIOUS_APOSTROPHE": "“any one’s”",
    "THE_QUESTION_WH": "“the question why”",
    "THIS_IS_HAVE": "guesses",
    "TOO_ADJECTIVE_TO": "“from work to welfare to get”",
    "TOO_DETERMINER": "“too a sort of”",
    "WERE_VBB": "“were he an artist”",
    "A_QUITE_WHILE": "“a quite small supper”",
    "AM_I": "letters without a subject",
    # Right in speech and in letters, which are quoted as they are.
    "CAUSE_BECAUSE": "“cause” in speech",
    "CA_PRP": "speech",
    "HOW_YOU_DOING": "speech",
    "IT_IT": "speech",
    "I_MA": "speech",
    "MISSING_TO_BEFORE_A_VERB": "“just like go” in speech",
    "NOW": "speech",
    "PRP_VBG": "“you doing this” in speech",
    "THATS_ITS": "speech",
    "THAT_S_YOU_RE": "speech",
    "THESE_ONES": "speech",
    "YOU_GOOD": "speech",
    # House style and usage.
    "CHOMPING_AT_THE_BIT": "usage",
    "COMPRISED_OF": "usage",
    "FROM_X_Y": "“from 2 - 4”: house style",
    "IN_PARENTHESIS": "usage",
    "SHORT_COMPARATIVES": "“more strict”: usage",
    # Abbreviations and names taken for words.
    "FR": "“fr.” before a name",
    "ER": "foreign words",
    "IM_I_M": "“IM” as an abbreviation",
    "NUMBERS_IN_WORDS": "“D1” as an abbreviation",
    # Slips of the ear and the hand outside of their category.
    "OTHER_THEN": "“the other then”",
    "ALLUDE_ELUDE": "“alluded”",
    "OUR_OUT": "guesses",
}
"""Rules that are switched off, with the reason; a final * stands for any rest of the id."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is asked of LanguageTool; ids in ``enable`` win over the house's choice.

    ``language`` is a code with its country, such as en-GB, which tells how words are spelled.
    ``disable`` and ``enable`` hold ids of rules and of categories; ``words`` are right though
    the dictionary does not know them.
    """

    language: str = "en-US"
    disable: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def off(self) -> frozenset[str]:
        """The ids that are switched off."""
        return frozenset((*CATEGORIES, *RULES, *self.disable)).difference(self.enable)

    def allows(self, rule: str, category: str) -> bool:
        """Whether a match of the rule is told: its own id counts before its category's."""
        if rule in self.enable:
            return True
        off = self.off
        if rule in off or category in off:
            return False
        return not any(one.endswith("*") and rule.startswith(one[:-1]) for one in off)

    def parameters(self) -> dict[str, str]:
        """What a request says of it: the server need not look for what is not told."""
        off = self.off
        rules = sorted(one for one in off if one not in CATEGORIES and not one.endswith("*"))
        fields = {
            "language": self.language,
            "disabledCategories": ",".join(sorted(off.intersection(CATEGORIES))),
            "disabledRules": ",".join(rules),
            "enabledRules": ",".join(sorted(set(self.enable).difference(CATEGORIES))),
        }
        return {key: value for key, value in fields.items() if value}
