// The room Standards.
