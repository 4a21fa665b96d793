"""Adds RedriveExecution to Step Functions: an execution goes on from the outermost state that failed, with the input that it had,
under its old name. In AWS a Parallel or Map state goes on with those of its branches that failed; here it starts again.
https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html"""

import datetime
import json
import threading

from moto.core.exceptions import AWSError
from moto.core.responses import ActionResult
from moto.stepfunctions.parser import api
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser
from moto.stepfunctions.responses import StepFunctionResponse

from .executions import tell, timestamp
from .replace import method


class ExecutionNotRedrivable(AWSError):
    TYPE = "ExecutionNotRedrivable"
    STATUS = 400


@method(StepFunctionResponse)
def redrive_execution(_old, response):
    execution = response.stepfunction_backend.describe_execution(response._get_param("executionArn"))
    if execution.status not in ("FAILED", "TIMED_OUT", "ABORTED"):
        raise ExecutionNotRedrivable(f"Execution is {execution.status} and cannot be redriven")
    definition = json.loads(execution.state_machine.definition)
    before = execution.exec_worker.env
    entered = [one["stateEnteredEventDetails"] for one in history_of(before) if "stateEnteredEventDetails" in one]
    failed = [one for one in entered if one["name"] in definition["States"]][-1]
    execution.redrive_count = execution.__dict__.get("redrive_count", 0) + 1
    execution.redrive_date = datetime.datetime.now(tz=datetime.timezone.utc)
    execution.exec_status = api.ExecutionStatus.RUNNING
    execution.stop_date = execution.error = execution.cause = None
    program = AmazonStateLanguageParser.parse(json.dumps(definition | {"StartAt": failed["name"]}))[0]
    env = environment(execution, before, json.loads(failed["input"]))
    threading.Thread(target=go_on, args=(execution, program, env), daemon=True).start()
    tell(execution)
    return ActionResult({"redriveDate": execution.redrive_date})


def history_of(env):
    return env.event_manager.get_event_history()


def environment(execution, before, given):
    """History, tokens and variables are those of before."""
    env = execution.exec_worker._get_evaluation_environment()
    env.event_manager = before.event_manager
    env.callback_pool_manager = before.callback_pool_manager
    env.variable_store = before.variable_store
    env.event_history_context.source_event_id = history_of(before)[-1]["id"]
    context = env.states.context_object.context_object_data["Execution"]
    context["RedriveCount"] = execution.redrive_count
    context["RedriveTime"] = timestamp(execution.redrive_date)
    env.states.reset(input_value=given)
    env.event_manager.add_event(
        context=env.event_history_context,
        event_type="ExecutionRedriven",
        event_details=EventDetails(executionRedrivenEventDetails={"redriveCount": execution.redrive_count}),
    )
    execution.exec_worker.env = env
    return env


def go_on(execution, program, env):
    program.eval(env)
    execution.exec_worker._execution_communication.terminated()
