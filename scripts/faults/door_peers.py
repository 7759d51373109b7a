"""Servers the checks need beside the service: a stand-in for Slack, and a careless one for the control runs."""
import asyncio
import json
import multiprocessing
import socket
import time
import urllib.parse

from door_service import free_port


class Peer:
    """A small HTTP server in a process of its own, without any limit and any time-out."""

    def __init__(self, answer, tls=None):
        self.port = free_port()
        self.process = multiprocessing.get_context("fork").Process(
            target=_run, args=(self.port, answer, tls), daemon=True)
        self.process.start()
        limit = time.monotonic() + 10
        while time.monotonic() < limit:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise SystemExit("a stand-in does not start")

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/"

    def stop(self):
        self.process.terminate()
        self.process.join()


def slack(delay: float = 0.0, posts_file: str | None = None) -> Peer:
    """Accepts every call after `delay` seconds, and writes the text of each message it accepts to a file."""
    return Peer(_SlackAnswer(delay, posts_file))


def careless() -> Peer:
    """Reads whatever comes for as long as it comes, and takes all JSON as it is."""
    return Peer(_careless_answer)


class _SlackAnswer:
    def __init__(self, delay, posts_file):
        self.delay, self.posts_file, self.count = delay, posts_file, 0

    async def __call__(self, path, headers, body):
        if self.delay:
            await asyncio.sleep(self.delay)
        self.count += 1
        if path.endswith("chat.postMessage") and self.posts_file:
            fields = dict(urllib.parse.parse_qsl(body.decode()))
            with open(self.posts_file, "a") as posts:
                posts.write(f"{fields.get('channel')} {fields.get('metadata')}\n")
        return 200, json.dumps({"ok": True, "ts": f"1700000000.{self.count:06}", "message": {}})


async def _careless_answer(path, headers, body):
    if headers.get("content-type") == "application/json":
        try:
            json.dumps(json.loads(body.decode(errors="surrogatepass"))).encode()
        except RecursionError:
            return 500, ""
        except ValueError:
            return 200, ""
    return 200, "{}"


def _run(port, answer, tls):
    asyncio.run(_serve(port, answer, tls))


async def _serve(port, answer, tls):
    server = await asyncio.start_server(
        lambda reader, writer: _converse(reader, writer, answer), "127.0.0.1", port,
        limit=1 << 30, backlog=4096, ssl=tls)
    async with server:
        await server.serve_forever()


async def _converse(reader, writer, answer):
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            request, *fields = head.decode("latin-1").split("\r\n")[:-2]
            headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in fields)}
            body = await _body(reader, headers)
            status, text = await answer(request.split(" ")[1], headers, body)
            payload = text.encode()
            writer.write(f"HTTP/1.1 {status} Status\r\nContent-Length: {len(payload)}\r\n"
                         "Content-Type: application/json\r\n\r\n".encode() + payload)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError, IndexError, ValueError):
        pass
    finally:
        writer.close()


async def _body(reader, headers):
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", 0)))
    body = b""
    while size := int((await reader.readline()).split(b";")[0], 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body
