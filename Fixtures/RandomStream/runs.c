/* The statistic of dieharder's diehard_runs for streams of 32-bit words on standard input, once with the
 * numbers that dieharder uses and once with exact ones.
 *
 *     gcc -O2 -o runs runs.c -lm
 *     softmax-laws-benchmarks random-stream words 1 | ./runs 20000
 *
 * A sample is 100,000 words, of which the runs up and the runs down of lengths 1, 2, ..., 5 and more are
 * counted. The quadratic form of the counts in the inverse of their covariances has the chi-square
 * distribution with six degrees of freedom, but for the length of the sample (Knuth, The Art of Computer
 * Programming, volume 2, section 3.3.2, G). Knuth prints that inverse with five significant digits, and dieharder
 * has those; here it is also inverted from the exact covariances. A line tells the mean of the form, which is 6,
 * and the p-value of Kolmogorov and Smirnov for the distribution of the samples' p-values.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS = 6, LENGTH = 100000 };

typedef double Matrix[KINDS][KINDS];

static const Matrix printed = {
    {4529.4, 9044.9, 13568, 18091, 22615, 27892},    {9044.9, 18097, 27139, 36187, 45234, 55789},
    {13568, 27139, 40721, 54281, 67852, 83685},      {18091, 36187, 54281, 72414, 90470, 111580},
    {22615, 45234, 67852, 90470, 113262, 139476},    {27892, 55789, 83685, 111580, 139476, 172860},
};

static double factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }

/* The covariance of the numbers of runs of at least p and at least q, for one word. */
static double covariance_of_at_least(int p, int q) {
    int s = p + q, larger = p > q ? p : q;
    return (s * (1 - p * q) + p * q) / (factorial(p + 1) * factorial(q + 1)) - 2 * s / factorial(s + 1) +
           larger / factorial(larger + 1);
}

/* The mean number of runs of a kind, for one word; the last kind is that of all greater lengths. */
static double mean(int kind) {
    double least = kind / factorial(kind + 1);
    return kind == KINDS ? least : least - (kind + 1) / factorial(kind + 2);
}

static double covariance(int p, int q) {
    double sum = covariance_of_at_least(p, q);
    if (p < KINDS) sum -= covariance_of_at_least(p + 1, q);
    if (q < KINDS) sum -= covariance_of_at_least(p, q + 1);
    if (p < KINDS && q < KINDS) sum += covariance_of_at_least(p + 1, q + 1);
    return sum;
}

/* Gauss and Jordan; a covariance matrix needs no pivots. */
static void invert(Matrix a, Matrix inverse) {
    for (int i = 0; i < KINDS; i++)
        for (int j = 0; j < KINDS; j++) inverse[i][j] = i == j;
    for (int i = 0; i < KINDS; i++) {
        double pivot = a[i][i];
        for (int j = 0; j < KINDS; j++) a[i][j] /= pivot, inverse[i][j] /= pivot;
        for (int k = 0; k < KINDS; k++) {
            double factor = a[k][i];
            if (k == i) continue;
            for (int j = 0; j < KINDS; j++) {
                a[k][j] -= factor * a[i][j];
                inverse[k][j] -= factor * inverse[i][j];
            }
        }
    }
}

static double form(const int counts[KINDS], const Matrix a) {
    double sum = 0, excess[KINDS];
    for (int i = 0; i < KINDS; i++) excess[i] = counts[i] - LENGTH * mean(i + 1);
    for (int i = 0; i < KINDS; i++)
        for (int j = 0; j < KINDS; j++) sum += excess[i] * excess[j] * a[i][j];
    return sum / LENGTH;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The probability that uniform numbers deviate as much (Kolmogorov's series, with Stephens' correction). */
static double uniformity(double *p, int count) {
    double distance = 0, sum = 0, sign = 2;
    qsort(p, count, sizeof *p, compare);
    for (int i = 0; i < count; i++) {
        distance = fmax(distance, (i + 1.0) / count - p[i]);
        distance = fmax(distance, p[i] - (double)i / count);
    }
    double lambda = (sqrt(count) + 0.12 + 0.11 / sqrt(count)) * distance;
    for (int k = 1; k < 100; k++, sign = -sign) sum += sign * exp(-2 * lambda * lambda * k * k);
    return fmin(fmax(sum, 0), 1);
}

/* Counts runs up or down; a run up is one of words that rise. */
static void count_runs(const uint32_t *words, int down, int closes, int counts[KINDS]) {
    int run = 1;
    memset(counts, 0, KINDS * sizeof *counts);
    for (int i = 1; i < LENGTH; i++) {
        int goes_on = (words[i] > words[i - 1]) != down;
        if (!goes_on) counts[run - 1]++;
        run = goes_on ? (run < KINDS ? run + 1 : KINDS) : 1;
    }
    /* As dieharder has it, the last word is compared with the first, and a run that goes on is not counted. */
    int goes_on = closes && (words[LENGTH - 1] > words[0]) != down;
    if (!goes_on) counts[run - 1]++;
}

int main(int argc, char **argv) {
    int samples = argc > 1 ? atoi(argv[1]) : 1000;
    static uint32_t words[LENGTH];
    Matrix covariances, exact;
    for (int i = 0; i < KINDS; i++)
        for (int j = 0; j < KINDS; j++) covariances[i][j] = covariance(i + 1, j + 1);
    invert(covariances, exact);
    double *p[4], total[4] = {0};
    for (int k = 0; k < 4; k++) p[k] = malloc(samples * sizeof(double));
    for (int s = 0; s < samples; s++) {
        if (fread(words, sizeof *words, LENGTH, stdin) != LENGTH) return 1;
        for (int k = 0; k < 4; k++) {
            int counts[KINDS], as_printed = k < 2;
            count_runs(words, k & 1, as_printed, counts);
            double v = form(counts, as_printed ? printed : exact) / 2;
            total[k] += 2 * v;
            p[k][s] = exp(-v) * (1 + v + v * v / 2);
        }
    }
    const char *names[] = {"dieharder's numbers, up", "dieharder's numbers, down", "exact, up", "exact, down"};
    for (int k = 0; k < 4; k++)
        printf("%-26s mean %.4f  p %.4f\n", names[k], total[k] / samples, uniformity(p[k], samples));
    return 0;
}
