public import Standards

/// Numbers that are the same in every run.
public typealias Steps = SplitMix
