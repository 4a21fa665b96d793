"""The AWS API of moto, mended where it is not faithful; see README.md."""

import os
import sys

port = int(sys.argv[1])
URL = f"http://localhost:{port}"
os.environ |= {"MOTO_PORT": str(port), "AWS_ENDPOINT_URL": URL, "AWS_DEFAULT_REGION": "us-east-1", "MOTO_IAM_LOAD_MANAGED_POLICIES": "true"}

sys.dont_write_bytecode = True
import signal

from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple

from patches import asl, events, executions, functions, notifications, queues, task_tokens, templates, stacks, change_sets, nested_stacks, resources, resources_of_roles, resources_of_work, tasks  # noqa: F401
from patches.calls import recording
from patches.control import controlled


def stop(*_):
    functions.end_all()
    tasks.end_all()
    os._exit(0)


signal.signal(signal.SIGTERM, stop)
signal.signal(signal.SIGINT, stop)

application = controlled(recording(DomainDispatcherApplication(create_backend_app)))
run_simple("localhost", port, application, threaded=True)
