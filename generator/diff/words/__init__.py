"""What people are shown: values, places and types, in a few words."""
