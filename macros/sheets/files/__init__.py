"""Files: spreadsheets of every format, opened safely and read as tables of text, or written."""
