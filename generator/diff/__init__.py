"""What changed between two versions of a description, whom it breaks, and what proves it."""
