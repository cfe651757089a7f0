"""The words of the interface: which labels there are, in groups by where they appear."""
