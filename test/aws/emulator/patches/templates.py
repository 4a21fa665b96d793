"""Mends how CloudFormation reads templates: YAML, the SAM transform, intrinsic functions, parameters, and what has changed."""

import copy
import ipaddress
import json
import os
import re
from itertools import islice
from urllib.parse import unquote, urlparse

from moto.cloudformation import models, parsing, responses, utils
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.parsing import ResourceMap
from moto.s3.models import s3_backends
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

from .replace import method, replace


def parse_template(template):
    """Text in, the template out as CloudFormation makes resources of it."""
    try:
        parsed = json.loads(template)
    except ValueError:
        # Dates, such as versions of policies, are text.
        parsed = json.loads(json.dumps(yaml_parse(template), default=str))
    if "AWS::Serverless-2016-10-31" in listed(parsed.get("Transform", [])):
        parsed = expanded(parsed)
    for resource in parsed["Resources"].values():
        resource.setdefault("Properties", {})
    return parsed


def listed(value):
    return value if isinstance(value, list) else [value]


class ManagedPolicies:
    def load(self):
        return {name: f"arn:aws:iam::aws:policy/service-role/{name}" for name in ("AWSLambdaBasicExecutionRole",)}


def expanded(template):
    """https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html"""
    # It wants to know a region, for the partition of ARNs.
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    result = transform(copy.deepcopy(template), {}, ManagedPolicies(), passthrough_metadata=True)
    result.pop("Transform", None)
    return json.loads(json.dumps(result))


models.Stack.parse_template = staticmethod(parse_template)


@method(models.ChangeSet)
def diff(_old, _change_set):
    """Found out in `change_sets.py`."""
    return []


@method(models.ChangeSet)
def _parse_template(_old, change_set):
    change_set.template_dict = parse_template(change_set.template)


def from_url(template_url, account_id, partition):
    """Buckets by path, as the emulator has them, and as https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html"""
    url = urlparse(template_url)
    hosted = re.match(r"^(.+)\.s3[.-].*amazonaws\.com", url.netloc)
    path = unquote(url.path).lstrip("/")
    bucket, key = (hosted[1], path) if hosted else path.split("/", 1)
    try:
        found = s3_backends[account_id][partition].get_object(bucket, key)
    except Exception:
        found = None
    if found is None:
        raise ValidationError(message="S3 error: The specified key does not exist.")
    return found.value.decode()


replace(utils.get_stack_from_s3_url, from_url)

NO_VALUE = {"Ref": "AWS::NoValue"}
clean = parsing.clean_json


def clean_json(value, resources):
    if isinstance(value, list):
        cleaned = [(item, parsing.clean_json(item, resources)) for item in value]
        return [item for given, item in cleaned if item is not None or not isinstance(given, dict)]
    if isinstance(value, dict):
        if "Fn::Sub" in value:
            return substituted(value["Fn::Sub"], resources)
        if isinstance(value.get("Fn::GetAtt"), str):
            return parsing.clean_json({"Fn::GetAtt": value["Fn::GetAtt"].split(".", 1)}, resources)
        if "Fn::GetAtt" in value:
            name, attribute = value["Fn::GetAtt"]
            resolved = {"Fn::GetAtt": [name, parsing.clean_json(attribute, resources)]}
            return clean(resolved, resources)
        if "Fn::Cidr" in value:
            return blocks(*[parsing.clean_json(one, resources) for one in value["Fn::Cidr"]])
        if "Fn::GetAZs" in value:
            region = parsing.clean_json(value["Fn::GetAZs"], resources) or resources["AWS::Region"]
            return [f"{region}{zone}" for zone in "abc"]
        if "Fn::Length" in value:
            return len(parsing.clean_json(value["Fn::Length"], resources))
        if "Fn::FindInMap" in value and isinstance(value["Fn::FindInMap"][-1], dict) and "DefaultValue" in value["Fn::FindInMap"][-1]:
            *path, default = value["Fn::FindInMap"]
            try:
                return clean({"Fn::FindInMap": path}, resources)
            except KeyError:
                return parsing.clean_json(default["DefaultValue"], resources)
    return clean(value, resources)


def blocks(block, count, bits=8):
    """https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html"""
    network = ipaddress.ip_network(block)
    return [str(one) for one in islice(network.subnets(new_prefix=network.max_prefixlen - int(bits)), int(count))]


