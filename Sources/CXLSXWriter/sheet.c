#define _GNU_SOURCE
#include "CXLSXWriter.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <xlsxwriter.h>

// The functions of the library by the types of its own header, so that the compiler checks every call.
#define FUNCTIONS(each)                                                                                          \
  each(workbook_new_opt) each(workbook_add_worksheet) each(workbook_add_format) each(workbook_close)             \
  each(format_set_num_format) each(worksheet_write_string) each(worksheet_write_datetime) each(worksheet_set_column)

static struct {
#define DECLARE(name) typeof(&name) name;
  FUNCTIONS(DECLARE)
} library;

static bool is_loaded;

bool cxlsx_load(void) {
  if (is_loaded) return true;
  // The name that programs link with: it stands for the interface of the header above.
  void *handle = dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return false;
#define FIND(name) \
  if ((library.name = (typeof(&name))dlsym(handle, #name)) == NULL) return false;
  FUNCTIONS(FIND)
  is_loaded = true;
  return true;
}

struct cxlsx_sheet {
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *text;
  lxw_format *date;
};

cxlsx_sheet *cxlsx_begin(const char *path, const char *name, const char *folder) {
  if (!cxlsx_load()) return NULL;
  cxlsx_sheet *sheet = calloc(1, sizeof *sheet);
  if (sheet == NULL) return NULL;
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = (char *)folder};
  sheet->book = library.workbook_new_opt(path, &options);
  if (sheet->book != NULL) sheet->sheet = library.workbook_add_worksheet(sheet->book, name);
  if (sheet->sheet == NULL) {
    if (sheet->book != NULL) library.workbook_close(sheet->book);
    free(sheet);
    return NULL;
  }
  sheet->text = library.workbook_add_format(sheet->book);
  sheet->date = library.workbook_add_format(sheet->book);
  library.format_set_num_format(sheet->text, "@");
  library.format_set_num_format(sheet->date, "yyyy-mm-dd");
  return sheet;
}

int cxlsx_text(cxlsx_sheet *sheet, uint32_t row, uint16_t column, const char *text) {
  return library.worksheet_write_string(sheet->sheet, row, column, text, sheet->text);
}

int cxlsx_date(cxlsx_sheet *sheet, uint32_t row, uint16_t column, int year, int month, int day) {
  lxw_datetime date = {.year = year, .month = month, .day = day};
  return library.worksheet_write_datetime(sheet->sheet, row, column, &date, sheet->date);
}

void cxlsx_width(cxlsx_sheet *sheet, uint16_t first, uint16_t last, double width) {
  library.worksheet_set_column(sheet->sheet, first, last, width, NULL);
}

int cxlsx_end(cxlsx_sheet *sheet) {
  int error = library.workbook_close(sheet->book);
  free(sheet);
  return error;
}
