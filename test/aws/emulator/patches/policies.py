"""What the policy of a bucket denies is refused, and what the policy of a role says of who may assume it. Nothing else is
enforced: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"""

import fnmatch
import json

from moto.iam.access_control import PermissionResult
from moto.s3.models import FakeBucket, s3_backends

# moto takes no notice of conditions.
FakeBucket.get_permission = lambda _bucket, _action, _resource: PermissionResult.NEUTRAL


def listed(value):
    return value if isinstance(value, list) else [value]


def matches(name, patterns):
    return any(fnmatch.fnmatchcase(name, pattern.replace("[", "[[]")) for pattern in listed(patterns))


def is_meant(statement, principal):
    """Whether a statement is about a principal."""
    given = statement.get("Principal", {})
    names = ["*"] if given == "*" else listed(given.get("AWS", []))
    whole = (principal.account, f"arn:aws:iam::{principal.account}:root", principal.arn, principal.source, "*")
    return any(name in whole for name in names)


def holds(conditions, values):
    """`values` by keys in lower case; what is not there is none."""
    return all(
        compare(operator, values.get(key.lower()), [str(one).lower() if one in (True, False) else str(one) for one in listed(wanted)])
        for operator, pairs in conditions.items()
        for key, wanted in pairs.items()
    )


def compare(operator, value, wanted):
    if operator == "Null":
        return (value is None) == (wanted[0] == "true")
    if operator.endswith("IfExists"):
        return value is None or compare(operator.removesuffix("IfExists"), value, wanted)
    if operator in NEGATED:
        return value is None or not compare(NEGATED[operator], value, wanted)
    if value is None:
        return False
    if operator in ("StringLike", "ArnLike", "ArnEquals"):
        return matches(value, wanted)
    if operator in ("StringEquals", "Bool"):
        return value in wanted
    raise NotImplementedError(f"condition operator {operator}")


NEGATED = {
    "StringNotEquals": "StringEquals",
    "StringNotLike": "StringLike",
    "ArnNotLike": "ArnLike",
    "ArnNotEquals": "ArnEquals",
}

CREATING = ("PutObject", "CopyObject", "CompleteMultipartUpload")


def denied_by_bucket(call, principal, environ):
    """Whether a call of S3 is denied by the policy of its bucket. Batches of deletions are not looked into."""
    if not call["resources"]:
        return False
    resource = call["resources"][0]
    bucket = bucket_of(resource.split(":::")[1].split("/")[0])
    if bucket is None or bucket.policy is None:
        return False
    action = call["action"]
    if action == "s3:DeleteObject" and "versionId" in call["params"]:
        action = "s3:DeleteObjectVersion"
    values = {
        # There is no TLS here.
        "aws:securetransport": "true",
        "aws:principalarn": principal.source,
        "aws:principalaccount": principal.account,
        "s3:if-none-match": environ.get("HTTP_IF_NONE_MATCH"),
        "s3:if-match": environ.get("HTTP_IF_MATCH"),
        "s3:objectcreationoperation": "true" if call["operation"] in CREATING else "false",
    }
    return any(
        statement["Effect"] == "Deny"
        and matches(action, statement["Action"])
        and ("Resource" not in statement or matches(resource, statement["Resource"]))
        and ("NotResource" not in statement or not matches(resource, statement["NotResource"]))
        and is_meant(statement, principal)
        and holds(statement.get("Condition", {}), values)
        for statement in listed(json.loads(bucket.policy)["Statement"])
    )


def bucket_of(name):
    for partitions in list(s3_backends.values()):
        for backend in list(partitions.values()):
            if name in backend.buckets:
                return backend.buckets[name]
    return None


DENIED = b'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'


def refuse(start_response):
    start_response("403 Forbidden", [("Content-Type", "application/xml"), ("Content-Length", str(len(DENIED)))])
    return [DENIED]
