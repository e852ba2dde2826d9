// The room Sheets.
