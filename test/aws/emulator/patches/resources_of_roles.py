"""Mends roles and policies that CloudFormation makes: all of their properties, and changes in place."""

import json

from moto.iam.models import ManagedPolicy, Role, iam_backends

from .replace import class_method

BACKEND = "aws"


@class_method(Role)
def create_from_cloudformation_json(old, resource_name, cloudformation_json, account_id, region_name, **kwargs):
    properties = cloudformation_json["Properties"]
    role = old(resource_name, {"Properties": properties | {"Policies": []}}, account_id, region_name, **kwargs)
    return set_policies(role, properties)


@class_method(Role)
def update_from_cloudformation_json(_old, original_resource, cloudformation_json, **_):
    role, properties = original_resource, cloudformation_json["Properties"]
    role.assume_role_policy_document = json.dumps(properties["AssumeRolePolicyDocument"])
    role.description = properties.get("Description", "")
    role.max_session_duration = properties.get("MaxSessionDuration", 3600)
    role.permissions_boundary_arn = properties.get("PermissionsBoundary")
    role.tags = properties.get("Tags", {})
    return set_policies(role, properties)


def set_policies(role, properties):
    backend = iam_backends[role.account_id][BACKEND]
    role.policies = {one["PolicyName"]: json.dumps(one["PolicyDocument"]) for one in properties.get("Policies", [])}
    wanted = properties.get("ManagedPolicyArns", [])
    for arn in [arn for arn in role.managed_policies if arn not in wanted and arn not in attached_by_others(backend, role)]:
        backend.detach_role_policy(arn, role.name)
    for arn in wanted:
        if arn not in role.managed_policies:
            backend.attach_role_policy(arn, role.name)
    return role


def attached_by_others(backend, role):
    """Policies that name the role themselves."""
    return [arn for arn, policy in backend.managed_policies.items() if role.name in getattr(policy, "roles_of_template", [])]


@class_method(Role)
def delete_from_cloudformation_json(old, resource_name, cloudformation_json, account_id, region_name):
    backend = iam_backends[account_id][BACKEND]
    role = backend.get_role(resource_name)
    for arn in list(role.managed_policies):
        backend.detach_role_policy(arn, resource_name)
    old(resource_name, cloudformation_json, account_id, region_name)


@class_method(ManagedPolicy)
def create_from_cloudformation_json(old, resource_name, cloudformation_json, account_id, region_name, **kwargs):  # noqa: F811
    properties = cloudformation_json["Properties"]
    given = {"Properties": properties | {"Path": properties.get("Path", "/")}}
    policy = old(resource_name, given, account_id, region_name, **kwargs)
    policy.roles_of_template = properties.get("Roles", [])
    return policy


@class_method(ManagedPolicy)
def update_from_cloudformation_json(_old, original_resource, cloudformation_json, account_id, **_):  # noqa: F811
    policy, properties = original_resource, cloudformation_json["Properties"]
    backend = iam_backends[account_id][BACKEND]
    for version in policy.versions:
        if version.is_default:
            version.document = json.dumps(properties["PolicyDocument"])
    wanted = properties.get("Roles", [])
    for name in wanted:
        if policy.arn not in backend.get_role(name).managed_policies:
            backend.attach_role_policy(policy.arn, name)
    for name in [name for name in policy.roles_of_template if name not in wanted]:
        backend.detach_role_policy(policy.arn, name)
    policy.roles_of_template = wanted
    return policy


@class_method(ManagedPolicy)
def delete_from_cloudformation_json(_old, resource_name, _cloudformation_json, account_id, _region_name):  # noqa: F811
    backend = iam_backends[account_id][BACKEND]
    for role in list(backend.roles.values()):
        if resource_name in role.managed_policies:
            backend.detach_role_policy(resource_name, role.name)
    backend.delete_policy(resource_name)


def attribute_of_policy(policy, name):
    return {"PolicyArn": policy.arn, "PolicyId": policy.id, "AttachmentCount": policy.attachment_count}[name]


ManagedPolicy.get_cfn_attribute = attribute_of_policy
ManagedPolicy.has_cfn_attr = classmethod(lambda _cls, name: name in ("PolicyArn", "PolicyId", "AttachmentCount"))
