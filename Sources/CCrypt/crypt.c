#define _GNU_SOURCE
#include "CCrypt.h"

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

// A function of our own instead of memcmp, which stops at the first difference.
static bool is_same(const char *one, const char *other) {
  size_t length = strlen(one);
  if (length != strlen(other)) return false;
  unsigned char difference = 0;
  for (size_t i = 0; i < length; i++) difference |= (unsigned char)(one[i] ^ other[i]);
  return difference == 0;
}

bool ccrypt_hash(const char *phrase, char *hash, size_t room) {
  char setting[CRYPT_GENSALT_OUTPUT_SIZE];
  if (crypt_gensalt_rn("$y$", 0, NULL, 0, setting, sizeof setting) == NULL) return false;
  struct crypt_data *data = calloc(1, sizeof *data);
  if (data == NULL) return false;
  const char *made = crypt_rn(phrase, setting, data, sizeof *data);
  bool is_made = made != NULL && strlen(made) < room;
  if (is_made) strcpy(hash, made);
  explicit_bzero(data, sizeof *data);
  free(data);
  return is_made;
}

bool ccrypt_matches(const char *phrase, const char *hash) {
  struct crypt_data *data = calloc(1, sizeof *data);
  if (data == NULL) return false;
  const char *made = crypt_rn(phrase, hash, data, sizeof *data);
  bool matches = made != NULL && is_same(made, hash);
  explicit_bzero(data, sizeof *data);
  free(data);
  return matches;
}
