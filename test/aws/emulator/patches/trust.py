"""Mends STS: a role is assumed by whom it trusts. Who may assume it by their own policies is not looked at, and a role of another
account that is not there can be assumed by anyone, which is how tests come into an account."""

import json

from moto.core.exceptions import ServiceException
from moto.iam.models import iam_backends
from moto.sts.responses import TokenResponse

from .policies import holds, is_meant, listed, matches
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
    values = {
        "sts:externalid": external_id,
        "aws:principalarn": caller.source,
        "aws:principalaccount": caller.account,
    }
    effects = [
        one["Effect"]
        for one in listed(statements)
        if matches("sts:AssumeRole", one.get("Action", []))
        and is_meant(one, caller)
        and holds(one.get("Condition", {}), values)
    ]
    return "Allow" in effects and "Deny" not in effects
