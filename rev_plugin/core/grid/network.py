"""Shortest ways along roads or cables."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

SNAP = 0.1  # metres: ends closer than this are one node


def network_distances(lines: np.ndarray, sources: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """Metres from each source to each target along lines, shape (sources, targets).

    Sources and targets (coordinates in RD, shape (n, 2)) reach the network at its nearest
    vertex, as the crow flies; infinite where no way exists.
    """
    nodes, graph = _graph(lines)
    if not len(nodes):
        return np.full((len(sources), len(targets)), np.inf)
    tree = cKDTree(nodes)
    to_source, source = tree.query(sources)
    to_target, target = tree.query(targets)
    along = dijkstra(graph, directed=False, indices=source)
    return np.asarray(to_source[:, None] + along[:, target] + to_target[None, :])


def _graph(lines: np.ndarray) -> tuple[np.ndarray, coo_matrix]:
    """The vertices of the lines and the lengths between neighbours."""
    parts = shapely.get_parts(lines[~shapely.is_missing(lines)])
    coordinates, line = shapely.get_coordinates(parts, return_index=True)
    nodes, node = np.unique(
        (coordinates / SNAP).round().astype("int64"), axis=0, return_inverse=True
    )
    node = node.ravel()
    joined = np.flatnonzero(line[1:] == line[:-1])
    length = np.hypot(*(coordinates[joined + 1] - coordinates[joined]).T)
    count = len(nodes)
    first, second = node[joined], node[joined + 1]
    order = np.lexsort((length, second, first))  # of two lines between two nodes the shorter
    first, second, length = first[order], second[order], length[order]
    new = np.ones(len(first), dtype=bool)
    new[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    graph = coo_matrix((length[new], (first[new], second[new])), shape=(count, count))
    return nodes * SNAP, graph.tocsr()
