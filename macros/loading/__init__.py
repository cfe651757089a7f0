"""From files to a handbook: records, links and places on disk, with a local folder laid over the original."""
