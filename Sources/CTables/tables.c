#include "CTables.h"
#include <string.h>

// One array and one row of `files` for each file of Forms/: #embed costs no build time, and the compiler
// notices when the file changes.
static const unsigned char lists_sex[] = {
#embed "../../Forms/lists/sex.tsv"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} files[] = {
    {"lists/sex.tsv", lists_sex, sizeof lists_sex},
};

const unsigned char *ctables_bytes(const char *name, size_t *size) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) {
      *size = files[i].size;
      return files[i].bytes;
    }
  }
  *size = 0;
  return NULL;
}

const char *ctables_name(size_t index) { return index < sizeof files / sizeof *files ? files[index].name : NULL; }
