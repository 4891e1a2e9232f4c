"""What is wrong with a description, or hardly meant: found, and told where it stands."""
