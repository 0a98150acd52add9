"""The search for garbage is put off while it is not wanted, and on again after."""

from __future__ import annotations

import gc
import weakref
from threading import Event, Thread

import pytest

from rev_plugin.core.garbage import no_search, set_apart, take_back


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


def test_what_is_set_apart_is_searched_again_when_taken_back() -> None:
    class Node:
        pass

    def cycle() -> weakref.ref:
        node = Node()
        node.itself = node
        return weakref.ref(node)

    gc.disable()
    try:
        old = cycle()
        set_apart()
        new = cycle()
        gc.collect()
        assert old() is not None
        assert new() is None
    finally:
        take_back()
        gc.enable()
    gc.collect()
    assert old() is None
