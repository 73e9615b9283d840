"""What changes the corpus: corrections and their undoing, and adding."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, File, Form, HTTPException, Path, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from selon.corpus.filters import Filters
from selon.errors import CorpusError
from selon.web.adding import Given, Job, plain_name
from selon.web.api import MISSING, Asked
from selon.web.site import OfSite, Writing

router = APIRouter(prefix="/api", tags=["changes"])
LONGEST_TEXT, MOST_FILES = 1_000_000, 200
Key = Annotated[str, Path(max_length=200)]
Short = Annotated[str, Field(max_length=400)]


class Change(BaseModel):
    """What a correction says; the values are those of `Corpus.change`."""

    model_config = ConfigDict(extra="forbid")

    changes: dict[Short, Short | None] = Field(default_factory=dict, max_length=10)
    person: Short | None = None
    remark: Short | None = None


class Kept(BaseModel):
    """The number of the correction made, by which it can be taken back."""

    correction: int


class Started(BaseModel):
    """The id of the job that reads what was given."""

    job: str
    things: int


class Progress(BaseModel):
    """How far a job is, and what became of each thing."""

    done: int
    total: int
    ended: bool
    counts: dict[str, int]
    articles: list[tuple[str, str]]
    reasons: list[tuple[str, str, str]]


@router.post("/records/{article}/{record}/{action}", responses=MISSING)
def correct(
    article: Key,
    record: Key,
    action: Literal["accept", "reject", "change"],
    corpus: Writing,
    said: Change | None = None,
) -> Kept:
    """Accept, reject or change an event or statement."""
    said = said or Change()
    number = corpus.article_number(article)
    if number is None:
        raise HTTPException(404, "the corpus does not have this article")
    (digest,) = corpus.db.execute("SELECT hash FROM articles WHERE article = ?", (number,)).fetchone()
    key, about = f"{digest}/{record}", {"person": said.person, "remark": said.remark}
    if action == "accept":
        return Kept(correction=corpus.accept(key, **about))
    if action == "reject":
        return Kept(correction=corpus.reject(key, **about))
    return Kept(correction=corpus.change(key, dict(said.changes), **about))


class Batch(BaseModel):
    """The number that takes all of it back (null when nothing was found), and how many records were judged."""

    batch: int | None
    records: int


@router.post("/all/{table}/{action}", responses=MISSING)
def correct_all(
    table: Literal["events", "statements"], action: Literal["accept", "reject"], corpus: Writing, asked: Asked
) -> Batch:
    """Accept or reject all events or statements that a question finds and nobody has judged yet."""
    if asked == Filters():
        raise CorpusError("give at least one filter; all of a corpus is not judged at once")
    batch, records = corpus.correct_found(table, action, asked)
    return Batch(batch=batch, records=records)


@router.delete("/all/{batch}", responses=MISSING)
def withdraw_all(batch: Annotated[int, Path(ge=1, le=2**53)], corpus: Writing) -> dict[str, int]:
    """Take back all corrections made at once."""
    return {"withdrawn": corpus.withdraw_batch(batch)}


@router.delete("/corrections/{correction}", responses=MISSING)
def withdraw(correction: Annotated[int, Path(ge=1, le=2**53)], corpus: Writing) -> dict[str, int]:
    """Take a correction back."""
    corpus.withdraw(correction)
    return {"withdrawn": correction}


@router.post("/add", responses=MISSING)
def add(
    site: OfSite,
    text: Annotated[str, Form(max_length=LONGEST_TEXT)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
    published: Annotated[str, Form(max_length=20)] = "",
    files: Annotated[list[UploadFile | str], File(max_length=MOST_FILES)] = [],  # noqa: B006 - FastAPI copies defaults
) -> Started:
    """Read a pasted text and files, beside this request; ask for the job to learn how far it is."""
    from selon.sources.dates import parse_date

    if site.read_only:
        raise CorpusError("this corpus is served to be read only")
    if published.strip() and parse_date(published.strip()) is None:
        raise CorpusError(f"published {published!r} is no date; write YYYY-MM-DD")
    about = (outlet.strip() or None, published.strip() or None)
    given = []
    if text.strip():
        given.append(Given("text", text.replace("\r\n", "\n").encode("utf-8", "replace"), *about))
    for file in files:
        if not isinstance(file, str) and (file.filename or file.size):
            given.append(Given(plain_name(file.filename), file.file.read(), *about))
    if not given:
        raise CorpusError("nothing given; paste a text or choose a file")
    job = site.jobs.start(given)
    return Started(job=job.id, things=job.total)


@router.get("/jobs/{job}", responses=MISSING)
def progress(job: Key, site: OfSite) -> Progress:
    """Tell how far a job is."""
    found = site.jobs.get(job)
    if found is None:
        raise HTTPException(404, "no such job")
    return Progress(**_told(found))


def _told(job: Job) -> dict[str, Any]:
    return {
        "done": job.done, "total": job.total, "ended": job.ended, "counts": dict(job.counts),
        "articles": job.articles[-200:], "reasons": job.reasons[-200:],
    }  # fmt: skip
