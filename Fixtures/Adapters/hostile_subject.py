"""A program that misbehaves in the way that its first argument names; `--list` prints the names.

Apart from its fault it answers softmax in binary32 with the numbers of its argument. Nothing but
`os` and `sys` is imported, so that it starts fast: run it as `python3 -SE hostile_subject.py`.
"""

import os
import sys

HELLO = (b'{"hello":{"protocol":1,"name":"hostile","operations":{"softmax":["binary32"]},'
         b'"claims":{"batchInvariant":true}}}')
SENTINEL = b"@softmax-laws "
NOISE = b"noise " * 10_000


def send(message):
    write(SENTINEL + message + b"\n")


def write(data, descriptor=1):
    while data:
        data = data[os.write(descriptor, data):]


def sleep():
    """Waits for ever."""
    reading, _ = os.pipe()
    os.read(reading, 1)


def without_end(data, descriptor=1):
    while True:
        write(data, descriptor)


def kill(signal):
    os.kill(os.getpid(), signal)
    sleep()


def leave_child():
    """Leaves a program behind that holds all pipes."""
    if os.fork() == 0:
        sleep()
    os._exit(5)


def drip():
    """Writes the beginning of an answer, a byte now and then."""
    import select
    for byte in SENTINEL + b'{"id":2,"shape":[2],"bits":"' + b"0" * 60_000:
        write(bytes([byte]))
        select.select([], [], [], 0.01)


def leave_daemon():
    """Leaves a program behind in a session of its own."""
    if os.fork() == 0:
        os.setsid()
        sleep()
    os._exit(5)


def wait_for_signal():
    """Says so in the file of the second argument, and leaves it open to a daemon."""
    import signal
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    file = os.open(sys.argv[2], os.O_WRONLY)
    if os.fork() == 0:
        if sys.platform == "linux":
            os.setsid()
        sleep()
    write(b"here", file)
    sleep()


def look_for_descriptors():
    """Ends if there are other descriptors than the three, and that of the folder."""
    if len(os.listdir("/dev/fd")) > 4:
        os._exit(6)


def part(line, key, end):
    """What follows a key in a line of the suite, of which the form is known."""
    return line.partition(b'"' + key + b'":')[2].partition(end)[0]


# What is sent instead of the hello.
HELLOS = {
    "says no JSON": b"hello!",
    "says a nested hello": b'{"hello":' * 100_000,
    "says a key twice": HELLO[:-2] + b',"name":"other"}}',
    "says no UTF-8": HELLO.replace(b"hostile", b"\xff\xfe"),
    "says a NUL": HELLO.replace(b"hostile", b"\0"),
    "says a huge number": HELLO.replace(b":1,", b":1e999,"),
    "speaks another protocol": HELLO.replace(b":1,", b":2,"),
    "has no name": HELLO.replace(b'"name":"hostile",', b""),
    "offers an unknown format": HELLO.replace(b"binary32", b"float8"),
    "claims nonsense": HELLO.replace(b'"batchInvariant":true', b'"exponentialUlps":-1'),
    "says a long hello": b"x" * (1 << 21),
    "says hello twice": HELLO + b"\n" + SENTINEL + HELLO,
    "says a byte order mark": b"\xef\xbb\xbf" + HELLO,
    "says half a pair": HELLO.replace(b"hostile", b"\\ud83d"),
    "says an overlong character": HELLO.replace(b"hostile", b"\xc0\x80"),
    "says an endless name": HELLO.replace(b"hostile", b"hostile " * 1000),
    "claims a narrow arithmetic": HELLO.replace(
        b'"batchInvariant":true', b'"arithmetic":{"binary32":"bfloat16"}'),
    "greets with its echo": HELLO + b"\n" + SENTINEL + b'{"id":1,"bits":"00000000"}',
    "offers nothing": HELLO.replace(b'"softmax":["binary32"]', b""),
    "says more than is asked": HELLO[:-2] + b',"mood":["good"]}}',
}

