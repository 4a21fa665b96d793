"""Mends the integrations of Step Functions: parameters and results have its names, dates are text, and a heartbeat that does not
come is caught by a name of its own: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html"""

import datetime
import json
from functools import cache

import botocore.session
from botocore import xform_name
from moto.stepfunctions.parser.api import HistoryEventType, TaskTimedOutEventDetails
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import StatesErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import StatesErrorNameType
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service import StateTaskService
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_callback import (
    StateTaskServiceCallback,
)
from moto.stepfunctions.parser.asl.eval.callback.callback import HeartbeatTimeoutError
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails

from .replace import method

_botocore = botocore.session.get_session()


@cache
def operation(service, action):
    model = _botocore.get_service_model(service)
    return next(model.operation_model(name) for name in model.operation_names if xform_name(name) == action)


def model_of(task, service, action):
    return operation(task._get_boto_service_name(service), task._get_boto_service_action(action))


@method(StateTaskService)
def _normalise_parameters(_old, task, parameters, boto_service_name=None, service_action_name=None):
    shape = model_of(task, boto_service_name, service_action_name).input_shape
    if shape:
        task._to_boto_request(parameters, shape)


@method(StateTaskService)
def _normalise_response(_old, task, response, boto_service_name=None, service_action_name=None):
    shape = model_of(task, boto_service_name, service_action_name).output_shape
    if shape and isinstance(response, dict):
        task._from_boto_response(response, shape)
        plain = json.loads(json.dumps(response, default=text))
        response.clear()
        response.update(plain)


def text(value):
    if isinstance(value, datetime.datetime):
        utc = value.astimezone(datetime.timezone.utc)
        return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return str(value)


class HeartbeatTimeout(StatesErrorName):
    """Reported as a timeout, and caught by either name."""

    def __eq__(self, other):
        return other.error_name in ("States.Timeout", "States.HeartbeatTimeout")


@method(StateTaskServiceCallback)
def _from_error(old, task, env, ex):
    if not isinstance(ex, HeartbeatTimeoutError):
        return old(task, env=env, ex=ex)
    details = TaskTimedOutEventDetails(
        resourceType=task._get_sfn_resource_type(), resource=task._get_sfn_resource(), error="States.Timeout"
    )
    return FailureEvent(
        env=env,
        error_name=HeartbeatTimeout(typ=StatesErrorNameType.StatesTimeout),
        event_type=HistoryEventType.TaskTimedOut,
        event_details=EventDetails(taskTimedOutEventDetails=details),
    )
