"""Mends stacks inside stacks: named by their ids, made and changed as others are."""

from types import SimpleNamespace

from moto.cloudformation.models import Stack, cloudformation_backends

from . import stacks
from .replace import class_method
from .templates import from_url, parse_template


def request_of(name, properties, account_id, region_name):
    text = from_url(properties["TemplateURL"], account_id, "aws")
    return SimpleNamespace(
        backend=cloudformation_backends[account_id][region_name],
        account=account_id,
        region=region_name,
        name=name,
        text=text,
        template=parse_template(text),
        parameters={name: joined(value) for name, value in properties.get("Parameters", {}).items()},
        tags={tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])},
        role_arn=None,
        disable_rollback=False,
        notification_arns=[],
    )


def joined(value):
    return ",".join(value) if isinstance(value, list) else str(value)


def succeeded(stack, status):
    if stack.status != status:
        raise ValueError(f"Embedded stack {stack.stack_id} was not successfully {status.split('_')[0].lower()}d")
    return stack


@class_method(Stack)
def create_from_cloudformation_json(_old, resource_name, cloudformation_json, account_id, region_name, **_):
    request = request_of(resource_name, cloudformation_json["Properties"], account_id, region_name)
    stack = stacks.new_stack(request)
    request.backend.stacks[stack.stack_id] = stack
    stacks.create(request, stack)
    return succeeded(stack, "CREATE_COMPLETE")


@class_method(Stack)
def update_from_cloudformation_json(_old, original_resource, cloudformation_json, account_id, region_name, **_):
    request = request_of(original_resource.name, cloudformation_json["Properties"], account_id, region_name)
    stacks.update(request, original_resource)
    return succeeded(original_resource, "UPDATE_COMPLETE")


def delete(stack, account_id, region_name):
    stacks.delete(cloudformation_backends[account_id][region_name], stack)


Stack.delete = delete
Stack.physical_resource_id = property(lambda stack: stack.stack_id)


def output_of(stack, name):
    return next(one["OutputValue"] for one in stack.outputs if f"Outputs.{one['OutputKey']}" == name)


Stack.get_cfn_attribute = output_of
