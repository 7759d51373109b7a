#!/usr/bin/env python3
"""Rows 12 and 13: thousands of open connections and slow clients, while Slack's requests go on being answered.

Loopback only. Each 250 connections come from a source address of their own (127.0.x.y).
--control runs the same against a server without limits and time-outs: the checks of the guards must fail.
"""
import argparse
import contextlib
import heapq
import multiprocessing
import selectors
import socket
import sys
import time

import door_peers
from door_service import (FORM, Report, Service, allow_many_files, chosen_by, command_body, percentile,
                          signed_headers)

SLOW_HEAD = b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: " + b"a" * 100
KEEP_ALIVE = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
PER_ADDRESS = 250
SLOW_STEP_S = 5.0
IDLE_STEP_S = 20.0
RECONNECT_S = 0.25  # a connection that was cut comes back after this
GOOD_CONNECTIONS = 16
SPARE_PLACES = 100  # for connections that come while others are still being closed


def source_address(number: int) -> str:
    return f"127.0.{1 + number // 200}.{1 + number % 200}"


def connect(port: int, source: str) -> socket.socket:
    """A connection from that address, non-blocking once it stands."""
    client = socket.socket()
    client.setsockopt(socket.IPPROTO_IP, 24, 1)  # IP_BIND_ADDRESS_NO_PORT: as many as there are ports
    client.settimeout(10)
    client.bind((source, 0))
    client.connect(("127.0.0.1", port))
    client.setblocking(False)
    return client


class Crowd:
    """Connections that ask for next to nothing, and slow ones that never finish asking."""

    def __init__(self, port: int):
        self.port, self.selector, self.due, self.count = port, selectors.DefaultSelector(), [], 0
        self.slow_lives, self.slow_refused, self.idle_lost = [], 0, 0
        self.last_cut = time.monotonic()

    def open(self, kind: str, source: str):
        member = {"socket": connect(self.port, source), "kind": kind, "source": source, "opened": time.monotonic(),
                  "sent": 0}
        self.selector.register(member["socket"], selectors.EVENT_READ, member)
        self._act(member)

    def run(self, seconds: float):
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            for key, _ in self.selector.select(min(0.05, end - now)):
                self._read(key.data)
            while self.due and self.due[0][0] <= time.monotonic():
                self._act(heapq.heappop(self.due)[2])

    def run_until_all_slow_ones_are_back(self):
        """They are cut together every 10 s; their places are free until they come back."""
        end = time.monotonic() + 15
        while not 1 < time.monotonic() - self.last_cut < 5 and time.monotonic() < end:
            self.run(0.1)

    def close(self):
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()
        self.selector.close()

    def _act(self, member: dict):
        if member["socket"].fileno() < 0:
            if member.pop("comes_back", False):
                self.open("slow", member["source"])
            return
        slow = member["kind"] == "slow"
        at = min(member["sent"], len(SLOW_HEAD) - 1)
        with contextlib.suppress(OSError):  # closed: the next read tells
            member["socket"].send(SLOW_HEAD[at:at + 1] if slow else KEEP_ALIVE)
        member["sent"] += 1
        self._later(member, SLOW_STEP_S if slow else IDLE_STEP_S)

    def _later(self, member: dict, seconds: float):
        self.count += 1
        heapq.heappush(self.due, (time.monotonic() + seconds, self.count, member))

    def _read(self, member: dict):
        try:
            data = member["socket"].recv(65536)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            return
        self.selector.unregister(member["socket"])
        member["socket"].close()
        if member["kind"] == "idle":
            self.idle_lost += 1
            return
        self.last_cut = time.monotonic()
        lived = self.last_cut - member["opened"]
        if lived < 1:
            self.slow_refused += 1  # came back before the places of the others were free
        else:
            self.slow_lives.append(lived)
        member["comes_back"] = True  # there is always the same number of them
        self._later(member, RECONNECT_S)


