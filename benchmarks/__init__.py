"""Measuring: quality on labelled texts, speed on made ones."""
