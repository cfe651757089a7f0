"""From files to a handbook: every record, its links and its place, with a local folder over the original."""
