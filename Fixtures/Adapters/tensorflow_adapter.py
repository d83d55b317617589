"""TensorFlow behind the process protocol of SoftmaxLaws; derivatives are those of its GradientTape.

Values are those of tf.nn and tf.math, run eagerly, all rows in one call. Jacobians are batch_jacobian.
"""

from softmax_laws_protocol import serve, take_standard_output

channel = take_standard_output()  # before TensorFlow can print anything

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import tensorflow as tf

from softmax_laws_arrays import caller, hello_operations

WIDE = ["binary32", "binary64"]
ALL = ["binary16", "bfloat16", *WIDE]


def softmax(x, scale=None):
    return tf.nn.softmax(x if scale is None else scale[:, None] * x)


def reduced(eta, scale):
    return tf.nn.softmax(tf.concat([tf.zeros_like(eta[:, :1]), scale[:, None] * eta], 1))


def inverse_reduced(p, scale):
    return (tf.math.log(p[:, 1:]) - tf.math.log(p[:, :1])) / scale[:, None]


def along_axis(x, axis):
    return tf.where(axis[:, None, None] == 0, tf.nn.softmax(x, 1), tf.nn.softmax(x, 2))


def total(terms):
    return tf.reduce_sum(terms, list(range(1, len(terms.shape))))


def binary_cross_entropy(targets, probabilities):
    return -total(tf.math.xlogy(targets, probabilities)
                  + tf.math.xlog1py(1 - targets, -probabilities))


def binary_cross_entropy_with_logits(targets, logits):
    return total(tf.nn.sigmoid_cross_entropy_with_logits(labels=targets, logits=logits))


def categorical_cross_entropy(targets, probabilities):
    return -total(tf.math.xlogy(targets, probabilities))


def cross_entropy(targets, logits):
    return total(tf.nn.softmax_cross_entropy_with_logits(labels=targets, logits=logits))


def gradient(function, by):
    """The gradient of the rows' sum by one argument: that of each row by its own."""
    def of(**arguments):
        with tf.GradientTape() as tape:
            tape.watch(arguments[by])
            value = function(**arguments)
        return tape.gradient(value, arguments[by])
    return of


def backward(function):
    """The product of a cotangent and the Jacobian."""
    def of(x, v):
        with tf.GradientTape() as tape:
            tape.watch(x)
            value = function(x)
        return tape.gradient(value, x, v)
    return of


def forward(function):
    """The product of the Jacobian and a tangent."""
    def of(x, v):
        with tf.autodiff.ForwardAccumulator(x, v) as accumulator:
            value = function(x)
        return accumulator.jvp(value)
    return of


def jacobian(function, by):
    """The Jacobian of each row by one of its arguments."""
    def of(**arguments):
        with tf.GradientTape(persistent=True) as tape:
            tape.watch(arguments[by])
            value = function(**arguments)
        return tape.batch_jacobian(value, arguments[by], experimental_use_pfor=False)
    return of


OPERATIONS = {
    "softmax": (ALL, softmax),
    "logSoftmax": (ALL, lambda x: tf.nn.log_softmax(x)),
    "logSumExp": (ALL, lambda x: tf.reduce_logsumexp(x, -1)),
    "scaledSoftmax": (ALL, softmax),
    "softmaxAlongAxis": (ALL, along_axis),
    "sigmoid": (ALL, tf.math.sigmoid),
    "logSigmoid": (ALL, tf.math.log_sigmoid),
    "softplus": (ALL, lambda x: tf.math.softplus(x)),
    "reducedSoftmax": (ALL, reduced),
    "inverseReducedSoftmax": (ALL, inverse_reduced),
    "binaryCrossEntropy": (ALL, binary_cross_entropy),
    "binaryCrossEntropyWithLogits": (ALL, binary_cross_entropy_with_logits),
    "categoricalCrossEntropy": (ALL, categorical_cross_entropy),
    "categoricalCrossEntropyWithLogits": (ALL, cross_entropy),
    "softmaxVectorJacobianProduct": (ALL, backward(softmax)),
    "softmaxJacobianVectorProduct": (ALL, forward(softmax)),
    "logSoftmaxVectorJacobianProduct": (ALL, backward(tf.nn.log_softmax)),
    "logSumExpGradient": (ALL, gradient(lambda x: tf.reduce_logsumexp(x, -1), "x")),
    "sigmoidDerivative": (ALL, gradient(tf.math.sigmoid, "x")),
    "softplusDerivative": (ALL, gradient(lambda x: tf.math.softplus(x), "x")),
    "binaryCrossEntropyWithLogitsGradient": (
        ALL, gradient(binary_cross_entropy_with_logits, "logits")),
    "categoricalCrossEntropyGradient": (ALL, gradient(categorical_cross_entropy, "probabilities")),
    "categoricalCrossEntropyWithLogitsGradient": (ALL, gradient(cross_entropy, "logits")),
    "softmaxJacobian": (WIDE, jacobian(softmax, "x")),
    "categoricalCrossEntropyWithLogitsHessian": (WIDE, jacobian(gradient(
        lambda targets, logits: tf.nn.softmax_cross_entropy_with_logits(
            labels=targets, logits=logits), "logits"), "logits")),
    "reducedSoftmaxJacobian": (WIDE, jacobian(reduced, "eta")),
    "inverseReducedSoftmaxJacobian": (WIDE, jacobian(inverse_reduced, "p")),
}

serve(channel, {
    "name": "tensorflow", "version": tf.__version__, "language": "python", "claims": {},
    "operations": hello_operations(OPERATIONS),
}, caller(OPERATIONS, tf.constant, lambda t: t.numpy()))
