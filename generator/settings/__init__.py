"""Settings from files: TOML with positions, and what may stand in it."""
