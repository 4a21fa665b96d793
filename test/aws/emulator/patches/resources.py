"""Mends the types of resources that plancc's stacks are made of, and adds those that moto does not have."""

import json
import os

from moto.awslambda.models import lambda_backends
from moto.cloudformation import parsing
from moto.core.common_models import CloudFormationModel
from moto.s3.models import FakeBucket, s3_backends
from moto.sns.models import Topic, sns_backends
from moto.sqs.models import Queue, sqs_backends

from .functions import on_failure
from .replace import class_method


class Made(CloudFormationModel):
    """A resource of which nothing remains but its name: what is set on another one, or does nothing here."""

    # What GetAtt gives beside `Arn`, and the property that has the name.
    names = {
        "AWS::CloudWatch::Alarm": "AlarmName",
        "AWS::Scheduler::Schedule": "Name",
    }

    def __init__(self, kind, name, account_id, region_name, properties):
        _, service, short = kind.split("::")[:3] if kind.count("::") > 1 else ("", "custom", kind)
        self.arn = f"arn:aws:{service.lower()}:{region_name}:{account_id}:{short.lower()}/{name}"
        self.name = name
        self.properties = properties

    @staticmethod
    def cloudformation_type():
        return ""

    @staticmethod
    def cloudformation_name_type():
        return ""

    @classmethod
    def has_cfn_attr(cls, _attr):
        return True

    def get_cfn_attribute(self, name):
        return self.arn if name.endswith("Arn") else self.name

    @property
    def physical_resource_id(self):
        return self.name

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        kind, properties = cloudformation_json["Type"], cloudformation_json["Properties"]
        name = properties.get(cls.names.get(kind), resource_name)
        settings.get(kind, lambda *_: None)(properties, account_id, region_name)
        return cls(kind, name, account_id, region_name, properties)

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        settings.get(cloudformation_json["Type"], lambda *_: None)(cloudformation_json["Properties"], account_id, region_name)
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        undo = undone.get(cloudformation_json["Type"])
        if undo:
            undo(cloudformation_json["Properties"], account_id, region_name)


def bucket_policy(properties, account_id, _region):
    policy = json.dumps(properties["PolicyDocument"]).encode()
    s3_backends[account_id]["aws"].put_bucket_policy(properties["Bucket"], policy)


def queue_policy(properties, account_id, region_name):
    for url in properties["Queues"]:
        sqs_backends[account_id][region_name].get_queue(url.split("/")[-1]).policy = json.dumps(properties["PolicyDocument"])


def topic_policy(properties, account_id, region_name):
    for arn in properties["Topics"]:
        sns_backends[account_id][region_name].get_topic(arn).policy = json.dumps(properties["PolicyDocument"])


def subscription(properties, account_id, region_name):
    sns_backends[account_id][region_name].subscribe(properties["TopicArn"], properties["Endpoint"], properties["Protocol"])


def invoke_config(properties, account_id, region_name):
    function = lambda_backends[account_id][region_name].get_function(properties["FunctionName"], None)
    destination = properties.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")
    on_failure[function.function_arn] = (int(properties.get("MaximumRetryAttempts", 2)), destination)


settings = {
    "AWS::Lambda::EventInvokeConfig": invoke_config,
    "AWS::S3::BucketPolicy": bucket_policy,
    "AWS::SQS::QueuePolicy": queue_policy,
    "AWS::SNS::TopicPolicy": topic_policy,
    "AWS::SNS::Subscription": subscription,
}
undone = {
    "AWS::S3::BucketPolicy": lambda properties, account, _: s3_backends[account]["aws"].delete_bucket_policy(properties["Bucket"]),
}

resource_class = parsing.resource_class_from_type
# Of these moto makes too little to be of use; nobody calls them.
NAMES_ALONE = (
    "AWS::ApiGatewayV2::",
    "AWS::CloudFront::",
    "AWS::Lambda::LayerVersion",
    "AWS::RDS::",
    "AWS::Route53::",
    "Custom::CDKBucketDeployment",
)


def resource_class_from_type(kind):
    known = kind.startswith("Custom::") or kind in parsing.get_model_map()
    known = known and not kind.startswith(NAMES_ALONE)
    return resource_class(kind) if known else Made


parsing.resource_class_from_type = resource_class_from_type


@class_method(FakeBucket)
def create_from_cloudformation_json(old, resource_name, cloudformation_json, *place, **kwargs):
    return set_bucket(old(resource_name, cloudformation_json, *place, **kwargs), cloudformation_json)


@class_method(FakeBucket)
def update_from_cloudformation_json(old, **kwargs):
    return set_bucket(old(**kwargs), kwargs["cloudformation_json"])


@class_method(FakeBucket)
def delete_from_cloudformation_json(old, resource_name, cloudformation_json, account_id, region_name):
    bucket = s3_backends[account_id]["aws"].get_bucket(resource_name)
    if list(bucket.keys.values()):
        raise ValueError("The bucket you tried to delete is not empty")
    old(resource_name, cloudformation_json, account_id, region_name)


def set_bucket(bucket, cloudformation_json):
    properties = cloudformation_json["Properties"]
    if "VersioningConfiguration" in properties:
        bucket.versioning_status = properties["VersioningConfiguration"]["Status"]
    notifications = properties.get("NotificationConfiguration", {})
    if notifications:
        bucket.set_notification_configuration(
            {
                "QueueConfiguration": [told(one, "Queue") for one in notifications.get("QueueConfigurations", [])],
                "TopicConfiguration": [told(one, "Topic") for one in notifications.get("TopicConfigurations", [])],
                "CloudFunctionConfiguration": [
                    told(one, "Function") for one in notifications.get("LambdaConfigurations", [])
                ],
                "EventBridgeConfiguration": {} if "EventBridgeConfiguration" in notifications else None,
            }
        )
    return bucket


def told(one, target):
    """https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-notificationconfiguration.html"""
    rules = one.get("Filter", {}).get("S3Key", {}).get("Rules")
    filters = {"S3Key": {"FilterRule": [{"Name": rule["Name"].lower(), "Value": rule["Value"]} for rule in rules]}} if rules else None
    return {("CloudFunction" if target == "Function" else target): one[target], "Event": [one["Event"]], "Filter": filters}


# An URL that clients reach the emulator by.
Queue.physical_resource_id = property(lambda queue: f"{os.environ['AWS_ENDPOINT_URL']}/{queue.account_id}/{queue.name}")


@class_method(Queue)
def update_from_cloudformation_json(_old, original_resource, cloudformation_json, **_):  # noqa: F811
    properties = cloudformation_json["Properties"]
    policy = original_resource.policy
    original_resource._set_attributes({name: properties[name] for name in properties if name not in ("QueueName", "Tags")})
    original_resource.policy = policy
    return original_resource


@class_method(Topic)
def update_from_cloudformation_json(_old, original_resource, **_):  # noqa: F811
    return original_resource
