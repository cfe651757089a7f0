"""The pages of the site: which there are, where each lives, and what each shows."""
