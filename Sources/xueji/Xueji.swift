import ArgumentParser

@main
struct Xueji: ParsableCommand {}
