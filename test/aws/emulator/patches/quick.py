"""Works out once what moto works out again at every call."""

import logging
import os
from functools import cache

import jsonpath_ng.ext
import moto.backends
from moto.stepfunctions.parser.asl.utils import json_path

_modules = list(moto.backends.list_of_moto_modules())
moto.backends.list_of_moto_modules = lambda: _modules

# A parser makes its tables anew for each path.
parse = json_path.parse = cache(jsonpath_ng.ext.parse)

if "EMULATOR_LOG" not in os.environ:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
