"""The process protocol of SoftmaxLaws, version 1, for programs in Python.

Only the standard library is needed. An adapter calls `take_standard_output` before it
imports its library, and `serve` when it is ready.
"""

import json
import os
import sys

SENTINEL = "@softmax-laws "


class Unsupported(Exception):
    """Raised by an operation that is not offered in the form asked for."""


def take_standard_output():
    """Keeps descriptor 1 for the protocol; what anybody prints goes to standard error."""
    channel = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
    os.dup2(2, 1)
    return channel


def serve(channel, hello, call):
    """Answers requests until the suite says bye or goes.

    `hello` holds the name, version, language, operations and claims; `call` takes a
    request and returns the answer's keys, such as `shape` and `bits`. Claims given on the
    command line as `--claim NAME=VALUE` replace those of the hello.
    """
    hello = {**hello, "claims": {**hello["claims"], **stricter_claims(sys.argv[1:])}}
    for line in sys.stdin:
        request = json.loads(line)
        if "bye" in request:
            return
        if "hello" in request:
            answer = {"hello": {"protocol": 1, **hello}}
        elif "echo" in request:
            # The bits stay bytes: on its way through a number a NaN may change.
            answer = {"id": request["id"], "bits": bytes.fromhex(request["echo"]["bits"]).hex()}
        else:
            answer = {"id": request["id"], **attempt(call, request)}
        channel.write(SENTINEL + json.dumps(answer) + "\n")
        channel.flush()


def stricter_claims(arguments):
    """Reads `--claim NAME=VALUE …`: what if the library promised this too?"""
    claims = {}
    for option, text in zip(arguments[::2], arguments[1::2]):
        if option != "--claim" or "=" not in text:
            sys.exit(f"usage: --claim NAME=VALUE, not {option} {text}")
        name, value = text.split("=", 1)
        try:
            claims[name] = json.loads(value)
        except json.JSONDecodeError:
            claims[name] = value
    return claims


def attempt(call, request):
    """Turns exceptions into the protocol's words for them."""
    try:
        return call(request)
    except Unsupported as reason:
        return {"unsupported": str(reason)}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
