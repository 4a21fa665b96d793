"""Mends what works in stacks: functions, state machines, task definitions, log groups."""

import base64
import io
import json
import zipfile

from moto.awslambda.models import LambdaFunction, Permission, lambda_backends
from moto.ecs.models import Cluster, TaskDefinition, ecs_backends, pascal_to_camelcase, remap_nested_keys
from moto.logs.models import LogGroup, logs_backends
from moto.s3.models import s3_backends
from moto.stepfunctions.models import StateMachine
from moto.stepfunctions.parser.models import stepfunctions_parser_backends
from moto.stepfunctions.utils import cfn_to_api_tags

from .replace import class_method


def zipped(code):
    """Code inside a template is `index.js`: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("index.js", code)
    return base64.b64encode(out.getvalue()).decode()


def code_of(properties):
    code = properties["Code"]
    return {"ZipFile": zipped(code["ZipFile"])} if "ZipFile" in code else dict(code)


@class_method(LambdaFunction)
def create_from_cloudformation_json(_old, resource_name, cloudformation_json, account_id, region_name, **_):
    properties = cloudformation_json["Properties"]
    tags = {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])}
    spec = properties | {
        "FunctionName": properties.get("FunctionName", resource_name)[:64],
        "Code": code_of(properties),
        "Tags": tags,
        "Timeout": int(properties.get("Timeout", 3)),
        "Layers": [],
    }
    return lambda_backends[account_id][region_name].create_function(spec)


@class_method(LambdaFunction)
def update_from_cloudformation_json(_old, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
    function, properties = original_resource, cloudformation_json["Properties"]
    if properties.get("FunctionName", function.function_name) != function.function_name:
        function.delete(account_id, region_name)
        return LambdaFunction.create_from_cloudformation_json(
            new_resource_name, cloudformation_json, account_id, region_name
        )
    wanted = {"Environment": {"Variables": {}}, "Timeout": 3, "MemorySize": 128} | properties
    function.update_configuration({name: wanted[name] for name in wanted if name != "Layers"})
    function.timeout = int(wanted["Timeout"])
    function.update_function_code(code_of(properties))
    return function


@class_method(Permission)
def create_from_cloudformation_json(_old, resource_name, cloudformation_json, account_id, region_name, **_):  # noqa: F811
    properties = cloudformation_json["Properties"]
    function = lambda_backends[account_id][region_name].get_function(properties["FunctionName"])
    permission = Permission(region=region_name)
    permission.function, permission.name = function, resource_name
    function.policy.add_statement(raw=json.dumps(properties | {"StatementId": resource_name}))
    return permission


def remove_permission(permission, _account_id, _region_name):
    policy = permission.function.policy
    policy.statements = [one for one in policy.statements if one.get("Sid") != permission.name]


Permission.delete = remove_permission
Permission.physical_resource_id = property(lambda permission: permission.name)
Permission.has_cfn_attr = classmethod(lambda _cls, name: name == "Id")


def definition_of(properties, account_id):
    """https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html"""
    if "DefinitionS3Location" in properties:
        place = properties["DefinitionS3Location"]
        text = s3_backends[account_id]["aws"].get_object(place["Bucket"], place["Key"]).value.decode()
    elif "Definition" in properties:
        text = json.dumps(properties["Definition"])
    else:
        text = properties["DefinitionString"]
    for name, value in properties.get("DefinitionSubstitutions", {}).items():
        text = text.replace("${" + name + "}", str(value))
    return text


def configuration_of(properties):
    logging, tracing = properties.get("LoggingConfiguration"), properties.get("TracingConfiguration")
    return {
        "loggingConfiguration": logging and remap_nested_keys(logging, pascal_to_camelcase),
        "tracingConfiguration": tracing and remap_nested_keys(tracing, pascal_to_camelcase),
    }


@class_method(StateMachine)
def create_from_cloudformation_json(_old, resource_name, cloudformation_json, account_id, region_name, **_):  # noqa: F811
    properties = cloudformation_json["Properties"]
    machine = stepfunctions_parser_backends[account_id][region_name].create_state_machine(
        properties.get("StateMachineName", resource_name)[:80],
        definition_of(properties, account_id),
        properties["RoleArn"],
        tags=cfn_to_api_tags(properties.get("Tags", [])),
        **configuration_of(properties),
    )
    machine.type = machine.sm_type = properties.get("StateMachineType", "STANDARD")
    return machine


@class_method(StateMachine)
def update_from_cloudformation_json(_old, original_resource, new_resource_name, cloudformation_json, account_id, region_name):  # noqa: F811
    machine, properties = original_resource, cloudformation_json["Properties"]
    backend = stepfunctions_parser_backends[account_id][region_name]
    if properties.get("StateMachineName", machine.name) != machine.name:
        backend.delete_state_machine(machine.arn)
        return StateMachine.create_from_cloudformation_json(
            new_resource_name, cloudformation_json, account_id, region_name
        )
    definition = definition_of(properties, account_id)
    backend._validate_definition(definition)
    machine.update(definition=definition, roleArn=properties["RoleArn"], **configuration_of(properties))
    backend.tag_resource(machine.arn, cfn_to_api_tags(properties.get("Tags", [])))
    return machine


StateMachine.cloudformation_name_type = staticmethod(lambda: "StateMachineName")
StateMachine.has_cfn_attr = classmethod(lambda _cls, name: name in ("Arn", "Name", "StateMachineRevisionId"))
StateMachine.get_cfn_attribute = lambda machine, name: machine.name if name == "Name" else machine.arn
StateMachine.delete = lambda machine, account, region: stepfunctions_parser_backends[account][region].delete_state_machine(
    machine.arn
)


def registered(properties, resource_name, account_id, region_name):
    camel = remap_nested_keys({name: properties[name] for name in properties if name != "Tags"}, pascal_to_camelcase)
    return ecs_backends[account_id][region_name].register_task_definition(
        family=camel.get("family", resource_name),
        container_definitions=camel["containerDefinitions"],
        volumes=camel.get("volumes"),
        network_mode=camel.get("networkMode"),
        requires_compatibilities=camel.get("requiresCompatibilities"),
        cpu=camel.get("cpu") and str(camel["cpu"]),
        memory=camel.get("memory") and str(camel["memory"]),
        task_role_arn=camel.get("taskRoleArn"),
        execution_role_arn=camel.get("executionRoleArn"),
        runtime_platform=camel.get("runtimePlatform"),
        ephemeral_storage=camel.get("ephemeralStorage"),
        tags=[{"key": tag["Key"], "value": tag["Value"]} for tag in properties.get("Tags", [])],
    )


@class_method(TaskDefinition)
def create_from_cloudformation_json(_old, resource_name, cloudformation_json, account_id, region_name, **_):  # noqa: F811
    return registered(cloudformation_json["Properties"], resource_name, account_id, region_name)


@class_method(TaskDefinition)
def update_from_cloudformation_json(_old, original_resource, cloudformation_json, account_id, region_name, **_):  # noqa: F811
    return registered(cloudformation_json["Properties"], original_resource.family, account_id, region_name)


TaskDefinition.delete = lambda task, account, region: ecs_backends[account][region].deregister_task_definition(task.arn)
TaskDefinition.has_cfn_attr = classmethod(lambda _cls, name: name == "TaskDefinitionArn")
TaskDefinition.get_cfn_attribute = lambda task, _name: task.arn
Cluster.delete = lambda cluster, account, region: ecs_backends[account][region].delete_cluster(cluster.name)


@class_method(LogGroup)
def create_from_cloudformation_json(_old, resource_name, cloudformation_json, account_id, region_name, **_):  # noqa: F811
    properties, backend = cloudformation_json["Properties"], logs_backends[account_id][region_name]
    tags = {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])}
    # Functions make theirs before.
    if resource_name in backend.groups:
        raise ValueError(f"Resource of type 'AWS::Logs::LogGroup' with identifier '{resource_name}' already exists.")
    group = backend.create_log_group(resource_name, tags)
    return retained(group, properties)


@class_method(LogGroup)
def update_from_cloudformation_json(_old, original_resource, cloudformation_json, **_):  # noqa: F811
    return retained(original_resource, cloudformation_json["Properties"])


def retained(group, properties):
    group.retention_in_days = properties.get("RetentionInDays")
    return group
