"""ONNX Runtime behind the process protocol of SoftmaxLaws: small models on its CPU provider.

Each operation is one node where ONNX has it, else the graph that an exporter makes of it. A format is
offered where the runtime accepts the model; it may put casts around a node that it has in binary32 only.
"""

from softmax_laws_protocol import serve, take_standard_output

channel = take_standard_output()  # before ONNX Runtime can print anything

import functools

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from softmax_laws_arrays import caller

onnxruntime.set_default_logger_severity(4)
TYPES = {"binary16": (TensorProto.FLOAT16, np.float16), "binary32": (TensorProto.FLOAT, np.float32),
         "binary64": (TensorProto.DOUBLE, np.float64)}


def node(output, operator, *inputs, **attributes):
    return helper.make_node(operator, inputs, [output], **attributes)


SCALED = [node("column", "Unsqueeze", "scale", "axis1"), node("scaled", "Mul", "column", "x")]
# The ranks of an operation's arguments, rows included, and its nodes; the last one makes the result.
MODELS = {
    "softmax": ({"x": 2}, [node("y", "Softmax", "x", axis=-1)]),
    "logSoftmax": ({"x": 2}, [node("y", "LogSoftmax", "x", axis=-1)]),
    "logSumExp": ({"x": 2}, [node("y", "ReduceLogSumExp", "x", "axis1", keepdims=0)]),
    "scaledSoftmax": ({"x": 2, "scale": 1}, [*SCALED, node("y", "Softmax", "scaled", axis=-1)]),
    "sigmoid": ({"x": 2}, [node("y", "Sigmoid", "x")]),
    "softplus": ({"x": 2}, [node("y", "Softplus", "x")]),
    "categoricalCrossEntropyWithLogits": ({"targets": 3, "logits": 3}, [
        node("l", "LogSoftmax", "logits", axis=-1), node("t", "Mul", "targets", "l"),
        node("s", "ReduceSum", "t", "axes12", keepdims=0), node("y", "Neg", "s")]),
}
RESULTS = {"logSumExp": 1, "categoricalCrossEntropyWithLogits": 1}


@functools.cache
def session(operation, format):
    """The model in one format, with axes of any length."""
    ranks, nodes = MODELS[operation]
    kind = TYPES[format][0]
    inputs = [helper.make_tensor_value_info(name, kind, [f"{name}{i}" for i in range(rank)])
              for name, rank in ranks.items()]
    rank = RESULTS.get(operation, max(ranks.values()))
    output = helper.make_tensor_value_info("y", kind, [f"y{i}" for i in range(rank)])
    axes = {"axis1": [1], "axes12": [1, 2]}
    constants = [numpy_helper.from_array(np.array(value, np.int64), name)
                 for name, value in axes.items() if any(name in n.input for n in nodes)]
    graph = helper.make_graph(nodes, operation, inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    return onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"])


def formats(operation):
    """The formats in which the runtime accepts the model."""
    accepted = []
    for format in TYPES:
        try:
            session(operation, format)
            accepted.append(format)
        except Exception as reason:
            print(f"{operation} in {format}: {reason}")
    return accepted


def evaluate(operation):
    def of(**arguments):
        dtype = next(iter(arguments.values())).dtype
        format = next(name for name, (_, scalar) in TYPES.items() if scalar == dtype)
        return session(operation, format).run(["y"], arguments)[0]
    return of


OFFERS = {operation: formats(operation) for operation in MODELS}

# The documentation promises nothing of the arithmetic.
CLAIMS = {}

serve(channel, {
    "name": "onnxruntime", "version": onnxruntime.__version__, "language": "c++",
    "operations": OFFERS, "claims": CLAIMS,
}, caller({name: (formats, evaluate(name)) for name, formats in OFFERS.items()}))
