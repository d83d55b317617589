/* Softmax and its relatives in plain C, as an example of a library that can be checked.
 *
 *     cc -O2 -std=c99 -fPIC -shared -o libexample.so example_library.c -lm
 *     softmax-laws check --library ./libexample.so
 */

#include "softmax_laws.h"

#include <math.h>
#include <string.h>

/* ---- The functions, in both formats ---- */

#define DEFINE_FUNCTIONS(REAL, SUFFIX)                                                            \
  static REAL maximum_##SUFFIX(const REAL *x, size_t n) {                                         \
    REAL m = -INFINITY;                                                                           \
    for (size_t i = 0; i < n; i++)                                                                \
      if (x[i] > m || x[i] != x[i]) m = x[i];                                                     \
    return m;                                                                                     \
  }                                                                                               \
                                                                                                  \
  static void softmax_##SUFFIX(const REAL *x, size_t n, REAL *result) {                           \
    REAL m = maximum_##SUFFIX(x, n), sum = 0;                                                     \
    for (size_t i = 0; i < n; i++) sum += result[i] = exp##SUFFIX(x[i] - m);                      \
    for (size_t i = 0; i < n; i++) result[i] /= sum;                                              \
  }                                                                                               \
                                                                                                  \
  static REAL log_sum_exp_##SUFFIX(const REAL *x, size_t n) {                                     \
    REAL m = maximum_##SUFFIX(x, n), sum = 0;                                                     \
    if (isinf(m)) return m;                                                                       \
    for (size_t i = 0; i < n; i++) sum += exp##SUFFIX(x[i] - m);                                  \
    return m + log##SUFFIX(sum);                                                                  \
  }                                                                                               \
                                                                                                  \
  static void log_softmax_##SUFFIX(const REAL *x, size_t n, REAL *result) {                       \
    REAL m = maximum_##SUFFIX(x, n), sum = 0;                                                     \
    for (size_t i = 0; i < n; i++) sum += exp##SUFFIX(x[i] - m);                                  \
    for (size_t i = 0; i < n; i++) result[i] = (x[i] - m) - log##SUFFIX(sum);                     \
  }                                                                                               \
                                                                                                  \
  static REAL sigmoid_##SUFFIX(REAL x) {                                                          \
    REAL e = exp##SUFFIX(-fabs##SUFFIX(x));                                                       \
    return x < 0 ? e / (1 + e) : 1 / (1 + e);                                                     \
  }                                                                                               \
                                                                                                  \
  static REAL softplus_##SUFFIX(REAL x) {                                                         \
    return x != x ? x : fmax##SUFFIX(x, 0) + log1p##SUFFIX(exp##SUFFIX(-fabs##SUFFIX(x)));        \
  }                                                                                               \
                                                                                                  \
  static REAL log_sigmoid_##SUFFIX(REAL x) { return -softplus_##SUFFIX(-x); }                     \
                                                                                                  \
  static int evaluate_##SUFFIX(const char *operation, size_t rows, size_t n, const REAL *x,       \
                               const REAL *scale, REAL *result) {                                 \
    for (size_t row = 0; row < rows; row++, x += n) {                                             \
      if (!strcmp(operation, "softmax")) {                                                        \
        softmax_##SUFFIX(x, n, result + row * n);                                                 \
      } else if (!strcmp(operation, "logSoftmax")) {                                              \
        log_softmax_##SUFFIX(x, n, result + row * n);                                             \
      } else if (!strcmp(operation, "logSumExp")) {                                               \
        result[row] = log_sum_exp_##SUFFIX(x, n);                                                 \
      } else {                                                                                    \
        for (size_t i = 0; i < n; i++) {                                                          \
          REAL *place = result + row * n + i;                                                     \
          if (!strcmp(operation, "sigmoid")) *place = sigmoid_##SUFFIX(x[i]);                     \
          else if (!strcmp(operation, "logSigmoid")) *place = log_sigmoid_##SUFFIX(x[i]);         \
          else if (!strcmp(operation, "softplus")) *place = softplus_##SUFFIX(x[i]);              \
          else if (!strcmp(operation, "scaledSoftmax")) *place = scale[row] * x[i];               \
          else return -1;                                                                         \
        }                                                                                         \
        if (scale) softmax_##SUFFIX(result + row * n, n, result + row * n);                       \
      }                                                                                           \
    }                                                                                             \
    return 0;                                                                                     \
  }

#define exp_ exp
#define log_ log
#define log1p_ log1p
#define fabs_ fabs
#define fmax_ fmax

DEFINE_FUNCTIONS(double, _)
DEFINE_FUNCTIONS(float, f)

/* ---- The two symbols ---- */

const char *softmax_laws_hello(void) {
  return "{\"name\": \"example\", \"version\": \"1.0\", \"language\": \"c\", \"claims\": {"
         "\"algorithm\": \"shiftDiv\", \"sigmoid\": \"twoBranch\", \"logSumExp\": \"log\","
         "\"summation\": \"sequential\", \"subnormals\": \"gradual\", \"fullyMasked\": \"nan\","
         "\"infiniteLogits\": \"nan\", \"empty\": \"empty\", \"batchInvariant\": true}}";
}

int softmax_laws_eval(const char *operation, const char *format, size_t rows,
                      size_t argumentCount, const char *const *names,
                      const size_t *const *shapes, const size_t *ranks,
                      const void *const *arguments, void *result, size_t resultCapacity) {
  int isScaled = !strcmp(operation, "scaledSoftmax"), status = -1;
  (void)names;
  if (argumentCount != (isScaled ? 2 : 1) || ranks[0] != 1) return -1;
  size_t n = shapes[0][0];
  const void *scale = isScaled ? arguments[1] : NULL;
  if (!strcmp(format, "binary64"))
    status = evaluate__(operation, rows, n, arguments[0], scale, result);
  if (!strcmp(format, "binary32"))
    status = evaluate_f(operation, rows, n, arguments[0], scale, result);
  return status < 0 ? status : (int)resultCapacity;
}
