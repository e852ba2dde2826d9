import Standards

/// The tables that are built in.
let standardForms = FormFolder.embedded
