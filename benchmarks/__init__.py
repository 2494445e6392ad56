"""Measurements of tqcheck: how good its findings are and how fast it is."""
