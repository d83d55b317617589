/* Softmax of 16 doubles in libquadmath's 113 bits: no enclosure. */
#include <quadmath.h>

#include "rows.h"

static __float128 terms[LENGTH];
static volatile __float128 quotients[LENGTH];

static void softmax(const double *row) {
  __float128 shift = greatest(row), sum = 0;
  for (int index = 0; index < LENGTH; index++) {
    terms[index] = expq(row[index] - shift);
    sum += terms[index];
  }
  for (int index = 0; index < LENGTH; index++) quotients[index] = terms[index] / sum;
}

int main(int argc, char **argv) { return report(argc, argv, softmax); }
