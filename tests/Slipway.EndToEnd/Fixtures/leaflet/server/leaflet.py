"""Answers with what is mounted: the words, the length of the secret, and who has read."""
import http.server
import os
import pathlib


class Leaflet(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        words = pathlib.Path("/etc/leaflet/words.txt").read_text().strip()
        token = pathlib.Path("/run/secrets/token").read_text().strip()
        body = f"{words}, token of {len(token)}, read by {' '.join(sorted(os.listdir('/readers')))}\n".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


http.server.ThreadingHTTPServer(("", 8000), Leaflet).serve_forever()
