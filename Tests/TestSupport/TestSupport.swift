// Doubles and drivers that several test targets share.
