"""Mends STS: a role is assumed by whom it trusts. Who may assume it by their own policies is not looked at, and a role of another
account that is not there can be assumed by anyone, which is how tests come into an account."""

import fnmatch
import json

from moto.core.exceptions import ServiceException
from moto.iam.models import iam_backends
from moto.sts.responses import TokenResponse

from .principals import principal_of
from .replace import method


class AccessDenied(ServiceException):
    code = "AccessDenied"


@method(TokenResponse)
def assume_role(old, response):
    arn, external_id = response._get_param("RoleArn"), response._get_param("ExternalId")
    caller = principal_of(response.access_key)
    account = arn.split(":")[4]
    role = next((role for role in iam_backends[account]["aws"].roles.values() if role.arn == arn), None)
    trusted = trusts(role, caller, external_id) if role else account != caller.account
    if not trusted:
        raise AccessDenied(f"User: {caller.arn} is not authorized to perform: sts:AssumeRole on resource: {arn}")
    return old(response)


def trusts(role, caller, external_id):
    document = role.assume_role_policy_document
    statements = (json.loads(document) if isinstance(document, str) else document)["Statement"]
    matching = [one for one in listed(statements) if concerns(one, caller, external_id)]
    return any(one["Effect"] == "Allow" for one in matching) and all(one["Effect"] == "Allow" for one in matching)


def listed(value):
    return value if isinstance(value, list) else [value]


def concerns(statement, caller, external_id):
    actions = listed(statement.get("Action", []))
    if not any(fnmatch.fnmatchcase("sts:AssumeRole", action) for action in actions):
        return False
    principal = statement.get("Principal", {})
    named = ["*"] if principal == "*" else listed(principal.get("AWS", []))
    whole = (caller.account, f"arn:aws:iam::{caller.account}:root", caller.arn, caller.source, "*")
    return any(name in whole for name in named) and holds(statement.get("Condition", {}), caller, external_id)


def holds(conditions, caller, external_id):
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"""
    values = {
        "sts:externalid": external_id,
        "aws:principalarn": caller.source,
        "aws:principalaccount": caller.account,
    }
    for operator, pairs in conditions.items():
        for key, wanted in pairs.items():
            value = values.get(key.lower())
            like = operator in ("StringLike", "ArnLike", "ArnEquals")
            if operator not in ("StringEquals", "StringLike", "ArnLike", "ArnEquals"):
                raise NotImplementedError(f"condition operator {operator}")
            if value is None or not any(fnmatch.fnmatchcase(value, one) if like else value == one for one in listed(wanted)):
                return False
    return True
