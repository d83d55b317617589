/* A C library that misbehaves in as many ways as it has operations, for our own tests.
 *
 * softmax in binary32 is honest enough for them; every other call has its fault.
 */

#include "softmax_laws.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef DIES_AT_START
__attribute__((constructor)) static void start(void) { abort(); }
#endif

#ifdef HELLO
const char *softmax_laws_hello(void) { return HELLO; }
#endif


static int is(const char *a, const char *b) { return !strcmp(a, b); }

int softmax_laws_eval(const char *operation, const char *format, size_t rows,
                      size_t argumentCount, const char *const *names,
                      const size_t *const *shapes, const size_t *ranks,
                      const void *const *arguments, void *result, size_t resultCapacity) {
  (void)argumentCount, (void)names, (void)ranks;
  unsigned char *bytes = result;
  if (is(operation, "softmax") && is(format, "binary32")) {
    const float *x = arguments[0];
    size_t n = shapes[0][0];
    for (size_t row = 0; row < rows; row++, x += n) {
      float sum = 0, *y = (float *)result + row * n, top = -INFINITY;
      for (size_t i = 0; i < n; i++) top = x[i] > top ? x[i] : top;
      for (size_t i = 0; i < n; i++) sum += y[i] = expf(x[i] - top);
      for (size_t i = 0; i < n; i++) y[i] /= sum;
    }
    puts("to standard output");
    fflush(stdout);
    return (int)resultCapacity;
  }
  if (is(format, "bfloat16")) return -1;
  size_t size = resultCapacity * (is(format, "binary64") ? 8 : is(format, "binary32") ? 4 : 2);
  if (is(operation, "logSumExp")) *(volatile int *)8 = 1;
  if (is(operation, "logSoftmax")) abort();
  if (is(operation, "sigmoid")) for (;;) sleep(1000);
  if (is(operation, "softplus")) memset(bytes, 0, size + 1);
  if (is(operation, "logSigmoid")) memset(bytes, 0, size + 100000);
  if (is(operation, "entropy")) return (int)resultCapacity - 1;
  if (is(operation, "logit")) return 2147483647;
  if (is(operation, "softplusDerivative")) exit(0);
  if (is(operation, "sigmoidDerivative")) return (int)resultCapacity;
  if (is(operation, "softplus")) return (int)resultCapacity;
  return -1;
}
