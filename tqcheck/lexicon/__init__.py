"""What tqcheck knows of English words: closed classes, and a table of words and names on disk."""
