"""What predicted claims get wrong, sorted into kinds; see :func:`claimx.evaluation.errors.analysis.analyse_errors`."""
