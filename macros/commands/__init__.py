"""Groups of commands that would crowd `macros.cli`. The work itself is done in packages that know no command line."""
