/* The rows that every program is timed on: 64 rows of 16 doubles in (-20, 20). */
#ifndef ROWS_H
#define ROWS_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROWS = 64, LENGTH = 16 };

static double row_entry(int row, int index) {
  long place = (long)row * 61 + (long)index * 37 * (row + 1);
  return (double)(place % 1009) / 1009 * 40 - 20;
}

static void fill_rows(double rows[ROWS][LENGTH]) {
  for (int row = 0; row < ROWS; row++)
    for (int index = 0; index < LENGTH; index++) rows[row][index] = row_entry(row, index);
}

static double greatest(const double *row) {
  double greatest = row[0];
  for (int index = 1; index < LENGTH; index++)
    if (row[index] > greatest) greatest = row[index];
  return greatest;
}

/* Evaluates all rows so many times, and prints the evaluations per second of CPU time. */
static int report(int argc, char **argv, void (*evaluate)(const double *)) {
  static double rows[ROWS][LENGTH];
  int repetitions = argc > 1 ? atoi(argv[1]) : 20;
  fill_rows(rows);
  clock_t start = clock();
  for (int repetition = 0; repetition < repetitions; repetition++)
    for (int row = 0; row < ROWS; row++) evaluate(rows[row]);
  double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  printf("%.0f\n", repetitions * (double)ROWS / seconds);
  return 0;
}

#endif