def ask(client: socket.socket, body: bytes) -> int:
    """Sends one signed command on a blocking connection: the status."""
    fields = "".join(f"{name}: {value}\r\n" for name, value in signed_headers(FORM, body).items())
    client.sendall(f"POST /slack/commands HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n{fields}\r\n".encode() + body)
    got = b""
    while b"\r\n\r\n" not in got:
        got += client.recv(65536) or _ended()
    head, _, rest = got.partition(b"\r\n\r\n")
    length = int(next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")).split(b":")[1])
    while len(rest) < length:
        rest += client.recv(65536) or _ended()
    return int(head.split(b" ", 2)[1])


def _ended():
    raise ConnectionError("closed instead of an answer")


def good_requests(port: int, rate: float, seconds: float, results):
    """Signed commands at a steady rate, each counted from when it was due; every tenth on a new connection."""
    pool = [socket.create_connection(("127.0.0.1", port), 10) for _ in range(GOOD_CONNECTIONS)]
    begun, took, failed = time.monotonic(), [], 0
    for number in range(int(rate * seconds)):
        due = begun + number / rate
        time.sleep(max(0.0, due - time.monotonic()))
        text = f"start Product {number}" if number % 2 == 0 else "status"
        place = number % GOOD_CONNECTIONS
        try:
            if number % 10 == 0:
                pool[place].close()
                pool[place] = socket.create_connection(("127.0.0.1", port), 10)
            failed += ask(pool[place], command_body(f"C{number // 2}", text)) != 200
        except OSError:
            failed += 1
            with contextlib.suppress(OSError):
                pool[place] = socket.create_connection(("127.0.0.1", port), 10)
        took.append((time.monotonic() - due) * 1000)
    results.send((took, failed))


def closed_at_once(port: int, sources: list[str], crowd: Crowd | None = None) -> int:
    """How many connections of these are closed within two seconds although they did nothing."""
    clients = [connect(port, source) for source in sources]
    end = time.monotonic() + 2
    while time.monotonic() < end:
        crowd.run(0.1) if crowd else time.sleep(0.1)
    closed = 0
    for client in clients:
        with contextlib.suppress(BlockingIOError):
            try:
                closed += client.recv(1) == b""
            except ConnectionError:
                closed += 1
        client.close()
    return closed


def run(chosen, port: int, memory, report: Report):
    closed = closed_at_once(port, ["127.0.255.1"] * 300)
    report.check("more than 256 from one address are closed at once", closed == 44, f"{closed} of 300 closed")
    before, crowd = memory("VmRSS"), Crowd(port)
    idle = chosen.limit - chosen.slow - GOOD_CONNECTIONS - SPARE_PLACES
    begun = time.monotonic()
    for number in range(idle + chosen.slow):
        crowd.open("slow" if number < chosen.slow else "idle", source_address(number // PER_ADDRESS))
        if number % 200 == 0:
            crowd.run(0.001)
    print(f"  {idle} idle and {chosen.slow} slow connections stand after {time.monotonic() - begun:.1f} s", flush=True)
    here, there = multiprocessing.Pipe()
    good = multiprocessing.get_context("fork").Process(
        target=good_requests, args=(port, chosen.rate, chosen.seconds, there))
    good.start()
    crowd.run(chosen.seconds + 0.5)
    took, failed = here.recv() if here.poll(30) else ([], -1)
    good.join()
    each = (memory("VmRSS") - before) / (idle + chosen.slow)
    p50, p99 = percentile(took, 0.5), percentile(took, 0.99)
    report.check("good requests: p99 under 50 ms", p99 < 50 * chosen.patience and failed == 0,
                 f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, slowest {max(took, default=0):.1f} ms of {len(took)}, {failed} failed")
    lives = crowd.slow_lives
    report.check("slow clients are cut at 10 s", len(lives) >= chosen.slow and 9 < min(lives) and max(lives) < 10 + 2 * chosen.patience,
                 f"{len(lives)} cut after {min(lives, default=0):.1f} to {max(lives, default=0):.1f} s, {crowd.slow_refused} "
                 "refused when they came back")
    report.check("connections in use stay", crowd.idle_lost == 0, f"{crowd.idle_lost} of {idle} lost")
    crowd.run_until_all_slow_ones_are_back()
    extra = [source_address(300 + number // 200) for number in range(SPARE_PLACES + 200)]
    closed = closed_at_once(port, extra, crowd)
    over = len(extra) - SPARE_PLACES - GOOD_CONNECTIONS  # the good ones have left
    report.check("connections over the limit are closed at once", closed == over, f"{closed} of {len(extra)} closed")
    report.check("memory", memory("VmHWM") < 400 * 1024 * chosen.patience,
                 f"{memory('VmHWM') / 1024:.0f} MiB at most, {each:.1f} KiB for each connection")
    crowd.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=10_000, help="connections the service allows, all taken")
    parser.add_argument("--slow", type=int, default=2_000, help="how many of these send one byte in 5 s")
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--rate", type=float, default=50, help="good requests a second")
    chosen = chosen_by(parser)
    allow_many_files()
    if chosen.control:
        report = Report("crowd", ("more than 256 from one address are closed at once", "slow clients are cut at 10 s",
                                  "connections over the limit are closed at once"))
        peer = door_peers.careless()
        run(chosen, peer.port, lambda _: 0, report)
        peer.stop()
        return report.exit_code()
    report = Report("crowd")
    slack = door_peers.slack()
    service = Service(slack.api_url, CROSSROADS_CONNECTIONS=str(chosen.limit), CROSSROADS_LOG_LEVEL="warn")
    try:
        run(chosen, service.port, service.memory_kib, report)
        counted = service.metric("connections_refused_total")
        report.check("refusals are counted", counted >= 144, f"{counted}")
        report.check("the service lives and stops cleanly", service.get("/healthz")[0] == 200 and service.stop()[0] == 0,
                     f"exit code {service.process.returncode}")
    finally:
        service.remove()
        slack.stop()
    return report.exit_code()


if __name__ == "__main__":
    sys.exit(main())
