"""Mends ECS: the containers of a task run, as processes of this machine, in the order of their dependencies, under the task's
role. Images are not looked at: `aws`, `node`, `cp` and `sh` are those of this machine, and volumes are folders of the task."""

import copy
import datetime
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

from moto.ecs.models import Container, EC2ContainerServiceBackend, Task, TaskDefinition
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.logs.models import logs_backends

from .principals import new_credentials
from .replace import method

NODE = shutil.which("node")
# Entry points of images whose definitions name none.
ENTRY_POINTS = {"aws-cli": ["aws"], "node": ["node"]}
# How long a container may go on after it was told to stop, in seconds; 30 in AWS.
STOP_TIMEOUT = 3

Task.last_status = property(
    lambda task: task.__dict__.get("own_status", "PROVISIONING"),
    lambda task, value: task.__dict__.update(own_status=value),
)
# What is demanded of machines is of no matter here.
EC2ContainerServiceBackend._calculate_task_resource_requirements = staticmethod(
    lambda _definition: {"CPU": 0, "MEMORY": 0, "PORTS": [], "PORTS_UDP": []}
)
# moto has them where they are given alone.
TaskDefinition.task_role_arn = TaskDefinition.execution_role_arn = None
_running = {}


def now():
    return datetime.datetime.now(tz=datetime.timezone.utc)


@method(Task)
def __init__(old, task, *args, **kwargs):
    """Subnets are as good as their names, which need not exist."""
    kwargs["task_definition"] = copy.copy(kwargs["task_definition"])
    kwargs["task_definition"].network_mode = None
    old(task, *args, **kwargs)
    task.created_at, task.threads = now(), []


@method(EC2ContainerServiceResponse)
def run_task(old, response):
    """The same token again is the same task: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html"""
    token, backend = response._get_param("clientToken"), response.ecs_backend
    by_token = backend.__dict__.setdefault("tasks_by_token", {})
    if token in by_token:
        return by_token[token]
    result = old(response)
    for task in result._result["tasks"]:
        threading.Thread(target=run, args=(backend, task), daemon=True).start()
    if token:
        by_token[token] = result
    return result


@method(EC2ContainerServiceBackend)
def stop_task(_old, backend, cluster_str, task_str, reason):
    cluster = backend._get_cluster(cluster_str)
    task = next(one for arn, one in backend.tasks[cluster.name].items() if arn.endswith(task_str.split("/")[-1]))
    if task.last_status != "STOPPED" and task.desired_status != "STOPPED":
        stop(task, "UserInitiated", reason or "Task stopped by user")
    return task


def stop(task, code, reason):
    task.desired_status = "STOPPED"
    task.stop_code, task.stopped_reason, task.stopping_at = code, reason, now()
    threading.Thread(target=end, args=(task,), daemon=True).start()


def end(task):
    signal_all(task.id, signal.SIGTERM)
    until = time.monotonic() + STOP_TIMEOUT
    while processes_of(task.id) and time.monotonic() < until:
        time.sleep(0.05)
    signal_all(task.id, signal.SIGKILL)
    for thread in task.threads:
        thread.join(2)
    task.stopped_at = now()
    for container in task.containers:
        container.last_status = "STOPPED"
    task.last_status = "STOPPED"
    folder = _running.pop(task.id, None)
    if folder:
        shutil.rmtree(folder, ignore_errors=True)


def processes_of(task_id):
    """By the mark in their environment, so that none is forgotten that has left its parent or its group."""
    mark = f"EMULATOR_TASK={task_id}".encode()
    found = []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes() and (folder / "stat").read_text().split(") ")[1][0] != "Z":
                found.append(int(folder.name))
        except OSError:
            pass
    return found


def signal_all(task_id, number):
    for process in processes_of(task_id):
        try:
            os.kill(process, number)
        except ProcessLookupError:
            pass


