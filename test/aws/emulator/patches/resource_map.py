"""Mends how CloudFormation makes, changes and removes the resources of a stack: in the order of their dependencies, one event
for each, and none is forgotten that was made."""

import time

from moto.cloudformation import parsing
from moto.cloudformation.models import Event
from moto.cloudformation.parsing import ResourceMap

from .templates import active, names_in


class Failed(Exception):
    """A resource could not be made so; its event says why."""


def note(stack, name, resource_type, physical_id, status, reason=None):
    stack.events.append(Event(stack.stack_id, stack.name, name, physical_id, resource_type, status, reason, None))


def ordered(template_resources):
    """Names, dependencies first."""
    done = []

    def visit(name):
        if name in done or name not in template_resources:
            return
        resource = template_resources[name]
        depends = resource.get("DependsOn", [])
        for other in [*(depends if isinstance(depends, list) else [depends]), *sorted(getatts(resource))]:
            if other != name:
                visit(other)
        done.append(name)

    for name in template_resources:
        visit(name)
    return done


def getatts(part):
    """Names that a part refers to, by whichever intrinsic function."""
    if isinstance(part, list):
        return {name for item in part for name in getatts(item)}
    if not isinstance(part, dict):
        return set()
    found = names_in({key: value for key, value in part.items() if key in ("Ref", "Fn::Sub")})
    if "Fn::GetAtt" in part:
        found.add(part["Fn::GetAtt"][0] if isinstance(part["Fn::GetAtt"], list) else part["Fn::GetAtt"].split(".")[0])
    return found | {name for value in part.values() for name in getatts(value)}


def reconcile(stack, template, parameters):
    """Makes the resources of a stack those of a template. What is to go goes last, as in AWS."""
    resources = stack.resource_map
    wanted = active(resources, template, parameters)
    before = dict(resources._resource_json_map)
    made = [name for name in ordered(before) if resources._parsed_resources.get(name) is not None]
    resources._template = template
    resources.input_parameters = parameters
    resources.resolved_parameters = {}
    resources.load_mapping()
    resources.transform_mapping()
    resources.load_parameters()
    resources.load_conditions()
    # What is to go stays findable until it has gone.
    resources._resource_json_map = wanted
    for name in ordered(wanted):
        if name not in made:
            create(stack, name, wanted[name])
        else:
            update(stack, name, wanted[name])
    for name in reversed(made):
        if name not in wanted and "Retain" not in before[name].get("DeletionPolicy", ""):
            delete(stack, name)
        if name not in wanted:
            resources._parsed_resources.pop(name, None)
            resources.applied.pop(name, None)


def create(stack, name, resource_json):
    resources, kind = stack.resource_map, resource_json["Type"]
    note(stack, name, kind, "", "CREATE_IN_PROGRESS")
    try:
        resolved = parsing.clean_json(resource_json, resources)
        made = resources[name]
        wait_until_made(made)
    except Exception as error:
        note(stack, name, kind, "", "CREATE_FAILED", str(error))
        raise Failed(f"The following resource(s) failed to create: [{name}].") from error
    resources.applied[name] = resolved
    note(stack, name, kind, made.physical_resource_id, "CREATE_COMPLETE")


def wait_until_made(made):
    """Custom resources answer."""
    end = time.monotonic() + 30
    while not made.is_created():
        if time.monotonic() > end:
            raise TimeoutError("CloudFormation did not receive a response from your Custom Resource")
        time.sleep(0.05)



def update(stack, name, resource_json):
    resources, kind = stack.resource_map, resource_json["Type"]
    resolved = parsing.clean_json(resource_json, resources)
    before = resources.applied[name]
    if resolved["Properties"] == before["Properties"] and resolved["Type"] == before["Type"]:
        return
    made = resources._parsed_resources[name]
    note(stack, name, kind, made.physical_resource_id, "UPDATE_IN_PROGRESS")
    try:
        if resolved["Type"] != before["Type"] or hasattr(
            parsing.resource_class_from_type(kind).update_from_cloudformation_json, "__isabstractmethod__"
        ):
            remove(stack, name)
            changed = resources[name]
        else:
            changed = parsing.parse_and_update_resource(
                name, resource_json, resources, stack.account_id, stack.region_name
            )
        resources._parsed_resources[name] = changed
    except Exception as error:
        note(stack, name, kind, made.physical_resource_id, "UPDATE_FAILED", str(error))
        raise Failed(f"The following resource(s) failed to update: [{name}].") from error
    resources.applied[name] = resolved
    note(stack, name, kind, changed.physical_resource_id, "UPDATE_COMPLETE")


def remove(stack, name):
    resources = stack.resource_map
    made = resources._parsed_resources.pop(name)
    resources._delete_resource(made, resources.applied[name])


def delete(stack, name):
    made = stack.resource_map._parsed_resources[name]
    kind = made.cf_resource_type
    physical_id = made.physical_resource_id
    note(stack, name, kind, physical_id, "DELETE_IN_PROGRESS")
    try:
        remove(stack, name)
    except Exception as error:
        stack.resource_map._parsed_resources[name] = made
        note(stack, name, kind, physical_id, "DELETE_FAILED", str(error))
        raise Failed(f"The following resource(s) failed to delete: [{name}].") from error
    note(stack, name, kind, physical_id, "DELETE_COMPLETE")


def delete_all(stack, is_rollback=False):
    """But for what is kept: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html"""
    kept = ("Retain",) if is_rollback else ("Retain", "RetainExceptOnCreate")
    resources = stack.resource_map
    template = resources._resource_json_map
    for name in reversed(ordered(template)):
        if resources._parsed_resources.get(name) is None or name not in resources.applied:
            continue
        if template[name].get("DeletionPolicy") in kept:
            resources._parsed_resources.pop(name)
        else:
            delete(stack, name)


_init = ResourceMap.__init__


def with_applied(resources, *args, **kwargs):
    _init(resources, *args, **kwargs)
    # By name, what resources were last made from, resolved.
    resources.applied = {}


ResourceMap.__init__ = with_applied
