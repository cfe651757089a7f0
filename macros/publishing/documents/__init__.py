"""Documents: every product as a file to take, in the formats of Word and Excel and in OpenDocument."""
