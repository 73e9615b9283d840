import pytest

from selon.stories.keys import root


@pytest.mark.parametrize(
    "forms",
    [("tué", "tués", "tuée", "tuées"), ("frappe", "frappes"), ("visé", "visées"), ("Bombardement", "bombardements")],
)
def test_forms_of_number_and_gender_share_their_root(forms: tuple[str, ...]) -> None:
    assert len({root(form) for form in forms}) == 1


def test_the_first_longer_word_stands_for_several() -> None:
    assert root("à la frappe") == root("frappes")
