"""The spaCy pipeline: ``claimx_filter``, ``claimx_transformer``, ``claimx_linker`` and ``claimx_assembler``.

The factories are registered through the ``spacy_factories`` entry points, so ``nlp.add_pipe("claimx_linker")`` works
wherever claimx is installed.
"""
