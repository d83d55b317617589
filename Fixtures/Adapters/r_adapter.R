# R behind the process protocol of SoftmaxLaws: base functions and matrixStats, in binary64.
#
# Softmax is what matrixStats recommends: exp(x - logSumExp(x)). The sigmoid and what belongs to it are
# the distribution functions of the logistic distribution, densities are those of stats.
#
#     apt-get install -y --no-install-recommends r-base-core r-cran-matrixstats r-cran-jsonlite
#     softmax-laws check -- Rscript --vanilla Fixtures/Adapters/r_adapter.R

# Whatever is printed goes to standard error; answers go to descriptor 1 of this very process.
channel <- file("/dev/stdout", "wb", raw = TRUE)
sink(stderr())
suppressMessages(library(matrixStats))
library(jsonlite)

softmax <- function(x) exp(x - logSumExp(x))
log_softmax <- function(x) x - logSumExp(x)
softplus <- function(x) -plogis(x, lower.tail = FALSE, log.p = TRUE)

# A posterior, from the logarithms of the classes' densities.
posterior <- function(log_density) function(x, parameters, priors)
  softmax(apply(parameters, 1, function(p) sum(log_density(x, p))) + log(priors))

gaussian <- function(x, means, covariance, priors)
  softmax(-mahalanobis(means, x, covariance) / 2 + log(priors))

binary_cross_entropy_with_logits <- function(targets, logits)
  -sum(targets * plogis(logits, log.p = TRUE) +
       (1 - targets) * plogis(logits, lower.tail = FALSE, log.p = TRUE))

# Functions of one row; a vector is a vector, a matrix a matrix.
operations <- list(
  softmax = softmax,
  logSoftmax = log_softmax,
  logSumExp = function(x) logSumExp(x),
  scaledSoftmax = function(x, scale) softmax(scale * x),
  sigmoid = function(x) plogis(x),
  logSigmoid = function(x) plogis(x, log.p = TRUE),
  logit = function(p) qlogis(p),
  softplus = softplus,
  sigmoidDerivative = function(x) dlogis(x),
  binaryCrossEntropyWithLogits = binary_cross_entropy_with_logits,
  binaryCrossEntropyWithLogitsGradient = function(targets, logits) plogis(logits) - targets,
  categoricalCrossEntropyWithLogits = function(targets, logits)
    -sum(targets * (logits - rowLogSumExps(logits))),
  gaussianPosterior = gaussian,
  poissonPosterior = posterior(function(x, rate) dpois(x, rate, log = TRUE)),
  bernoulliPosterior = posterior(function(x, mean) dbinom(x, 1, mean, log = TRUE)),
  exponentialPosterior = posterior(function(x, rate) dexp(x, rate, log = TRUE)))

from_hex <- function(bits) {
  digits <- strtoi(substring(bits, seq(1, nchar(bits), 2), seq(2, nchar(bits), 2)), 16L)
  readBin(as.raw(digits), "double", nchar(bits) / 16, endian = "big")
}

to_hex <- function(values) paste(writeBin(as.double(values), raw(), endian = "big"), collapse = "")

# One row of an argument, in R's order of columns.
row_of <- function(argument, values, row) {
  shape <- as.integer(unlist(argument$shape))
  size <- prod(shape)
  entries <- values[(row - 1) * size + seq_len(size)]
  if (length(shape) < 2) entries else matrix(entries, shape[1], shape[2], byrow = TRUE)
}

answer <- function(request) {
  evaluate <- operations[[request$call]]
  if (is.null(evaluate) || request$format != "binary64") return(list(unsupported = "not in R"))
  values <- lapply(request$args, function(a) if (a$bits == "") double() else from_hex(a$bits))
  results <- lapply(seq_len(request$rows), function(row)
    do.call(evaluate, unname(Map(row_of, request$args, values, row))))
  scalars <- c("logSumExp", "binaryCrossEntropyWithLogits", "categoricalCrossEntropyWithLogits")
  shape <- if (request$call %in% scalars) list() else list(length(results[[1]]))
  list(shape = shape, bits = to_hex(unlist(results)))
}

respond <- function(request) {
  if (!is.null(request$hello)) {
    offers <- setNames(rep(list(list("binary64")), length(operations)), names(operations))
    return(list(hello = list(
      protocol = 1, name = "R", version = paste0(getRversion(), " with matrixStats ",
      packageVersion("matrixStats")), language = "r", operations = offers, claims = setNames(list(), character()))))
  }
  if (!is.null(request$echo)) return(list(id = request$id, bits = request$echo$bits))
  said <- tryCatch(suppressWarnings(answer(request)),
                   error = function(e) list(error = conditionMessage(e)))
  c(list(id = request$id), said)
}

input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) == 1) {
  request <- fromJSON(line, simplifyVector = FALSE)
  if (!is.null(request$bye)) break
  writeLines(paste("@softmax-laws", toJSON(respond(request), auto_unbox = TRUE)), channel)
  flush(channel)
}
