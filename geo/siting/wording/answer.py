"""An answer as it is told: a ranking, the reader's language, and what to call each park."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from geo import store
from geo.i18n import Language, Translate, translator
from geo.intake.own_layer import is_own_id
from geo.names import get_text, shorten_park_name
from geo.siting.own_rows import OwnRows
from geo.siting.question import Question
from geo.siting.ranking import Ranking


@dataclass(frozen=True)
class Answer:
    """A ranking to be told in one language.

    Attributes
    ----------
    own_rows
        The reader's own rows among the parks of the ranking, if any are.
    escape, strong
        How sentences mention a park where they are marked up: `escape` makes a name that anybody
        may have written mark nothing up, `strong` is the format of a name that stands out.
        Without them a sentence is plain text.

    Examples
    --------
    >>> from geo.siting.question import make_question
    >>> from geo.siting.ranking import rank_parks
    >>> answer = Answer(rank_parks(make_question(industries=["auto-parts"])), "en")
    >>> answer.name_park("jilin-etdz")
    'Jilin Economic and Technological Development Zone'
    """

    ranking: Ranking
    lang: Language
    own_rows: OwnRows | None = None
    escape: Callable[[str], str] = str
    strong: str = "{}"

    @property
    def question(self) -> Question:
        """What was asked."""
        return self.ranking.question

    @property
    def say(self) -> Translate:
        """The function that translates a message into the answer's language."""
        return translator(self.lang)

    def name_park(self, park: str) -> str:
        """Return a park's name as plain text; a row of the reader's own is marked as own."""
        if self.own_rows and is_own_id(park):
            return label_own_row(self.own_rows.names[park], self.lang)
        return name_atlas_park(park, self.lang)

    def shorten_park(self, park: str) -> str:
        """Return a park's name in short as plain text, for lists and tables."""
        if is_own_id(park):
            return self.name_park(park)
        return shorten_park_name(self.name_park(park), self.lang)

    def mention_park(self, park: str) -> str:
        """Return a park's name for a sentence: what a reader wrote marks nothing up."""
        name = self.name_park(park)
        return self.escape(name) if is_own_id(park) else name

    def stress_park(self, park: str) -> str:
        """Return a park's name for a sentence, standing out where it is marked up."""
        return self.strong.format(self.mention_park(park))


@cache
def name_atlas_park(park: str, lang: Language) -> str:
    """Return the name of a park of the atlas."""
    row = store.load_layer("parks").set_index("id").loc[park]
    return get_text(row, "name", lang)


def label_own_row(name: str, lang: Language) -> str:
    """Return the name of a row of the reader's own, marked as own."""
    say = translator(lang)
    return say("{name} (yours)").format(name=name or say("unknown"))
