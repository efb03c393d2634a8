"""What a ranking says, in sentences and tables in the reader's language."""