def substituted(sub, resources):
    """In one go, so that what is put in is not substituted again: moto leaves text in quotes alone, and literals wrong."""
    text, variables = sub if isinstance(sub, list) else (sub, {})

    def value(match):
        name = match[1].strip()
        if name.startswith("!"):
            return "${" + name[1:] + "}"
        if name in variables:
            found = parsing.clean_json(variables[name], resources)
        elif "." in name:
            found = parsing.clean_json({"Fn::GetAtt": name.split(".", 1)}, resources)
        else:
            found = parsing.clean_json({"Ref": name}, resources)
        return "true" if found is True else "false" if found is False else str(found)

    return re.sub(r"\$\{([^${}]+)\}", value, text)


parsing.clean_json = clean_json


@method(ResourceMap)
def load_parameters(old, resources):
    """Defaults are of their type, too."""
    slots = resources._template.get("Parameters", {})
    unknown = [name for name in resources.input_parameters if name not in slots]
    if unknown:
        raise ValidationError(message=f"Parameters: [{', '.join(unknown)}] do not exist in the template")
    given = resources.input_parameters
    resources.input_parameters = values_of(resources._template, given)
    try:
        old(resources)
    finally:
        resources.input_parameters = given


def parameter_list(stack):
    """Those of `NoEcho` are not shown."""
    slots = stack.template_dict.get("Parameters", {})
    values = {name: value for name, value in values_of(stack.template_dict, stack.parameters).items() if name in slots}
    hidden = {name for name, slot in slots.items() if str(slot.get("NoEcho", False)).lower() == "true"}
    return [
        {"ParameterKey": name, "ParameterValue": "****" if name in hidden else value} for name, value in values.items()
    ]


models.Stack.parameter_list = property(parameter_list)


def names_in(part):
    """Names of parameters, resources and conditions that a part of a template refers to."""
    if isinstance(part, list):
        return {name for item in part for name in names_in(item)}
    if not isinstance(part, dict):
        return set()
    names = {name for item in part.values() for name in names_in(item)}
    for key in ("Ref", "Condition"):
        if isinstance(part.get(key), str):
            names.add(part[key])
    if "Fn::If" in part:
        names.add(part["Fn::If"][0])
    if "Fn::Sub" in part:
        text = part["Fn::Sub"][0] if isinstance(part["Fn::Sub"], list) else part["Fn::Sub"]
        names |= {name.split(".")[0] for name in re.findall(r"\$\{([^!${}]+)\}", text)}
    return names


@method(ResourceMap)
def build_resource_diff(_old, resources, other_template, parameters=None):
    """A resource is modified when its part of the template is another one, or when it refers to a parameter that is."""
    before, after = resources._resource_json_map, active(resources, other_template, parameters)
    old_values, new_values = values_of(resources._template, resources.input_parameters), values_of(other_template, parameters)
    changed = {name for name in new_values if old_values.get(name) != new_values[name]}
    for name, condition in other_template.get("Conditions", {}).items():
        if names_in(condition) & changed:
            changed.add(name)
    made = {name for name in before if resources._parsed_resources.get(name) is not None}
    return {
        "Add": [name for name in after if name not in made],
        "Modify": [
            name
            for name in after
            if name in made and (after[name] != before[name] or names_in(after[name]) & changed)
        ],
        "Remove": [name for name in made if name not in after],
    }


def values_of(template, parameters):
    """All parameters that have a value: given, or by default."""
    slots = template.get("Parameters", {}).items()
    return {name: str(slot["Default"]) for name, slot in slots if "Default" in slot} | (parameters or {})


def active(resources, template, parameters):
    """The resources of a template whose conditions hold."""
    pseudo = resources._parsed_resources
    probe = ResourceMap(
        pseudo["AWS::StackId"], pseudo["AWS::StackName"], parameters or {}, {},
        resources._region_name, resources._account_id, template, resources.cross_stack_resources,
    )  # fmt: skip
    probe.load_mapping()
    probe.load_parameters()
    probe.load_conditions()
    wanted = template["Resources"].items()
    return {name: one for name, one in wanted if "Condition" not in one or probe.lazy_condition_map[one["Condition"]]}
