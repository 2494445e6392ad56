"""The sentence parts of the speed benchmark's corpus; braces name what corpus.py fills in."""

from __future__ import annotations

TITLES = """
{org} in {place} {past} {adj} {noun}
{place} to {verb} {nouns} before {month}
{who} {past} plan for {adj} {nouns}
{nouns.cap} in {place}: what {who} wants to {verb}
Why {place} is {ing} its {nouns}
Court in {place} {past} {n} {nouns}
"""
"""Headlines: one line without a full stop."""

SENTENCES = """
{The.org} in {place} {past} the {adj} {noun} {after}.
{The.org} of {place} has {past} {a.noun} {after}, {agency} reported.
{Full}, {role} of {the.org}, {past} the {noun} {after}.
{Full} travelled to {place} for talks on the {adj} {noun}, officials said.
{Who} said the {noun} would {verb} the {adj} {nouns} within {few} weeks.
{Who} declined to comment on the {noun}, citing {a.noun}.
About {thousand} residents of {place} heard that {the.org} had {past} the {noun}.
On {day} {month} {the.org} {past} the {nouns}, {though}.
The {noun} cost {money}, according to {a.noun} that {the.org} published in {year}.
The {adj} {noun} near {place} was {past} {after}.
The {nouns} were {past} by {a.noun} from {place}, which {past} them again in {month}.
More than {percent} percent of the {nouns} in {place} are {adj}, {the.org} estimates.
Since {year}, {the.org} has {past} {n} {nouns}, most of them {adj}.
{The.org} expects to {verb} the {noun} by the end of {year}, {though}.
There was no immediate comment from {the.org}, which is {ing} {a.noun}.
In {place}, {a.noun} was {past} and {n} people were taken to hospital.
{Who}, {n}, worked as {a.role} in {place} before the {noun} was {past}.
Each {noun} must {verb} its {nouns}, or lose {a.noun}.
Its {nouns} had been {past} in {year}, when {who} was {role} of {the.org}.
Neither the {noun} nor the {nouns} around {place} were {past}.
Some of the {nouns} in the north were {adj}, while those in the south {past} {a.noun}.
The number of {nouns} fell by {percent} percent to {thousand} last year.
Prices for {adj} {nouns} rose from {money} to {money} in {few} months.
Police in {place} said {a.noun} had {past} {few} {nouns} near the {noun}.
After {ing} the {noun}, {the.org} will {verb} its own {nouns}.
By {ing} {adj} {nouns}, {place} could {verb} its {noun}.
{Who}’s {noun} {past} the {nouns} of {the.org}, {though}.
{Who} had already {past} the {adj} {noun} twice – in {month} {year} and again last week.
The {noun} – {a.noun} with {n} {nouns} – was {past} by {the.org}.
Critics say the {noun} does not {verb} the {adj} {nouns}.
If the {noun} is {adj}, {the.org} will have to {verb} {a.noun}.
A second {noun}, in {place}, is {ing} {adj} {nouns}.
{Who} is expected in {place} on {weekday} to {verb} {a.noun}.
The {noun} opened in {year} and now {verb.s} {thousand} {nouns} a year.
It is not clear who {past} the {noun}, or whether the {nouns} will {verb} it.
They {past} the {adj} {nouns} and left {place} the same evening.
He {past} {a.noun} in {month}, {though}.
She {past} the {noun} with {few} {nouns}, {though}.
The vote, {n} to {few}, {past} {a.noun} that {who} had {past}.
{Few.cap} {nouns} from {place} {past} the {noun} {after}.
That {noun} is {adj}; the {nouns} are not.
The {noun} of {place} ({thousand} inhabitants) {past} its {adj} {nouns}.
Heavy rain {past} the {nouns} and {a.noun} between {place} and {place}.
What happened to the {noun} is being {past} by {few} {nouns}.
{Agency} wrote that {who} would {verb} the {noun}, but {the.org} denied it.
"""
"""Sentences of a report."""

SPEECH = """
We have to {verb} the {nouns} before winter
Nobody can say how long the {noun} will {verb} us
This is about {nouns}, not about money
I don’t think the {noun} was {adj}
Every {noun} will receive an answer in writing
It’s {a.noun}, and we will {verb} it
We {past} {few} {nouns} last night
There isn’t {a.noun} in this town that hasn’t been {past}
My family {past} the {noun} for {few} years
You can’t {verb} {a.noun} with promises
Without {adj} {nouns} we cannot {verb} anything
They should have {past} the {nouns} much earlier
"""
"""What people say, without quotation marks and final stop."""

QUOTATIONS = """
“{speech},” said {full}, {role} of {the.org}.
“{speech},” {who} told {agency}.
“{speech},” {who} said. “{speech}.”
{Who} added: “{speech}.”
“{speech},” he said, {ing} the {noun}.
{Who} called the {noun} “{adj}” and “{adj}”.
According to {full}, the {noun} was “{adj}”.
“{speech}. {speech},” {who} wrote on {weekday}.
"""
"""Sentences with speech."""

AFTER = """
after a debate that lasted until midnight
as residents had asked for months
because the cost had risen by {percent} percent
before the first snow is expected
in a session that was closed to the press
on {weekday} evening
despite {a.noun} in {place}
for the first time since {year}
with {n} votes to {few}
at a meeting with {full}
to {verb} {adj} {nouns}
without {ing} the {noun}
in the hope of {ing} {adj} {nouns}
along with {few} {nouns}
"""

THOUGH = """
although two members voted against it
while engineers {past} the plans again
but the {nouns} remained {adj}
and promised {a.noun} by the end of the year
which {who} called {adj}
a decision that {past} many {nouns}
even though the {noun} was {adj}
after {few} {nouns} had been {past}
"""

BODIES = """
city council|regional court|fire service|border guard|port authority|health ministry|trade union
railway operator|election board|water company|film institute|coast guard|film festival
tax office|national bank|road agency|school inspectorate|heritage office|rescue service
weather service|farmers’ chamber|state archive|public prosecutor|medical chamber|sports ministry
energy regulator|housing fund|electoral commission|customs office|press council|defence ministry
"""

ROLES = """
head|director|deputy head|spokeswoman|chief engineer|founder|treasurer|former director
chief economist|co-founder|press officer|acting head|first secretary|legal adviser
"""

AGENCIES = """
the local radio|the regional daily|state television|the evening paper|a weekly magazine
the public broadcaster|the news portal|a business daily
"""

FEW = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()


def lines(text: str) -> tuple[str, ...]:
    """The parts of a text that are divided by lines or bars."""
    return tuple(part for row in text.strip().split("\n") for part in row.split("|"))
