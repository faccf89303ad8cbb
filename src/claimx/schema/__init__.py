"""The data model of claims: what goes in and what comes out."""
