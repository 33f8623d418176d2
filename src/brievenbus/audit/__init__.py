"""Many letters: finding them, checking each text once, and what the whole comes to."""
