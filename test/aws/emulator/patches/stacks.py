"""Mends what CloudFormation does with stacks: it takes its time, rolls back what fails, and refuses what it refuses."""

import json
import threading

from moto.cloudformation.exceptions import AlreadyExistsException, CloudFormationError, ValidationError
from moto.cloudformation.models import Change, Stack
from moto.cloudformation.responses import CloudFormationResponse
from moto.cloudformation.utils import generate_stack_id
from moto.core.responses import ActionResult, EmptyResult

from .replace import method
from .resource_map import delete_all, reconcile
from .templates import from_url, parse_template, values_of

class InsufficientCapabilities(CloudFormationError):
    code = "InsufficientCapabilitiesException"


class ChangeSetNotFound(CloudFormationError):
    code = "ChangeSetNotFound"


class Request:
    """Parameters of a call that makes or changes a stack."""

    def __init__(self, response):
        param = response._get_param
        self.backend = response.cloudformation_backend
        self.account, self.region = response.current_account, response.region
        self.name = param("StackName")
        self.stack = find(self.backend, self.name)
        previous = str(param("UsePreviousTemplate", False)).lower() == "true"
        url = param("TemplateURL")
        self.text = self.stack.template if previous else from_url(url, self.account, "aws") if url else param("TemplateBody")
        try:
            self.template = parse_template(self.text)
        except Exception as error:
            raise ValidationError(message=f"Template format error: {error}")
        before = values_of(self.stack.template_dict, self.stack.parameters) if self.stack else {}
        self.parameters = {
            one["ParameterKey"]: before[one["ParameterKey"]]
            if str(one.get("UsePreviousValue", False)).lower() == "true"
            else one["ParameterValue"]
            for one in param("Parameters", [])
        }
        self.given_tags = param("Tags", [])
        self.tags = {tag["Key"]: tag["Value"] for tag in self.given_tags}
        self.role_arn = param("RoleARN")
        self.disable_rollback = str(param("DisableRollback", False)).lower() == "true"
        self.notification_arns = param("NotificationARNs", [])
        check_capabilities(self.text, self.template, param("Capabilities", []), response._get_action())
        # Refuses unknown and missing parameters, and outputs that cannot be.
        probe = new_stack(self, "probe")
        probe.template_dict, probe.parameters = self.template, self.parameters
        probe._create_resource_map()


def find(backend, name):
    stacks = backend.stacks.values()
    return next((stack for stack in list(stacks) if name in (stack.name, stack.stack_id)), None)


def check_capabilities(text, template, given, action):
    """https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html"""
    iam = [one for one in template["Resources"].values() if one["Type"].startswith("AWS::IAM::")]
    names = ("RoleName", "UserName", "GroupName", "ManagedPolicyName", "InstanceProfileName")
    named = any(name in one.get("Properties", {}) for one in iam for name in names)
    needed = "CAPABILITY_NAMED_IAM" if named else "CAPABILITY_IAM"
    if iam and needed not in given and "CAPABILITY_NAMED_IAM" not in given:
        raise InsufficientCapabilities(f"Requires capabilities : [{needed}]")
    if "AWS::Serverless-2016-10-31" in text and action != "CreateChangeSet" and "CAPABILITY_AUTO_EXPAND" not in given:
        raise InsufficientCapabilities("Requires capabilities : [CAPABILITY_AUTO_EXPAND]")


def new_stack(request, stack_id=None):
    return Stack(
        stack_id=stack_id or generate_stack_id(request.name, request.region, request.account),
        name=request.name,
        template={},
        parameters={},
        account_id=request.account,
        region_name=request.region,
        notification_arns=request.notification_arns,
        tags=request.tags,
        role_arn=request.role_arn,
        cross_stack_resources=request.backend.exports,
    )


def refuse_unfit(stack):
    unfit = stack.status.endswith("IN_PROGRESS") or stack.status in (
        "ROLLBACK_COMPLETE", "CREATE_FAILED", "ROLLBACK_FAILED", "UPDATE_ROLLBACK_FAILED", "DELETE_FAILED",
    )  # fmt: skip
    if unfit and stack.status != "REVIEW_IN_PROGRESS":
        raise ValidationError(message=f"Stack:{stack.stack_id} is in {stack.status} state and can not be updated.")


def under_way(status, work, first, stack):
    """As in AWS, the call is answered before anything is done."""
    stack.status = status
    stack._add_stack_event(status, resource_status_reason="User Initiated")
    threading.Thread(target=work, args=(first, stack), daemon=True).start()


def ended(stack, status, reason=None):
    stack.stack_status_reason = reason
    stack._add_stack_event(status, resource_status_reason=reason)
    stack.status = status


def take_over(stack, request):
    stack.template, stack.template_dict = request.text, request.template
    stack.description = request.template.get("Description")
    stack.parameters, stack.role_arn = request.parameters, request.role_arn or stack.role_arn
    stack.tags = request.tags
    stack.resource_map.tags |= request.tags


def finish(backend, stack):
    stack.output_map = stack._create_output_map()
    list(stack.output_map.values())
    for export in stack.exports:
        backend.exports[export.name] = export


