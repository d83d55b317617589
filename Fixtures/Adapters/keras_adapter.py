"""Keras 3 on TensorFlow behind the process protocol of SoftmaxLaws: activations, losses, a dense network.

Losses are keras.losses with the reduction "sum"; those of probabilities clip them to [1e-7, 1 - 1e-7]
(keras.config.epsilon), as is documented. The network is built of keras.layers.Dense with the weights
of the call; its gradient is that of tf.GradientTape.
"""

from softmax_laws_protocol import serve, take_standard_output

channel = take_standard_output()  # before Keras can print anything

import math
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import tensorflow as tf
from keras import activations, losses, ops

from softmax_laws_arrays import caller, hello_operations

WIDE = ["binary32", "binary64"]
ALL = ["binary16", "bfloat16", *WIDE]


def each(function):
    """A function of one row's arguments, called row by row."""
    return lambda **arguments: tf.stack([
        function(**{name: a[row] for name, a in arguments.items()})
        for row in range(len(next(iter(arguments.values()))))])


def binary(from_logits, name):
    def of(targets, **arguments):
        # Keras takes the mean over the last axis, so that each entry is given one of its own.
        made = losses.BinaryCrossentropy(
            from_logits=from_logits, reduction="sum", dtype=targets.dtype.name)
        return made(targets[:, None], arguments[name][:, None])
    return each(of)


def categorical(from_logits, name):
    def of(targets, **arguments):
        made = losses.CategoricalCrossentropy(
            from_logits=from_logits, reduction="sum", dtype=targets.dtype.name)
        return made(targets, arguments[name])
    return each(of)


def divergence(p, q):
    return losses.KLDivergence(reduction="sum", dtype=p.dtype.name)(p[None], q[None])


def gradient(function, by):
    def of(**arguments):
        with tf.GradientTape() as tape:
            tape.watch(arguments[by])
            value = function(**arguments)
        return tape.gradient(value, arguments[by])
    return of


def network(features, parameters):
    """The model of the call, with its weights."""
    dtype, units = features.dtype.name, [b.shape[0] for b in parameters[1::2]]
    heads = ["relu", "relu", "sigmoid" if units[2] == 1 else "softmax"]
    model = keras.Sequential([
        keras.layers.Dense(n, activation=a, dtype=dtype) for n, a in zip(units, heads)])
    model.build(features.shape)
    model.set_weights([p.numpy() for p in parameters])
    return model


def classifier(features, targets, *parameters, with_gradient=False):
    model = network(features, parameters)
    kind = losses.BinaryCrossentropy if parameters[-1].shape[0] == 1 else losses.CategoricalCrossentropy
    labels = targets[:, None] if parameters[-1].shape[0] == 1 else tf.stack([1 - targets, targets], 1)
    with tf.GradientTape() as tape:
        value = kind(dtype=features.dtype.name)(labels, model(features))
    if not with_gradient:
        return value
    gradients = tape.gradient(value, model.trainable_weights)
    return tf.concat([tf.reshape(g, [-1]) for g in gradients], 0)


def classifier_loss(features, targets, w1, b1, w2, b2, w3, b3):
    return classifier(features, targets, w1, b1, w2, b2, w3, b3)


def classifier_gradient(features, targets, w1, b1, w2, b2, w3, b3):
    return classifier(features, targets, w1, b1, w2, b2, w3, b3, with_gradient=True)


OPERATIONS = {
    "softmax": (ALL, lambda x: activations.softmax(x, -1)),
    "logSoftmax": (ALL, lambda x: activations.log_softmax(x, -1)),
    "logSumExp": (ALL, lambda x: ops.logsumexp(x, -1)),
    "sigmoid": (ALL, activations.sigmoid),
    "logSigmoid": (ALL, activations.log_sigmoid),
    "softplus": (ALL, activations.softplus),
    "klDivergence": (WIDE, each(divergence)),
    "binaryCrossEntropy": (WIDE, binary(False, "probabilities")),
    "binaryCrossEntropyWithLogits": (WIDE, binary(True, "logits")),
    "categoricalCrossEntropy": (WIDE, categorical(False, "probabilities")),
    "categoricalCrossEntropyWithLogits": (WIDE, categorical(True, "logits")),
    "logSumExpGradient": (ALL, gradient(lambda x: ops.logsumexp(x, -1), "x")),
    "sigmoidDerivative": (ALL, gradient(activations.sigmoid, "x")),
    "softplusDerivative": (ALL, gradient(activations.softplus, "x")),
    "binaryCrossEntropyWithLogitsGradient": (WIDE, gradient(binary(True, "logits"), "logits")),
    "categoricalCrossEntropyGradient": (
        WIDE, gradient(categorical(False, "probabilities"), "probabilities")),
    "categoricalCrossEntropyWithLogitsGradient": (
        WIDE, gradient(categorical(True, "logits"), "logits")),
    "sparsemax": (WIDE, lambda z: activations.sparsemax(z)),
    "denseClassifierLoss": (WIDE, each(classifier_loss)),
    "denseClassifierGradient": (WIDE, each(classifier_gradient)),
}

# Probabilities are cut at epsilon, and logarithms with them.
CLAIMS = {"leastLogarithm": math.log(keras.config.epsilon())}

serve(channel, {
    "name": "keras", "version": f"{keras.__version__} on tensorflow {tf.__version__}",
    "language": "python", "operations": hello_operations(OPERATIONS), "claims": CLAIMS,
}, caller(OPERATIONS, tf.constant, lambda t: np.asarray(t)))
