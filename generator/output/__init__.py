"""Files to disk: laid out, compared, all or nothing, and none of it done twice."""
