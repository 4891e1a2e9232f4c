"""What a description promises: read as plain data, its defaults written out."""