# What is done at the start.
STARTS = {
    "dies at start": lambda: os._exit(3),
    "crashes at start": lambda: kill(11),
    "stops itself": lambda: kill(19),
    "says nothing": sleep,
    "says half a hello": lambda: (write(SENTINEL + b'{"hel'), os._exit(0)),
    "closes its output at start": lambda: (os.close(1), sleep()),
    "talks without end": lambda: without_end(b"y\n" * 4096),
    "talks without a line": lambda: without_end(NOISE),
    "complains without end": lambda: without_end(NOISE, 2),
    "says a hello without end": lambda: (write(SENTINEL), without_end(NOISE)),
    "leaves a child at start": leave_child,
}

# What becomes of the bits of an echo.
ECHOES = {
    "quiets NaNs": lambda bits: bits.replace(b"7f800001", b"7fc00001"),
    "loses payloads": lambda bits: bits.replace(b"7fc00001", b"7fc00000"),
    "loses the sign of zero": lambda bits: bits.replace(b"80000000", b"00000000"),
    "loses the sign of NaN": lambda bits: bits.replace(b"ffc00000", b"7fc00000"),
    "flushes subnormals": lambda bits: bits.replace(b"00000001", b"00000000", 1),
    "saturates infinity": lambda bits: bits.replace(b"7f800000", b"7f7fffff"),
    "echoes upper case": bytes.upper,
    "echoes less": lambda bits: bits[:-8],
    "echoes more": lambda bits: bits + b"00000000",
    "echoes nothing": lambda bits: b"",
}

# What is done at an echo.
ECHO_ACTIONS = {
    "dies at the echo": lambda number: os._exit(4),
    "hangs at the echo": lambda number: sleep(),
    "refuses the echo": lambda number: send(b'{"id":%s,"error":"what is an echo?"}' % number),
    "mistakes the echo": lambda number: send(b'{"id":77,"bits":""}'),
}


def good(number, shape, bits):
    return b'{"id":%s,"shape":%s,"bits":"%s"}' % (number, shape, bits)


