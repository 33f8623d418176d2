"""Word files: opening them safely, reading them, and putting remarks in them."""
