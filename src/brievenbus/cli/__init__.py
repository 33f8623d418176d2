"""The program `brievenbus`: one file per command, and the layer that makes typer speak Dutch."""
