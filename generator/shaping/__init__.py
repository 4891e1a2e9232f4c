"""What `shape` and `understand` are made of: merging, variants, what is reachable."""
