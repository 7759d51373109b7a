#!/usr/bin/env python3
"""Rows 14 to 16: huge bodies and headers, chunks without end, deep JSON, bytes that are no text.

What is signed is refused by its content, what is too large before it is read; the service lives, its memory
stays flat, and usual requests go on. --control runs the same against a server without limits.
"""
import argparse
import pathlib
import socket
import sys
import threading
import time
import urllib.parse

import door_peers
from door_service import FORM, JSON, Report, Service, chosen_by, request, signed_headers

MIB = 1 << 20


def raw(port: int, head: str, body=b"", endless: bytes = b"", limit_s: float = 5) -> tuple[str, int, float]:
    """Sends bytes until the server has enough of them: the status, bytes sent, seconds."""
    begun, sent = time.monotonic(), 0
    with socket.create_connection(("127.0.0.1", port), 10) as client:
        try:
            client.sendall(head.encode() + body)
            sent = len(head) + len(body)
            while endless and sent < 8 * MIB and time.monotonic() - begun < limit_s:
                client.sendall(endless)
                sent += len(endless)
        except OSError:
            pass
        got = b""
        try:
            client.settimeout(limit_s)
            while chunk := client.recv(4096):
                got += chunk
                if b"\r\n\r\n" in got and not endless:
                    break
        except OSError:
            pass
    return got.split(b" ", 2)[1].decode() if got.startswith(b"HTTP/") else "cut", sent, time.monotonic() - begun


POST = "POST /slack/events HTTP/1.1\r\nHost: x\r\n"
TOO_LARGE = {
    "a body of 10 MB": ("413", lambda port: raw(port, POST + f"Content-Length: {10 * MIB}\r\n\r\n", b"x" * (10 * MIB))),
    "a header of 64 KiB": ("431", lambda port: raw(port, POST + "X-Long: " + "x" * 65536 + "\r\n\r\n")),
    "headers without end": ("431", lambda port: raw(port, POST, endless=b"X-More: x\r\n" * 1000)),
    "chunks without end": ("413", lambda port: raw(
        port, POST + "Transfer-Encoding: chunked\r\n\r\n", endless=b"10000\r\n" + b"x" * 65536 + b"\r\n")),
    "a chunk's size without end": ("400", lambda port: raw(
        port, POST + "Transfer-Encoding: chunked\r\n\r\n", endless=b"0" * 65536)),
}


def message_with(text_as_json: str, number: int) -> bytes:
    """A reply in a thread whose text is written exactly so."""
    return (f'{{"type":"event_callback","team_id":"T1","event_id":"Ev{number}","authorizations":[{{"team_id":"T1",'
            f'"user_id":"UBOT","is_bot":true}}],"event":{{"type":"app_mention","channel":"C1","user":"U1",'
            f'"ts":"17000000{number:02}.000100","text":{text_as_json}}}}}').encode("latin-1")


