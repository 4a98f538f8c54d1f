"""Trains the reader for a number of minutes; can be stopped at any time and resumed.

    python -m training.train --work WORK --out RUN --minutes 120

WORK is the folder that `prepare` wrote. RUN gets checkpoint.pt, labels.json and log.jsonl (loss, dev scores); started
again with the same RUN, it goes on from the last checkpoint. The learning rate falls to zero over the whole time.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from training import start
from training.batches import Encoder, shuffled
from training.losses import losses
from training.network import Network
from training.samples import Sample, labels_of, read
from training.scores import score

_ENCODER = ("layers", "norm", "position", "kind")  # parameters that start trained, and learn slowly


def schedule(share: float, warm_up: float) -> float:
    """Factor of the learning rate at a share of the run: up in a line, then down in a line."""
    return min(1.0, share / warm_up) * max(0.01, 1.0 - share)


def taught(path: Path) -> dict[str, Tensor]:
    """The vectors that `teach` wrote, by the sentences' keys."""
    arrays = np.load(path)
    return dict(zip(arrays["keys"].tolist(), torch.from_numpy(arrays["vectors"]), strict=True))


class Run:
    """One training run: network, optimiser, position, and the folder it saves itself to."""

    def __init__(self, work: Path, out: Path, minutes: float, settings: dict[str, Any]) -> None:
        self.out, self.settings, self.seconds = out, settings, minutes * 60
        out.mkdir(parents=True, exist_ok=True)
        self.draw = random.Random(settings["seed"])
        torch.manual_seed(settings["seed"])
        self.samples = read(work / "train.jsonl")
        self.dev = {path.stem: read(path) for path in sorted((work / "dev").glob("*.jsonl"))}
        self.labels = labels_of(self.samples)
        self.roles = {label: i for i, label in enumerate(self.labels["role"])}
        self.encoder = Encoder(Tokenizer.from_file(str(work / "tokenizer.json")), self.labels)
        arrays = dict(np.load(work / "start.npz"))
        self.network = Network(settings["network"], self.labels)
        start.fill(self.network, arrays)
        self.vectors = taught(work / "teacher.npz")
        self.rates = [settings["train"]["encoder_rate"], settings["train"]["head_rate"]]
        self.optimiser = self._optimiser()
        self.step, self.spent = 0, 0.0

    def _optimiser(self) -> torch.optim.Optimizer:
        named = [(n, p) for n, p in self.network.named_parameters() if p.requires_grad]
        groups = [
            {"params": [p for n, p in named if n.startswith(_ENCODER)], "lr": self.rates[0]},
            {"params": [p for n, p in named if not n.startswith(_ENCODER)], "lr": self.rates[1]},
        ]
        return torch.optim.AdamW(groups, weight_decay=0.01)

    def save(self) -> None:
        """Writes the checkpoint beside the old one, then puts it in its place."""
        parts = {"network": self.network.state_dict(), "optimiser": self.optimiser.state_dict()}
        torch.save(parts | {"step": self.step, "spent": self.spent}, self.out / "checkpoint.new")
        (self.out / "checkpoint.new").replace(self.out / "checkpoint.pt")
        (self.out / "labels.json").write_text(json.dumps(self.labels), encoding="utf-8")

    def begin_from(self, run: Path) -> None:
        """Takes the weights of an earlier run, as far as they fit, and goes on at lower rates."""
        earlier, own = torch.load(run / "checkpoint.pt")["network"], self.network.state_dict()
        own |= {name: value for name, value in earlier.items() if name in own and value.shape == own[name].shape}
        self.network.load_state_dict(own)
        self.rates = [rate * self.settings["train"]["again"] for rate in self.rates]

    def resume(self) -> None:
        """Goes on from the folder's checkpoint, if there is one."""
        if (self.out / "checkpoint.pt").exists():
            state = torch.load(self.out / "checkpoint.pt")
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.step, self.spent = state["step"], state["spent"]
            self.draw.seed(f"{self.settings['seed']}/{self.step}")

    def run(self) -> None:
        """Trains until the time is spent, saving and scoring now and then, and at the end."""
        train = self.settings["train"]
        self.network.train()
        smooth, saved = 0.0, self.spent
        while self.spent < self.seconds:
            for group in shuffled(
                self.encoder, self.samples, train["pieces"], self.settings["data"]["longest"], self.draw
            ):
                began = time.monotonic()
                loss = self._step(group)
                smooth = 0.98 * smooth + 0.02 * loss if smooth else loss
                self.spent += time.monotonic() - began
                if self.step % 100 == 0:
                    self._log(loss=round(smooth, 3))
                if self.spent - saved > train["save_minutes"] * 60:
                    saved = self.spent
                    self.save()
                    self._log(dev=self._scores(train["dev_sentences"]))
                if self.spent >= self.seconds:
                    break
        self.save()
        self._log(final=self._scores(None))

    def _scores(self, most: int | None) -> dict[str, dict[str, float]]:
        return {name: score(self.network, self.encoder, self.labels, s[:most]) for name, s in self.dev.items()}

    def _log(self, **row: Any) -> None:
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"step": self.step, "minutes": round(self.spent / 60, 1), **row}) + "\n")

    def _step(self, group: list[Sample]) -> float:
        factor = schedule(self.spent / self.seconds, self.settings["train"]["warm_up"])
        for rates, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            rates["lr"] = rate * factor
        batch = self.encoder.batch(group)
        with torch.autocast("cpu", torch.bfloat16):
            words, vectors = self.network.encode(batch.ids, batch.mask, batch.first)
            found = losses(self.network, batch, words, self.roles, self.settings["train"]["predicates"], self.draw)
        known = [(i, self.vectors[s.key]) for i, s in enumerate(group) if s.key in self.vectors]
        if known:
            own = vectors[[i for i, _ in known]].float()
            found["vector"] = (1 - (own * torch.stack([v for _, v in known])).sum(-1)).mean()
        total = torch.stack([self.settings["loss"][task] * value for task, value in found.items()]).sum()
        total.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.settings["train"]["clip"])
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
        return float(total.detach())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="the folder that prepare wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoint and log")
    parser.add_argument("--minutes", type=float, required=True, help="length of the whole run, resumed parts included")
    parser.add_argument("--begin-from", type=Path, help="folder of an earlier run, whose weights this one begins with")
    parser.add_argument("--settings", type=Path, default=Path(__file__).with_name("settings.toml"))
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    run = Run(given.work, given.out, given.minutes, tomllib.loads(given.settings.read_text(encoding="utf-8")))
    if given.begin_from:
        run.begin_from(given.begin_from)
    run.resume()
    run.run()


if __name__ == "__main__":
    main()
