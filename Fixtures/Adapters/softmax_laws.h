/* How SoftmaxLaws calls a C library.
 *
 * A library that defines softmax_laws_eval is checked with
 *
 *     softmax-laws check --library libmine.so
 *
 * It is loaded with dlopen in a process of its own, so that a crash, a hang or a write outside the
 * result costs a verdict, not the run. Whatever it prints is kept as its log.
 */

#ifndef SOFTMAX_LAWS_H
#define SOFTMAX_LAWS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Evaluates one operation on any number of independent rows.
 *
 * operation      the name of the operation, such as "softmax"; Fixtures/Catalogue.md and
 *                `softmax-laws oracle --help` have all of them with their arguments.
 * format         "binary16", "bfloat16", "binary32" or "binary64": what every argument and the
 *                result are stored in, without gaps, in the machine's byte order; a binary16 or
 *                bfloat16 number in the 16 bits of a uint16_t.
 * rows           the number of rows; each argument holds that of all rows, one after the other.
 * argumentCount  the number of arguments, in the order of the operation's definition.
 * names          their names, such as "x" and "scale".
 * shapes         the shape of one row of each argument: shapes[i] has ranks[i] lengths, of which
 *                any may be 0. A scalar has rank 0. The numbers are row-major.
 * ranks          the number of axes of each argument.
 * arguments      the numbers: arguments[i] has rows * (product of the lengths) of them, and is
 *                aligned to 64 bytes. They belong to the caller and are not to be kept.
 * result         where the numbers of the result go, aligned to 64 bytes; row after row, row-major.
 * resultCapacity how many numbers the result has: rows * (product of the lengths of its shape).
 *
 * Returns the number of values written, which is resultCapacity, or a negative number if the
 * operation is not offered in this format or for these arguments. Anything else, and a write
 * beyond the result, is an error of the library.
 *
 * Calls come one at a time, from one thread. Before the laws, each operation is called once in each
 * format with two entries, to see what is offered.
 */
int softmax_laws_eval(const char *operation, const char *format, size_t rows,
                      size_t argumentCount, const char *const *names,
                      const size_t *const *shapes, const size_t *ranks,
                      const void *const *arguments, void *result, size_t resultCapacity);

/* Optional: what the library says of itself, as a JSON object in UTF-8, called once. It stays valid.
 *
 *     {"name": "mine", "version": "1.2", "language": "c",
 *      "operations": {"softmax": ["binary32", "binary64"]},
 *      "claims": {"algorithm": "shiftDiv", "subnormals": "gradual"}}
 *
 * Every key may be missing. Without a name it is the file's, without operations every one is
 * asked for, and what is not claimed is taken as the weakest standard case. README.md beside this
 * file has the claims.
 */
const char *softmax_laws_hello(void);

#ifdef __cplusplus
}
#endif

#endif
