"""What every page offers to take along: its link, its map as a picture, a brief of one page."""
