"""Who calls: the user, or the session of a role, that an access key belongs to."""

import os
import threading
from dataclasses import dataclass

from moto.core.responses import ActionResult
from moto.iam.models import User, iam_backends
from moto.sts.models import sts_backends
from moto.sts.responses import TokenResponse

from .replace import method

DEFAULT_ACCOUNT = os.environ.get("MOTO_DEFAULT_ACCOUNT", "123456789012")


@dataclass(frozen=True)
class Principal:
    account: str
    # Of the user or of the session.
    arn: str
    # The unique id, of a session with its name behind it: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    id: str
    # ARN of the role of a session, else that of the user.
    source: str


def principal_of(access_key):
    """A key that moto does not know is that of the default account's root user."""
    for account, partitions in list(sts_backends.items()):
        for backend in list(partitions.values()):
            role = backend.get_assumed_role_from_access_key(access_key)
            if role:
                return Principal(account, role.arn, role.user_id, role.role_arn)
    for account, partitions in list(iam_backends.items()):
        for backend in list(partitions.values()):
            user = backend.get_user_from_access_key_id(access_key)
            if user:
                return Principal(account, user.arn, user.id, user.arn)
    root = f"arn:aws:iam::{DEFAULT_ACCOUNT}:root"
    return Principal(DEFAULT_ACCOUNT, root, DEFAULT_ACCOUNT, root)


# What is done in the course of a request is done in its thread.
current = threading.local()


def current_principal():
    return principal_of(getattr(current, "access_key", ""))


_sessions = {}
_sessions_lock = threading.Lock()


def credentials_of(role_arn, session):
    """Credentials of a session of a role, as a service gets them that works for it."""
    with _sessions_lock:
        if (role_arn, session) not in _sessions:
            _sessions[role_arn, session] = new_credentials(role_arn, session)
        return _sessions[role_arn, session]


def new_credentials(role_arn, session):
    account = role_arn.split(":")[4]
    role = sts_backends[account]["aws"].assume_role("us-east-1", session, role_arn, None, 3600, None)
    return {
        "AWS_ACCESS_KEY_ID": role.access_key_id,
        "AWS_SECRET_ACCESS_KEY": role.secret_access_key,
        "AWS_SESSION_TOKEN": role.session_token,
    }


@method(User)
def __init__(old, user, *args, **kwargs):
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes"""
    old(user, *args, **kwargs)
    user.id = "AIDA" + user.id[3:].upper()


@method(TokenResponse)
def get_caller_identity(_old, response):
    principal = principal_of(response.access_key)
    return ActionResult({"UserId": principal.id, "Account": principal.account, "Arn": principal.arn})
