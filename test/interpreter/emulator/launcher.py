"""Runs state machines on the interpreter of moto (that of LocalStack): a line of JSON with a case in, a line with how its
execution ended out. What a case has: `name`, `definition`, `input`, and `tasks`, what tasks give, by the names of states.

Seconds pass faster here. Tasks call nothing: they give what the case says, or else what they are given."""

import copy
import datetime
import json
import logging
import pathlib
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

from moto.stepfunctions.parser.api import HistoryEventType, StateMachineType
from moto.stepfunctions.parser.asl.component.common.error_name.custom_error_name import CustomErrorName
from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import (
    FailureEvent,
    FailureEventException,
)
from moto.stepfunctions.parser.asl.component.common.retry import retrier_decl
from moto.stepfunctions.parser.asl.component.common.timeouts.heartbeat import Heartbeat
from moto.stepfunctions.parser.asl.component.common.timeouts.timeout import Timeout
from moto.stepfunctions.parser.asl.component.state.exec.state_task import lambda_eval_utils
from moto.stepfunctions.parser.asl.component.state.wait.wait_function.wait_function import WaitFunction
from moto.stepfunctions.parser.asl.eval.callback.callback import CallbackOutcomeFailure, CallbackOutcomeSuccess
from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.asl.eval.evaluation_details import AWSExecutionDetails
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails
from moto.stepfunctions.parser.asl.eval.event.event_manager import EventHistoryContext
from moto.stepfunctions.parser.asl.eval.program_state import ProgramEnded, ProgramError
from moto.stepfunctions.parser.asl.eval.states import ContextObjectData, ExecutionData, StateMachineData
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser

# What both emulators have to mend.
sys.dont_write_bytecode = True
sys.path.append(str(pathlib.Path(__file__).parents[2] / "aws/emulator"))
from patches import asl  # noqa: E402, F401

SECOND = 0.1
logging.disable()


def in_seconds(evaluate):
    """Makes a field that is evaluated to seconds pass faster."""

    def faster(self, env):
        evaluate(self, env)
        env.stack.append(env.stack.pop() * SECOND)

    return faster


Timeout._eval_body = in_seconds(Timeout._eval_body)
Heartbeat._eval_body = in_seconds(Heartbeat._eval_body)
WaitFunction._wait_interval = lambda _self, env, wait_seconds: time.sleep(max(0, wait_seconds) * SECOND)
retrier_decl.time = SimpleNamespace(sleep=lambda seconds: time.sleep(seconds * SECOND))

def result_of(task, given):
    return copy.deepcopy(task["Return"]) if "Return" in task else given


def failure(env, thrown):
    details = {"error": thrown["Error"], "cause": thrown["Cause"]}
    return FailureEventException(
        FailureEvent(
            env=env,
            error_name=CustomErrorName(thrown["Error"]),
            event_type=HistoryEventType.TaskFailed,
            event_details=EventDetails(taskFailedEventDetails=details),
        )
    )


def answer_token(env, token, answer):
    """Answers a task token soon, once the task waits for it."""

    def work():
        for _ in range(answer.get("Heartbeats", 0)):
            time.sleep(answer["Every"] * SECOND)
            env.callback_pool_manager.heartbeat(callback_id=token)
        time.sleep(SECOND / 2)
        if "Throw" in answer:
            thrown = answer["Throw"]
            outcome = CallbackOutcomeFailure(callback_id=token, error=thrown["Error"], cause=thrown["Cause"])
        else:
            outcome = CallbackOutcomeSuccess(callback_id=token, output=json.dumps(answer["Return"]))
        env.callback_pool_manager.notify(callback_id=token, outcome=outcome)

    threading.Thread(target=work, daemon=True).start()


def run_task(env, parameters, **_):
    """In the place of what invokes a Lambda function."""
    attempts = env.tasks.get(env.next_state_name, {})
    number = env.states.context_object.context_object_data["State"]["RetryCount"]
    task = attempts[min(number, len(attempts) - 1)] if isinstance(attempts, list) else attempts
    time.sleep(task.get("Seconds", 0) * SECOND)
    if "Throw" in task:
        raise failure(env, task["Throw"])
    if "Answer" in task:
        answer_token(env, env.states.context_object.context_object_data["Task"]["Token"], task["Answer"])
    # A function that is the resource itself is given its payload alone.
    if parameters["FunctionName"].startswith("arn:"):
        env.stack.append({"Payload": result_of(task, parameters["Payload"])})
    else:
        env.stack.append(result_of(task, parameters))


lambda_eval_utils.execute_lambda_function_integration = run_task
lambda_eval_utils.to_payload_type = lambda payload: payload


inner_frame = Environment.as_inner_frame_of.__func__


def with_tasks(cls, env, *args, **kwargs):
    frame = inner_frame(cls, env, *args, **kwargs)
    frame.tasks = env.tasks
    return frame


Environment.as_inner_frame_of = classmethod(with_tasks)


def run(case, program):
    name = case["name"]
    if program.timeout_seconds:
        program.timeout_seconds = SimpleNamespace(timeout_seconds=program.timeout_seconds.timeout_seconds * SECOND)
    env = Environment(
        aws_execution_details=AWSExecutionDetails("000000000000", "local", "role"),
        execution_type=StateMachineType.STANDARD,
        context=ContextObjectData(
            Execution=ExecutionData(
                Id=f"arn:aws:states:local:000000000000:execution:{name}:run",
                Input=case["input"],
                Name="run",
                RoleArn="role",
                StartTime=datetime.datetime.now(tz=datetime.timezone.utc).isoformat(),
            ),
            StateMachine=StateMachineData(
                Id=f"arn:aws:states:local:000000000000:stateMachine:{name}",
                Name=name,
            ),
        ),
        event_history_context=EventHistoryContext.of_program_start(),
        cloud_watch_logging_session=None,
        activity_store={},
    )
    env.tasks = case["tasks"]
    env.states.reset(input_value=case["input"])
    env.event_manager.add_event(env.event_history_context, HistoryEventType.ExecutionStarted)
    program.eval(env)
    state = env.program_state()
    if isinstance(state, ProgramEnded):
        return {"status": "SUCCEEDED", "output": env.states.get_input()}
    if isinstance(state, ProgramError):
        return {"status": "FAILED", "error": state.error.get("error") or "", "cause": state.error.get("cause") or ""}
    return {"status": "TIMED_OUT", "error": "States.Timeout", "cause": ""}


def refused(error):
    return {"status": "REFUSED", "error": type(error).__name__, "cause": str(error)[:500]}


def attempt(case, program):
    try:
        ended = refused(program) if isinstance(program, Exception) else run(case, program)
    except Exception as error:
        ended = refused(error)
    return {"name": case["name"], **ended}


def parsed(case):
    try:
        return AmazonStateLanguageParser.parse(json.dumps(case["definition"]))[0]
    except Exception as error:
        return error


# To parse takes the time of the processor, to run mostly waits.
cases = [(case, parsed(case)) for case in map(json.loads, sys.stdin)]
with ThreadPoolExecutor(max_workers=16) as pool:
    for ended in pool.map(lambda pair: attempt(*pair), cases):
        print(json.dumps(ended), flush=True)
