"""MkDocs and its plugins: the only package that knows which generator carries the pages."""