def hostile_json() -> dict[str, tuple[str, bytes, int]]:
    """Content type, body and the status it has to get."""
    payload = urllib.parse.urlencode
    nul = r'"<@UBOT> start Blue\u0000Van\u0000"'
    return {
        "1 MiB of [": (JSON, b"[" * MIB, 400),
        "1 MiB of [ in a form": (FORM, payload({"payload": "[" * (MIB // 4)}).encode(), 400),
        "objects 65 deep": (JSON, b'{"a":' * 65 + b"1" + b"}" * 65, 400),
        "objects 64 deep": (JSON, b'{"a":' * 64 + b"1" + b"}" * 64, 200),
        "byte ff": (JSON, message_with('"<@UBOT> start \xff"', 1), 400),
        "bytes c3 28": (JSON, message_with('"<@UBOT> start \xc3\x28"', 2), 400),
        "bytes ed a0 80": (JSON, message_with('"<@UBOT> start \xed\xa0\x80"', 3), 400),
        "an overlong slash": (JSON, message_with('"<@UBOT> start \xc0\xaf"', 4), 400),
        "a lone high surrogate": (JSON, message_with(r'"<@UBOT> start \ud800"', 5), 400),
        "a lone low surrogate": (JSON, message_with(r'"<@UBOT> start \udc00"', 6), 400),
        "invalid bytes in a command": (FORM, b"command=%2Fassess&text=start+%ff%fe&team_id=T1&channel_id=C2&user_id=U1", 400),
        "NUL in a command": (FORM, b"command=%2Fassess&text=start+Red%00Van&team_id=T1&channel_id=C3&user_id=U1", 200),
        "NUL in a message": (JSON, message_with(nul, 7), 200),
        "a number of 400 digits": (JSON, b'{"type":' + b"9" * 400 + b"}", 400),
        "a name twice": (JSON, b'{"type":"url_verification","type":"event_callback"}', 200),
    }


def check_too_large(port: int, memory, patience: float, report: Report):
    usual = memory()
    for name, (expected, attempt) in TOO_LARGE.items():
        outcomes = []
        crowd = [threading.Thread(target=lambda: outcomes.append(attempt(port))) for _ in range(24)]
        for one in crowd:
            one.start()
        for one in crowd:
            one.join()
        # A client that goes on sending may have its connection reset before it reads the answer.
        right = all(status in (expected, "cut") for status, *_ in outcomes) and expected in {s for s, *_ in outcomes}
        most, slowest = max(sent for _, sent, _ in outcomes), max(took for *_, took in outcomes)
        report.check(name, right and slowest < 12 * patience, f"{sorted({s for s, *_ in outcomes})} after at most "
                     f"{most / MIB:.1f} MiB sent and {slowest:.2f} s, 24 at once")
    grown = memory() - usual
    report.check("memory stays flat", grown < 100 * 1024 * patience, f"{grown / 1024:.0f} MiB more")


def check_content(port: int, patience: float, report: Report):
    for name, (kind, body, expected) in hostile_json().items():
        begun = time.monotonic()
        try:
            status, _ = request(port, "POST", "/slack/events", signed_headers(kind, body), body)
        except OSError as broken:
            status = repr(broken)
        took = (time.monotonic() - begun) * 1000
        report.check(name, status == expected and took < 100 * patience, f"{status} in {took:.1f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    chosen = chosen_by(parser)
    if chosen.control:
        report = Report("bytes", ("a body of 10 MB", "a header of 64 KiB", "headers without end", "chunks without end",
                                  "1 MiB of [", "objects 65 deep", "a lone high surrogate", "memory stays flat"))
        peer = door_peers.careless()
        status = pathlib.Path(f"/proc/{peer.process.pid}/status")
        check_too_large(peer.port, lambda: int(status.read_text().split("VmHWM:")[1].split()[0]),
                        chosen.patience, report)
        check_content(peer.port, chosen.patience, report)
        peer.stop()
        return report.exit_code()
    report, slack = Report("bytes"), door_peers.slack()
    service = Service(slack.api_url)
    try:
        check_too_large(service.port, service.memory_kib, chosen.patience, report)
        check_content(service.port, chosen.patience, report)
        report.check("usual requests are served", service.command("C9", "start Green Van")[0] == 200, "200")
        report.check("the service lives and stops cleanly", service.is_alive() and service.stop()[0] == 0,
                     f"exit code {service.process.returncode}")
        stored = b"".join(file.read_bytes() for file in service.data.glob("*.log"))
        text = stored.decode(errors="strict")
        report.check("what is stored is text", "\\u0000" not in text and "\x00" not in text and "Red" in text,
                     f"{len(stored)} bytes of UTF-8 without NUL")
        again = Service(slack.api_url, data=service.data)
        report.check("it is read back", "Green Van" in again.command("C9", "status")[1], "the assessment goes on")
        again.remove()
    finally:
        service.remove()
        slack.stop()
    return report.exit_code()


if __name__ == "__main__":
    sys.exit(main())
