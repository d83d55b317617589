"""The sparse maps and losses of the package entmax behind the process protocol of SoftmaxLaws.

The losses take the number of the right class, so they are offered for one-hot targets only; the
gradients are autograd's.
"""

from softmax_laws_protocol import Unsupported, serve, take_standard_output

channel = take_standard_output()  # before PyTorch can print anything

import importlib.metadata

import entmax
import torch

from softmax_laws_arrays import caller, hello_operations

WIDE = ["binary32", "binary64"]


def bisected(z, alpha):
    """Each row has its own alpha."""
    return entmax.entmax_bisect(z, alpha[:, None])


def backward(function):
    """The product of a cotangent and the Jacobian."""
    def of(z, v, **more):
        z.requires_grad_(True)
        return torch.autograd.grad(function(z, **more), z, v)[0]
    return of


def of_class(loss):
    """A loss of the right class's number, for one-hot targets."""
    def of(targets, z, **more):
        classes = targets.argmax(1)
        if not torch.equal(torch.nn.functional.one_hot(classes, z.shape[1]).to(z.dtype), targets):
            raise Unsupported("targets that are not one-hot")
        return loss(z, classes, **more)
    return of


def gradient(loss):
    def of(targets, z, **more):
        z.requires_grad_(True)
        return torch.autograd.grad(loss(targets, z, **more).sum(), z)[0]
    return of


def bisected_loss(z, classes, alpha):
    """The loss takes one alpha for all rows, so they are called one by one."""
    return torch.cat([
        entmax.entmax_bisect_loss(z[row:row + 1], classes[row:row + 1], float(alpha[row]))
        for row in range(len(z))])


SPARSEMAX_LOSS = of_class(entmax.sparsemax_loss)
ENTMAX15_LOSS = of_class(entmax.entmax15_loss)
BISECTED_LOSS = of_class(bisected_loss)

OPERATIONS = {
    "sparsemax": (WIDE, lambda z: entmax.sparsemax(z, -1)),
    "entmax15": (WIDE, lambda z: entmax.entmax15(z, -1)),
    "entmax": (WIDE, bisected),
    "sparsemaxVectorJacobianProduct": (WIDE, backward(lambda z: entmax.sparsemax(z, -1))),
    "entmax15VectorJacobianProduct": (WIDE, backward(lambda z: entmax.entmax15(z, -1))),
    "entmaxVectorJacobianProduct": (WIDE, backward(bisected)),
    "sparsemaxLoss": (WIDE, SPARSEMAX_LOSS),
    "entmax15Loss": (WIDE, ENTMAX15_LOSS),
    "entmaxLoss": (WIDE, BISECTED_LOSS),
    "sparsemaxLossGradient": (WIDE, gradient(SPARSEMAX_LOSS)),
    "entmax15LossGradient": (WIDE, gradient(ENTMAX15_LOSS)),
    "entmaxLossGradient": (WIDE, gradient(BISECTED_LOSS)),
}

# sparsemax and entmax15 subtract the maximum and sort; entmax_bisect does not, so that no algorithm is
# claimed for all of them.
CLAIMS = {"subnormals": "gradual"}

serve(channel, {
    "name": "entmax",
    "version": f"{importlib.metadata.version('entmax')} with torch {torch.__version__}",
    "language": "python", "operations": hello_operations(OPERATIONS), "claims": CLAIMS,
}, caller(OPERATIONS, lambda a: torch.from_numpy(a.copy()), lambda t: t.detach().numpy()))
