/* The sigmoid in binary32 and bfloat16, with a fault at the one number 3, for tests of sweeps.
 *
 * Compiled with -DCRASHES, -DHANGS, -DOVERRUNS, -DSCRIBBLES (on what it was given to read), -DLIES, -DFORGETS or
 * -DREFUSES it has that fault; with none of these it has none.
 */

#include "softmax_laws.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *softmax_laws_hello(void) {
  return "{\"operations\": {\"sigmoid\": [\"bfloat16\", \"binary32\"]}, \"claims\": {"
         "\"arithmetic\": {\"bfloat16\": \"binary32\"}, \"subnormals\": \"gradual\"}}";
}

static float sigmoid(float x) { return 1 / (1 + expf(-x)); }

static float wide(uint16_t half) {
  uint32_t bits = (uint32_t)half << 16;
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/* Rounds to nearest, ties to even. */
static uint16_t narrow(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  if (x != x) return 0x7fc0;
  return (uint16_t)((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

int softmax_laws_eval(const char *operation, const char *format, size_t rows,
                      size_t argumentCount, const char *const *names,
                      const size_t *const *shapes, const size_t *ranks,
                      const void *const *arguments, void *result, size_t resultCapacity) {
  (void)rows, (void)argumentCount, (void)names, (void)shapes, (void)ranks;
  if (strcmp(operation, "sigmoid")) return -1;
  int isNarrow = !strcmp(format, "bfloat16"), isFound = 0;
  for (size_t i = 0; i < resultCapacity; i++) {
    float x = isNarrow ? wide(((const uint16_t *)arguments[0])[i]) : ((const float *)arguments[0])[i];
    float y = sigmoid(x);
    if (x == 3) isFound = 1;
#ifdef LIES
    if (x == 3) y = 3;
#endif
    if (isNarrow) ((uint16_t *)result)[i] = narrow(y);
    else ((float *)result)[i] = y;
  }
  if (!isFound) return (int)resultCapacity;
#ifdef CRASHES
  *(volatile int *)8 = 1;
#endif
#ifdef HANGS
  for (;;) sleep(1000);
#endif
#ifdef OVERRUNS
  ((char *)result)[resultCapacity * (isNarrow ? 2 : 4)] = 0;
#endif
#ifdef SCRIBBLES
  memset((void *)arguments[0], 0x55, resultCapacity * (isNarrow ? 2 : 4));
#endif
#ifdef FORGETS
  return (int)resultCapacity - 1;
#endif
#ifdef REFUSES
  return -7;
#endif
  return (int)resultCapacity;
}
