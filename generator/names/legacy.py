"""Legacy names: as `short`, but whoever came first keeps the name, unless a component wants it."""
