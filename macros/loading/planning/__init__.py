"""When work is due: windows counted back from a go-live, with lengths that a team gives."""
