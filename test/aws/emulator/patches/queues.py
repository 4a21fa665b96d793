"""Mends event source mappings: Lambda polls queues, and what fails is delivered again, later."""

import json
import os
import threading
import time

from moto.awslambda.models import EventSourceMapping, LambdaBackend
from moto.sqs.models import Queue, sqs_backends

from .functions import function_of, note, run
from .replace import method

# Messages that failed are not seen again for the visibility timeout of their queue, but no longer than this; in seconds.
LONGEST_INVISIBLE = float(os.environ.get("EMULATOR_REDELIVERY", "0.5"))


@method(Queue)
def add_message(old, queue, message):
    """moto calls functions within the call that sends; here they are found by `poll`."""
    mappings, queue.lambda_event_source_mappings = queue.lambda_event_source_mappings, {}
    try:
        old(queue, message)
    finally:
        queue.lambda_event_source_mappings = mappings


@method(EventSourceMapping)
def get_configuration(old, mapping):
    return old(mapping) | {"FunctionResponseTypes": mapping.function_response_types or []}


@method(LambdaBackend)
def create_event_source_mapping(old, backend, spec):
    mapping = old(backend, spec)
    if ":sqs:" in mapping.event_source_arn:
        threading.Thread(target=poll, args=(backend, mapping), daemon=True).start()
    return mapping


def poll(backend, mapping):
    _, _, _, region, account, queue_name = mapping.event_source_arn.split(":")
    sqs = sqs_backends[account][region]
    while backend._event_source_mappings.get(mapping.uuid) is mapping and queue_name in sqs.queues:
        queue = sqs.queues[queue_name]
        messages = []
        if mapping.enabled and queue.messages:
            messages = sqs.receive_message(queue_name, mapping.batch_size, 0, int(queue.visibility_timeout))
        if messages:
            threading.Thread(target=deliver, args=(mapping, sqs, queue, messages), daemon=True).start()
        else:
            time.sleep(0.05)


def deliver(mapping, sqs, queue, messages):
    failed = failed_of(mapping, queue, messages)
    for message in messages:
        if message.id not in failed:
            sqs.delete_message(queue.name, message.receipt_handle)
    time.sleep(min(LONGEST_INVISIBLE, int(queue.visibility_timeout)))
    for message in messages:
        if message.id in failed and queue.name in sqs.queues:
            sqs.change_message_visibility(queue.name, message.receipt_handle, 0)


def failed_of(mapping, queue, messages):
    """https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting"""
    everything = {message.id for message in messages}
    try:
        function = function_of(mapping.function_arn)
        text, failed, log = run(function, {"Records": [record_of(queue, message) for message in messages]})
        note(function, log)
        if failed:
            return everything
        if "ReportBatchItemFailures" not in (mapping.function_response_types or []):
            return set()
        found = {item["itemIdentifier"] for item in (json.loads(text) or {}).get("batchItemFailures", [])}
        return found if found <= everything else everything
    except Exception:
        return everything


def record_of(queue, message):
    return {
        "messageId": message.id,
        "receiptHandle": message.receipt_handle,
        "body": message.body,
        "attributes": {
            "ApproximateReceiveCount": str(message.approximate_receive_count),
            "SentTimestamp": str(message.sent_timestamp),
            "SenderId": message.sender_id,
            "ApproximateFirstReceiveTimestamp": str(message.approximate_first_receive_timestamp),
        },
        "messageAttributes": {},
        "md5OfBody": message.body_md5,
        "eventSource": "aws:sqs",
        "eventSourceARN": queue.queue_arn,
        "awsRegion": queue.region,
    }
