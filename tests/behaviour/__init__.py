"""Behaviour tests: short texts of our own, each made to show one capability, with what a reader must make of them.

The manner is that of CheckList (Ribeiro et al., 2020): minimum functionality tests, invariance tests and directional
tests. ``python -m tests.behaviour --failures`` prints the pass rates and what failed.
"""
