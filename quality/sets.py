"""The public test sets and how each is scored: name, folder below the corpora, and a function to scores (0 to 1)."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import ModuleType

from facta.gazetteer import Gazetteer
from facta.reading import Reader
from quality.attribution_set import FOLDER as ATTRIBUTION
from quality.crosscheck_set import FOLDER as CROSSCHECK
from quality.figures_set import FOLDER as FIGURES
from quality.pledge_set import FOLDER as PLEDGES
from quality.pledge_set import SECOND as MORE_PLEDGES
from quality.predict import predict
from quality.role_sets import FOLDER as ROLES
from quality.score_attribution import attribution
from quality.score_copies import score_copies
from quality.score_crosscheck import score_crosscheck
from quality.score_deeds import score_deeds
from quality.score_entities import score_entities
from quality.score_figures import score as score_figures
from quality.score_german import score as score_german
from quality.score_muc4 import score as score_muc4
from quality.score_names import SCORES as NAMES
from quality.score_parse import score_parse
from quality.score_places import Gold, geovirus, lgl, score_given
from quality.score_places import score as score_places
from quality.score_pledges import all_pledges
from quality.score_plover import scorer as types_of_deeds
from quality.score_polnear import score as score_polnear
from quality.score_quotes import score as score_quotes
from quality.score_reader import score_held_out
from quality.score_roles import score_all as score_roles
from quality.score_splitting import FOLDER as TREEBANKS
from quality.score_splitting import score_all as score_splitting
from quality.score_status import FOLDER as STATUS
from quality.score_status import score as score_status
from quality.score_stories import ecbplus, meantime, read, score
from quality.score_times import FOLDER as TIMES
from quality.score_times import score as score_times
from quality.score_translations import FOLDER as TRANSLATIONS
from quality.score_translations import read as read_translations
from quality.score_translations import score as score_translations
from quality.score_vectors import score as score_vectors
from quality.score_where import FOLDER as WHERE
from quality.score_where import score as score_where

Scores = dict[str, float]
Articles = Iterator[tuple[str, list[Gold]]]
FIRST_ARTICLES = 40  # of a set of places: enough to see a change, few enough to wait for


@dataclass(frozen=True, slots=True)
class Set:
    """One test set. `score` takes its folder."""

    name: str
    folder: str
    score: Callable[[Path], Scores]

    def there(self, corpora: Path) -> bool:
        return (corpora / self.folder).is_dir()

    def measure(self, corpora: Path) -> Scores:
        return self.score(corpora / self.folder)


def scorer(folder: Path) -> ModuleType:
    """The folder's own score.py as a module."""
    spec = importlib.util.spec_from_file_location(f"score_{folder.name}", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labelled_reports(folder: Path) -> Scores:
    """Statements, incidents, pledges, figures and stories of reports labelled by hand."""
    own = scorer(folder)
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    labels = [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines() if line]
    rows = {row["id"]: row for row in predict(folder)}
    with contextlib.redirect_stdout(io.StringIO()):
        found: Scores = own.score(index, labels, rows, own.load_texts(index))
    return {f"{measure} F1": value for measure, value in found.items()}


def treebank(language: str, pattern: str) -> Callable[[Path], Scores]:
    return lambda folder: score_parse(Reader.load(), language, sorted(folder.glob(pattern)))


def topics(first: int, last: int) -> Callable[[Path], Scores]:
    """Stories over topics of ECB+, a story a subtopic, and which of their deeds are one."""

    def of_topics(folder: Path) -> Scores:
        labelled = [(story, report) for story, report in ecbplus(folder) if first <= int(story.split()[0]) <= last]
        everything = read(labelled, None)
        return score(labelled, everything) | score_deeds(folder, everything)

    return of_topics


def places(reads: Callable[[Path], Articles], file: str) -> Callable[[Path], Scores]:
    """Places of the first articles of a file, end to end and with the labelled names given."""

    def of_first(folder: Path) -> Scores:
        articles = list(islice(reads(folder / file), FIRST_ARTICLES))
        reader, gazetteer = Reader.load(), Gazetteer.load()
        return score_places(articles, reader, gazetteer) | score_given(articles, reader, gazetteer)

    return of_first


NAME_FOLDERS = {
    "conll2002-es": "dev/conll2002-es", "slavicner-ru": "dev/slavicner", "slavicner-uk": "dev/slavicner",
    "nerel": "dev/nerel", "re3d": "train/re3d",
}  # fmt: skip


def names(name: str) -> Callable[[Path], Scores]:
    return lambda folder: NAMES[name](Reader.load(), folder)


SETS = [
    Set("conflict reports", "dev/conflict", labelled_reports),
    Set("Ukrainian trees (IU)", "dev/uk-iu", treebank("uk", "*.conllu")),
    Set("German quotations (SpkAtt dev)", "dev/german-quotes", score_german),
    Set("PolNeAR dev, communication cues", "dev/polnear", score_polnear),
    Set("PolNeAR dev, direct quotations", "dev/polnear", score_quotes),
    Set("GeoVirus, first articles", "dev/geoparsing", places(geovirus, "GeoVirus.xml")),
    Set("LGL, first articles", "dev/geoparsing", places(lgl, "lgl.xml")),
    *(Set(f"attribution in {code}", str(ATTRIBUTION), attribution(code)) for code in ("es", "fr", "ru", "uk")),
    Set("held out of training", "train", lambda folder: score_held_out(Reader.load(), folder)),
    *(Set(f"names, {name}", folder, names(name)) for name, folder in NAME_FOLDERS.items()),
    Set("vectors, MEANTIME", "dev/meantime", lambda folder: score_vectors(Reader.load(), folder)),
    Set("splitting of raw text", TREEBANKS, score_splitting),
    Set("roles made by hand", str(ROLES), lambda _: score_roles(Reader.load())),
    Set("types of deeds, PLV", "dev/plv", types_of_deeds("plv")),
    Set("types of deeds, PETRARCH", "train/petrarch2", types_of_deeds("petrarch2")),
    Set("types of deeds, PETRARCH in Spanish", "dev/petrarch-es", types_of_deeds("petrarch-es")),
    Set("statuses and false deeds", str(STATUS), lambda _: score_status(Reader.load())),
    Set("times in six languages", str(TIMES), lambda _: score_times(Reader.load(), Gazetteer.load())),
    Set("pledges in four languages", str(PLEDGES), all_pledges),
    Set("pledges, second set", str(MORE_PLEDGES), all_pledges),
    Set("places in six languages", str(WHERE), lambda _: score_where(Reader.load(), Gazetteer.load())),
    Set("figures in six languages", str(FIGURES), score_figures),
    Set("figures, second set", str(FIGURES / "unseen"), score_figures),
    Set("figures, third set", str(FIGURES / "last"), score_figures),
    Set("MUC-4, plain tolls", "train/muc4", score_muc4),
    Set("SlavicNER, marked names", "dev/slavicner", score_entities),
    Set("ECB+ topics 11-22", "dev/ecbplus", topics(11, 22)),
    Set("MEANTIME", "dev/meantime", lambda folder: score(list(meantime(folder)))),
    Set("copies", "dev", lambda folder: score_copies(folder.parent)),
    Set("translated copies", str(TRANSLATIONS), lambda _: score_translations(read_translations())),
    Set("cross-check of small stories", str(CROSSCHECK), lambda _: score_crosscheck()),
]
