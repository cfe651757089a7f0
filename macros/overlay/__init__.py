"""A team's own folder, laid over the handbook that it follows."""
