"""Classifiers of PyTorch for torch_adapter.py: posteriors, logistic regression, a dense network."""

import torch
import torch.distributions as distributions
import torch.nn.functional as F
from torch.func import hessian, jacrev, vmap

distributions.Distribution.set_default_validate_args(False)
WIDE = ["binary32", "binary64"]
ALL = ["binary16", "bfloat16", *WIDE]


def rowwise(transform, function, by=0):
    """A function of one row, differentiated by one argument, for all rows."""
    return lambda **arguments: vmap(transform(function, argnums=by))(*arguments.values())


def regression(weights, features, targets):
    return F.cross_entropy(features @ weights.T, targets, reduction="sum")


def classifier(features, targets, w1, b1, w2, b2, w3, b3):
    z = torch.relu(torch.relu(features @ w1 + b1) @ w2 + b2) @ w3 + b3
    if z.shape[1] == 1:
        return F.binary_cross_entropy_with_logits(z[:, 0], targets)
    return F.cross_entropy(z, torch.stack([1 - targets, targets], 1))


def row_by_row(function):
    """A function of one row, called once a row."""
    return lambda **arguments: torch.stack([
        function(*(a[row].clone() for a in arguments.values()))
        for row in range(len(next(iter(arguments.values()))))])


def classifier_gradient(features, targets, *parameters):
    parameters = [p.requires_grad_(True) for p in parameters]
    gradients = torch.autograd.grad(classifier(features, targets, *parameters), parameters)
    return torch.cat([g.flatten() for g in gradients])


def posterior(log_density):
    """The posterior of classes, from the log-densities of torch.distributions."""
    return lambda x, priors, **parameters: torch.softmax(
        log_density(x[:, None], *parameters.values()) + priors.log(), -1)


def independent(family):
    return posterior(lambda x, p: distributions.Independent(family(p), 1).log_prob(x))


def gaussian(x, means, covariance):
    covariances = covariance if covariance.dim() == 4 else covariance[:, None]
    return distributions.MultivariateNormal(means, covariances).log_prob(x)


CLASSIFIERS = {
    "gaussianPosterior": (WIDE, posterior(gaussian)),
    "quadraticGaussianPosterior": (WIDE, posterior(gaussian)),
    "bernoulliPosterior": (ALL, independent(distributions.Bernoulli)),
    "poissonPosterior": (ALL, independent(distributions.Poisson)),
    "exponentialPosterior": (ALL, independent(distributions.Exponential)),
    "logisticRegressionObjective": (ALL, row_by_row(regression)),
    "logisticRegressionGradient": (ALL, rowwise(jacrev, regression)),
    "logisticRegressionHessian": (ALL, lambda **arguments: rowwise(hessian, regression)(
        **arguments).flatten(3, 4).flatten(1, 2)),
    "denseClassifierLoss": (ALL, row_by_row(classifier)),
    "denseClassifierGradient": (ALL, row_by_row(classifier_gradient)),
}
