"""Mends Step Functions: what becomes of executions, and who works for them."""

import datetime
import json
import os
import time
import uuid
from types import SimpleNamespace

import boto3
from botocore.config import Config
from moto.core.config import default_user_config
from moto.core.responses import ActionResult
from moto.stepfunctions import models
from moto.stepfunctions.parser import api
from moto.stepfunctions.parser.asl.component.common.retry import retrier_decl
from moto.stepfunctions.parser.asl.component.state.exec.execute_state import ExecutionState
from moto.stepfunctions.parser.asl.component.state.wait.wait_function.wait_function import WaitFunction
from moto.stepfunctions.parser.asl.eval.callback.callback import CallbackConsumerTimeout, CallbackEndpoint
from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.asl.eval.event.event_manager import EventManager
from moto.stepfunctions.parser.asl.eval.program_state import ProgramRunning
from moto.stepfunctions.parser.asl.utils import boto_client
from moto.stepfunctions.parser.asl.utils.encoding import to_json_str
from moto.stepfunctions.parser.backend import execution as executions
from moto.stepfunctions.parser.backend.execution_worker import ExecutionWorker
from moto.stepfunctions.parser.models import StepFunctionsParserBackend, stepfunctions_parser_backends
from moto.stepfunctions.responses import StepFunctionResponse

from .principals import credentials_of
from .replace import method, replace

default_user_config["stepfunctions"] = {"execute_state_machine": True}
# Machines that CloudFormation makes are those that run.
models.stepfunctions_backends = stepfunctions_parser_backends

# Seconds that machines wait, by themselves or before a retry, pass faster; those of timeouts do not.
SECOND = float(os.environ.get("EMULATOR_SECOND", "1"))
WaitFunction._wait_interval = lambda _self, env, wait_seconds: sleep(env, max(0, wait_seconds) * SECOND)
retrier_decl.time = SimpleNamespace(sleep=lambda seconds: time.sleep(seconds * SECOND))


def sleep(env, seconds):
    """Until the time has come or the execution is stopped."""
    until = time.monotonic() + seconds
    while env.is_running() and time.monotonic() < until:
        time.sleep(min(0.05, seconds))


def boto_client_for(region, service, state_credentials=None):
    """What a machine does it does under its role, in the role's account."""
    credentials = credentials_of(state_credentials.role_arn, "emulator")
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=os.environ["AWS_ENDPOINT_URL"],
        aws_access_key_id=credentials["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=credentials["AWS_SECRET_ACCESS_KEY"],
        aws_session_token=credentials["AWS_SESSION_TOKEN"],
        config=Config(parameter_validation=False, retries={"total_max_attempts": 1}, read_timeout=1000),
    )


replace(boto_client.boto_client_for, boto_client_for)


@method(models.StateMachine)
def __deepcopy__(_old, machine, _memo):
    """An execution keeps the definition it was started with: https://github.com/getmoto/moto/issues/10077"""
    copy = models.StateMachine.__new__(models.StateMachine)
    copy.__dict__.update(machine.__dict__)
    return copy


@method(StepFunctionsParserBackend)
def start_execution(old, backend, state_machine_arn, name=None, execution_input=None, trace_header=None):
    """Gives a name to what has none, and tells EventBridge."""
    execution = old(backend, state_machine_arn, name or str(uuid.uuid4()), execution_input, trace_header)
    return execution


@method(executions.Execution)
def start(old, execution):
    old(execution)
    tell(execution)


@method(ExecutionWorker)
def _get_evaluation_environment(old, worker):
    """The context object has JSON alone: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html"""
    env = old(worker)
    execution = env.states.context_object.context_object_data["Execution"]
    execution["StartTime"] = timestamp(execution["StartTime"])
    execution["RedriveCount"] = 0
    return env


