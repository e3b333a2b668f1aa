"""Runs everything: scanning, reading, checking and mailing, each in threads of its own, until told to stop."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event

import structlog

from monitor.delivery import deliver_mails
from monitor.digests import Digests, make_due_digests, recipients_of
from monitor.heartbeats import Heartbeats
from monitor.intake.keep import UNFINISHED_FOLDER, clear_unfinished
from monitor.intake.listing import RootUnavailable
from monitor.intake.scan import Intake
from monitor.intake.watch import Watcher
from monitor.loop import Loop
from monitor.pipeline import Pipeline, check_next, read_next, recognise_next
from monitor.reader_process import ReaderProcess
from monitor.recogniser import recogniser
from monitor.schedule import Ticker
from monitor.settings_file import Configuration
from monitor.store.engine import Store
from monitor.store.findings import check_again_with
from monitor.store.notices import set_recipients
from monitor.store.work import release_claims, retry_for_reader
from monitor.systemd_notify import notify, watchdog_interval
from monitor.versions import check_versions, reader_version

TEND_SECONDS = 5.0
"""How often the parts are looked after, and work is looked for that nobody announced, such as what is tried again."""
INTAKE = "intake"
RECOGNISER = "recogniser"
PATIENCE_SECONDS = 120.0
"""How long a part may be silent beyond what its work may take, before the service is no longer said to be alive."""
FAREWELL_SECONDS = 10.0
"""How long a stop waits for the steps that are under way; all of them may be repeated."""


def utc_now() -> datetime:
    """Return the time of day."""
    return datetime.now(UTC)


class Service:
    """The running service: `run` returns when `stop` is called, from a signal handler or another thread."""

    def __init__(self, configuration: Configuration, store: Store) -> None:
        settings = configuration.settings
        self._settings = settings
        self._store = store
        scratch = settings.store.kept / UNFINISHED_FOLDER  # cleared at the next start, should this one be killed
        self._reader = ReaderProcess(settings.reader, scratch=scratch)
        self._recogniser = recogniser(settings, scratch)
        self._pipeline = _pipeline(configuration, store, self._reader, self._recogniser)
        self._intake = Intake(store, settings.watch, settings.store.kept)
        self._digests = Digests(store, settings, {one.check.code: one.check for one in configuration.checks})
        self._heartbeats = Heartbeats()
        self._stop = Event()
        self._loops = self._make_loops()
        self._watcher = Watcher(settings.watch.roots, self._loops[0].wake)
        self._ticker = Ticker(self._mail_round, min(1.0, settings.watch.interval_seconds))
        self._troubles: dict[Path, str] = {}

    def run(self, ready: Callable[[], None]) -> None:
        """Take up what was left, start every part, call `ready`, and look after the parts until the stop."""
        self._take_up()
        with self._reader, self._recogniser:
            self._reader.warm_up()
            self._watcher.start()
            for loop in self._loops:
                loop.start()
            self._ticker.start()
            notify("READY=1")
            ready()
            self._tend_until_stopped()
            self._end()

    def stop(self) -> None:
        """Ask the service to end."""
        self._stop.set()

    def _make_loops(self) -> list[Loop]:
        interval = self._settings.watch.interval_seconds
        scan = Loop(INTAKE, self._scan, rest_seconds=interval, beat=self._heartbeats.beat)
        steps: list[tuple[str, Callable[[Pipeline], bool]]] = [
            ("checker", check_next),
            (RECOGNISER, recognise_next),
        ]
        steps += [(f"reader-{number}", read_next) for number in range(1, self._settings.reader.workers + 1)]
        rest = min(interval, TEND_SECONDS)
        return [
            scan,
            *(
                Loop(name, partial(self._forward, step), rest_seconds=rest, beat=self._heartbeats.beat)
                for name, step in steps
            ),
        ]

    def _take_up(self) -> None:
        clear_unfinished(self._settings.store.kept)
        with self._store.write() as session:
            set_recipients(session, recipients_of(self._settings), utc_now())
            claims = release_claims(session)
            read = retry_for_reader(session, self._pipeline.reader_version, utc_now())
            checked = check_again_with(session, self._pipeline.versions, utc_now())
        if claims or read or checked:
            structlog.get_logger().info("taken up", interrupted=claims, read_again=read, check_again=checked)

    def _scan(self) -> bool:
        scanned = self._intake.scan(utc_now, time.monotonic())
        self._report(scanned.troubles)
        if scanned.received:
            self._wake_all()
        return False

    def _report(self, troubles: tuple[RootUnavailable, ...]) -> None:
        """Log what became of each root when that changes."""
        now = {trouble.root: trouble.reason for trouble in troubles}
        for root, reason in now.items():
            if self._troubles.get(root) != reason:
                structlog.get_logger().warning("root unavailable", root=str(root), reason=reason)
        for root in self._troubles.keys() - now.keys():
            structlog.get_logger().info("root available again", root=str(root))
        self._troubles = now

    def _forward(self, step: Callable[[Pipeline], bool]) -> bool:
        worked = step(self._pipeline)
        if worked:
            self._wake_all()
        return worked

    def _wake_all(self) -> None:
        for loop in self._loops[1:]:
            loop.wake.set()

    def _mail_round(self) -> None:
        try:
            make_due_digests(self._digests, utc_now())
            deliver_mails(self._store, self._settings.mail, utc_now)
        except Exception:  # the next round tries again
            structlog.get_logger().exception("step failed", part="mail")
        self._heartbeats.beat("mail")

    def _tend_until_stopped(self) -> None:
        self._expect_signs_of_life()
        silent: set[str] = set()
        while not self._stop.wait(min(watchdog_interval() or TEND_SECONDS, TEND_SECONDS)):
            self._watcher.tend()
            self._ticker.tend()
            known, silent = silent, set(self._heartbeats.stopped())
            if silent - known:
                structlog.get_logger().error("no sign of life", parts=" ".join(sorted(silent)))
            if silent <= {INTAKE}:  # it may hang on a dead share, which no restart would cure
                notify("WATCHDOG=1", f"STATUS={self._state()}")

    def _expect_signs_of_life(self) -> None:
        settings = self._settings
        self._heartbeats.expect(INTAKE, settings.watch.interval_seconds + PATIENCE_SECONDS)
        for loop in self._loops[1:]:
            reader = self._recogniser if loop.name == RECOGNISER else self._reader
            self._heartbeats.expect(loop.name, reader.longest_seconds + PATIENCE_SECONDS)
        # A mail may wait for a reply at every step of the conversation, for every recipient.
        replies = 10 * len(recipients_of(settings))
        self._heartbeats.expect("mail", replies * settings.mail.timeout_seconds + PATIENCE_SECONDS)

    def _state(self) -> str:
        return "; ".join(f"{root} unavailable" for root in self._troubles) or "watching"

    def _end(self) -> None:
        notify("STOPPING=1")
        for loop in self._loops:
            loop.stop()
        self._reader.interrupt()
        self._recogniser.interrupt()
        self._watcher.stop()
        self._ticker.stop()
        for loop in self._loops:
            loop.join(FAREWELL_SECONDS)


def _pipeline(configuration: Configuration, store: Store, reader: ReaderProcess, recogniser: ReaderProcess) -> Pipeline:
    settings = configuration.settings
    return Pipeline(
        store=store,
        reader=reader,
        recogniser=recogniser,
        kept=settings.store.kept,
        checks=configuration.checks,
        reader_version=reader_version(settings.reader.knowledge),
        versions=check_versions(configuration.checks),
        retry_after=timedelta(seconds=settings.reader.retry_seconds),
        now=utc_now,
    )
