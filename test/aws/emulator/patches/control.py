"""What tests ask of the emulator itself, at `/emulator/…`."""

import json
import threading

from moto.events.models import events_backends

from . import functions
from .answers import answers
from .events import send
from .principals import principal_of


def kill(request):
    """Ends a process of a function when it has called AWS so many times."""
    functions.doomed[request["function"]] = request["afterCalls"]


def identity(request):
    principal = principal_of(request["accessKeyId"])
    return {"account": principal.account, "arn": principal.arn, "id": principal.id}


def answer(request):
    """What a state of a distribution comes to, instead of the call that it makes."""
    answers[request["distribution"], request["state"]] = request["outcomes"]


def fire(request):
    """What a schedule does when its time has come."""
    rule = events_backends[request["account"]][request["region"]].event_buses["default"].rules[request["rule"]]
    for target in rule.targets:
        threading.Thread(target=send, args=(target, target.get("Input", "{}")), daemon=True).start()


REQUESTS = {
    "/emulator/answer": answer,
    "/emulator/fire": fire,
    "/emulator/identity": identity,
    "/emulator/kill": kill,
    "/emulator/killed": lambda _: {"functions": functions.killed},
    "/emulator/ready": lambda _: {},
}


def controlled(app):
    def answered(environ, start_response):
        request = REQUESTS.get(environ["PATH_INFO"])
        if request is None:
            return app(environ, start_response)
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        try:
            status, given = "200 OK", request(json.loads(body or "{}")) or {}
        except KeyError as error:
            status, given = "404 Not Found", {"message": f"there is no {error}"}
        answer = json.dumps(given).encode()
        start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(answer)))])
        return [answer]

    return answered
