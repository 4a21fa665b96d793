"""What tests ask of the emulator itself, at `/emulator/…`."""

import json

from . import functions
from .principals import principal_of


def kill(request):
    """Ends a process of a function when it has called AWS so many times."""
    functions.doomed[request["function"]] = request["afterCalls"]


def identity(request):
    principal = principal_of(request["accessKeyId"])
    return {"account": principal.account, "arn": principal.arn, "id": principal.id}


REQUESTS = {"/emulator/kill": kill, "/emulator/identity": identity, "/emulator/ready": lambda _: {}}


def controlled(app):
    def answered(environ, start_response):
        request = REQUESTS.get(environ["PATH_INFO"])
        if request is None:
            return app(environ, start_response)
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        answer = json.dumps(request(json.loads(body or "{}")) or {}).encode()
        start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(answer)))])
        return [answer]

    return answered
