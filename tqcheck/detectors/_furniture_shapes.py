"""Lines of page furniture that are told by their shape: counters, signatures, credits, dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from tqcheck.patterns import compiled

_AGENCY = (
    r"(?:PAP|EPA(?:-EFE)?|AFP|AP(?:[ ]Photo)?|Reuters|REUTERS|Getty(?:[ ]Images)?|Shutterstock"
    r"|TASS|RIA[ ]Novosti|Ukrinform|UNIAN|Ukrafoto|East[ ]News|Anadolu|AA|IMAGO|Imago|dpa|DPA"
    r"|ANSA|EFE|Xinhua|Yonhap|Kyodo|[\u010cC]TK|MTI|LUSA|Lusa|SITA|APA|NurPhoto|ZUMA(?:[ ]Press)?"
    r"|Bloomberg|iStock(?:photo)?|Depositphotos|Pixabay|Unsplash|Pexels|Adobe[ ]Stock|Alamy|picture"
    r"[ ]alliance|Newspix|Forum|FotoHost|REPORTER|Agencja[ ](?:Gazeta|Wyborcza(?:\.pl)?)|Facebook"
    r"|Instagram|Twitter|Telegram|YouTube|Wikimedia(?:[ ]Commons)?|Wikipedia|Flickr|Google[ ]Maps)"
)
_NAMES = r"[^\W\d_][\w.,'\u2019&@ -]{1,50}"

_CODE = (
    r"(?:EN|UA|UK|RU|PL|DE|FR|ES|IT|TR|CZ|CS|PT|AR|ZH|CN|BE|LT|RO|SK|HU|ENG|UKR|RUS|POL|DEU"
    r"|En|Ua|Ru|Pl|De|Fr|Es|\u0423\u041a\u0420|\u0420\u0423\u0421|\u0420\u0423|\u0423\u0410)"
)
_LANGUAGE = (
    r"(?:English|Deutsch|Fran\u00e7ais|Espa\u00f1ol|Italiano|Polski|Portugu\u00eas|T\u00fcrk\u00e7e"
    r"|\u0420\u0443\u0441\u0441\u043a\u0438\u0439"
    r"|\u0423\u043a\u0440\u0430\u0457\u043d\u0441\u044c\u043a\u0430"
    r"|\u4e2d\u6587|\u65e5\u672c\u8a9e|\u010ce\u0161tina|Rom\u00e2n\u0103|Magyar)"
)

_SHAPES: dict[str, tuple[str, int]] = {
    "photo-credit": (
        rf"""
        \(?(?:photo|photos|image|images|picture|pictures|illustration|photographs?)[ ]by[ ]
            [^\n()]{{2,90}}\)                                    # (Photo by X/Getty Images)
        | \(?(?:\u00a9[ ]?|fot\.[ ]?|foto[ ])?{_AGENCY}(?:\s?[/|,\u2013-]\s?{_NAMES}){{1,3}}\)?
                                                                 # PAP/Adam Wolny
        | \(?\u00a9?[ ]?{_NAMES}(?:\s?[/|]\s?|[ ]via[ ]|[ ]?\u00a9[ ]?){_AGENCY}
            (?:\s?[/|]\s?{_NAMES})?\)?                           # Adam Wolny / PAP
        | (?:[\u00a9]|\([cC]\))[ ]?{_AGENCY}(?:[ ]\d{{4}})?            # (c) Reuters
        | (?:PAP/EPA|Getty[ ]Images|Shutterstock|AFP[ ]PHOTO|AP[ ]Photo|EPA-EFE|REX/Shutterstock)
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    "source-author-line": (
        r"""
        [a-z]{2,4}(?:\s?/{1,2}\s?[a-z]{2,4}){1,3}\s?/              # mmi/ szm/
        | [a-z]{2,5}\s?//\s?[a-z]{1,5}(?:[ ]?/[ ]?[a-z]{2,5})?     # tas//mm
        | //\s?[a-z]{2,5}                                          # //now
        | [a-z]{2,4}/\s[a-z]{2,4}                                  # adb/ ks
        | (?:[Hh]ome|[Mm]ain|[Ss]tart|[Nn]ews|[Hh]omepage|[Mm]ain[ ]page)
            (?:\s*[\u00bb>\u203a\u2192/|]\s*[^\n\u00bb>\u203a/|]{2,60}){1,5}  # Home > Region
        | [^\n\u00bb>\u203a.]{2,30}(?:\s*[\u00bb\u203a>]\s*[^\n\u00bb>\u203a.]{2,60}){2,5}
        | (?:(?:published|updated|posted|added|created)[ ]?:?[ ])?(?:[Tt]oday|[Yy]esterday)
            (?:,|[ ]at|[ ]-|[ ]\|)?[ ](?:at[ ])?\d{1,2}[:.]\d\d      # Today, 14:20
        | \d{1,2}:\d\d,?[ ](?:[Tt]oday|[Yy]esterday)
        | [(\[/]?(?:PAP|ANSA|AFP|dpa|EFE|TASS|Ukrinform|[\u010cC]TK|MTI|LUSA|IAR|Interfax|UNIAN
            |BelTA|BELTA|Xinhua|Yonhap|Anadolu|AA|KNA|epd|APA|RIA[ ]Novosti)[)\]/]  # (PAP)
        """,
        re.VERBOSE,
    ),
    "copyright-footer": (
        r"""
        (?:copyright[ ]?)?(?:\u00a9|\(c\))[ ]?.{0,80}?(?:19|20)\d\d.{0,120}   # (c) 2024 X
        | copyright[ ].{0,60}(?:19|20)\d\d.{0,120}
        | (?:copyright[ ]?)?(?:\u00a9|\(c\))[ ].{2,80}all[ ]rights[ ]reserved.{0,40}
        | .{0,80}\ball[ ]rights[ ]reserved\b.{0,60}
        | (?:(?:any|full[ ]or[ ]partial|the|when|if)[ ])?(?:copying|reproduction|reprinting
            |quoting|republication|republishing|redistribution|distribution|use|using|citing)[ ]
            (?:and[ ]\w+[ ])?(?:of[ ])?(?:(?:the|our|any|this|these|site|website)[ ]){0,2}
            (?:materials?|content|articles?|texts?|information|publications?|photos)\b.{0,60}
            \b(?:permitted|allowed|prohibited|forbidden|required|mandatory|hyperlink|link
            |permission|consent)\b.{0,100}                         # Copying of materials is ...
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    "navigation-widget": (
        r"(?:photo|image|picture)?[ ]?gallery[ ]?(?:\(|[-:][ ]?)?\d{1,3}[ ]"
        r"(?:photos?|images?|pictures?|slides?)\)?|\(?(?:\+[ ]?)?\d{1,3}[ ]photos?\)?",
        re.IGNORECASE,
    ),
    "video-player-text": (
        r"\d{1,2}:\d\d(?::\d\d)?\s?/\s?\d{1,2}:\d\d(?::\d\d)?|-?0:00|00:00",
        0,
    ),
    "social-embed-residue": (
        r"""
        (?:https?://)?pic\.twitter\.com/\w+ | (?:https?://)?t\.co/\w+
        | [\u2013\u2014-]{1,2}[ ]?[^\n]{1,60}[ ]\(@\w+\)[ ].{4,40}  # -- Name (@name) May 3, 2024
        | (?:tweet[ ]by|by)?[ ]?@\w{2,30}(?:[ ]on[ ](?:twitter|x|instagram))?
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    "language-switcher": (
        rf"""
        {_CODE}(?:(?:\s*[|/\u00b7,\u2022]\s*|[ ]{{1,3}}){_CODE}){{1,8}}      # EN | UA | RU
        | (?:{_LANGUAGE}(?:\s*[|/\u00b7,\u2022]\s*|\s+|$)){{2,8}}         # English Deutsch
        """,
        re.VERBOSE,
    ),
    "counter-line": (
        r"""
        \d[\d.,]*[ ]?[km]?[ ](?:view|share|comment|like|retweet|read|vote|reaction|follower
            |subscriber|visit|hit|download|reply|replie)s?
        | (?:(?:post|page)[ ])?(?:views|shares|likes|comments|reads|votes)
            [ ]?:?[ ]?\(?\d[\d.,]*[ ]?[km]?\)?                     # Views: 1,234
        | comments?[ ]?\(\d+\)
        | (?:about[ ]|~)?\d{1,3}(?:[ ]?[-\u2013][ ]?\d{1,2})?[ -]?min(?:ute|utes|s|\.)?[ -]
            (?:to[ ])?(?:read|listen|watch)(?:ing)?(?:[ ]time)?    # 5 min read
        | (?:(?:estimated[ ])?read(?:ing)?[ ]time|time[ ]to[ ]read)
            [ ]?:?[ ]?(?:about[ ])?[~<]?\d{1,3}[ ]?(?:min|sec|m\b).{0,12}
        | (?:\d{1,3}|an?|one|two|three|a[ ]few)[ ]
            (?:second|minute|min|hour|day|week|month|year)s?[ ]ago
        | (?:page[ ])?\d{1,3}[ ](?:of|/)[ ]\d{1,3} | page[ ]\d{1,3}(?:[ ]of[ ]\d{1,3})?
        | \d(?:\.\d)?[ ]?/[ ]?5(?:[ ]?\(\d+[ ](?:votes?|ratings?)\))?
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
}
"""By card: what a trimmed line is as a whole."""

_HINTS: Mapping[str, tuple[str, ...]] = {
    "photo-credit": (
        "/",
        "|",
        "\u00a9",
        "(c)",
        "photo",
        "image",
        "picture",
        "via",
        "getty",
        "-efe",
    ),
    "source-author-line": (
        "/",
        "\u00bb",
        ">",
        "\u203a",
        "\u2192",
        "|",
        "(",
        "[",
        "today",
        "yester",
    ),
    "copyright-footer": (
        "\u00a9",
        "(c)",
        "copyright",
        "reserved",
        "permi",
        "allow",
        "link",
        "consent",
    ),
    "navigation-widget": ("galler", "photo"),
    "video-player-text": ("0:0", " / ", ":"),
    "social-embed-residue": ("twitter", "t.co", "@"),
    "language-switcher": (
        "en",
        "ua",
        "ru",
        "pl",
        "de",
        "fr",
        "\u0443\u043a",
        "\u0440\u0443",
        "lish",
    ),
    "counter-line": (*"0123456789", "ago"),
}
"""By card: what a line must hold, in lower case, for its shape to be worth a look."""


_TEMPERATURE = r"[+\u2212-]?\d{1,2}(?:[.,]\d)?[ ]?\u00b0?[ ]?[CF]|[+\u2212-]?\d{1,2}\u00b0"

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = rf"""
    (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?[ ])?
    (?:{_MONTH}[ ]\d{{1,2}},?[ ]\d{{4}} | \d{{1,2}}(?:st|nd|rd|th|\.)?[ ]{_MONTH},?[ ]\d{{4}}
      | \d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}} | \d{{4}}-\d\d-\d\d)
    (?:,?[ ]?(?:at[ ]|[-\u2013|][ ]?)?\d{{1,2}}[:.]\d\d(?::\d\d)?
      (?:[ ]?[ap]\.?m\.?)?(?:[ ][A-Z]{{2,4}})?)?                    # at 14:30 CET
    """


@lru_cache(maxsize=32)
def _pattern(kind: str) -> re.Pattern[str]:
    return compiled(*_SHAPES[kind])


def kind_by_shape(text: str) -> str:
    """The card whose shape the whole of a trimmed line has, "" if none.

    A pattern is compiled when the first line with one of its hints comes by.
    """
    low = text.casefold()
    for kind, hints in _HINTS.items():
        if kind == "language-switcher" and not (
            text[:2].isupper() or low[2:7] in ("glish", "utsch")
        ):
            continue
        if any(hint in low for hint in hints) and _pattern(kind).fullmatch(text):
            return kind
    return ""


@lru_cache(maxsize=1)
def _theme() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return compiled(_TEMPERATURE), compiled(_DATE, re.VERBOSE | re.IGNORECASE)


def is_temperature(text: str) -> bool:
    """Whether a line is a temperature as the theme of a site shows it."""
    return text[-1:] in "CF\u00b0" and _theme()[0].fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else, with or without weekday and time."""
    return len(text) < 60 and any(map(str.isdigit, text)) and bool(_theme()[1].fullmatch(text))


def is_place(text: str) -> bool:
    """Whether a line is one to three capitalised words: the city beside the weather."""
    words = text.replace(",", "").split()
    return len(text) < 60 and len(words) <= 3 and all(word[0].isupper() for word in words)
