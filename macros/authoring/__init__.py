"""Files for people to fill in: new records, new handbooks, and what editors complete from."""
