"""Words around speech: its verbs, who may speak, and what may follow; all in lower case."""

from __future__ import annotations

from tqcheck.later import later
from tqcheck.lexicon.words import FINITE_VERBS, MONTHS, SPEECH_STRONG, SPEECH_WEAK, WEEKDAYS

STRONG = SPEECH_STRONG | frozenset(
    """agreed agrees confessed confesses testified testifies disagreed retorted objected
    interjected apologized apologised announce points recounted recounts confided confides
    protested stressing admitting counters contended notices noticed tells shared shares
    appealed appeals ensured ensures pointed""".split()
)
WEAK = SPEECH_WEAK | frozenset(
    """laughed laughs shrugged recollects related relates assessed assesses evaluated evaluates
    conveyed conveys translates persuades persuaded convinced convinces hinted hints described
    describes encouraged encourages enumerated enumerates listed lists reacted reacts conceded
    concedes alarmed alarms thundered thanked thanks dreams worried worries finished finishes
    resumed stipulated stipulates intervened interjects pleaded pleads begged begs comforted
    guessed guesses joked raged fumed whispered mused muses opined reasoned reasons swore swears
    teased corrected corrects apologizes apologises apologised greeted
    completed completes pondered ponders detailed""".split()
)
VERBS = STRONG | WEAK

TAKES_OBJECT = frozenset(
    """told tells asked asks informed informs assured assures reminded reminds warned warns quoted
    quotes shared shares answered answers urged urges cautioned""".split()
)
"""Attribute also with an object after them: “the chief told the agency”."""
NOUNS_TOO = frozenset(
    """claims reports answers comments notes states calls points ends hopes estimates demands
    appeals praises fears urges shouts whispers smiles sighs cries remarks shares counters notices
    hints lists alarms thanks dreams worries reasons guesses begs finishes promises laments thought
    judges repeats laughs read reads heard laughed""".split()
)
PARTICIPLES_TOO = frozenset(
    """announced declared stated noted told asked claimed reported quoted informed confirmed
    observed repeated written maintained predicted asserted acknowledged admitted recalled shared
    pledged underlined underscored explained called accused expected estimated denied demanded
    criticized criticised praised suggested indicated mentioned revealed pointed promised
    assessed evaluated conveyed persuaded convinced described encouraged enumerated listed alarmed
    worried finished resumed stipulated guessed corrected recommended advised specified clarified
    continued interrupted disclosed feared hoped completed detailed
    believed""".split()
)
"""“A plan announced in May” is no attribution; “said in May” hardly ever is anything else."""
NEED_MORE = frozenset(
    """ended ends began begins called calls accused expected estimated heard hears read reads
    denied denies judged judges points pointed related relates praised described describes
    listed lists finished finishes greeted persuaded alarmed worried resumed detailed""".split()
)
"""Verbs that say too little where only a subject stands before them."""

NOMINATIVE = frozenset("he she they".split())
DETERMINERS = frozenset(
    """the a an one his her their our my its another some several many local two three four five
    former deputy retired chief""".split()
)
NOT_SUBJECTS = frozenset(
    """of that to by as it him them us me you so nothing something everything not no this these
    those what how why whether if which who be been being and or but there here goodbye hello yes
    himself herself themselves itself more much enough than because like""".split()
)
AFTER_VERB = frozenset(
    """in on at during for with after before from to about and adding when while yesterday today
    again too also earlier later recently then once angrily into via over by this last through out
    up off back without between among concerning regarding under near below afterwards
    aloud a.m p.m""".split()
)
PREPOSITIONS = frozenset("in on at during for with after before to about from".split())
PEOPLE = frozenset(
    """police officials residents doctors experts prosecutors witnesses firefighters rescuers
    sources parents neighbors neighbours teachers investigators organizers organisers scientists
    analysts officers soldiers locals authorities lawyers farmers drivers reporters journalists
    politicians mayor minister president director spokesman spokeswoman spokesperson""".split()
)
OBJECTS = frozenset("me him her us them you it".split())
HEARERS = frozenset("reporters journalists correspondents us me him them".split())
CLAUSE = frozenset("that which who if because whether when while where how what why than".split())
NO_SUBJECT = FINITE_VERBS | CLAUSE
SPANS_OF_TIME = frozenset("week month year day night evening morning weekend afternoon".split())
ADVERBS = frozenset("then also later finally further now still again once".split())
CALENDAR = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
SHORT_TITLES = frozenset(
    """prof dr gen col lt maj capt sgt kpr mjr płk ppłk por inż mgr ks st asp bp mr mrs ms sen rep
    sierż ing doc hab podinsp nadkom kom""".split()
)
"""Titles cut short, in English and as the source languages cut them."""
FIRST_PERSON = frozenset(
    "i we our us my me you your mine ours i'm we're i've we've i’m we’re".split()
)
GESTURE = later(r"(?:he|she)[ ](?!(?:is|was|has|had|will|would|does)\b)[a-z]+\b")
"""What a speaker does instead of saying it: “– It is nothing – he waves his hand.”"""

_CAPITALISED = r"[A-Z][\w.'\u2019-]*"
SIGNATURE = later(
    rf"(?:The[ ]|By[ ])?{_CAPITALISED}"
    rf"(?:[ ](?:of[ ](?:the[ ])?|and[ ]|de[ ]|van[ ])?{_CAPITALISED}){{0,3}}"
    r"(?:,[ ][A-Z][\w ]{2,30})?(?<![.!?])"
)
"""Who wrote what stands before the dash at a paragraph's end: “– The Editor”."""
