"""What a reader can get wrong in a question; each message names the part at fault."""

from geo.errors import AtlasError
from geo.i18n import shell_language, translator


class QuestionError(AtlasError):
    """A question that cannot be asked; `part` names what is wrong in it.

    The sentence is kept apart from its values, so that a page can say it in its own language.
    """

    def __init__(self, part: str, message: str, **values: object) -> None:
        self.part, self.message, self.values = part, message, values
        super().__init__(self.say(shell_language()))

    def say(self, lang: str) -> str:
        """Return the message in `lang`."""
        translate = translator(lang)
        return f"{self.part}: {translate(self.message).format(**self.values)}"
