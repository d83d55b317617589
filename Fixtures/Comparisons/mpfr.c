/* Softmax of 16 doubles in MPFR at 106 bits: no enclosure, one rounding an operation. */
#include <mpfr.h>

#include "rows.h"

static mpfr_t terms[LENGTH], quotients[LENGTH], sum, shift;

static void softmax(const double *row) {
  mpfr_set_d(shift, greatest(row), MPFR_RNDN);
  mpfr_set_zero(sum, 1);
  for (int index = 0; index < LENGTH; index++) {
    mpfr_set_d(terms[index], row[index], MPFR_RNDN);
    mpfr_sub(terms[index], terms[index], shift, MPFR_RNDN);
    mpfr_exp(terms[index], terms[index], MPFR_RNDN);
    mpfr_add(sum, sum, terms[index], MPFR_RNDN);
  }
  for (int index = 0; index < LENGTH; index++)
    mpfr_div(quotients[index], terms[index], sum, MPFR_RNDN);
}

int main(int argc, char **argv) {
  mpfr_set_default_prec(106);
  for (int index = 0; index < LENGTH; index++) mpfr_inits(terms[index], quotients[index], NULL);
  mpfr_inits(sum, shift, NULL);
  return report(argc, argv, softmax);
}
