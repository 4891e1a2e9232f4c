"""What is generated from two versions, and what of it differs: classes and tables."""
