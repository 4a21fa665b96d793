"""What a call is in the words of IAM: https://docs.aws.amazon.com/service-authorization/latest/reference/"""

# Operations whose actions have other names; those of S3 are at
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
ACTIONS = {
    "s3": {
        "HeadObject": "GetObject",
        "HeadBucket": "ListBucket",
        "ListObjects": "ListBucket",
        "ListObjectsV2": "ListBucket",
        "ListObjectVersions": "ListBucketVersions",
        "ListBuckets": "ListAllMyBuckets",
        "DeleteObjects": "DeleteObject",
        "CopyObject": "PutObject",
        "CreateMultipartUpload": "PutObject",
        "UploadPart": "PutObject",
        "UploadPartCopy": "PutObject",
        "CompleteMultipartUpload": "PutObject",
        "ListParts": "ListMultipartUploadParts",
        "ListMultipartUploads": "ListBucketMultipartUploads",
    },
    "lambda": {"Invoke": "InvokeFunction"},
    "sqs": {
        "SendMessageBatch": "SendMessage",
        "DeleteMessageBatch": "DeleteMessage",
        "ChangeMessageVisibilityBatch": "ChangeMessageVisibility",
    },
}

# What names a resource among the parameters of a service, and what its ARN is made of beside partition, region and account.
NAMES = {
    "cloudformation": {"StackName": "stack/{}/*"},
    "ecs": {"cluster": "cluster/{}", "taskDefinition": "task-definition/{}", "task": "task/{}"},
    "events": {"EventBusName": "event-bus/{}", "Name": "rule/{}"},
    "iam": {"RoleName": "role/{}", "UserName": "user/{}", "PolicyName": "policy/{}"},
    "lambda": {"FunctionName": "function:{}"},
    "logs": {"logGroupName": "log-group:{}"},
    "secretsmanager": {"SecretId": "secret:{}"},
    "ssm": {"Name": "parameter/{}", "Names": "parameter/{}"},
}

GLOBAL = {"iam"}


def action_of(service, operation):
    return f"{service}:{ACTIONS.get(service, {}).get(operation, operation)}"


def resources_of(service, operation, params, region, account):
    """ARNs, as far as the parameters tell; none means that none is named."""
    if service == "s3":
        return objects(params)
    if service == "sqs" and "QueueUrl" in params:
        owner, name = params["QueueUrl"].split("/")[-2:]
        return [f"arn:aws:sqs:{region}:{owner}:{name}"]
    if service == "events" and operation == "PutEvents":
        buses = {entry.get("EventBusName", "default") for entry in params.get("Entries", [])}
        return [bus if ":" in bus else f"arn:aws:events:{region}:{account}:event-bus/{bus}" for bus in sorted(buses)]
    prefix = f"arn:aws:{service}:{'' if service in GLOBAL else region}:{account}:"
    found = []
    for name, shape in NAMES.get(service, {}).items():
        values = params.get(name, [])
        for value in values if isinstance(values, list) else [values]:
            arn = value if value.startswith("arn:") else prefix + shape.format(value.lstrip("/"))
            if arn not in found:
                found.append(arn)
    arns = [value for name, value in params.items() if isinstance(value, str) and value.startswith("arn:")]
    return found + [arn for arn in arns if arn not in found]


def objects(params):
    bucket = params.get("Bucket")
    if bucket is None:
        return []
    return [f"arn:aws:s3:::{bucket}/{params['Key']}" if "Key" in params else f"arn:aws:s3:::{bucket}"]
