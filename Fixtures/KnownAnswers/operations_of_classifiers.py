"""The classifiers: arguments in their fixed order, definition and formula."""

from collections import namedtuple

import definitions_of_classifiers as definitions

Operation = namedtuple("Operation", ["arguments", "result", "formula", "definition"])

LOGISTIC = "weights[k,d] features[n,d] targets[n,k]"
DENSE = "features[n,d] targets[n] w1[d,a] b1[a] w2[a,b] b2[b] w3[b,m] b3[m]"

OPERATIONS = {
    "gaussianPosterior": Operation(
        "x[d] means[k,d] covariance[d,d] priors[k]",
        "[k]",
        "prior_k N(x; mean_k, covariance), normalised over k",
        definitions.gaussian_posterior,
    ),
    "quadraticGaussianPosterior": Operation(
        "x[d] means[k,d] covariances[k,d,d] priors[k]",
        "[k]",
        "prior_k N(x; mean_k, covariance_k), normalised over k",
        definitions.quadratic_gaussian_posterior,
    ),
    "bernoulliPosterior": Operation(
        "x[d] means[k,d] priors[k]",
        "[k]",
        "prior_k prod_i mean_ki^x_i (1 - mean_ki)^(1 - x_i), normalised over k",
        definitions.bernoulli_posterior,
    ),
    "poissonPosterior": Operation(
        "x[d] rates[k,d] priors[k]",
        "[k]",
        "prior_k prod_i rate_ki^x_i e^-rate_ki / x_i!, normalised over k",
        definitions.poisson_posterior,
    ),
    "exponentialPosterior": Operation(
        "x[d] rates[k,d] priors[k]",
        "[k]",
        "prior_k prod_i rate_ki e^(-rate_ki x_i), normalised over k",
        definitions.exponential_posterior,
    ),
    "logisticRegressionObjective": Operation(
        LOGISTIC,
        "[]",
        "-sum_n sum_k t_nk log y_nk, y_n = softmax(weights features_n)",
        definitions.logistic_regression_objective,
    ),
    "logisticRegressionGradient": Operation(
        LOGISTIC,
        "[k,d]",
        "sum_n (y_nk sum_j t_nj - t_nk) features_na at (k,a)",
        definitions.logistic_regression_gradient,
    ),
    "logisticRegressionHessian": Operation(
        LOGISTIC,
        "[k*d,k*d]",
        "sum_n sum_i t_ni y_nk (d_kj - y_nj) features_na features_nb at (k d + a, j d + b)",
        definitions.logistic_regression_hessian,
    ),
    "denseClassifierLoss": Operation(
        DENSE,
        "[]",
        "-1/n sum_n (t log y + (1 - t) log(1 - y)), y the second of softmax of m = 2 logits, "
        "or sigmoid of m = 1",
        definitions.dense_classifier_loss,
    ),
    "denseClassifierGradient": Operation(
        DENSE,
        "[d*a+a+a*b+b+b*m+m]",
        "the gradient of denseClassifierLoss in w1, b1, w2, b2, w3, b3",
        definitions.dense_classifier_gradient,
    ),
}
