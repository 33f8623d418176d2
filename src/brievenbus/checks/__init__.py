"""What is looked for in an analysed block or letter: one file per type of check."""
