"""Mends the notifications of S3: they say who has put an object, when, and which version."""

import datetime
import itertools
import json
from urllib.parse import quote_plus

from moto.s3 import notifications
from moto.sqs.models import sqs_backends

from .principals import current_principal

_sequence = itertools.count(1)
_old = notifications._get_s3_event


def event_of(event_name, bucket, key, notification_id):
    """https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html"""
    event = _old(event_name, bucket, key, notification_id)
    record = event["Records"][0]
    record["eventTime"] = datetime.datetime.now(tz=datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
    record["userIdentity"] = {"principalId": f"AWS:{current_principal().id}"}
    record["requestParameters"] = {"sourceIPAddress": "127.0.0.1"}
    record["s3"]["bucket"]["ownerIdentity"] = {"principalId": bucket.account_id}
    record["s3"]["object"]["key"] = quote_plus(key.name, safe="/")
    record["s3"]["object"]["sequencer"] = f"{next(_sequence):016X}"
    if bucket.is_versioned:
        record["s3"]["object"]["versionId"] = key.version_id
    return event


notifications._get_s3_event = event_of


def send_to_queue(account_id, event_body, queue_name, region_name):
    """moto swallows what goes wrong, which here would be a mistake of a test."""
    sqs_backends[account_id][region_name].send_message(queue_name=queue_name, message_body=json.dumps(event_body))


notifications._send_sqs_message = send_to_queue
