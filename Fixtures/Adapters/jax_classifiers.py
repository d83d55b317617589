"""Classifiers of JAX for jax_adapter.py: posteriors, logistic regression, a dense network."""

import jax
import jax.numpy as jnp
import optax
from jax.scipy import stats

WIDE = ["binary32", "binary64"]
ALL = ["binary16", "bfloat16", *WIDE]


def regression(weights, features, targets):
    return jnp.sum(optax.softmax_cross_entropy(features @ weights.T, targets))


def regression_hessian(weights, features, targets):
    size = weights.size
    return jax.hessian(regression)(weights, features, targets).reshape(size, size)


def classifier(features, targets, *parameters):
    w1, b1, w2, b2, w3, b3 = parameters
    z = jax.nn.relu(jax.nn.relu(features @ w1 + b1) @ w2 + b2) @ w3 + b3
    if z.shape[1] == 1:
        return jnp.mean(optax.sigmoid_binary_cross_entropy(z[:, 0], targets))
    return jnp.mean(optax.softmax_cross_entropy(z, jnp.stack([1 - targets, targets], 1)))


def classifier_gradient(features, targets, *parameters):
    gradients = jax.grad(classifier, range(2, 8))(features, targets, *parameters)
    return jnp.concatenate([g.ravel() for g in gradients])


def posterior(log_density):
    """The posterior of classes, from the log-densities of jax.scipy.stats."""
    return lambda x, parameters, priors: jax.nn.softmax(
        jnp.sum(log_density(x, parameters), -1) + jnp.log(priors))


def gaussian(covariance_axis):
    density = jax.vmap(stats.multivariate_normal.logpdf, (None, 0, covariance_axis))
    return lambda x, means, covariance, priors: jax.nn.softmax(
        density(x, means, covariance) + jnp.log(priors))


CLASSIFIERS = {
    "gaussianPosterior": (WIDE, gaussian(None)),
    "quadraticGaussianPosterior": (WIDE, gaussian(0)),
    "bernoulliPosterior": (ALL, posterior(stats.bernoulli.logpmf)),
    "poissonPosterior": (ALL, posterior(stats.poisson.logpmf)),
    "exponentialPosterior": (ALL, posterior(lambda x, r: stats.expon.logpdf(x, scale=1 / r))),
    "logisticRegressionObjective": (ALL, regression),
    "logisticRegressionGradient": (ALL, jax.grad(regression)),
    "logisticRegressionHessian": (ALL, regression_hessian),
    "denseClassifierLoss": (ALL, classifier),
    "denseClassifierGradient": (ALL, classifier_gradient),
}
