"""Writing to the disk: what is written is complete, or not there."""
