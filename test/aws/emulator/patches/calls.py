"""Records each call: who, what, on which resources. What is recorded is compared with what roles are granted."""

import json
import os
import re
from functools import cache
from io import BytesIO
from urllib.parse import parse_qsl, unquote

import botocore.session

from . import functions
from .asked import asked_of
from .grants import grants_of
from .policies import denied_by_bucket, refuse
from .principals import current, principal_of
from .resources_of_calls import action_of, resources_of

_file = os.open(os.environ["EMULATOR_CALLS"], os.O_WRONLY | os.O_CREAT | os.O_APPEND) if "EMULATOR_CALLS" in os.environ else None
_botocore = botocore.session.get_session()

CREDENTIAL = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/")
# Names that requests are signed for, where botocore has the service under another one.
SERVICES = {"states": "stepfunctions", "monitoring": "cloudwatch"}


def recording(app):
    """WSGI in, WSGI out."""

    def recorded(environ, start_response):
        environ = in_path(environ)
        signed = CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        if not signed:
            return app(environ, start_response)
        access_key, region, service = signed.groups()
        current.access_key = access_key
        # Before the call, which may end what it is about.
        principal = principal_of(access_key)
        call = describe(environ, service, region, principal)
        status = []

        def started(line, headers, *rest):
            status.append(int(line[:3]))
            return start_response(line, headers, *rest)

        is_denied = service == "s3" and denied_by_bucket(call, principal, environ)
        body = b"".join(refuse(started) if is_denied else app(environ, started))
        write(call | {"status": status[0]})
        functions.called(access_key)
        return [body]

    return recorded


def write(call):
    if _file is not None:
        os.write(_file, f"{json.dumps(call)}\n".encode())


def in_path(environ):
    """A bucket that is named by the host is put into the path."""
    bucket = re.match(r"^(.+)\.(localhost|s3\.[^:]*)(:\d+)?$", environ.get("HTTP_HOST", ""))
    if not bucket:
        return environ
    path = f"/{bucket.group(1)}{environ.get('RAW_URI') or environ['PATH_INFO']}"
    host = f"localhost{bucket.group(3) or ''}"
    return environ | {"HTTP_HOST": host, "PATH_INFO": unquote(path.split("?")[0]), "RAW_URI": path, "REQUEST_URI": path}


def describe(environ, service, region, principal):
    operation, params = parsed(environ, SERVICES.get(service, service))
    call = {
        "principal": principal.arn,
        "source": principal.source,
        "account": principal.account,
        "region": region,
        "service": service,
        "operation": operation,
        "action": action_of(service, operation),
        "resources": resources_of(service, operation, params, region, principal.account),
        "params": summary(params),
    }
    return call | {"asked": asked_of(call, params), "grants": grants_of(current.access_key)}


def summary(params):
    """Enough to recognise a call by."""
    return {name: value for name, value in params.items() if len(json.dumps(value, default=str)) <= 500}


def parsed(environ, service):
    """The name of the operation and its parameters, by the protocol of the service."""
    model = model_of(service)
    if "HTTP_X_AMZ_TARGET" in environ:
        return environ["HTTP_X_AMZ_TARGET"].split(".")[-1], json.loads(body_of(environ) or "{}")
    if model.metadata["protocol"] in ("query", "ec2"):
        params = dict(parse_qsl(body_of(environ).decode()) or parse_qsl(environ.get("QUERY_STRING", "")))
        return params.pop("Action", ""), params
    return rest(environ, service)


def body_of(environ):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body = environ["wsgi.input"].read(length)
    environ["wsgi.input"] = BytesIO(body)
    return body


@cache
def model_of(service):
    return _botocore.get_service_model(service)


@cache
def routes(service):
    """Of a service whose operations are methods and paths; those that say most come first."""
    found = []
    for name in model_of(service).operation_names:
        http = model_of(service).operation_model(name).http
        path, _, query = http["requestUri"].partition("?")
        pattern = re.sub(r"\\{(\w+)(\\\+)?\\}", lambda m: f"(?P<{m[1]}>{'.+' if m[2] else '[^/]+'})", re.escape(path.rstrip("/")))
        needed = [pair.partition("=")[::2] for pair in query.split("&") if pair] + in_query(model_of(service), name)
        found.append((http["method"], re.compile(f"{pattern}/?"), needed, name))
    return sorted(found, key=lambda route: -len(route[2]))


def in_query(model, name):
    """Parameters that tell operations of the same path apart, such as `uploadId`."""
    shape = model.operation_model(name).input_shape
    required = [shape.members[member].serialization for member in (shape.required_members if shape else [])]
    return [(one["name"], "") for one in required if one.get("location") == "querystring"]


def rest(environ, service):
    raw = environ.get("RAW_URI") or environ["PATH_INFO"]
    path = raw.split("?")[0]
    query = dict(parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True))
    for method, pattern, needed, name in routes(service):
        match = pattern.fullmatch(path)
        if method != environ["REQUEST_METHOD"] or not match:
            continue
        if any(key not in query or (value and query[key] != value) for key, value in needed):
            continue
        params = {key: unquote(value) for key, value in match.groupdict().items()} | query
        if service == "s3":
            source = environ.get("HTTP_X_AMZ_COPY_SOURCE")
            if source:
                return ("UploadPartCopy" if "partNumber" in query else "CopyObject"), params | {"CopySource": unquote(source)}
            if name in ("CopyObject", "UploadPartCopy", "ListObjects"):
                continue
        elif environ.get("CONTENT_TYPE") == "application/json" and name != "Invoke":
            params |= json.loads(body_of(environ) or "{}")
        return name, params
    return f"{environ['REQUEST_METHOD']} {path}", query
