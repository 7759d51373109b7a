#!/usr/bin/env python3
"""Row 22: the platform's certificate is wrong. Nothing may be sent before the handshake has proved who it is.

The real service calls a TLS server on this machine that shows one wrong certificate after the other and counts
what it is sent. --control: with the right certificate the token does arrive, so the check can fail.
"""
import argparse
import contextlib
import pathlib
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import warnings

from door_service import TOKEN, Report, Service, chosen_by

warnings.filterwarnings("ignore", category=DeprecationWarning)  # TLS 1.1 is asked for on purpose


class Authority:
    """A certification authority for one run, with what it has signed."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        (folder / "index.txt").touch()
        (folder / "serial").write_text("01\n")
        (folder / "ca.cnf").write_text(
            f"[ca]\ndefault_ca=d\n[d]\ndatabase={folder}/index.txt\nserial={folder}/serial\nnew_certs_dir={folder}\n"
            "default_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n")
        self.certificate, self.key = self._self_signed("ca", "/CN=Door authority", "basicConstraints=critical,CA:TRUE")

    def _openssl(self, *words: str):
        subprocess.run(["openssl", *words], check=True, capture_output=True, cwd=self.folder)

    def _self_signed(self, name: str, subject: str, extension: str):
        self._openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                      "-subj", subject, "-addext", extension, "-keyout", f"{name}.key", "-out", f"{name}.pem")
        return self.folder / f"{name}.pem", self.folder / f"{name}.key"

    def self_signed(self, host: str):
        return self._self_signed("self", f"/CN={host}", f"subjectAltName=DNS:{host}")

    def issue(self, name: str, host: str, since: str, until: str):
        """Valid between the two moments, written as YYYYMMDDHHMMSSZ."""
        self._openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                      "-subj", f"/CN={host}", "-keyout", f"{name}.key", "-out", f"{name}.csr")
        (self.folder / f"{name}.ext").write_text(f"subjectAltName=DNS:{host}\n")
        self._openssl("ca", "-batch", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "ca.key", "-startdate", since,
                      "-enddate", until, "-extfile", f"{name}.ext", "-in", f"{name}.csr", "-out", f"{name}.pem")
        return self.folder / f"{name}.pem", self.folder / f"{name}.key"


class Listener(threading.Thread):
    """A TLS server that keeps what it is sent once a handshake has succeeded."""

    def __init__(self, certificate, key, old_tls: bool = False):
        super().__init__(daemon=True)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate, key)
        if old_tls:
            self.context.set_ciphers("ALL:@SECLEVEL=0")
            self.context.minimum_version = self.context.maximum_version = ssl.TLSVersion.TLSv1_1
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port, self.connections, self.received = self.server.getsockname()[1], 0, b""
        self.start()

    def run(self):
        while True:
            try:
                client, _ = self.server.accept()
            except OSError:
                return
            self.connections += 1
            client.settimeout(5)
            with contextlib.suppress(OSError):
                with self.context.wrap_socket(client, server_side=True) as talking:
                    self.received += talking.recv(65536)
            client.close()

    def close(self):
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()


def attempt(listener: Listener, trust_file: pathlib.Path) -> tuple[str, int]:
    """Has the real service send a message there: what its log says, and how many look-ups followed."""
    service = Service(f"https://localhost:{listener.port}/api/", CROSSROADS_CA_FILE=str(trust_file))
    try:
        service.command("C1", "start Blue Van")
        end = time.monotonic() + 15
        while time.monotonic() < end and service.metric("deliveries_total") == 0:
            time.sleep(0.05)
        said = [line for line in service.log().splitlines() if "did not answer" in line]
        return said[0].split("did not answer: ")[1] if said else "", service.metric("looked_up")
    finally:
        service.remove()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    control = chosen_by(parser).control
    folder = pathlib.Path(tempfile.mkdtemp(prefix="crossroads-door-tls-"))
    try:
        return run(Authority(folder), control)
    finally:
        shutil.rmtree(folder)


def run(authority: Authority, control: bool) -> int:
    long_ago, lately, long_from_now, later = "20200101000000Z", "20200201000000Z", "20480101000000Z", "20490101000000Z"
    good = authority.issue("good", "localhost", long_ago, later)
    if control:
        report = Report("tls", ("a certificate that is right",))
        listener = Listener(*good)
        said, _ = attempt(listener, authority.certificate)
        report.check("a certificate that is right", TOKEN.encode() not in listener.received,
                     f"{len(listener.received)} bytes arrived")
        listener.close()
        return report.exit_code()
    report = Report("tls")
    cases = {
        "expired": (Listener(*authority.issue("expired", "localhost", long_ago, lately)), "expired"),
        "not yet valid": (Listener(*authority.issue("early", "localhost", long_from_now, later)), "not yet valid"),
        "for another host": (Listener(*authority.issue("other", "slack.com", long_ago, later)), "hostname mismatch"),
        "self-signed": (Listener(*authority.self_signed("localhost")), "self-signed"),
        "TLS 1.1": (Listener(*good, old_tls=True), "TLS handshake"),
    }
    for name, (listener, reason) in cases.items():
        said, looked_up = attempt(listener, authority.certificate)
        report.check(name, reason in said and listener.connections > 0 and not listener.received and looked_up == 0,
                     f"{len(listener.received)} bytes arrived on {listener.connections} connections; {said}")
        listener.close()
    return report.exit_code()


if __name__ == "__main__":
    sys.exit(main())
