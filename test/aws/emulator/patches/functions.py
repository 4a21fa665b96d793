"""Mends Lambda: functions run, in processes of Node that stay warm, under their roles."""

import json
import os
import pathlib
import select
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import uuid
import zipfile
from io import BytesIO

from moto.awslambda.models import LambdaFunction, lambda_backends
from moto.sqs.models import sqs_backends

from .principals import new_credentials
from .replace import method

HERE = pathlib.Path(__file__).parent.parent
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="plancc-functions-"))
# What the runtime of Lambda brings, and nothing else, can be imported without being in the zip:
# https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
for scope in ("@aws-sdk", "@smithy"):
    (FOLDER / "node_modules").mkdir(exist_ok=True)
    (FOLDER / "node_modules" / scope).symlink_to(HERE.parents[2] / "node_modules" / scope)
# Node 20 detects modules, the runtime of Lambda goes by names alone.
NODE = ["node", "--no-experimental-detect-module"]

_idle = {}
_lock = threading.Lock()
# By access key: processes that run, and how many calls those have left that are to be killed.
running = {}
calls_left = {}
# By function name: after how many calls the next process of it is to be killed.
doomed = {}
# Function names of processes that were killed.
killed = []


class Process:
    """One execution environment: it does one invocation at a time."""

    def __init__(self, function):
        self.key, self.name = key_of(function), function.function_name
        self.credentials = new_credentials(function.role, function.function_name)
        self.access_key = self.credentials["AWS_ACCESS_KEY_ID"]
        answers, at_child = os.pipe()
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [*NODE, str(HERE / "runtime.cjs"), str(code_of(function)), function.handler, str(at_child)],
            env=variables_of(function) | self.credentials,
            stdin=subprocess.PIPE,
            stdout=self.log,
            stderr=self.log,
            pass_fds=[at_child],
        )
        os.close(at_child)
        self.answers = os.fdopen(answers)
        running[self.access_key] = self

    def exchange(self, request, seconds):
        """None when the process has ended, False when it took too long."""
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            return None
        if not select.select([self.answers], [], [], seconds)[0]:
            return False
        line = self.answers.readline()
        return json.loads(line) if line else None

    def new_log(self):
        return self.log.read().decode(errors="replace")

    def end(self):
        running.pop(self.access_key, None)
        calls_left.pop(self.access_key, None)
        self.process.kill()
        self.process.wait()
        self.answers.close()


def key_of(function):
    return json.dumps(
        [function.function_arn, function.role, function.handler, function.code_sha_256, function.environment_vars]
    )


def code_of(function):
    folder = FOLDER / function.code_sha_256.replace("/", "_").replace("+", "-")
    with _lock:
        if not folder.exists():
            zipfile.ZipFile(BytesIO(function.code_bytes)).extractall(folder)
    return folder


def variables_of(function):
    """https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime"""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "en_US.UTF-8",
        "TZ": ":UTC",
        "_HANDLER": function.handler,
        "LAMBDA_TASK_ROOT": str(code_of(function)),
        "AWS_EXECUTION_ENV": f"AWS_Lambda_{function.run_time}",
        "AWS_REGION": function.region,
        "AWS_DEFAULT_REGION": function.region,
        "AWS_LAMBDA_FUNCTION_NAME": function.function_name,
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory_size),
        "AWS_ENDPOINT_URL": os.environ["AWS_ENDPOINT_URL"],
        **{name: str(value) for name, value in function.environment_vars.items()},
    }


def take(function):
    with _lock:
        waiting = _idle.setdefault(key_of(function), [])
        process = waiting.pop() if waiting else None
    if process is None or process.process.poll() is not None:
        process = Process(function)
    if function.function_name in doomed:
        calls_left[process.access_key] = doomed.pop(function.function_name)
    return process


def run(function, payload):
    """What the function gives or throws, as JSON, whether it failed, and what it wrote."""
    process = take(function)
    request_id = str(uuid.uuid4())
    deadline = time.time() + function.timeout
    answer = process.exchange(
        {"event": payload, "requestId": request_id, "deadline": int(deadline * 1000), "arn": function.function_arn},
        function.timeout,
    )
    log = process.new_log()
    if answer:
        with _lock:
            _idle.setdefault(process.key, []).append(process)
        return answer.get("text"), answer["failed"], log
    process.end()
    if answer is False:
        timed_out = f"{request_id} Task timed out after {function.timeout}.00 seconds"
        return json.dumps({"errorType": "Sandbox.Timedout", "errorMessage": f"RequestId: {timed_out}"}), True, log
    exited = f"RequestId: {request_id} Error: Runtime exited with error: signal: killed"
    return json.dumps({"errorType": "Runtime.ExitError", "errorMessage": exited}), True, log


@method(LambdaFunction)
def invoke(_old, function, body, request_headers, response_headers):
    kind = request_headers.get("x-amz-invocation-type", "RequestResponse")
    if kind == "Event":
        invoke_later(function.function_arn, body)
        return b""
    text, failed, log = run(function, json.loads(body or "{}"))
    note(function, log)
    if failed:
        response_headers["X-Amz-Function-Error"] = "Unhandled"
    response_headers["X-Amz-Executed-Version"] = "$LATEST"
    return text.encode()


def note(function, log):
    function.logs_backend.ensure_log_group(function.logs_group_name)
    if log:
        function.save_logs(log)


def function_of(arn):
    _, _, _, region, account, _, name = arn.split(":")[:7]
    return lambda_backends[account][region].get_function(name, None)


# By ARN of a function: how often it is tried again, and which queue is told of what failed at last.
on_failure = {}


def invoke_later(arn, body):
    """Asynchronously: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html"""

    def work():
        retries, destination = on_failure.get(arn, (2, None))
        for _ in range(retries + 1):
            text, failed, log = run(function_of(arn), json.loads(body))
            note(function_of(arn), log)
            if not failed:
                return
            time.sleep(0.1)
        if destination:
            _, _, _, region, account, name = destination.split(":")
            message = {
                "version": "1.0",
                "requestContext": {"functionArn": f"{arn}:$LATEST", "condition": "RetriesExhausted", "approximateInvokeCount": retries + 1},
                "requestPayload": json.loads(body),
                "responseContext": {"statusCode": 200, "functionError": "Unhandled"},
                "responsePayload": json.loads(text),
            }
            sqs_backends[account][region].send_message(name, json.dumps(message))

    threading.Thread(target=work, daemon=True).start()


def called(access_key):
    """A process has called AWS: kills it when it has done as many calls as it may."""
    left = calls_left.get(access_key)
    if left is None:
        return
    calls_left[access_key] = left - 1
    if left <= 1:
        process = running[access_key]
        killed.append(process.name)
        process.process.send_signal(signal.SIGKILL)


def end_all():
    for process in list(running.values()):
        process.end()
    shutil.rmtree(FOLDER, ignore_errors=True)
