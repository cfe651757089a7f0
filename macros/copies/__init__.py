"""Copies to take along: one zip, one file, paper, and what changed from one copy to the next."""
