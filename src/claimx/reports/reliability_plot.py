"""Reliability diagrams (Niculescu-Mizil and Caruana, 2005): how often claims of a confidence are right."""

from collections.abc import Mapping
from pathlib import Path

from claimx.evaluation.field_calibration import CLAIM, Reliability

_COLUMNS = 4


def draw_reliability(reliabilities: Mapping[str, Reliability], path: Path) -> None:
    """Draw a diagram of the claims' confidence and small ones of the fields'.

    Dots on the diagonal tell true confidences; a dot's area is the number of claims in its bin.

    Args:
        reliabilities: by name, as :func:`claimx.evaluation.field_calibration.reliabilities` gives them.
        path: the picture to write; its suffix (``.svg``, ``.png``) names the format.
    """
    import matplotlib

    matplotlib.use("Agg")
    matplotlib.rcParams["svg.hashsalt"] = "claimx"  # the same data give the same file
    from matplotlib import pyplot

    rows = -(-len(reliabilities) // _COLUMNS)
    figure, axes = pyplot.subplots(rows, _COLUMNS, figsize=(2.3 * _COLUMNS, 2.4 * rows), sharex=True, sharey=True)
    for axis in axes.flat[len(reliabilities) :]:
        axis.set_axis_off()
    for axis, (name, reliability) in zip(axes.flat, reliabilities.items(), strict=False):
        axis.plot([0, 1], [0, 1], color="0.7", linewidth=1)
        axis.scatter(
            [each.confidence for each in reliability.bins],
            [each.accuracy for each in reliability.bins],
            s=[4 + 150 * each.size / reliability.size for each in reliability.bins],
            color="tab:red" if name == CLAIM else "tab:blue",
            alpha=0.8,
        )
        axis.set_title(f"{name} (ECE {reliability.ece:.2f})", fontsize=9)
        axis.set_xlim(0, 1)
        axis.set_ylim(0, 1)
        axis.set_aspect("equal")
        axis.tick_params(labelsize=7)
    figure.supxlabel("confidence", fontsize=9)
    figure.supylabel("share that is right", fontsize=9)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)
    pyplot.close(figure)
