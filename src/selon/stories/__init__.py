"""Stories: copies found, articles on the same happenings grouped, and who says what about each happening."""

from selon.stories.accounts import Account, Figure, Happening, Voice, Words, accounts
from selon.stories.copies import Copies, copies
from selon.stories.grouping import Story, stories
from selon.stories.tally import Tally

__all__ = [
    "Account", "Copies", "Figure", "Happening", "Story", "Tally", "Voice", "Words", "accounts", "copies", "stories",
]  # fmt: skip
