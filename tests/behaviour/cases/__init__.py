"""The cases, one module for each capability: ``CASES`` holds what must be read from texts that show it."""
