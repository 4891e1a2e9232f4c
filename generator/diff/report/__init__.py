"""How a review is told: one module for each format, all of one shape, `(Review) -> str`."""