def run(backend, task):
    folder = _running[task.id] = tempfile.mkdtemp(prefix="plancc-task-")
    definition = backend.describe_task_definition(task.task_definition_arn)
    task.containers = [container_of(definition, one) for one in definition.container_definitions]
    done = {}
    task.last_status = "RUNNING"
    task.started_at = now()
    waiting = {one["name"]: one for one in definition.container_definitions}
    while waiting and task.desired_status != "STOPPED":
        for name, one in list(waiting.items()):
            if all(done.get(other["containerName"]) == 0 for other in one.get("dependsOn", [])):
                del waiting[name]
                arguments = (task, definition, one, folder, done)
                task.threads.append(threading.Thread(target=run_container, args=arguments, daemon=True))
                task.threads[-1].start()
            elif any(done.get(other["containerName"], 0) != 0 for other in one.get("dependsOn", [])):
                return stop(task, "TaskFailedToStart", f"Container {name} depends on a container that has failed")
        time.sleep(0.05)


def container_of(definition, one):
    container = Container(definition)
    container.name, container.image, container.exitCode, container.last_status = one["name"], one["image"], None, "PENDING"
    return container


def run_container(task, definition, one, folder, done):
    name = one["name"]
    container = next(each for each in task.containers if each.name == name)
    folders = {mount["containerPath"]: f"{folder}/{mount['sourceVolume']}" for mount in one.get("mountPoints", [])}
    for path in folders.values():
        os.makedirs(path, exist_ok=True)
    image = one["image"].split(":")[0].split("/")[-1]
    command = [*(one.get("entryPoint") or ENTRY_POINTS.get(image, [])), *one.get("command", [])]
    work = tempfile.mkdtemp(dir=folder, prefix=f"{name}-")
    log = pathlib.Path(work).with_suffix(".log")
    container.last_status = "RUNNING"
    with open(log, "wb") as output:
        process = subprocess.Popen(
            [on_host(word, folders) for word in command],
            cwd=work,
            env=variables_of(task, definition, one, work),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        code = process.wait()
    container.last_status, container.exitCode = "STOPPED", code if code >= 0 else 128 - code
    write_log(task, one, log)
    done[name] = code
    if one.get("essential", True) and task.desired_status != "STOPPED":
        stop(task, "EssentialContainerExited", "Essential container in task exited")


def on_host(word, folders):
    for path, folder in folders.items():
        word = re.sub(rf"(?<![\w/:]){re.escape(path)}(?=[/\s]|$)", folder, word)
    return NODE if word == "/usr/local/bin/node" else word


def variables_of(task, definition, one, work):
    overrides = [
        each for each in task.overrides.get("containerOverrides", []) if each.get("name") == one["name"]
    ]
    given = [*one.get("environment", []), *(pair for each in overrides for pair in each.get("environment", []))]
    return {
        "PATH": os.environ["PATH"],
        "HOME": work,
        "AWS_REGION": task.region_name,
        "AWS_DEFAULT_REGION": task.region_name,
        "AWS_EXECUTION_ENV": "AWS_ECS_FARGATE",
        "AWS_ENDPOINT_URL": os.environ["AWS_ENDPOINT_URL"],
        "EMULATOR_TASK": task.id,
        **(new_credentials(definition.task_role_arn, task.id.replace("-", "")) if definition.task_role_arn else {}),
        **{pair["name"]: str(pair["value"]) for pair in given},
    }


def write_log(task, one, file):
    options = (one.get("logConfiguration") or {}).get("options", {})
    lines = file.read_text(errors="replace").splitlines()
    if "awslogs-group" not in options or not lines:
        return
    backend = logs_backends[task._account_id][task.region_name]
    backend.ensure_log_group(options["awslogs-group"])
    stream = f"{options.get('awslogs-stream-prefix', 'ecs')}/{one['name']}/{task.id}"
    backend.create_log_stream(options["awslogs-group"], stream)
    time_of = int(time.time() * 1000)
    backend.put_log_events(options["awslogs-group"], stream, [{"timestamp": time_of, "message": line} for line in lines])


def end_all():
    for task_id in list(_running):
        signal_all(task_id, signal.SIGKILL)
        shutil.rmtree(_running[task_id], ignore_errors=True)
