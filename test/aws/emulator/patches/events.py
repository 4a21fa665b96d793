"""Mends EventBridge: it tells Lambda functions, queues, topics and state machines, and of what services do."""

import datetime
import json
import re
import threading
import uuid

from moto.events.models import Rule, events_backends
from moto.sns.models import sns_backends
from moto.sqs.models import sqs_backends
from moto.stepfunctions.parser.models import stepfunctions_parser_backends

from .quick import parse
from .replace import method


def put_event(account, region, source, detail_type, resources, detail):
    """An event of a service, for the rules of the default bus."""
    event = {
        "version": "0",
        "id": str(uuid.uuid4()),
        "detail-type": detail_type,
        "source": source,
        "account": account,
        "time": datetime.datetime.now(tz=datetime.timezone.utc).timestamp(),
        "region": region,
        "resources": resources,
        "detail": detail,
    }
    for rule in list(events_backends[account][region].event_buses["default"].rules.values()):
        rule.send_to_targets(event)


@method(Rule)
def send_to_targets(old, rule, original_event, transform_input=True):
    event = {name: value for name, value in original_event.items() if name != "ingestion-time"}
    event["time"] = timestamp(float(event["time"]))
    if rule.state != "ENABLED" or not rule.event_pattern.get_pattern() or not rule.event_pattern.matches_event(event):
        return
    for target in list(rule.targets):
        body = input_of(target, event)
        # As in AWS, later, and whatever becomes of it is no matter of whoever caused the event.
        threading.Thread(target=send, args=(target, body), daemon=True).start()


def timestamp(time):
    return datetime.datetime.fromtimestamp(time, tz=datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def input_of(target, event):
    """https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html"""
    if "Input" in target:
        return target["Input"]
    if "InputPath" in target:
        return json.dumps(found(target["InputPath"], event))
    if "InputTransformer" not in target:
        return json.dumps(event)
    transformer = target["InputTransformer"]
    values = {name: found(path, event) for name, path in transformer.get("InputPathsMap", {}).items()}
    values |= {"aws.events.event.json": event}

    def filled(match):
        value = values.get(match.group(2))
        # Inside quotes a text is part of a text, elsewhere it is a value.
        return value if match.group(1) and isinstance(value, str) else json.dumps(value)

    return re.sub(r'((?<=")|(?<=[^\s:,[]))?<([^<>]+)>', filled, transformer["InputTemplate"])


def found(path, event):
    matches = parse(re.sub(r"\.([\w-]+)", r"['\1']", path)).find(event)
    return matches[0].value if matches else None


def send(target, body):
    _, _, service, region, account, resource = target["Arn"].split(":", 5)
    if service == "lambda":
        from .functions import invoke_later

        invoke_later(target["Arn"], body)
    elif service == "sqs":
        sqs_backends[account][region].send_message(resource, body)
    elif service == "sns":
        sns_backends[account][region].publish(body, arn=target["Arn"])
    elif service == "states":
        stepfunctions_parser_backends[account][region].start_execution(target["Arn"], execution_input=body)
    else:
        raise NotImplementedError(target["Arn"])
