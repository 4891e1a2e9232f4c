"""What changed between two versions of a description, whom it breaks, and what proves it.

Both are read (`described`), what their schemas accept is brought into one form (`forms`), the
`rules` say what happened (`changes`), each finding gets its `proof`, what is `generated` from both
is compared, and a `report` tells it all, in the `words` that people use of places and values.
"""
