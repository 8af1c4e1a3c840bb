"""Danish sentences of the kind that stand in a course deck, composed by chance from a fixed seed.

The sentences have to differ: a deck of a thousand slides that repeats thirty of them would flatter every program that
remembers what it has measured. They also have to be Danish, with its long compounds, since those decide how lines
break.
"""

import itertools
import random

ACTORS = [
    "netværkslederen",
    "kommunen",
    "borgerne",
    "de ansatte",
    "lederne på alle niveauer",
    "netværket",
    "den offentlige sektor",
    "referencelederen",
    "personalelederne",
    "politikerne",
    "frontmedarbejderne",
    "de lokale foreninger",
    "forvaltningen",
    "institutionen",
    "netværksdeltagerne",
    "den potentielle organisation",
]

ACTIONS = [
    "samler erfaringer fra hverdagen",
    "afprøver nye løsninger i lille skala",
    "stiller spørgsmål til de kendte rutiner",
    "tager afsæt i konkrete problemer",
    "deler viden på tværs af fag",
    "skaber plads til forskellige perspektiver",
    "sætter ord på de fælles mål",
    "inviterer flere aktører ind",
    "lærer af mislykkede forsøg",
    "oversætter støj til ny viden",
    "gør ansvaret synligt",
    "udfordrer antagelserne bag strategien",
    "arbejder med velfærdstransformation",
    "følger op på forventningsafstemningen",
    "styrker sammenhængskraften i lokalsamfundet",
    "bygger et fælles beslutningsgrundlag",
    "omsætter andenordensforandring til praksis",
    "bruger prototyper og visualisering",
    "udvikler {}",
    "drøfter {} og {}",
    "stiller krav til {}",
]

CIRCUMSTANCES = [
    " i mødet med borgerne",
    " uden at miste retningen",
    ", når opgaverne er komplekse",
    ", så kvaliteten kan mærkes",
    " i samarbejde med personalelederen",
    ", selv om rammerne er stramme",
    " på tværs af forvaltninger",
    " inden næste netværksmøde",
    ", også når tiden er knap",
    " med respekt for fagligheden",
    " for at frigøre ressourcer",
    " på baggrund af fremmedreference",
    " i en netværksbaseret organisation",
    ", før beslutningen bliver truffet",
    " i arbejdet med {}",
    " med blik for {}",
]

FIRST_PARTS = """borger netværks velfærds innovations ledelses lærings samarbejds kommune forvaltnings udviklings
forandrings idé medarbejder lokal demokrati organisations inddragelses motivations"""
LAST_PARTS = """processer rammer mål indsatser møder strategier forløb rum perspektiver kompetencer opgaver erfaringer
planer værdier relationer grundlag"""
COMPOUNDS = [first + last for first, last in itertools.product(FIRST_PARTS.split(), LAST_PARTS.split())]
"""What stands for `{}` above: a real deck has hundreds of different words, most of them long."""

THEMES = [
    "Innovation",
    "Velfærdsledelse",
    "Borgerdeltagelse",
    "Motivation",
    "Samskabelse",
    "Støj",
    "Selvstændiggørelse",
    "Facilitering",
    "Sammenhængskraft",
    "Nærdemokrati",
    "Forventningsafstemning",
    "Designtænkning",
    "Antropologi",
    "Organisationsudvikling",
    "Medindflydelse",
    "Andenordensstrategi",
    "Måluklarhed",
    "Faglighed",
    "Reguleringsformer",
    "Beslutningsgrundlag",
    "Effektmåling",
    "Idéudvikling",
    "Tillid",
    "Dialog",
    "Paradigmeskift",
    "Relationer",
    "Ressourcer",
    "Tværfaglighed",
    "Forandringsledelse",
    "Samarbejdsdrevet innovation",
    "Kommunikation",
    "Inddragelse",
]

SETTINGS = [
    "i netværket",
    "i den offentlige sektor",
    "i kommunen",
    "i mødet med borgerne",
    "på tværs af fag",
    "i basisorganisationen",
    "som ledelsesopgave",
    "i praksis",
    "over tid",
    "i lokalsamfundet",
    "og barriererne",
    "og drivkræfterne",
    "i hverdagen",
    "set fra borgeren",
    "mellem tillid og kontrol",
    "som fælles projekt",
    "i fire trin",
    "og den potentielle organisation",
    "uden opskrift",
    "på dagsordenen",
    "i et krydspres",
    "hos de ansatte",
    "som læreproces",
    "og ansvar",
    "i forvaltningen",
    "i store forandringer",
    "som potentiale",
    "i det små",
    "på den lange bane",
    "og faglig identitet",
    "i en netværksbaseret organisation",
    "til hverdag",
]


def upper_first(text: str) -> str:
    """Begin a sentence; `str.capitalize` would also lower the rest."""
    return text[:1].upper() + text[1:]


class Danish:
    """An endless, repeatable supply of titles, sentences and questions."""

    def __init__(self, seed: int) -> None:
        # Not a secret, only a choice that has to be the same on every machine.
        self._chance = random.Random(seed)  # noqa: S311
        titles = [f"{theme} {settings}" for theme, settings in itertools.product(THEMES, SETTINGS)]
        self._chance.shuffle(titles)
        self._titles = itertools.cycle(titles)

    def between(self, low: int, high: int) -> int:
        """Choose a number, both ends included."""
        return self._chance.randint(low, high)

    def title(self) -> str:
        """Give the next title; they come round again after a thousand."""
        return next(self._titles)

    def themes(self, count: int) -> list[str]:
        """Choose different single words, for the heads of cards and the fields of a hub."""
        return self._chance.sample(THEMES, count)

    def phrase(self) -> str:
        """Compose what fills a table cell: a predicate without its subject."""
        return upper_first(f"{self._pick(ACTIONS)}{self._pick(CIRCUMSTANCES)}")

    def meaning(self) -> str:
        """Compose how a definition goes on after its term."""
        return f"er en proces, hvor {self._pick(ACTORS)} {self._pick(ACTIONS)}{self._pick(CIRCUMSTANCES)}"

    def notes(self) -> str:
        """Compose what a speaker notes for one slide."""
        return ". ".join(self.sentence() for _ in range(self.between(2, 4))) + ".\n"

    def sentence(self) -> str:
        """Compose one line or two: in three of ten with a mark of emphasis, in three of ten with a second clause."""
        actor = upper_first(self._pick(ACTORS))
        dice = self._chance.random()
        if dice < 0.15:
            actor = f"**{actor}**"
        elif dice < 0.3:
            actor = f"*{actor}*"
        text = f"{actor} {self._pick(ACTIONS)}{self._pick(CIRCUMSTANCES)}"
        if dice > 0.7:
            text += f", mens {self._pick(ACTORS)} {self._pick(ACTIONS)}"
        return text

    def question(self) -> str:
        """Compose a question to think about with a pen in the hand."""
        form = self._chance.randrange(3)
        actor, action, circumstance = self._pick(ACTORS), self._pick(ACTIONS), self._pick(CIRCUMSTANCES)
        if form == 0:
            return f"Hvor ser du, at {actor} {action}?"
        if form == 1:
            return f"Hvad skal der til, for at {actor} {action}{circumstance}?"
        return f"Hvordan mærker du, at {actor} {action}{circumstance}, og hvad gør du selv?"

    def _pick(self, choices: list[str]) -> str:
        text = self._chance.choice(choices)
        while "{}" in text:
            text = text.replace("{}", self._chance.choice(COMPOUNDS), 1)
        return text
