"""Sparsemax, alpha-entmax, alpha-ReLU and their losses, with mpmath: by a search on the real line."""

from mpmath import inf, mp, mpf

from stable_maps import peak, total


def powers(bases, exponent):
    return [mpf(0) if mp.re(b) <= 0 else b**exponent for b in bases]


def real(values):
    return [mp.re(a) for a in values]


def sparse_threshold(w, exponent):
    """The root of sum (w - t)_+^exponent = 1: halving on the real line, then Newton's method.

    Where the powers are steep at zero, Newton's method begins where halving ends.
    """
    low, high = peak(w) - 1, peak(w)
    while high - low > mpf(10) ** (-20 if exponent >= 1 else 2 - mp.dps):
        middle = (low + high) / 2
        if total(powers([a - middle for a in real(w)], exponent)) > 1:
            low = middle
        else:
            high = middle
    t = low
    for _ in range(200):
        bases = [a - t for a in w]
        error = total(powers(bases, exponent)) - 1
        slope = total(p / b for p, b in zip(powers(bases, exponent), bases, strict=True) if p != 0)
        step = error / (exponent * slope)
        t += step
        if abs(step) < mpf(10) ** (5 - mp.dps):
            break
    return t


def is_saturated(w):
    """Whether one entry is above the others by one, when the threshold is one below it."""
    rest = sorted(real(w))[:-1]
    return not rest or peak(w) - rest[-1] >= 1


def sparse(z, alpha):
    """alpha-entmax, its bases and its threshold less that of the greatest entry."""
    top = next(a for a in z if mp.re(a) == peak(z))
    w = [(alpha - 1) * (a - top) if a != -inf else -mpf(2) for a in z]
    exponent = 1 / (alpha - 1)
    if is_saturated(w):
        bases = [mpf(1) if mp.re(a) == 0 else mpf(0) for a in w]
        return bases, bases, mpf(-1), top
    t = sparse_threshold(w, exponent)
    bases = [a - t for a in w]
    return powers(bases, exponent), bases, t, top


def conjugate_loss(targets, z, alpha):
    """Omega*(z) + Omega(y) - <y, z>, the first as t/(a - 1) + 1/(a (a - 1)) + sum p^a / a."""
    p, _, t, top = sparse(z, alpha)
    conjugate = top + t / (alpha - 1) + 1 / (alpha * (alpha - 1)) + total(powers(p, alpha)) / alpha
    omega = (total(powers(targets, alpha)) - 1) / (alpha * (alpha - 1))
    product = total(y * a for y, a in zip(targets, z, strict=True) if y != 0)
    return conjugate + omega - product


def relu_bases(z, alpha, tau):
    return [(alpha - 1) * a - tau if a != -inf else -mpf(1) for a in z]


def alpha_relu(z, alpha, tau):
    return powers(relu_bases(z, alpha, tau), 1 / (alpha - 1))


def relu_loss(targets, z, alpha, tau):
    """sum (p^a + (y^a - 1)/(a - 1))/a - y score + 1/(a (a - 1)), entry by entry."""
    p = alpha_relu(z, alpha, tau)
    loss = mpf(0)
    for y, a, b in zip(targets, p, relu_bases(z, alpha, tau), strict=True):
        own = (a**alpha if a != 0 else mpf(0)) / alpha
        target = (y**alpha if y != 0 else mpf(0)) / (alpha * (alpha - 1))
        loss += own + target - (y * b / (alpha - 1) if y != 0 else mpf(0))
    return loss
