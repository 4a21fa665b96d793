"""Mends the answers to task tokens: a token that is of no use any more is refused as AWS refuses it, causes are kept, and a
heartbeat that nobody demands is taken. Every attempt of a state has a token of its own."""

from moto.core.exceptions import AWSError
from moto.core.responses import EmptyResult
from moto.stepfunctions.exceptions import InvalidToken
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_callback import (
    StateTaskServiceCallback,
)
from moto.stepfunctions.parser.asl.eval.callback.callback import CallbackOutcomeFailure, CallbackOutcomeSuccess
from moto.stepfunctions.responses import StepFunctionResponse

from .replace import method


class TaskTimedOut(AWSError):
    TYPE = "TaskTimedOut"
    STATUS = 400


def endpoint_of(response):
    """Of the task that waits for the answer."""
    token = response._get_param("taskToken")
    for execution in response.stepfunction_backend._get_executions():
        env = execution.exec_worker.env
        endpoint = env and env.callback_pool_manager.get(token)
        if endpoint and (endpoint.consumer_error or endpoint.get_outcome()):
            raise TaskTimedOut("Task Timed Out: 'Provided task does not exist anymore'")
        if endpoint:
            return endpoint
    raise InvalidToken()


@method(StepFunctionResponse)
def send_task_success(_old, response):
    outcome = CallbackOutcomeSuccess(response._get_param("taskToken"), response._get_param("output"))
    endpoint_of(response).notify(outcome)
    return EmptyResult()


@method(StepFunctionResponse)
def send_task_failure(_old, response):
    param = response._get_param
    endpoint_of(response).notify(CallbackOutcomeFailure(param("taskToken"), param("error"), param("cause")))
    return EmptyResult()


@method(StepFunctionResponse)
def send_task_heartbeat(_old, response):
    endpoint_of(response).notify_heartbeat()
    return EmptyResult()


@method(StateTaskServiceCallback)
def _eval_execution(old, state, env):
    """Every attempt has a token of its own: https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token"""
    if env.states.context_object.context_object_data.get("Task"):
        env.callback_pool_manager.add(env.states.context_object.update_task_token())
    old(state, env)
