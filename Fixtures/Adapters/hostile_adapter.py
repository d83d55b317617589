"""A program that breaks the process protocol in the way that its first argument names.

The bridge is tested with it. Apart from the fault it answers softmax in binary32 with
the numbers of its argument. The second argument, if any, is a file: it is made at the
first fault, and once it is there the program behaves.
"""

import json
import os
import signal
import sys
import time

FAULT = sys.argv[1]
MARK = sys.argv[2] if len(sys.argv) > 2 else None


def is_due(fault):
    if fault != FAULT or (MARK and os.path.exists(MARK)):
        return False
    if MARK:
        open(MARK, "w").close()
    return True


def line(answer):
    return b"@softmax-laws " + json.dumps(answer).encode() + b"\n"


def send(answer):
    os.write(1, line(answer))


def say(text):
    os.write(2, text.encode() + b"\n")


def hello():
    answer = {"protocol": 1, "name": "hostile", "operations": {"softmax": ["binary32"]}}
    if is_due("dies at start"):
        say("cannot load the library")
        sys.exit(3)
    if is_due("says nothing"):
        signal.pause()
    if is_due("says half a line"):
        os.write(1, b'@softmax-laws {"hello":{"pro')
        sys.exit(0)
    if is_due("says an endless hello"):
        os.write(1, b"@softmax-laws " + b"x" * (1 << 21))
    if is_due("changes its name"):
        answer["name"] = "hostile before its crash"
    send({"hello": answer})


def echo(request):
    bits = request["echo"]["bits"]
    if is_due("quiets NaNs"):
        bits = bits.replace("7f800001", "7fc00001")
    if is_due("refuses the echo"):
        send({"id": request["id"], "error": "what is an echo?"})
        return
    send({"id": request["id"], "bits": bits})


def call(request):
    answer = {"id": request["id"], **request["args"]["x"]}
    if is_due("crashes") or FAULT == "changes its name" and answer["bits"] == "ff800000":
        say("out of luck\n")
        os.kill(os.getpid(), signal.SIGKILL)
    if is_due("exits"):
        sys.exit(7)
    if is_due("hangs"):
        signal.pause()
    if is_due("floods its log"):
        while True:
            os.write(1, b"noise " * 10_000)
    if is_due("floods standard error"):
        say("noise " * 500_000)
    if is_due("closes its output"):
        os.close(1)
        signal.pause()
    if is_due("answers too much"):
        os.write(1, b"@softmax-laws " + b"x" * (1 << 20))
    if is_due("mistakes the id"):
        answer["id"] += 1000
    if is_due("damages digits"):
        answer["bits"] = answer["bits"].upper()
    if is_due("forgets a number"):
        answer["bits"] = answer["bits"][8:]
    if is_due("answers twice"):
        os.write(1, line(answer))
        os.write(1, line(answer))
        return
    if is_due("answers twice at once"):
        os.write(1, line(answer) + line(answer))
        return
    if is_due("is noisy"):
        print("computing", request["call"], flush=True)
        os.write(1, b"@softmax")
        os.write(1, b"-lawyers\n")
    send(answer)


def raw(request):
    """Numbers that lie in the file of descriptor 3: the argument's first, then the result."""
    count = request["raw"]["rows"] * request["raw"]["shapes"][0][0]
    place = (4 * count + 63) // 64 * 64
    answer = {"id": request["id"], "shape": request["raw"]["shapes"][0], "raw": count}
    if is_due("crashes"):
        os.kill(os.getpid(), signal.SIGKILL)
    if is_due("hangs"):
        signal.pause()
    if is_due("rejects raw numbers"):
        answer = {"id": request["id"], "error": "out of luck"}
    if is_due("cuts its numbers short"):
        os.ftruncate(3, place)
    else:
        os.pwrite(3, os.pread(3, 4 * count, 0), place)
    if is_due("forgets a number"):
        answer["raw"] -= 1
    if is_due("changes the shape"):
        answer["shape"] = [1, count]
    if is_due("says digits"):
        answer["raw"] = "0" * 8
    if is_due("mistakes the id"):
        answer["id"] += 1000
    send(answer)


def end():
    if is_due("ignores signals"):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.write(1, b"deaf\n")
        while True:
            time.sleep(1000)


if FAULT == "leaves a child":
    # The file is a named pipe; the child keeps it open until it is killed.
    pipe = os.open(MARK, os.O_WRONLY)
    if os.fork() == 0:
        signal.pause()

say(f"process {os.getpid()}")
for text in sys.stdin:
    message = json.loads(text)
    if "bye" in message:
        break
    if "hello" in message:
        hello()
    elif "echo" in message:
        echo(message)
    elif "raw" in message:
        raw(message)
    else:
        call(message)
end()