# What is sent instead of the answer to a call.
ANSWERS = {
    "answers no JSON": lambda n, s, b: b"42?",
    "answers nothing at all": lambda n, s, b: b"",
    "answers null": lambda n, s, b: b"null",
    "answers an empty object": lambda n, s, b: b"{}",
    "answers a nested text": lambda n, s, b: b'{"id":%s,"bits":%s' % (n, b"[" * 60_000),
    "answers a key twice": lambda n, s, b: good(n, s, b)[:-1] + b',"bits":""}',
    "answers no UTF-8": lambda n, s, b: b'{"id":%s,"error":"\xff"}' % n,
    "answers a NUL": lambda n, s, b: good(n, s, b"\0" + b[1:]),
    "answers a huge id": lambda n, s, b: good(b"1e300", s, b),
    "answers a fractional id": lambda n, s, b: good(n + b".5", s, b),
    "answers a text for an id": lambda n, s, b: good(b'"' + n + b'"', s, b),
    "answers another id": lambda n, s, b: good(b"1000", s, b),
    "answers an old id": lambda n, s, b: good(b"1", s, b),
    "answers too much": lambda n, s, b: b"x" * (1 << 21),
    "answers odd digits": lambda n, s, b: good(n, s, b[:-1]),
    "answers upper case": lambda n, s, b: good(n, s, b"7F80000A" + b[8:]),
    "answers no digits": lambda n, s, b: good(n, s, b"g" * len(b)),
    "answers decimals": lambda n, s, b: b'{"id":%s,"shape":%s,"bits":[0.5]}' % (n, s),
    "answers another shape": lambda n, s, b: good(n, b"[1,2]", b),
    "answers a huge shape": lambda n, s, b: good(n, b"[4611686018427387904,8]", b),
    "answers a negative shape": lambda n, s, b: good(n, b"[-2]", b),
    "answers no shape": lambda n, s, b: b'{"id":%s,"bits":"%s"}' % (n, b),
    "answers too few numbers": lambda n, s, b: good(n, s, b[8:]),
    "answers too many numbers": lambda n, s, b: good(n, s, b + b"00000000"),
    "answers in a narrow format": lambda n, s, b: good(n, s, b)[:-1] + b',"format":"binary16"}',
    "answers in no format": lambda n, s, b: good(n, s, b)[:-1] + b',"format":"float8"}',
    "answers and rejects": lambda n, s, b: good(n, s, b)[:-1] + b',"error":"no"}',
    "rejects a row that is not": lambda n, s, b: good(n, s, b)[:-1] + b',"rowErrors":{"9":"no"}}',
    "rejects in colour": lambda n, s, b: b'{"id":%s,"error":"\\u001b[31mno\\u0007"}' % n,
    "takes its offer back": lambda n, s, b: b'{"id":%s,"unsupported":"not today"}' % n,
    "answers twice": lambda n, s, b: good(n, s, b) + b"\n" + SENTINEL + good(n, s, b),
    "answers ahead": lambda n, s, b: (
        good(n, s, b) + b"\n" + SENTINEL + good(b"%d" % (int(n) + 1), s, b)),
    "answers a byte order mark": lambda n, s, b: b"\xef\xbb\xbf" + good(n, s, b),
    "answers a key twice in disguise": lambda n, s, b: (
        good(n, s, b)[:-1] + b',"b\\u0069ts":""}'),
    "answers digits of another width": lambda n, s, b: good(n, s, b + b),
    "answers wide digits for narrow ones": lambda n, s, b: (
        good(n, s, b)[:-1] + b',"format":"binary64"}'),
    "answers for no entries": lambda n, s, b: good(n, b"[0]", b""),
    "answers a number": lambda n, s, b: good(n, b"[]", b),
    "answers half a pair": lambda n, s, b: b'{"id":%s,"error":"\\ud83d"}' % n,
    "answers an overlong character": lambda n, s, b: b'{"id":%s,"error":"\xc0\x80"}' % n,
    "answers an id of many digits": lambda n, s, b: good(b"9" * 60_000, s, b),
    "answers two objects": lambda n, s, b: good(n, s, b) * 2,
    "answers a list": lambda n, s, b: b"[" + good(n, s, b) + b"]",
    "answers NaN": lambda n, s, b: b'{"id":%s,"shape":%s,"bits":NaN}' % (n, s),
    "answers a comment": lambda n, s, b: good(n, s, b) + b" // done",
    "rejects a row twice": lambda n, s, b: (
        good(n, s, b)[:-1] + b',"rowErrors":{"1":"no","01":"no"}}'),
    "rejects no row": lambda n, s, b: good(n, s, b)[:-1] + b',"rowErrors":{}}',
    "answers escaped digits": lambda n, s, b: good(n, s, b"".join(b"\\u%04x" % d for d in b)),
    "adds a word": lambda n, s, b: good(n, s, b)[:-1] + b',"mood":{"is":["good"]}}',
    "answers with space": lambda n, s, b: b" \t" + good(n, s, b).replace(b",", b" ,\t") + b"\r",
}

# What is done at a call.
CALL_ACTIONS = {
    "crashes": lambda: (write(b"out of luck\n", 2), kill(9)),
    "aborts": lambda: kill(6),
    "exits": lambda: os._exit(7),
    "hangs": sleep,
    "floods its log": lambda: without_end(NOISE),
    "floods standard error": lambda: without_end(NOISE, 2),
    "closes its output": lambda: (os.close(1), sleep()),
    "closes its input": lambda: (os.close(0), sleep()),
    "closes everything": lambda: (os.close(0), os.close(1), os.close(2), sleep()),
    "answers half a line and ends": lambda: (write(SENTINEL + b'{"id":2,"bi'), os._exit(0)),
    "answers half a line and hangs": lambda: (write(SENTINEL + b'{"id":2,"bi'), sleep()),
    "answers without end": lambda: (write(SENTINEL), without_end(b"0" * 4096)),
    "leaves a child": leave_child,
    "leaves a daemon": leave_daemon,
    "drips": drip,
    "stops itself at a call": lambda: kill(19),
    "kills its group": lambda: (os.kill(0, 9), sleep()),
    "answers on standard error": lambda: (write(SENTINEL + b'{"id":2}\n', 2), sleep()),
    "answers with carriage returns": lambda: (write(SENTINEL + b'{"id":2}\r'), sleep()),
    "answers behind a NUL": lambda: (write(b"\0" + SENTINEL + b'{"id":2}\n'), sleep()),
}

