"""Cells: what one cell or one heading of a spreadsheet means, and how a value is written into one."""
