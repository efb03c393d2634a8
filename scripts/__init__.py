"""What the Makefile calls: set-up, checks and the server. Standard library only."""
