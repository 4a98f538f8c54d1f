"""The whole product on one screen: sources to reports, reports to claims, claims to a ledger, ledger to findings."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache, cached_property
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from facta.codebook import Codebook
from facta.errors import FactaError, SourceError
from facta.extraction import extract
from facta.extraction.trace import Decision, Notebook
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Claims, Failure, Report, Review, digest
from facta.settings import Settings

if TYPE_CHECKING:
    from facta.ledger import Ledger

Item = Report | SourceError
Outcome = Claims | Report | Failure  # read, in the ledger already, not readable
RULES = ("extraction", "reading", "codebook", "gazetteer", "model")  # packages on which claims depend
CHECKING = ("crosscheck", "stories", "codebook", "gazetteer")  # packages on which findings depend, beside the claims


class Pipeline:
    """Holds what is loaded once, when it is first needed: reader, gazetteer and settings."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def reader(self) -> Reader:
        return Reader.load(self.settings.threads)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return Gazetteer.load()

    @cached_property
    def made_by(self) -> str:
        """facta's version and a digest of all rules: a report read by other rules is read again."""
        from facta import __version__

        return f"facta {__version__} {self._digest(RULES)}"

    def _digest(self, rooms: Iterable[str]) -> str:
        """Of all rules in these packages, and in the user's own codebook."""
        folders = [*(Path(__file__).parent / room for room in rooms), *filter(None, [self.settings.codebook])]
        files = [f for folder in folders for f in sorted(folder.rglob("*")) if f.suffix in (".py", ".yml", ".json")]
        return digest(*(file.read_bytes() for file in files))

    @cached_property
    def checked_by(self) -> str:
        """facta's version and a digest of all rules by which stories are checked."""
        from facta import __version__

        return f"facta {__version__} {self._digest(CHECKING)}"

    def claims(self, report: Report) -> Claims:
        """What one report claims. A pure function of the report, so it maps over any number of machines."""
        codebook = Codebook.load(report.language, self.settings.codebook)
        return extract(self.reader.read(report), codebook, self.gazetteer)

    def explain(self, report: Report) -> tuple[Claims, tuple[Decision, ...]]:
        """The claims of one report, and what each rule that looked at its words decided."""
        codebook, notebook = Codebook.load(report.language, self.settings.codebook), Notebook()
        claims = extract(self.reader.read(report), codebook, self.gazetteer, notebook)
        return claims, notebook.decisions

    def attempt(self, item: Item) -> Claims | Failure:
        """The claims of a report, or why there are none: one bad report never ends a run."""
        if isinstance(item, SourceError):
            return Failure(item.source, item.reason, item.remedy)
        what = item.path or item.url or item.title or item.id
        try:
            return self.claims(item)
        except SourceError as error:
            return Failure(what, error.reason, error.remedy)
        except FactaError:
            raise  # a mistake in the codebook or the model concerns every report
        except Exception as error:
            at = extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} at {Path(at.filename).name}:{at.lineno}: {error}"
            return Failure(what, f"facta itself failed on it ({where})", "please report this with the text")

    def read(self, inputs: Iterable[Item], ledger: Ledger, again: bool = False, jobs: int = 1) -> Iterator[Outcome]:
        """Each report's claims as they are stored, one transaction a report, or the report itself if the ledger has
        it already (unless `again`); then all stories are checked anew."""

        def known(item: Item) -> bool:
            return isinstance(item, Report) and not again and ledger.has(item, self.made_by)

        for outcome in self._outcomes(inputs, known, jobs):
            if isinstance(outcome, Claims):
                ledger.add(outcome, self.made_by)
            yield outcome
        self.recheck(ledger)

    def recheck(self, ledger: Ledger) -> None:
        """Entities, stories and findings from all claims in the ledger; replaces the machine's earlier ones. A story is
        checked anew only if something that its findings are made from has changed."""
        from facta.codebook.thresholds import thresholds
        from facta.crosscheck import Docket
        from facta.stories import group, resolve

        everything, reviews = ledger.claims(), ledger.reviews()
        codebook = Codebook.load("en", self.settings.codebook)
        entities = resolve(everything, codebook, reviews)
        stories = group(everything, entities, thresholds(codebook).stories, reviews)
        docket = Docket(stories, _corrected(everything, reviews), entities, codebook, reviews, self.checked_by)
        made_from, known = {story.id: docket.inputs(story) for story in stories}, ledger.made_from()
        checks = [docket.check(story) for story in stories if made_from[story.id] != known.get(story.id)]
        ledger.renew_checks(entities.entities, entities.links, stories, checks, made_from)

    def recheck_stories(self, ledger: Ledger, stories: Iterable[str]) -> None:
        """Findings of the stories with these ids, and of earlier ones of their threads whose pledges they try, from the
        claims, entities and decisions in the ledger; who is who and what is one story stay as they are."""
        from facta.crosscheck import Docket
        from facta.stories import Entities

        wanted, reviews = [ledger.story(name) for name in dict.fromkeys(stories)], ledger.reviews()
        threads = {thread[0].id: thread for thread in map(ledger.thread, wanted)}
        every = [story for thread in threads.values() for story in thread]
        reports = [report for story in every for report in story.reports]
        entities = Entities.linked(*ledger.entities_of(reports))
        codebook = Codebook.load("en", self.settings.codebook)
        claims = _corrected(ledger.claims_of_many(reports), reviews)
        docket = Docket(every, claims, entities, codebook, reviews, self.checked_by)
        made_from, known = {story.id: docket.inputs(story) for story in every}, ledger.made_from()
        changed = [story for story in every if story in wanted or made_from[story.id] != known.get(story.id)]
        ledger.replace_story_checks([docket.check(story) for story in changed], made_from)

    def _outcomes(self, inputs: Iterable[Item], known: Callable[[Item], bool], jobs: int) -> Iterator[Outcome]:
        """Outcomes in the order of the inputs, reckoned in `jobs` processes if that is more than one."""
        if jobs == 1:
            yield from (item if isinstance(item, Report) and known(item) else self.attempt(item) for item in inputs)
            return
        with ProcessPoolExecutor(jobs) as pool:
            waiting: deque[Future[Outcome]] = deque()
            for item in inputs:
                waiting.append(pool.submit(_attempt, self.settings, item, known(item)))
                if len(waiting) > 4 * jobs:
                    yield waiting.popleft().result()
            yield from (future.result() for future in waiting)


def _corrected(everything: Iterable[Claims], reviews: Sequence[Review]) -> list[Claims]:
    """The claims as people corrected them. Who is who and what is one story is found in what was read."""
    from facta.stories.corrections import all_corrected

    return all_corrected(everything, reviews)


@cache
def _pipeline(settings: Settings) -> Pipeline:
    """The pipeline of a worker process."""
    return Pipeline(settings)


def _attempt(settings: Settings, item: Item, known: bool) -> Outcome:
    return item if known and isinstance(item, Report) else _pipeline(settings).attempt(item)
