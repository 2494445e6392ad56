"""LanguageTool beside our own rules: its server, its answers, and what of them helps an editor."""
