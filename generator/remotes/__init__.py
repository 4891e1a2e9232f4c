"""Documents from other places: named public hosts only, and locked by hash."""
