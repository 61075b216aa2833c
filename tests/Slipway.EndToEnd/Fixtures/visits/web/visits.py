import os

import flask
import redis

VERSION = "1"

app = flask.Flask(__name__)
store = redis.Redis(host=os.environ["REDIS_HOST"])


@app.get("/")
def version():
    return f"visits {VERSION}"


@app.get("/ready")
def ready():
    store.ping()
    return "ready"


@app.get("/visits")
def count():
    return str(int(store.get("visits") or 0))


@app.post("/visits")
def visit():
    return str(store.incr("visits")), 201
