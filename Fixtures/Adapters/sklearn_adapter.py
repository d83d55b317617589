"""scikit-learn behind the process protocol of SoftmaxLaws.

A classifier is fitted to data of which the parameters are known: two copies of each class's mean, and
an estimator that gives the covariance asked for. BernoulliNB gets its documented attributes, as its
fit smooths them.
"""

from softmax_laws_protocol import Unsupported, serve, take_standard_output

channel = take_standard_output()  # before scikit-learn can print anything

import warnings

import numpy as np
import sklearn
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis, QuadraticDiscriminantAnalysis
from sklearn.metrics import log_loss
from sklearn.naive_bayes import BernoulliNB
from sklearn.utils.extmath import softmax

from softmax_laws_arrays import caller, hello_operations

warnings.simplefilter("ignore")
WIDE = ["binary32", "binary64"]


class Given(sklearn.base.BaseEstimator):
    """An estimator of a covariance that is known."""

    def __init__(self, covariances):
        self.covariances = covariances

    def fit(self, X):
        # Discriminant analysis asks for one class after the other.
        self.covariance_ = self.covariances[0]
        self.covariances = self.covariances[1:] + self.covariances[:1]
        return self


def row_by_row(function):
    return lambda **arguments: np.stack([
        function(**{name: a[row] for name, a in arguments.items()})
        for row in range(len(next(iter(arguments.values()))))])


def fitted(kind, means, priors, covariances):
    if len(means) < 2:
        raise Unsupported("fewer than two classes")
    model = kind(priors=priors, covariance_estimator=Given(list(covariances)))
    return model.fit(np.repeat(means, 2, 0), np.repeat(np.arange(len(means)), 2))


def lda(x, means, covariance, priors):
    def kind(**options):
        return LinearDiscriminantAnalysis(solver="lsqr", **options)
    model = fitted(kind, means, priors, [covariance] * len(means))
    return model.predict_proba(x[None])[0]


def qda(x, means, covariances, priors):
    def kind(**options):
        return QuadraticDiscriminantAnalysis(solver="eigen", **options)
    return fitted(kind, means, priors, covariances).predict_proba(x[None])[0]


def naive_bayes(x, means, priors):
    model = BernoulliNB(binarize=None)
    model.classes_ = np.arange(len(means))
    model.n_features_in_ = len(x)
    model.feature_log_prob_ = np.log(means)
    model.class_log_prior_ = np.log(priors)
    return model.predict_proba(x[None])[0]


def cross_entropy(targets, probabilities):
    if targets.shape[1] < 2 or not np.array_equal(
            targets, np.eye(targets.shape[1], dtype=targets.dtype)[targets.argmax(1)]):
        raise Unsupported("targets that are not one-hot")
    labels = range(targets.shape[1])
    value = log_loss(targets.argmax(1), probabilities, normalize=False, labels=labels)
    return np.asarray(value, targets.dtype)


OPERATIONS = {
    "softmax": (WIDE, lambda x: softmax(x, copy=True)),
    "categoricalCrossEntropy": (["binary64"], row_by_row(cross_entropy)),
    "gaussianPosterior": (["binary64"], row_by_row(lda)),
    "quadraticGaussianPosterior": (["binary64"], row_by_row(qda)),
    "bernoulliPosterior": (["binary64"], row_by_row(naive_bayes)),
}

serve(channel, {
    "name": "scikit-learn", "version": sklearn.__version__, "language": "python", "claims": {},
    "operations": hello_operations(OPERATIONS),
}, caller(OPERATIONS))
