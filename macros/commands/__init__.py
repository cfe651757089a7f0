"""What people type: each command asks, calls the package that does the work, and reports."""
