"""What proves a finding: a value that one version accepts and the other refuses."""
