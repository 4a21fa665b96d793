"""Mends change sets: they belong to a stack, tell what they will change, and are executed as stacks are."""

from moto.cloudformation.exceptions import AlreadyExistsException, CloudFormationError, ValidationError
from moto.cloudformation.models import ChangeSet
from moto.cloudformation.responses import CloudFormationResponse
from moto.cloudformation.utils import generate_changeset_id, validate_create_change_set
from moto.core.responses import ActionResult, EmptyResult

from . import stacks
from .replace import method
from .stacks import ChangeSetNotFound, Request

NO_CHANGES = "The submitted information didn't contain changes. Submit different information to create a change set."


class InvalidChangeSetStatus(CloudFormationError):
    code = "InvalidChangeSetStatus"


def find(response):
    name, stack = response._get_param("ChangeSetName"), response._get_param("StackName")
    for one in response.cloudformation_backend.change_sets.values():
        if name == one.change_set_id or (name == one.change_set_name and stack in (one.stack_name, one.stack_id)):
            return one
    raise ChangeSetNotFound(f"ChangeSet [{name}] does not exist")


@method(CloudFormationResponse)
def create_change_set(_old, response):
    name, kind = response._get_param("ChangeSetName"), response._get_param("ChangeSetType", "UPDATE")
    validate_create_change_set(name)
    request = Request(response)
    stack, backend = request.stack, request.backend
    if kind == "CREATE" and stack and stack.status != "REVIEW_IN_PROGRESS":
        message = f"Stack [{request.name}] already exists and cannot be created again with the changeSet [{name}]."
        raise ValidationError(message=message)
    if kind == "UPDATE" and not stack:
        raise ValidationError(message=f"Stack [{request.name}] does not exist")
    if any(one.change_set_name == name and one.stack is stack for one in backend.change_sets.values()):
        raise AlreadyExistsException(f"ChangeSet {name} already exists")
    if not stack:
        stack = stacks.new_stack(request)
        stack.status = "REVIEW_IN_PROGRESS"
        stack._add_stack_event("REVIEW_IN_PROGRESS", resource_status_reason="User Initiated")
        backend.stacks[stack.stack_id] = stack
    stacks.refuse_unfit(stack)
    if not request.given_tags:
        request.tags = stack.tags
    change_set = ChangeSet(
        change_set_type=kind,
        change_set_id=generate_changeset_id(name, request.region, request.account),
        change_set_name=name,
        stack=stack,
        template=request.text,
        parameters=request.parameters,
        description=response._get_param("Description"),
        notification_arns=request.notification_arns,
        tags=request.tags,
        role_arn=request.role_arn,
    )
    change_set.request = request
    change_set.changes = stacks.changes(request, stack)
    unchanged = kind == "UPDATE" and stacks.is_unchanged(request, stack)
    change_set.status = "FAILED" if unchanged else "CREATE_COMPLETE"
    change_set.execution_status = "UNAVAILABLE" if unchanged else "AVAILABLE"
    change_set.status_reason = NO_CHANGES if unchanged else None
    backend.change_sets[change_set.change_set_id] = change_set
    return ActionResult({"Id": change_set.change_set_id, "StackId": stack.stack_id})


@method(CloudFormationResponse)
def describe_change_set(_old, response):
    return ActionResult(find(response))


@method(CloudFormationResponse)
def delete_change_set(_old, response):
    try:
        del response.cloudformation_backend.change_sets[find(response).change_set_id]
    except ChangeSetNotFound:
        pass
    return EmptyResult()


@method(CloudFormationResponse)
def execute_change_set(_old, response):
    change_set = find(response)
    if change_set.execution_status != "AVAILABLE":
        message = f"ChangeSet [{change_set.change_set_id}] cannot be executed in its current status of [{change_set.status}]"
        raise InvalidChangeSetStatus(message)
    change_set.execution_status = "EXECUTE_COMPLETE"
    request, stack = change_set.request, change_set.stack
    request.disable_rollback = str(response._get_param("DisableRollback", False)).lower() == "true"
    kind = change_set.change_set_type
    stacks.under_way(f"{kind}_IN_PROGRESS", stacks.create if kind == "CREATE" else stacks.update, request, stack)
    # As in AWS, where those that were not executed are of no use any more.
    for one in list(response.cloudformation_backend.change_sets.values()):
        if one.stack is stack and one is not change_set:
            del response.cloudformation_backend.change_sets[one.change_set_id]
    return EmptyResult()


@method(CloudFormationResponse)
def list_change_sets(_old, response):
    name = response._get_param("StackName")
    every = response.cloudformation_backend.change_sets.values()
    return ActionResult({"Summaries": [one for one in every if name in (one.stack_name, one.stack_id)]})