# What is done at a call before it is answered all the same.
DISTRACTIONS = {
    "closes its errors": lambda: os.close(2),
    "breaks pipes": lambda: os.kill(os.getppid(), 13),
    "looks for descriptors": look_for_descriptors,
    "lets a child answer": lambda: os.fork() and sleep(),
    "talks much": lambda: write(b"y\n" * 500_000),
}


def answer(number, line, count):
    shape, bits = part(line, b"shape", b"]") + b"]", part(line, b"bits", b'",')[1:].split(b'"')[0]
    rows = int(part(line, b"rows", b","))
    if FAULT == "dies at the third call" and count == 3:
        os._exit(9)
    if FAULT == "crashes in company" and rows > 1:
        os._exit(8)
    if FAULT == "crashes at NaN" and b"7fc00000" in bits:
        os._exit(8)
    if FAULT == "hangs at NaN" and b"7fc00000" in bits:
        sleep()
    if FAULT == "waits at NaN" and b"7fc00000" in bits:
        wait_for_signal()
    if FAULT == "rejects company" and rows > 1:
        return b'{"id":%s,"error":"one at a time"}' % number
    if FAULT == "forgets rows" and rows > 1:
        return good(number, shape, bits[:-8])
    if FAULT == "is noisy":
        write(b"computing\n@softmax\n\n@softmax-lawyers\n")
        write(NOISE + b"\n", 2)
    if FAULT in ANSWERS:
        return ANSWERS[FAULT](number, shape, bits)
    return good(number, shape, bits)


def main():
    if FAULT in STARTS:
        STARTS[FAULT]()
    if FAULT == "ignores signals":
        import signal
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    count, held = 0, []
    for line in sys.stdin.buffer:
        number = part(line, b"id", b",")
        if b'"bye"' in line:
            break
        if b'"hello"' in line:
            hello = HELLOS.get(FAULT, HELLO)
            if FAULT == "changes its hello":
                hello = hello.replace(b"hostile", b"hostile %d" % os.getpid())
            send(hello)
        elif b'"echo"' in line:
            if FAULT in ECHO_ACTIONS:
                ECHO_ACTIONS[FAULT](number)
                continue
            bits = part(line, b"bits", b"}").strip(b'"')
            send(b'{"id":%s,"bits":"%s"}' % (number, ECHOES.get(FAULT, lambda bits: bits)(bits)))
        else:
            count += 1
            if FAULT in DISTRACTIONS and count == 1:
                DISTRACTIONS[FAULT]()
            if FAULT in CALL_ACTIONS or FAULT == "changes its hello":
                CALL_ACTIONS.get(FAULT, lambda: os._exit(1))()
            if FAULT == "answers in reverse":
                # Three answers at a time, the last one first.
                held.insert(0, answer(number, line, count))
                if len(held) == 3:
                    send((b"\n" + SENTINEL).join(held))
                    held = []
            elif FAULT == "answers byte by byte":
                for byte in SENTINEL + answer(number, line, count) + b"\n":
                    write(bytes([byte]))
            else:
                send(answer(number, line, count))
                if FAULT == "answers once":
                    os._exit(0)
    if FAULT == "waits at its end":
        wait_for_signal()
    if FAULT in ("ignores signals", "ignores the end"):
        sleep()


NAMES = [
    *STARTS, *HELLOS, *ECHOES, *ECHO_ACTIONS, *ANSWERS, *CALL_ACTIONS, *DISTRACTIONS,
    "dies at the third call", "answers byte by byte", "answers once", "waits at NaN", "waits at its end",
    "crashes in company", "crashes at NaN", "hangs at NaN", "rejects company", "forgets rows",
    "is noisy", "changes its hello", "answers in reverse", "ignores signals", "ignores the end"]
FAULT = sys.argv[1]
if FAULT == "--list":
    print("\n".join(NAMES))
elif FAULT in NAMES or FAULT == "none":
    main()
else:
    sys.exit(f"no fault is called {FAULT}")
