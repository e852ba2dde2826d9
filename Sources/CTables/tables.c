#include "CTables.h"
#include <string.h>

// One array and one row of `files` for each file of Forms/: #embed costs no build time, and the compiler
// notices when the file changes.
static const unsigned char preschool_28[] = {
#embed "../../Forms/preschool-28.json"
};
static const unsigned char encodings_gb18030[] = {
#embed "../../Forms/encodings/gb18030.tsv"
};
static const unsigned char lists_attend[] = {
#embed "../../Forms/lists/attend.tsv"
};
static const unsigned char lists_blood[] = {
#embed "../../Forms/lists/blood.tsv"
};
static const unsigned char lists_country[] = {
#embed "../../Forms/lists/country.tsv"
};
static const unsigned char lists_disab[] = {
#embed "../../Forms/lists/disab.tsv"
};
static const unsigned char lists_division[] = {
#embed "../../Forms/lists/division.tsv"
};
static const unsigned char lists_ethnic[] = {
#embed "../../Forms/lists/ethnic.tsv"
};
static const unsigned char lists_hanzi[] = {
#embed "../../Forms/lists/hanzi.tsv"
};
static const unsigned char lists_health[] = {
#embed "../../Forms/lists/health.tsv"
};
static const unsigned char lists_hukou[] = {
#embed "../../Forms/lists/hukou.tsv"
};
static const unsigned char lists_id_adult[] = {
#embed "../../Forms/lists/id-adult.tsv"
};
static const unsigned char lists_id_child[] = {
#embed "../../Forms/lists/id-child.tsv"
};
static const unsigned char lists_left[] = {
#embed "../../Forms/lists/left.tsv"
};
static const unsigned char lists_look_alike[] = {
#embed "../../Forms/lists/look-alike.tsv"
};
static const unsigned char lists_lunar[] = {
#embed "../../Forms/lists/lunar.tsv"
};
static const unsigned char lists_nonagri[] = {
#embed "../../Forms/lists/nonagri.tsv"
};
static const unsigned char lists_overseas[] = {
#embed "../../Forms/lists/overseas.tsv"
};
static const unsigned char lists_private_use[] = {
#embed "../../Forms/lists/private-use.tsv"
};
static const unsigned char lists_region[] = {
#embed "../../Forms/lists/region.tsv"
};
static const unsigned char lists_relation[] = {
#embed "../../Forms/lists/relation.tsv"
};
static const unsigned char lists_sex[] = {
#embed "../../Forms/lists/sex.tsv"
};
static const unsigned char lists_traditional[] = {
#embed "../../Forms/lists/traditional.tsv"
};
static const unsigned char lists_words[] = {
#embed "../../Forms/lists/words.tsv"
};
static const unsigned char lists_yesno[] = {
#embed "../../Forms/lists/yesno.tsv"
};
static const unsigned char sheets_preschool_28_2018_01[] = {
#embed "../../Forms/sheets/preschool-28-2018-01.json"
};
static const unsigned char sheets_roster_headings[] = {
#embed "../../Forms/sheets/roster-headings.tsv"
};
static const unsigned char sheets_roster_words[] = {
#embed "../../Forms/sheets/roster-words.tsv"
};
static const unsigned char figures_preschool_28[] = {
#embed "../../Forms/figures/preschool-28.json"
};
static const unsigned char simulated_division[] = {
#embed "../../Forms/simulated/division.tsv"
};
static const unsigned char simulated_region[] = {
#embed "../../Forms/simulated/region.tsv"
};
static const unsigned char simulated_preschool_28[] = {
#embed "../../Forms/simulated/preschool-28.json"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} files[] = {
    {"preschool-28.json", preschool_28, sizeof preschool_28},
    {"encodings/gb18030.tsv", encodings_gb18030, sizeof encodings_gb18030},
    {"lists/attend.tsv", lists_attend, sizeof lists_attend},
    {"lists/blood.tsv", lists_blood, sizeof lists_blood},
    {"lists/country.tsv", lists_country, sizeof lists_country},
    {"lists/disab.tsv", lists_disab, sizeof lists_disab},
    {"lists/division.tsv", lists_division, sizeof lists_division},
    {"lists/ethnic.tsv", lists_ethnic, sizeof lists_ethnic},
    {"lists/hanzi.tsv", lists_hanzi, sizeof lists_hanzi},
    {"lists/health.tsv", lists_health, sizeof lists_health},
    {"lists/hukou.tsv", lists_hukou, sizeof lists_hukou},
    {"lists/id-adult.tsv", lists_id_adult, sizeof lists_id_adult},
    {"lists/id-child.tsv", lists_id_child, sizeof lists_id_child},
    {"lists/left.tsv", lists_left, sizeof lists_left},
    {"lists/look-alike.tsv", lists_look_alike, sizeof lists_look_alike},
    {"lists/lunar.tsv", lists_lunar, sizeof lists_lunar},
    {"lists/nonagri.tsv", lists_nonagri, sizeof lists_nonagri},
    {"lists/overseas.tsv", lists_overseas, sizeof lists_overseas},
    {"lists/private-use.tsv", lists_private_use, sizeof lists_private_use},
    {"lists/region.tsv", lists_region, sizeof lists_region},
    {"lists/relation.tsv", lists_relation, sizeof lists_relation},
    {"lists/sex.tsv", lists_sex, sizeof lists_sex},
    {"lists/traditional.tsv", lists_traditional, sizeof lists_traditional},
    {"lists/words.tsv", lists_words, sizeof lists_words},
    {"lists/yesno.tsv", lists_yesno, sizeof lists_yesno},
    {"sheets/preschool-28-2018-01.json", sheets_preschool_28_2018_01, sizeof sheets_preschool_28_2018_01},
    {"sheets/roster-headings.tsv", sheets_roster_headings, sizeof sheets_roster_headings},
    {"sheets/roster-words.tsv", sheets_roster_words, sizeof sheets_roster_words},
    {"figures/preschool-28.json", figures_preschool_28, sizeof figures_preschool_28},
    {"simulated/division.tsv", simulated_division, sizeof simulated_division},
    {"simulated/region.tsv", simulated_region, sizeof simulated_region},
    {"simulated/preschool-28.json", simulated_preschool_28, sizeof simulated_preschool_28},
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
