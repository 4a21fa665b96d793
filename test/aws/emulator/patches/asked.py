"""What IAM is asked for a call: actions on resources, and what it knows of them by the keys of conditions.
https://docs.aws.amazon.com/service-authorization/latest/reference/"""

from moto.ecs.models import ecs_backends
from moto.iam.models import iam_backends
from moto.sqs.models import sqs_backends
from moto.stepfunctions.parser.models import stepfunctions_parser_backends


def asked_of(call, params):
    """`params` are those of the call, whole."""
    context = {**tags_of(call, params), **keys_of(call, params)}
    resources = resources_of(call, params)
    own = [{"action": call["action"], "resource": one, "context": context} for one in resources or ["*"]]
    return own + passed(call, params) + copied(call, params)


def resources_of(call, params):
    """Those that the action is about, of all that the parameters name."""
    service, operation = call["service"], call["operation"]
    if service == "cloudformation":
        return [one for one in call["resources"] if ":stack/" in one][:1]
    if operation == "RunTask":
        return [one for one in call["resources"] if ":task-definition/" in one]
    if operation == "DescribeTasks":
        return params.get("tasks", [])
    if "taskToken" in params:
        return [machine for machine in [machine_of(params["taskToken"], call)] if machine]
    if service == "iam" and "RoleName" in params:
        roles = iam_backends[call["account"]]["aws"].roles.values()
        return [role.arn for role in roles if role.name == params["RoleName"]] or call["resources"]
    if service == "dynamodb" and "TableName" in params:
        table = params["TableName"]
        return [table if table.startswith("arn:") else f"arn:aws:dynamodb:{call['region']}:{call['account']}:table/{table}"]
    return call["resources"][:1]


def machine_of(token, call):
    backend = stepfunctions_parser_backends[call["account"]][call["region"]]
    for execution in backend._get_executions():
        env = execution.exec_worker.env
        if env and env.callback_pool_manager.get(token):
            return execution.state_machine_arn
    return None


def tags_of(call, params):
    tags = {}
    place = call["account"], call["region"]
    if call["service"] == "states":
        arn = params.get("stateMachineArn") or params.get("executionArn", "").replace(":execution:", ":stateMachine:")
        machine = ":".join(arn.split(":")[:7])
        tags = stepfunctions_parser_backends[place[0]][place[1]].tagger.get_tag_dict_for_resource(machine)
    elif call["service"] == "sqs" and "QueueUrl" in params:
        queue = sqs_backends[place[0]][place[1]].queues.get(params["QueueUrl"].split("/")[-1])
        tags = queue.tags if queue else {}
    elif call["operation"] == "RunTask":
        definition = definition_of(call, params)
        tags = {one["key"]: one["value"] for one in definition.tags} if definition else {}
    return {f"aws:ResourceTag/{key}": value for key, value in tags.items()}


def definition_of(call, params):
    try:
        return ecs_backends[call["account"]][call["region"]].describe_task_definition(params["taskDefinition"])
    except Exception:
        return None


def keys_of(call, params):
    keys = {}
    if "RoleARN" in params:
        keys["cloudformation:RoleArn"] = params["RoleARN"]
    if call["service"] == "s3" and "prefix" in params:
        keys["s3:prefix"] = params["prefix"]
    if call["service"] == "ecs" and "cluster" in params:
        keys["ecs:cluster"] = f"arn:aws:ecs:{call['region']}:{call['account']}:cluster/{params['cluster'].split('/')[-1]}"
    if call["operation"] == "AssumeRole" and "ExternalId" in params:
        keys["sts:ExternalId"] = params["ExternalId"]
    if call["operation"] == "PutEvents":
        keys["events:source"] = params["Entries"][0]["Source"]
    return keys


def passed(call, params):
    """Roles that are handed to a service: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"""
    roles, service = [], ""
    if "RoleARN" in params:
        roles, service = [params["RoleARN"]], "cloudformation.amazonaws.com"
    if call["operation"] == "RunTask":
        definition = definition_of(call, params)
        roles = [role for role in (definition.task_role_arn, definition.execution_role_arn) if role] if definition else []
        service = "ecs-tasks.amazonaws.com"
    return [
        {"action": "iam:PassRole", "resource": role, "context": {"iam:PassedToService": service}} for role in roles
    ]


def copied(call, params):
    source = params.get("CopySource") if call["service"] == "s3" else None
    return [{"action": "s3:GetObject", "resource": f"arn:aws:s3:::{source.lstrip('/').split('?')[0]}", "context": {}}] if source else []
