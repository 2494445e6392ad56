"""Lines of page furniture that are told by their shape: counters, signatures, credits, dates."""

from __future__ import annotations

import re

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

SHAPES: dict[str, re.Pattern[str]] = {
    "photo-credit": re.compile(
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
    "source-author-line": re.compile(
        r"""
        [a-z]{2,4}(?:\s?/{1,2}\s?[a-z]{2,4}){1,3}\s?/              # mmi/ szm/
        | [a-z]{2,5}\s?//\s?[a-z]{1,5}(?:[ ]?/[ ]?[a-z]{2,5})?     # tas//mm
        | //\s?[a-z]{2,5}                                          # //now
        | [a-z]{2,4}/\s[a-z]{2,4}                                  # adb/ ks
        | (?:[Hh]ome|[Mm]ain|[Ss]tart|[Nn]ews|[Hh]omepage|[Mm]ain[ ]page)
            (?:\s*[\u00bb>\u203a\u2192/|]\s*[^\n\u00bb>\u203a/|]{2,60}){1,5}  # Home > Region
        | [^\n\u00bb>\u203a.]{2,30}(?:\s*[\u00bb\u203a>]\s*[^\n\u00bb>\u203a.]{2,60}){2,5}
        | [(\[/]?(?:PAP|ANSA|AFP|dpa|EFE|TASS|Ukrinform|[\u010cC]TK|MTI|LUSA|IAR|Interfax|UNIAN
            |BelTA|BELTA|Xinhua|Yonhap|Anadolu|AA|KNA|epd|APA|RIA[ ]Novosti)[)\]/]  # (PAP)
        """,
        re.VERBOSE,
    ),
    "copyright-footer": re.compile(
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
    "video-player-text": re.compile(
        r"\d{1,2}:\d\d(?::\d\d)?\s?/\s?\d{1,2}:\d\d(?::\d\d)?|-?0:00|00:00"
    ),
    "social-embed-residue": re.compile(
        r"""
        (?:https?://)?pic\.twitter\.com/\w+ | (?:https?://)?t\.co/\w+
        | [\u2013\u2014-]{1,2}[ ]?[^\n]{1,60}[ ]\(@\w+\)[ ].{4,40}  # -- Name (@name) May 3, 2024
        | (?:tweet[ ]by|by)?[ ]?@\w{2,30}(?:[ ]on[ ](?:twitter|x|instagram))?
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    "language-switcher": re.compile(
        rf"""
        {_CODE}(?:(?:\s*[|/\u00b7,\u2022]\s*|[ ]{{1,3}}){_CODE}){{1,8}}      # EN | UA | RU
        | (?:{_LANGUAGE}(?:\s*[|/\u00b7,\u2022]\s*|\s+|$)){{2,8}}         # English Deutsch
        """,
        re.VERBOSE,
    ),
    "counter-line": re.compile(
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
"""By card: what a trimmed line is as a whole (``fullmatch``)."""

TEMPERATURE = re.compile(
    r"[+\u2212-]?\d{1,2}(?:[.,]\d)?[ ]?\u00b0?[ ]?[CF]|[+\u2212-]?\d{1,2}\u00b0"
)
"""A temperature as the theme of a site shows it."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = re.compile(
    rf"""
    (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?[ ])?
    (?:{_MONTH}[ ]\d{{1,2}},?[ ]\d{{4}} | \d{{1,2}}(?:st|nd|rd|th|\.)?[ ]{_MONTH},?[ ]\d{{4}}
      | \d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}} | \d{{4}}-\d\d-\d\d)
    (?:,?[ ]?(?:at[ ]|[-\u2013|][ ]?)?\d{{1,2}}[:.]\d\d(?::\d\d)?
      (?:[ ]?[ap]\.?m\.?)?(?:[ ][A-Z]{{2,4}})?)?                    # at 14:30 CET
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A date, and nothing else, with or without weekday and time."""

PLACE = re.compile(
    r"[A-Z\u00c0-\u017d][\w'\u2019.-]{2,20}(?:,?[ ][A-Z\u00c0-\u017d][\w'\u2019.-]{1,20}){0,2}"
)
"""One to three capitalised words: the city a theme shows beside the weather."""
