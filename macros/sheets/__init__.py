"""Spreadsheets: records as rows, to and from the tables that people keep. Nothing here knows the command line or MkDocs."""
