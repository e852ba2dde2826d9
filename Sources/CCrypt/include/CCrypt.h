#pragma once
#include <stdbool.h>
#include <stddef.h>

// The system's crypt(3), in a shape that Swift can call from any thread.

/// Room for any hash, its final 0 included.
enum { CCRYPT_ROOM = 384 };

/// Hashes a phrase with yescrypt and a fresh salt of the system's random numbers; false where that cannot be done.
bool ccrypt_hash(const char *_Nonnull phrase, char *_Nonnull hash, size_t room);

/// Whether the hash is this phrase's. How long it takes does not depend on how much of it fits.
bool ccrypt_matches(const char *_Nonnull phrase, const char *_Nonnull hash);
