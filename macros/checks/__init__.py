"""What is wrong with the content, and what it holds in numbers."""
