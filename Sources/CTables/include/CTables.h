#pragma once
#include <stddef.h>

/// The bytes of one file of Forms/, embedded when the binary was built.
/// `name` is its path below Forms/, such as "lists/region.tsv"; NULL when there is no such file.
const unsigned char *_Nullable ctables_bytes(const char *_Nonnull name, size_t *_Nonnull size);

/// The name of the embedded file number `index`, or NULL past the last.
const char *_Nullable ctables_name(size_t index);
