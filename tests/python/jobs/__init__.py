"""Whole jobs, against a local server."""
