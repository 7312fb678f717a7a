// toml++ behind a C interface: a text becomes a sequence of nodes, in the order of the tree.
#ifndef CTOML_H
#define CTOML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum ctoml_kind {
  ctoml_table_begins, ctoml_table_ends, ctoml_array_begins, ctoml_array_ends,
  ctoml_string, ctoml_integer, ctoml_boolean, ctoml_fraction, ctoml_date
};

// A node; the key is null for the elements of an array and for the root.
struct ctoml_node {
  int kind;
  const char *key;
  size_t key_length;
  const char *text;
  size_t text_length;
  int64_t integer;
  // Where the key stands, or the value that has none; from 1.
  uint32_t line, column;
  // Whether it is a table in braces.
  bool is_inline;
};

// Where and why a text is no TOML.
struct ctoml_failure {
  uint32_t line;
  char message[200];
};

typedef void (*ctoml_visitor)(void *context, const struct ctoml_node *node);

// Reads a text of UTF-8 and hands its nodes to a visitor; false with the first failure where it is no TOML, and then no
// node was handed over.
bool ctoml_read(const char *text, size_t length, void *context, ctoml_visitor visit,
                struct ctoml_failure *failure);

#ifdef __cplusplus
}
#endif
#endif
