"""Takes places with coordinates, gives what a map of them needs: a frame, land, borders, labels and a scale bar.

The borders are Natural Earth's, shipped as data by `scripts/build_borders.py`. Drawing itself is left to the pages.
"""

from facta.views.map.borders import Borders, Land
from facta.views.map.frame import Frame

__all__ = ["Borders", "Frame", "Land"]
