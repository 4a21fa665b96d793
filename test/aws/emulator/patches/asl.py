"""Mends the interpreter of the Amazon States Language that moto has from LocalStack."""

import json
import pathlib
import re
import subprocess
import threading

from moto.stepfunctions.parser.asl.jsonata import jsonata
from moto.stepfunctions.parser.asl.utils import json_path

from .replace import replace

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
