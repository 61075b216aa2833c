"""The health check of the image: exit code 0 when /healthz says 200. Imports next to nothing, since it runs often."""

import os
import socket
import sys

with socket.create_connection(("127.0.0.1", int(os.environ.get("PORT", "8080"))), timeout=2) as connection:
    connection.sendall(b"GET /healthz HTTP/1.0\r\n\r\n")
    answer = connection.recv(4096)
sys.exit(0 if b" 200 " in answer.split(b"\r\n", 1)[0] else 1)
