"""What happened, as plain data: kinds of change, how bad each is, and findings."""
