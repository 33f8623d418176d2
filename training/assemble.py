"""Put the trained pipeline in the package: our tokenizer, its meta data, nothing that is not needed.

Run: ``python training/assemble.py --trained OUTPUT/model-best --treebank PATH``; prints the figures on
the treebank's test set and writes `src/brievenbus/dutch/data/model`.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import spacy
from evaluate import evaluate
from spacy.util import load_config

from brievenbus.dutch.tokenizer import build_tokenizer

TARGET = Path(__file__).parents[1] / "src" / "brievenbus" / "dutch" / "data" / "model"
META = {
    "name": "brievenbus-nl",
    "description": "Dutch pipeline of Brievenbus: tags, morphology, dependencies and lemmas.",
    "author": (
        "Trained by Brievenbus on UD_Dutch-LassySmall (Gosse Bouma, Gertjan van Noord) and "
        "UD_Dutch-Alpino (Daniel Zeman, Zdeněk Žabokrtský, Gosse Bouma, Gertjan van Noord)"
    ),
    "license": "CC BY-SA 4.0",
    "url": "https://universaldependencies.org/nl/",
    "email": "",
}


def _forget_paths(file: Path) -> None:
    """Take the places of the training data out of the configuration: they are one machine's own."""
    config = load_config(file, interpolate=False)
    config["paths"] = dict.fromkeys(config["paths"])
    config.to_disk(file)


def main() -> None:
    """Assemble, measure and write the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trained", type=Path, required=True)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--version", default="0.1.0")
    options = parser.parse_args()
    nlp = spacy.load(options.trained)
    nlp.tokenizer = build_tokenizer(nlp)
    nlp.meta.update(META, version=options.version, performance={})
    shutil.rmtree(TARGET, ignore_errors=True)
    nlp.to_disk(TARGET)
    _forget_paths(TARGET / "config.cfg")
    figures = evaluate(TARGET, options.treebank / "test.conllu")
    meta = json.loads((TARGET / "meta.json").read_text(encoding="utf-8"))
    meta["performance"] = figures
    (TARGET / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False), "utf-8")
    size = sum(file.stat().st_size for file in TARGET.rglob("*") if file.is_file())
    print(f"size: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
