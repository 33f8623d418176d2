"""Imported once, by the process from which workers are split off: what all of them need."""

import contextlib
import gc
import os

# The matrices of one letter are small; and a process with threads cannot be split safely.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.pipeline import LanguageModelError, load_pipeline
from brievenbus.rulebook import load_rulebook
from brievenbus.web import bench

__all__ = ["bench"]

# What cannot be loaded is told by the worker that needs it.
with contextlib.suppress(LanguageModelError, OSError):
    load_pipeline()
    Lexicon.load()
    load_rulebook()

# What was loaded stays: not looked at by the garbage collector, the workers keep sharing it.
gc.collect()
gc.freeze()
