# Every service of these applications: says who it is, and what of the request has arrived.
import json
import os
import signal
import socketserver
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(int(os.environ.get("HEALTH") or 200) if self.path == "/healthz" else 200)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(201)

    def answer(self, status):
        body = json.dumps({
            "release": f"{os.environ['NAME']} {os.environ['VERSION']}",
            "path": self.path,
            "host": self.headers["Host"],
            "realIp": self.headers["X-Real-IP"],
            "scheme": self.headers["X-Forwarded-Proto"],
            "outside": self.headers["X-Forwarded-Host"],
        }).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_one_request(self):
        # Waits for a request before it counts as one, so that a connection that rests holds nobody up.
        self.rfile.peek(1)
        with server.ends:
            server.busy += 1
        try:
            super().handle_one_request()
        finally:
            with server.ends:
                server.busy -= 1
                server.ends.notify_all()

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 256
    busy = 0
    ends = threading.Condition()


class Lines(socketserver.StreamRequestHandler):
    def handle(self):
        while line := self.rfile.readline():
            self.wfile.write(f"{os.environ['NAME']} {os.environ['VERSION']} {line.decode()}".encode())


class LineServer(socketserver.ThreadingTCPServer):
    request_queue_size = 256
    daemon_threads = True


# Further ports: one of HTTP, and one where lines are repeated.
for port, kind, handler in (("ADMIN_PORT", ThreadingHTTPServer, Handler), ("LINES_PORT", LineServer, Lines)):
    if port in os.environ:
        threading.Thread(target=kind(("", int(os.environ[port])), handler).serve_forever, daemon=True).start()

server = Server(("", int(os.environ.get("PORT", "8000"))), Handler)
signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
server.serve_forever()
server.server_close()
with server.ends:
    server.ends.wait_for(lambda: server.busy == 0)
# A service that takes its time to end, and answers nobody meanwhile.
time.sleep(float(os.environ.get("LINGER") or 0))
