"""Composes the names of people and places in the speed benchmark's corpus from syllables."""

from __future__ import annotations

import random
from typing import NamedTuple

_VOWELS = frozenset("aeiouyáéíóúäöüąęıőåøœæ")


class Language(NamedTuple):
    """Given names, and the parts that surnames and places of a language are made of."""

    given: tuple[str, ...]
    heads: tuple[str, ...]
    middles: tuple[str, ...]
    surnames: tuple[str, ...]
    places: tuple[str, ...]


def _language(given: str, heads: str, middles: str, surnames: str, places: str) -> Language:
    parts = (tuple(text.split()) for text in (given, heads, middles, surnames, places))
    return Language(*parts)


LANGUAGES = (
    _language(  # Polish
        "Agnieszka Bartosz Dorota Elżbieta Grzegorz Halina Jarosław Krzysztof Małgorzata Paweł "
        "Stanisław Urszula Wojciech Zbigniew",
        "Bog Brzo Chmie Czar Dob Drzew Gło Gra Jabło Kacz Kow Krę Lew Łuk Maj Miko Ole Pawł Przyb "
        "Rog Rad Sied Sob Star Szym Tom Urb Wierz Wój Zaj Zie Żu",
        "a al ar eck ek el ewi icz in ini isz ocz ol on osz ow ucz yń",
        "ski ska czyk czak owski owska iak icki ik",
        "ów owo nica sko wice zyce",
    ),
    _language(  # Ukrainian, Russian
        "Andriy Bohdan Dmytro Fedir Halyna Iryna Kateryna Lyudmyla Mykola Nataliia Oleksandr "
        "Serhiy Tetiana Vadym Yulia Zoriana",
        "Bab Bere Bond Chor Dem Dyach Fes Hav Hlu Hryts Kly Kov Kras Kuch Levch Lyas Maz Mel Moro "
        "Ny Ony Pidho Pol Ruda Sav Shev Skor Sydo Tym Vas Voro Yakov Zhar Zub",
        "a al an ar ash ay el en er iy och ol or ov uk yk yl yn yr",
        "enko chenko chuk iuk yshyn iak ovych ets",
        "ivka ivsk opil hrad yntsi yshche",
    ),
    _language(  # Czech, Slovak
        "Alžběta Bohumil Čestmír Dušan František Hedvika Jiří Květa Ladislav Milada Ondřej Radek "
        "Štěpán Věra Zdeněk",
        "Bar Brab Cíz Čer Dvoř Fial Hav Hrub Jel Kadl Koz Krej Luk Mach Neh Ondr Pok Pros Ryb Říh "
        "Sed Sklen Svob Šim Štěr Tich Vach Vesel Zah Žiž",
        "a ač al án ar át ec ek en ič ik ín ol or ou ov ul",
        "ák ka ek ík ová ný ský ec",
        "ice ovice ná ník ov iště",
    ),
    _language(  # German
        "Annegret Bernhard Christa Dieter Eckart Friederike Gisela Helmut Jürgen Käthe Lieselotte "
        "Manfred Norbert Rüdiger Sigrid Ulrike Wolfgang",
        "Ack Bäu Berg Brei Dörf Eich Feld Fried Gött Hart Häus Holz Kirch Klein Kräm Lind Lüd Mül "
        "Neu Obern Pfeif Reich Rosen Schä Schnei Schrö Steig Vög Wald Weiss Wies Zim",
        "a el en er ers es holt hold ig ing ner rich wald",
        "mann meier bauer hauser ler stein huber hoff",
        "dorf heim hausen stadt brück rode",
    ),
    _language(  # French
        "Amélie Bérengère Cédric Delphine Étienne Françoise Gaëlle Hélène Jérôme Laurent Mathilde "
        "Océane Pascal Rémi Sylvie Thierry Yannick",
        "Arb Bail Beau Ber Blan Bonn Boud Cham Char Clém Cour Delau Desch Dub Fab Fourn Gaut Gir "
        "Guil Jac Lam Lef Mal March Maur Mont Per Poir Rous Sauv Thib Val Vill",
        "ad al am and ar ard at el en er eu ig il in on or ou un",
        "ier eau ault ois elle ot et ande",
        "ville court gnac ières ency eux",
    ),
    _language(  # Spanish
        "Álvaro Begoña César Dolores Esteban Fermín Guadalupe Hernán Íñigo Joaquín Leticia Martín "
        "Nuria Óscar Pilar Rocío Sebastián Verónica",
        "Agui Alco Bal Barr Bel Cab Cald Cast Cer Del Esco Esp Fig Gall Guti Herr Igl Jim Lar Mal "
        "Mend Mol Nav Ord Pach Pal Quin Ram Riv Sal Sand Tor Urr Val Vil Zam",
        "a al an ar edo er era er en il in ol or os ú ur",
        "ez íguez eda ado ero illa ón osa",
        "ejo eña illo osa ares uela",
    ),
    _language(  # Italian
        "Alessandra Benedetto Chiara Domenico Edoardo Federica Giuseppe Ilaria Lorenzo Maddalena "
        "Niccolò Ottavia Piero Raffaella Salvatore Tommaso Vittoria",
        "Alb Bald Barb Bell Bian Bon Cam Car Cat Chi Col Dan Est Fab Fer Fio Gal Giu Gri Lom Mar "
        "Mor Nap Pag Pell Quar Ric Sab Scal Ser Tag Tof Val Ven Zan",
        "a ac al an ar at az el en er ic in ol on or uc",
        "ini etti ucci elli oni ano aro ese",
        "ano ate ello igo ona asco",
    ),
    _language(  # Turkish
        "Ayşegül Burak Cemile Çağla Doğan Elif Fatma Gökhan Hüseyin İbrahim Kübra Mehmet Nilüfer "
        "Özlem Rıza Şule Tuğba Ümit Yıldız Zeynep",
        "Ak Alt Ars Bal Bay Boz Cey Çak Çel Dağ Der Dur Ekş Erd Gök Gül Hat İnc Kab Kar Kılıç Koç "
        "Kur Öz Sar Sön Şah Tan Taş Top Uç Ünl Yalç Yıl Zor",
        "a ak al an ar aş ı ıl ın ir ka öğ ol un ur üs",
        "oğlu kaya demir can soy türk maz tepe",
        "hisar köy kent pınar dere bahçe",
    ),
    _language(  # Hungarian, Romanian
        "Ágnes Balázs Csilla Dénes Erzsébet Ferenc Gáspár Ildikó Károly László Márton Orsolya "
        "Piroska Réka Szilvia Tibor Zsófia",
        "Bal Bar Bény Boz Csap Csor Dob Erd Fark Fül Gyön Hajd Hor Ill Juh Kal Kecs Kis Láz Meg "
        "Mész Nád Nyír Or Pál Rák Sár Szab Szeg Tak Ták Vár Ver Zal Zsol",
        "a ai ál am ár eg el en er és et ik ö ol or ut",
        "si ffy kovics ányi esi váry házi key",
        "vár falva hely háza kút bánya",
    ),
    _language(  # Danish, Swedish, Norwegian, Finnish
        "Åse Birgitta Cecilie Dagfinn Eskil Frøya Gunnar Håkon Ingrid Jørgen Kjersti Lasse Märta "
        "Øystein Ragnhild Sigurd Torbjørn",
        "Aal Ask Berg Bjør Brå Dal Ek Fjell Gran Grøn Haug Hei Holm Jär Kal Kiv Lam Lau Lind Lund "
        "Mäk Myr Niem Nor Ny Öst Pel Rant Sand Sjö Skog Strøm Sund Torv Vik Virt Ås",
        "a al an e el en er es in ka ma na ol or s ta",
        "qvist ström gaard nen lund sen dahl fors",
        "vik stad borg järvi nes ås",
    ),
    _language(  # Arabic, Persian
        "Abdulrahman Basma Dunya Fadi Ghassan Hanan Ismail Jamila Khalid Layla Mustafa Nasrin "
        "Qasim Rania Samir Tariq Wafaa Yasmin Zahra",
        "Ab Ar Ba Dar Fa Gha Hab Ham Has Ish Jab Kha Kar La Mah Man Mu Na Naj Qad Ra Rash Sab Sha "
        "Sul Ta Taw Um Wah Ya Za Zu",
        "bab dah dal far ghar had ham jah kar lah mah mir nah rab rah sam shah tar wah yad zah",
        "oudi awi ani eddine ullah iri zadeh ouri",
        "abad iyah oun ura ayn iraq",
    ),
)


def surname(rng: random.Random, language: Language) -> str:
    """A surname: two or three syllables and an ending."""
    return _compose(rng, language, language.surnames)


def place(rng: random.Random, language: Language) -> str:
    """The name of a town."""
    return _compose(rng, language, language.places)


def given(rng: random.Random, language: Language) -> str:
    """A given name."""
    return rng.choice(language.given)


def _compose(rng: random.Random, language: Language, endings: tuple[str, ...]) -> str:
    """Head, mostly a middle, and an ending; of two vowels that meet the first goes."""
    name = rng.choice(language.heads)
    middle = rng.choice(language.middles) if rng.random() < 0.8 else ""
    for part in (middle, rng.choice(endings)):
        if part and (name[-1] == part[0] or (name[-1] in _VOWELS and part[0] in _VOWELS)):
            name = name[:-1]
        name += part
    return name
