"""Mends the interpreter of the Amazon States Language that moto has from LocalStack."""

import json
import pathlib
import re
import subprocess
import threading

from moto.stepfunctions.parser.asl.component.intrinsic.function.statesfunction.generic.string_format import StringFormat
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_callback import (
    StateTaskServiceCallback,
)
from moto.stepfunctions.parser.asl.jsonata import jsonata
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser
from moto.stepfunctions.parser.asl.parse.intrinsic.preprocessor import Preprocessor as IntrinsicPreprocessor
from moto.stepfunctions.parser.asl.parse.preprocessor import Preprocessor
from moto.stepfunctions.parser.asl.utils import json_path

from .replace import method, replace

_node_lock = threading.Lock()
_node = None


def evaluate_jsonata(expression):
    """moto's own bridge needs a Java machine that it does not bring; npm's `jsonata` is what we have."""
    global _node
    with _node_lock:
        if _node is None:
            script = pathlib.Path(__file__).parent.parent / "jsonata.cjs"
            _node = subprocess.Popen(["node", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        _node.stdin.write(json.dumps(expression) + "\n")
        _node.stdin.flush()
        answer = json.loads(_node.stdout.readline())
    if "error" in answer:
        raise jsonata.JSONataException("UNKNOWN", answer["error"])
    return answer["value"]


jsonata._eval_jsonata = evaluate_jsonata

find = json_path.extract_json


def extract_json(path, data):
    """A path that names one place gives what is there; moto makes a list of it behind an index."""
    value = find(path, data)
    names_one = re.fullmatch(r"\$(\.[^.[\]*@?()]+|\['[^']*'\]|\[\d+\])*", path)
    return value[0] if names_one and re.search(r"\[\d+\]..", path) and isinstance(value, list) else value


replace(find, extract_json)


def encode_declarations(bindings):
    """moto leaves quotes inside a text as they are."""
    return "".join(f"{name}:={json.dumps(value, default=str)};" for name, value in bindings.items())


replace(jsonata.encode_jsonata_variable_declarations, encode_declarations)


def inner_string_of(parser_rule_context):
    """Texts are JSON; moto leaves what is escaped in them as it is written."""
    text = parser_rule_context.getText()
    return None if text == "null" else json.loads(text) if text.startswith('"') else text


Preprocessor._inner_string_of = staticmethod(inner_string_of)

parse = AmazonStateLanguageParser.parse
_parse_lock = threading.Lock()


def parse_alone(definition):
    """moto's parser keeps what it is in where all parsers find it."""
    with _parse_lock:
        return parse(definition)


AmazonStateLanguageParser.parse = staticmethod(parse_alone)


def text_of(parse_tree):
    """A backslash stands before quotes, braces and itself: https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html"""
    return re.sub(r"\\([\\'])", r"\1", parse_tree.getText()[1:-1])


IntrinsicPreprocessor._text_of_str = staticmethod(text_of)


@method(StringFormat)
def _eval_body(_old, function, env):
    """Braces alone are replaced, and those behind a backslash are text."""
    function.argument_list.eval(env=env)
    template, *values = env.stack.pop()
    told = iter([function._to_str_repr(value) for value in values])
    env.stack.append(re.sub(r"\\([{}])|{}", lambda found: found[1] or next(told), template))


@method(StateTaskServiceCallback)
def _eval_parameters(old, task, env):
    """Each attempt has a token of its own."""
    context = env.states.context_object
    if "Task" in context.context_object_data and context.context_object_data["State"]["RetryCount"] > 0:
        env.callback_pool_manager.add(context.update_task_token())
    return old(task, env)
