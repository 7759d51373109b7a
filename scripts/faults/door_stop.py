#!/usr/bin/env python3
"""Row 29: SIGTERM under load, and too few file descriptors. Nothing acknowledged is lost.

--control ends the service with SIGKILL, and looks for what was acknowledged in an empty data directory: the
checks of the exit code and of the answers must fail.
"""
import argparse
import contextlib
import signal
import socket
import sys
import tempfile
import threading
import time

import door_peers
from door_service import Report, Service, chosen_by

SENDERS = 24


class Load:
    """Senders that start one assessment after the other, each in a channel of its own, and note what was acknowledged."""

    def __init__(self, service: Service, run: int):
        self.service, self.acknowledged, self.ended = service, [], threading.Event()
        self.threads = [threading.Thread(target=self._send, args=(f"C{run}X{number}",)) for number in range(SENDERS)]
        for thread in self.threads:
            thread.start()

    def _send(self, prefix: str):
        number = 0
        while not self.ended.is_set():
            number += 1
            channel = f"{prefix}Y{number}"
            with contextlib.suppress(OSError):
                if self.service.command(channel, f"start Product of {channel}")[0] == 200:
                    self.acknowledged.append(channel)
            if not self.service.is_alive():
                return

    def stop(self):
        self.ended.set()
        for thread in self.threads:
            thread.join()


def missing_of(acknowledged: list[str], service: Service) -> list[str]:
    return [channel for channel in acknowledged
            if f"Product of {channel}" not in service.command(channel, "status")[1]]


def check_stop(rounds: int, control: bool, patience: float, report: Report):
    slack = door_peers.slack(delay=1.0)  # deliveries are under way whenever the signal comes
    codes, times, acknowledged, missing = [], [], 0, 0
    for number in range(rounds):
        service = Service(slack.api_url, CROSSROADS_LOG_LEVEL="warn")
        load = Load(service, number)
        time.sleep(2 + 0.3 * number)
        code, took = service.stop(signal.SIGKILL if control else signal.SIGTERM)
        load.stop()
        with tempfile.TemporaryDirectory() as empty:
            again = Service(slack.api_url, data=empty if control else service.data, CROSSROADS_LOG_LEVEL="warn")
            missing += len(missing_of(load.acknowledged, again))
            again.remove()
        codes.append(code)
        times.append(took)
        acknowledged += len(load.acknowledged)
        service.remove()
    slack.stop()
    report.check("exit code 0", set(codes) == {0}, f"{codes}")
    report.check("within 10 s", max(times) < 10 + patience, f"{min(times):.1f} to {max(times):.1f} s")
    report.check("nothing acknowledged is lost", acknowledged > 100 * rounds / patience and missing == 0,
                 f"{missing} of {acknowledged} missing")


def check_few_files(report: Report):
    """200 files, 400 connections: it neither ends nor forgets, and goes on when they are gone."""
    slack = door_peers.slack()
    service = Service(slack.api_url, before=("prlimit", "--nofile=200:200"))
    crowd = []
    for _ in range(400):
        client = socket.socket()
        client.settimeout(0.2)
        with contextlib.suppress(OSError):
            client.connect(("127.0.0.1", service.port))
            crowd.append(client)
    time.sleep(1)
    lived = service.is_alive()
    complaints = service.log().count("cannot accept connections")
    for client in crowd:
        client.close()
    begun = time.monotonic()
    status, _ = service.command("C1", "start Blue Van")
    report.check("too few files: it goes on", lived and status == 200 and complaints > 0,
                 f"{len(crowd)} connections, {complaints} complaints in the log, {status} after {time.monotonic() - begun:.1f} s")
    report.check("too few files: it stops cleanly", service.stop()[0] == 0, f"exit code {service.process.returncode}")
    service.remove()
    slack.stop()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = chosen_by(parser)
    report = Report("stop", ("exit code 0", "nothing acknowledged is lost") if chosen.control else ())
    check_stop(1 if chosen.control else chosen.rounds, chosen.control, chosen.patience, report)
    if not chosen.control:
        check_few_files(report)
    return report.exit_code()


if __name__ == "__main__":
    sys.exit(main())
