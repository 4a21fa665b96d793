"""The AWS API of moto, mended where it is not faithful; see README.md."""

import os
import sys
import threading
import time

port = int(sys.argv[1])
URL = f"http://localhost:{port}"
os.environ |= {"MOTO_PORT": str(port), "AWS_ENDPOINT_URL": URL, "AWS_DEFAULT_REGION": "us-east-1", "MOTO_IAM_LOAD_MANAGED_POLICIES": "true"}

sys.dont_write_bytecode = True
import signal

from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple

# Each mends something when it is imported.
from patches import (  # noqa: F401
    answers,
    asl,
    change_sets,
    events,
    executions,
    functions,
    integrations,
    nested_stacks,
    notifications,
    principals,
    queues,
    quick,
    redrive,
    resources,
    resources_of_roles,
    resources_of_work,
    stacks,
    task_tokens,
    tasks,
    templates,
    trust,
)
from patches.calls import recording
from patches.checksums import checked
from patches.control import controlled


def stop(*_):
    functions.end_all()
    tasks.end_all()
    os._exit(0)


def watch(parent):
    """Whoever started it may be killed, and tells nobody."""
    while os.getppid() == parent:
        time.sleep(1)
    stop()


threading.Thread(target=watch, args=(os.getppid(),), daemon=True).start()
signal.signal(signal.SIGTERM, stop)
signal.signal(signal.SIGINT, stop)

application = controlled(recording(checked(DomainDispatcherApplication(create_backend_app))))
run_simple("localhost", port, application, threaded=True)
