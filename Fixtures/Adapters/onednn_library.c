/* oneDNN behind the C symbol of SoftmaxLaws: softmax, log-softmax and elementwise primitives on the CPU.
 *
 *     apt-get install -y --no-install-recommends libdnnl-dev
 *     cc -O2 -std=c99 -fPIC -shared -o libonednn.so onednn.c -ldnnl -lm
 *     softmax-laws check --library ./libonednn.so
 *
 * binary32 and, where the processor has it, bfloat16. A primitive is made for every call.
 */

#include "softmax_laws.h"

#include <dnnl.h>
#include <stdio.h>
#include <string.h>

#define TRY(call)                             \
  do {                                        \
    dnnl_status_t status = (call);            \
    if (status != dnnl_success) return status; \
  } while (0)

static dnnl_engine_t engine;
static dnnl_stream_t stream;

static int start(void) {
  if (stream) return dnnl_success;
  TRY(dnnl_engine_create(&engine, dnnl_cpu, 0));
  return dnnl_stream_create(&stream, engine, dnnl_stream_default_flags);
}

/* Runs a primitive on one, two or three arrays of one shape; the last one is the result. */
static int run(const_dnnl_primitive_desc_t description, const dnnl_memory_desc_t *shape,
               const int *roles, void *const *arrays, int count) {
  dnnl_primitive_t primitive;
  dnnl_exec_arg_t arguments[3];
  TRY(dnnl_primitive_create(&primitive, description));
  for (int i = 0; i < count; i++) {
    arguments[i].arg = roles[i];
    TRY(dnnl_memory_create(&arguments[i].memory, shape, engine, arrays[i]));
  }
  TRY(dnnl_primitive_execute(primitive, stream, count, arguments));
  TRY(dnnl_stream_wait(stream));
  for (int i = 0; i < count; i++) dnnl_memory_destroy(arguments[i].memory);
  return dnnl_primitive_destroy(primitive);
}

static int eltwise(dnnl_alg_kind_t kind, float alpha, const dnnl_memory_desc_t *shape,
                   const void *x, void *y) {
  dnnl_eltwise_desc_t operation;
  dnnl_primitive_desc_t description;
  const int roles[] = {DNNL_ARG_SRC, DNNL_ARG_DST};
  void *const arrays[] = {(void *)x, y};
  TRY(dnnl_eltwise_forward_desc_init(&operation, dnnl_forward_inference, kind, shape, alpha, 0));
  TRY(dnnl_primitive_desc_create(&description, &operation, NULL, engine, NULL));
  int status = run(description, shape, roles, arrays, 2);
  dnnl_primitive_desc_destroy(description);
  return status;
}

static int softmax(int isLogarithm, const dnnl_memory_desc_t *shape, const void *x, void *y) {
  dnnl_primitive_desc_t description;
  const int roles[] = {DNNL_ARG_SRC, DNNL_ARG_DST};
  void *const arrays[] = {(void *)x, y};
  dnnl_softmax_desc_t plain;
  dnnl_logsoftmax_desc_t logarithm;
  if (isLogarithm) {
    TRY(dnnl_logsoftmax_forward_desc_init(&logarithm, dnnl_forward_training, shape, 1));
    TRY(dnnl_primitive_desc_create(&description, &logarithm, NULL, engine, NULL));
  } else {
    TRY(dnnl_softmax_forward_desc_init(&plain, dnnl_forward_training, shape, 1));
    TRY(dnnl_primitive_desc_create(&description, &plain, NULL, engine, NULL));
  }
  int status = run(description, shape, roles, arrays, 2);
  dnnl_primitive_desc_destroy(description);
  return status;
}

/* The product of a cotangent and the Jacobian; y holds the forward result on the way. */
static int backward(int isLogarithm, const dnnl_memory_desc_t *shape, const void *x,
                    const void *v, void *y, void *result) {
  dnnl_primitive_desc_t description;
  const int roles[] = {DNNL_ARG_DST, DNNL_ARG_DIFF_DST, DNNL_ARG_DIFF_SRC};
  void *const arrays[] = {y, (void *)v, result};
  dnnl_softmax_desc_t plain;
  dnnl_logsoftmax_desc_t logarithm;
  TRY(softmax(isLogarithm, shape, x, y));
  if (isLogarithm) {
    TRY(dnnl_logsoftmax_backward_desc_init(&logarithm, shape, shape, 1));
    TRY(dnnl_primitive_desc_create(&description, &logarithm, NULL, engine, NULL));
  } else {
    TRY(dnnl_softmax_backward_desc_init(&plain, shape, shape, 1));
    TRY(dnnl_primitive_desc_create(&description, &plain, NULL, engine, NULL));
  }
  int status = run(description, shape, roles, arrays, 3);
  dnnl_primitive_desc_destroy(description);
  return status;
}

const char *softmax_laws_hello(void) {
  static char hello[200];
  const dnnl_version_t *version = dnnl_version();
  snprintf(hello, sizeof hello, "{\"name\": \"onednn\", \"version\": \"%d.%d.%d\", \"language\": \"c++\"}",
           version->major, version->minor, version->patch);
  return hello;
}

int softmax_laws_eval(const char *operation, const char *format, size_t rows,
                      size_t argumentCount, const char *const *names,
                      const size_t *const *shapes, const size_t *ranks,
                      const void *const *arguments, void *result, size_t resultCapacity) {
  static char between[1 << 26];
  const void *x = arguments[0], *v = argumentCount > 1 ? arguments[1] : NULL;
  dnnl_memory_desc_t shape;
  (void)names;
  if (strcmp(format, "binary32") && strcmp(format, "bfloat16")) return -1;
  if (argumentCount > 2 || ranks[0] != 1 || start() != dnnl_success) return -1;
  if (resultCapacity == 0) return 0;
  dnnl_dims_t lengths = {(dnnl_dim_t)rows, (dnnl_dim_t)shapes[0][0]};
  dnnl_data_type_t type = strcmp(format, "binary32") ? dnnl_bf16 : dnnl_f32;
  if (4 * resultCapacity > sizeof between) return -1;
  if (dnnl_memory_desc_init_by_tag(&shape, 2, lengths, type, dnnl_ab) != dnnl_success) return -1;
  int status = -1;
  if (!strcmp(operation, "softmax")) status = softmax(0, &shape, x, result);
  if (!strcmp(operation, "logSoftmax")) status = softmax(1, &shape, x, result);
  if (!strcmp(operation, "sigmoid")) status = eltwise(dnnl_eltwise_logistic, 0, &shape, x, result);
  if (!strcmp(operation, "softplus")) status = eltwise(dnnl_eltwise_soft_relu, 0, &shape, x, result);
  if (!strcmp(operation, "logSigmoid")) status = eltwise(dnnl_eltwise_logsigmoid, 0, &shape, x, result);
  if (!strcmp(operation, "softmaxVectorJacobianProduct"))
    status = backward(0, &shape, x, v, between, result);
  if (!strcmp(operation, "logSoftmaxVectorJacobianProduct"))
    status = backward(1, &shape, x, v, between, result);
  return status == dnnl_success ? (int)resultCapacity : -1;
}
