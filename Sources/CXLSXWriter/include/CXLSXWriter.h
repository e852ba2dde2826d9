#pragma once
#include <stdbool.h>
#include <stdint.h>

// libxlsxwriter, as far as one sheet of texts and dates needs it, in constant memory.
//
// The library is loaded when the first sheet is begun: whoever only fills in a form does not wait for it, and the
// program can be linked statically although the library comes as a shared one alone.

/// A sheet that is being written.
typedef struct cxlsx_sheet cxlsx_sheet;

/// Loads the library; false where this machine does not have it.
bool cxlsx_load(void);

/// Begins a file with one sheet. `folder` is where the library keeps what it has not packed yet: what is in it is as
/// private as the file. NULL where there is no memory, or no library.
cxlsx_sheet *_Nullable cxlsx_begin(const char *_Nonnull path, const char *_Nonnull name, const char *_Nonnull folder);

/// A text cell, with the format of texts; rows and columns count from 0, and rows must not go back. 0 or an error.
int cxlsx_text(cxlsx_sheet *_Nonnull sheet, uint32_t row, uint16_t column, const char *_Nonnull text);

/// A date cell: a number with the format of dates.
int cxlsx_date(cxlsx_sheet *_Nonnull sheet, uint32_t row, uint16_t column, int year, int month, int day);

/// Columns `first` to `last` become so many characters wide. Before the first row.
void cxlsx_width(cxlsx_sheet *_Nonnull sheet, uint16_t first, uint16_t last, double width);

/// Packs the file and frees the sheet; 0, or an error.
int cxlsx_end(cxlsx_sheet *_Nonnull sheet);