def create(request, stack):
    take_over(stack, request)
    stack.resource_map = stack._create_resource_map()
    stack.resource_map._resource_json_map = {}
    try:
        reconcile(stack, request.template, request.parameters)
        finish(request.backend, stack)
        ended(stack, "CREATE_COMPLETE")
    except Exception as error:
        if request.disable_rollback:
            return ended(stack, "CREATE_FAILED", str(error))
        stack._add_stack_event("ROLLBACK_IN_PROGRESS", f"{error} Rollback requested by user.")
        stack.status = "ROLLBACK_IN_PROGRESS"
        undo(stack, lambda: delete_all(stack, is_rollback=True), "ROLLBACK")


def undo(stack, work, prefix):
    try:
        work()
        ended(stack, f"{prefix}_COMPLETE")
    except Exception as error:
        ended(stack, f"{prefix}_FAILED", str(error))


def update(request, stack):
    before = Before(stack)
    take_over(stack, request)
    try:
        reconcile(stack, request.template, request.parameters)
        finish(request.backend, stack)
        ended(stack, "UPDATE_COMPLETE")
    except Exception as error:
        if request.disable_rollback:
            return ended(stack, "UPDATE_FAILED", str(error))
        stack._add_stack_event("UPDATE_ROLLBACK_IN_PROGRESS", str(error))
        stack.status = "UPDATE_ROLLBACK_IN_PROGRESS"
        take_over(stack, before)
        undo(stack, lambda: again(request.backend, stack, before), "UPDATE_ROLLBACK")


def again(backend, stack, before):
    reconcile(stack, before.template, before.parameters)
    finish(backend, stack)


def delete(backend, stack):
    exports = [export.name for export in stack.exports]
    try:
        delete_all(stack)
    except Exception as error:
        return ended(stack, "DELETE_FAILED", str(error))
    for name in exports:
        backend.exports.pop(name, None)
    ended(stack, "DELETE_COMPLETE")
    backend.deleted_stacks[stack.stack_id] = stack
    backend.stacks.pop(stack.stack_id, None)


class Before:
    """What a stack was, to roll back to."""

    def __init__(self, stack):
        self.text, self.template = stack.template, stack.template_dict
        self.parameters, self.role_arn, self.tags = stack.parameters, stack.role_arn, stack.tags


def changes(request, stack):
    diff = stack.resource_map.build_resource_diff(request.template, request.parameters)
    found = []
    for action, names in diff.items():
        for name in names:
            source = stack.resource_map._resource_json_map if action == "Remove" else request.template["Resources"]
            change = Change(action, name, source[name]["Type"])
            made = stack.resource_map._parsed_resources.get(name)
            change.physical_resource_id = made.physical_resource_id if made else None
            change.replacement = "False" if action == "Modify" else None
            found.append(change)
    return found


def is_unchanged(request, stack):
    outputs = json.dumps(request.template.get("Outputs")) == json.dumps(stack.template_dict.get("Outputs"))
    tags = not request.given_tags or request.tags == stack.tags
    return outputs and tags and not changes(request, stack)


@method(CloudFormationResponse)
def create_stack(_old, response):
    request = Request(response)
    if request.stack:
        raise AlreadyExistsException(f"Stack [{request.name}] already exists")
    stack = new_stack(request)
    stack.enable_termination_protection = bool(response._get_param("EnableTerminationProtection"))
    request.backend.stacks[stack.stack_id] = stack
    under_way("CREATE_IN_PROGRESS", create, request, stack)
    return ActionResult({"StackId": stack.stack_id})


@method(CloudFormationResponse)
def update_stack(_old, response):
    request = Request(response)
    stack = request.backend.get_stack(request.name)
    refuse_unfit(stack)
    if is_unchanged(request, stack):
        raise ValidationError(message="No updates are to be performed.")
    if not request.given_tags:
        request.tags = stack.tags
    under_way("UPDATE_IN_PROGRESS", update, request, stack)
    return ActionResult({"StackId": stack.stack_id})


@method(CloudFormationResponse)
def delete_stack(_old, response):
    backend = response.cloudformation_backend
    stack = find(backend, response._get_param("StackName"))
    if stack is None or stack.status == "DELETE_IN_PROGRESS":
        return EmptyResult()
    if stack.enable_termination_protection:
        raise ValidationError(message=f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled")

    under_way("DELETE_IN_PROGRESS", delete, backend, stack)
    return EmptyResult()


@method(CloudFormationResponse)
def update_termination_protection(_old, response):
    stack = response.cloudformation_backend.get_stack(response._get_param("StackName"))
    stack.enable_termination_protection = str(response._get_param("EnableTerminationProtection")).lower() == "true"
    return ActionResult({"StackId": stack.stack_id})


@method(CloudFormationResponse)
def continue_update_rollback(_old, response):
    stack = response.cloudformation_backend.get_stack(response._get_param("StackName"))
    ended(stack, "UPDATE_ROLLBACK_COMPLETE")
    return EmptyResult()
