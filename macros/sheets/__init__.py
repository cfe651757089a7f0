"""Spreadsheets: records as rows, to and from the tables that people keep, without command line or MkDocs."""
