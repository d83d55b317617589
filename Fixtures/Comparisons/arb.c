/* Softmax of 16 doubles in Arb's balls at 106 bits. */
#if __has_include(<flint/arb.h>)
#include <flint/arb.h>
#else
#include <arb.h>
#endif

#include "rows.h"

static arb_t terms[LENGTH], quotients[LENGTH], sum, shift;

static void softmax(const double *row) {
  arb_set_d(shift, greatest(row));
  arb_zero(sum);
  for (int index = 0; index < LENGTH; index++) {
    arb_set_d(terms[index], row[index]);
    arb_sub(terms[index], terms[index], shift, 106);
    arb_exp(terms[index], terms[index], 106);
    arb_add(sum, sum, terms[index], 106);
  }
  for (int index = 0; index < LENGTH; index++) arb_div(quotients[index], terms[index], sum, 106);
}

int main(int argc, char **argv) {
  for (int index = 0; index < LENGTH; index++) {
    arb_init(terms[index]);
    arb_init(quotients[index]);
  }
  arb_init(sum);
  arb_init(shift);
  return report(argc, argv, softmax);
}
