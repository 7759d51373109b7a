"""The real service in a process of its own, signed requests to it, and a report of what held."""
import contextlib
import hashlib
import hmac
import http.client
import os
import pathlib
import re
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECRET = "a-secret-made-up-for-tests"
TOKEN = "xoxb-made-up"


def binary() -> str:
    """CROSSROADS_BINARY, else the release build, else the one for development."""
    named = os.environ.get("CROSSROADS_BINARY")
    built = [ROOT / "build" / preset / "crossroads" for preset in ("release", "dev")]
    found = named or next((str(path) for path in built if path.exists()), None)
    if not found:
        raise SystemExit("no crossroads binary: build one (scripts/build release crossroads) or set CROSSROADS_BINARY")
    return found


def allow_many_files() -> None:
    """This process and its children may open as many files as the system lets them."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Service:
    """`crossroads serve`, ready to take requests."""

    def __init__(self, api_url: str, data=None, before=(), **environment: str):
        self.own_folder = None if data else tempfile.mkdtemp(prefix="crossroads-door-")
        self.data = pathlib.Path(data or self.own_folder)
        self.port = free_port()
        self.log_file = self.data.with_name(self.data.name + ".log")
        settings = {
            "PATH": os.environ["PATH"], "CROSSROADS_DATA_DIR": str(self.data), "CROSSROADS_WORKERS": "2",
            "CROSSROADS_SLACK_SIGNING_SECRET": SECRET, "CROSSROADS_SLACK_BOT_TOKEN": TOKEN,
            "CROSSROADS_SLACK_API_URL": api_url, "CROSSROADS_ALLOW_PRIVATE_TARGETS": "1", **environment}
        with open(self.log_file, "ab") as log:
            self.process = subprocess.Popen(
                [*before, binary(), "serve", "--listen", f"127.0.0.1:{self.port}"],
                env=settings, stdout=log, stderr=log)
        self._wait_until_ready()

    def _wait_until_ready(self):
        limit = time.monotonic() + 20
        while time.monotonic() < limit and self.process.poll() is None:
            with contextlib.suppress(OSError):
                if self.get("/readyz")[0] == 200:
                    return
            time.sleep(0.05)
        self.process.kill()
        raise SystemExit("the service does not get ready:\n" + self.log())

    def log(self) -> str:
        return self.log_file.read_text(errors="replace")

    def get(self, path: str, timeout: float = 10) -> tuple[int, str]:
        return request(self.port, "GET", path, timeout=timeout)

    def post(self, path: str, kind: str, body: bytes, timeout: float = 10) -> tuple[int, str]:
        """A signed webhook."""
        return request(self.port, "POST", path, signed_headers(kind, body), body, timeout)

    def command(self, channel: str, text: str, team: str = "T1", timeout: float = 10) -> tuple[int, str]:
        return self.post("/slack/commands", FORM, command_body(channel, text, team), timeout)

    def metric(self, name: str) -> int:
        """The sum over all labels that contain `name`: 'deliveries_total{outcome="delivered"'."""
        lines = self.get("/metrics")[1].splitlines()
        return sum(int(line.rsplit(" ", 1)[1]) for line in lines if name in line and not line.startswith("#"))

    def memory_kib(self, which: str = "VmHWM") -> int:
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{which}:\s+(\d+) kB", status).group(1))

    def is_alive(self) -> bool:
        return self.process.poll() is None

    def stop(self, how: int = signal.SIGTERM, limit: float = 30) -> tuple[int, float]:
        """Its exit code and how long it took; it is killed after `limit` seconds."""
        begun = time.monotonic()
        if self.is_alive():
            self.process.send_signal(how)
        try:
            code = self.process.wait(limit)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        return code, time.monotonic() - begun

    def remove(self):
        if self.is_alive():
            self.stop(signal.SIGKILL)
        if self.own_folder:
            shutil.rmtree(self.own_folder, ignore_errors=True)
        self.log_file.unlink(missing_ok=True)


FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


def signed_headers(kind: str, body: bytes) -> dict[str, str]:
    at = str(int(time.time()))
    digest = hmac.new(SECRET.encode(), b"v0:" + at.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {"Content-Type": kind, "X-Slack-Request-Timestamp": at, "X-Slack-Signature": "v0=" + digest}


def command_body(channel: str, text: str, team: str = "T1") -> bytes:
    return urllib.parse.urlencode({
        "command": "/assess", "text": text, "team_id": team, "channel_id": channel, "user_id": "U1",
        "trigger_id": f"trigger.{channel}.{time.monotonic_ns()}"}).encode()


def request(port, method, path, headers=None, body=None, timeout=10) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode(errors="replace")
    except http.client.HTTPException as broken:
        raise ConnectionError(str(broken)) from broken
    finally:
        connection.close()


def chosen_by(parser):
    """The options of the command line, with those all checks have."""
    parser.add_argument("--control", action="store_true", help="the run that must fail")
    parser.add_argument("--patience", type=float, default=1,
                        help="limits of time and memory times this, for a build with sanitizers or a busy machine")
    chosen = parser.parse_args()
    if chosen.control:
        chosen.patience = 1  # its checks shall fail
    return chosen


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("inf")


class Report:
    """What was checked. A control run must fail each check that is named in `must_fail`."""

    def __init__(self, title: str, must_fail: tuple[str, ...] = ()):
        self.must_fail = must_fail
        self.results: dict[str, bool] = {}
        print(f"{title}{' (control: these must fail: ' + ', '.join(must_fail) + ')' if must_fail else ''}", flush=True)

    def check(self, name: str, held: bool, measured: str):
        self.results[name] = held
        print(f"  {'held  ' if held else 'FAILED'}  {name}: {measured}", flush=True)

    def exit_code(self) -> int:
        if not self.must_fail:
            return 0 if self.results and all(self.results.values()) else 1
        unnoticed = [name for name in self.must_fail if self.results.get(name, True)]
        print(f"control: {'not noticed: ' + ', '.join(unnoticed) if unnoticed else 'every check failed as it must'}")
        return 1 if unnoticed else 0
