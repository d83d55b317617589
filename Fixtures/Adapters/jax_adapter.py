"""JAX and Optax behind the process protocol of SoftmaxLaws; every derivative is JAX's own.

JAX compiles a function for every shape, which takes 50 to 100 ms. Each operation is one jitted
function, so that it is one compilation; the number of rows is padded to a power of 16 with copies
of the last row, so that it is rarely another one. Entries are never padded.
"""

from softmax_laws_protocol import serve, take_standard_output

channel = take_standard_output()  # before JAX can print anything

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax.scipy import special

from jax_classifiers import CLASSIFIERS
from softmax_laws_arrays import caller, hello_operations

jax.config.update("jax_enable_x64", True)
WIDE = ["binary32", "binary64"]
ALL = ["binary16", "bfloat16", *WIDE]


def softmax(x, scale=None):
    return jax.nn.softmax(x if scale is None else scale * x)


def reduced(eta, scale):
    return jax.nn.softmax(jnp.concatenate([jnp.zeros_like(eta[:1]), scale * eta]))


def inverse_reduced(p, scale):
    return (jnp.log(p[1:]) - jnp.log(p[:1])) / scale


def along_axis(x, axis):
    return jnp.where(axis == 0, jax.nn.softmax(x, 0), jax.nn.softmax(x, 1))


def binary_cross_entropy(targets, probabilities):
    return -jnp.sum(special.xlogy(targets, probabilities)
                    + special.xlog1py(1 - targets, -probabilities))


def binary_cross_entropy_with_logits(targets, logits):
    return jnp.sum(optax.sigmoid_binary_cross_entropy(logits, targets))


def categorical_cross_entropy(targets, probabilities):
    return -jnp.sum(special.xlogy(targets, probabilities))


def cross_entropy(targets, logits):
    return jnp.sum(optax.softmax_cross_entropy(logits, targets))


def backward(function):
    """The product of a cotangent and the Jacobian."""
    return lambda x, v: jax.vjp(function, x)[1](v)[0]


OPERATIONS = {
    "softmax": (ALL, softmax),
    "logSoftmax": (ALL, jax.nn.log_softmax),
    "logSumExp": (ALL, jax.nn.logsumexp),
    "scaledSoftmax": (ALL, softmax),
    "softmaxAlongAxis": (ALL, along_axis),
    "sigmoid": (ALL, jax.nn.sigmoid),
    "logSigmoid": (ALL, jax.nn.log_sigmoid),
    "logit": (ALL, special.logit),
    "softplus": (ALL, jax.nn.softplus),
    "reducedSoftmax": (ALL, reduced),
    "inverseReducedSoftmax": (ALL, inverse_reduced),
    "entropy": (ALL, lambda p: jnp.sum(special.entr(p))),
    "klDivergence": (ALL, lambda p, q: jnp.sum(special.rel_entr(p, q))),
    "binaryCrossEntropy": (ALL, binary_cross_entropy),
    "binaryCrossEntropyWithLogits": (ALL, binary_cross_entropy_with_logits),
    "categoricalCrossEntropy": (ALL, categorical_cross_entropy),
    "categoricalCrossEntropyWithLogits": (ALL, cross_entropy),
    "softmaxJacobian": (ALL, jax.jacrev(softmax)),
    "softmaxHessian": (ALL, jax.hessian(softmax)),
    "softmaxVectorJacobianProduct": (ALL, backward(softmax)),
    "softmaxJacobianVectorProduct": (ALL, lambda x, v: jax.jvp(softmax, (x,), (v,))[1]),
    "logSoftmaxVectorJacobianProduct": (ALL, backward(jax.nn.log_softmax)),
    "logSumExpGradient": (ALL, jax.grad(jax.nn.logsumexp)),
    "sigmoidDerivative": (ALL, jax.vmap(jax.grad(jax.nn.sigmoid))),
    "softplusDerivative": (ALL, jax.vmap(jax.grad(jax.nn.softplus))),
    "binaryCrossEntropyWithLogitsGradient": (
        ALL, jax.grad(binary_cross_entropy_with_logits, 1)),
    "categoricalCrossEntropyGradient": (ALL, jax.grad(categorical_cross_entropy, 1)),
    "categoricalCrossEntropyWithLogitsGradient": (ALL, jax.grad(cross_entropy, 1)),
    "categoricalCrossEntropyWithLogitsHessian": (ALL, jax.hessian(cross_entropy, 1)),
    "reducedSoftmaxJacobian": (ALL, jax.jacrev(reduced)),
    "reducedSoftmaxHessian": (ALL, jax.hessian(reduced)),
    "inverseReducedSoftmaxJacobian": (ALL, jax.jacrev(inverse_reduced)),
    "inverseReducedSoftmaxHessian": (ALL, jax.hessian(inverse_reduced)),
    # In binary32 it gives binary64, where that is enabled.
    "sparsemax": (WIDE, optax.projections.projection_simplex),
    **CLASSIFIERS,
}


SHAPES = set()


def remember(shape):
    """Gives back what was compiled, when it is for 2,000 shapes: each takes 17 of the 65,530 maps of a process."""
    SHAPES.add(shape)
    if len(SHAPES) > 2000:
        jax.clear_caches()
        SHAPES.clear()


def compiled(function):
    """A function of one row, for a power of 16 of them."""
    batch = jax.jit(jax.vmap(function))

    def of(**arguments):
        arrays = list(arguments.values())
        rows = len(arrays[0])
        remember((batch, *(a.shape for a in arrays), arrays[0].dtype))
        more = 16 ** ((rows - 1).bit_length() + 3 >> 2) - rows
        padded = [np.concatenate([a, np.repeat(a[-1:], more, 0)]) if more else a for a in arrays]
        return np.asarray(batch(*padded))[:rows]
    return of


serve(channel, {
    "name": "jax", "version": f"{jax.__version__} with optax {optax.__version__}",
    "language": "python", "operations": hello_operations(OPERATIONS), "claims": {},
}, caller({name: (formats, compiled(f)) for name, (formats, f) in OPERATIONS.items()}))