def timestamp(time):
    return time.astimezone(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@method(executions.BaseExecutionWorkerCommunication)
def _reflect_execution_status(old, communication):
    execution = communication.execution
    if execution.exec_status != api.ExecutionStatus.RUNNING:
        return
    old(communication)
    tell(execution)


@method(executions.Execution)
def stop(_old, execution, stop_date, error, cause):
    """At once, whatever it waits for."""
    if execution.exec_status != api.ExecutionStatus.RUNNING:
        return
    while execution.exec_worker.env is None:
        time.sleep(0.01)
    execution.exec_status = api.ExecutionStatus.ABORTED
    execution.stop_date, execution.error, execution.cause = stop_date, error, cause
    env = execution.exec_worker.env
    env.event_manager.is_stopped = True
    env.set_stop(stop_date=stop_date, cause=cause, error=error)
    for endpoint in list(env.callback_pool_manager._pool.values()):
        endpoint.interrupt_all()
    tell(execution)


@method(Environment)
def set_error(old, env, error):
    """What was stopped does not fail of it."""
    if env._program_state is None or isinstance(env._program_state, ProgramRunning):
        old(env, error)


@method(EventManager)
def add_event(old, manager, context, event_type, *args, **kwargs):
    """Of what was stopped there is only that it was, until it is redriven."""
    if event_type == "ExecutionRedriven":
        manager.is_stopped = False
    if manager.__dict__.get("is_stopped") and event_type != "ExecutionAborted":
        return context.last_published_event_id
    return old(manager, context, event_type, *args, **kwargs)


@method(CallbackEndpoint)
def interrupt_all(old, endpoint):
    """A token is of no use to anyone once its task is over."""
    if endpoint.consumer_error is None:
        endpoint.report(CallbackConsumerTimeout())
    old(endpoint)


@method(ExecutionState)
def from_state_props(old, state, props):
    """Without TimeoutSeconds there is no limit, with HeartbeatSeconds neither."""
    old(state, props)
    if state.timeout.is_default_value():
        state.timeout.timeout_seconds = state.timeout.DEFAULT_TIMEOUT_SECONDS


def tell(execution):
    """Threads deliver what EventBridge is told, as it does: later."""
    from .events import put_event

    detail = {
        "executionArn": execution.exec_arn,
        "stateMachineArn": execution.state_machine_arn,
        "name": execution.name,
        "status": execution.status,
        "startDate": milliseconds(execution.start_date),
        "stopDate": execution.stop_date and milliseconds(execution.stop_date),
        "input": execution.execution_input,
        "output": to_json_str(execution.output, separators=(",", ":")) if execution.status == "SUCCEEDED" else None,
        "error": execution.error,
        "cause": execution.cause,
    }
    put_event(
        execution.account_id,
        execution.region_name,
        source="aws.states",
        detail_type="Step Functions Execution Status Change",
        resources=[execution.exec_arn],
        detail=detail,
    )


def milliseconds(time):
    return int(time.timestamp() * 1000)


@method(StepFunctionResponse)
def describe_execution(_old, response):
    execution = response.stepfunction_backend.describe_execution(response._get_param("executionArn"))
    result = {
        "executionArn": execution.exec_arn,
        "stateMachineArn": execution.state_machine_arn,
        "name": execution.name,
        "status": execution.status,
        "startDate": execution.start_date,
        "input": execution.execution_input,
        "inputDetails": {"included": True},
        "redriveCount": execution.__dict__.get("redrive_count", 0),
        "redriveStatus": "REDRIVABLE" if execution.status in ("FAILED", "TIMED_OUT", "ABORTED") else "NOT_REDRIVABLE",
    }
    if "redrive_date" in execution.__dict__:
        result["redriveDate"] = execution.redrive_date
    if execution.stop_date is not None:
        result["stopDate"] = execution.stop_date
    if execution.status == "SUCCEEDED":
        result["output"] = to_json_str(execution.output, separators=(",", ":"))
        result["outputDetails"] = {"included": True}
    for name in ("error", "cause"):
        if getattr(execution, name) is not None:
            result[name] = getattr(execution, name)
    return ActionResult(result)


@method(StepFunctionResponse)
def stop_execution(_old, response):
    execution = response.stepfunction_backend.describe_execution(response._get_param("executionArn"))
    now = datetime.datetime.now(tz=datetime.timezone.utc)
    execution.stop(now, response._get_param("error"), response._get_param("cause"))
    return ActionResult({"stopDate": execution.stop_date})


@method(StepFunctionResponse)
def get_execution_history(_old, response):
    execution = response.stepfunction_backend.describe_execution(response._get_param("executionArn"))
    worker = execution.exec_worker
    events = list(worker.env.event_manager.get_event_history()) if worker and worker.env else []
    if response._get_param("reverseOrder"):
        events.reverse()
    start = int(response._get_param("nextToken") or 0)
    end = start + (response._get_int_param("maxResults") or 100)
    page = {"events": [json.loads(to_json_str(event)) | {"timestamp": event["timestamp"]} for event in events[start:end]]}
    return ActionResult(page | ({"nextToken": str(end)} if end < len(events) else {}))


