"""Doors: the ways in, thin over the same public functions. The command line is `cli`."""
