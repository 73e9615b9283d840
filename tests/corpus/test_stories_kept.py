import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from selon import Corpus, Reading
from selon.cli import app
from selon.corpus.reprints import with_reprints
from selon.corpus.stories import keep_stories, kept_stories, kept_story, readings_of_story, stories_state
from selon.stories import stories


@pytest.fixture
def kept(corpus: Corpus, made: list[Reading]) -> Corpus:
    for reading in made:
        corpus.add_reading(reading)
    keep_stories(corpus)
    return corpus


def run(*args: str) -> Result:
    return CliRunner().invoke(app, list(args))


def test_the_stories_kept_are_those_that_grouping_gives(kept: Corpus) -> None:
    assert tuple(kept_stories(kept.db)) == stories(with_reprints(kept))
    assert all(len(s.articles) > 1 for s in kept_stories(kept.db, at_least=2))


def test_a_story_is_found_by_its_id_and_by_any_of_its_articles_with_their_readings(kept: Corpus) -> None:
    story = max(kept_stories(kept.db), key=lambda s: len(s.articles))
    assert kept_story(kept.db, story.id) == story
    assert all(kept_story(kept.db, article) == story for article in story.articles)
    assert {r.article.id for r in readings_of_story(kept, story)} == set(story.articles)
    assert kept_story(kept.db, "nothing") is None


def test_stories_are_old_once_the_corpus_changed(corpus: Corpus, made: list[Reading]) -> None:
    corpus.add_reading(made[0])
    assert stories_state(corpus.db) == "none"
    keep_stories(corpus)
    assert stories_state(corpus.db) == "current"
    corpus.reject(made[0].events[0].id)
    assert stories_state(corpus.db) == "old"
    keep_stories(corpus)
    assert stories_state(corpus.db) == "current"


def test_the_commands_list_what_is_kept_and_say_when_it_is_old(kept: Corpus, made: list[Reading]) -> None:
    path = str(kept.path)
    listed = run("stories", path, "--at-least", "1")
    assert [json.loads(line)["id"] for line in listed.stdout.splitlines()] == [s.id for s in kept_stories(kept.db)]
    assert listed.stderr == ""
    story = max(kept_stories(kept.db), key=lambda s: len(s.articles))
    assert run("accounts", story.id, path).stdout == run("accounts", story.articles[-1], path).stdout != ""
    kept.reject(made[0].events[0].id)
    assert "--refresh" in run("stories", path).stderr
    refreshed = run("stories", path, "--refresh")
    assert refreshed.exit_code == 0
    assert "stories kept" in refreshed.stderr


def test_only_a_corpus_keeps_stories(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Un texte.")
    assert run("stories", str(tmp_path / "a.txt"), "--refresh").exit_code == 2
