"""From files to a handbook: every record, its links and its place on disk, with a local folder laid over the
original.
"""
