"""From links to claims."""
