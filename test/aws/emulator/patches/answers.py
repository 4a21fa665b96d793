"""What services answer that moto does not have, or not as a test needs it: told for a state of a distribution, as in TestState.
https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html"""

from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.resource import ResourceCondition
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_unsupported import (
    StateTaskServiceUnsupported,
)
from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.mocking.mock_config import MockedResponseReturn, MockedResponseThrow

from .replace import method

# By distribution and state: outcomes, one for each attempt; the last one is repeated.
answers = {}


def outcome(env):
    data = env.states.context_object.context_object_data
    distribution = data["Execution"].get("Input", {})
    name = distribution.get("distribution", {}).get("name") if isinstance(distribution, dict) else None
    told = answers.get((name, env.next_state_name))
    return told and told[min(data["State"]["RetryCount"], len(told) - 1)]


@method(Environment)
def is_mocked_mode(_old, env):
    return outcome(env) is not None


@method(Environment)
def get_current_mocked_response(_old, env):
    told = outcome(env)
    if "Throw" in told:
        return MockedResponseThrow(0, 0, told["Throw"]["Error"], told["Throw"].get("Cause", ""))
    return MockedResponseReturn(0, 0, told["Return"])


@method(StateTaskServiceUnsupported)
def __init__(old, service):
    """What is answered need not be waited for."""
    old(service)
    service._supported_integration_patterns = {*service._supported_integration_patterns, ResourceCondition.Sync}
