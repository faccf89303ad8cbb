"""Scores of predicted claims against gold ones; see :func:`claimx.evaluation.scoring.score_passages`."""
