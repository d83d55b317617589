"""PyTorch behind the process protocol of SoftmaxLaws; every derivative is taken by autograd.

Values are those of torch.nn.functional and torch.special, all rows in one call.
First derivatives are those of autograd's backward pass (jvp where the operation is one), matrices
and second derivatives those of torch.func.
"""

from softmax_laws_protocol import serve, take_standard_output

channel = take_standard_output()  # before PyTorch can print anything

import torch
import torch.nn.functional as F
from torch.func import hessian, jacrev, jvp

from softmax_laws_arrays import DTYPES, caller, hello_operations
from torch_classifiers import CLASSIFIERS, rowwise

TYPES = {"binary16": torch.float16, "bfloat16": torch.bfloat16,
         "binary32": torch.float32, "binary64": torch.float64}
TYPES_OF = {DTYPES[name]: type for name, type in TYPES.items()}
WORDS = {2: torch.int16, 4: torch.int32, 8: torch.int64}
ALL = list(TYPES)


def total(terms):
    """The sum over all axes but that of the rows."""
    return terms.flatten(1).sum(1)


def softmax(x, scale=None):
    return torch.softmax(x if scale is None else scale[..., None] * x, -1)


def reduced(eta, scale):
    zero = torch.zeros_like(eta[..., :1])
    return torch.softmax(torch.cat([zero, scale[..., None] * eta], -1), -1)


def inverse_reduced(p, scale):
    return (p[..., 1:].log() - p[..., :1].log()) / scale[..., None]


def along_axis(x, axis):
    """Each row of the call names its own axis."""
    by_axis = [torch.softmax(x, 1), torch.softmax(x, 2)]
    return torch.where(axis[:, None, None] == 0, *by_axis)


def cross_entropy(targets, logits):
    """The loss of each row, whose observations are on the second axis."""
    rows, n, k = logits.shape
    losses = F.cross_entropy(logits.reshape(-1, k), targets.reshape(-1, k), reduction="none")
    return losses.reshape(rows, n).sum(1)


def binary_cross_entropy(targets, probabilities):
    return total(F.binary_cross_entropy(probabilities, targets, reduction="none"))


def binary_cross_entropy_with_logits(targets, logits):
    return total(F.binary_cross_entropy_with_logits(logits, targets, reduction="none"))


def gradient(function, by):
    """The gradient of the rows' sum by one argument: that of each row by its own."""
    def of(**arguments):
        arguments[by].requires_grad_(True)
        value = function(**arguments).sum()
        return torch.autograd.grad(value, arguments[by])[0]
    return of


def backward(function):
    """The product of a cotangent and the Jacobian."""
    def of(x, v):
        x.requires_grad_(True)
        return torch.autograd.grad(function(x), x, v)[0]
    return of


OPERATIONS = {
    "softmax": (ALL, softmax),
    "logSoftmax": (ALL, lambda x: torch.log_softmax(x, -1)),
    "logSumExp": (ALL, lambda x: torch.logsumexp(x, -1)),
    "scaledSoftmax": (ALL, softmax),
    "softmaxAlongAxis": (ALL, along_axis),
    "sigmoid": (ALL, torch.sigmoid),
    "logSigmoid": (ALL, F.logsigmoid),
    "logit": (ALL, lambda p: torch.logit(p)),
    "softplus": (ALL, lambda x: F.softplus(x)),
    "reducedSoftmax": (ALL, reduced),
    "inverseReducedSoftmax": (ALL, inverse_reduced),
    "entropy": (ALL, lambda p: total(torch.special.entr(p))),
    "klDivergence": (ALL, lambda p, q: total(F.kl_div(q.log(), p, reduction="none"))),
    "binaryCrossEntropy": (ALL, binary_cross_entropy),
    "binaryCrossEntropyWithLogits": (ALL, binary_cross_entropy_with_logits),
    "categoricalCrossEntropyWithLogits": (ALL, cross_entropy),
    "softmaxJacobian": (ALL, rowwise(jacrev, softmax)),
    "softmaxHessian": (ALL, rowwise(hessian, softmax)),
    "softmaxVectorJacobianProduct": (ALL, backward(softmax)),
    "softmaxJacobianVectorProduct": (ALL, lambda x, v: jvp(softmax, (x,), (v,))[1]),
    "logSoftmaxVectorJacobianProduct": (ALL, backward(lambda x: torch.log_softmax(x, -1))),
    "logSumExpGradient": (ALL, gradient(lambda x: torch.logsumexp(x, -1), "x")),
    "sigmoidDerivative": (ALL, gradient(torch.sigmoid, "x")),
    "softplusDerivative": (ALL, gradient(F.softplus, "x")),
    "binaryCrossEntropyWithLogitsGradient": (
        ALL, gradient(binary_cross_entropy_with_logits, "logits")),
    "categoricalCrossEntropyWithLogitsGradient": (ALL, gradient(cross_entropy, "logits")),
    "categoricalCrossEntropyWithLogitsHessian": (ALL, rowwise(
        hessian, lambda t, z: F.cross_entropy(z[None], t[None]), by=1)),
    "reducedSoftmaxJacobian": (ALL, rowwise(jacrev, reduced)),
    "reducedSoftmaxHessian": (ALL, rowwise(hessian, reduced)),
    "inverseReducedSoftmaxJacobian": (ALL, rowwise(jacrev, inverse_reduced)),
    "inverseReducedSoftmaxHessian": (ALL, rowwise(hessian, inverse_reduced)),
    **CLASSIFIERS,
}

# What the documentation says. binary_cross_entropy clamps its logarithms to at least -100.
CLAIMS = {"summation": "unknown", "subnormals": "gradual", "leastLogarithm": -100}


def tensor(array):
    return torch.from_numpy(array.view(f"i{array.itemsize}")).view(TYPES_OF[array.dtype])


def array(tensor):
    tensor = tensor.detach().contiguous()
    dtype = next(d for d, t in TYPES_OF.items() if t == tensor.dtype)
    return tensor.view(WORDS[dtype.itemsize]).numpy().view(dtype)


serve(channel, {
    "name": "torch", "version": torch.__version__, "language": "python", "claims": CLAIMS,
    "operations": hello_operations(OPERATIONS),
}, caller(OPERATIONS, tensor, array))
