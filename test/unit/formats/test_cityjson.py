"""CityJSON: footprints and heights of buildings, from hand-made cities and the real tile."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from rev_plugin.core.model import InputError
from rev_plugin.formats.cityjson import is_cityjson, read_buildings

# Vertices in centimetres from (90000, 465000): a unit square's corners low and high,
#   3---2      and a square of 2 m to the east (8-11), a hole (12-15)
#   0---1
SQUARE = [[0, 0, 0], [1000, 0, 0], [1000, 1000, 0], [0, 1000, 0]]
LIFTED = [[x, y, 600] for x, y, _ in SQUARE]
EAST = [[2000, 0, 0], [2200, 0, 0], [2200, 200, 0], [2000, 200, 0]]
HOLE = [[400, 400, 0], [400, 600, 0], [600, 600, 0], [600, 400, 0]]


def city(objects: dict, **changes: object) -> dict:
    """A CityJSON document around these objects."""
    return {
        "type": "CityJSON",
        "version": "2.0",
        "transform": {"scale": [0.01, 0.01, 0.01], "translate": [90000, 465000, 0]},
        "metadata": {"referenceSystem": "https://www.opengis.net/def/crs/EPSG/0/7415"},
        "vertices": [*SQUARE, *LIFTED, *EAST, *HOLE],
        "CityObjects": objects,
        **changes,
    }


def box(floor: list[int], top: list[int]) -> dict:
    """A Solid with a ground and a roof surface; walls do not matter here."""
    return {
        "type": "Solid",
        "lod": "1.2",
        "boundaries": [[[floor[::-1]], [top]]],
        "semantics": {
            "surfaces": [{"type": "RoofSurface"}, {"type": "GroundSurface"}],
            "values": [[1, 0]],
        },
    }


def flat(*surfaces: list[list[int]]) -> dict:
    return {"type": "MultiSurface", "lod": "0", "boundaries": list(surfaces)}


def save(folder: Path, document: object, name: str = "stad.city.json") -> Path:
    path = folder / name
    text = document if isinstance(document, str) else json.dumps(document)
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return path


def test_ground_surface_of_a_solid_is_the_footprint(tmp_path: Path) -> None:
    building = {"type": "Building", "geometry": [box([0, 1, 2, 3], [4, 5, 6, 7])]}
    found = read_buildings(save(tmp_path, city({"a": building})))
    assert len(found) == 1
    assert found.geometry[0].equals(shapely.box(90000, 465000, 90010, 465010))
    assert found.table["identificatie"].tolist() == ["a"]


def test_footprint_goes_before_that_of_the_parts(tmp_path: Path) -> None:
    objects = {
        "a": {"type": "Building", "children": ["a-0"], "geometry": [flat([[0, 1, 2, 3]])]},
        "a-0": {"type": "BuildingPart", "geometry": [box([8, 9, 10, 11], [4, 5, 6, 7])]},
    }
    found = read_buildings(save(tmp_path, city(objects)))
    assert found.geometry[0].area == pytest.approx(100)


def test_parts_without_own_ground_are_all_taken_together(tmp_path: Path) -> None:
    objects = {
        "a": {"type": "Building", "children": ["a-0", "a-1", "weg"]},
        "a-0": {"type": "BuildingPart", "geometry": [box([0, 1, 2, 3], [4, 5, 6, 7])]},
        "a-1": {"type": "BuildingPart", "geometry": [flat([[8, 9, 10, 11]])]},
    }
    found = read_buildings(save(tmp_path, city(objects)))
    assert found.geometry[0].geom_type == "MultiPolygon"
    assert found.geometry[0].area == pytest.approx(104)


def test_hole_stays_a_hole_and_lowest_lod_counts(tmp_path: Path) -> None:
    high = box([8, 9, 10, 11], [4, 5, 6, 7])
    building = {"type": "Building", "geometry": [high, flat([[0, 1, 2, 3], [12, 13, 14, 15]])]}
    found = read_buildings(save(tmp_path, city({"a": building})))
    assert found.geometry[0].area == pytest.approx(96)


def test_building_without_ground_stays_with_no_geometry(tmp_path: Path) -> None:
    objects = {
        "a": {"type": "Building", "geometry": [flat([[0, 1, 2, 3]])]},
        "b": {"type": "Building"},
        "tree": {"type": "SolitaryVegetationObject"},
    }
    found = read_buildings(save(tmp_path, city(objects)))
    assert [g is None for g in found.geometry] == [False, True]


@pytest.mark.parametrize("kind", ["Solid", "MultiSurface", "CompositeSolid"])
def test_without_semantics_the_outline_of_all_surfaces_counts(tmp_path: Path, kind: str) -> None:
    walls = [[[0, 1, 5, 4]], [[1, 2, 6, 5]]]
    surfaces: list = [[[0, 1, 2, 3]], [[4, 5, 6, 7]], *walls]
    depth = {"Solid": 1, "MultiSurface": 0, "CompositeSolid": 2}[kind]
    for _ in range(depth):
        surfaces = [surfaces]
    body = {"type": kind, "lod": "1", "boundaries": surfaces}
    found = read_buildings(save(tmp_path, city({"a": {"type": "Building", "geometry": [body]}})))
    assert found.geometry[0].equals(shapely.box(90000, 465000, 90010, 465010))


def test_parts_of_parts_count_and_circles_end(tmp_path: Path) -> None:
    objects = {
        "a": {"type": "Building", "children": ["a-0"]},
        "a-0": {"type": "BuildingPart", "children": ["a-1", "a"]},
        "a-1": {"type": "BuildingPart", "geometry": [flat([[0, 1, 2, 3]])]},
    }
    assert read_buildings(save(tmp_path, city(objects))).geometry[0].area == 100


@pytest.mark.parametrize("name", ["stad.city.jsonl", "STAD.JSONL.GZ"])
def test_a_sequence_shares_the_transform_of_its_header(tmp_path: Path, name: str) -> None:
    def feature(number: int, east: int) -> dict:
        building = {"type": "Building", "geometry": [flat([[0, 1, 2, 3]])]}
        corners = [[x + east, y, z] for x, y, z in SQUARE]
        return {"type": "CityJSONFeature", "CityObjects": {f"b{number}": building},
                "vertices": corners}  # fmt: skip

    header = city({}, vertices=[])
    lines = [json.dumps(part) for part in (header, feature(1, 0), feature(2, 5000))]
    path = tmp_path / name
    raw = "\n".join(lines).encode()
    path.write_bytes(gzip.compress(raw) if name.endswith("GZ") else raw)
    assert is_cityjson(path)
    found = read_buildings(path)
    assert found.table["identificatie"].tolist() == ["b1", "b2"]
    assert found.geometry[1].equals(shapely.box(90050, 465000, 90060, 465010))


@pytest.mark.parametrize("latitude_first", [False, True])
@pytest.mark.parametrize("name", ["urn:ogc:def:crs:EPSG::4326", "EPSG:4326"])
def test_the_order_of_degrees_is_seen(tmp_path: Path, latitude_first: bool, name: str) -> None:
    corners = [[4.4, 52.16, 0], [4.401, 52.16, 0], [4.401, 52.161, 0]]
    if latitude_first:
        corners = [[y, x, z] for x, y, z in corners]
    building = {"a": {"type": "Building", "geometry": [flat([[0, 1, 2]])]}}
    document = city(building, vertices=corners, metadata={"referenceSystem": name})
    del document["transform"]
    shape = read_buildings(save(tmp_path, document)).geometry[0]
    assert shape.centroid.distance(shapely.Point(87_496.6, 464_032.6)) < 1


def test_attributes_become_the_columns_of_a_study(tmp_path: Path) -> None:
    attributes = {
        "identificatie": "NL.IMBAG.Pand.1",
        "oorspronkelijkbouwjaar": 1973,
        "status": "Pand in gebruik",
        "b3_h_dak_max": 9.7,
        "b3_h_maaiveld": 0.4,
        "b3_bouwlagen": 3,
    }
    known = {"type": "Building", "attributes": attributes, "geometry": [flat([[0, 1, 2, 3]])]}
    sunk = {**known, "attributes": {"b3_h_dak_max": 0.1, "b3_h_maaiveld": 2.0}}
    table = read_buildings(save(tmp_path, city({"x": known, "y": sunk}))).table
    assert table.loc[0].to_dict() == {
        "identificatie": "NL.IMBAG.Pand.1",
        "bouwjaar": 1973,
        "status": "Pand in gebruik",
        "hoogte_m": pytest.approx(9.3),
        "bouwlagen": 3,
    }
    assert np.isnan(table.loc[1, "hoogte_m"])  # a roof below the ground is no height
    assert "gebruiksdoel" not in table  # nobody gave a use: the column is absent


def test_use_is_kept_when_the_file_has_it(tmp_path: Path) -> None:
    building = {
        "type": "Building",
        "attributes": {"gebruiksdoel": ["woonfunctie", "winkelfunctie"]},
        "geometry": [flat([[0, 1, 2, 3]])],
    }
    table = read_buildings(save(tmp_path, city({"a": building}))).table
    assert table["gebruiksdoel"].tolist() == ["woonfunctie|winkelfunctie"]


def test_degrees_are_moved_to_rd(tmp_path: Path) -> None:
    corners = [[4.4, 52.16, 0], [4.401, 52.16, 0], [4.401, 52.161, 0]]
    document = city(
        {"a": {"type": "Building", "geometry": [flat([[0, 1, 2]])]}},
        vertices=corners,
        metadata={"referenceSystem": "https://www.opengis.net/def/crs/EPSG/0/4979"},
    )
    del document["transform"]
    shape = read_buildings(save(tmp_path, document)).geometry[0]
    assert 87_000 < shape.centroid.x < 91_000
    assert 463_000 < shape.centroid.y < 467_000


def one(*rings: list[int], **changes: object) -> dict:
    """A city of one building with one flat surface."""
    return city({"a": {"type": "Building", "geometry": [flat(list(rings))]}}, **changes)


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("{", "geen volledige JSON"),
        ({"type": "FeatureCollection"}, "geen CityJSON"),
        (city({}, version="3.1"), "versie 3.1"),
        (city({}), "geen gebouwen"),
        (one([0, 1, 2], vertices="x"), "vertices"),
        (one([0, 1, 2], vertices=[[0, 0, 0], [float("inf"), 0, 0]]), "eindig"),
        (one([0, 1, 2], CityObjects=[1]), "CityObjects"),
        (one([0, 1, 999]), "punten die er niet"),
        (one([0, 1, -2]), "punten die er niet"),
        (one([0, 1, 2], metadata={}), "stelsel"),
    ],
)
def test_bad_files_are_refused_by_name(tmp_path: Path, document: object, words: str) -> None:
    path = save(tmp_path, document)
    with pytest.raises(InputError, match=words) as caught:
        read_buildings(path)
    assert str(path) in str(caught.value)


def test_cut_gzip_and_missing_file_are_refused(tmp_path: Path) -> None:
    whole = save(tmp_path, city({"a": {"type": "Building"}}), "a.city.json.gz")
    cut = tmp_path / "cut.city.json.gz"
    cut.write_bytes(whole.read_bytes()[:-20])
    for path in (cut, tmp_path / "weg.json"):
        with pytest.raises(InputError, match="niet te lezen"):
            read_buildings(path)


def test_looking_at_a_file_tells_cityjson_from_other_json(tmp_path: Path) -> None:
    packed = save(tmp_path, city({}), "a.city.json.gz")
    other = save(tmp_path, {"energy_areas": []}, "net.json")
    text = save(tmp_path, "CityJSON", "lees.txt")
    assert [is_cityjson(p) for p in (packed, other, text)] == [True, False, False]


@pytest.mark.real
def test_the_katwijk_tile(real_data: Path) -> None:
    found = read_buildings(real_data / "katwijk" / "buildings" / "8-296-632.city.json.gz")
    assert len(found) == 1146
    assert all(shape is not None and shape.is_valid for shape in found.geometry)
    first = found.table.set_index("identificatie").loc["NL.IMBAG.Pand.0537100000000083"]
    assert (first["bouwjaar"], first["bouwlagen"]) == (1973, 3)
    row = found.table.index[found.table["identificatie"] == "NL.IMBAG.Pand.0537100000000083"][0]
    assert found.geometry[row].area == pytest.approx(354.18, rel=0.01)  # b3_opp_grond, of LoD 2.2
    assert "gebruiksdoel" not in found.table
