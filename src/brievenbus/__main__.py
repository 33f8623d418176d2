"""Runs the program with ``python -m brievenbus``."""

from brievenbus.cli.app import main

if __name__ == "__main__":
    main()
