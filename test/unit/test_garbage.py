"""The search for garbage is put off while it is not wanted, and on again after."""

from __future__ import annotations

import gc
from threading import Event, Thread

import pytest

from rev_plugin.core.garbage import OLDEST, no_search, search_if_due


def test_it_is_off_meanwhile_and_on_again() -> None:
    with no_search():
        assert not gc.isenabled()
        with no_search():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    with pytest.raises(KeyError), no_search():
        raise KeyError
    assert gc.isenabled()


def test_one_thread_does_not_switch_it_on_for_another() -> None:
    inside, go_on = Event(), Event()

    def work() -> None:
        with no_search():
            inside.set()
            go_on.wait(10)

    thread = Thread(target=work)
    thread.start()
    assert inside.wait(10)
    with no_search():
        pass
    assert not gc.isenabled()
    go_on.set()
    thread.join(10)
    assert gc.isenabled()


def test_off_stays_off() -> None:
    gc.disable()
    try:
        with no_search():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_it_is_searched_at_once_when_a_quarter_is_new() -> None:
    gc.collect()
    old = len(gc.get_objects(OLDEST))
    with no_search():
        few: list[list[int]] = [[] for _ in range(old // 10)]
        search_if_due()
        assert gc.get_count()[0] >= len(few)  # still new: not searched
        many: list[list[int]] = [[] for _ in range(old // 2)]
        search_if_due()
        assert gc.get_count()[0] < len(many)
