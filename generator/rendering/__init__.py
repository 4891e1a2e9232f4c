"""What `render` is made of: where templates are, and what is said of a name that there is not."""
