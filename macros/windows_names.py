"""Names of files that Windows keeps for itself, with any suffix, in small letters."""

RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
