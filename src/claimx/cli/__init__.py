"""The ``claimx`` command, one module a subcommand."""
