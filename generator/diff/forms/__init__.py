"""What schemas accept: one normal form, however they are written."""
