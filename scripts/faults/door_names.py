#!/usr/bin/env python3
"""Row 21: the name server is dead. In a network namespace with a resolv.conf of its own; needs root.

The service runs with one I/O thread, so that a thread that waits for a name would be seen at once. When the
name can be looked up again, every message goes out once. --control asks a server that looks names up on the
thread it answers with.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import door_peers
from door_service import Report, Service, chosen_by, percentile, request

NAME = "slack.test"
INSIDE = "CROSSROADS_DOOR_NAMESPACE"


def inside_a_namespace() -> int:
    """Runs this script again where nothing answers: the packets to the name server go nowhere."""
    name = f"door{os.getpid()}"
    folder = pathlib.Path("/etc/netns") / name
    subprocess.run(["ip", "netns", "add", name], check=True)
    try:
        folder.mkdir(parents=True)
        (folder / "resolv.conf").write_text("nameserver 192.0.2.1\n")
        (folder / "hosts").write_text("127.0.0.1 localhost\n")
        for command in ("link set lo up", "link add dead type veth peer name end", "addr add 192.0.2.2/24 dev dead",
                        "link set dead up", "link set end up"):
            subprocess.run(["ip", "-n", name, *command.split()], check=True)
        subprocess.run(["ip", "-n", name, "neigh", "add", "192.0.2.1", "lladdr", "02:00:00:00:00:01", "dev", "dead"], check=True)
        return subprocess.run(["ip", "netns", "exec", name, sys.executable, *sys.argv],
                              env={**os.environ, INSIDE: str(folder)}).returncode
    finally:
        subprocess.run(["ip", "netns", "del", name])
        shutil.rmtree(folder, ignore_errors=True)


async def blocking_answer(path, headers, body):
    """What the service must not do: the name on the thread that answers."""
    import socket
    if body:
        try:
            socket.getaddrinfo(NAME, 80)
        except OSError:
            pass
    return 200, "{}"


def probe(port: int, seconds: float) -> list[float]:
    """Milliseconds that /healthz took, asked twenty times a second."""
    took, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        begun = time.monotonic()
        request(port, "GET", "/healthz", timeout=30)
        took.append((time.monotonic() - begun) * 1000)
        time.sleep(0.05)
    return took


def check_responsive(port: int, send, chosen, report: Report):
    for number in range(20):
        send(number)
    took = probe(port, chosen.seconds)
    report.check("no thread waits for a name", max(took) < 1000 * chosen.patience,
                 f"/healthz of one thread: p99 {percentile(took, 0.99):.1f} ms, slowest {max(took):.1f} ms of {len(took)}")


def run(report: Report, chosen):
    posts = pathlib.Path(tempfile.mkstemp(prefix="crossroads-door-posts-")[1])
    slack = door_peers.slack(posts_file=str(posts))
    service = Service(f"http://{NAME}:{slack.port}/api/", CROSSROADS_WORKERS="1")
    try:
        begun = time.monotonic()
        check_responsive(service.port, lambda n: service.command(f"C{n}", f"start Product {n}"), chosen, report)
        tried = service.metric('deliveries_total{outcome="no_answer"}')
        others = service.metric("deliveries_total") - tried
        report.check("a failed look-up counts as not sent", tried >= 20 and others == 0,
                     f"{tried} attempts without an answer, {others} of any other outcome")
        said = [line for line in service.log().splitlines() if f"cannot look up {NAME}" in line]
        report.check("a look-up ends within 5 s", bool(said) and first_failure(service.log()) < 5.5,
                     f"the first after {first_failure(service.log()):.1f} s: {said[0].split('look up')[1] if said else 'never'}")
        asked = time.monotonic()
        code, took = service.stop()
        report.check("it stops within 10 s all the same", code == 0 and took < 10.5, f"exit code {code} after {took:.1f} s")
        (pathlib.Path(os.environ[INSIDE]) / "hosts").write_text(f"127.0.0.1 localhost {NAME}\n")
        again = Service(f"http://{NAME}:{slack.port}/api/", data=service.data)
        end = time.monotonic() + 60
        while time.monotonic() < end and again.metric('outcome="delivered"') < 40:
            time.sleep(0.2)
        lines = posts.read_text().splitlines()
        report.check("with the name back every message goes out once", len(lines) == 40 == len(set(lines)),
                     f"{len(lines)} posts, {len(set(lines))} different, {asked - begun:.0f} s of outage")
        again.remove()
    finally:
        service.remove()
        slack.stop()
        posts.unlink()


def first_failure(log: str) -> float:
    """Seconds from "listening" to the first failed look-up, by the log's own clock."""
    stamps = {}
    for line in log.splitlines():
        for what in ("listening on", "cannot look up"):
            if what in line and what not in stamps:
                hours, minutes, seconds = line.split(" ")[1].split(":")
                stamps[what] = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    return stamps["cannot look up"] - stamps["listening on"] if len(stamps) == 2 else float("inf")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=25)
    chosen = chosen_by(parser)
    if INSIDE not in os.environ:
        return inside_a_namespace()
    if not chosen.control:
        report = Report("names")
        run(report, chosen)
        return report.exit_code()
    report = Report("names", ("no thread waits for a name",))
    peer = door_peers.Peer(blocking_answer)
    check_responsive(peer.port, lambda n: n or fire_and_forget(peer.port), chosen, report)
    peer.stop()
    return report.exit_code()


def fire_and_forget(port: int):
    import socket
    client = socket.create_connection(("127.0.0.1", port))
    client.sendall(b"POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")


if __name__ == "__main__":
    sys.exit(main())
