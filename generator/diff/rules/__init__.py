"""The rules: each says what happened between two versions, never how bad it is."""
