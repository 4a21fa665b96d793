"""Records which policies those have who call: roles of plancc and of plans, and users with managed policies. What they are asked
for is compared with them."""

import json
import os
from hashlib import sha256

from moto.iam.models import iam_backends

from .principals import principal_of

_file = open(f"{os.environ['EMULATOR_CALLS']}.grants", "a", buffering=1) if "EMULATOR_CALLS" in os.environ else None
_known = set()


def grants_of(access_key):
    """The name of what the caller has now, or none."""
    principal = principal_of(access_key)
    grants = found(principal.account, principal.source)
    if grants is None:
        return None
    text = json.dumps(grants, sort_keys=True)
    name = sha256(text.encode()).hexdigest()
    if name not in _known and _file:
        _known.add(name)
        _file.write(json.dumps({"name": name, "source": principal.source, **grants}) + "\n")
    return name


def found(account, source):
    backend = iam_backends[account]["aws"]
    roles = [role for role in backend.roles.values() if role.arn == source and role.path.startswith("/plancc")]
    users = [user for user in backend.users.values() if user.arn == source and user.managed_policies]
    for one in [*roles, *users]:
        arn = getattr(one, "permissions_boundary_arn", None)
        return {
            "policies": {
                **{name: document(text) for name, text in one.policies.items()},
                **{arn: managed(backend, arn) for arn in one.managed_policies},
            },
            "boundary": managed(backend, arn) if arn else None,
        }
    return None


def managed(backend, arn):
    policy = backend.managed_policies[arn]
    return document(next(version.document for version in policy.versions if version.is_default))


def document(text):
    return json.loads(text) if isinstance(text, str) else text
